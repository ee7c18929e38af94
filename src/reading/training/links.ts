/**
 * Trains the links: which cue each content hangs on, and who its speaker is.
 * Multinomial logistic regression over candidates, on texts tagged by what
 * other texts taught, so that the tagger's mistakes are as they will be.
 */
import { type Candidate, choose, type Tagged } from '../tagging/choice.ts'
import { cueCandidates, cueChoices } from '../tagging/cue-choices.ts'
import { headOfPhrase } from '../tagging/spans.ts'
import { speakerChoices } from '../tagging/speaker-choices.ts'
import { chance, descend, shuffled } from './chance.ts'
import type { Lesson } from './lesson.ts'

const BITS = 16
const ROUNDS = 8
const RATE = 0.1

export interface Linkable {
  lesson: Lesson
  tags: Tagged
}
interface Choice {
  candidates: Candidate[]
  right: number[]
}

export function trainLinks(texts: readonly Linkable[]): { cue: Float32Array; speaker: Float32Array } {
  const cues: Choice[] = []
  const speakers: Choice[] = []
  for (const { lesson, tags } of texts) {
    const { context } = lesson
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
          ? headOfPhrase(lesson.tokens, { from: speaker[0] as number, to: (speaker.at(-1) as number) + 1 })
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
  const size = 1 << BITS
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(0.1)
  const mean = new Float32Array(size)
  const random = chance(11)
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of shuffled(choices.length, random)) {
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
    for (let k = 0; k < size; k++) mean[k] = (mean[k] as number) + (weights[k] as number) / (ROUNDS - 1)
  }
  return mean
}
