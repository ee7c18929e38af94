/** What a reader wants to be told of, and how often. */
import {
  changeNotices,
  endTelling,
  holdReader,
  listenersTo,
  readOrigins,
  readRhythm,
  readSubscriptions,
} from '../../discussion/index.ts'
import { takeBackLetters } from '../../mail/index.ts'
import type { Database, Store, Transaction } from '../../store/index.ts'
import { readPublishedById } from '../../story/index.ts'
import type { Rhythm } from './rhythm.ts'
import { queueReplyLetter, REPLIES } from './tell.ts'

/** So many comments are listed for their reader to choose about. */
const MOST_SHOWN = 100

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

export async function readNoticeChoices(db: Database, readerId: string): Promise<NoticeChoices> {
  const [rhythm, rows] = await Promise.all([
    readRhythm(db, readerId),
    readSubscriptions(db, readerId, { limit: MOST_SHOWN }),
  ])
  const subscriptions = await Promise.all(
    rows.map(async ({ storyId, ...one }) => {
      const story = await readPublishedById(db, storyId)
      return { ...one, story: story && { headline: story.content.headline, path: story.path } }
    }),
  )
  return { rhythm, subscriptions }
}

/** From now on letters come in this rhythm; what waits to be told is told in it too, or not at all. */
export async function setRhythm(store: Store, readerId: string, rhythm: Rhythm, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    await changeNotices(tx, readerId, { rhythm })
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
    await changeNotices(tx, readerId, { scopes })
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
  for (const readerId of await endTelling(tx, commentId)) {
    await holdReader(tx, readerId)
    await forgetUnwanted(tx, readerId)
    await takeBackLetters(tx, readerId, REPLIES)
    await queueReplyLetter(tx, readerId)
  }
}

const forgetUntold = (tx: Transaction, readerId: string) =>
  tx.rows.deleteFrom('replies_to_tell').where('reader_id', '=', readerId).where('told_at', 'is', null).execute()

/** Drops what was to be told and is not wanted any more. */
async function forgetUnwanted(tx: Transaction, readerId: string): Promise<void> {
  const untold = await tx.rows
    .selectFrom('replies_to_tell')
    .select('comment_id')
    .where('reader_id', '=', readerId)
    .where('told_at', 'is', null)
    .execute()
  const origins = await readOrigins(
    tx.rows,
    untold.map(({ comment_id }) => comment_id),
  )
  for (const [commentId, { parentId }] of origins) {
    if (parentId !== null && (await listenersTo(tx.rows, parentId)).includes(readerId)) continue
    await tx.rows
      .deleteFrom('replies_to_tell')
      .where('reader_id', '=', readerId)
      .where('comment_id', '=', commentId)
      .where('told_at', 'is', null)
      .execute()
  }
}
