/** The comments of stories as the newsroom's other pages tell of them. */
import { sql } from 'kysely'
import type { Database } from '../store/index.ts'

/** How many comments of each story wait, for the newsroom's list. */
export async function countHeld(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select((r) => ['c.story_id', r.fn.countAll().as('count')])
    .where('r.state', '=', sql.lit<'held'>('held'))
    .groupBy('c.story_id')
    .execute()
  return new Map(rows.map((row) => [row.story_id, Number(row.count)]))
}

/** A story's comments as staff see them, newest first: one line each with the state of its newest revision. */
export async function listStoryComments(db: Database, storyId: string, limit = 200) {
  const rows = await db
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select(['c.id', 'c.author_name as authorName', 'c.created_at as createdAt', 'r.text', 'r.state'])
    .where('c.story_id', '=', storyId)
    .where((r) =>
      r.not(
        r.exists(
          r
            .selectFrom('comment_revisions as newer')
            .select('newer.id')
            .whereRef('newer.comment_id', '=', 'c.id')
            .whereRef('newer.number', '>', 'r.number'),
        ),
      ),
    )
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()
  return rows
}
