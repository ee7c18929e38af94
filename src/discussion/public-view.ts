/**
 * The only way from the database to a reader's eyes. Everything here reads the
 * view `approved_comments`, and only here is the brand `Revision<'approved'>`
 * put on; a lint rule keeps readers' pages from any other way.
 */
import type { Database } from '../store/index.ts'
import { modeOf, type StoryMode } from './modes.ts'
import type { Discussion, PublicComment, Revision, Thread } from './revision.ts'

/** A story's approved comments, oldest first, as threads. One query; the count is what is in the threads. */
export async function readDiscussion(db: Database, storyId: string): Promise<Discussion> {
  const rows = await db
    .selectFrom('approved_comments')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return threadsOf(rows.map(toPublic))
}

/** The same, and how the story takes comments, for its page: also one query. */
export async function readStoryDiscussion(
  db: Database,
  storyId: string,
): Promise<{ discussion: Discussion; mode: StoryMode }> {
  const rows = await db
    .selectFrom('published_stories as s')
    .leftJoin('story_modes as m', 'm.story_id', 's.id')
    // By the value and not by s.id: SQLite puts a view of two tables together before it is joined here, and looks only
    // for what the condition of the join itself names; otherwise that would be every comment of the site.
    .leftJoin('approved_comments as c', (join) => join.on('c.story_id', '=', storyId))
    .selectAll('c')
    .select(['s.comments_open', 'm.mode', 'm.minutes'])
    .where('s.id', '=', storyId)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute()
  const [story] = rows
  const comments = rows.filter((row) => row.id !== null) as ApprovedRow[]
  return { discussion: threadsOf(comments.map(toPublic)), mode: story ? modeOf(story) : { kind: 'open' } }
}

/** One approved comment, or null where there is none to be seen. */
export async function readPublicComment(db: Database, commentId: string): Promise<PublicComment | null> {
  const row = await db.selectFrom('approved_comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  return row ? toPublic(row) : null
}

/** These comments as far as they are to be seen, by id. */
export async function readPublicComments(
  db: Database,
  commentIds: readonly string[],
): Promise<Map<string, PublicComment>> {
  if (commentIds.length === 0) return new Map()
  const rows = await db.selectFrom('approved_comments').selectAll().where('id', 'in', commentIds).execute()
  return new Map(rows.map((row) => [row.id, toPublic(row)]))
}

/** How many approved comments each of these stories has; a story without any is not in the map. */
export async function countComments(db: Database, storyIds: readonly string[]): Promise<Map<string, number>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('approved_comments')
    .select((c) => ['story_id', c.fn.countAll().as('count')])
    .where('story_id', 'in', storyIds)
    .groupBy('story_id')
    .execute()
  return new Map(rows.map((row) => [row.story_id, Number(row.count)]))
}

/**
 * Comments as threads, in the order given. An answer whose parent is not among
 * them hangs under a place without words.
 */
export function threadsOf(comments: readonly PublicComment[]): Discussion {
  const places = new Map<string, { id: string; comment: PublicComment | null; replies: Thread[] }>()
  const placeOf = (id: string) => {
    const known = places.get(id)
    if (known) return known
    const place = { id, comment: null, replies: [] }
    places.set(id, place)
    return place
  }
  const threads: Thread[] = []
  for (const comment of comments) placeOf(comment.id).comment = comment
  for (const comment of comments) {
    const place = placeOf(comment.id)
    if (comment.parentId === null) {
      threads.push(place)
      continue
    }
    const parent = placeOf(comment.parentId)
    // A parent that is not shown stands where its first answer would.
    if (parent.comment === null && parent.replies.length === 0) threads.push(parent)
    parent.replies.push(place)
  }
  return { count: comments.length, threads }
}

interface ApprovedRow {
  id: string
  story_id: string
  parent_id: string | null
  author_name: string
  created_at: number
  revision_id: string
  number: number
  text: string
  revised_at: number
}

function toPublic(row: ApprovedRow): PublicComment {
  return {
    id: row.id,
    storyId: row.story_id,
    parentId: row.parent_id,
    authorName: row.author_name,
    createdAt: row.created_at,
    revision: {
      id: row.revision_id,
      commentId: row.id,
      number: row.number,
      text: row.text,
      createdAt: row.revised_at,
    } as Revision<'approved'>,
  }
}
