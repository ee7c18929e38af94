/** What the spam model says of a comment, in words for the moderator. */
import type { Signal } from '../../discussion/index.ts'
import { spamMessages as m } from '../../messages/index.ts'
import type { Features, FoundFeatures, Head, SpamText } from '../../spam/index.ts'
import { BESIDE, explain, LEAST_MET, type Score, type Scorer, score, tellsLittle, withNames } from '../../spam/index.ts'
import { RULES_MODEL, SPAM_MODEL } from '../filters/index.ts'

export interface ModelSays {
  /** Chances between 0 and 1; null where nothing can be told. */
  spam: number | null
  rules: number | null
  signals: Signal[]
}

/** Under this chance of a broken rule nothing is said: of rules the model knows little for long. */
const RULES_WORTH_SAYING = 0.3
const MOST_REASONS = 3
/** From this chance on it says why. */
const WORTH_EXPLAINING = 0.2

/** `found` are the comment's features, where they are known. */
export const askScorer = (scorer: Scorer, comment: SpamText, found?: FoundFeatures): ModelSays =>
  inWords(scorer, score(scorer, comment, found && withNames(comment, found)))

/** A score as the moderator reads it. */
export function inWords(scorer: Scorer, { spam, rules, met, features }: Score): ModelSays {
  if (met < LEAST_MET) return cannotTell
  const signals: Signal[] = [
    {
      phase: SPAM_MODEL,
      state: spam < 0.5 ? 'ok' : 'raised',
      words: m.spamScore(inHundred(spam), reasonsOf(scorer, features, 'spam', spam)),
      weight: round(spam),
    },
  ]
  if (rules >= RULES_WORTH_SAYING) {
    signals.push({
      phase: RULES_MODEL,
      state: rules < 0.5 ? 'ok' : 'raised',
      words: m.rulesScore(inHundred(rules), reasonsOf(scorer, features, 'rules', rules)),
      weight: round(rules),
    })
  }
  return { spam, rules, signals }
}

/** Said of a language or a kind of comment that it has never met: it is for a person to read, not for waving through. */
const cannotTell: ModelSays = {
  spam: null,
  rules: null,
  signals: [
    {
      phase: SPAM_MODEL,
      state: 'not-checked',
      words: m.noScore,
      weight: 0,
    },
  ],
}

/** Said where the model could not be asked, so that nobody takes silence for a clean bill. */
export const notAsked: ModelSays = {
  spam: null,
  rules: null,
  signals: [{ phase: SPAM_MODEL, state: 'not-checked', words: m.notAsked, weight: 0 }],
}

/** The three heaviest things that speak for it, none of which says again what another has said. */
function reasonsOf(scorer: Scorer, features: Features, head: Head, chance: number): string[] {
  if (chance < WORTH_EXPLAINING) return []
  let told: string[] = []
  for (const { words, weight } of explain(scorer, features, head, 40)) {
    if (weight <= 0 || tellsLittle(words) || IN_EVERY_TEXT.test(words)) continue
    if (told.some((one) => holds(one, words) || sharesKind(one, words))) continue
    // The longer reason in the place of the shorter: “check out”, not “out”.
    const place = told.findIndex((one) => holds(words, one))
    if (place < 0 && told.length === MOST_REASONS) continue
    told = place < 0 ? [...told, words] : told.flatMap((one, i) => (i === place ? words : holds(words, one) ? [] : one))
  }
  return told
}

/** Words that stand in every text tell a person nothing. */
const IN_EVERY_TEXT =
  /^“(?:a|an|the|and|or|but|for|from|in|on|of|to|at|it|is|are|was|i|you|your|my|me|we|this|that|with|have|as|so|be|do|if|by|will|can|just|not|all|u)”$/

/** Whether one reason says all that another says: “check out” and “check”. */
const holds = (one: string, other: string): boolean => ` ${bare(one)} `.includes(` ${bare(other)} `)
const bare = (words: string) => words.replace(/[“”]/g, '')

const sharesKind = (one: string, other: string): boolean => {
  const kinds = one.split(BESIDE)
  return other.split(BESIDE).some((kind) => kinds.includes(kind))
}

/** 0 and 100 are for what is certain, and nothing is. */
const inHundred = (chance: number): number => Math.min(99, Math.max(1, Math.round(chance * 100)))

const round = (chance: number): number => Math.round(chance * 1000) / 1000
