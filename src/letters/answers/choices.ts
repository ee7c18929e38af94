/** What a reader wants to be told of, and how often. */
import { holdReader, VERIFY } from '../../discussion/index.ts'
import { takeBackLetters } from '../../mail/index.ts'
import type { Database, Store, Transaction } from '../../store/index.ts'
import { readPublishedById } from '../../story/index.ts'
import type { Rhythm } from './rhythm.ts'
import { listeners, queueReplyLetter, REPLIES } from './tell.ts'

export interface Subscription {
  commentId: string
  scope: 'answers' | 'thread'
  since: number
  /** The story the comment stands under, as readers know it; null where it is not on the site (any more). */
  story: { headline: string; path: string } | null
}

export interface NoticeChoices {
  rhythm: Rhythm
  /** Newest first. */
  subscriptions: Subscription[]
}

export async function readRhythm(db: Database, readerId: string): Promise<Rhythm> {
  const row = await db
    .selectFrom('reader_notices')
    .select('rhythm')
    .where('reader_id', '=', readerId)
    .executeTakeFirst()
  return row?.rhythm ?? 'daily'
}

export async function readNoticeChoices(db: Database, readerId: string): Promise<NoticeChoices> {
  const [rhythm, rows] = await Promise.all([
    readRhythm(db, readerId),
    db
      .selectFrom('subscriptions as s')
      .innerJoin('comments as c', 'c.id', 's.comment_id')
      .select(['s.comment_id', 's.scope', 's.since', 'c.story_id'])
      .where('s.reader_id', '=', readerId)
      .orderBy('s.since', 'desc')
      .orderBy('s.comment_id', 'desc')
      .limit(100)
      .execute(),
  ])
  const subscriptions = await Promise.all(
    rows.map(async ({ comment_id, scope, since, story_id }) => {
      const story = await readPublishedById(db, story_id)
      return {
        commentId: comment_id,
        scope,
        since,
        story: story && { headline: story.content.headline, path: story.path },
      }
    }),
  )
  return { rhythm, subscriptions }
}

/** From now on letters come in this rhythm; what waits to be told is told in it too, or not at all. */
export async function setRhythm(store: Store, readerId: string, rhythm: Rhythm, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    await holdReader(tx, readerId)
    await tx.rows.updateTable('reader_notices').set({ rhythm }).where('reader_id', '=', readerId).execute()
    await takeBackLetters(tx, readerId, REPLIES)
    if (rhythm === 'off') await forgetUntold(tx, readerId)
    else await queueReplyLetter(tx, readerId)
  })
}

/** For each of a reader's comments what they want to be told of; comments that are not theirs are left out. */
export async function setScopes(
  store: Store,
  readerId: string,
  scopes: ReadonlyMap<string, 'answers' | 'thread' | 'none'>,
  now: number,
): Promise<void> {
  await store.transaction(now, async (tx) => {
    await holdReader(tx, readerId)
    for (const [commentId, scope] of scopes) {
      const theirs = { reader_id: readerId, comment_id: commentId }
      if (scope === 'none')
        await tx.rows
          .deleteFrom('subscriptions')
          .where('reader_id', '=', theirs.reader_id)
          .where('comment_id', '=', theirs.comment_id)
          .execute()
      else
        await tx.rows
          .updateTable('subscriptions')
          .set({ scope })
          .where('reader_id', '=', theirs.reader_id)
          .where('comment_id', '=', theirs.comment_id)
          .execute()
    }
    await forgetUnwanted(tx, readerId)
    await takeBackLetters(tx, readerId, REPLIES)
    await queueReplyLetter(tx, readerId)
  })
}

/** Nobody is told any more what is said under this comment, and no letter asks about it. Doing it twice changes nothing more. */
export const endAnswers = (store: Store, commentId: string, now: number): Promise<void> =>
  store.transaction(now, (tx) => endAnswersInside(tx, commentId))

/** The same within a transaction that does more than this. */
export async function endAnswersInside(tx: Transaction, commentId: string): Promise<void> {
  await tx.rows.deleteFrom('answer_wishes').where('comment_id', '=', commentId).execute()
  await takeBackLetters(tx, commentId, VERIFY)
  const ended = await tx.rows
    .deleteFrom('subscriptions')
    .where('comment_id', '=', commentId)
    .returning('reader_id')
    .execute()
  for (const { reader_id } of ended) {
    await holdReader(tx, reader_id)
    await forgetUnwanted(tx, reader_id)
    await takeBackLetters(tx, reader_id, REPLIES)
    await queueReplyLetter(tx, reader_id)
  }
}

const forgetUntold = (tx: Transaction, readerId: string) =>
  tx.rows.deleteFrom('replies_to_tell').where('reader_id', '=', readerId).where('told_at', 'is', null).execute()

/** Drops what was to be told and is not wanted any more. */
async function forgetUnwanted(tx: Transaction, readerId: string): Promise<void> {
  const untold = await tx.rows
    .selectFrom('replies_to_tell as t')
    .innerJoin('comments as c', 'c.id', 't.comment_id')
    .select(['t.comment_id', 'c.parent_id'])
    .where('t.reader_id', '=', readerId)
    .where('t.told_at', 'is', null)
    .execute()
  for (const { comment_id, parent_id } of untold) {
    if (parent_id !== null && (await listeners(tx, parent_id)).includes(readerId)) continue
    await tx.rows
      .deleteFrom('replies_to_tell')
      .where('reader_id', '=', readerId)
      .where('comment_id', '=', comment_id)
      .where('told_at', 'is', null)
      .execute()
  }
}
