/** Double opt-in: the letter that asks an address, and what its button does. */

import {
  allowLetter,
  letterConfirmed,
  type MailKeys,
  makeMailLink,
  peekMailLink,
  useMailLink,
} from '../../access/index.ts'
import { confirmWish, readOrigins, readWishToAsk } from '../../discussion/index.ts'
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
    const wish = await readWishToAsk(store.db, commentId)
    if (wish?.address !== to.address) return null
    const story = await readPublishedById(store.db, wish.storyId)
    if (!story) return null
    const token = await store.transaction(now, async (tx) => {
      const asked = { letter: id, address: to.address, network: wish.network }
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
      sent: wish.noteWritten,
    }
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
  const comment = (await readOrigins(db, [link.commentId])).get(link.commentId)
  const story = comment && (await readPublishedById(db, comment.storyId))
  return {
    address: link.address,
    readerId: comment?.readerId ?? null,
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
    const comment = (await readOrigins(tx.rows, [link.commentId])).get(link.commentId)
    if (!comment || comment.erasedAt !== null) return null
    const isOwn = signedIn !== null && comment.readerId === signedIn
    const readerId =
      isOwn && (await addAddress(tx, signedIn, link.address))
        ? signedIn
        : (await verifyReader(tx, { address: link.address, name: comment.authorName })).id
    await confirmWish(tx, { commentId: link.commentId, readerId })
    await letterConfirmed(tx, keys, link.address)
    return readerId
  })
}
