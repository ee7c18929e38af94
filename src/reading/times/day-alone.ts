/** A day of the month without its month: "on the 18th", "until the twenty-first". */
import { addMonths, calendarDay, dayNumber, isDay } from './calendar.ts'
import { type Found, found, type Here, NO_DAY, unresolved } from './here.ts'
import { endsAsDay, readDayOfMonth } from './ordinals.ts'
import { endsSentence, NUMBER, type Pieces } from './pieces.ts'
import { daySpan } from './spans.ts'
import { tenseAt } from './tense.ts'

const BEFORE = /^(?:on|by|until|till|from|since|after|before)$/
/** Sports that number what they play on. */
const PLAYED =
  /^(?:hole|holes|holed|birdie|birdied|par|bogey|bogeyed|green|tee|fairway|putt|putted|eagle|eagled|minute|lap|over|inning|innings|floor|storey|fence)$/
/** So far a sentence is looked through on either side. */
const AROUND = 20

/** The day at its number: of the month that was named just before, else the nearest by tense. */
export function readDayAlone(here: Here, at: number): Found | null {
  const { p } = here
  if (p.lower[at - 1] !== 'the' || !BEFORE.test(p.lower[at - 2] ?? '')) return null
  const read = readDayOfMonth(p, at)
  // "The 18 of them" and "on the second" are none.
  if (read === null || read.end === at + 1 || p.lower[read.end] === 'of' || !endsAsDay(p, read.end)) return null
  if (p.lower[read.end] === '-' || isPlayed(p, at)) return null
  if (here.story === null) return unresolved(read.end, NO_DAY)
  const { before } = here
  if (before !== null && before.block === here.block && before.span.unit !== 'year' && at - before.end < 60) {
    const { year, month } = calendarDay(before.span.first)
    if (calendarDay(before.span.last).month === month && isDay(year, month, read.day))
      return found(read.end, daySpan(dayNumber(year, month, read.day)))
  }
  const tense = tenseAt(p, at - 1, read.end)
  if (tense === 'none') return unresolved(read.end, 'of which month is not said')
  return nearest(here.story, read.day, tense === 'future' ? 1 : -1, read.end)
}

function nearest(story: number, day: number, step: 1 | -1, end: number): Found {
  const today = calendarDay(story)
  for (let by = 0; by < 3; by++) {
    const { year, month } = addMonths(today.year, today.month, by * step)
    if (!isDay(year, month, day)) continue
    const number = dayNumber(year, month, day)
    if ((number - story) * step >= 0) return found(end, daySpan(number))
  }
  return unresolved(end, 'of which month is not said')
}

function isPlayed(p: Pieces, at: number): boolean {
  for (let i = at; i < Math.min(p.count, at + AROUND) && !endsSentence(p, i); i++)
    if (PLAYED.test(p.lower[i] as string)) return true
  for (let i = at - 1; i >= Math.max(0, at - AROUND) && !endsSentence(p, i); i--)
    if (PLAYED.test(p.lower[i] as string)) return true
  return false
}

/** Whether a day may stand at a piece without its month. */
export const mayBeDayAlone = (p: Pieces, at: number): boolean =>
  p.kind[at] === NUMBER || /^(?:twenty|thirty|thirtieth)$/.test(p.lower[at] as string)
