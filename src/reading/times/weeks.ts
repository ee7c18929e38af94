/** Weeks named by a day or a number: "week commencing 8 June", "w/e 14 June", "the week of May 4", "week 23 of 2026". */
import { dayNumber, mondayOf } from './calendar.ts'
import { type Found, found, type Here, unresolved } from './here.ts'
import { readYear } from './months.ts'
import { NUMBER } from './pieces.ts'
import { daysSpan } from './spans.ts'

const BEGINS = /^(?:commencing|beginning|starting|from)$/
const ENDS = /^(?:ending|ended|to)$/

/** `readDay` reads a day at a piece. */
export function readNamedWeek(here: Here, at: number, readDay: (here: Here, at: number) => Found | null): Found | null {
  const { p } = here
  let next = at + 1
  let how = p.lower[next] ?? ''
  if (p.lower[at] === 'w') {
    how = how === '/' ? ({ c: 'commencing', b: 'beginning', e: 'ending' }[p.lower[at + 2] ?? ''] ?? '') : ''
    next = at + 2
  }
  if (how === '') return null
  if (p.kind[next] === NUMBER) return readNumbered(here, next)
  const ends = ENDS.test(how)
  if (!BEGINS.test(how) && !ends && how !== 'of') return null
  const start = p.lower[next + 1] === 'on' ? next + 2 : next + 1
  const day = readDay(here, p.lower[start] === 'the' ? start + 1 : start)
  if (day === null) return null
  if (day.span === null) return unresolved(day.end, day.why as string)
  const { first, last } = day.span
  if (first !== last) return null
  if (how === 'of') return found(day.end, daysSpan(mondayOf(first), mondayOf(first) + 6, 'week'))
  return found(day.end, ends ? daysSpan(first - 6, first, 'week') : daysSpan(first, first + 6, 'week'))
}

/** By ISO 8601: week 1 has the year's first Thursday. Only with its year: a week of a season or a course is counted so, too. */
function readNumbered(here: Here, at: number): Found | null {
  const { p } = here
  const number = Number(p.lower[at])
  const year = readYear(p, p.lower[at + 1] === 'of' || p.lower[at + 1] === ',' ? at + 2 : at + 1)
  if (year === null || !(number >= 1 && number <= 53)) return null
  const end = p.lower[at + 1] === 'of' || p.lower[at + 1] === ',' ? at + 3 : at + 2
  const monday = mondayOf(dayNumber(year, 1, 4)) + (number - 1) * 7
  if (number === 53 && monday > dayNumber(year, 12, 28)) return unresolved(end, 'that year has no such week')
  return found(end, daysSpan(monday, monday + 6, 'week'))
}
