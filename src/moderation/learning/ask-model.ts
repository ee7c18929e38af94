/** The spam model's word on comments that came in. */
import type { Incoming } from '../../discussion/index.ts'
import { storeProblem, type Transaction } from '../../store/index.ts'
import { scorerIn, withModel } from './known-model.ts'
import { askScorer, type ModelSays, notAsked } from './model-signals.ts'
import { hereOf } from './place.ts'
import { spamTextOf } from './spam-text.ts'

/**
 * Asks the model as it stands in the transaction that keeps what it says, in the
 * order of the comments. Should it fail, that is said, and the rest is kept.
 */
export async function askModel(tx: Transaction, comments: readonly Incoming[]): Promise<ModelSays[]> {
  const here = await hereOf(tx, tx.rows)
  const said = comments.map((comment) => {
    const { timeToWrite } = comment.circumstances
    return spamTextOf(
      { ...comment, secondsToWrite: timeToWrite === null ? null : Math.round(timeToWrite / 1000) },
      here,
    )
  })
  try {
    return await withModel(tx, tx.rows, (known) => said.map((one) => askScorer(scorerIn(known), one)))
  } catch (error) {
    // After a fault of the database nothing of this transaction can be kept.
    if (storeProblem(error) !== null) throw error
    return comments.map(() => notAsked)
  }
}
