/** When letters that wait for an hour leave: plain reckoning with the site's clock on the wall. */

export const RHYTHMS = ['at once', 'daily', 'weekly', 'off'] as const
export type Rhythm = (typeof RHYTHMS)[number]

export const isRhythm = (value: string): value is Rhythm => (RHYTHMS as readonly string[]).includes(value)

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const MONDAY = 1

/**
 * The next moment, in milliseconds, that is not before `earliest` and at which
 * a letter of this rhythm may leave: at once then, or as the clock of
 * `timeZone` next strikes `hour`, on a Monday where it is weekly.
 */
export function nextTime(
  rhythm: Exclude<Rhythm, 'off'>,
  { hour, timeZone }: { hour: number; timeZone: string },
  earliest: number,
): number {
  if (rhythm === 'at once') return earliest
  const today = wallClock(earliest, timeZone)
  for (let ahead = 0; ; ahead++) {
    const day = Date.UTC(today.year, today.month - 1, today.day) + ahead * DAY
    if (rhythm === 'weekly' && new Date(day).getUTCDay() !== MONDAY) continue
    const at = instantOf(day + hour * HOUR, timeZone)
    if (at >= earliest) return at
  }
}

/** Whether the clock of the zone stands between two hours, which may lie on both sides of midnight. */
export function isQuiet(now: number, timeZone: string, from: number | null, until: number | null): boolean {
  if (from === null || until === null || from === until) return false
  const { hour } = wallClock(now, timeZone)
  return from < until ? hour >= from && hour < until : hour >= from || hour < until
}

/** The moment at which the zone's clock shows what UTC's shows at `wall`; in a gap of the clock, as much later. */
function instantOf(wall: number, timeZone: string): number {
  const offset = (at: number) => {
    const { year, month, day, hour, minute } = wallClock(at, timeZone)
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000
  }
  const guess = wall - offset(wall)
  return wall - offset(guess)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function wallClock(at: number, timeZone: string) {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    clocks.set(timeZone, clock)
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return { year: 0, month: 1, day: 1, hour: 0, minute: 0, ...parts }
}
