/** The spam model's word on comments that came in. */
import type { Incoming } from '../../discussion/index.ts'
import type { FoundFeatures, SpamText } from '../../spam/index.ts'
import { storeProblem, type Transaction } from '../../store/index.ts'
import { scorerIn, withModel } from './known-model.ts'
import { askScorer, type ModelSays, notAsked } from './model-signals.ts'
import { hereOf } from './place.ts'
import { type Here, spamTextOf } from './spam-text.ts'

/** A comment as the model is shown it, at a site that is reached there. */
export const shownToModel = (comment: Incoming, here: Here): SpamText => {
  const { timeToWrite } = comment.circumstances
  return spamTextOf({ ...comment, secondsToWrite: timeToWrite === null ? null : Math.round(timeToWrite / 1000) }, here)
}

/**
 * Asks the model as it stands in the transaction that keeps what it says, in the
 * order of the comments, whose features are `found` where they are known. Should
 * it fail, that is said, and the rest is kept.
 */
export async function askModel(
  tx: Transaction,
  comments: readonly Incoming[],
  found: readonly (FoundFeatures | undefined)[] = [],
): Promise<ModelSays[]> {
  const here = await hereOf(tx, tx.rows)
  const said = comments.map((comment) => shownToModel(comment, here))
  try {
    return await withModel(tx, tx.rows, (known) =>
      said.map((one, index) => askScorer(scorerIn(known), one, found[index])),
    )
  } catch (error) {
    // After a fault of the database nothing of this transaction can be kept.
    if (storeProblem(error) !== null) throw error
    return comments.map(() => notAsked)
  }
}
