/**
 * Wishes to be told of answers. Who types an address gets nothing by it: a
 * letter asks that address first, and only its link makes a subscription.
 */

import { foldAddress } from '../access/index.ts'
import { isLetterWaiting, isMailAddress, queueLetter, takeBackLetters } from '../mail/index.ts'
import { commentingMessages as m } from '../messages/index.ts'
import { readReader } from '../readers/index.ts'
import { type Database, many, type Transaction } from '../store/index.ts'
import type { FormProblem } from './words.ts'

export interface AnswerWish {
  commentId: string
  /** The reader who is signed in and wrote it, if anyone: their address needs no asking. */
  readerId: string | null
  /** As typed; null where none was. */
  address: string | null
  /** The keyed hash of the network it comes from. */
  network: string
}

/** Why nobody could be told of answers, before the comment is taken; null where its author can be. */
export async function wishProblem(
  db: Database,
  { address, readerId }: { address: string | null; readerId: string | null | undefined },
): Promise<FormProblem | null> {
  const reader = readerId ? await readReader(db, readerId) : null
  if (reader?.mail && reader.verifiedAt !== null) return null
  if (address === null) return { field: 'mail', sentence: m.noAddressToTell }
  return isMailAddress(foldAddress(address)) ? null : { field: 'mail', sentence: m.badAddressToTell }
}

/**
 * Notes the wish of a comment's author, and puts the letter that asks on its
 * way; whether that may leave is decided then. A signed-in reader whose address
 * is known to be theirs is told from now on.
 */
export async function wishForAnswers(tx: Transaction, wish: AnswerWish): Promise<void> {
  const reader = wish.readerId === null ? null : await readReader(tx.rows, wish.readerId)
  if (reader?.mail && reader.verifiedAt !== null)
    return subscribe(tx, { readerId: reader.id, commentId: wish.commentId })
  const address = foldAddress(wish.address ?? '')
  if (!isMailAddress(address)) return
  const values = { address, network_key: wish.network, asked_at: tx.now, written_at: null }
  await tx.rows
    .insertInto('answer_wishes')
    .values({ comment_id: wish.commentId, ...values })
    .onConflict((conflict) => conflict.column('comment_id').doUpdateSet(values))
    .execute()
  await takeBackLetters(tx, wish.commentId, VERIFY)
  // What has not been examined may look like spam: its examination puts the letter on its way.
  if (!(await isUnexamined(tx, wish.commentId)))
    await queueVerification(tx, { commentId: wish.commentId, address, notBefore: tx.now })
}

const isUnexamined = async (tx: Transaction, commentId: string): Promise<boolean> =>
  (await tx.rows
    .selectFrom('comment_revisions')
    .select('id')
    .where('comment_id', '=', commentId)
    .where('state', '=', 'held')
    .where('to_examine', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Puts the letters on their way for what has been examined and does not look like spam. */
export async function askAboutWishes(tx: Transaction, commentIds: readonly string[]): Promise<void> {
  const wishes = await tx.rows
    .selectFrom('answer_wishes')
    .select(['comment_id', 'address'])
    .where(many.isOneOf(tx.kind, 'comment_id', commentIds))
    .where('written_at', 'is', null)
    .execute()
  for (const { comment_id, address } of wishes)
    await queueVerification(tx, { commentId: comment_id, address, notBefore: tx.now })
}

/** The kind of the letter that asks an address whether it is its reader's. */
export const VERIFY = 'verify'

/** Puts the letter on its way that asks for a wish to be confirmed, unless one waits. */
export async function queueVerification(
  tx: Transaction,
  { commentId, address, notBefore }: { commentId: string; address: string; notBefore: number },
): Promise<void> {
  if (await isLetterWaiting(tx, VERIFY, commentId)) return
  await queueLetter(tx, {
    kind: VERIFY,
    about: commentId,
    to: { name: '', address },
    subject: m.confirmSubjectWaiting,
    text: '',
    notBefore,
  })
}

/** Makes everything that acts on what one reader is told take turns, until the transaction ends. */
export async function holdReader(tx: Transaction, readerId: string): Promise<void> {
  await tx.rows
    .insertInto('reader_notices')
    .values({ reader_id: readerId, rhythm: 'daily' })
    .onConflict((conflict) => conflict.column('reader_id').doUpdateSet({ reader_id: readerId }))
    .execute()
}

/** From now on the reader is told what is said under this comment. Doing it twice changes nothing more. */
export async function subscribe(
  tx: Transaction,
  { readerId, commentId }: { readerId: string; commentId: string },
): Promise<void> {
  await holdReader(tx, readerId)
  await tx.rows
    .insertInto('subscriptions')
    .values({ reader_id: readerId, comment_id: commentId, scope: 'answers', since: tx.now })
    .onConflict((conflict) => conflict.columns(['reader_id', 'comment_id']).doNothing())
    .execute()
}

/** Wishes that nobody confirmed within a month are forgotten, and their addresses with them. */
export async function sweepWishes(tx: Transaction): Promise<void> {
  await tx.rows
    .deleteFrom('answer_wishes')
    .where('asked_at', '<', tx.now - 30 * 24 * 60 * 60 * 1000)
    .execute()
}

/** What became of the wish to be told of answers to a comment. */
export async function readAnswersTold(
  db: Database,
  commentId: string,
): Promise<{ state: 'none' | 'told' } | { state: 'asked'; address: string }> {
  const told = await db
    .selectFrom('subscriptions')
    .select('reader_id')
    .where('comment_id', '=', commentId)
    .executeTakeFirst()
  if (told) return { state: 'told' }
  const wish = await db
    .selectFrom('answer_wishes')
    .select('address')
    .where('comment_id', '=', commentId)
    .executeTakeFirst()
  return wish ? { state: 'asked', address: wish.address } : { state: 'none' }
}
