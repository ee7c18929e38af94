/** What is to be said of a comment's conduct, with the words it comes from. */
import { type ConductModel, marginOfConduct } from './model.ts'
import { readConduct } from './read.ts'
import { insultsIn, threatsIn } from './said-to.ts'
import kept from './weights.json' with { type: 'json' }
import { HOSTILE } from './words.ts'

export interface Conduct {
  /** Log odds of an insult or a threat, as the model has them. */
  margin: number
  /** Each once, as they were meant; never the name of a group. Empty where nothing is to be said. */
  insults: string[]
  threats: string[]
  /** What the model goes by, where it says more than the two lists. */
  hostile: string[]
}

const SHOWN = 3

/** Pure; the work is in line with the text's length. */
export function judgeConduct(text: string, model: ConductModel = kept): Conduct {
  const read = readConduct(text)
  const margin = marginOfConduct(model, read)
  const [insults, threats] = [insultsIn(read.sentences), threatsIn(read.sentences)]
  const isSaid = insults.length + threats.length > 0
  const hostile =
    margin < model.limit || isSaid
      ? []
      : [
          ...new Set(
            read.sentences
              .flat()
              .filter(({ kinds }) => kinds.some((kind) => HOSTILE.has(kind)) && !kinds.includes('group'))
              .map(({ word }) => word),
          ),
        ]
  return {
    margin,
    insults: insults.slice(0, SHOWN),
    threats: threats.slice(0, SHOWN),
    hostile: hostile.slice(0, SHOWN),
  }
}
