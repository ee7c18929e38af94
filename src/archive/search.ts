/** What did X say about Y: statements of the archive by speaker, by what they are about, and by the kind of speaker. */

import { type RawBuilder, sql } from 'kysely'
import { archiveMessages as m } from '../messages/index.ts'
import type { NameKind } from '../reading/index.ts'
import { type Database, fullTextOf, STATEMENT_TEXT, type Store } from '../store/index.ts'
import { nameWordsOf, termsOf } from './ask.ts'
import { foundIn, statementsIn, toFound } from './found.ts'
import type { Scope, StatementsPage } from './records.ts'

const MOST = 100
/** Of words that very many statements have, the newest so many are considered, so that no search keeps others waiting. */
const MOST_CONSIDERED = 10_000

export interface StatementsAsk {
  /** Words of a name or a role, in any case, with or without accents. */
  speaker?: string
  /** Words, found by their stems; words in quotation marks as they stand side by side. */
  about?: string
  kind?: NameKind
  limit: number
  /** `after` of the page before. */
  after?: string
}

/**
 * Statements in which the most of what is asked for is found come first, then
 * those of the newest day, in an order that both databases share and that other
 * stories' coming and going does not change. Of speakers only those count that
 * have the most of the words asked for: who asks for Ada Harbour is not given
 * another Ada, unless nobody has both words. { problem } where `after` is none of ours.
 */
export async function searchStatements(
  store: Store,
  ask: StatementsAsk,
  scope: Scope,
): Promise<StatementsPage | { problem: string }> {
  const { db } = store
  const after = ask.after === undefined ? null : readCursor(ask.after)
  if (after === undefined) return { problem: m.wrongAfter }
  const limit = Math.max(1, Math.min(Math.floor(ask.limit), MOST))
  const nobody = { statements: [], after: null }

  const about = ask.about?.trim() ? aboutHits(store, ask.about) : null
  const speaker = ask.speaker?.trim() ? await speakerHits(db, ask.speaker) : null
  if (about === undefined || speaker === undefined) return nobody
  const best = speaker && (speaker.words === 1 ? 1 : await bestSpeakers(db, scope, speaker.hits))
  if (best === 0) return nobody

  const hits = about ? sql<number>`about.hits` : sql<number>`0`
  let query = foundIn(db, scope).select(hits.as('hits'))
  if (about) query = query.innerJoin(about.as('about'), (join) => join.on(sql`about.key`, '=', sql`s.number`))
  if (speaker) {
    query = query
      .innerJoin(speaker.hits.as('speaker'), (join) => join.on(sql`speaker.key`, '=', sql`s.number`))
      .where(sql`speaker.hits`, '=', best)
  }
  if (ask.kind) query = query.where('s.speaker_kind', '=', ask.kind)
  if (after) {
    const [h, d, s, p] = after
    query = query.where(
      sql<boolean>`(${hits} < ${h} or (${hits} = ${h} and (s.day < ${d} or (s.day = ${d} and
        (s.story_id < ${s} or (s.story_id = ${s} and s.position > ${p}))))))`,
    )
  }
  // Where nothing is asked about, an order by that nothing would keep the index of days from being used.
  const rows = await query
    .$if(about !== null, (asked) => asked.orderBy('hits', 'desc'))
    .orderBy('s.day', 'desc')
    .orderBy('s.story_id', 'desc')
    .orderBy('s.position')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    statements: await toFound(db, page),
    after: rows.length > limit && last ? writeCursor([last.hits, last.day, last.story_id, last.position]) : null,
  }
}

type Hits = RawBuilder<{ key: number; hits: number }>

/** How many of the terms each statement has; undefined where no word says anything. */
function aboutHits({ kind }: Store, typed: string): Hits | undefined {
  const text = fullTextOf(kind)
  const asked = termsOf(typed)
  if (asked.length === 0) return undefined
  const most = Math.floor(MOST_CONSIDERED / asked.length)
  // Each in brackets of its own, for its own order and limit.
  const terms = asked.map((words) => sql`select key from (${text.keysWith(STATEMENT_TEXT, words, most)}) as found`)
  return sql`(select key, count(*) as hits from (${sql.join(terms, sql` union all `)}) as term group by key)`
}

/**
 * How many of the words asked for each statement's speaker has. Whoever is
 * meant by an accepted name that has them all in any of its spellings, counts
 * as having them. Undefined where there is no word.
 */
async function speakerHits(db: Database, typed: string): Promise<{ words: number; hits: Hits } | undefined> {
  const words = nameWordsOf(typed)
  if (words.length === 0) return undefined
  const spelled = await spellingsOf(db, words)
  const most = Math.floor(MOST_CONSIDERED / words.length)
  const having = words.map(
    (word) => sql`select statement from (
      select statement from speaker_words where word = ${word} order by statement desc limit ${sql.lit(most)}) as found`,
  )
  const byWord = sql`select statement as key, count(*) as hits from (${sql.join(having, sql` union all `)}) as each_word
    group by statement`
  const byName = spelled.map(
    ({ kind, name_key }) => sql`select number as key, ${sql.lit(words.length)} as hits from statements
      where speaker_key = ${name_key} and (speaker_kind = ${kind} or speaker_kind is null)`,
  )
  const hits: Hits = sql`(select key, max(hits) as hits from (${sql.join([byWord, ...byName], sql` union all `)}) as word group by key)`
  return { words: words.length, hits }
}

/** Every spelling of the accepted names of which one spelling has all these words. */
async function spellingsOf(db: Database, words: readonly string[]): Promise<{ kind: string; name_key: string }[]> {
  let query = db
    .selectFrom('accepted_names as a')
    .innerJoin('name_spellings as one', 'one.accepted_id', 'a.id')
    .innerJoin('name_spellings as each', 'each.accepted_id', 'a.id')
    .select(['each.kind', 'each.name_key'])
    .distinct()
    .where('a.withdrawn_at', 'is', null)
  // Folded words are letters and digits: nothing in them means anything to "like".
  for (const word of words) query = query.where(sql`' ' || one.name_key || ' '`, 'like', `% ${word} %`)
  return query.limit(50).execute()
}

/** The most of the words that any speaker has whom this scope sees; 0 where none has any. */
async function bestSpeakers(db: Database, scope: Scope, speaker: Hits): Promise<number> {
  const row = await statementsIn(db, scope)
    .innerJoin(speaker.as('speaker'), (join) => join.on(sql`speaker.key`, '=', sql`s.number`))
    .select(sql<number | null>`max(speaker.hits)`.as('best'))
    .executeTakeFirst()
  return Number(row?.best ?? 0)
}

type Cursor = [hits: number, day: string, story: string, position: number]

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Undefined where it is none of ours. */
function readCursor(text: string): Cursor | undefined {
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown
    if (!Array.isArray(cursor) || cursor.length !== 4) return undefined
    const [hits, day, story, position] = cursor as unknown[]
    const isNumber = (one: unknown): one is number => Number.isSafeInteger(one) && Math.abs(one as number) < 2 ** 31
    const isText = (one: unknown): one is string => typeof one === 'string' && !one.includes('\0')
    return isNumber(hits) && isText(day) && isText(story) && isNumber(position)
      ? [hits, day, story, position]
      : undefined
  } catch {
    return undefined
  }
}
