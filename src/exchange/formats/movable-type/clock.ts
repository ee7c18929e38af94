/** What clocks of a place showed, as moments. */
import { momentsOf } from '../../../text/index.ts'

export interface ReadClock {
  /** Milliseconds; null where it is no day and time. */
  at: number | null
  /** Whether clocks skipped it, or showed it twice. */
  oddly: 'skipped' | 'doubled' | null
}

const HOUR = 3_600_000
const MOST_KEPT = 50_000

/** Reads "01/31/2002 03:47:06 PM" by the clocks of a zone; 24 hours where nothing says AM or PM. */
export function clockOf(timeZone: string): (words: string) => ReadClock {
  /** How far clocks were ahead of UTC on days on which that did not change: to ask for each time would take long. */
  const ahead = new Map<string, number | null>()
  const aheadOn = (day: string): number | null => {
    const known = ahead.get(day)
    if (known !== undefined) return known
    const start = Date.parse(`${day}T00:00Z`)
    const [first] = momentsOf(`${day}T00:00`, timeZone) ?? []
    const [last] = momentsOf(`${day}T23:59`, timeZone) ?? []
    const steady =
      first !== undefined && last !== undefined && last - first === 24 * HOUR - 60_000 ? start - first : null
    if (ahead.size >= MOST_KEPT) ahead.clear()
    ahead.set(day, steady)
    return steady
  }
  return (words) => {
    const time = readTime(words)
    if (time === null) return { at: null, oddly: null }
    const steady = aheadOn(time.day)
    const asUtc = Date.parse(`${time.day}T${time.minute}Z`)
    if (steady !== null) return { at: asUtc - steady + time.second * 1000, oddly: null }
    const [first, second] = momentsOf(`${time.day}T${time.minute}`, timeZone) ?? []
    if (first !== undefined) return { at: first + time.second * 1000, oddly: second === undefined ? null : 'doubled' }
    const later = new Date(asUtc + HOUR).toISOString().slice(0, 16)
    const [moved] = momentsOf(later, timeZone) ?? []
    return { at: moved === undefined ? asUtc : moved + time.second * 1000, oddly: 'skipped' }
  }
}

function readTime(words: string): { day: string; minute: string; second: number } | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(AM|PM))?$/i.exec(words.trim())
  if (!match) return null
  const [, month = '', day = '', year = '', hour = '', minute = '', second = '0', half] = match
  const shown = Number(hour)
  if (half !== undefined && (shown < 1 || shown > 12)) return null
  const hours = half === undefined ? shown : (shown % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
  const two = (part: string | number) => String(part).padStart(2, '0')
  const whole = `${year}-${two(month)}-${two(day)}`
  const at = Date.parse(`${whole}T${two(hours)}:${minute}Z`)
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== whole) return null
  return { day: whole, minute: `${two(hours)}:${minute}`, second: Math.min(59, Number(second)) }
}
