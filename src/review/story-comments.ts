/** The comments of stories as the newsroom's other pages tell of them. */
import { sql } from 'kysely'
import type { Database } from '../store/index.ts'
import { isNewest } from './newest-revision.ts'

/** Held words looked up at once: some milliseconds of SQLite's time, which no other request has meanwhile. */
const AT_ONCE = 2000

/** How many comments of each story wait, for the newsroom's list. Slice by slice, for in a flood very many do. */
export async function countHeld(db: Database, atOnce = AT_ONCE): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let last: { created_at: number; id: string } | undefined
  do {
    let slice = db
      .selectFrom('comment_revisions as r')
      .innerJoin('comments as c', 'c.id', 'r.comment_id')
      .select(['r.created_at', 'r.id', 'c.story_id'])
      // A literal: SQLite takes the partial index only where the query itself shows that it fits.
      .where('r.state', '=', sql.lit<'held'>('held'))
    if (last) slice = slice.where(sql<boolean>`(r.created_at, r.id) > (${last.created_at}, ${last.id})`)
    const rows = await slice.orderBy('r.created_at').orderBy('r.id').limit(atOnce).execute()
    for (const { story_id } of rows) counts.set(story_id, (counts.get(story_id) ?? 0) + 1)
    last = rows.length === atOnce ? rows.at(-1) : undefined
    if (last) await new Promise(setImmediate)
  } while (last)
  return counts
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
