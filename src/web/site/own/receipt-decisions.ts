/**
 * What was decided on a comment, for its author: from the record, once it has
 * left the house. Until then its receipt shows the state before.
 */
import type { Receipt } from '../../../discussion/index.ts'
import { isTold, isUndoable, readDecisions, restricts, type ToldDecision } from '../../../moderation/decisions/index.ts'
import { appealUntil, readAppeals, readDecisionSources, statementOf } from '../../../redress/index.ts'
import type { Web } from '../../context.ts'
import { shortDay } from '../kit/format.ts'
import type { Site } from '../kit/props.ts'
import type { ReceiptDecision, ReceiptRevision } from './receipt-props.ts'

/** The words of a receipt with what their author may know of decisions on them; newest first. */
export async function tellDecisions(web: Web, site: Site, receipt: Receipt, key: string): Promise<ReceiptRevision[]> {
  const { db } = web.store
  const [decisions, appeals] = await Promise.all([
    readDecisions(db, receipt.commentId),
    readAppeals(db, receipt.commentId),
  ])
  const now = web.now()
  const kept = decisions.filter(restricts)
  const sources = await readDecisionSources(
    db,
    kept.map(({ id }) => id),
  )
  return receipt.revisions.map((revision) => {
    const last = kept.findLast(({ revisionId }) => revisionId === revision.id)
    // Withdrawn while the decision could still be taken back: there is nothing left that it would tell.
    if (revision.state === 'withdrawn' && last && isUndoable(last.at, revision.stateAt))
      return { ...revision, decision: null }
    // What can still be taken back has not been said: the words are what they were.
    const untold = decisions.findLast((one) => restricts(one) && !isTold(one, now) && touches(one, revision.id))
    if (untold) {
      const state = untold.changes.find((change) => change.revision === revision.id)?.from ?? revision.state
      return { ...revision, state, reason: null, decision: null }
    }
    return { ...revision, decision: last ? tell(last) : null }

    function tell(decision: ToldDecision): ReceiptDecision | null {
      if (!decision.reason) return null
      const appeal = appeals.get(decision.id) ?? null
      const until = appealUntil(decision, decisions)
      return {
        id: decision.id,
        title: decision.reason.title,
        sentence: decision.reason.sentence,
        note: decision.note,
        statement: statementOf(
          { ...decision, reason: decision.reason, sentAt: revision.createdAt },
          sources.get(decision.id) ?? 'own reading',
          (at) => shortDay(site, at),
        ),
        appeal,
        appealPath: appeal === null && until !== null && now <= until ? `/receipts/${key}/appeal/${decision.id}` : null,
        appealUntil: until,
        reopened: until === null && appeal?.outcome == null,
      }
    }
  })
}

const touches = (decision: ToldDecision, revisionId: string): boolean =>
  decision.changes.some(({ revision }) => revision === revisionId)
