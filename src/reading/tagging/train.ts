/**
 * Makes the tagger's and the links' weights from annotated texts. A conditional
 * random field by stochastic gradients with AdaGrad (Duchi, Hazan and Singer
 * 2011), features left out at random (Srivastava et al. 2014), weights averaged
 * over the rounds. Chance comes from a seed, so that a run can be repeated.
 */
import type { Tokens } from '../tokens.ts'
import { lawful, marginals, WIDTH } from './chain.ts'
import { type Context, contextOf } from './context.ts'
import { type Candidate, choose, cueCandidates, cueChoices, speakerChoices, type Tagged } from './link.ts'
import { headOf } from './spans.ts'
import { breaksOf, eachToken, scoresOf, tagged, type Weights } from './tagger.ts'

/** One text with its right labels, and its attributions as sets of tokens. */
export interface Lesson {
  tokens: Tokens
  /** A number into LABELS for each token. */
  labels: Uint8Array
  attributions: readonly { content: Set<number>; cue: Set<number>; speaker: readonly number[] }[]
}

const TAGGER_BITS = 17
const LINK_BITS = 15
const ROUNDS = 6
const LINK_ROUNDS = 5
const RATE = 0.1
const LEFT_OUT = 0.6
/** The links are trained on texts that the tagger has not seen: on this many parts, each tagged by what the others taught. */
const PARTS = 4

export interface Trained {
  tagger: Weights
  cue: Float32Array
  speaker: Float32Array
}

export function train(lessons: readonly Lesson[], say: (line: string) => void): Trained {
  const prepared = lessons.map(prepare)
  const links: Linkable[] = []
  for (let part = 0; part < PARTS; part++) {
    const weights = trainTagger(prepared.filter((_, i) => i % PARTS !== part))
    for (const [i, { lesson, context }] of prepared.entries()) {
      if (i % PARTS !== part) continue
      links.push({ lesson, context, tags: tagged(scoresOf(context, weights), weights.transitions, lesson.tokens) })
    }
    say(`part ${part + 1} of ${PARTS} tagged by what the others taught`)
  }
  const { cue, speaker } = trainLinks(links)
  say('links trained')
  const tagger = trainTagger(prepared)
  say('tagger trained on all')
  return { tagger, cue, speaker }
}

interface Prepared {
  lesson: Lesson
  context: Context
  breaks: Uint8Array
  /** All tokens' features, one after another; token i's begin at `offsets[i]`. */
  features: Int32Array
  offsets: Int32Array
}

function prepare(lesson: Lesson): Prepared {
  const context = contextOf(lesson.tokens)
  const all: number[] = []
  const offsets = new Int32Array(lesson.tokens.count + 1)
  eachToken(context, (token, buffer, n) => {
    for (let k = 0; k < n; k++) all.push((buffer[k] as number) & ((1 << TAGGER_BITS) - 1))
    offsets[token + 1] = all.length
  })
  return { lesson, context, breaks: breaksOf(lesson.tokens), features: Int32Array.from(all), offsets }
}

/** Mulberry32: 0 to 1, the same after the same seed. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1))
    ;[order[i], order[k]] = [order[k] as number, order[i] as number]
  }
}

function trainTagger(texts: readonly Prepared[]): Weights {
  const size = (1 << TAGGER_BITS) * WIDTH
  const emissions = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-3)
  const transitions = new Float32Array(WIDTH * WIDTH)
  const transitionSquares = new Float32Array(WIDTH * WIDTH).fill(1)
  const mean = { emissions: new Float32Array(size), transitions: new Float32Array(WIDTH * WIDTH) }
  const random = chance(7)
  const order = texts.map((_, i) => i)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random)
    const rate = RATE * (1 - (0.8 * round) / ROUNDS)
    for (const at of order) {
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
      const expected = marginals(scores, lawful(transitions), breaks)
      for (let i = 0; i < breaks.length; i++) {
        const right = lesson.labels[i] as number
        if (i > 0) {
          const step = (lesson.labels[i - 1] as number) * WIDTH + right
          expected.transitions[step] = (expected.transitions[step] as number) - 1
        }
        for (let l = 0; l < WIDTH; l++) {
          const slope = (expected.probabilities[i * WIDTH + l] as number) - (l === right ? 1 : 0)
          if (slope < 1e-3 && slope > -1e-3) continue
          for (let p = kept.offsets[i] as number; p < (kept.offsets[i + 1] as number); p++) {
            descend(emissions, squares, (kept.features[p] as number) * WIDTH + l, slope, rate)
          }
        }
      }
      for (let k = 0; k < transitions.length; k++) {
        descend(transitions, transitionSquares, k, expected.transitions[k] as number, rate)
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

/** One step of AdaGrad on one weight. */
function descend(weights: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  squares[at] = (squares[at] as number) + slope * slope
  weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(squares[at] as number)
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

interface Linkable {
  lesson: Lesson
  context: Context
  tags: Tagged
}
interface Choice {
  candidates: Candidate[]
  right: number[]
}

function trainLinks(texts: readonly Linkable[]): { cue: Float32Array; speaker: Float32Array } {
  const cues: Choice[] = []
  const speakers: Choice[] = []
  for (const { lesson, context, tags } of texts) {
    const near = cueCandidates(context, tags)
    for (const segment of tags.spans.contents) {
      const own = attributionOf(lesson, segment)
      if (!own) continue
      const candidates = cueChoices(context, tags, near, segment)
      const right = rightOnes(candidates, ({ from, to }) => some(from, to, (i) => own.cue.has(i)))
      cues.push({ candidates, right })
      const cue = candidates[right[0] as number] as Candidate
      const choices = speakerChoices(context, tags, segment, cue)
      const { speaker } = own
      const head =
        speaker.length > 0
          ? headOf(lesson.tokens, { from: speaker[0] as number, to: (speaker.at(-1) as number) + 1 })
          : -1
      const rightSpeakers = rightOnes(choices, ({ from, to }) => head >= from && head < to)
      // A speaker who is not among the candidates teaches nothing.
      if (head >= 0 && rightSpeakers[0] === choices.length - 1) continue
      speakers.push({ candidates: choices, right: rightSpeakers })
    }
  }
  return { cue: trainChoices(cues), speaker: trainChoices(speakers) }
}

const some = (from: number, to: number, is: (i: number) => boolean) => {
  for (let i = from; i < to; i++) if (is(i)) return true
  return false
}

/** The candidates that are right; the last, which is "none of them", where there is none. */
function rightOnes(candidates: Candidate[], isRight: (candidate: Candidate) => boolean): number[] {
  const right = candidates.flatMap((candidate, k) => (candidate.from >= 0 && isRight(candidate) ? [k] : []))
  return right.length > 0 ? right : [candidates.length - 1]
}

/** The attribution whose content makes up at least half of a segment. */
function attributionOf({ attributions }: Lesson, { from, to }: { from: number; to: number }) {
  let best: Lesson['attributions'][number] | null = null
  let most = 0
  for (const attribution of attributions) {
    let shared = 0
    for (let i = from; i < to; i++) if (attribution.content.has(i)) shared++
    if (shared > most) [best, most] = [attribution, shared]
  }
  return most * 2 >= to - from ? best : null
}

/** Multinomial logistic regression over candidates, any of the right ones being right. */
function trainChoices(choices: readonly Choice[]): Float32Array {
  const size = 1 << LINK_BITS
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(0.1)
  const mean = new Float32Array(size)
  const random = chance(11)
  const order = choices.map((_, i) => i)
  for (let round = 0; round < LINK_ROUNDS; round++) {
    shuffle(order, random)
    for (const at of order) {
      const { candidates, right } = choices[at] as Choice
      const { scores } = choose(candidates, weights)
      const top = Math.max(...scores)
      const powers = scores.map((score) => Math.exp(score - top))
      const all = powers.reduce((sum, power) => sum + power, 0)
      const good = right.reduce((sum, k) => sum + (powers[k] as number), 0)
      for (const [k, { features }] of candidates.entries()) {
        const power = powers[k] as number
        const slope = power / all - (right.includes(k) ? power / good : 0)
        if (Math.abs(slope) < 1e-4) continue
        for (const feature of features) descend(weights, squares, feature & (size - 1), slope, RATE)
      }
    }
    if (round === 0) continue
    for (let k = 0; k < size; k++) mean[k] = (mean[k] as number) + (weights[k] as number) / (LINK_ROUNDS - 1)
  }
  return mean
}

export function trainForCache(lessons: readonly Lesson[], say: (line: string) => void) {
  const prepared = lessons.map(prepare)
  const tags: Tagged[] = []
  for (let part = 0; part < PARTS; part++) {
    const weights = trainTagger(prepared.filter((_, i) => i % PARTS !== part))
    for (const [i, { lesson, context }] of prepared.entries()) {
      if (i % PARTS !== part) continue
      tags[i] = tagged(scoresOf(context, weights), weights.transitions, lesson.tokens)
    }
    say(`part ${part + 1}`)
  }
  return { tags, tagger: trainTagger(prepared) }
}
export { trainLinks }
