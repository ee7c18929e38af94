/**
 * The examination of a comment as it comes in: the phases of the intake, the
 * campaign it may belong to, the spam model, the rules of the house.
 */
import { bandOfSignals, type Examine, signalsFor } from '../discussion/index.ts'
import type { Store } from '../store/index.ts'

/** What the site is, as far as the examination asks. */
export interface Place {
  /** Where readers reach the site; its own domain is no link elsewhere. */
  url(): string
}

export const examineAt =
  (_store: Store, _place: Place): Examine =>
  async (_write, comment, circumstances) => {
    const signals = signalsFor(comment, circumstances)
    return { signals, band: bandOfSignals(signals), spam: null, rules: null, campaignId: null, language: null }
  }
