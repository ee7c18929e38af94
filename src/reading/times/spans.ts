/** What a time expression means: its first and last day, how exact it is, and the same in EDTF. */
import { addMonths, calendarDay, dayNumber, isoDay, isoMonth, isoYear, lastOfMonth } from './calendar.ts'

export type Unit = 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'span'

export interface Span {
  edtf: string
  /** Days since 1 January 1970. */
  first: number
  last: number
  unit: Unit
}

export const daySpan = (day: number): Span => ({ edtf: isoDay(day), first: day, last: day, unit: 'day' })

export const daysSpan = (first: number, last: number, unit: Unit = 'span'): Span =>
  first === last ? daySpan(first) : { edtf: `${isoDay(first)}/${isoDay(last)}`, first, last, unit }

export const wholeMonth = (year: number, month: number): Span => ({
  edtf: isoMonth(year, month),
  first: dayNumber(year, month, 1),
  last: dayNumber(year, month, lastOfMonth(year, month)),
  unit: 'month',
})

export const wholeYear = (year: number): Span => ({
  edtf: isoYear(year),
  first: dayNumber(year, 1, 1),
  last: dayNumber(year, 12, 31),
  unit: 'year',
})

/** Whole months, "2017-07/2017-09": a quarter, a half. */
export function monthsSpan(year: number, month: number, toYear: number, toMonth: number): Span {
  const [from, to] = [wholeMonth(year, month), wholeMonth(toYear, toMonth)]
  return {
    edtf: from.edtf === to.edtf ? from.edtf : `${from.edtf}/${to.edtf}`,
    first: from.first,
    last: to.last,
    unit: 'span',
  }
}

/** Whole years, "1990/1999": a decade, a century. An interval, not "199X": it is compared like every other one. */
export function yearsSpan(from: number, to: number): Span {
  if (from === to) return wholeYear(from)
  return {
    edtf: `${isoYear(from)}/${isoYear(to)}`,
    first: dayNumber(from, 1, 1),
    last: dayNumber(to, 12, 31),
    unit: 'decade',
  }
}

/**
 * A season by EDTF's number: 21 spring, 22 summer, 23 autumn, 24 winter. Northern
 * and by whole months; a winter bears the year of its December.
 */
export function seasonSpan(year: number, season: number): Span {
  const month = (season - 20) * 3
  const end = addMonths(year, month, 2)
  const { first, last } = monthsSpan(year, month, end.year, end.month)
  return { edtf: `${isoYear(year)}-${season}`, first, last, unit: 'season' }
}

/** The year whose season a day lies in: January 2024 lies in the winter of 2023. */
export const seasonYear = (year: number, month: number, season: number): number =>
  season === 24 && month <= 2 ? year - 1 : year

export type Part = 'early' | 'mid' | 'late' | 'start' | 'end'

/**
 * "Early", "mid" and "late" are the first, second and last third: of a year four
 * months, of a month ten days (the last one takes what is left), of a season one
 * month, of a decade 1990/1993, 1994/1996, 1997/1999; of a week Monday and
 * Tuesday, Wednesday and Thursday, Friday to Sunday. "Start" and "end" are closer:
 * a year's first or last month, a decade's first or last year; else like early and
 * late. A day stays what it is.
 */
export function partOf(span: Span, part: Part): Span {
  const { year, month } = calendarDay(span.first)
  const last = calendarDay(span.last)
  const third = part === 'early' || part === 'start' ? 0 : part === 'mid' ? 1 : 2
  if (span.unit === 'day') return span
  if (span.unit === 'month') {
    return daysSpan(span.first + third * 10, third === 2 ? span.last : span.first + third * 10 + 9)
  }
  if (span.unit === 'week')
    return daysSpan(span.first + third * 2, third === 2 ? span.last : span.first + third * 2 + 1)
  if (span.unit === 'season') {
    const at = addMonths(year, month, third)
    return wholeMonth(at.year, at.month)
  }
  if (span.unit === 'year') {
    if (part === 'start') return wholeMonth(year, 1)
    if (part === 'end') return wholeMonth(year, 12)
    return monthsSpan(year, third * 4 + 1, year, third * 4 + 4)
  }
  if (span.unit === 'decade') {
    if (part === 'start') return wholeYear(year)
    if (part === 'end') return wholeYear(last.year)
    const step = (last.year - year + 1) / 3
    return yearsSpan(year + Math.ceil(third * step), year + Math.ceil((third + 1) * step) - 1)
  }
  return span
}

/** "Around": with EDTF's "~". Times of day and seasons keep their form: "~" is not for them. */
export function about(span: Span): Span {
  if (span.unit === 'season' || span.edtf.includes('T') || span.edtf.includes('~')) return span
  return {
    ...span,
    edtf: span.edtf
      .split('/')
      .map((end) => `${end}~`)
      .join('/'),
  }
}

/** From the beginning of one span to the end of another; null where it would run backwards. */
export function join(a: Span, b: Span): Span | null {
  if (a.first > b.last) return null
  const [from, to] = [edge(a, 0), edge(b, 1)]
  // Hours of one day are that day.
  return from === to
    ? { ...a, edtf: from, last: b.last }
    : { edtf: `${from}/${to}`, first: a.first, last: b.last, unit: 'span' }
}

/** An interval's ends are days, months and years: a season is its first or last month there, a time of day its day. */
function edge(span: Span, side: 0 | 1): string {
  if (span.unit === 'season') {
    const { year, month } = calendarDay(side === 0 ? span.first : span.last)
    return isoMonth(year, month)
  }
  const ends = span.edtf.split('/')
  return ((side === 0 ? ends[0] : ends.at(-1)) as string).replace(/T.*/, '')
}
