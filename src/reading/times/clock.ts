/** Times of day: "8:30 p.m.", "8pm ET", "20:30 GMT", "noon", "9 to 11 a.m.". */
import { capital, glued, NUMBER, type Pieces } from './pieces.ts'

export interface Clock {
  end: number
  /** "20:30"; null where half a day is left open ("at 8:30", "midnight") or a span of hours is meant. */
  time: string | null
}

const ZONES = new Set(
  'et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest ist jst aest aedt eastern pacific'.split(' '),
)
const BEFORE = new Set(['at', 'by', 'until', 'till', 'from', 'before', 'after', 'around', 'about', 'since'])

/** A time of day at a piece, or null. A bare "8:30" counts only after "at" and the like: it may be a score or a verse. */
export function readClock(p: Pieces, at: number): Clock | null {
  const word = p.lower[at] as string
  if (word === 'noon' || word === 'midday') return { end: at + 1, time: '12:00' }
  if (word === 'midnight') return { end: at + 1, time: null }
  const first = readOne(p, at)
  if (first === null) return readHours(p, at)
  // "8 a.m. to 5 p.m.": hours from and to; their day is what can be said.
  if (p.lower[first.end] === 'to' || p.lower[first.end] === '-' || p.lower[first.end] === 'until') {
    const second = readOne(p, first.end + 1)
    if (second !== null) return { end: second.end, time: null }
  }
  return first
}

/** "9 to 11 a.m.", "9-11 a.m.": the first figure has no half of its own. */
function readHours(p: Pieces, at: number): Clock | null {
  if (p.kind[at] !== NUMBER || !/^\d{1,2}$/.test(p.lower[at] as string)) return null
  if (p.lower[at + 1] !== 'to' && p.lower[at + 1] !== '-') return null
  const second = readOne(p, at + 2)
  return second === null ? null : { end: second.end, time: null }
}

function readOne(p: Pieces, at: number): Clock | null {
  if (
    p.kind[at] !== NUMBER ||
    (at > 0 && glued(p, at) && /^[-/:.$€£#]$/.test(p.lower[at - 1] as string) && p.lower[at - 1] !== '-')
  )
    return null
  const figures = /^(\d{1,2})(?:\.(\d\d))?$/.exec((p.lower[at] as string).slice(0, 6))
  if (!figures || (p.lower[at] as string).length > 5) return null
  const hour = Number(figures[1])
  let minute = figures[2] === undefined ? null : Number(figures[2])
  let end = at + 1
  if (
    minute === null &&
    p.lower[end] === ':' &&
    glued(p, end) &&
    glued(p, end + 1) &&
    /^\d\d$/.test(p.lower[end + 1] ?? '')
  ) {
    minute = Number(p.lower[end + 1])
    end += 2
    // "1:59:40" is how long something took.
    if (p.lower[end] === ':' && glued(p, end)) return null
  }
  if (hour > 23 || (minute ?? 0) > 59) return null
  const half = readHalf(p, end)
  const zone = readZone(p, half?.end ?? end)
  if (half !== null) {
    if (hour < 1 || hour > 12) return null
    return { end: zone ?? half.end, time: written((hour % 12) + (half.afternoon ? 12 : 0), minute ?? 0) }
  }
  if (p.lower[end] === 'o' && p.lower[end + 1] === "'clock") return { end: end + 2, time: null }
  if (minute === null || figures[2] !== undefined) return null
  if (zone === null && !BEFORE.has(p.lower[at - 1] ?? '')) return null
  // Without "a.m." or "p.m.", only the hours after noon and "08:30" say which half they are of.
  const sure = hour > 12 || hour === 0 || (p.lower[at] as string).startsWith('0') || zone !== null
  return { end: zone ?? end, time: sure ? written(hour, minute) : null }
}

const written = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** "am", "p.m."; its last point belongs to it. */
function readHalf(p: Pieces, at: number): { end: number; afternoon: boolean } | null {
  const word = p.lower[at] ?? ''
  if (word === 'am' || word === 'pm') return { end: at + 1, afternoon: word === 'pm' }
  if ((word !== 'a' && word !== 'p') || p.lower[at + 1] !== '.' || p.lower[at + 2] !== 'm' || !glued(p, at + 2))
    return null
  return { end: p.lower[at + 3] === '.' && glued(p, at + 3) ? at + 4 : at + 3, afternoon: word === 'p' }
}

function readZone(p: Pieces, at: number): number | null {
  if (p.lower[at] === 'local' && p.lower[at + 1] === 'time') return at + 2
  if (!ZONES.has(p.lower[at] ?? '') || !capital(p, at)) return null
  const named = (p.lower[at] as string).length > 4
  return p.lower[at + 1] === 'time' ? at + 2 : named ? null : at + 1
}
