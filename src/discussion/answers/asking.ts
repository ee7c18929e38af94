/** From the wish to be told of answers to its letter, and from the letter's button to the reader who is told. */
import type { Database, Transaction } from '../../store/index.ts'
import { queueVerification, subscribe } from '../wishes.ts'

/** Where the author of a comment that was approved asked to be told and was not written to, because it looked like spam, writes now. */
export async function askOnApproval(
  tx: Transaction,
  { commentId, notBefore }: { commentId: string; notBefore: number },
): Promise<void> {
  const wish = await tx.rows
    .selectFrom('answer_wishes')
    .select('address')
    .where('comment_id', '=', commentId)
    .where('written_at', 'is', null)
    .executeTakeFirst()
  if (wish?.address) await queueVerification(tx, { commentId, address: wish.address, notBefore })
}

export interface WishToAsk {
  address: string
  /** The keyed hash of the network it was asked from. */
  network: string
  storyId: string
  /** To be called as the letter leaves. */
  noteWritten(tx: Transaction): Promise<void>
}

/** A wish that may be asked about: its comment is shown, or waits without looking like spam. Null where there is none. */
export async function readWishToAsk(db: Database, commentId: string): Promise<WishToAsk | null> {
  const wish = await db
    .selectFrom('answer_wishes as w')
    .innerJoin('comments as c', 'c.id', 'w.comment_id')
    .select(['w.address', 'w.network_key', 'c.story_id'])
    .where('w.comment_id', '=', commentId)
    .where('c.erased_at', 'is', null)
    .where((w) =>
      w.exists(
        w
          .selectFrom('comment_revisions as r')
          .select('r.id')
          .whereRef('r.comment_id', '=', 'c.id')
          .where((r) =>
            r.or([
              r('r.state', '=', 'approved'),
              r.and([r('r.state', '=', 'held'), r('r.to_examine', 'is', null), r('r.band', '!=', 'spam')]),
            ]),
          ),
      ),
    )
    .executeTakeFirst()
  if (!wish) return null
  return {
    address: wish.address,
    network: wish.network_key,
    storyId: wish.story_id,
    async noteWritten(tx) {
      await tx.rows
        .updateTable('answer_wishes')
        .set({ written_at: tx.now })
        .where('comment_id', '=', commentId)
        .execute()
    },
  }
}

/** The wish was confirmed by this reader: they are told from now on, and the comment is theirs where it is nobody's. */
export async function confirmWish(
  tx: Transaction,
  { commentId, readerId }: { commentId: string; readerId: string },
): Promise<void> {
  await tx.rows
    .updateTable('comments')
    .set({ reader_id: readerId })
    .where('id', '=', commentId)
    .where('reader_id', 'is', null)
    .where('erased_at', 'is', null)
    .execute()
  await subscribe(tx, { readerId, commentId })
  await tx.rows.deleteFrom('answer_wishes').where('comment_id', '=', commentId).execute()
}
