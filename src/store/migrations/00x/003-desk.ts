import { sql } from 'kysely'
import { foldedWords } from '../../../text/index.ts'

import { COMMENT_TEXT, fullTextOf } from '../../full-text.ts'
import type { Migration } from '../../migration.ts'
import { BAND_NAMES } from '../../states.ts'
import type { Store, Write } from '../../store.ts'
import { writtenOnce } from '../triggers/written-once.ts'

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
    await sql`create index review_languages on comment_revisions (language, created_at, id) where state = 'held'`.execute(
      write,
    )
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

    await schema.createIndex('comments_by_author').on('comments').columns(['author_name', 'created_at']).execute()
    await makeCommentWords(write, kind)

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
      .addColumn('hand', 'text', (c) => c.notNull())
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('taken_at', instant, (c) => c.notNull())
      .addColumn('expires_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('claims_by_person').on('claims').columns(['person_id', 'taken_at', 'place']).execute()
    await schema.createIndex('claims_by_end').on('claims').column('expires_at').execute()

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
      .addColumn('again_at', instant)
      .addColumn('given_up_at', instant)
      .addColumn('way', 'text')
      .execute()
    await sql`create index letters_to_send on letters (not_before, id)
      where sent_at is null and given_up_at is null`.execute(write)
    await schema.createIndex('letters_by_sending').on('letters').columns(['sent_at', 'id']).execute()
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

/** So many texts are folded at once where a site with comments is brought up to date. */
const AT_ONCE = 500

/** The words of comments for the full-text index: a table of its own, whose rows are written once and go with the words. */
async function makeCommentWords(write: Write, kind: Store['kind']): Promise<void> {
  const postgres = kind === 'postgres'
  await write.schema
    .createTable('comment_words')
    .addColumn('number', postgres ? 'bigserial' : 'integer', (c) =>
      postgres ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('revision_id', 'text', (c) => c.notNull().unique().references('comment_revisions.id'))
    .addColumn('search_words', 'text', (c) => c.notNull())
    .execute()
  await fullTextOf(kind).create(write, COMMENT_TEXT)
  for (let after = ''; ; ) {
    const some = await write
      .selectFrom('comment_revisions')
      .select(['id', 'text'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    const last = some.at(-1)
    if (!last) return
    await write
      .insertInto('comment_words')
      .values(some.map(({ id, text }) => ({ revision_id: id, search_words: foldedWords(text).join(' ') })))
      .execute()
    after = last.id
  }
}
