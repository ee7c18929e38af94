/** Days, weeks, months, years: the one a day lies in, the one some way on or back, and stretches up to and from a day. */
import { addMonths, calendarDay, isoDay, isoMonth, isoYear, mondayOf } from './calendar.ts'
import { centurySpan } from './figures.ts'
import { about, daySpan, daysSpan, type Span, wholeMonth, wholeYear, yearsSpan } from './spans.ts'

export type TimeUnit = 'hour' | 'day' | 'week' | 'weekend' | 'fortnight' | 'month' | 'year' | 'decade' | 'century'

/** Units in the singular and the plural. */
export const ONE = new Map<string, TimeUnit>(
  (['hour', 'day', 'week', 'weekend', 'fortnight', 'month', 'year', 'decade', 'century'] as const).map((unit) => [
    unit,
    unit,
  ]),
)
export const MANY = new Map<string, TimeUnit>([
  ['minutes', 'hour'],
  ['hours', 'hour'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['weekends', 'weekend'],
  ['fortnights', 'fortnight'],
  ['months', 'month'],
  ['years', 'year'],
  ['decades', 'decade'],
  ['centuries', 'century'],
])

/** The day, week (Monday to Sunday), weekend, month, year … in which a day lies, or `by` of them on. */
export function unitAround(day: number, unit: TimeUnit, by = 0): Span {
  const { year, month } = calendarDay(day)
  if (unit === 'week' || unit === 'fortnight')
    return daysSpan(mondayOf(day) + by * 7, mondayOf(day) + by * 7 + 6, 'week')
  if (unit === 'weekend') return daysSpan(mondayOf(day) + by * 7 + 5, mondayOf(day) + by * 7 + 6, 'week')
  if (unit === 'month') {
    const at = addMonths(year, month, by)
    return wholeMonth(at.year, at.month)
  }
  if (unit === 'year') return wholeYear(year + by)
  if (unit === 'decade')
    return yearsSpan(Math.floor(year / 10) * 10 + by * 10, Math.floor(year / 10) * 10 + by * 10 + 9)
  if (unit === 'century') return centurySpan(Math.ceil(year / 100) + by)
  return daySpan(day + by)
}

/** The point some units before (or, below zero, after) a day, as exactly as the unit says: "two years ago" is a year. */
export function pointBack(day: number, count: number, unit: TimeUnit, vague: boolean): Span | null {
  const whole = Math.round(count)
  const { year, month } = calendarDay(day)
  const loose = vague || whole !== count
  const mark = (span: Span) => (loose ? about(span) : span)
  if (unit === 'hour') return Math.abs(count) < 24 ? daySpan(day) : about(daySpan(day - Math.round(count / 24)))
  if (unit === 'day') return Math.abs(whole) > 100_000 ? null : mark(daySpan(day - whole))
  // Nobody who writes "two weeks ago" counts the days.
  if (unit === 'week' || unit === 'fortnight' || unit === 'weekend') {
    return Math.abs(whole) > 10_000 ? null : about(daySpan(day - Math.round(count * (unit === 'fortnight' ? 14 : 7))))
  }
  if (unit === 'month') {
    if (Math.abs(whole) > 2000) return null
    const at = addMonths(year, month, -whole)
    return mark(wholeMonth(at.year, at.month))
  }
  const years = Math.round(count * (unit === 'decade' ? 10 : unit === 'century' ? 100 : 1))
  if (year - years < 1000 || year - years > 2999) return null
  return unit === 'year' ? mark(wholeYear(year - years)) : about(wholeYear(year - years))
}

/**
 * The stretch of some units that ends ("past") or begins ("next") at a day. Its
 * other end is as exact as the unit: a day for days and weeks, a month for months
 * and one year, else a year; "~" where the number is vague.
 */
export function stretch(
  day: number,
  count: number,
  unit: TimeUnit,
  vague: boolean,
  side: 'past' | 'next',
): Span | null {
  const sign = side === 'past' ? -1 : 1
  const far = farEnd(day, sign, count, unit)
  if (far === null) return null
  const other = `${far.edtf}${vague ? '~' : ''}`
  return side === 'past'
    ? { edtf: `${other}/${isoDay(day)}`, first: far.first, last: day, unit: 'span' }
    : { edtf: `${isoDay(day)}/${other}`, first: day, last: far.last, unit: 'span' }
}

function farEnd(
  day: number,
  sign: number,
  count: number,
  unit: TimeUnit,
): Pick<Span, 'edtf' | 'first' | 'last'> | null {
  const { year, month } = calendarDay(day)
  if (unit === 'hour') return daySpan(day + sign * Math.max(1, Math.round(count / 24)))
  if (unit === 'day' || unit === 'week' || unit === 'fortnight' || unit === 'weekend') {
    const days = Math.round(count * (unit === 'day' ? 1 : unit === 'fortnight' ? 14 : 7))
    return days > 100_000 ? null : daySpan(day + sign * days)
  }
  if (unit === 'month' || (unit === 'year' && count <= 1)) {
    const months = Math.round(count * (unit === 'month' ? 1 : 12))
    if (months > 2000) return null
    const at = addMonths(year, month, sign * months)
    return { ...wholeMonth(at.year, at.month), edtf: isoMonth(at.year, at.month) }
  }
  const at = year + sign * Math.round(count * (unit === 'decade' ? 10 : unit === 'century' ? 100 : 1))
  return at < 1000 || at > 2999 ? null : { ...wholeYear(at), edtf: isoYear(at) }
}
