/** Many decisions at once: what `npm run train:spam` makes the shipped start of. */
import { fitCalibration, type Trial } from './calibrate.ts'
import type { SpamLabel, SpamText } from './comment.ts'
import { goOver, remember } from './learn.ts'
import {
  type Calibration,
  emptyModel,
  MOST_PULL,
  marginOf,
  PULL_UNIT,
  type Remembered,
  type SpamModel,
} from './model.ts'

export interface SpamLesson {
  comment: SpamText
  label: SpamLabel
}

/** By then no pull changes by more than a hundredth. */
const PASSES = 15

/**
 * A model that has gone over all lessons together until they pull as they
 * should, and then remembers none of them. `groups`: lessons that belong
 * together, a story's comments say. What margins are worth is measured on each
 * group by a model that has not seen it. Wants two groups at least.
 */
export function trainModel(groups: readonly (readonly SpamLesson[])[]): SpamModel {
  const known = groups.map((lessons) => lessons.map(readyToPull))
  const trials: Trial[] = known.flatMap((held, i) => {
    const { tables } = fitAll(known.filter((_, j) => j !== i).flat())
    return held.map(({ ids, values, label }) => ({
      margin: marginOf(tables[0], ids, values),
      was: label === 'spam',
      counts: 1,
    }))
  })
  const model = fitAll(known.flat())
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

const emptyOrigin = { author: null, campaign: null }
