/** When something came out, as a list of stories says it: "12 min", "3 h", "Tuesday", "16 May". It grows old as it stands there. */
import { frontMessages as m } from '../../../messages/index.ts'
import { dayOfWeek, dayWithoutYear, shortDay } from './format.ts'
import type { Site } from './props.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A weekday is the last of its name for so long. */
const WEEK = 6 * DAY
/** A day needs no year for so long. */
const YEAR = 300 * DAY

/** Times in milliseconds since the epoch. */
export function timeInBrief(site: Site, at: number, now: number): string {
  const age = now - at
  if (age < MINUTE) return m.justNow
  if (age < HOUR) return m.minutes(Math.floor(age / MINUTE))
  if (age < DAY) return m.hours(Math.floor(age / HOUR))
  if (age < WEEK) return dayOfWeek(site, at)
  return age < YEAR ? dayWithoutYear(site, at) : shortDay(site, at)
}

/** Whether that is so long ago that its weekday is no longer said. */
export const isLongAgo = (at: number, now: number): boolean => now - at >= WEEK

/** When one of these is said otherwise, in milliseconds since the epoch, though never in less than a minute; undefined where that is never. */
export function timesHoldUntil(times: readonly number[], now: number): number | undefined {
  const next = Math.min(...times.map((at) => at + nextAge(now - at)))
  return next === Infinity ? undefined : Math.max(next, now + MINUTE)
}

function nextAge(age: number): number {
  const unit = age < HOUR ? MINUTE : HOUR
  if (age < DAY) return (Math.floor(Math.max(age, 0) / unit) + 1) * unit
  return [WEEK, YEAR].find((end) => age < end) ?? Infinity
}
