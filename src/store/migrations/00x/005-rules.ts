import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import { writtenOnce } from '../triggers/written-once.ts'

/** The rules of the house, what a story takes, and bans. */
export const rules: Migration = {
  name: 'rules of the house',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'

    await schema
      .createTable('rules')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('on_version', 'integer')
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('switched_at', instant)
      .addColumn('switched_by', 'text')
      .execute()
    await schema
      .createTable('rule_versions')
      .addColumn('rule_id', 'text', (c) => c.notNull().references('rules.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('pattern_json', 'text', (c) => c.notNull())
      .addColumn('effect', 'text', (c) => c.notNull().check(sql`effect in ('label', 'thought', 'spam')`))
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('made_by', 'text')
      .addPrimaryKeyConstraint('rule_versions_key', ['rule_id', 'number'])
      .execute()
    await writtenOnce('rule_versions', write, kind)

    await schema
      .createTable('rule_trials')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('rule_id', 'text', (c) => c.notNull().references('rules.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('pattern_json', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('running', 'finished', 'stopped')`))
      .addColumn('started_at', instant, (c) => c.notNull())
      .addColumn('started_by', 'text')
      .addColumn('ended_at', instant)
      .addColumn('worker', 'text', (c) => c.notNull())
      .addColumn('seen_at', instant, (c) => c.notNull())
      .addColumn('before_id', 'text')
      .addColumn('back_to', instant)
      .addColumn('found_json', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('trials_by_rule').on('rule_trials').columns(['rule_id', 'started_at']).execute()
    // One at a time, by construction: an archive is read by one trial at once.
    await sql`create unique index one_running_trial on rule_trials (state) where state = 'running'`.execute(write)

    await schema
      .createTable('story_modes')
      .addColumn('story_id', 'text', (c) => c.primaryKey().references('stories.id'))
      .addColumn('mode', 'text', (c) => c.notNull().check(sql`mode in ('open', 'slow', 'hold')`))
      .addColumn('minutes', 'integer')
      .addColumn('set_at', instant, (c) => c.notNull())
      .addColumn('set_by', 'text')
      .execute()

    await schema
      .createTable('bans')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('reader_id', 'text')
      .addColumn('sender_key', 'text')
      .addColumn('story_id', 'text', (c) => c.references('stories.id'))
      .addColumn('comment_id', 'text', (c) => c.references('comments.id'))
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('made_by', 'text', (c) => c.notNull())
      .addColumn('ends_at', instant)
      .addColumn('lifted_at', instant)
      .addColumn('lifted_by', 'text')
      // A verified reader for as long as it says, or a network until its key ends; never both, never neither.
      .addCheckConstraint('bans_whom', sql`(reader_id is null) <> (sender_key is null)`)
      .addCheckConstraint('bans_of_networks_end', sql`sender_key is null or ends_at is not null`)
      .execute()
    await sql`create index bans_by_reader on bans (reader_id) where reader_id is not null and lifted_at is null`.execute(
      write,
    )
    await sql`create index bans_by_sender on bans (sender_key) where sender_key is not null and lifted_at is null`.execute(
      write,
    )
    await schema.createIndex('bans_by_time').on('bans').columns(['made_at', 'id']).execute()
  },
}
