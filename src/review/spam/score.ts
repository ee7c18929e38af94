/** A comment's chances, and what they come from in words for a person. */
import { calibrationsOf, logistic } from './calibrate.ts'
import type { Head, SpamText } from './comment.ts'
import { featuresOf } from './features.ts'
import { EVERY_COMMENT } from './form.ts'
import { type Calibration, HEADS, marginOf, type SpamModel, WEIGHT_UNIT } from './model.ts'

/** A model made ready to score: its calibration is worked out once. Make it anew after each decision. */
export interface Scorer {
  model: SpamModel
  calibrations: readonly [spam: Calibration, rules: Calibration]
}

export interface Score {
  /** Chances between 0 and 1. */
  spam: number
  rules: number
}

export interface Reason {
  /** "“check out my”", "the link wa.me". */
  words: string
  /** Of the head's log odds: above 0 speaks for it, below against. */
  weight: number
}

export const scorerOf = (model: SpamModel): Scorer => ({ model, calibrations: calibrationsOf(model) })

/** Pure; the same comment and the same model give the same numbers. */
export function score({ model, calibrations }: Scorer, comment: SpamText): Score {
  const { ids, values } = featuresOf(comment)
  const [spam, rules] = HEADS.map((_, head) => {
    const { slope, shift } = calibrations[head] as Calibration
    return logistic(slope * marginOf(model.tables[head] as Int32Array, ids, values) + shift)
  })
  return { spam: spam as number, rules: rules as number }
}

/**
 * The features that moved a head's score the most, the heaviest first. What is
 * called the same (a word, and the letters in it) is one reason.
 */
export function explain({ model, calibrations }: Scorer, comment: SpamText, head: Head, most = 6): Reason[] {
  const { ids, values, names } = featuresOf(comment, true)
  const number = HEADS.indexOf(head)
  const table = model.tables[number] as Int32Array
  const slope = calibrations[number]?.slope ?? 1
  const weights = new Map<string, number>()
  for (let i = 0; i < ids.length; i++) {
    const name = names?.[i] ?? ''
    const weight = ((table[ids[i] as number] as number) * WEIGHT_UNIT * (values[i] as number) * slope) / 256
    weights.set(name, (weights.get(name) ?? 0) + weight)
  }
  return [...weights]
    .map(([words, weight]) => ({ words, weight }))
    .filter(({ words, weight }) => words !== EVERY_COMMENT && Math.abs(weight) >= 0.01)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.words < b.words ? -1 : 1))
    .slice(0, most)
}
