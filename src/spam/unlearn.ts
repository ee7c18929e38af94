/** Decisions that were taken back are unlearnt, byte for byte. */
import { learnRemembered, type Step } from './learn.ts'
import { HEADS, pull, pullOf, type Remembered, type SpamModel } from './model.ts'

/**
 * Takes one decision out of the model, in place. `later`: the steps made since,
 * oldest first. The model is then, to the last bit, the one that never saw the
 * decision but saw all the later ones; their new steps come back, for they
 * take the place of the old. Throws where steps are missing between.
 */
export function unlearn(model: SpamModel, step: Step, later: readonly Step[] = []): Step[] {
  const last = step.number + later.length
  if (last !== model.learnt || later.some(({ number }, i) => number !== step.number + 1 + i)) {
    throw new Error(
      `Decision ${step.number} is not the last one learnt (${model.learnt}); hand in the steps made since, oldest first.`,
    )
  }
  const again: Remembered[] = []
  for (const one of [...later].reverse()) again.unshift(takeBack(model, one))
  takeBack(model, step)
  return again.map((one) => learnRemembered(model, one))
}

/** Undoes the last step and hands out the decision it had learnt. */
function takeBack(model: SpamModel, { number, pulls, forgotten }: Step): Remembered {
  const last = model.remembered.at(-1)
  if (last?.number !== number || pulls.length !== model.remembered.length * HEADS.length) {
    throw new Error(`The step of decision ${number} was not made by this model; learn the decisions anew.`)
  }
  for (const [i, one] of model.remembered.entries()) {
    for (const head of HEADS.keys()) {
      const change = pulls[i * HEADS.length + head] as number
      if (change === 0) continue
      one.pulls[head] = (one.pulls[head] as number) - change
      pull(model.tables[head] as Int32Array, one.ids, one.values, -change * pullOf(one.label, head))
    }
  }
  model.remembered.pop()
  model.remembered.unshift(...forgotten)
  model.learnt--
  return last
}
