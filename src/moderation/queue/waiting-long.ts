/** How much has waited since long ago, for the letter that tells moderators so. */
import type { Database } from '../../store/index.ts'

/** How many comments that came until `until` are still held. */
export async function countWaitingSince(db: Database, until: number): Promise<number> {
  const row = await db
    .selectFrom('comment_revisions')
    .select((r) => r.fn.countAll().as('count'))
    .where('state', '=', 'held')
    .where('created_at', '<=', until)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The same by story, those with most first; `oldest` is when the first of them came. */
export async function countWaitingByStory(
  db: Database,
  until: number,
): Promise<{ storyId: string; count: number; oldest: number }[]> {
  const rows = await db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select((r) => ['c.story_id', r.fn.countAll().as('count'), r.fn.min('r.created_at').as('oldest')])
    .where('r.state', '=', 'held')
    .where('r.created_at', '<=', until)
    .groupBy('c.story_id')
    .orderBy('count', 'desc')
    .orderBy('c.story_id')
    .execute()
  return rows.map(({ story_id, count, oldest }) => ({
    storyId: story_id,
    count: Number(count),
    oldest: Number(oldest),
  }))
}
