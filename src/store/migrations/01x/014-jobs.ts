import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'

/** Work that has to be done later, once, by whichever process comes to it; and what was said, in place of what it made stale. */
export const jobs: Migration = {
  name: 'jobs and events',
  async up(write, kind) {
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    const number = kind === 'postgres' ? 'bigserial' : 'integer'
    await write.schema
      .createTable('jobs')
      .addColumn('number', number, (c) => (kind === 'postgres' ? c.primaryKey() : c.primaryKey().autoIncrement()))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('payload_json', 'text', (c) => c.notNull())
      .addColumn('queued_at', instant, (c) => c.notNull())
      .addColumn('due_at', instant, (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('worker', 'text')
      .addColumn('lease_until', instant)
      .addColumn('again_at', instant)
      .addColumn('problem', 'text')
      .addColumn('dead_at', instant)
      .addUniqueConstraint('jobs_by_key', ['kind', 'key'])
      .execute()
    await write.schema.createIndex('jobs_due').on('jobs').columns(['kind', 'due_at', 'number']).execute()
    if (kind === 'sqlite') {
      await write.schema.dropTable('changes').execute()
      await sql`create table happenings (id integer primary key autoincrement, events_json text not null, sender text not null, at integer not null)`.execute(
        write,
      )
    }
  },
}
