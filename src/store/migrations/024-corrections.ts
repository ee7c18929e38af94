import type { Migration } from './migration.ts'
import { writtenOnce } from './written-once.ts'

/** What was changed in stories that readers had seen, and what readers said was wrong in them. */
export const corrections: Migration = {
  name: 'corrections',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('corrections')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('changes_json', 'text', (c) => c.notNull())
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('made_by', 'text', (c) => c.references('people.id'))
      .addUniqueConstraint('one_correction_a_version', ['story_id', 'version'])
      .execute()
    await schema.createIndex('corrections_by_time').on('corrections').columns(['made_at', 'id']).execute()
    await writtenOnce('corrections', write, kind)
    // When a story was last taken off the site.
    await schema.createIndex('acts_by_about').on('acts').columns(['about', 'act']).execute()

    let tickets = schema
      .createTable('tickets')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
    for (const name of ['quote', 'before_quote', 'after_quote', 'words', 'sender_key'])
      tickets = tickets.addColumn(name, 'text', (c) => c.notNull())
    await tickets
      .addColumn('mail', 'text')
      .addColumn('form_nonce', 'text', (c) => c.notNull().unique())
      .addColumn('sent_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('tickets_by_story').on('tickets').column('story_id').execute()
    await schema.createIndex('tickets_by_time').on('tickets').columns(['sent_at', 'id']).execute()
    await schema
      .createTable('ticket_answers')
      .addColumn('ticket_id', 'text', (c) => c.primaryKey().references('tickets.id'))
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('correction_id', 'text', (c) => c.references('corrections.id'))
      .addColumn('answered_at', instant, (c) => c.notNull())
      .addColumn('answered_by', 'text', (c) => c.references('people.id'))
      .execute()
    await writtenOnce('ticket_answers', write, kind)
  },
}
