/**
 * The examination of a comment as it comes in: the phases of the intake, the
 * campaign it may belong to, the spam model, the rules of the house.
 */
import { type Examine, signalsFor } from '../../discussion/index.ts'
import type { Store } from '../../store/index.ts'
import { findCampaign } from '../campaigns/index.ts'
import { bandOf, keepRulesAtHand, withRules } from '../filters/index.ts'
import { askModel, knowPlace, languageOf, standingOf } from '../learning/index.ts'

/** What the site is, as far as the examination asks. */
export interface Place {
  /** Where readers reach the site; its own domain is no link elsewhere. */
  url(): string
}

/** All that is said of a comment; the rules of the house have the last word on its place, and never on its state. */
export const examineAt = (store: Store, place: Place): Examine => {
  keepRulesAtHand(store)
  return withRules(place, examineText(store, place))
}

const examineText = (store: Store, place: Place): Examine => {
  knowPlace(store, () => place.url())
  return async (tx, comment, circumstances) => {
    const campaign = await findCampaign(tx, comment)
    const model = await askModel(tx, comment, circumstances.timeToWrite)
    const signals = [
      ...signalsFor(comment, circumstances),
      ...campaign.signals,
      ...model.signals,
      ...(await standingOf(tx.rows, comment.readerId)),
    ]
    return {
      signals,
      band: bandOf(signals),
      spam: model.spam,
      rules: model.rules,
      campaignId: campaign.campaignId,
      textNumber: campaign.textNumber,
      language: await languageOf(comment.text),
    }
  }
}
