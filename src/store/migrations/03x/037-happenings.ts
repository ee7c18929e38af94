import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'

/**
 * PostgreSQL keeps for a while what was said, too, with the transaction that said it: whoever heard nothing for a moment
 * asks for what was committed since, in whichever order. SQLite has had its own since step 14.
 */
export const happenings: Migration = {
  name: 'happenings',
  async up(write, kind) {
    if (kind !== 'postgres') return
    await sql`create table happenings (
      xact xid8 not null default pg_current_xact_id(),
      id bigint generated always as identity,
      events_json text not null,
      primary key (xact, id)
    )`.execute(write)
  },
}
