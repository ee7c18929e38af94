/**
 * The Gregorian calendar in whole numbers: a day is the count of days since
 * 1 January 1970, a weekday is 0 for Monday to 6 for Sunday, a month is 1 to 12.
 */

export interface CalendarDay {
  year: number
  month: number
  day: number
}

export const MONTHS = 'january february march april may june july august september october november december'.split(' ')
export const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

/** The number of a day. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** The year, month and day of a number; the other way round than `dayNumber`, same source. */
export function calendarDay(number: number): CalendarDay {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1
  return { year: years + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7
export const mondayOf = (number: number): number => number - weekdayOf(number)

export function lastOfMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month)

/** Year and month some months on or back. */
export function addMonths(year: number, month: number, by: number): { year: number; month: number } {
  const count = year * 12 + (month - 1) + by
  return { year: Math.floor(count / 12), month: (count % 12) + 1 }
}

/** The nth weekday of a month; n = -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  if (n > 0) {
    const first = dayNumber(year, month, 1)
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
  }
  const last = dayNumber(year, month, lastOfMonth(year, month))
  return last - ((weekdayOf(last) - weekday + 7) % 7)
}

/** Easter Sunday. Source: the anonymous Gregorian computus (Nature, 20 April 1876). */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const m = Math.floor((a + 11 * d + 22 * e) / 451)
  const f = d + e - 7 * m + 114
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1)
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')
export const isoYear = (year: number): string => pad(year, 4)
export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month, 2)}`

export function isoDay(number: number): string {
  const { year, month, day } = calendarDay(number)
  return `${isoMonth(year, month)}-${pad(day, 2)}`
}

/** The number of a day written YYYY-MM-DD; null where it is none. */
export function readIsoDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  return isDay(year, month, day) ? dayNumber(year, month, day) : null
}
