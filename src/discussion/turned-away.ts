/** Who can't comment here just now: people who are banned, and those whose turn in slow mode has not come. */
import { commentingMessages as m } from '../messages/index.ts'
import { type Ban, findBan } from '../readers/index.ts'
import type { Transaction } from '../store/index.ts'
import { modeOf } from './modes.ts'

export interface Sender {
  storyId: string
  readerId: string | null
  /** The keys that the sender's network is known by, the newest first. */
  senderKeys: readonly string[]
  name: string
}

export type TurnedAway =
  | { kind: 'refused'; why: 'banned'; ban: Ban }
  /** `until` is when the next comment can be sent, in milliseconds. */
  | { kind: 'refused'; why: 'slow'; until: number; sentence: string }

/** Why someone can't send a comment now; null where they can. Asked in the transaction that would take it. */
export async function whyTurnedAway(tx: Transaction, sender: Sender): Promise<TurnedAway | null> {
  const ban = await findBan(tx.rows, sender, tx.now)
  if (ban) return { kind: 'refused', why: 'banned', ban }
  const row = await tx.rows
    .selectFrom('story_modes')
    .select(['mode', 'minutes'])
    .where('story_id', '=', sender.storyId)
    .executeTakeFirst()
  const mode = row ? modeOf({ comments_open: 1, ...row }) : null
  if (mode?.kind !== 'slow') return null
  // Two of one person's that come at the same moment take turns, until the transaction ends.
  await tx.rows
    .updateTable('story_modes')
    .set((one) => ({ mode: one.ref('mode') }))
    .where('story_id', '=', sender.storyId)
    .execute()
  const last = await lastComment(tx, sender, tx.now - mode.minutes * 60_000)
  if (last === null) return null
  const until = last + mode.minutes * 60_000
  return {
    kind: 'refused',
    why: 'slow',
    until,
    sentence: m.slowWait(mode.minutes, Math.max(1, Math.ceil((until - tx.now) / 60_000))),
  }
}

/** When this person last wrote on the story, after `since`: the reader, or the name from the same network. */
async function lastComment(tx: Transaction, sender: Sender, since: number): Promise<number | null> {
  const { readerId } = sender
  let query = tx.rows
    .selectFrom('comments')
    .select('created_at')
    .where('story_id', '=', sender.storyId)
    .where('created_at', '>', since)
  query =
    readerId === null
      ? query.where('sender_key', 'in', sender.senderKeys).where('author_name', '=', sender.name)
      : query.where('reader_id', '=', readerId)
  const row = await query.orderBy('created_at', 'desc').limit(1).executeTakeFirst()
  return row?.created_at ?? null
}
