/**
 * The order of the queue. Pure.
 *
 * Whatever has waited longer than LONGEST_WAIT comes first, oldest first. The
 * rest is woven from the bands, each oldest first, by their shares, so that
 * nobody reads only the worst: the next comes from the band that is furthest
 * behind its share (Sainte-Laguë's divisors, as seats are given to parties), and
 * what a person has in hand already counts as given. What has not been examined
 * yet comes after all of that: in a moment it stands in its band.
 */
import { BAND_NAMES, type BandName } from '../../store/index.ts'

/** Where something stands in the queue: in its band, or in none as long as it has not been examined. */
export type Place = BandName | 'unexamined'

/**
 * In milliseconds. Four hours are half a shift: what came in the morning is
 * decided before whoever saw it come goes home, whatever the bands held
 * meanwhile; and they are longer than a flood lasts, so that one flood does not
 * turn the whole queue into a plain list by age.
 */
export const LONGEST_WAIT = 4 * 60 * 60 * 1000

/** Of every six: three with no sign of spam, two that need thought, one likely spam. */
export const SHARES: Readonly<Record<BandName, number>> = { fine: 3, thought: 2, spam: 1 }

export interface Waiting {
  id: string
  band: Place
  /** Milliseconds since the epoch. */
  createdAt: number
}

export type Counts = Readonly<Record<BandName, number>>

/** At most `limit` items in the order they are handed out; `given` is what the person has in hand, by band. */
export function inOrder<Item extends Waiting>(
  items: readonly Item[],
  { now, limit, given }: { now: number; limit: number; given: Counts },
): Item[] {
  const oldestFirst = [...items].sort(byAge)
  const isOverdue = ({ createdAt }: Waiting) => createdAt < now - LONGEST_WAIT
  const overdue = oldestFirst.filter(isOverdue).slice(0, limit)
  const bands = BAND_NAMES.map((band) => oldestFirst.filter((item) => item.band === band && !isOverdue(item)))
  const woven = [...overdue, ...weave(bands, limit - overdue.length, given)]
  const unexamined = oldestFirst.filter((item) => item.band === 'unexamined' && !isOverdue(item))
  return [...woven, ...unexamined.slice(0, limit - woven.length)]
}

function weave<Item>(bands: readonly Item[][], limit: number, given: Counts): Item[] {
  const taken = bands.map(() => 0)
  const woven: Item[] = []
  while (woven.length < limit) {
    let best = -1
    let most = 0
    for (const [index, band] of bands.entries()) {
      if ((taken[index] as number) >= band.length) continue
      const name = BAND_NAMES[index] as BandName
      const claim = SHARES[name] / (2 * ((taken[index] as number) + given[name]) + 1)
      if (claim > most) [best, most] = [index, claim]
    }
    if (best < 0) break
    woven.push(bands[best]![taken[best]!++] as Item)
  }
  return woven
}

/** Oldest first; what came in the same instant by id. */
export const byAge = (a: Waiting, b: Waiting): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
