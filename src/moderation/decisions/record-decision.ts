/** The record of a decision: written once, by whoever decided, in the transaction that does what was decided. */
import type { StateChange } from '../../discussion/index.ts'
import type { Transaction } from '../../store/index.ts'

export interface DecisionRecord {
  id: string
  commentId: string
  revisionId: string
  /** "approve", "reject", "remove", "undo"; "overturn", "uphold" answer an appeal; "keep" answers reports. */
  action: string
  reason: string | null
  /** What the moderator wrote to it; for the author or the reporter to read. */
  note?: string
  by: string
  changes: readonly StateChange[]
  undoes?: string | null
  campaignId?: string | null
  /** Shared by the decisions that were made on a campaign as one. */
  groupId?: string | null
  automated?: boolean
  /** What the machine had said, as JSON. */
  seen?: string | null
  /** The decision that this one puts aside: for the spam model, and for whoever was to be told, it is as if it had never been. */
  instead?: string | null
  /** False where the spam model has learnt from another of its kind, such as the first of a campaign. */
  teaches?: boolean
  /** False where not its author is told, but somebody else. */
  told?: boolean
}

export const insertDecision = (tx: Transaction, decision: DecisionRecord) =>
  tx.rows
    .insertInto('decisions')
    .values({
      id: decision.id,
      comment_id: decision.commentId,
      revision_id: decision.revisionId,
      action: decision.action,
      reason: decision.reason,
      note: decision.note ?? '',
      decided_by: decision.by,
      decided_at: tx.now,
      through: tx.through,
      changes_json: JSON.stringify(decision.changes),
      undoes: decision.undoes ?? null,
      campaign_id: decision.campaignId ?? null,
      group_id: decision.groupId ?? null,
      automated: decision.automated ? 1 : 0,
      seen_json: decision.seen ?? null,
    })
    .execute()

/** Writes a decision down and says it: the model learns, and who has to be told is told (listeners.ts). */
export async function recordDecision(tx: Transaction, decision: DecisionRecord): Promise<void> {
  await insertDecision(tx, decision)
  await tx.say({
    kind: 'decision.made',
    decisionId: decision.id,
    commentId: decision.commentId,
    revisionId: decision.revisionId,
    action: decision.action,
    reason: decision.reason,
    automated: decision.automated ?? false,
    instead: decision.instead ?? null,
    teaches: decision.teaches ?? true,
    told: decision.told ?? true,
  })
}
