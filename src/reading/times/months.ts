/** Days and months by name: "May 16, 2024", "16th of May", "Sept. 26", "May 16-18", "February 2022", "last May", "March". */
import { calendarDay, dayNumber, isDay, lastOfMonth, MONTHS } from './calendar.ts'
import { type Found, found, type Here, inSentence, NO_DAY, unresolved } from './here.ts'
import { endsAsDay, readDayOfMonth, readTens } from './ordinals.ts'
import { capital, glued, NUMBER, type Pieces, startsSentence, WORD } from './pieces.ts'
import { daySpan, daysSpan, type Span, wholeMonth } from './spans.ts'
import { type Tense, tenseAt } from './tense.ts'

/** A day or month as written, before its year is known. */
export interface MonthDate {
  from: number
  end: number
  year: number | null
  month: number
  /** Null where only the month is named. */
  day: number | null
  /** Of "May 16-18"; else the same as `day`. */
  toDay: number | null
  /** "last May", "May next year": where the year is said by another word. */
  shift: 'last' | 'this' | 'next' | null
}

const SHORT = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const MONTH_OF = new Map([
  ...MONTHS.map((name, i) => [name, i + 1] as const),
  ...SHORT.map((name, i) => [name, i + 1] as const),
  ['sept', 9] as const,
])
/** Months that are also words or first names: they need more around them to be taken for months. */
const DOUBTFUL = new Set(['may', 'march', 'april', 'june', 'august', 'jan', 'mar', 'dec', 'jun', 'sep'])
const BEFORE_MONTH = new Set(
  'in of since until till by last next this early late mid from between to through during before after around and or for -'.split(
    ' ',
  ),
)
/** Those after which even somebody's namesake is the month. */
const SURELY_BEFORE = new Set(['in', 'since', 'until', 'last', 'next', 'early', 'late', 'mid', 'during'])
const BEFORE_NOUN = new Set(['a', 'an', 'the', 'his', 'her', 'its', 'their', "'s", 'this', 'that'])
const AFTER_DEED = new Set(['on', 'for', 'of', 'through', 'against', 'to', 'toward', 'towards', 'in', 'by', 'from'])
/** A year in four digits at a piece, 1000 to 2999; null where there is none. */
export function readYear(p: Pieces, at: number): number | null {
  if (p.kind[at] !== NUMBER || p.lower[at]?.length !== 4) return null
  const year = Number(p.lower[at])
  // "2,016" has five; "2016th", "2016km" and "2016-3" are none either.
  if (!(year >= 1000 && year <= 2999) || (glued(p, at + 1) && p.kind[at + 1] === WORD && p.lower[at + 1] !== "'s"))
    return null
  return year
}

const shiftOf = (word: string | undefined): MonthDate['shift'] =>
  word === 'last' || word === 'this' || word === 'next'
    ? word
    : word === 'past'
      ? 'last'
      : word === 'coming'
        ? 'next'
        : null

/** A day or month by name that begins at a piece: with the month, or with the day ("16 May", "16th of May"). */
export function readMonthDate(here: Here, at: number): MonthDate | null {
  const { p } = here
  if (MONTH_OF.has(p.lower[at] ?? '')) return monthFirst(here, at)
  return dayFirst(p, at)
}

function dayFirst(p: Pieces, from: number): MonthDate | null {
  const first = readDayOfMonth(p, from)
  // "The first of May", but not "the first May".
  if (first === null || (p.kind[from] === WORD && p.lower[first.end] !== 'of')) return null
  let end = first.end
  let toDay = first.day
  const link = p.kind[from] === NUMBER ? p.lower[end] : ''
  if (link === '-' || link === 'to' || link === 'and') {
    const second = readDayOfMonth(p, end + 1)
    // "12 and 13 May" are two days in a row; of "12 and 15 May" only the second is read.
    if (second === null || second.day <= first.day || (link === 'and' && second.day > first.day + 1)) return null
    toDay = second.day
    end = second.end
  }
  if (p.lower[end] === 'of') end++
  const month = MONTH_OF.get(p.lower[end] ?? '')
  if (month === undefined || !capital(p, end)) return null
  return withYear(p, { from, end: afterMonth(p, end), year: null, month, day: first.day, toDay, shift: null })
}

/** After the month's name, and the point of its short form. */
function afterMonth(p: Pieces, at: number): number {
  const short = (p.lower[at] as string).length < 5 && !MONTHS.includes(p.lower[at] as string)
  return short && p.lower[at + 1] === '.' && glued(p, at + 1) ? at + 2 : at + 1
}

function monthFirst(here: Here, from: number): MonthDate | null {
  const { p } = here
  const name = p.lower[from] as string
  const month = MONTH_OF.get(name) as number
  const full = MONTHS.includes(name)
  const cased = capital(p, from)
  const end = afterMonth(p, from)
  // Short forms stand before numbers: "Dec. 3". In lower case, "mar" and "march" are words before a number, too.
  if (!cased && (!full || DOUBTFUL.has(name))) return null
  const first = readDayOfMonth(p, p.lower[end] === 'the' ? end + 1 : end)
  if (first !== null && (p.kind[end] === NUMBER || p.lower[end] === 'the' || readTens(p, end) !== null)) {
    let last = first.end
    let toDay = first.day
    if (p.lower[last] === '-' || p.lower[last] === 'to') {
      const second = readDayOfMonth(p, last + 1)
      if (second && second.day > first.day && p.kind[last + 1] === NUMBER && !MONTH_OF.has(p.lower[second.end] ?? '')) {
        toDay = second.day
        last = second.end
      } else if (p.lower[last] === '-' && glued(p, last) && !MONTH_OF.has(p.lower[last + 1] ?? '')) return null
    }
    const other = p.lower[last] === 'and' ? otherDay(p, last + 1) : null
    // "May 12 and 13" are two days in a row; of "May 12 and 15" the second is read by itself.
    if (other !== null && other.day === first.day + 1) [toDay, last] = [other.day, other.end]
    return withYear(p, { from, end: last, year: null, month, day: first.day, toDay, shift: null })
  }
  const date = withYear(p, { from, end, year: null, month, day: null, toDay: null, shift: null })
  if (date.year !== null || date.shift !== null) return date
  const shift = full ? shiftOf(p.lower[from - 1]) : null
  if (shift !== null) return { ...date, shift }
  return standsAlone(here, from, end, full) ? date : null
}

/** "And 15" after "May 12", from its number; in "on May 12 and 13 people" it counts something. */
function otherDay(p: Pieces, at: number): { day: number; end: number } | null {
  const read = p.kind[at] === NUMBER ? readDayOfMonth(p, at) : null
  if (read === null || MONTH_OF.has(p.lower[read.end] ?? '')) return null
  return p.lower[read.end] !== '-' && endsAsDay(p, read.end) ? read : null
}

/** The 15th in "May 12 and 15", at its number: of the month and year of the day that was read right before its "and". */
export function readOtherDay(here: Here, at: number): Found | null {
  const { p, before } = here
  if (p.lower[at - 1] !== 'and' || before?.block !== here.block || before.end !== at - 1) return null
  if (before.span.unit !== 'day' || p.kind[at - 2] !== NUMBER || !MONTH_OF.has(p.lower[at - 3] ?? '')) return null
  const other = otherDay(p, at)
  const { year, month, day } = calendarDay(before.span.first)
  if (other === null || other.day <= day || !isDay(year, month, other.day)) return null
  return found(other.end, daySpan(dayNumber(year, month, other.day)))
}

/** Whether a month's name with nothing after it is the month. */
function standsAlone(here: Here, from: number, end: number, full: boolean): boolean {
  const { p } = here
  const name = p.lower[from] as string
  const before = p.lower[from - 1] ?? ''
  if (!full) return (BEFORE_MONTH.has(before) && p.lower[from + 1] === '.' && name !== 'mar') || isRange(p, end)
  if (!DOUBTFUL.has(name)) return true
  if (here.namesakes.has(name)) return SURELY_BEFORE.has(before) && p.lower[end] !== "'s"
  if (BEFORE_MONTH.has(before)) return before !== '-' || from > 1
  // "March to June", "April and May".
  if (p.lower[end] === 'and' ? MONTHS.includes(p.lower[end + 1] ?? '') && capital(p, end + 1) : isRange(p, end))
    return true
  // "a March ruling", but not "the March on Washington" nor "an April Jones".
  if (BEFORE_NOUN.has(before))
    return p.kind[end] === WORD && !capital(p, end) && !AFTER_DEED.has(p.lower[end] as string)
  return false
}

/** "Jan-Feb 2027", "Sept to Nov": a month that is linked to another one. */
const isRange = (p: Pieces, at: number): boolean =>
  /^(?:to|through|-|until)$/.test(p.lower[at] ?? '') && MONTH_OF.has(p.lower[at + 1] ?? '') && capital(p, at + 1)

/** With what follows of a year: "2024", ", 2024", "of 2024", "last year", "of this year". */
function withYear(p: Pieces, date: MonthDate): MonthDate {
  let at = date.end
  if (p.lower[at] === ',' || p.lower[at] === 'of') at++
  // "26 June in 2020"
  else if (p.lower[at] === 'in' && date.day !== null) at++
  const year = readYear(p, at)
  const goesOn = p.lower[at + 1] === '-' && glued(p, at + 1) && glued(p, at + 2)
  if (year !== null && (!goesOn || MONTH_OF.has(p.lower[at + 2] ?? ''))) {
    return { ...date, year, end: at + 1 }
  }
  const shift = p.lower[at + 1] === 'year' && p.lower[at - 1] !== ',' ? shiftOf(p.lower[at]) : null
  return shift === null ? date : { ...date, shift, end: at + 2 }
}

/** What a day or month means: its own year, the one a word gives, that of its sentence, or the nearest by tense. */
export function resolveMonthDate(here: Here, date: MonthDate): Found {
  const { from, end, month } = date
  if (date.day !== null && date.day > lastOfMonth(date.year ?? 2000, month))
    return unresolved(end, 'there is no such day')
  if (date.year !== null) return placed(date, date.year)
  if (date.shift === null) {
    const tense = tenseAt(here.p, from, end)
    const said = inSentence(here, from)
    // "In 2016 … in March": the year that a sentence begins with, unless it speaks of what is to come. A year
    // further on ("fewer than in 2011") is compared with.
    const headed = said?.unit === 'year' && startsSentence(here.p, (here.before?.end ?? 0) - 2)
    if (said !== null && headed && tense !== 'future') return placed(date, calendarDay(said.first).year)
    return here.story === null ? unresolved(end, NO_DAY) : placed(date, nearestYear(here.story, date, tense))
  }
  if (here.story === null) return unresolved(end, NO_DAY)
  return placed(date, shiftedYear(here.p, here.story, date))
}

const placed = (date: MonthDate, year: number): Found => {
  if (date.day !== null && !isDay(year, date.month, date.toDay ?? date.day))
    return unresolved(date.end, 'there is no such day')
  return found(date.end, spanIn(date, year))
}

function spanIn(date: MonthDate, year: number): Span {
  if (date.day === null) return wholeMonth(year, date.month)
  return daysSpan(dayNumber(year, date.month, date.day), dayNumber(year, date.month, date.toDay ?? date.day))
}

/**
 * The latest year not after the story's day, the earliest not before it, or the
 * nearest of all. Within a week of the story's day the nearest wins, whatever the
 * tense; so it does where the tense asks for a day over eight months off while there
 * is one within four: who means "a year ago less two weeks" writes the year.
 */
export function nearestYear(story: number, date: { month: number; day: number | null }, tense: Tense): number {
  const { year, month } = calendarDay(story)
  if (date.day === null && date.month === month) return year
  const off = (y: number) => dayNumber(y, date.month, date.day ?? 15) - story
  const nearest = [year, year - 1, year + 1].reduce((best, y) => (Math.abs(off(y)) < Math.abs(off(best)) ? y : best))
  if (tense === 'none') return nearest
  const byTense = tense === 'past' ? (off(year) <= 0 ? year : year - 1) : off(year) >= 0 ? year : year + 1
  if (date.day === null) return byTense
  const close = Math.abs(off(nearest))
  return close <= 7 || (close <= 120 && Math.abs(off(byTense)) > 240) ? nearest : byTense
}

/** "May last year" is of the year before; "last May" the latest May that is over; "next May" the first to come. */
function shiftedYear(p: Pieces, story: number, date: MonthDate): number {
  const { year, month } = calendarDay(story)
  const byYear = p.lower[date.end - 1] === 'year'
  if (byYear) return year + (date.shift === 'last' ? -1 : date.shift === 'next' ? 1 : 0)
  if (date.shift === 'last') return date.month < month ? year : year - 1
  if (date.shift === 'next') return date.month > month ? year : year + 1
  return year
}

/** "March to June", "from May 30 to June 2": the year of either counts for both; else that of the end, by tense. */
export function resolveMonthRange(here: Here, a: MonthDate, b: MonthDate): [Found, Found] {
  const end = b.year === null && a.year !== null ? placed(b, yearAfter(a, b, a.year)) : resolveMonthDate(here, b)
  if (a.year !== null || end.span === null) return [resolveMonthDate(here, a), end]
  const year = calendarDay(end.span.first).year
  return [placed(a, isLater(a, b) ? year - 1 : year), end]
}

const isLater = (a: MonthDate, b: MonthDate) =>
  a.month > b.month || (a.month === b.month && (a.day ?? 0) > (b.day ?? 31))
const yearAfter = (a: MonthDate, b: MonthDate, year: number) => (isLater(a, b) ? year + 1 : year)

/**
 * Of May, April, June, August and March, those that the text uses as somebody's
 * name: after a first name or title ("Theresa May").
 */
export function findNamesakes(p: Pieces, into: Set<string>): void {
  for (let at = 1; at < p.count; at++) {
    const word = p.lower[at] as string
    if (word.length > 6 || !DOUBTFUL.has(word) || !capital(p, at)) continue
    const before = p.lower[at - 1] as string
    // "Monday May 16" and "Last May" name no one, nor does a word in small letters.
    if (p.kind[at - 1] !== WORD || p.kind[at + 1] === NUMBER || BEFORE_MONTH.has(before) || BEFORE_NOUN.has(before))
      continue
    if (capital(p, at - 1) && !NO_FIRST_NAMES.has(before) && !MONTH_OF.has(before)) into.add(word)
  }
}

const NO_FIRST_NAMES = new Set(
  'sunday monday tuesday wednesday thursday friday saturday on at as when while if but yet so it he she they we you i then now only that'.split(
    ' ',
  ),
)
