/**
 * A choice among candidates by a hashed linear model: which cue a content hangs
 * on (cue-choices.ts), and who its speaker is (speaker-choices.ts).
 */
import type { Spans, TokenSpan } from './spans.ts'

/** What the tagger gave: spans, and how sure it was of cue and speaker at each token (0 to 1). */
export interface Tagged {
  spans: Spans
  cueness: Float32Array
  speakerness: Float32Array
  /** And that a token was said. */
  contentness: Float32Array
  /** Of each token, 1 where it stands in a content. */
  inContent: Uint8Array
  labels: Uint8Array
}

export interface Candidate extends TokenSpan {
  /** -1: none of them. */
  head: number
  features: number[]
}
/** Within how many paragraphs of a content its cue or speaker is looked for. */
export const REACH = 2

/** A likelihood in six steps. */
export const level = (probability: number) =>
  probability < 0.02
    ? 0
    : probability < 0.1
      ? 1
      : probability < 0.25
        ? 2
        : probability < 0.5
          ? 3
          : probability < 0.8
            ? 4
            : 5
/** Where the first span that does not end before `token` stands. */
export function lowerBound(spans: readonly TokenSpan[], token: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as TokenSpan).to <= token) low = middle + 1
    else high = middle
  }
  return low
}
/** The best of some candidates under a hashed linear model, and the score of each. */
export function choose(
  candidates: readonly Candidate[],
  weights: Float32Array | Int8Array,
): { best: number; scores: number[] } {
  const mask = weights.length - 1
  const scores = candidates.map(({ features }) => {
    let sum = 0
    for (const feature of features) sum += weights[feature & mask] as number
    return sum
  })
  let best = 0
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[best] as number)) best = k
  return { best, scores }
}
