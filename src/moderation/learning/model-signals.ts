/** What the spam model says of a comment, in words for the moderator. */
import type { Signal } from '../../discussion/index.ts'
import type { Features, Head, SpamText } from '../../spam/index.ts'
import { explain, type Score, type Scorer, score } from '../../spam/index.ts'
import { RULES_MODEL, SPAM_MODEL } from '../filters/index.ts'

export interface ModelSays {
  /** Chances between 0 and 1. */
  spam: number | null
  rules: number | null
  signals: Signal[]
}

/** Under this chance of a broken rule nothing is said: of rules the model knows little for long. */
const RULES_WORTH_SAYING = 0.3
/** From this chance on it says why. */
const WORTH_EXPLAINING = 0.2

export const askScorer = (scorer: Scorer, comment: SpamText): ModelSays => inWords(scorer, score(scorer, comment))

/** A score as the moderator reads it. */
export function inWords(scorer: Scorer, { spam, rules, features }: Score): ModelSays {
  const signals: Signal[] = [
    {
      phase: SPAM_MODEL,
      state: spam < 0.5 ? 'ok' : 'raised',
      words: `The spam model gives ${inHundred(spam)} of 100${because(scorer, features, 'spam', spam)}`,
      weight: round(spam),
    },
  ]
  if (rules >= RULES_WORTH_SAYING) {
    signals.push({
      phase: RULES_MODEL,
      state: rules < 0.5 ? 'ok' : 'raised',
      words: `Like comments that broke a rule: ${inHundred(rules)} of 100${because(scorer, features, 'rules', rules)}`,
      weight: round(rules),
    })
  }
  return { spam, rules, signals }
}

/** Said where the model could not be asked, so that nobody takes silence for a clean bill. */
export const notAsked: ModelSays = {
  spam: null,
  rules: null,
  signals: [{ phase: SPAM_MODEL, state: 'not-checked', words: 'The spam model could not be asked', weight: 0 }],
}

/** The three heaviest things that speak for it. */
function because(scorer: Scorer, features: Features, head: Head, chance: number): string {
  if (chance < WORTH_EXPLAINING) return ''
  // "A link" and the place where it stands are told once.
  const reasons = explain(scorer, features, head, 12).filter((one) => one.weight > 0 && !one.words.includes('(link)'))
  const words = reasons.slice(0, 3).map((reason) => reason.words)
  return words.length > 0 ? `: ${words.join(', ')}` : ''
}

/** 0 and 100 are for what is certain, and nothing is. */
const inHundred = (chance: number): number => Math.min(99, Math.max(1, Math.round(chance * 100)))

const round = (chance: number): number => Math.round(chance * 1000) / 1000
