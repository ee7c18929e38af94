/** Everything about one comment, for staff. */

import { type Receipt, readReceipt } from '../../discussion/index.ts'
import { namesOfStaff } from '../../people/index.ts'
import type { Database } from '../../store/index.ts'

/** What its author sees of it, and what was decided on it. */
export interface CommentHistory extends Receipt {
  decisions: {
    id: string
    revisionId: string
    action: string
    reason: string | null
    /** What the newsroom wrote to it; may be empty. */
    note: string
    by: string
    at: number
    undoes: string | null
  }[]
}

/** Everything about one comment, for staff: newest revision first, decisions in their order. */
export async function readCommentHistory(db: Database, commentId: string): Promise<CommentHistory | null> {
  const receipt = await readReceipt(db, commentId)
  if (!receipt) return null
  const decisions = await db
    .selectFrom('decisions')
    .select(['id', 'revision_id', 'action', 'reason', 'note', 'decided_by', 'decided_at', 'undoes'])
    .where('comment_id', '=', commentId)
    .orderBy('sequence')
    .execute()
  const names = await namesOfStaff(
    db,
    decisions.map(({ decided_by }) => decided_by),
  )
  return {
    ...receipt,
    decisions: decisions.map((d) => ({
      id: d.id,
      revisionId: d.revision_id,
      action: d.action,
      reason: d.reason,
      note: d.note,
      by: names.get(d.decided_by) ?? '',
      at: d.decided_at,
      undoes: d.undoes,
    })),
  }
}
