import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import { neverRewritten } from '../triggers/written-once.ts'

/** The history of each draft, step by step; who writes where in it just now; and what others suggest. */
export const drafting: Migration = {
  name: 'drafting',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    // Up to which number a draft's steps are in draft_json.
    await schema
      .alterTable('stories')
      .addColumn('folded_number', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await sql`update stories set folded_number = draft_number`.execute(write)
    await sql`create index unfolded_drafts on stories (id) where folded_number < draft_number`.execute(write)
    await schema.alterTable('story_versions').addColumn('draft_number', 'integer').execute()

    const ofStory = (table: string) =>
      schema
        .createTable(table)
        .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
    await ofStory('draft_steps')
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('at', instant, (c) => c.notNull())
      .addColumn('by', 'text')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('client', 'text')
      .addColumn('key', 'text')
      .addColumn('about', 'text')
      .addColumn('steps_json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('draft_steps_key', ['story_id', 'number'])
      .execute()
    await sql`create unique index draft_steps_once on draft_steps (story_id, key) where key is not null`.execute(write)
    await ofStory('draft_snapshots')
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('content_json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('draft_snapshots_key', ['story_id', 'number'])
      .execute()
    for (const table of ['draft_steps', 'draft_snapshots']) await neverRewritten(table, write, kind)
    await sql`insert into draft_snapshots (story_id, number, content_json)
      select id, draft_number, draft_json from stories`.execute(write)
    await sql`create view draft_tails as select story_id, number, steps_json from draft_steps`.execute(write)

    await ofStory('draft_locks')
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('client', 'text', (c) => c.notNull())
      .addColumn('until', instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('draft_locks_key', ['story_id', 'place'])
      .execute()
    await ofStory('draft_present')
      .addColumn('client', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('seen_at', instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('draft_present_key', ['story_id', 'client'])
      .execute()
    await ofStory('suggestions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('step_json', 'text', (c) => c.notNull())
      .addColumn('from_json', 'text', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('at', instant, (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('decided_by', 'text', (c) => c.references('people.id'))
      .addColumn('decided_at', instant)
      .execute()
    await schema.createIndex('suggestions_by_story').on('suggestions').columns(['story_id', 'at']).execute()
  },
}
