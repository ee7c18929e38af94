/**
 * The second model: does a comment insult or threaten people. A logistic
 * regression over a few thousand named features, small enough to be read; its
 * weights are made by `npm run train:conduct`.
 */
import { conductFeatures, lookFeatures } from './features.ts'
import { type ReadText, readConduct } from './read.ts'

export interface ConductModel {
  start: number
  /** By feature. */
  weights: Readonly<Record<string, number>>
  /** From this margin on, at most one in twenty of the comments it learnt from that are fine would be raised. */
  limit: number
}

export interface ConductLesson {
  text: string
  isHostile: boolean
}

/** Of a text without a hostile word: nothing speaks for it. */
export const NOTHING = -20

/** How long the two parts of a comment's vector are. */
const KINDS_LENGTH = 1
const LOOK_LENGTH = 0.5

const ROUNDS = 20
const RATE = 0.5
/** How strongly weights are drawn to nothing. */
const PULL_BACK = 0.003

interface Vector {
  names: string[]
  values: number[]
}

/** Log odds, the higher the likelier an insult or a threat; `NOTHING` where no hostile word stands. */
export function marginOfConduct({ start, weights }: Pick<ConductModel, 'start' | 'weights'>, text: ReadText): number {
  const vector = vectorOf(text)
  if (vector === null) return NOTHING
  return vector.names.reduce((sum, name, i) => sum + (weights[name] ?? 0) * (vector.values[i] as number), start)
}

/** By stochastic gradient descent in the order of the lessons, so that the same lessons give the same model. */
export function trainConduct(lessons: readonly ConductLesson[]): ConductModel {
  const read = lessons.map(({ text, isHostile }) => ({ vector: vectorOf(readConduct(text)), was: isHostile ? 1 : 0 }))
  const weights = new Map<string, number>()
  let start = 0
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 10)
    for (const { vector, was } of read) {
      if (vector === null) continue
      const margin = vector.names.reduce(
        (sum, name, i) => sum + (weights.get(name) ?? 0) * (vector.values[i] as number),
        start,
      )
      const off = 1 / (1 + Math.exp(-margin)) - was
      start -= rate * off * 0.05
      for (const [i, name] of vector.names.entries()) {
        const old = weights.get(name) ?? 0
        weights.set(name, old - rate * (off * (vector.values[i] as number) + PULL_BACK * old))
      }
    }
  }
  const kept = [...weights]
    .map(([name, weight]) => [name, Math.round(weight * 1000) / 1000] as const)
    .filter(([, weight]) => weight !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const model = { start: Math.round(start * 1000) / 1000, weights: Object.fromEntries(kept), limit: 0 }
  const fine = lessons
    .filter(({ isHostile }) => !isHostile)
    .map(({ text }) => marginOfConduct(model, readConduct(text)))
  fine.sort((a, b) => b - a)
  return { ...model, limit: Math.max(0, fine[Math.floor(0.05 * fine.length)] ?? 0) }
}

function vectorOf(text: ReadText): Vector | null {
  const kinds = conductFeatures(text)
  if (kinds.length === 0) return null
  const look = lookFeatures(
    text.look,
    text.sentences.reduce((sum, words) => sum + words.length, 0),
  )
  const [ofKinds, ofLook] = [KINDS_LENGTH / Math.sqrt(kinds.length), LOOK_LENGTH / Math.sqrt(look.length)]
  return {
    names: [...kinds, ...look],
    values: [...kinds.map(() => ofKinds), ...look.map(() => ofLook)],
  }
}
