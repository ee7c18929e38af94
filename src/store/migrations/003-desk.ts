import { sql } from 'kysely'
import { BAND_NAMES } from '../states.ts'
import type { Migration } from './migration.ts'
import { writtenOnce } from './written-once.ts'

/** What the review desk stands on: bands, claims, a log of acts, letters on their way, readers who are known. */
export const desk: Migration = {
  name: 'review desk',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    const bands = sql.raw(BAND_NAMES.map((name) => `'${name}'`).join(', '))

    await schema
      .alterTable('comment_revisions')
      .addColumn('band', 'text', (c) => c.notNull().defaultTo('thought').check(sql`band in (${bands})`))
      .execute()
    for (const [column, type] of [
      ['spam_chance', 'double precision'],
      ['rules_chance', 'double precision'],
      ['campaign_id', 'text'],
      ['language', 'text'],
      ['seconds_to_write', 'integer'],
    ] as const) {
      await schema.alterTable('comment_revisions').addColumn(column, type).execute()
    }
    await sql`create index review_bands on comment_revisions (band, created_at, id) where state = 'held'`.execute(write)
    await schema
      .createIndex('revisions_by_campaign')
      .on('comment_revisions')
      .columns(['campaign_id', 'created_at'])
      .where(sql.ref('campaign_id'), 'is not', null)
      .execute()

    await schema.alterTable('comments').addColumn('reader_id', 'text').execute()
    await schema.alterTable('comments').addColumn('erased_at', instant).execute()
    await schema
      .createIndex('comments_by_reader')
      .on('comments')
      .columns(['reader_id', 'created_at'])
      .where(sql.ref('reader_id'), 'is not', null)
      .execute()

    await schema.alterTable('decisions').addColumn('campaign_id', 'text').execute()
    await schema
      .alterTable('decisions')
      .addColumn('automated', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await schema.alterTable('decisions').addColumn('seen_json', 'text').execute()

    await schema
      .createTable('claims')
      .addColumn('revision_id', 'text', (c) => c.primaryKey().references('comment_revisions.id'))
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('taken_at', instant, (c) => c.notNull())
      .addColumn('expires_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('claims_by_person').on('claims').columns(['person_id', 'expires_at']).execute()

    await schema
      .createTable('acts')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', instant, (c) => c.notNull())
      .addColumn('by', 'text')
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('about', 'text')
      .addColumn('detail', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('acts_by_time').on('acts').columns(['at', 'id']).execute()
    await writtenOnce('acts', write, kind)

    await schema
      .createTable('letters')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('about', 'text')
      .addColumn('to_name', 'text', (c) => c.notNull())
      .addColumn('to_address', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('headers_json', 'text', (c) => c.notNull())
      .addColumn('not_before', instant, (c) => c.notNull())
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('sent_at', instant)
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('problem', 'text')
      .execute()
    await sql`create index letters_to_send on letters (not_before, id) where sent_at is null`.execute(write)
    await schema.createIndex('letters_by_matter').on('letters').column('about').execute()

    await schema
      .createTable('readers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('mail', 'text', (c) => c.unique())
      .addColumn('verified_at', instant)
      .addColumn('created_at', instant, (c) => c.notNull())
      .addColumn('erased_at', instant)
      .execute()
  },
}
