/** Stories as other parts name them: a headline and where it is, without the body. */
import type { Database } from '../store/index.ts'
import { foldedWords, readUrl } from '../text/index.ts'
import { contentFromJson } from './content.ts'
import { WORDS_OF_DRAFT, withNewestWords } from './drafts/newest-words.ts'

export interface StoryLine {
  id: string
  /** /YYYY/MM/slug; null where it was never published. */
  path: string | null
  headline: string
  standfirst: string
  section: string
}

/** These stories as the newsroom has them now, by id. */
export async function readStoryLines(db: Database, ids: readonly string[]): Promise<Map<string, StoryLine>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('stories').select(COLUMNS).where('id', 'in', ids).execute()
  return new Map((await withNewestWords(db, rows)).map((row) => [row.id, toLine(row)]))
}

/** Among so many stories, those edited last, a headline is looked for. */
const LOOKED_THROUGH = 500

/**
 * A story by its id, its path, its whole address, or words of its headline that no other has; null where there is none.
 * A headline typed in full is that story's, whatever others have it among their words.
 */
export async function findStory(db: Database, typed: string): Promise<StoryLine | null> {
  if (typed.includes('\0')) return null
  const path = (/^https?:/.test(typed) ? readUrl(typed)?.pathname : null) ?? typed
  const rows = await db
    .selectFrom('stories')
    .select(COLUMNS)
    .where(({ or, eb }) => or([eb('id', '=', typed), eb('path', '=', path)]))
    .execute()
  const [row] = await withNewestWords(db, rows)
  return row ? toLine(row) : findByHeadline(db, typed)
}

async function findByHeadline(db: Database, typed: string): Promise<StoryLine | null> {
  const wanted = foldedWords(typed).join(' ')
  if (wanted === '') return null
  const newest = (await listStoryLines(db, LOOKED_THROUGH)).map((line) => ({
    line,
    headline: foldedWords(line.headline).join(' '),
  }))
  const found = newest.filter(({ headline }) => headline.includes(wanted))
  const [whole] = found.filter(({ headline }) => headline === wanted)
  const one = whole ?? (found.length === 1 ? found[0] : undefined)
  return one?.line ?? null
}

/** The stories edited last, newest first. */
export async function listStoryLines(db: Database, limit: number): Promise<StoryLine[]> {
  const rows = await db
    .selectFrom('stories')
    .select(COLUMNS)
    .orderBy('draft_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return (await withNewestWords(db, rows)).map(toLine)
}

/** The headline of each of these that is there, by id. */
export async function readHeadlines(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map([...(await readStoryLines(db, ids))].map(([id, { headline }]) => [id, headline]))
}

/** Where these stories are for readers and what they are headed, by id; one that is not on the site is not among them. */
export async function readPublishedLines(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { path: string; headline: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('published_stories')
    .select(['id', 'path', 'content_json'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, path, content_json }) => [id, { path, headline: contentFromJson(content_json).headline }]),
  )
}

/** Whether there is any story at all, published or not, that is not in the trash; beside that one, where an id is given. */
export async function hasStories(db: Database, beside = ''): Promise<boolean> {
  const stories = db.selectFrom('stories').select('id').where('id', '!=', beside).where('trashed_at', 'is', null)
  return (await stories.limit(1).executeTakeFirst()) !== undefined
}

const COLUMNS = [...WORDS_OF_DRAFT, 'path'] as const

function toLine({ id, path, draft_json }: { id: string; path: string | null; draft_json: string }): StoryLine {
  const { headline, standfirst, section } = contentFromJson(draft_json)
  return { id, path, headline, standfirst, section }
}
