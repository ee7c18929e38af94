import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'

/** Campaigns and the spam model. */
export const learning: Migration = {
  name: 'campaigns and spam model',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    const bytes = sql.raw(kind === 'postgres' ? 'bytea' : 'blob')

    await schema
      .createTable('spam_state')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('last_lesson', 'integer', (c) => c.notNull())
      .addColumn('mark', 'text', (c) => c.notNull())
      .addColumn('kept_lesson', 'integer', (c) => c.notNull())
      .execute()
    await sql`insert into spam_state (id, last_lesson, mark, kept_lesson) values (1, 0, '', 0)`.execute(write)
    await schema
      .createTable('spam_kept')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('lesson', 'integer', (c) => c.notNull())
      .addColumn('bytes', bytes, (c) => c.notNull())
      .addColumn('kept_at', instant, (c) => c.notNull())
      .execute()
    await schema
      .createTable('spam_lessons')
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('decision_id', 'text', (c) => c.notNull().unique().references('decisions.id'))
      .addColumn('revision_id', 'text', (c) => c.notNull().references('comment_revisions.id'))
      .addColumn('label', 'text', (c) => c.notNull())
      .addColumn('learnt_at', instant, (c) => c.notNull())
      .addColumn('spam_before', 'double precision')
      .addColumn('rules_before', 'double precision')
      .addColumn('campaign_id', 'text')
      .addColumn('features', bytes)
      .execute()
    await schema.createIndex('spam_lessons_by_revision').on('spam_lessons').column('revision_id').execute()
    await schema.createIndex('spam_lessons_by_time').on('spam_lessons').columns(['learnt_at', 'number']).execute()

    await schema
      .createTable('campaigns')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('found_by', 'text', (c) => c.notNull())
      .addColumn('short', 'integer', (c) => c.notNull())
      .execute()
    await sql
      .raw(
        kind === 'postgres'
          ? `create table alike_texts (
              number integer generated always as identity primary key, text_key bigint not null unique,
              revision_id text not null, campaign_id text)`
          : `create table alike_texts (
              number integer primary key, text_key integer not null unique,
              revision_id text not null, campaign_id text)`,
      )
      .execute(write)
    // The key first and nothing beside it: in SQLite the table is its own index.
    await sql
      .raw(
        `create table alike_bands (band_key ${instant} not null, text_number integer not null,
          primary key (band_key, text_number))${kind === 'sqlite' ? ' without rowid' : ''}`,
      )
      .execute(write)
    await schema.alterTable('comment_revisions').addColumn('text_number', 'integer').execute()
    await schema
      .createIndex('revisions_by_text')
      .on('comment_revisions')
      .columns(['text_number', 'created_at'])
      .where(sql.ref('text_number'), 'is not', null)
      .execute()
    await sql`create index held_by_campaign on comment_revisions (campaign_id, created_at, id)
      where state = 'held' and campaign_id is not null`.execute(write)
    // A decision on a whole campaign is one for each comment of it, made and taken back together.
    await schema.alterTable('decisions').addColumn('group_id', 'text').execute()
    for (const column of ['group_id', 'campaign_id'] as const) {
      await schema
        .createIndex(`decisions_by_${column}`)
        .on('decisions')
        .columns([column, 'decided_at'])
        .where(sql.ref(column), 'is not', null)
        .execute()
    }
  },
}
