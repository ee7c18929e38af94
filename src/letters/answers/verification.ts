/** Double opt-in: the letter that asks an address, and what its button does. */

import {
  allowLetter,
  letterConfirmed,
  type MailKeys,
  makeMailLink,
  peekMailLink,
  useMailLink,
} from '../../access/index.ts'
import { subscribe } from '../../discussion/index.ts'
import { type Compose, type LetterPlace, verification } from '../../mail/index.ts'
import { addAddress, verifyReader } from '../../readers/index.ts'
import type { Database, Store } from '../../store/index.ts'
import { readPublishedById } from '../../story/index.ts'

/**
 * The letter with the link. None for a comment that the site takes for spam, or
 * that was not wanted: it is written if the comment is approved after all.
 */
export const composeVerification =
  (store: Store, keys: MailKeys, place: () => Promise<LetterPlace>): Compose =>
  async ({ id, about, to }, now) => {
    const commentId = about ?? ''
    const wish = await store.db
      .selectFrom('answer_wishes as w')
      .innerJoin('comments as c', 'c.id', 'w.comment_id')
      .select(['w.address', 'w.network_key', 'c.story_id'])
      .where('w.comment_id', '=', commentId)
      .where('c.erased_at', 'is', null)
      .executeTakeFirst()
    if (wish?.address !== to.address || !(await mayBeWrittenAbout(store.db, commentId))) return null
    const story = await readPublishedById(store.db, wish.story_id)
    if (!story) return null
    const token = await store.transaction(now, async (tx) => {
      const asked = { letter: id, address: to.address, network: wish.network_key }
      return (await allowLetter(tx, keys, asked))
        ? makeMailLink(tx, { purpose: 'verify', address: to.address, commentId })
        : null
    })
    if (token === null) return null
    const site = await place()
    return {
      ...verification(site, {
        headline: story.content.headline,
        link: `${site.url}/mail/confirm/${token}`,
        stop: `${site.url}/mail/stop/${keys.stopKey(to.address)}`,
      }),
      async sent(tx) {
        await tx.rows
          .updateTable('answer_wishes')
          .set({ written_at: tx.now })
          .where('comment_id', '=', commentId)
          .execute()
      },
    }
  }

/** Whether a comment is shown, or waits without looking like spam. */
async function mayBeWrittenAbout(db: Database, commentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('comment_revisions')
    .select('id')
    .where('comment_id', '=', commentId)
    .where((r) => r.or([r('state', '=', 'approved'), r.and([r('state', '=', 'held'), r('band', '!=', 'spam')])]))
    .executeTakeFirst()
  return row !== undefined
}

export interface Confirmation {
  address: string
  /** The reader who was signed in when they sent the comment; null for everyone else. */
  readerId: string | null
  /** The story the comment stands under; null where it is not on the site (any more). */
  story: { headline: string; path: string } | null
}

/** What a link asks, while it can be used: never a word of the comment, which may be somebody else's. */
export async function peekConfirmation(db: Database, token: string, now: number): Promise<Confirmation | null> {
  const link = await peekMailLink(db, token, 'verify', now)
  if (!link?.commentId) return null
  const comment = await db
    .selectFrom('comments')
    .select(['story_id', 'reader_id'])
    .where('id', '=', link.commentId)
    .executeTakeFirst()
  const story = comment && (await readPublishedById(db, comment.story_id))
  return {
    address: link.address,
    readerId: comment?.reader_id ?? null,
    story: story ? { headline: story.content.headline, path: story.path } : null,
  }
}

/**
 * The button behind the link: the address is its reader's from now on, and so
 * is the comment that asked, and no other. Where the comment is that of a reader
 * without an address who is signed in here (`signedIn`), it becomes theirs.
 * Answers the reader's id; null where the link is used, old or unknown.
 */
export async function confirmAddress(
  store: Store,
  keys: MailKeys,
  { token, signedIn }: { token: string; signedIn: string | null },
  now: number,
): Promise<string | null> {
  return store.transaction(now, async (tx) => {
    const link = await useMailLink(tx, token, 'verify')
    if (!link?.commentId) return null
    const comment = await tx.rows
      .selectFrom('comments')
      .select(['author_name', 'reader_id'])
      .where('id', '=', link.commentId)
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    if (!comment) return null
    const isOwn = signedIn !== null && comment.reader_id === signedIn
    const readerId =
      isOwn && (await addAddress(tx, signedIn, link.address))
        ? signedIn
        : (await verifyReader(tx, { address: link.address, name: comment.author_name })).id
    await tx.rows
      .updateTable('comments')
      .set({ reader_id: readerId })
      .where('id', '=', link.commentId)
      .where('reader_id', 'is', null)
      .where('erased_at', 'is', null)
      .execute()
    await subscribe(tx, { readerId, commentId: link.commentId })
    await tx.rows.deleteFrom('answer_wishes').where('comment_id', '=', link.commentId).execute()
    await letterConfirmed(tx, keys, link.address)
    return readerId
  })
}
