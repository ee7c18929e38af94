/**
 * Decisions as they are told to those they concern: in the words that held when
 * they were made, without those that were taken back, and only once they can't
 * be taken back any more. All of it comes from the record; nothing is kept twice.
 */
import type { StateChange } from '../../discussion/index.ts'
import type { Reason } from '../../house-rules/index.ts'
import { readWordings } from '../../house-rules/index.ts'
import type { Database } from '../../store/index.ts'
import { isUndoable } from './undo-window.ts'

/** What the machine had said when a person decided; absent parts were not asked or not kept. */
export interface Seen {
  band?: string
  spam?: number | null
  signals?: readonly { phase: string; words: string; weight: number }[]
}

export interface ToldDecision {
  id: string
  commentId: string
  revisionId: string
  /** "approve", "reject", "remove", "overturn", "uphold", "keep" and what else the desk does. */
  action: string
  reason: Reason | null
  note: string
  byId: string
  /** Milliseconds since the epoch. */
  at: number
  /** True where a rule of the site approved it without a look. */
  automated: boolean
  /** True where a group of near-identical comments was decided as one. */
  inCampaign: boolean
  seen: Seen | null
  changes: readonly StateChange[]
}

/** Whether a decision has left the house: it can't be taken back any more. */
export const isTold = (decision: { at: number }, now: number): boolean => !isUndoable(decision.at, now)

/** Whether it keeps words from readers. */
export const restricts = ({ action }: { action: string }): boolean => action === 'reject' || action === 'remove'

/** Every decision on a comment that was not taken back, in their order; told or not yet. */
export async function readDecisions(db: Database, commentId: string): Promise<ToldDecision[]> {
  const [rows, wordings] = await Promise.all([
    db.selectFrom('decisions').selectAll().where('comment_id', '=', commentId).orderBy('sequence').execute(),
    readWordings(db),
  ])
  const undone = new Set(rows.map(({ undoes }) => undoes))
  return rows
    .filter(({ id, action }) => action !== 'undo' && !undone.has(id))
    .map((row) => ({
      id: row.id,
      commentId: row.comment_id,
      revisionId: row.revision_id,
      action: row.action,
      reason: wordings(row.reason, row.sequence),
      note: row.note,
      byId: row.decided_by,
      at: row.decided_at,
      automated: row.automated === 1,
      inCampaign: row.campaign_id !== null,
      seen: row.seen_json === null ? null : (JSON.parse(row.seen_json) as Seen),
      changes: JSON.parse(row.changes_json) as StateChange[],
    }))
}
