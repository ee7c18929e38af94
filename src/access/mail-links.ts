/**
 * Links that go out in letters: whoever opens one has read the mail of that
 * address. Opening shows a page with a button, since mail programs open links
 * too; only the button uses the link up. The database holds SHA-256 hashes of
 * their tokens, which are 256 random bits, so a copy of it opens no door.
 */
import type { Database, Transaction } from '../store/index.ts'
import { foldAddress } from './mail-keys.ts'
import { newToken, tokenHash } from './tokens.ts'

/**
 * "verify": an address is its reader's, asked under a comment; "account": a
 * reader comes into their account; "waiting": a moderator's list of what waits,
 * which may be used again until it ends.
 */
export type LinkPurpose = 'verify' | 'account' | 'waiting'

export interface MailLink {
  purpose: LinkPurpose
  /** Folded; empty for a link of the staff's. */
  address: string
  commentId: string | null
  personId: string | null
}

/** How long a link can be used, in milliseconds. */
export const LINK_LIVES: Record<LinkPurpose, number> = {
  verify: 24 * 60 * 60 * 1000,
  account: 24 * 60 * 60 * 1000,
  waiting: 12 * 60 * 60 * 1000,
}

/** A new link's token. Made when its letter leaves, so that no letter that waits holds one. */
export async function makeMailLink(
  tx: Transaction,
  link: { purpose: LinkPurpose; address?: string; commentId?: string | null; personId?: string | null },
): Promise<string> {
  const token = newToken()
  await tx.rows
    .insertInto('mail_links')
    .values({
      token_hash: tokenHash(token),
      purpose: link.purpose,
      address: foldAddress(link.address ?? ''),
      comment_id: link.commentId ?? null,
      person_id: link.personId ?? null,
      created_at: tx.now,
      expires_at: tx.now + LINK_LIVES[link.purpose],
      used_at: null,
    })
    .execute()
  return token
}

/** What a link is for, while it can still be used; looking does not use it. */
export async function peekMailLink(
  db: Database,
  token: string,
  purpose: LinkPurpose,
  now: number,
): Promise<MailLink | null> {
  const row = await db
    .selectFrom('mail_links')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? toLink(row) : null
}

/** Uses a link up; null where it is used, old, unknown or for something else. */
export async function useMailLink(tx: Transaction, token: string, purpose: LinkPurpose): Promise<MailLink | null> {
  const row = await tx.rows
    .updateTable('mail_links')
    .set({ used_at: tx.now })
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returningAll()
    .executeTakeFirst()
  return row ? toLink(row) : null
}

/** Ends all links of a person of the staff: they may not sign in any more, or lost their mail. */
export async function endLinksOf(tx: Transaction, personId: string): Promise<void> {
  await tx.rows.deleteFrom('mail_links').where('person_id', '=', personId).execute()
}

/** Ends all links that were sent about a comment. */
export async function endCommentLinks(tx: Transaction, commentId: string): Promise<void> {
  await tx.rows.deleteFrom('mail_links').where('comment_id', '=', commentId).execute()
}

/** Ends all links that were sent to an address. */
export async function endLinksTo(tx: Transaction, address: string): Promise<void> {
  await tx.rows.deleteFrom('mail_links').where('address', '=', foldAddress(address)).execute()
}

/** Takes away links that ended a week ago. */
export async function sweepMailLinks(tx: Transaction): Promise<void> {
  await tx.rows
    .deleteFrom('mail_links')
    .where('expires_at', '<', tx.now - 7 * 24 * 60 * 60 * 1000)
    .execute()
}

const toLink = (row: {
  purpose: string
  address: string
  comment_id: string | null
  person_id: string | null
}): MailLink => ({
  purpose: row.purpose as LinkPurpose,
  address: row.address,
  commentId: row.comment_id,
  personId: row.person_id,
})
