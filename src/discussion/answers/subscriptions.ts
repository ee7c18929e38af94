/** Whom answers are told to: what readers chose of it, and who is to be told of an answer to one comment. */
import { sql } from 'kysely'
import { takeBackLetters } from '../../mail/index.ts'
import { reachableReaders } from '../../readers/index.ts'
import type { Database, Transaction } from '../../store/index.ts'
import { holdReader, VERIFY } from '../wishes.ts'

/** How often a reader is written to. */
type Rhythm = 'at once' | 'daily' | 'weekly' | 'off'
/** What of a conversation: answers to one's own comment, or all that is said below it. */
type Scope = 'answers' | 'thread'

/** A conversation is looked at so far up; nobody reads deeper. */
const DEEPEST = 100

/** "daily" for who has not chosen. */
export async function readRhythm(db: Database, readerId: string): Promise<Rhythm> {
  const row = await db
    .selectFrom('reader_notices')
    .select('rhythm')
    .where('reader_id', '=', readerId)
    .executeTakeFirst()
  return row?.rhythm ?? 'daily'
}

/** The comments under which a reader is told of answers, the newest first: all, the first `limit`, or those of `among`. */
export async function readSubscriptions(
  db: Database,
  readerId: string,
  { limit, among }: { limit?: number; among?: readonly string[] } = {},
): Promise<{ commentId: string; storyId: string; scope: Scope; since: number }[]> {
  if (among?.length === 0) return []
  return db
    .selectFrom('subscriptions as s')
    .innerJoin('comments as c', 'c.id', 's.comment_id')
    .select(['s.comment_id as commentId', 'c.story_id as storyId', 's.scope', 's.since'])
    .where('s.reader_id', '=', readerId)
    .$if(among !== undefined, (query) => query.where('s.comment_id', 'in', among ?? []))
    .orderBy('s.since', 'desc')
    .orderBy('s.comment_id', 'desc')
    .$if(limit !== undefined, (query) => query.limit(sql.lit(limit ?? 0)))
    .execute()
}

/** A reader's own choice of how often, and of what under which comment; comments that they are not told of are left out. */
export async function changeNotices(
  tx: Transaction,
  readerId: string,
  { rhythm, scopes = new Map() }: { rhythm?: Rhythm; scopes?: ReadonlyMap<string, Scope | 'none'> },
): Promise<void> {
  await holdReader(tx, readerId)
  if (rhythm !== undefined)
    await tx.rows.updateTable('reader_notices').set({ rhythm }).where('reader_id', '=', readerId).execute()
  const chosen = (wanted: Scope | 'none') => [...scopes].filter(([, one]) => one === wanted).map(([id]) => id)
  const none = chosen('none')
  if (none.length > 0)
    await tx.rows
      .deleteFrom('subscriptions')
      .where('reader_id', '=', readerId)
      .where('comment_id', 'in', none)
      .execute()
  for (const scope of ['answers', 'thread'] as const) {
    const ids = chosen(scope)
    if (ids.length > 0)
      await tx.rows
        .updateTable('subscriptions')
        .set({ scope })
        .where('reader_id', '=', readerId)
        .where('comment_id', 'in', ids)
        .execute()
  }
}

/** Nobody is told any more of answers to a comment, and no letter asks about it. Answers the ids of the readers who were told. */
export async function endTelling(tx: Transaction, commentId: string): Promise<string[]> {
  await tx.rows.deleteFrom('answer_wishes').where('comment_id', '=', commentId).execute()
  await takeBackLetters(tx, commentId, VERIFY)
  const ended = await tx.rows
    .deleteFrom('subscriptions')
    .where('comment_id', '=', commentId)
    .returning('reader_id')
    .execute()
  return ended.map(({ reader_id }) => reader_id)
}

/**
 * Readers who want to be told of an answer to this comment, and can be: its own
 * author, and those of comments above who want all. Their ids, in order.
 */
export async function listenersTo(db: Database, commentId: string): Promise<string[]> {
  const rows = await db
    .withRecursive('above', (above) =>
      above
        .selectFrom('comments')
        .select(['id', 'parent_id', sql<number>`1`.as('depth')])
        .where('id', '=', commentId)
        .unionAll(
          above
            .selectFrom('comments as c')
            .innerJoin('above as a', 'a.parent_id', 'c.id')
            .select(['c.id', 'c.parent_id', sql<number>`a.depth + 1`.as('depth')])
            .where('a.depth', '<', DEEPEST),
        ),
    )
    .selectFrom('above')
    .innerJoin('subscriptions as s', 's.comment_id', 'above.id')
    .leftJoin('reader_notices as n', 'n.reader_id', 's.reader_id')
    .select('s.reader_id')
    .distinct()
    .where((w) => w.or([w('above.depth', '=', 1), w('s.scope', '=', 'thread')]))
    .where((w) => w.or([w('n.rhythm', 'is', null), w('n.rhythm', '!=', 'off')]))
    .orderBy('s.reader_id')
    .execute()
  const ids = rows.map((row) => row.reader_id)
  const reachable = await reachableReaders(db, ids)
  return ids.filter((id) => reachable.has(id))
}
