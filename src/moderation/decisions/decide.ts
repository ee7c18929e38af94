/**
 * Decisions. Each is a record that is never changed (triggers see to that):
 * who, when, why, what the machine had said, and which revisions it took from
 * which state to which. Taking one back is a record of its own (undo.ts).
 */

import { changeStates, holdComment, type StateChange } from '../../discussion/index.ts'
import { reasonOf, sentenceProblem, typedWords } from '../../house-rules/index.ts'
import { decisionMessages as m } from '../../messages/index.ts'
import { newId, type Store, type Transaction } from '../../store/index.ts'
import { settleClaims } from '../queue/index.ts'
import { OTHER_WORDS, whatHappened, whoHolds } from './conflict.ts'
import { recordDecision } from './record-decision.ts'
import { whatWasSeen } from './seen.ts'
import { UNDO_FOR } from './undo-window.ts'

export type Decided =
  | { decided: true; decisionId: string; commentId: string; action: DecisionAction; undoUntil: number }
  | { decided: false; sentence: string }

export type DecisionAction = 'approve' | 'reject' | 'remove'

/** What is decided of words that wait. */
export interface Decision {
  revisionId: string
  action: 'approve' | 'reject'
  reason: string | null
  /** What the newsroom writes to the author with a rejection; nothing is kept of it where the comment is approved. */
  note?: string
  by: string
  /** The campaign that is decided as one, where it is. */
  campaignId?: string | null
  /** What all decisions on that campaign share: they are taken back together, and only the first of them teaches. */
  group?: { id: string; teaches: boolean }
}

/** Approves or rejects words that wait. Where someone else was faster or has them in hand, says who and what. */
export const decide = (store: Store, decision: Decision, now: number): Promise<Decided> =>
  store.transaction(now, async (tx) => {
    const result = await decideInside(tx, decision)
    await settleClaims(tx, { by: decision.by, decided: result.decided ? [decision.revisionId] : [] })
    return result
  })

/** The same within a transaction that decides more than this one, and settles the claims on all of it at its end. */
export async function decideInside(tx: Transaction, decision: Decision): Promise<Decided> {
  const reason = reasonOf(decision.reason)
  if (decision.action === 'reject' && !reason) return { decided: false, sentence: m.chooseReasonToReject }
  const note = decision.action === 'reject' ? typedWords(decision.note ?? '') : ''
  const tooLong = sentenceProblem(note, null)
  if (tooLong) return { decided: false, sentence: tooLong }
  const to = decision.action === 'approve' ? 'approved' : (reason?.state ?? 'rejected')
  const revision = await tx.rows
    .selectFrom('comment_revisions')
    .select(['id', 'comment_id'])
    .where('id', '=', decision.revisionId)
    .executeTakeFirst()
  if (!revision) return { decided: false, sentence: m.noSuchComment }
  await holdComment(tx, revision.comment_id)
  const holder = await whoHolds(tx.rows, revision.id, decision.by, tx.now)
  if (holder) return { decided: false, sentence: holder }
  const changes = await changeStates(tx, [{ revision: revision.id, from: 'held', to }])
  if (changes.length === 0)
    return { decided: false, sentence: await whatHappened(tx.rows, revision.id, decision.by, tx.now) }
  return record(tx, {
    ...decision,
    reason: reason && decision.action === 'reject' ? reason.code : null,
    note,
    commentId: revision.comment_id,
    changes,
  })
}

interface Removal {
  commentId: string
  /** The words that stood on the page of who takes them down: the newest that readers saw. */
  revisionId: string
  reason: string | null
  /** A sentence for its author to read. */
  note?: string
  by: string
}

/** Takes approved words down again: all of a comment that readers could see, as long as it says what its moderator read. */
export const removeComment = (store: Store, removal: Removal, now: number): Promise<Decided> =>
  store.transaction(now, (tx) => removeCommentInside(tx, removal))

/** The same within a transaction that does more than this. */
export async function removeCommentInside(tx: Transaction, removal: Removal): Promise<Decided> {
  const reason = reasonOf(removal.reason)
  if (!reason) return { decided: false, sentence: m.chooseReasonToRemove }
  const note = typedWords(removal.note ?? '')
  const tooLong = sentenceProblem(note, null)
  if (tooLong) return { decided: false, sentence: tooLong }
  await holdComment(tx, removal.commentId)
  const approved = await tx.rows
    .selectFrom('comment_revisions')
    .select('id')
    .where('comment_id', '=', removal.commentId)
    .where('state', '=', 'approved')
    .orderBy('number')
    .execute()
  const shown = approved.at(-1)
  if (!shown) return { decided: false, sentence: m.notShown }
  if (shown.id !== removal.revisionId) return { decided: false, sentence: OTHER_WORDS }
  const changes = await changeStates(
    tx,
    approved.map(({ id }) => ({ revision: id, from: 'approved', to: 'removed' })),
  )
  return record(tx, {
    revisionId: shown.id,
    commentId: removal.commentId,
    action: 'remove',
    reason: reason.code,
    note,
    by: removal.by,
    changes,
  })
}

async function record(
  tx: Transaction,
  decision: {
    revisionId: string
    commentId: string
    action: DecisionAction
    reason: string | null
    note?: string
    by: string
    changes: StateChange[]
    campaignId?: string | null
    group?: { id: string; teaches: boolean }
  },
): Promise<Decided> {
  const id = newId(tx.now)
  await recordDecision(tx, {
    ...decision,
    id,
    groupId: decision.group?.id ?? null,
    seen: await whatWasSeen(tx.rows, decision.revisionId),
    teaches: decision.group?.teaches ?? true,
  })
  return {
    decided: true,
    decisionId: id,
    commentId: decision.commentId,
    action: decision.action,
    undoUntil: tx.now + UNDO_FOR,
  }
}
