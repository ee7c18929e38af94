import type { Migration } from '../../migration.ts'

/** What colleagues note on the words of a story, and what is meant for which day. */
export const notesAndPlans: Migration = {
  name: 'notes and plans',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    let notes = schema
      .createTable('notes')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
    for (const name of ['place', 'exact', 'prefix', 'suffix']) notes = notes.addColumn(name, 'text', (c) => c.notNull())
    await notes
      .addColumn('by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('at', instant, (c) => c.notNull())
      .addColumn('done_at', instant)
      .addColumn('done_by', 'text', (c) => c.references('people.id'))
      .execute()
    await schema.createIndex('notes_by_story').on('notes').columns(['story_id', 'at', 'id']).execute()
    await schema
      .createTable('note_lines')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('note_id', 'text', (c) => c.notNull().references('notes.id').onDelete('cascade'))
      .addColumn('by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('at', instant, (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('note_lines_by_note').on('note_lines').columns(['note_id', 'at', 'id']).execute()
    await schema
      .createTable('note_mentions')
      .addColumn('line_id', 'text', (c) => c.notNull().references('note_lines.id').onDelete('cascade'))
      .addColumn('note_id', 'text', (c) => c.notNull().references('notes.id').onDelete('cascade'))
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('seen_at', instant)
      .addPrimaryKeyConstraint('note_mentions_key', ['line_id', 'person_id'])
      .execute()
    await schema.createIndex('note_mentions_by_note').on('note_mentions').column('note_id').execute()
    await schema.createIndex('note_mentions_by_person').on('note_mentions').columns(['person_id', 'seen_at']).execute()

    let plans = schema
      .createTable('plans')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('number', 'integer', (c) => c.notNull())
    for (const name of ['headline', 'day', 'slot', 'section', 'deadline'])
      plans = plans.addColumn(name, 'text', (c) => c.notNull())
    for (const name of ['writer_id', 'photographer_id'])
      plans = plans.addColumn(name, 'text', (c) => c.references('people.id'))
    await plans
      .addColumn('words', 'integer')
      .addColumn('story_id', 'text', (c) => c.unique().references('stories.id').onDelete('set null'))
      .addColumn('made_by', 'text', (c) => c.references('people.id'))
      .addColumn('made_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('plans_by_day').on('plans').columns(['day', 'id']).execute()
    await schema.createIndex('plans_by_writer').on('plans').column('writer_id').execute()
    await schema.createIndex('plans_by_photographer').on('plans').column('photographer_id').execute()
  },
}
