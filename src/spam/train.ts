/** Many decisions at once: what `npm run train:spam` makes the shipped start of. */
import { fitCalibration, type Trial } from './calibrate.ts'
import type { SpamLabel, SpamText } from './comment.ts'
import { fittingPull, goOver, remember } from './learn.ts'
import {
  type Calibration,
  emptyModel,
  MOST_PULL,
  marginOf,
  PULL_UNIT,
  pull,
  type Remembered,
  type SpamModel,
  TABLE_SIZE,
} from './model.ts'

export interface SpamLesson {
  comment: SpamText
  label: SpamLabel
}

/** By then no pull changes by more than a hundredth. */
const PASSES = 15

/** What at least so many of a hundred lessons have is known from them; lessons besides teach nothing about it. */
const KNOWN_FROM = 0.01

/**
 * A model that has gone over all lessons together until they pull as they
 * should, and then remembers none of them. `groups`: lessons that belong
 * together, a story's comments say. What margins are worth is measured on each
 * group by a model that has not seen it. Wants two groups at least.
 *
 * `besides`: groups of lessons that were made up. They come after the others and
 * move only what those hardly ever have, so that what real comments have taught
 * of a word is not unlearnt by sentences that somebody thought of.
 */
export function trainModel(
  groups: readonly (readonly SpamLesson[])[],
  besides: readonly (readonly SpamLesson[])[] = [],
): SpamModel {
  const known = groups.map((lessons) => lessons.map(readyToPull))
  const made = besides.map((lessons) => lessons.map(readyToPull))
  const modelWithout = (left: readonly Remembered[] | null) =>
    addBesides(fitAll(known.filter((one) => one !== left).flat()), made.filter((one) => one !== left).flat())
  const trials: Trial[] = [...known, ...made].flatMap((held) => {
    const { tables } = modelWithout(held)
    return held.map(({ ids, values, label }) => ({
      margin: marginOf(tables[0], ids, values),
      was: label === 'spam',
      counts: 1,
    }))
  })
  const model = modelWithout(null)
  const spam: Calibration = fitCalibration(trials, model.start[0])
  return { ...model, remembered: [], start: [spam, model.start[1]] }
}

function readyToPull({ comment, label }: SpamLesson): Remembered {
  const lesson = remember(emptyOrigin, comment, label)
  return { ...lesson, most: MOST_PULL / PULL_UNIT }
}

function fitAll(lessons: readonly Remembered[]): SpamModel {
  const model = emptyModel()
  model.remembered = lessons.map((lesson) => ({ ...lesson, pulls: [0, 0] }))
  for (let pass = 0; pass < PASSES; pass++) goOver(model)
  return model
}

/** A logistic regression on top, in the features that are free to move; the margin of the rest is given. */
function addBesides(model: SpamModel, lessons: readonly Remembered[]): SpamModel {
  const had = new Uint32Array(TABLE_SIZE)
  for (const { ids } of model.remembered) for (const id of ids) had[id] = (had[id] as number) + 1
  const most = KNOWN_FROM * model.remembered.length
  const table = model.tables[0]
  const pulling = lessons.map(({ ids, values, label }) => {
    const free = ids.map((_, i) => i).filter((i) => (had[ids[i] as number] as number) < most)
    let length = 0
    for (const i of free) length += (values[i] as number) ** 2
    const own = { ids: free.map((i) => ids[i] as number), values: Uint8Array.from(free, (i) => values[i] as number) }
    return { ids, values, own, length: length / 65536, direction: label === 'spam' ? 1 : -1, at: 0 }
  })
  for (let pass = 0; pass < PASSES; pass++) {
    for (const one of pulling) {
      const margin = one.direction * marginOf(table, one.ids, one.values)
      const next = Math.round(fittingPull(one.at * PULL_UNIT, MOST_PULL, margin, one.length) / PULL_UNIT)
      pull(table, one.own.ids, one.own.values, one.direction * (next - one.at))
      one.at = next
    }
  }
  return model
}

const emptyOrigin = { author: null, campaign: null }
