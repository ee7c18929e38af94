/**
 * Finding rows by the stems of their words: FTS5 with the Porter stemmer in
 * SQLite, a tsvector of English in PostgreSQL. What is indexed and what is
 * asked for are folded words (lower case, no accents, letters and digits with
 * single spaces between), so that both cut them alike and no query is a syntax
 * error in either.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Store, Write } from './store.ts'

export interface FullText {
  /** Indexes a text column of a table from then on; the table must be empty, its rows inserted and deleted, never updated. */
  create(write: Write, index: FullTextIndex): Promise<void>
  /** The query for the keys, as `key`, of rows that have these words in this order, each by its stem: the newest, at most so many. */
  keysWith(index: FullTextIndex, words: readonly string[], most: number): RawBuilder<{ key: number }>
  /** The same for rows that have all of several terms, of those with keys below `before`. */
  keysWithAll(
    index: FullTextIndex,
    terms: readonly (readonly string[])[],
    most: number,
    before?: number,
  ): RawBuilder<{ key: number }>
  /** The query for rows' indexed words, as `marked`, with what was found of these terms between "[" and "]". */
  marked(
    index: FullTextIndex,
    terms: readonly (readonly string[])[],
    keys: readonly number[],
  ): RawBuilder<{ key: number; marked: string }>
}

/** `key` is the table's integer primary key. */
export interface FullTextIndex {
  table: string
  key: string
  column: string
}

/** What statements say. */
export const STATEMENT_TEXT: FullTextIndex = { table: 'statements', key: 'number', column: 'search_words' }
/** What comments say, in every state; staff only. */
export const COMMENT_TEXT: FullTextIndex = { table: 'comment_words', key: 'number', column: 'search_words' }

/** What stories say as the newsroom has them now; staff only. */
export const STORY_TEXT: FullTextIndex = { table: 'story_words', key: 'number', column: 'search_words' }

export const fullTextOf = (kind: Store['kind']): FullText => (kind === 'postgres' ? tsvector : fts5)

const fts5: FullText = {
  async create(write, { table, key, column }) {
    const index = `${table}_text`
    for (const statement of [
      `create virtual table ${index} using fts5(${column}, content='${table}', content_rowid='${key}',
         tokenize='porter unicode61 remove_diacritics 2')`,
      `create trigger ${index}_insert after insert on ${table} begin
         insert into ${index} (rowid, ${column}) values (new.${key}, new.${column}); end`,
      `create trigger ${index}_delete after delete on ${table} begin
         insert into ${index} (${index}, rowid, ${column}) values ('delete', old.${key}, old.${column}); end`,
    ])
      await sql.raw(statement).execute(write)
  },
  keysWith({ table }, words, most) {
    const index = sql.ref(`${table}_text`)
    return sql<{ key: number }>`select rowid as key from ${index} where ${index} match ${phrase(words)}
      order by rowid desc limit ${sql.lit(most)}`
  },
  keysWithAll({ table }, terms, most, before) {
    const index = sql.ref(`${table}_text`)
    return sql<{ key: number }>`select rowid as key from ${index}
      where ${index} match ${allOf(terms)} ${below('rowid', before)} order by rowid desc limit ${sql.lit(most)}`
  },
  marked({ table }, terms, keys) {
    const index = sql.ref(`${table}_text`)
    return sql<{ key: number; marked: string }>`select rowid as key, highlight(${index}, 0, '[', ']') as marked
      from ${index} where ${index} match ${allOf(terms)} and rowid in (${sql.join(keys.map(whole))})`
  },
}

const tsvector: FullText = {
  async create(write, { table, column }) {
    await sql
      .raw(`alter table ${table} add column ${column}_vector tsvector
        generated always as (to_tsvector('english'::regconfig, ${column})) stored`)
      .execute(write)
    await sql.raw(`create index ${table}_text on ${table} using gin (${column}_vector)`).execute(write)
  },
  keysWith({ table, key, column }, words, most) {
    const vector = sql.ref(`${column}_vector`)
    return sql<{ key: number }>`select ${sql.ref(key)} as key from ${sql.ref(table)}
      where ${vector} @@ phraseto_tsquery('english'::regconfig, ${words.join(' ')})
      order by key desc limit ${sql.lit(most)}`
  },
  keysWithAll({ table, key, column }, terms, most, before) {
    return sql<{ key: number }>`select ${sql.ref(key)} as key from ${sql.ref(table)}
      where ${sql.ref(`${column}_vector`)} @@ ${query(terms)} ${below(key, before)}
      order by key desc limit ${sql.lit(most)}`
  },
  marked({ table, key, column }, terms, keys) {
    return sql<{ key: number; marked: string }>`select ${sql.ref(key)} as key,
      ts_headline('english'::regconfig, ${sql.ref(column)}, ${query(terms)},
        'StartSel=[, StopSel=], HighlightAll=true') as marked
      from ${sql.ref(table)} where ${sql.ref(key)} in (${sql.join(keys)})`
  },
}

/** Numbers are bound as doubles, and FTS5 leaves a condition on its rowid out where the value is one. */
const whole = (value: number): RawBuilder<number> => sql`cast(${value} as integer)`

const below = (key: string, bound: number | undefined): RawBuilder<unknown> =>
  bound === undefined ? sql`` : sql`and ${sql.ref(key)} < cast(${bound} as bigint)`

/** All terms; PostgreSQL takes a term that is nothing but stop words for none. */
const query = (terms: readonly (readonly string[])[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    terms.map((words) => sql`phraseto_tsquery('english'::regconfig, ${words.join(' ')})`),
    sql` && `,
  )})`

const allOf = (terms: readonly (readonly string[])[]): string => terms.map(phrase).join(' AND ')

/** An FTS5 string (sqlite.org/fts5.html, 3.1): in quotes nothing means anything but a quote, and that is doubled. */
const phrase = (words: readonly string[]): string => `"${words.join(' ').replaceAll('"', '""')}"`
