/**
 * The examination of comments right after they came in: the phases of the intake,
 * the campaign each may belong to, the spam model, the rules of the house.
 */
import { type Examine, signalsFor, type Triage } from '../../discussion/index.ts'
import type { Store } from '../../store/index.ts'
import { type FoundCampaign, findCampaigns } from '../campaigns/index.ts'
import { bandOf, keepRulesAtHand, withRules } from '../filters/index.ts'
import { askModel, knowPlace, languageOf, type ModelSays, standingOf } from '../learning/index.ts'
import { readBefore } from './words/read-ahead.ts'

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
  return async (tx, comments) => {
    const read = await readBefore(tx, comments)
    const campaigns = await findCampaigns(
      tx,
      comments,
      read.map((one) => one?.fingerprint),
    )
    const models = await askModel(
      tx,
      comments,
      read.map((one) => one?.features),
    )
    const triages: Triage[] = []
    for (const [index, comment] of comments.entries()) {
      const [campaign, model] = [campaigns[index] as FoundCampaign, models[index] as ModelSays]
      const words = read[index]
      const signals = [
        ...signalsFor({ ...comment, ...(words && { conduct: words.conduct }) }, comment.circumstances),
        ...campaign.signals,
        ...model.signals,
        ...(await standingOf(tx.rows, comment.readerId)),
      ]
      triages.push({
        signals,
        band: bandOf(signals),
        spam: model.spam,
        rules: model.rules,
        campaignId: campaign.campaignId,
        textNumber: campaign.textNumber,
        language: words ? words.language : await languageOf(comment.text),
      })
    }
    return triages
  }
}
