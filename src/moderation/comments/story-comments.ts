/** The comments of stories as the newsroom's other pages tell of them. */
import { sql } from 'kysely'
import type { Database } from '../../store/index.ts'
import { isNewest } from '../decisions/index.ts'
import { MOST_COUNTED } from '../queue/index.ts'

/**
 * How many comments of each story wait, for the newsroom's list: among the `most` that have waited longest, since a
 * flood must make no page dear. Where more wait (readQueueState says so), a story can have more than its count.
 */
export async function countHeld(db: Database, most = MOST_COUNTED): Promise<Map<string, number>> {
  const longest = db
    .selectFrom('comment_revisions')
    .select('comment_id')
    // A literal: SQLite takes the partial index only where the query itself shows that it fits.
    .where('state', '=', sql.lit<'held'>('held'))
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
  const rows = await db
    .selectFrom(longest.as('r'))
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select((r) => ['c.story_id', r.fn.countAll().as('count')])
    .groupBy('c.story_id')
    .execute()
  return new Map(rows.map(({ story_id, count }) => [story_id, Number(count)]))
}

/** A story's comments as staff see them, newest first: one line each with the state of its newest revision. */
export async function listStoryComments(db: Database, storyId: string, limit = 200) {
  const rows = await db
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select(['c.id', 'c.author_name as authorName', 'c.created_at as createdAt', 'r.text', 'r.state'])
    .where('c.story_id', '=', storyId)
    .where(isNewest)
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()
  return rows
}

export interface CommentToTake {
  id: string
  parentId: string | null
  authorName: string
  createdAt: number
  /** The newest words that readers see, or, where they see none, the newest that wait. */
  text: string
  isApproved: boolean
}

/**
 * What another system takes along of stories' comments, by story, the oldest first: those that readers see, and those
 * that wait. What was rejected, removed, withdrawn or spam is not among them.
 */
export async function listCommentsToTake(
  db: Database,
  storyIds: readonly string[],
): Promise<Map<string, CommentToTake[]>> {
  const found = new Map<string, CommentToTake[]>()
  if (storyIds.length === 0) return found
  const rows = await db
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select(['c.id', 'c.story_id', 'c.parent_id', 'c.author_name', 'c.created_at', 'r.text', 'r.state'])
    .where('c.story_id', 'in', storyIds)
    .where('r.state', 'in', ['approved', 'held'])
    .orderBy('c.created_at')
    .orderBy('c.id')
    .orderBy('r.number')
    .execute()
  const byId = new Map<string, CommentToTake>()
  for (const row of rows) {
    const isApproved = row.state === 'approved'
    const before = byId.get(row.id)
    if (before) {
      if (before.isApproved && !isApproved) continue
      Object.assign(before, { text: row.text, isApproved })
      continue
    }
    const { id, parent_id: parentId, author_name: authorName, created_at: createdAt, text } = row
    const comment = { id, parentId, authorName, createdAt: Number(createdAt), text, isApproved }
    byId.set(id, comment)
    const ofStory = found.get(row.story_id)
    if (ofStory) ofStory.push(comment)
    else found.set(row.story_id, [comment])
  }
  return found
}
