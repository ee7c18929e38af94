/**
 * Who reported a comment objects to the answer that it stays (Regulation (EU)
 * 2022/2065, article 20(1)): by the signed address of their report, within six
 * months and once. The comment stays until a person has answered.
 */
import { holdComment } from '../../discussion/index.ts'
import { typedWords } from '../../house-rules/index.ts'
import { redressMessages as m } from '../../messages/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { readReport } from '../reports/read-report.ts'
import { type AppealResult, appealProblem } from './appeal.ts'

/** Takes an appeal against what was decided on a report. Sent twice it is one. What was typed is the caller's to give back. */
export async function appealReport(
  store: Store,
  { reportId, words: typed }: { reportId: string; words: string },
  now: number,
): Promise<AppealResult> {
  const words = typedWords(typed)
  const refuse = (sentence: string): AppealResult => ({ appealed: false, sentence })
  const problem = appealProblem(words)
  if (problem) return refuse(problem)
  return store.transaction(now, async (tx) => {
    const { comment_id: commentId } =
      (await tx.rows.selectFrom('reports').select('comment_id').where('id', '=', reportId).executeTakeFirst()) ?? {}
    if (commentId === undefined) return refuse(m.noReport)
    await holdComment(tx, commentId)
    const report = await readReport(tx.rows, reportId, now)
    if (report?.appeal) {
      return report.appeal.words === words ? { appealed: true, appealId: report.appeal.id } : refuse(m.reportAppealed)
    }
    if (report?.outcome?.action !== 'keep') return refuse(m.reportNothingToAppeal)
    if (!report.shown) return refuse(m.reportedGone)
    if (report.appealUntil === null || now > report.appealUntil) return refuse(m.reportTooLate)
    const id = newId(now)
    await tx.rows
      .insertInto('appeals')
      .values({
        id,
        decision_id: report.outcome.decisionId,
        comment_id: commentId,
        report_id: reportId,
        words,
        appealed_at: now,
      })
      .execute()
    await tx.say({ kind: 'objections.changed' })
    return { appealed: true, appealId: id }
  })
}
