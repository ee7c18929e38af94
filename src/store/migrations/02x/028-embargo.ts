import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import { neverRewritten } from '../triggers/written-once.ts'

/** Versions that wait under embargo; when stories and their comments end; what is said of a change that goes out at a time. */
export const embargo: Migration = {
  name: 'embargo and expiry',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('held_versions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
      .addColumn('content_json', 'text', (c) => c.notNull())
      .addColumn('draft_number', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text')
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('made_by', 'text', (c) => c.references('people.id'))
      .execute()
    await neverRewritten('held_versions', write, kind)
    await schema
      .createTable('embargoes')
      .addColumn('version_id', 'text', (c) => c.primaryKey().references('held_versions.id').onDelete('cascade'))
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
      .addColumn('until', instant, (c) => c.notNull())
      .addColumn('ended_at', instant)
      .addColumn('ending', 'text')
      .addColumn('ended_by', 'text', (c) => c.references('people.id'))
      .addColumn('problem', 'text')
      .addColumn('seen_at', instant)
      .execute()
    await sql`create unique index one_embargo_a_story on embargoes (story_id) where ended_at is null`.execute(write)
    await schema.createIndex('embargoes_by_story').on('embargoes').columns(['story_id', 'ended_at']).execute()
    await sql`create index embargoes_to_tell on embargoes (ended_at)
      where seen_at is null and (problem is not null or ending = 'live')`.execute(write)
    await sql`create view held_stories as select story_id, until from embargoes where ended_at is null`.execute(write)

    // Null where the story was not on the site when its time was set.
    await schema.alterTable('schedules').addColumn('kind', 'text').execute()
    await schema
      .alterTable('schedules')
      .addColumn('cause', 'text', (c) => c.notNull().defaultTo(''))
      .execute()
    for (const table of ['story_ends', 'comment_windows'])
      await schema
        .createTable(table)
        .addColumn('story_id', 'text', (c) => c.primaryKey().references('stories.id').onDelete('cascade'))
        .addColumn('at', instant, (c) => c.notNull())
        .addColumn('set_by', 'text', (c) => c.references('people.id'))
        .addColumn('set_at', instant, (c) => c.notNull())
        .addColumn('ended_at', instant)
        .execute()
  },
}
