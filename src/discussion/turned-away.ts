/** Who can't comment here just now: people who are banned, and those whose turn in slow mode has not come. */
import { commentingMessages as m } from '../messages/index.ts'
import type { Transaction } from '../store/index.ts'
import { modeOf } from './modes.ts'
import type { Arriving, TurnedAway } from './taking/arriving.ts'
import type { StoryNow } from './taking/known.ts'

/**
 * When somebody's turn on a story in slow mode comes; null where it has come, or
 * there is none to wait for. `before` are comments of this very moment.
 */
export async function whySlow(
  tx: Transaction,
  sender: Arriving,
  story: StoryNow | undefined,
  before: readonly Arriving[],
): Promise<TurnedAway | null> {
  const mode = story ? modeOf(story) : null
  if (mode?.kind !== 'slow') return null
  // Two of one person's that come at the same moment take turns, until the transaction ends.
  await tx.rows
    .updateTable('story_modes')
    .set((one) => ({ mode: one.ref('mode') }))
    .where('story_id', '=', sender.storyId)
    .execute()
  const isTheirs = before.some((other) => other.storyId === sender.storyId && isOne(other, sender))
  const last = isTheirs ? tx.now : await lastComment(tx, sender, tx.now - mode.minutes * 60_000)
  if (last === null) return null
  const until = last + mode.minutes * 60_000
  return {
    kind: 'refused',
    why: 'slow',
    until,
    sentence: m.slowWait(mode.minutes, Math.max(1, Math.ceil((until - tx.now) / 60_000))),
  }
}

/** Whether two comments are one person's: the reader's, or of one name from the same network. */
const isOne = (one: Arriving, other: Arriving): boolean =>
  one.readerId === null || other.readerId === null
    ? one.readerId === other.readerId && one.keys.today === other.keys.today && one.name === other.name
    : one.readerId === other.readerId

/** When this person last wrote on the story, after `since`. */
async function lastComment(tx: Transaction, sender: Arriving, since: number): Promise<number | null> {
  const { readerId } = sender
  let query = tx.rows
    .selectFrom('comments')
    .select('created_at')
    .where('story_id', '=', sender.storyId)
    .where('created_at', '>', since)
  query =
    readerId === null
      ? query.where('sender_key', 'in', sender.keys.recent).where('author_name', '=', sender.name)
      : query.where('reader_id', '=', readerId)
  const row = await query.orderBy('created_at', 'desc').limit(1).executeTakeFirst()
  return row?.created_at ?? null
}
