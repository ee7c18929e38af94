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
}

/** `key` is the table's integer primary key. */
export interface FullTextIndex {
  table: string
  key: string
  column: string
}

/** What statements say. */
export const STATEMENT_TEXT: FullTextIndex = { table: 'statements', key: 'number', column: 'search_words' }

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
      order by rowid desc limit ${most}`
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
      order by key desc limit ${most}`
  },
}

/** An FTS5 string (sqlite.org/fts5.html, 3.1): in quotes nothing means anything but a quote, and that is doubled. */
const phrase = (words: readonly string[]): string => `"${words.join(' ').replaceAll('"', '""')}"`
