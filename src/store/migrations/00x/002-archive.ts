import { sql } from 'kysely'
import { fullTextOf, STATEMENT_TEXT } from '../../full-text.ts'
import type { Migration } from '../../migration.ts'
import { writtenOnce } from '../triggers/written-once.ts'

/** Readings of published stories, their statements and names, what people corrected in them, and names with a page. */
export const archive: Migration = {
  name: 'archive',
  async up(write, kind) {
    const { schema } = write
    const postgres = kind === 'postgres'
    const instant = postgres ? 'bigint' : 'integer'
    // Words and keys are compared byte by byte in both, so that their beginnings can be looked up in an index.
    const key = sql.raw(postgres ? 'text collate "C"' : 'text')

    await schema.alterTable('stories').addColumn('who_says_so', 'integer').execute()
    await schema.alterTable('stories').addColumn('who_says_so_by', 'text').execute()
    await schema.alterTable('stories').addColumn('who_says_so_at', instant).execute()
    await sql`drop view published_stories`.execute(write)
    await sql`create view published_stories as
      select s.id, s.path, v.number, v.content_json, s.first_published_at, s.published_at, s.comments_open,
        coalesce(s.who_says_so, 0) as who_says_so
      from stories s
      join story_versions v on v.story_id = s.id and v.number = s.published_number
      where s.path is not null and s.first_published_at is not null and s.published_at is not null`.execute(write)

    await schema
      .createTable('readings')
      .addColumn('story_id', 'text', (c) => c.primaryKey().references('stories.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('edition', 'integer', (c) => c.notNull())
      .addColumn('day', 'text')
      .addColumn('headline', 'text', (c) => c.notNull())
      .addColumn('standfirst', 'text', (c) => c.notNull())
      .addColumn('text_json', 'text', (c) => c.notNull())
      .addColumn('reading_json', 'text', (c) => c.notNull())
      .addColumn('kept_at', instant, (c) => c.notNull())
      .execute()
    // Both have the same columns, so that one query serves either: what readers may see, and what was ever kept.
    const columns = 'r.story_id, r.version, r.day, r.headline, r.standfirst, r.text_json, r.reading_json'
    await sql`create view public_readings as
      select ${sql.raw(columns)}, p.path, p.first_published_at, 1 as published
      from readings r
      join published_stories p on p.id = r.story_id and p.number = r.version
      where p.who_says_so = 1`.execute(write)
    await sql`create view kept_readings as
      select ${sql.raw(columns)}, s.path, s.first_published_at,
        case when s.published_number is null then 0 else 1 end as published
      from readings r
      join stories s on s.id = r.story_id`.execute(write)

    await schema
      .createTable('statements')
      .addColumn('number', postgres ? 'bigserial' : 'integer', (c) =>
        postgres ? c.primaryKey() : c.primaryKey().autoIncrement(),
      )
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('statement_id', 'text', (c) => c.notNull())
      .addColumn('block', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('polarity', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('quoted', 'text', (c) => c.notNull())
      .addColumn('cue', 'text')
      .addColumn('speaker_text', 'text')
      .addColumn('speaker_name', 'text')
      .addColumn('speaker_kind', 'text')
      .addColumn('speaker_key', key)
      .addColumn('sources_json', 'text', (c) => c.notNull())
      .addColumn('day', key, (c) => c.notNull())
      .addColumn('corrected', 'integer', (c) => c.notNull())
      .addColumn('search_words', 'text', (c) => c.notNull())
      .addUniqueConstraint('statements_place', ['story_id', 'position'])
      .execute()
    await sql`create index statements_by_day on statements (day desc, story_id desc, position)`.execute(write)
    await schema.createIndex('statements_by_speaker').on('statements').column('speaker_key').execute()
    await fullTextOf(kind).create(write, STATEMENT_TEXT)
    await schema
      .createTable('speaker_words')
      .addColumn('word', key, (c) => c.notNull())
      .addColumn('statement', instant, (c) => c.notNull().references('statements.number').onDelete('cascade'))
      .addPrimaryKeyConstraint('speaker_words_key', ['word', 'statement'])
      .execute()
    await schema.createIndex('speaker_words_by_statement').on('speaker_words').column('statement').execute()
    await schema
      .createTable('word_prints')
      .addColumn('print', instant, (c) => c.notNull())
      .addColumn('statement', instant, (c) => c.notNull().references('statements.number').onDelete('cascade'))
      .addPrimaryKeyConstraint('word_prints_key', ['print', 'statement'])
      .execute()
    await schema.createIndex('word_prints_by_statement').on('word_prints').column('statement').execute()

    await schema
      .createTable('names')
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', key, (c) => c.notNull())
      .addColumn('roles_json', 'text', (c) => c.notNull())
      .addColumn('mentions', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('names_key', ['story_id', 'position'])
      .execute()
    await schema.createIndex('names_by_key').on('names').columns(['kind', 'name_key']).execute()
    await schema
      .createTable('name_words')
      .addColumn('word', key, (c) => c.notNull())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('name_words_key', ['word', 'story_id', 'position'])
      .execute()
    await schema.createIndex('name_words_by_story').on('name_words').column('story_id').execute()

    await schema
      .createTable('statement_corrections')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('block', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('nth', 'integer', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('state_json', 'text')
      .addColumn('replaces', 'text', (c) => c.references('statement_corrections.id'))
      .addColumn('corrected_by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('corrected_at', instant, (c) => c.notNull())
      .execute()
    await schema
      .createIndex('statement_corrections_by_story')
      .on('statement_corrections')
      .columns(['story_id', 'corrected_at'])
      .execute()

    await schema
      .createTable('accepted_names')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('slug', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('withdrawn_at', instant)
      .addUniqueConstraint('accepted_names_address', ['kind', 'slug'])
      .execute()
    await schema
      .createTable('name_spellings')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name_key', key, (c) => c.notNull())
      .addColumn('spelling', 'text', (c) => c.notNull())
      .addColumn('accepted_id', 'text', (c) => c.notNull().references('accepted_names.id'))
      .addPrimaryKeyConstraint('name_spellings_key', ['kind', 'name_key'])
      .execute()
    await schema.createIndex('name_spellings_by_name').on('name_spellings').column('accepted_id').execute()
    await schema
      .createTable('name_decisions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('accepted_id', 'text', (c) => c.notNull().references('accepted_names.id'))
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('decided_by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('decided_at', instant, (c) => c.notNull())
      .execute()

    for (const table of ['statement_corrections', 'name_decisions']) await writtenOnce(table, write, kind)
  },
}
