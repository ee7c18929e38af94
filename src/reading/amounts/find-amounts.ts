/** Every amount that a text names: money, percentages, counts. */
import type { Amount, ReadingBlock, TimeExpression } from '../reading.ts'
import { NUMBER_WORDS } from '../times/numbers.ts'
import { NUMBER, type Pieces, piecesOf, wordsInRange } from '../times/pieces.ts'
import { SIGN_WORDS } from './currencies.ts'
import { type AmountRead, readAmount } from './read-amount.ts'
import { type WhoseMoney, whoseMoneyIn } from './shared-currencies.ts'

/**
 * The amounts of a text, in order, without overlap. `times` are its time
 * expressions, as `findTimes` gives them: no number in them is told again.
 *
 * - Money by ISO 4217; "$" alone is USD, cents and pence are hundredths of USD and GBP. Pesos and kroner are those
 *   of the one country with such money that the text names; else a count of pesos.
 * - A share ("two-thirds of voters") is a percentage, to one decimal.
 * - A duration ("for three days", "a two-hour meeting") is a count of its unit; an age is none.
 * - A number that is not said ("dozens", "hundreds of", "several") is left out; a dozen is twelve.
 * - `unit` of a count is the noun as written, '' where none stands near it.
 * - The range begins with the bound ("at least 28 people") and ends with the unit.
 *
 * Linear in the length of the text: whatever is read looks at a bounded number
 * of words around it.
 */
export function findAmounts(blocks: readonly ReadingBlock[], times: readonly TimeExpression[] = []): Amount[] {
  const amounts: Amount[] = []
  const timesOf = new Map<string, TimeExpression[]>()
  for (const time of times) {
    const list = timesOf.get(time.block)
    if (list) list.push(time)
    else timesOf.set(time.block, [time])
  }
  const whose = whoseMoneyIn(blocks.map(piecesOf))
  for (const block of blocks) {
    const { id, kind } = block
    const p = piecesOf(block)
    const taken = takenPieces(p, timesOf.get(id) ?? [])
    for (const read of amountsIn(p, taken, kind === 'headline' || kind === 'heading', whose)) {
      const { kind: what, value, upTo, unit, of, bound, from, end } = read
      const place = { block: id, from: p.from[from] as number, to: p.to[end - 1] as number }
      amounts.push({ ...place, text: wordsInRange(p, from, end), kind: what, value, upTo, unit, of, bound })
    }
  }
  return amounts
}

/** Whether an amount may begin with this word: what keeps the search cheap for all others. */
const BEGINNINGS = new Set([...NUMBER_WORDS, ...SIGN_WORDS])

/** The same on pieces. `taken` is 1 for each piece of a time; `titled`: every word may have a capital. */
export function amountsIn(p: Pieces, taken: Uint8Array, titled: boolean, whose: WhoseMoney): AmountRead[] {
  const around = { p, titled, whose, isTime: (at: number) => taken[at] === 1 }
  const found: AmountRead[] = []
  let last = 0
  let at = 0
  while (at < p.count) {
    const may = taken[at] === 0 && (p.kind[at] === NUMBER || BEGINNINGS.has(p.lower[at] as string))
    const read = may ? readAmount(around, at) : null
    if (read === null || taken[read.end - 1] === 1) {
      at++
      continue
    }
    // A bound that the amount before has used stays there; one that is a time's ("around 2010") is the time's.
    let from = Math.max(read.from, last)
    for (let i = at - 1; i >= from; i--) if (taken[i] === 1) from = i + 1
    found.push({ ...read, from })
    at = last = read.end
  }
  return found
}

/** Which pieces belong to a time expression: 1 where so. */
function takenPieces(p: Pieces, times: readonly TimeExpression[]): Uint8Array {
  const taken = new Uint8Array(p.count)
  let at = 0
  for (const { from, to } of times) {
    while (at < p.count && (p.from[at] as number) < from) at++
    while (at < p.count && (p.from[at] as number) < to) taken[at++] = 1
  }
  return taken
}
