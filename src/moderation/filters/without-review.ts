/**
 * Approving a comment as it comes in, where an editor allows it for readers who
 * are well known. Nothing unusual may have been said of it, and its decision
 * names the editor who allowed it and says that nobody looked.
 */

import { changeStates, type Incoming, storiesOnHold, type Triage } from '../../discussion/index.ts'
import { filtersMessages as m } from '../../messages/index.ts'
import { findBan } from '../../readers/index.ts'
import { newId, type Transaction } from '../../store/index.ts'
import { recordDecision, whatWasSeen } from '../decisions/index.ts'
import { rulesAtWork } from './at-work.ts'
import { isKnownEnough, readKnownReaders } from './known-readers.ts'

/**
 * What is to be done once the comment's rows are written, or null where a
 * person has to read it first. Asked in the transaction that takes it.
 */
export async function approvalWithoutReview(
  tx: Transaction,
  comment: Incoming,
  triage: Pick<Triage, 'signals' | 'band' | 'campaignId'>,
): Promise<(() => Promise<void>) | null> {
  const { knownReaders } = await rulesAtWork(tx)
  if (!knownReaders) return null
  // An edit comes by the receipt's address, which says nothing about who holds it.
  if (comment.readerId === null || comment.number !== 1) return null
  if (triage.band !== 'fine' || triage.campaignId !== null) return null
  if (triage.signals.some(({ state }) => state !== 'ok')) return null
  if ((await storiesOnHold(tx.rows, [comment.storyId])).size > 0) return null
  const who = { readerId: comment.readerId, senderKeys: [comment.senderKey], storyId: comment.storyId }
  if (await findBan(tx.rows, who, tx.now)) return null
  // What is at hand may be a moment old: another process has ended it, and this one has not heard of it yet.
  const allowed = await readKnownReaders(tx.rows)
  if (!allowed || !(await isKnownEnough(tx, comment.readerId, allowed.comments))) return null
  const { by, comments } = allowed
  return () => approve(tx, comment, { by, comments })
}

async function approve(
  tx: Transaction,
  { commentId, revisionId }: Incoming,
  { by, comments }: { by: string; comments: number },
): Promise<void> {
  const changes = await changeStates(tx, [{ revision: revisionId, from: 'held', to: 'approved' }])
  // Somebody has decided, or its author has taken it back, before it was examined.
  if (changes.length === 0) return
  const id = newId(tx.now)
  await recordDecision(tx, {
    id,
    commentId,
    revisionId,
    action: 'approve',
    reason: null,
    note: m.nobodyRead(comments),
    by,
    changes,
    automated: true,
    seen: await whatWasSeen(tx.rows, revisionId),
  })
}
