/**
 * Approving a comment as it comes in, where an editor allows it for readers who
 * are well known. Nothing unusual may have been said of it, and its decision
 * names the editor who allowed it and says that nobody looked.
 */
import { changeStates, type Incoming, type Triage } from '../../discussion/index.ts'
import { findBan } from '../../people/index.ts'
import { newId, type Store, type Write } from '../../store/index.ts'
import { announceComment } from '../announce-comment.ts'
import { insertDecision } from '../insert-decision.ts'
import { putNotice } from '../notices.ts'
import { whatWasSeen } from '../seen.ts'
import { UNDO_FOR } from '../undo-window.ts'
import { rulesAtWork } from './at-work.ts'
import { isWellKnown, readKnownReaders } from './known-readers.ts'

/**
 * What is to be done once the comment's rows are written, or null where a
 * person has to read it first. Asked in the transaction that takes it.
 */
export async function approvalWithoutReview(
  store: Store,
  write: Write,
  comment: Incoming,
  triage: Pick<Triage, 'signals' | 'band' | 'campaignId'>,
  now: number,
): Promise<(() => Promise<void>) | null> {
  const { knownReaders } = await rulesAtWork(store, write)
  if (!knownReaders) return null
  // An edit comes by the receipt's address, which says nothing about who holds it.
  if (comment.readerId === null || comment.number !== 1) return null
  if (triage.band !== 'fine' || triage.campaignId !== null) return null
  if (triage.signals.some(({ state }) => state !== 'ok')) return null
  const story = await write
    .selectFrom('story_modes')
    .select('mode')
    .where('story_id', '=', comment.storyId)
    .executeTakeFirst()
  if (story?.mode === 'hold') return null
  const who = { readerId: comment.readerId, senderKeys: [comment.senderKey], storyId: comment.storyId }
  if (await findBan(write, who, now)) return null
  // What is at hand may be a moment old: another process has ended it, and this one has not heard of it yet.
  const allowed = await readKnownReaders(write)
  if (!allowed || !(await isWellKnown(write, comment.readerId, allowed.comments, now))) return null
  const { by, comments } = allowed
  return () => approve(store, write, comment, { by, comments }, now)
}

async function approve(
  store: Store,
  write: Write,
  { commentId, revisionId }: Incoming,
  { by, comments }: { by: string; comments: number },
  now: number,
): Promise<void> {
  const changes = await changeStates(write, [{ revision: revisionId, from: 'held', to: 'approved' }], now)
  const id = newId(now)
  await insertDecision(
    write,
    {
      id,
      commentId,
      revisionId,
      action: 'approve',
      reason: null,
      note: `Nobody read it first: its author is a verified reader with at least ${comments} approved comments.`,
      by,
      changes,
      automated: true,
      seen: await whatWasSeen(write, revisionId),
    },
    now,
  )
  // No lesson for the spam model: nobody has looked.
  await putNotice(
    write,
    { decisionId: id, commentId, revisionId, action: 'approve', reason: null, notBefore: now + UNDO_FOR },
    now,
  )
  await announceComment(store, write, commentId)
}
