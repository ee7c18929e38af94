/** The record of a decision: written once, by whoever decided, in the transaction that does what was decided. */
import type { StateChange } from '../discussion/index.ts'
import type { Transaction } from '../store/index.ts'

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
      changes_json: JSON.stringify(decision.changes),
      undoes: decision.undoes ?? null,
      campaign_id: decision.campaignId ?? null,
      group_id: decision.groupId ?? null,
      automated: decision.automated ? 1 : 0,
      seen_json: decision.seen ?? null,
    })
    .execute()
