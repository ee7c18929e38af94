/**
 * An appeal is answered: the decision is upheld, or it is not: an author's words
 * come back, a reported comment is taken down. Either is a decision of its own on
 * record, made by someone else than the first one where there is someone else.
 */
import { changeStates, holdComment } from '../../discussion/index.ts'
import { sentenceProblem, typedWords } from '../../house-rules/index.ts'
import { redressMessages as m } from '../../messages/index.ts'
import { readDecisions, recordDecision } from '../../moderation/decisions/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { answerReporter } from './answer-reporter.ts'
import { isLast, readAppeals } from './appeal.ts'
import { hasOthers } from './moderators.ts'
import type { Answered, Verdict } from './verdict.ts'

export async function decideAppeal(store: Store, verdict: Verdict, now: number): Promise<Answered> {
  const note = typedWords(verdict.sentence)
  const refuse = (sentence: string): Answered => ({ answered: false, sentence })
  return store.transaction(now, async (tx) => {
    const appeal = await tx.rows.selectFrom('appeals').selectAll().where('id', '=', verdict.appealId).executeTakeFirst()
    if (!appeal) return refuse(m.noAppeal)
    const needed = appeal.report_id === null ? m.noteToAuthor : m.noteToReporter
    const problem = sentenceProblem(note, verdict.verdict === 'uphold' ? needed : null)
    if (problem) return refuse(problem)
    await holdComment(tx, appeal.comment_id)
    if (appeal.report_id !== null) return answerReporter(tx, appeal, { ...verdict, sentence: note })
    const decisions = await readDecisions(tx.rows, appeal.comment_id)
    const first = decisions.find(({ id }) => id === appeal.decision_id)
    const outcome = (await readAppeals(tx.rows, appeal.comment_id)).get(appeal.decision_id)?.outcome
    if (outcome) return refuse(m.appealAnswered)
    if (!first || !isLast(first, decisions)) return refuse(m.appealOvertaken)
    const own = first.byId === verdict.by
    if (own && (await hasOthers(tx.rows, verdict.by))) return refuse(m.ownDecision)

    // Exactly what the decision took away comes back: of a comment taken down, all that readers had seen.
    const back = first.changes.map(({ revision, to }) => ({ revision, from: to, to: 'approved' as const }))
    const changes = verdict.verdict === 'overturn' ? await changeStates(tx, back) : []
    if (verdict.verdict === 'overturn' && changes.length === 0) return refuse(m.nothingToRestore)
    const id = newId(now)
    const { commentId, revisionId } = first
    const record = { id, commentId, revisionId, action: verdict.verdict, reason: null, note, by: verdict.by, changes }
    await recordDecision(tx, { ...record, instead: verdict.verdict === 'overturn' ? first.id : null })
    await tx.rows
      .insertInto('appeal_outcomes')
      .values({ appeal_id: appeal.id, decision_id: id, alone: own ? 1 : 0 })
      .execute()
    return { answered: true, decisionId: id, commentId, undoUntil: null }
  })
}
