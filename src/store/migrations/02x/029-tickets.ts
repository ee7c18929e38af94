import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'

/**
 * Sentences of stories that readers said are wrong, how each was answered, and from when on each person of the staff
 * is told by mail of what waits.
 */
export const tickets: Migration = {
  name: 'tickets',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('tickets')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('block_id', 'text')
      .addColumn('exact', 'text', (c) => c.notNull())
      .addColumn('prefix', 'text', (c) => c.notNull())
      .addColumn('suffix', 'text', (c) => c.notNull())
      .addColumn('sentence', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('mail', 'text')
      .addColumn('form_nonce', 'text', (c) => c.notNull().unique())
      .addColumn('sender_key', 'text', (c) => c.notNull())
      .addColumn('received_at', instant, (c) => c.notNull())
      // The answer that stands; null while it is open.
      .addColumn('answer_id', 'text')
      .execute()
    await schema
      .createTable('ticket_answers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('version', 'integer')
      .addColumn('answered_at', instant, (c) => c.notNull())
      .addColumn('answered_by', 'text', (c) => c.references('people.id'))
      .execute()
    await sql`create index open_tickets on tickets (received_at, id) where answer_id is null`.execute(write)
    await schema.createIndex('tickets_by_answer').on('tickets').column('answer_id').execute()
    await schema.createIndex('tickets_by_story').on('tickets').columns(['story_id', 'received_at']).execute()
    await schema.createIndex('tickets_by_sender').on('tickets').columns(['sender_key', 'received_at']).execute()
    await sql`create index tickets_by_mail on tickets (mail) where mail is not null`.execute(write)
    await schema.createIndex('ticket_answers_by_time').on('ticket_answers').columns(['answered_at', 'id']).execute()

    // Who is told of what else than comments, and from when on. Whoever was told of appeals and reports still is.
    await schema
      .alterTable('waiting_choices')
      .addColumn('comments', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await schema
      .createTable('waiting_thresholds')
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('at_least', 'integer')
      .addColumn('hours', 'integer')
      .addPrimaryKeyConstraint('one_threshold_a_kind', ['person_id', 'kind'])
      .execute()
    for (const objection of ['appeals', 'reports'])
      await sql`
        insert into waiting_thresholds (person_id, kind, at_least, hours)
          select person_id, ${objection}, null, (minutes + 59) / 60 from waiting_choices`.execute(write)
  },
}
