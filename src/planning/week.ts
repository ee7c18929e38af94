/** Days and weeks of a calendar, as ISO 8601 has them: a day is 2026-11-30, its week 2026-W49, from Monday. Pure. */
import { aheadOfUtc, momentsOf } from '../text/index.ts'

const DAY = 24 * 60 * 60 * 1000

/** Midnight of a day in UTC, in milliseconds since the epoch; null where it is no day of this or a neighbouring century. */
export function startOfDay(day: string): number | null {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(day)) return null
  const at = Date.parse(`${day}T00:00Z`)
  return !Number.isNaN(at) && dayAt(at) === day ? at : null
}

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** The day so many days later. */
export const dayAfter = (day: string, by: number): string => dayAt((startOfDay(day) ?? 0) + by * DAY)

/** The week of a day. */
export function weekOf(day: string): string {
  // A week belongs to the year of its Thursday.
  const thursday = mondayBefore(startOfDay(day) ?? 0) + 3 * DAY
  const year = new Date(thursday).getUTCFullYear()
  const first = mondayBefore(Date.UTC(year, 0, 4))
  const number = Math.round((thursday - 3 * DAY - first) / (7 * DAY)) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

function mondayBefore(at: number): number {
  return at - ((new Date(at).getUTCDay() + 6) % 7) * DAY
}

/** The seven days of a week, Monday first; null where there is no such week. */
export function daysOfWeek(week: string): string[] | null {
  const [, year, number] = /^((?:19|20|21)\d{2})-W(\d{2})$/.exec(week) ?? []
  if (year === undefined || number === undefined) return null
  const monday = mondayBefore(Date.UTC(Number(year), 0, 4)) + (Number(number) - 1) * 7 * DAY
  const days = Array.from({ length: 7 }, (_, index) => dayAt(monday + index * DAY))
  return weekOf(days[0] as string) === week ? days : null
}

/** The moment at which clocks in a place show this time of this day; where they skip it, an hour later. */
export function momentOf(day: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T${time}Z`)
  return momentsOf(`${day}T${time}`, timeZone)?.[0] ?? asUtc - aheadOfUtc(asUtc, timeZone)
}
