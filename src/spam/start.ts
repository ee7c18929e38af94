/** The start that is shipped (weights.json, made by `npm run train:spam`): the spam head's weights, in a byte each. */
import { type Calibration, emptyModel, type SpamModel, TABLE_SIZE } from './model.ts'
import kept from './weights.json' with { type: 'json' }

/** What weights.json holds. */
export interface KeptStart {
  /** The largest number in the table. */
  most: number
  /** One signed byte a feature: a level of -127 to 127, finer near zero, where most weights lie. */
  base64: string
  calibration: Calibration
}

const LEVELS = 127

/** A model that starts with what is shipped. The head for the rules starts with nothing: rules differ from house to house. */
export const startModel = (): SpamModel => unpackStart(kept)

export function unpackStart({ most, base64, calibration }: KeptStart): SpamModel {
  const text = atob(base64)
  const model = emptyModel()
  for (let i = 0; i < TABLE_SIZE; i++) {
    const level = (text.charCodeAt(i) << 24) >> 24
    model.tables[0][i] = Math.round(Math.sign(level) * most * (level / LEVELS) ** 2)
  }
  model.start[0] = calibration
  return model
}

export function packStart({ tables, start }: SpamModel): KeptStart {
  let most = 1
  for (const weight of tables[0]) most = Math.max(most, Math.abs(weight))
  let text = ''
  for (const weight of tables[0]) {
    text += String.fromCharCode((Math.sign(weight) * Math.round(LEVELS * Math.sqrt(Math.abs(weight) / most))) & 255)
  }
  return { most, base64: btoa(text), calibration: start[0] }
}
