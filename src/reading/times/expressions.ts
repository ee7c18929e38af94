/** One time expression at a piece: what stands by itself, with its parts of the day, its "early" and "around", its other end. */

import { AROUND, OTHERS, PARTS, QUANTITIES } from './beginnings.ts'
import { isoDay } from './calendar.ts'
import { readClock } from './clock.ts'
import { mayBeDayAlone, readDayAlone } from './day-alone.ts'
import { readDistance, readTimeAhead } from './distances.ts'
import { ORDINAL_WORDS, readCentury, readFigureDate } from './figures.ts'
import { type Found, found, fromStory, type Here, inSentence, unresolved } from './here.ts'
import { MONTH_OF, type MonthDate, readMonthDate, readOtherDay, resolveMonthDate, resolveMonthRange } from './months.ts'
import { beginsNamedDay, readNamedDay } from './named-days.ts'
import { beginsNumber } from './numbers.ts'
import { readQuarter, readSeason, SEASON_OF } from './parts-of-years.ts'
import { capital, glued, NUMBER, type Pieces, WORD } from './pieces.ts'
import { PARTS_OF_DAY, RELATIVE, readRelative, restOf } from './relative.ts'
import { about, daySpan, join, partOf, type Span } from './spans.ts'
import { MANY, ONE, unitAround } from './units.ts'
import { readWeekday, WEEKDAY_OF } from './weekdays.ts'
import { readNamedWeek } from './weeks.ts'

/** The longest expression that begins at a piece, or null. Looks a bounded number of pieces around it. */
export function readExpression(here: Here, at: number): Found | null {
  const word = here.p.lower[at] as string
  if (word === 'from' || word === 'between')
    return readPair(here, here.p.lower[at + 1] === 'the' ? at + 2 : at + 1, word)
  if (word === 'in') return readTimeAhead(here, at)
  return readPair(here, at, null)
}

const LINKS = {
  from: new Set(['to', 'until', 'till', 'through', '-', 'and']),
  between: new Set(['and', '-']),
  none: new Set(['to', 'through', '-']),
}
/** "Moved the vote from Monday to Friday" names two days, and no stretch between them. */
const MOVES =
  /^(?:mov|postpon|delay|resched|chang|push|switch|brought|rise|rose|fell|drop|grew|up|down|increas|decreas)/

/**
 * "2010 to 2015", "between March and June", "Monday through Friday": two items and
 * what links them. Without "from" or "between", an item that nothing is linked to
 * is given as it is.
 */
function readPair(here: Here, at: number, prefix: 'from' | 'between' | null): Found | null {
  const { p } = here
  const monthA = readPlainMonth(here, at)
  if (monthA !== null && links(p, monthA.end, prefix)) {
    const monthB = readPlainMonth(here, after(p, monthA.end))
    if (monthB !== null && !movedBefore(p, at)) {
      const [a, b] = resolveMonthRange(here, monthA, monthB)
      return joined(a, b)
    }
  }
  const a = readItem(here, at)
  const alone = prefix === null ? a : null
  if (a === null || !links(p, a.end, prefix)) return alone
  const b = readItem(here, after(p, a.end))
  if (b === null || movedBefore(p, at) || isNumberedDay(p, at, a.end)) return alone
  return joined(a, followingWeekday(p, after(p, a.end), a, b))
}

/** "Friday 12 to Sunday 14 June" tells its days one by one, as "Friday 12, Saturday 13 and Sunday 14 June" does. */
const isNumberedDay = (p: Pieces, at: number, end: number): boolean =>
  WEEKDAY_OF.has(p.lower[at] ?? '') && p.kind[at + 1] === NUMBER && end <= at + 3

/** Whether a piece links two items; a dash that parts a sentence does not. */
function links(p: Pieces, at: number, prefix: 'from' | 'between' | null): boolean {
  const word = p.lower[at] ?? ''
  return LINKS[prefix ?? 'none'].has(word) && (prefix !== null || word !== '-' || closeDash(p, at))
}

const after = (p: Pieces, link: number) => (p.lower[link + 1] === 'the' ? link + 2 : link + 1)
/** A dash that links stands close on both sides, or is an en dash; others part a sentence. */
const closeDash = (p: Pieces, at: number) =>
  glued(p, at) === glued(p, at + 1) && (glued(p, at) || p.text[p.from[at]!] === '–')

function readPlainMonth(here: Here, at: number): MonthDate | null {
  const kind = here.p.kind[at]
  return kind === NUMBER || MONTH_OF.has(here.p.lower[at] ?? '') ? readMonthDate(here, at) : null
}

function movedBefore(p: Pieces, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 9; i--) if (MOVES.test(p.lower[i] as string)) return true
  return false
}

function joined(a: Found, b: Found): Found {
  if (a.span === null || b.span === null) return unresolved(b.end, (a.why ?? b.why) as string)
  const span = join(a.span, b.span)
  return span === null ? unresolved(b.end, 'its end lies before its beginning') : found(b.end, span)
}

/** Of two weekdays the second is the first of its kind after the first. */
function followingWeekday(p: Pieces, at: number, a: Found, b: Found): Found {
  if (a.span === null || b.span === null || !WEEKDAY_OF.has(p.lower[at] ?? '') || a.span.unit !== 'day') return b
  const gap = b.span.first - a.span.first
  return gap >= 0 && gap < 7 ? b : found(b.end, daySpan(a.span.first + (((gap % 7) + 7) % 7)))
}

/** An item with the words before it that narrow or loosen it. */
function readItem(here: Here, at: number): Found | null {
  const { p } = here
  const word = p.lower[at] ?? ''
  if (AROUND.has(word)) return readAround(here, at)
  if (word === 'earlier' || word === 'later') return readEarlier(here, at)
  const part = PARTS.get(word)
  if (part === undefined) return readBase(here, at)
  const inner = readBase(here, innerStart(p, at)) ?? readThe(here, at)
  if (inner === null) return null
  // "Late" said of a person, "the start Monday" said of a game: only "early", "mid" and "late" go without "of".
  if ((part === 'start' || part === 'end' || word === 'middle') && p.lower[at + 1] !== 'of') return null
  return inner.span === null ? inner : found(inner.end, partOf(inner.span, part))
}

/** After "early", "mid-", "late in", "end of the". */
function innerStart(p: Pieces, at: number): number {
  let next = at + 1
  if (p.lower[next] === '-') next++
  if (/^(?:in|of|on)$/.test(p.lower[next] ?? '')) next++
  if (p.lower[next] === 'the') next++
  if (/^['‘’]$/.test(p.lower[next] ?? '')) next++
  return next
}

/** "The end of the year", "early in the week", "later in the month": the story's own. */
function readThe(here: Here, at: number): Found | null {
  const { p } = here
  if (!/^(?:in|of)$/.test(p.lower[at + 1] ?? '') || p.lower[at + 2] !== 'the') return null
  const unit = ONE.get(p.lower[at + 3] ?? '')
  if (unit === undefined || unit === 'hour' || unit === 'day' || unit === 'fortnight') return null
  return fromStory(here, at + 4, (story) => unitAround(story, unit))
}

function readAround(here: Here, at: number): Found | null {
  const { p } = here
  const start = p.lower[at + 1] === 'the' ? at + 2 : at + 1
  // "Spoke about Thursday", "asked about 2016": only "in about 2016" is a time.
  if (p.lower[at] === 'about' && !/^(?:in|since|from|until|by|at)$/.test(p.lower[at - 1] ?? '')) return null
  const inner = readBase(here, start)
  if (inner === null || inner.span === null) return inner
  return found(inner.end, about(inner.span))
}

function readEarlier(here: Here, at: number): Found | null {
  const { p } = here
  const side = p.lower[at] as 'earlier' | 'later'
  const the = p.lower[at + 1] === 'in' && p.lower[at + 2] === 'the'
  const unit =
    p.lower[at + 1] === 'this' ? ONE.get(p.lower[at + 2] ?? '') : the ? ONE.get(p.lower[at + 3] ?? '') : undefined
  if (unit !== undefined && unit !== 'hour' && unit !== 'fortnight') {
    return fromStory(here, at + (the ? 4 : 3), (story) => restOf(story, unit, side))
  }
  const start = /^(?:in|on)$/.test(p.lower[at + 1] ?? '') ? at + 2 : at + 1
  return readBase(here, start)
}

/** What stands by itself, with the part or time of the day where it is a day. */
function readBase(here: Here, at: number): Found | null {
  const { p } = here
  if (at >= p.count) return null
  const clock = readClocked(here, at)
  if (clock !== null) return clock
  const day = PARTS_OF_DAY.has(p.lower[at] as string) ? readPartOf(here, at) : readDate(here, at)
  return day === null ? null : withTime(p, day)
}

/** "The morning of May 16". */
function readPartOf(here: Here, at: number): Found | null {
  const { p } = here
  if (p.lower[at + 1] !== 'of') return null
  const read = readDate(here, p.lower[at + 2] === 'the' ? at + 3 : at + 2)
  return read?.span?.unit === 'day' ? read : null
}

/** `nested`: what a distance is counted from is no distance itself, or "two days after two days after …" would not end. */
function readDate(here: Here, at: number, nested = false): Found | null {
  const { p } = here
  const word = p.lower[at] as string
  if (beginsNamedDay(word)) {
    const named = readNamedDay(here, at)
    if (named !== null) return named
  }
  if (word === 'week' || word === 'w') return nested ? null : readNamedWeek(here, at, readNested)
  if (p.kind[at] === NUMBER || ORDINAL_WORDS.has(word) || MONTH_OF.has(word) || mayBeDayAlone(p, at)) {
    const date = readMonthDate(here, at)
    if (date !== null) return resolveMonthDate(here, date)
  }
  if (p.kind[at] === NUMBER) {
    return (
      readOtherDay(here, at) ??
      readDayAlone(here, at) ??
      readFigureDate(here, at) ??
      readCentury(p, at) ??
      readQuarter(here, at) ??
      (nested ? null : readDistance(here, at, readNested))
    )
  }
  const alone = mayBeDayAlone(p, at) ? readDayAlone(here, at) : null
  if (alone !== null) return alone
  if (WEEKDAY_OF.has(word)) return readWeekday(here, at)
  if (SEASON_OF.has(word)) return readSeason(here, at)
  const quarter = p.lower[at + 1] === 'quarter' && !nested ? readQuarter(here, at) : null
  if (quarter !== null) return quarter
  if (RELATIVE.has(word)) {
    const relative = readRelative(here, at)
    if (relative !== null) return relative
  }
  if (word === 'year') return readYearWord(here, at)
  if (ORDINAL_WORDS.has(word) || OTHERS.has(word) || word === 'last') {
    const part = readQuarter(here, at) ?? readCentury(p, at)
    if (part !== null) return part
  }
  if (nested || !(beginsNumber(word) || QUANTITIES.has(word) || MANY.has(word))) return null
  return readDistance(here, at, readNested)
}

const readNested = (here: Here, at: number) => readDate(here, at, true)

/** "Year's end". */
function readYearWord(here: Here, at: number): Found | null {
  const { p } = here
  if (p.lower[at + 1] !== "'s" || p.lower[at + 2] !== 'end') return null
  return fromStory(here, at + 3, (story) => partOf(unitAround(story, 'year'), 'end'))
}

/** "Thursday morning", "May 16 at 8:30 p.m.", "Friday, 3pm": EDTF to the minute; seconds nobody said are not made up. */
function withTime(p: Pieces, day: Found): Found {
  if (day.span !== null && day.span.unit !== 'day') return day
  let { end } = day
  if (PARTS_OF_DAY.has(p.lower[end] ?? '')) end++
  let at = end
  if (p.lower[at] === ',') at++
  if (/^(?:at|around|about|from|by)$/.test(p.lower[at] ?? '')) at++
  const clock = at < p.count ? readClock(p, at) : null
  if (clock === null) return { ...day, end }
  return day.span === null ? { ...day, end: clock.end } : timed(clock.end, day.span, clock.time)
}

function timed(end: number, span: Span, time: string | null): Found {
  const exact = time !== null && span.first === span.last
  return found(end, exact ? { ...span, edtf: `${isoDay(span.first)}T${time}` } : span)
}

/** "8:30 p.m. on Thursday"; alone, of the day that its sentence names, else of the story's. */
function readClocked(here: Here, at: number): Found | null {
  const { p } = here
  const clock = readClock(p, at)
  if (clock === null) return null
  let next = clock.end
  if (p.lower[next] === ',') next++
  if (p.lower[next] === 'on') next++
  const day = next < p.count && (p.kind[next] === WORD || p.lower[next - 1] === 'on') ? readDate(here, next) : null
  if (day !== null && (day.span === null || day.span.unit === 'day')) {
    const end = PARTS_OF_DAY.has(p.lower[day.end] ?? '') ? day.end + 1 : day.end
    return day.span === null ? { ...day, end } : timed(end, day.span, clock.time)
  }
  const word = p.lower[at] as string
  if (/^(?:noon|midnight|midday)$/.test(word)) {
    if (!/^(?:at|by|before|after|until|since|around)$/.test(p.lower[at - 1] ?? '') || capital(p, at)) return null
    if (word === 'midnight') return unresolved(clock.end, 'which night is meant is not said')
  }
  const said = inSentence(here, at)
  if (said?.unit === 'day' && said.first === said.last) return timed(clock.end, said, clock.time)
  return fromStory(here, clock.end, (story) => timed(clock.end, daySpan(story), clock.time).span as Span)
}
