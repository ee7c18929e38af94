/** The newsroom's list of stories: searched, filtered, sorted, by pages. It reads narrow rows, and no body but of those that are being written. */
import { type Expression, type SqlBool, sql } from 'kysely'
import { type Database, fullTextOf, type Store } from '../store/index.ts'
import { readDraft, readStoryLines } from '../story/index.ts'
import { foldedWords } from '../text/index.ts'
import { searchWordsOf } from './listing.ts'
import type { Stage, State } from './stage.ts'

export interface ListAsk {
  /** Words that a story has to have; empty for any. */
  words: string
  state: State | null
  /** A section's name as names are compared; null for any. */
  section: string | null
  /** Whose it is: a person's id. */
  writer: string | null
  /** Only those of these; null for any. */
  among: readonly string[] | null
  sort: 'changed' | 'published'
  /** From 1. */
  page: number
  /** Only what was changed before this one, for whoever takes the list part by part while it changes. */
  before?: { changedAt: number; id: string }
}

export interface ListedStory {
  id: string
  headline: string
  byline: string
  section: string
  createdBy: string | null
  changedAt: number
  number: number
  state: State
  /** How the draft stands; of a story on the site, the next words of it. */
  stage: Stage
  /** Where readers find it; null while they don't. */
  path: string | null
  publishedAt: number | null
}

export const ON_A_PAGE = 50
/** More words than these are not looked for. */
const MOST_TERMS = 12
/** So many that are being written are looked through as they are now. */
const MOST_BEHIND = 200

/** A page of the list, how many there are in all, and how many pages. A page beyond the last is the last. */
export async function listStories(
  store: Store,
  ask: ListAsk,
): Promise<{ stories: ListedStory[]; count: number; page: number; pages: number }> {
  const { db } = store
  const terms = [...new Set(foldedWords(ask.words.slice(0, 500)))].slice(0, MOST_TERMS)
  const behind = terms.length > 0 ? await searchBehind(db, terms) : { all: [], found: [] }
  const { before } = ask
  const isLookedFor = ask.words.trim() !== ''
  const query = () =>
    db
      .selectFrom('listed_stories as l')
      .where('trashed_at', 'is', null)
      .$if(ask.state !== null, (q) => q.where(inState(ask.state as State)))
      .$if(ask.section !== null, (q) => q.where('section_key', '=', ask.section as string))
      .$if(ask.writer !== null, (q) => q.where('created_by', '=', ask.writer as string))
      .$if(ask.among !== null, (q) => q.where(oneOf(ask.among as readonly string[])))
      .$if(before !== undefined, (q) =>
        q.where(sql<boolean>`(changed_at, story_id) < (${before?.changedAt}, ${before?.id})`),
      )
      .$if(isLookedFor, (q) => q.where(terms.length > 0 ? hasWords(store, terms, behind) : sql<boolean>`1 = 0`))
  const counted = await query()
    .select((s) => s.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  const count = Number(counted.count)
  const pages = Math.max(1, Math.ceil(count / ON_A_PAGE))
  const page = Math.min(Math.max(1, ask.page), pages)
  const rows = await query()
    .selectAll()
    .orderBy(ask.sort === 'published' ? 'published_at' : 'changed_at', (by) => by.desc().nullsLast())
    .orderBy('story_id', 'desc')
    .limit(ON_A_PAGE)
    .offset((page - 1) * ON_A_PAGE)
    .execute()
  const written = rows.filter((row) => row.words_number < row.draft_number).map((row) => row.story_id)
  const now = await readStoryLines(db, written)
  const stories = rows.map((row) => ({
    id: row.story_id,
    headline: now.get(row.story_id)?.headline ?? row.headline,
    byline: row.byline,
    section: row.section,
    createdBy: row.created_by,
    changedAt: Number(row.changed_at),
    number: row.draft_number,
    path: row.live === 1 ? row.path : null,
    publishedAt: row.published_at === null ? null : Number(row.published_at),
    ...stateOf(row),
  }))
  return { stories, count, page, pages }
}

/** Where these stories are, and what they are called, by id; those in the trash as well. One that is gone is not among them. */
export async function readListed(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Pick<ListedStory, 'headline' | 'section' | 'state' | 'stage'> & { isInTrash: boolean }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('listed_stories').selectAll().where('story_id', 'in', ids).execute()
  const written = rows.filter((row) => row.words_number < row.draft_number).map((row) => row.story_id)
  const now = await readStoryLines(db, written)
  return new Map(
    rows.map((row) => [
      row.story_id,
      {
        headline: now.get(row.story_id)?.headline ?? row.headline,
        section: now.get(row.story_id)?.section ?? row.section,
        isInTrash: row.trashed_at !== null,
        ...stateOf(row),
      },
    ]),
  )
}

/** Those that have been changed since their words were kept, and which of them have all these words. */
async function searchBehind(db: Database, terms: readonly string[]): Promise<{ all: string[]; found: string[] }> {
  const rows = await db
    .selectFrom('listed_stories')
    .select('story_id')
    .where('words_number', '<', sql<number>`draft_number`)
    .where('trashed_at', 'is', null)
    .limit(MOST_BEHIND)
    .execute()
  const all = rows.map(({ story_id }) => story_id)
  const found: string[] = []
  for (const id of all) {
    const draft = await readDraft(db, id)
    const words = new Set(draft ? searchWordsOf(draft.content) : [])
    if (terms.every((term) => words.has(term))) found.push(id)
  }
  return { all, found }
}

const MOST_FOUND = 1_000_000
const STORY_TEXT = { table: 'story_words', key: 'number', column: 'search_words' }

function hasWords(
  { kind }: Store,
  terms: readonly string[],
  { all, found }: { all: readonly string[]; found: readonly string[] },
): Expression<SqlBool> {
  const keys = fullTextOf(kind).keysWithAll(
    STORY_TEXT,
    terms.map((term) => [term]),
    MOST_FOUND,
  )
  const kept = sql<boolean>`l.story_id in
    (select story_id from story_words where number in (select key from (${keys}) as matching))`
  return all.length === 0 ? kept : sql<boolean>`(${oneOf(found)} or (${kept} and not ${oneOf(all)}))`
}

const oneOf = (ids: readonly string[]): Expression<SqlBool> =>
  ids.length === 0 ? sql<boolean>`(1 = 0)` : sql<boolean>`(l.story_id in (${sql.join(ids)}))`

const FRESH = sql`stage in ('ready', 'checked') and stage_number = draft_number`

/** Ready, checked and sent back are said of a draft, also of the next words of a story that is on the site. */
function inState(state: State): Expression<SqlBool> {
  switch (state) {
    case 'ready':
    case 'checked':
      return sql<boolean>`(${FRESH} and stage = ${state})`
    case 'back':
      return sql<boolean>`stage = 'back'`
    case 'draft':
      return sql<boolean>`(live = 0 and published_at is null and stage <> 'back' and not (${FRESH}))`
    case 'off':
      return sql<boolean>`(live = 0 and published_at is not null)`
    case 'live':
      return sql<boolean>`live = 1`
    case 'changed':
      return sql<boolean>`(live = 1 and draft_number > same_number)`
    case 'corrected':
    case 'retracted':
      return sql<boolean>`(live = 1 and said = ${state})`
  }
}

/** What a row says of its story. */
export function stateOf(row: {
  stage: Stage
  stage_number: number
  draft_number: number
  same_number: number
  live: number
  said: '' | 'corrected' | 'retracted'
  published_at: number | null
}): { state: State; stage: Stage } {
  const stage = row.stage === 'back' || row.stage_number === row.draft_number ? row.stage : 'draft'
  if (row.live === 1) return { state: row.draft_number > row.same_number ? 'changed' : row.said || 'live', stage }
  if (stage !== 'draft') return { state: stage, stage }
  return { state: row.published_at === null ? 'draft' : 'off', stage }
}
