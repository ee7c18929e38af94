import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'

/** Who is at a trial is kept with its job; one that is under way goes on as a job. */
export const trials: Migration = {
  name: 'trials as jobs',
  async up(write) {
    await sql`insert into jobs (kind, key, payload_json, queued_at, due_at)
      select 'rule.trial', id, '{"trial":"' || id || '"}', started_at, started_at
      from rule_trials where state = 'running'`.execute(write)
    await write.schema.alterTable('rule_trials').dropColumn('worker').execute()
    await write.schema.alterTable('rule_trials').dropColumn('seen_at').execute()
  },
}
