/**
 * Trains the sequence tagger: a conditional random field (Lafferty, McCallum
 * and Pereira 2001) by stochastic gradients with AdaGrad, features left out at
 * random (Srivastava et al. 2014), weights averaged over the rounds.
 */
import { lawful, marginals, WIDTH } from '../tagging/chain.ts'
import { breaksOf, eachToken, type Weights } from '../tagging/tagger.ts'
import { chance, descend, shuffled } from './chance.ts'
import type { Lesson } from './lesson.ts'

const BITS = 18
const ROUNDS = 6
const RATE = 0.1
const LEFT_OUT = 0.6

export interface Prepared {
  lesson: Lesson
  breaks: Uint8Array
  /** All tokens' features, one after another; token i's begin at `offsets[i]`. */
  features: Int32Array
  offsets: Int32Array
}

export function prepare(lesson: Lesson): Prepared {
  const context = lesson.context
  const all: number[] = []
  const offsets = new Int32Array(lesson.tokens.count + 1)
  eachToken(context, (token, buffer, n) => {
    for (let k = 0; k < n; k++) all.push((buffer[k] as number) & ((1 << BITS) - 1))
    offsets[token + 1] = all.length
  })
  return { lesson, breaks: breaksOf(lesson.tokens), features: Int32Array.from(all), offsets }
}

export function trainTagger(texts: readonly Prepared[]): Weights {
  const size = (1 << BITS) * WIDTH
  const emissions = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-3)
  const transitions = new Float32Array(WIDTH * WIDTH)
  const transitionSquares = new Float32Array(WIDTH * WIDTH).fill(1)
  const mean = { emissions: new Float32Array(size), transitions: new Float32Array(WIDTH * WIDTH) }
  const random = chance(7)
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE * (1 - (0.8 * round) / ROUNDS)
    for (const at of shuffled(texts.length, random)) {
      const { lesson, breaks, features, offsets } = texts[at] as Prepared
      const kept = leaveOut(features, offsets, random)
      const scores = new Float32Array(breaks.length * WIDTH)
      for (let i = 0; i < breaks.length; i++) {
        for (let p = kept.offsets[i] as number; p < (kept.offsets[i + 1] as number); p++) {
          const row = (kept.features[p] as number) * WIDTH
          for (let l = 0; l < WIDTH; l++) {
            scores[i * WIDTH + l] = (scores[i * WIDTH + l] as number) + (emissions[row + l] as number) / (1 - LEFT_OUT)
          }
        }
      }
      const expected = new Float64Array(WIDTH * WIDTH)
      const probabilities = marginals(scores, lawful(transitions), breaks, expected)
      for (let i = 0; i < breaks.length; i++) {
        const right = lesson.labels[i] as number
        if (i > 0) {
          const step = (lesson.labels[i - 1] as number) * WIDTH + right
          expected[step] = (expected[step] as number) - 1
        }
        for (let l = 0; l < WIDTH; l++) {
          const slope = (probabilities[i * WIDTH + l] as number) - (l === right ? 1 : 0)
          if (slope < 1e-3 && slope > -1e-3) continue
          for (let p = kept.offsets[i] as number; p < (kept.offsets[i + 1] as number); p++) {
            descend(emissions, squares, (kept.features[p] as number) * WIDTH + l, slope, rate)
          }
        }
      }
      for (let k = 0; k < transitions.length; k++) {
        descend(transitions, transitionSquares, k, expected[k] as number, rate)
      }
    }
    if (round === 0) continue
    for (const [sum, now] of [
      [mean.emissions, emissions],
      [mean.transitions, transitions],
    ] as const) {
      for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + (now[k] as number) / (ROUNDS - 1)
    }
  }
  return { ...mean, scale: 1 }
}

function leaveOut(features: Int32Array, offsets: Int32Array, random: () => number) {
  const kept = new Int32Array(features.length)
  const starts = new Int32Array(offsets.length)
  let n = 0
  for (let i = 0; i + 1 < offsets.length; i++) {
    for (let p = offsets[i] as number; p < (offsets[i + 1] as number); p++) {
      if (random() >= LEFT_OUT) kept[n++] = features[p] as number
    }
    starts[i + 1] = n
  }
  return { features: kept, offsets: starts }
}
