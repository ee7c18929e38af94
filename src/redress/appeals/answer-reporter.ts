/** The second look at a reported comment that was to stay: it still stays, or it is taken down. */

import { redressMessages as m } from '../../messages/index.ts'
import { OTHER_WORDS, recordDecision, removeCommentInside, UNDO_FOR } from '../../moderation/decisions/index.ts'
import { newId, type Transaction } from '../../store/index.ts'
import { tellReporters } from '../reports/tell-reporters.ts'
import { hasOthers } from './moderators.ts'
import { openAppeals } from './open-appeals.ts'
import type { Answered, Verdict } from './verdict.ts'

/** `verdict.sentence` is cleaned and long enough; the comment is held by this transaction. */
export async function answerReporter(
  tx: Transaction,
  appeal: { id: string; comment_id: string },
  { verdict, revisionId, sentence: note, reason = null, by }: Verdict,
): Promise<Answered> {
  const refuse = (sentence: string): Answered => ({ answered: false, sentence })
  const commentId = appeal.comment_id
  const open = await openAppeals(tx.rows)
    .innerJoin('reports as rp', 'rp.id', 'a.report_id')
    .select(['a.id', 'd.decided_by', 'rp.mail'])
    .select((e) =>
      e
        .selectFrom('approved_comments as shown')
        .select('shown.revision_id')
        .whereRef('shown.id', '=', 'a.comment_id')
        .as('revision_id'),
    )
    .where('a.comment_id', '=', commentId)
    .execute()
  const one = open.find(({ id }) => id === appeal.id)
  if (!one?.revision_id) return refuse(m.appealClosed)
  const own = one.decided_by === by
  if (own && (await hasOthers(tx.rows, by))) return refuse(m.ownDecision)

  if (one.revision_id !== revisionId) return refuse(OTHER_WORDS)

  let decisionId: string
  if (verdict === 'overturn') {
    const removed = await removeCommentInside(tx, { commentId, revisionId, reason, note, by })
    if (!removed.decided) return refuse(removed.sentence)
    decisionId = removed.decisionId
  } else {
    decisionId = newId(tx.now)
    const record = { id: decisionId, commentId, revisionId, action: 'uphold', reason: null, by }
    await recordDecision(tx, { ...record, note, changes: [], told: false })
  }
  // A removal is what everybody asked for who had reported it and objected.
  const answered = verdict === 'overturn' ? open : [one]
  await tx.rows
    .insertInto('appeal_outcomes')
    .values(answered.map(({ id }) => ({ appeal_id: id, decision_id: decisionId, alone: own ? 1 : 0 })))
    .execute()
  await tellReporters(tx, answered, decisionId)
  return { answered: true, decisionId, commentId, undoUntil: verdict === 'overturn' ? tx.now + UNDO_FOR : null }
}
