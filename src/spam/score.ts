/** A comment's chances, and what they come from in words for a person. */
import { calibrationsOf, logistic } from './calibrate.ts'
import type { Head, SpamText } from './comment.ts'
import { type Features, featuresOf } from './features.ts'
import { EVERY_COMMENT } from './form.ts'
import { meetingOf } from './met.ts'
import { type Calibration, HEADS, marginOf, type SpamModel, WEIGHT_UNIT } from './model.ts'

/** A model made ready to score: its calibration is worked out once. Make it anew after each decision. */
export interface Scorer {
  model: SpamModel
  calibrations: readonly [spam: Calibration, rules: Calibration]
  /** The share of a comment's words that the model has met. */
  met(features: Features): number
}

export interface Score {
  /** Chances between 0 and 1. */
  spam: number
  rules: number
  /** The share of its words that the model has met; under `LEAST_MET` the chances say nothing. */
  met: number
  /** What the chances come from, for `explain`. */
  features: Features
}

export interface SpamReason {
  /** "“check out my”", "the link wa.me". */
  words: string
  /** Of the head's log odds: above 0 speaks for it, below against. */
  weight: number
}

export const scorerOf = (model: SpamModel): Scorer => ({
  model,
  calibrations: calibrationsOf(model),
  met: meetingOf(model.remembered),
})

/** Pure; the same comment and the same model give the same numbers. `features` are the comment's, where they are known. */
export function score(
  { model, calibrations, met }: Scorer,
  comment: SpamText,
  features: Features = featuresOf(comment),
): Score {
  const { ids, values } = features
  const [spam, rules] = HEADS.map((_, head) => {
    const { slope, shift } = calibrations[head] as Calibration
    return logistic(slope * marginOf(model.tables[head] as Int32Array, ids, values) + shift)
  })
  return { spam: spam as number, rules: rules as number, met: met(features), features }
}

/**
 * The features that moved a head's score the most, the heaviest first. What is
 * called the same (a word, and the letters in it) is one reason.
 */
export function explain({ model, calibrations }: Scorer, features: Features, head: Head, most = 6): SpamReason[] {
  const { ids, values, nameOf } = features
  const number = HEADS.indexOf(head)
  const table = model.tables[number] as Int32Array
  const slope = calibrations[number]?.slope ?? 1
  const weights = new Map<string, number>()
  for (let i = 0; i < ids.length; i++) {
    const inTable = table[ids[i] as number] as number
    if (inTable === 0) continue
    const name = nameOf(i)
    weights.set(name, (weights.get(name) ?? 0) + (inTable * WEIGHT_UNIT * (values[i] as number) * slope) / 256)
  }
  return [...weights]
    .map(([words, weight]) => ({ words, weight }))
    .filter(({ words, weight }) => words !== EVERY_COMMENT && Math.abs(weight) >= 0.01)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.words < b.words ? -1 : 1))
    .slice(0, most)
}
