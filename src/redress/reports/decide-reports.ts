/**
 * All reports on one comment are answered by one decision: it is taken down, or
 * it stays. The sentence goes to those who reported it, and with a removal to
 * its author too.
 */
import { holdComment } from '../../discussion/index.ts'
import { sentenceProblem, typedWords } from '../../house-rules/index.ts'
import { redressMessages as m } from '../../messages/index.ts'
import { OTHER_WORDS, recordDecision, removeCommentInside, UNDO_FOR } from '../../moderation/decisions/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { openReportsOn } from './open-reports.ts'
import { tellReporters } from './tell-reporters.ts'

export interface ReportDecision {
  commentId: string
  /** The words that stood on the person's page: what is shown of the comment. */
  revisionId: string
  /** The newest report that the person had seen; what came later waits for a decision of its own. */
  last: string
  action: 'remove' | 'keep'
  /** The code of the reason; asked for where it is taken down. */
  reason: string | null
  /** Asked for where it stays. */
  sentence: string
  by: string
}

export type ReportsDecided =
  | { decided: true; decisionId: string; undoUntil: number | null }
  | { decided: false; sentence: string }

export async function decideReports(store: Store, decision: ReportDecision, now: number): Promise<ReportsDecided> {
  const note = typedWords(decision.sentence)
  const refuse = (sentence: string): ReportsDecided => ({ decided: false, sentence })
  const problem = sentenceProblem(note, decision.action === 'keep' ? m.noteToReporters : null)
  if (problem) return refuse(problem)
  return store.transaction(now, async (tx) => {
    await holdComment(tx, decision.commentId)
    const reports = await openReportsOn(tx.rows, decision.commentId, decision.last)
    if (reports.length === 0) return refuse(m.reportsClosed)
    const { commentId, revisionId, by } = decision
    const shown = await tx.rows
      .selectFrom('approved_comments')
      .select('revision_id')
      .where('id', '=', commentId)
      .executeTakeFirstOrThrow()
    if (shown.revision_id !== revisionId) return refuse(OTHER_WORDS)
    let decisionId: string
    if (decision.action === 'remove') {
      const removal = { commentId, revisionId, reason: decision.reason, note, by }
      const removed = await removeCommentInside(tx, removal)
      if (!removed.decided) return refuse(removed.sentence)
      decisionId = removed.decisionId
    } else {
      decisionId = newId(now)
      const record = {
        id: decisionId,
        commentId,
        revisionId,
        action: 'keep',
        reason: null,
        note,
        by,
        changes: [],
        told: false,
      }
      await recordDecision(tx, record)
    }
    await tx.rows
      .insertInto('report_outcomes')
      .values(reports.map(({ id }) => ({ report_id: id, decision_id: decisionId })))
      .execute()
    await tellReporters(tx, reports, decisionId)
    return { decided: true, decisionId, undoUntil: decision.action === 'remove' ? now + UNDO_FOR : null }
  })
}
