/** The tagger: which tokens are what was said, who said it, and the words that attribute it. */
import type { Tokens } from '../tokens.ts'
import { bestLabels, lawful, marginals, WIDTH } from './chain.ts'
import type { Tagged } from './choice.ts'
import type { Context } from './context.ts'
import { MOST_FEATURES, sentenceFacts, tokenFeatures } from './features.ts'
import { spansOf } from './spans.ts'

/** A linear model as it is trained (floats) or kept (bytes with a scale). */
export interface Weights {
  /** Rows of WIDTH, 2 to the power of some number of them; a feature's row is its hash's low bits. */
  emissions: Float32Array | Int8Array
  /** What one unit of `emissions` is worth. */
  scale: number
  /** WIDTH × WIDTH, from label to label. */
  transitions: Float32Array
}

/** Calls `take` with each token's features: `buffer` from 0 to `n`. */
export function eachToken(context: Context, take: (token: number, buffer: Int32Array, n: number) => void): void {
  const buffer = new Int32Array(MOST_FEATURES)
  const sentences = context.tokens.starts.length - 1
  for (let sentence = 0; sentence < sentences; sentence++) {
    const facts = sentenceFacts(context, sentence)
    for (let i = facts.start; i < facts.end; i++) take(i, buffer, tokenFeatures(context, facts, i, buffer, 0))
  }
}

/** 1 at each token that begins a paragraph. */
export function breaksOf({ count, paragraph }: Tokens): Uint8Array {
  const breaks = new Uint8Array(count)
  for (let i = 0; i < count; i++) if (i === 0 || paragraph[i] !== paragraph[i - 1]) breaks[i] = 1
  return breaks
}

/**
 * Each token's score for each label: count × WIDTH. The nine sums are written
 * out, since they are most of what a reading costs.
 */
export function scoresOf(context: Context, { emissions, scale }: Weights): Float32Array {
  const scores = new Float32Array(context.tokens.count * WIDTH)
  const mask = emissions.length / WIDTH - 1
  eachToken(context, (token, buffer, n) => {
    let [s0, s1, s2, s3, s4, s5, s6, s7, s8] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let k = 0; k < n; k++) {
      const row = ((buffer[k] as number) & mask) * WIDTH
      s0 += emissions[row] as number
      s1 += emissions[row + 1] as number
      s2 += emissions[row + 2] as number
      s3 += emissions[row + 3] as number
      s4 += emissions[row + 4] as number
      s5 += emissions[row + 5] as number
      s6 += emissions[row + 6] as number
      s7 += emissions[row + 7] as number
      s8 += emissions[row + 8] as number
    }
    const at = token * WIDTH
    scores[at] = s0 * scale
    scores[at + 1] = s1 * scale
    scores[at + 2] = s2 * scale
    scores[at + 3] = s3 * scale
    scores[at + 4] = s4 * scale
    scores[at + 5] = s5 * scale
    scores[at + 6] = s6 * scale
    scores[at + 7] = s7 * scale
    scores[at + 8] = s8 * scale
  })
  return scores
}

/** Labels and their likelihoods for a whole text. */
export function tagged(scores: Float32Array, transitions: Float32Array, tokens: Tokens): Tagged {
  const breaks = breaksOf(tokens)
  const allowed = lawful(transitions)
  const labels = bestLabels(scores, allowed, breaks)
  const probabilities = marginals(scores, allowed, breaks)
  const cueness = new Float32Array(tokens.count)
  const speakerness = new Float32Array(tokens.count)
  const contentness = new Float32Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) {
    cueness[i] = (probabilities[i * WIDTH + 1] as number) + (probabilities[i * WIDTH + 2] as number)
    for (let label = 5; label < WIDTH; label++)
      contentness[i] = (contentness[i] as number) + (probabilities[i * WIDTH + label] as number)
    speakerness[i] = (probabilities[i * WIDTH + 3] as number) + (probabilities[i * WIDTH + 4] as number)
  }
  return {
    spans: spansOf(labels),
    labels,
    cueness,
    speakerness,
    contentness,
    inContent: labels.map((label) => (label >= 5 ? 1 : 0)),
  }
}
