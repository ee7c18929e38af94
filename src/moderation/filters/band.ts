/**
 * Where a comment stands in the queue, from all that is said about it. Pure.
 *
 * The spam model's calibrated chance and the other signals' weights are taken
 * as chances that are right each for itself: together they are the chance that
 * at least one of them is. A reader who is verified and has had comments
 * approved has the odds taken to a quarter; nothing else gives trust. A rule of
 * the house keeps a comment from rising above the place that it names.
 */
import { ASK_FOR_A_LOOK, type Signal } from '../../discussion/index.ts'
import type { BandName } from '../../store/index.ts'
import { bandOfWeight, isOfRule, lowerBand } from './rule.ts'

/** Names of phases that the band asks for by name. */
export const SPAM_MODEL = 'spam model'
export const RULES_MODEL = 'rules model'
export const KNOWN_READER = 'known reader'

/** From this chance of spam on, a comment stands among the likely spam; under the other, among those without a sign of it. */
export const SPAM_FROM = 0.8
export const FINE_UNDER = 0.25
/** From this chance of a broken rule on, someone has to think, however little it looks like spam. */
const RULES_FROM = 0.5
const TRUST = 4

export function bandOf(signals: readonly Pick<Signal, 'phase' | 'state' | 'weight'>[]): BandName {
  let fine = 1
  let [thought, trusted] = [false, false]
  let byRules: BandName = 'fine'
  for (const { phase, state, weight } of signals) {
    // What could not be checked is nothing to wave through.
    if (state === 'not-checked') thought = true
    if (phase === KNOWN_READER) trusted = true
    // A rule is no chance: it names a place, from the weight of its effect.
    else if (isOfRule(phase)) byRules = lowerBand(byRules, bandOfWeight(weight))
    // Rude is not spam: the head for the rules asks for a look and says no more.
    else if (phase === RULES_MODEL) thought ||= weight >= RULES_FROM
    else if (ASK_FOR_A_LOOK.has(phase)) thought ||= weight > 0
    else fine *= 1 - Math.min(1, Math.max(0, weight))
  }
  const odds = (1 - fine) / fine / (trusted ? TRUST : 1)
  const chance = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)
  const own = chance >= SPAM_FROM ? 'spam' : thought || chance >= FINE_UNDER ? 'thought' : 'fine'
  return lowerBand(own, byRules)
}
