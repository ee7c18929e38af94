/** The spam model's word on a comment as it comes in. */
import type { Incoming } from '../../discussion/index.ts'
import { storeProblem, type Transaction } from '../../store/index.ts'
import { scorerIn, withModel } from './known-model.ts'
import { askScorer, type ModelSays, notAsked } from './model-signals.ts'
import { hereOf } from './place.ts'
import { spamTextOf } from './spam-text.ts'

/**
 * Asks the model as it stands in the transaction that takes the comment.
 * `timeToWrite` in milliseconds, null where not known. Should the model fail,
 * the comment is taken all the same and says that it was not checked.
 */
export async function askModel(tx: Transaction, comment: Incoming, timeToWrite: number | null): Promise<ModelSays> {
  const secondsToWrite = timeToWrite === null ? null : Math.round(timeToWrite / 1000)
  const said = spamTextOf({ ...comment, secondsToWrite, at: tx.now }, await hereOf(tx, tx.rows))
  try {
    return await withModel(tx, tx.rows, (known) => askScorer(scorerIn(known), said))
  } catch (error) {
    // After a fault of the database nothing of this transaction can be kept.
    if (storeProblem(error) !== null) throw error
    return notAsked
  }
}
