import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import { writtenOnce } from '../triggers/written-once.ts'

/** Appeals, reports, how the rules were worded, and which decision answered what. */
export const answers: Migration = {
  name: 'decisions answered for',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'

    await schema
      .createTable('rule_wordings')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('sentence', 'text', (c) => c.notNull())
      .addColumn('law', 'text')
      .addColumn('worded_by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('worded_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('rule_wordings_by_code').on('rule_wordings').columns(['code', 'worded_at']).execute()

    // An appeal's words are its author's, who may have them erased: so they are not among what triggers keep.
    await schema
      .createTable('appeals')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('decision_id', 'text', (c) => c.notNull().unique().references('decisions.id'))
      .addColumn('comment_id', 'text', (c) => c.notNull().references('comments.id'))
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('appealed_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('appeals_by_comment').on('appeals').column('comment_id').execute()
    await schema.createIndex('appeals_by_time').on('appeals').columns(['appealed_at', 'id']).execute()
    await schema
      .createTable('appeal_outcomes')
      .addColumn('appeal_id', 'text', (c) => c.primaryKey().references('appeals.id'))
      .addColumn('decision_id', 'text', (c) => c.notNull().unique().references('decisions.id'))
      .addColumn('alone', 'integer', (c) => c.notNull())
      .execute()

    await schema
      .createTable('reports')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('comment_id', 'text', (c) => c.notNull().references('comments.id'))
      .addColumn('revision_id', 'text', (c) => c.notNull().references('comment_revisions.id'))
      .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('rule', 'law')`))
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('mail', 'text')
      .addColumn('form_nonce', 'text', (c) => c.notNull().unique())
      .addColumn('sender_key', 'text', (c) => c.notNull())
      .addColumn('reported_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('reports_by_comment').on('reports').columns(['comment_id', 'reported_at']).execute()
    await schema.createIndex('reports_by_sender').on('reports').columns(['sender_key', 'reported_at']).execute()
    await schema.createIndex('reports_by_time').on('reports').columns(['reported_at', 'id']).execute()
    await schema
      .createTable('report_outcomes')
      .addColumn('report_id', 'text', (c) => c.notNull().references('reports.id'))
      .addColumn('decision_id', 'text', (c) => c.notNull().references('decisions.id'))
      .addPrimaryKeyConstraint('report_outcomes_key', ['report_id', 'decision_id'])
      .execute()
    await schema.createIndex('report_outcomes_by_decision').on('report_outcomes').column('decision_id').execute()

    // What came in a year is counted without reading a comment.
    await schema.createIndex('comments_by_time').on('comments').column('created_at').execute()
    await sql`create index edits_by_time on comment_revisions (created_at) where number > 1`.execute(write)

    for (const table of ['rule_wordings', 'appeal_outcomes', 'report_outcomes']) await writtenOnce(table, write, kind)
  },
}
