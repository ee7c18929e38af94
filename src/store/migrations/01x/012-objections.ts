import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import { writtenOnce } from '../triggers/written-once.ts'

/**
 * Objections of others than authors. Who is banned is told in the newsroom's words
 * what for; who reported a comment can object where it stays. Several may have reported
 * it, so one decision can have several appeals; and what answers them can be a
 * removal, which may be taken back and answered anew.
 */
export const objections: Migration = {
  name: 'objections',
  async up(write, kind) {
    const { schema } = write
    await schema
      .alterTable('bans')
      .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
      .execute()

    // SQLite drops no constraint, so both tables are made anew, on either database the same.
    await schema
      .createTable('appeals_anew')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('decision_id', 'text', (c) => c.notNull().references('decisions.id'))
      .addColumn('comment_id', 'text', (c) => c.notNull().references('comments.id'))
      .addColumn('report_id', 'text', (c) => c.references('reports.id'))
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('appealed_at', kind === 'postgres' ? 'bigint' : 'integer', (c) => c.notNull())
      .execute()
    await sql`insert into appeals_anew select id, decision_id, comment_id, null, words, appealed_at from appeals`.execute(
      write,
    )
    await schema
      .createTable('outcomes_anew')
      .addColumn('appeal_id', 'text', (c) => c.notNull().references('appeals_anew.id'))
      .addColumn('decision_id', 'text', (c) => c.notNull().references('decisions.id'))
      .addColumn('alone', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('appeal_outcomes_key', ['appeal_id', 'decision_id'])
      .execute()
    await sql`insert into outcomes_anew select appeal_id, decision_id, alone from appeal_outcomes`.execute(write)
    await schema.dropTable('appeal_outcomes').execute()
    await schema.dropTable('appeals').execute()
    await schema.alterTable('appeals_anew').renameTo('appeals').execute()
    await schema.alterTable('outcomes_anew').renameTo('appeal_outcomes').execute()

    await sql`create unique index one_appeal_of_an_author on appeals (decision_id) where report_id is null`.execute(
      write,
    )
    await sql`create unique index one_appeal_of_a_report on appeals (report_id) where report_id is not null`.execute(
      write,
    )
    await schema.createIndex('appeals_by_decision').on('appeals').column('decision_id').execute()
    await schema.createIndex('appeals_by_comment').on('appeals').column('comment_id').execute()
    await schema.createIndex('appeals_by_time').on('appeals').columns(['appealed_at', 'id']).execute()
    await schema.createIndex('appeal_outcomes_by_decision').on('appeal_outcomes').column('decision_id').execute()
    if (kind === 'postgres') await sql`drop function appeal_outcomes_are_final()`.execute(write)
    await writtenOnce('appeal_outcomes', write, kind)
  },
}
