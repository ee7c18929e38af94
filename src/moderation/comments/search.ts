/**
 * Comments of every state, found by their words, state, story, author and time:
 * the newest first. One look considers a bounded number of them and says where
 * the next one goes on, so that no search keeps others waiting and none ends
 * before the archive does.
 */

import { type RawBuilder, sql } from 'kysely'
import { COMMENT_TEXT, type Database, fullTextOf, type RevisionStateName, type Store } from '../../store/index.ts'
import { readHeadlines } from '../../story/index.ts'
import { isNewest } from '../decisions/index.ts'
import { searchTerms } from '../queue/index.ts'

/** So many are shown at once. */
const PAGE = 20
/** So many of the newest are considered in one look. */
const MOST_CONSIDERED = 10_000

export interface CommentsAsk {
  /** Words, all of which have to be there, by their stems; "words in quotation marks" side by side. */
  words?: string
  state?: RevisionStateName
  /** A story's id. */
  story?: string
  /** The name above a comment, as it stands there. */
  author?: string
  /** Not older than this, in milliseconds since the epoch. */
  since?: number
  /** Where the look before ended. */
  before?: number
}

export interface FoundComment {
  commentId: string
  revisionId: string
  number: number
  text: string
  /** Which of the text's folded words were found, by their place among them. */
  found: ReadonlySet<number>
  state: RevisionStateName
  authorName: string
  createdAt: number
  story: { id: string; headline: string }
  /** Whether these are the comment's last words. */
  last: boolean
}

export interface CommentsFound {
  comments: FoundComment[]
  /** Hand this on as `before` for what comes after; null where nothing does. */
  before: number | null
}

export async function searchComments(store: Store, ask: CommentsAsk): Promise<CommentsFound> {
  const terms = ask.words?.trim() ? searchTerms(ask.words) : null
  if (terms?.length === 0) return { comments: [], before: null }
  const considered = candidates(store, ask, terms)
  let query = store.db
    .selectFrom(sql<{ key: number }>`(${considered})`.as('f'))
    .innerJoin('comment_words as w', 'w.number', 'f.key')
    .innerJoin('comment_revisions as r', 'r.id', 'w.revision_id')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select(['f.key', 'r.id', 'r.comment_id', 'r.number', 'r.text', 'r.state', 'r.created_at'])
    .select(['c.author_name', 'c.story_id'])
    .select(isNewest.as('last'))
  if (ask.state) query = query.where('r.state', '=', ask.state)
  if (ask.story) query = query.where('c.story_id', '=', ask.story)
  if (ask.author) query = query.where('c.author_name', '=', ask.author)
  if (ask.since !== undefined) query = query.where('r.created_at', '>=', ask.since)
  const rows = await query
    .orderBy('f.key', 'desc')
    .limit(PAGE + 1)
    .execute()
  const page = rows.slice(0, PAGE)
  const [places, headlines, before] = await Promise.all([
    placesIn(
      store,
      terms,
      page.map(({ key }) => key),
    ),
    readHeadlines(store.db, [...new Set(page.map(({ story_id }) => story_id))]),
    rows.length > PAGE ? (page.at(-1)?.key ?? null) : endOf(store.db, considered),
  ])
  return {
    comments: page.map((row) => ({
      commentId: row.comment_id,
      revisionId: row.id,
      number: row.number,
      text: row.text,
      found: places.get(row.key) ?? new Set(),
      state: row.state,
      authorName: row.author_name,
      createdAt: row.created_at,
      story: { id: row.story_id, headline: headlines.get(row.story_id) ?? '' },
      last: Boolean(row.last),
    })),
    before,
  }
}

/** The keys of those that are considered, the newest first. */
function candidates(
  store: Store,
  { story, author, before }: CommentsAsk,
  terms: readonly string[][] | null,
): RawBuilder<{ key: number }> {
  if (terms) return fullTextOf(store.kind).keysWithAll(COMMENT_TEXT, terms, MOST_CONSIDERED, before)
  const older = before === undefined ? sql`` : sql`and w.number < ${before}`
  if (author || story) {
    const whose = author ? sql`c.author_name = ${author}` : sql`c.story_id = ${story}`
    return sql`select w.number as key from comments c join comment_revisions r on r.comment_id = c.id
      join comment_words w on w.revision_id = r.id where ${whose} ${older} order by w.number desc limit ${sql.lit(MOST_CONSIDERED)}`
  }
  return sql`select w.number as key from comment_words w where true ${older} order by w.number desc limit ${sql.lit(MOST_CONSIDERED)}`
}

/** Where a look that considered as many as it may ended; null where it came to the end of the archive. */
async function endOf(db: Database, considered: RawBuilder<{ key: number }>): Promise<number | null> {
  const { rows } = await sql<{ count: number; last: number | null }>`
    select count(*) as count, min(key) as last from (${considered}) as f`.execute(db)
  return Number(rows[0]?.count ?? 0) < MOST_CONSIDERED ? null : Number(rows[0]?.last)
}

/** Which words of each text were found, as the index itself found them. */
async function placesIn(
  store: Store,
  terms: readonly string[][] | null,
  keys: readonly number[],
): Promise<Map<number, Set<number>>> {
  if (!terms || keys.length === 0) return new Map()
  const { rows } = await fullTextOf(store.kind).marked(COMMENT_TEXT, terms, keys).execute(store.db)
  return new Map(rows.map(({ key, marked }) => [key, markedPlaces(marked)]))
}

/** The places of the words between "[" and "]" in folded words with single spaces between them. */
export function markedPlaces(marked: string): Set<number> {
  const places = new Set<number>()
  let isInside = false
  for (const [place, word] of marked.trim().split(/ +/).entries()) {
    if (word.startsWith('[')) isInside = true
    if (isInside) places.add(place)
    if (word.endsWith(']')) isInside = false
  }
  return places
}
