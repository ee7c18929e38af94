/** "Two weeks", "a few days", "several years", "half a century": a number of units of time. */
import { readNumber } from './numbers.ts'
import { NUMBER, type Pieces } from './pieces.ts'
import { MANY, ONE, type TimeUnit } from './units.ts'

export interface Quantity {
  count: number
  unit: TimeUnit
  /** "A few", "several": the number is a guess at what people mean. */
  vague: boolean
  end: number
}

/** What vague numbers are taken for; EDTF's "~" goes with them. */
const VAGUE = new Map([
  ['few', 3],
  ['several', 5],
  ['couple', 2],
])

/** A number of units of time that begins at a piece, or null. */
export function readQuantity(p: Pieces, at: number): Quantity | null {
  const word = p.lower[at] ?? ''
  if (word === 'half' && (p.lower[at + 1] === 'a' || p.lower[at + 1] === 'an')) {
    const unit = ONE.get(p.lower[at + 2] ?? '')
    if (unit !== undefined) return { count: 0.5, unit, vague: false, end: at + 3 }
  }
  const article = word === 'a' || word === 'an' ? 1 : 0
  const vague = VAGUE.get(p.lower[at + article] ?? '')
  if (vague !== undefined) {
    const start = at + article + (p.lower[at + article + 1] === 'of' ? 2 : 1)
    const unit = MANY.get(p.lower[start] ?? '')
    return unit === undefined ? null : { count: vague, unit, vague: true, end: start + 1 }
  }
  if (article === 1 || word === 'one') {
    const unit = ONE.get(p.lower[at + 1] ?? '')
    if (unit !== undefined) return withHalf(p, { count: 1, unit, vague: false, end: at + 2 })
  }
  const number = p.kind[at] === NUMBER || word !== 'one' ? readNumber(p, at) : null
  if (number === null) return null
  // "10 long years", "three more weeks" and "the last five full days" all count the same units.
  const skip = /^(?:more|full|long|whole|straight|consecutive)$/.test(p.lower[number.end] ?? '') ? 1 : 0
  const unit = MANY.get(p.lower[number.end + skip] ?? '')
  if (unit === undefined) return null
  const hours = p.lower[number.end + skip] === 'minutes' ? number.value / 60 : number.value
  return withHalf(p, { count: hours, unit, vague: false, end: number.end + skip + 1 })
}

/** "A year and a half". */
function withHalf(p: Pieces, quantity: Quantity): Quantity {
  const { end } = quantity
  if (p.lower[end] !== 'and' || p.lower[end + 1] !== 'a' || p.lower[end + 2] !== 'half') return quantity
  return { ...quantity, count: quantity.count + 0.5, end: end + 3 }
}
