/**
 * Who reported a comment objects to the answer that it stays (Regulation (EU)
 * 2022/2065, article 20(1)): by the signed address of their report, within six
 * months and once. The comment stays until a person has answered.
 */
import { holdComment } from '../../discussion/index.ts'
import { typedWords } from '../../house-rules/index.ts'
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
    if (commentId === undefined) return refuse('There is no such report.')
    await holdComment(tx, commentId)
    const report = await readReport(tx.rows, reportId, now)
    if (report?.appeal) {
      return report.appeal.words === words
        ? { appealed: true, appealId: report.appeal.id }
        : refuse('You have asked for a second look already; what became of it stands on your report’s page.')
    }
    if (report?.outcome?.action !== 'keep')
      return refuse('There is no decision here to object to. Look at your report’s page as it is now.')
    if (!report.shown) return refuse('The comment is not on the page any more, so there is nothing to decide.')
    if (report.appealUntil === null || now > report.appealUntil)
      return refuse('The six months in which a second look could be asked for are over. A court can still be asked.')
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
    return { appealed: true, appealId: id }
  })
}
