/** The readers' side of a story: published versions only, through the database's view of them. */
import { sql } from 'kysely'
import { type Database, many } from '../store/index.ts'
import { contentFromJson, type StoryContent } from './content.ts'

export interface PublishedStory {
  id: string
  /** /YYYY/MM/slug */
  path: string
  version: number
  /** Milliseconds since the epoch. */
  firstPublishedAt: number
  updatedAt: number
  content: StoryContent
  commentsOpen: boolean
  /** Whether readers see who says what. */
  whoSaysSo: boolean
}

export async function readPublishedByPath(db: Database, path: string): Promise<PublishedStory | null> {
  const row = await db.selectFrom('published_stories').selectAll().where('path', '=', path).executeTakeFirst()
  return row ? toPublished(row) : null
}

/** The id of the story at a path, without its words. In a flood every comment asks: who asks at the same moment is answered by one query. */
export const findPublished = many.batchesOf(
  async (db: Database, paths: readonly string[]): Promise<(string | null)[]> => {
    const rows = await db.selectFrom('published_stories').select(['id', 'path']).where('path', 'in', paths).execute()
    const ids = new Map(rows.map(({ id, path }) => [path, id]))
    return paths.map((path) => ids.get(path) ?? null)
  },
)

export async function readPublishedById(db: Database, id: string): Promise<PublishedStory | null> {
  const row = await db.selectFrom('published_stories').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toPublished(row) : null
}

/** Those of these ids that are published, in this order. */
export async function readPublishedByIds(db: Database, ids: readonly string[]): Promise<PublishedStory[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('published_stories').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(toPublished)
}

/** Newest first; `under` keeps those whose address begins so: /YYYY/ or /YYYY/MM/, `before` those that came out before a story. */
export async function listPublished(
  db: Database,
  { limit, under, before }: { limit: number; under?: string; before?: Pick<PublishedStory, 'id' | 'firstPublishedAt'> },
): Promise<PublishedStory[]> {
  let query = db.selectFrom('published_stories').selectAll()
  if (under !== undefined) query = query.where(sql<string>`substr(path, 1, ${under.length})`, '=', under)
  if (before !== undefined) {
    const { id, firstPublishedAt: at } = before
    // The first alone is found in an index.
    query = query
      .where('first_published_at', '<=', at)
      .where(({ eb, or }) => or([eb('first_published_at', '<', at), eb('id', '<', id)]))
  }
  const rows = await query.orderBy('first_published_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toPublished)
}

/** The months that have stories, newest first, each with its /YYYY/MM and how many. */
export async function listMonths(db: Database): Promise<{ path: string; stories: number }[]> {
  const month = sql<string>`substr(path, 1, 8)`
  const rows = await db
    .selectFrom('published_stories')
    .select((s) => [month.as('path'), s.fn.countAll().as('stories')])
    .groupBy(month)
    .orderBy(month, 'desc')
    .execute()
  return rows.map((row) => ({ path: row.path, stories: Number(row.stories) }))
}

/** Address and times of every published story, oldest first, for the sitemap. */
export const listPublishedPaths = (db: Database): Promise<{ path: string; updatedAt: number }[]> =>
  db
    .selectFrom('published_stories')
    .select(['path', 'published_at as updatedAt'])
    .orderBy('first_published_at')
    .orderBy('id')
    .execute()

/** Whether a story once stood at this path and was taken off the site. */
export async function wasPublished(db: Database, path: string): Promise<boolean> {
  const row = await db
    .selectFrom('stories')
    .select('id')
    .where('path', '=', path)
    .where('published_number', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

function toPublished(row: {
  id: string
  path: string
  number: number
  content_json: string
  first_published_at: number
  published_at: number
  comments_open: number
  who_says_so: number
}): PublishedStory {
  return {
    id: row.id,
    path: row.path,
    version: row.number,
    firstPublishedAt: row.first_published_at,
    updatedAt: row.published_at,
    content: contentFromJson(row.content_json),
    commentsOpen: row.comments_open === 1,
    whoSaysSo: row.who_says_so === 1,
  }
}
