/** The rules of the house beside whatever else is said of a comment: the last step of its examination. */
import type { Examine, Triage } from '../../discussion/index.ts'
import { examineRules } from './examine-rules.ts'
import { lowerBand } from './rule.ts'
import { approvalWithoutReview } from './without-review.ts'

/**
 * An examination, then the rules: they add their signals and take the comment
 * down in the queue, never up. Where an editor allows it, a well known reader's
 * comment is approved once what is said of it is written. `place.url` is where readers
 * reach the site.
 */
export const withRules =
  (place: { url(): string }, examine: Examine): Examine =>
  async (tx, comments) => {
    const triages = await examine(tx, comments)
    const ruled: Triage[] = []
    for (const [index, comment] of comments.entries()) {
      const triage = triages[index] as Triage
      const rules = await examineRules(tx, comment, place.url())
      const whole: Triage = {
        ...triage,
        signals: [...triage.signals, ...rules.signals],
        band: lowerBand(triage.band, rules.band),
      }
      const afterwards = await approvalWithoutReview(tx, comment, whole)
      ruled.push(afterwards ? { ...whole, afterwards } : whole)
    }
    return ruled
  }
