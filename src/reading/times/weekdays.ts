/** "Thursday", "last Friday", "Monday of next week", "Thursday, May 16": a weekday and the day it is. */
import { addMonths, calendarDay, dayNumber, isDay, mondayOf, WEEKDAYS, weekdayOf } from './calendar.ts'
import { ELSEWHERE, type Found, found, fromStory, type Here, NO_DAY, unresolved } from './here.ts'
import { MONTH_OF, readMonthDate, resolveMonthDate } from './months.ts'
import { readNumber } from './numbers.ts'
import { endsAsDay, readDayOfMonth } from './ordinals.ts'
import { capital, glued, NUMBER, type Pieces, WORD } from './pieces.ts'
import { daySpan } from './spans.ts'
import { type Tense, tenseAt } from './tense.ts'

const SHORT = 'mon tue wed thu fri sat sun tues weds thur thurs'.split(' ')
export const WEEKDAY_OF = new Map([
  ...WEEKDAYS.map((name, i) => [name, i] as const),
  ...SHORT.map((name) => [name, WEEKDAYS.findIndex((day) => day.startsWith(name.slice(0, 3)))] as const),
])
/** What makes a name of a weekday: newspapers, programmes, clubs. */
const NAME_AFTER = new Set(
  'times telegraph mirror post mail herald express star people sun sport world independent tribune gazette addams club league school'.split(
    ' ',
  ),
)
const NAME_BEFORE = new Set([
  'sheffield',
  'bloody',
  'super',
  'ruby',
  'every',
  'each',
  'man',
  'black',
  'cyber',
  'ash',
  'palm',
])

/** What is of every such day after an article or "her"; but "on Monday markets fell". */
const OF_ALL = new Set(
  'paper papers newspaper newspapers tabloid tabloids supplement columnist market markets best roast roasts driver drivers job jobs talk school league club'.split(
    ' ',
  ),
)
const OWNERS = /^(?:an?|the|his|her|its|their|our|my|your|'s|to|at|in|of|for)$/
const PARTS = new Set(['morning', 'afternoon', 'evening', 'night', 'lunchtime'])
/** What may follow a day that describes no noun; "a Tuesday hearing" and "a Saturday night fire" are of a certain day. */
const NO_NOUN =
  /^(?:in|on|at|of|and|or|but|to|for|with|when|as|that|if|is|was|because|after|before|until|by|from|off|out|like)$/

/** "A Sunday paper", "on a Monday", "a Friday night in": any such day. */
function isAny(p: Pieces, at: number): boolean {
  const [before, next] = [p.lower[at - 1] ?? '', p.lower[at + 1] ?? '']
  if (OF_ALL.has(next)) return OWNERS.test(before)
  // "May 16 was a Thursday" is said of a certain day.
  if (before !== 'a' || /^(?:is|was)$/.test(p.lower[at - 2] ?? '')) return false
  const after = PARTS.has(next) ? at + 2 : at + 1
  return p.lower[after] !== "'s" && (p.kind[after] !== WORD || NO_NOUN.test(p.lower[after] as string))
}

function isName(p: Pieces, at: number): boolean {
  if (NAME_BEFORE.has(p.lower[at - 1] ?? '')) return true
  const next = p.lower[at + 1] ?? ''
  // "Sunday Morning Futures", "Friday Night Lights"; but "Thursday Night in Ohio" in a headline.
  if (/^(?:night|morning)$/.test(next) && capital(p, at + 1)) {
    return capital(p, at + 2) && !/^(?:in|at|on|as|after|before|for|with|to|over|by|from)$/.test(p.lower[at + 2] ?? '')
  }
  return NAME_AFTER.has(next) && capital(p, at + 1)
}

/** A weekday at a piece; its short form only before a date ("Mon., Sept. 26"). */
export function readWeekday(here: Here, at: number): Found | null {
  const { p } = here
  const name = p.lower[at] as string
  const weekday = WEEKDAY_OF.get(name)
  if (weekday === undefined || isName(p, at)) return null
  const short = name.length < 6 && !mayStandAlone(p, at)
  const dotted = name.length < 6
  let end = at + 1
  if (dotted && p.lower[end] === '.' && glued(p, end)) end++
  const date = withDate(here, end, weekday)
  if (date !== null) return date
  const numbered = short ? null : withNumber(here, at, end, weekday)
  if (numbered !== null) return numbered
  if (short || isAny(p, at)) return null
  return plainWeekday(here, at, end, weekday)
}

/** Short forms that are nothing else, and "on Weds", "last Wed": with a word before them that days follow. */
function mayStandAlone(p: Pieces, at: number): boolean {
  const name = p.lower[at] as string
  if (!capital(p, at) || name === 'sun') return false
  if (/^(?:tues|thurs|thur)$/.test(name)) return true
  const before = p.lower[at - 1] ?? ''
  return /^(?:on|last|next|this|until|till|by|from|since|to|and|or|-|every)$/.test(before)
}

/**
 * "Friday 12 to Sunday 14 June", "on Friday 12": a weekday with the day of a month that another date names, or of the
 * month near the story's day in which it is such a day.
 */
function withNumber(here: Here, at: number, after: number, weekday: number): Found | null {
  const { p } = here
  const start = p.lower[after] === 'the' ? after + 1 : after
  const read = p.kind[start] === NUMBER ? readDayOfMonth(p, start) : null
  if (read === null || !endsAsDay(p, read.end) || (p.lower[read.end] === '.' && glued(p, read.end + 1))) return null
  const { day, end } = read
  if (here.story === null) return unresolved(end, NO_DAY)
  const linked = linkedDay(here, end)
  const near = linked ?? here.story
  const { year, month } = calendarDay(near)
  const tense = linked === null ? tenseAt(p, at, end) : 'none'
  const steps = tense === 'future' ? [0, 1, 2, 3, 4] : tense === 'past' ? [0, -1, -2, -3, -4] : [0, 1, -1, 2, -2]
  for (const by of linked === null ? steps : [0, -1]) {
    const then = addMonths(year, month, by)
    if (!isDay(then.year, then.month, day)) continue
    const number = dayNumber(then.year, then.month, day)
    if (weekdayOf(number) === weekday && (linked === null || number < linked)) return found(end, daySpan(number))
  }
  return unresolved(end, 'the weekday and the date do not fit')
}

/** The day that "to Sunday 14 June" names behind a weekday and a number; null where none is linked to it. */
function linkedDay(here: Here, at: number): number | null {
  const { p } = here
  if (!/^(?:to|until|till|and|or|-|through|,)$/.test(p.lower[at] ?? '')) return null
  let next = at + 1
  // "Friday 12, Saturday 13 and Sunday 14 June"
  for (let days = 0; days < 6; days++) {
    const weekday = WEEKDAY_OF.get(p.lower[next] ?? '')
    const start = weekday === undefined ? next : next + 1
    const date = p.kind[start] === NUMBER ? readMonthDate(here, start) : null
    if (date !== null && date.day !== null) {
      const span = resolveMonthDate(here, date).span
      if (span === null || weekday === undefined || weekdayOf(span.first) === weekday) return span?.first ?? null
      return nearbyYear(here, date, weekday)?.span?.first ?? null
    }
    const read = weekday !== undefined && p.kind[start] === NUMBER ? readDayOfMonth(p, start) : null
    if (read === null || !/^(?:,|and|to|-)$/.test(p.lower[read.end] ?? '')) return null
    next = read.end + 1
  }
  return null
}

/** "Thursday, May 16", "Thursday 16 May 2024", "Thursday (May 16)", "Thursday the 16th of May": the date decides. */
function withDate(here: Here, after: number, weekday: number): Found | null {
  const { p } = here
  let at = after
  const bracket = p.lower[at] === '('
  if (bracket || p.lower[at] === ',') at++
  if (p.lower[at] === 'the') at++
  if (!MONTH_OF.has(p.lower[at] ?? '') && p.kind[at] !== NUMBER) return null
  const date = readMonthDate(here, at)
  if (date === null || date.day === null) return null
  // "Thursday, 16 May" in a story of another year: the year nearby in which it is a Thursday.
  const read = resolveMonthDate(here, date)
  const end = bracket && p.lower[date.end] === ')' ? date.end + 1 : date.end
  if (read.span === null) return { ...read, end }
  if (date.year === null && date.shift === null && weekdayOf(read.span.first) !== weekday) {
    const other = nearbyYear(here, date, weekday)
    if (other !== null) return { ...other, end }
  }
  if (weekdayOf(read.span.first) !== weekday) return unresolved(end, 'the weekday and the date do not fit')
  return { ...read, end }
}

function nearbyYear(here: Here, date: NonNullable<ReturnType<typeof readMonthDate>>, weekday: number): Found | null {
  if (here.story === null) return null
  const given = resolveMonthDate(here, date)
  const year = Number(given.span?.edtf.slice(0, 4))
  for (const other of [year - 1, year + 1]) {
    const read = resolveMonthDate(here, { ...date, year: other })
    if (read.span !== null && weekdayOf(read.span.first) === weekday) return read
  }
  return null
}

/**
 * A weekday alone: the last one up to the story's day, or the first from it on
 * where the sentence speaks of what is to come. "Last" is strictly before the
 * day, "this" in its week, "next" in the week after it.
 */
function plainWeekday(here: Here, at: number, after: number, weekday: number): Found {
  let end = after
  const { p } = here
  const further = weeksOn(here, end, weekday) ?? besideLast(here, end, weekday)
  if (further !== null) return further
  const comma =
    p.lower[end] === ',' && /^(?:next|last|this)$/.test(p.lower[end + 1] ?? '') && p.lower[end + 2] === 'week'
  if (comma) end++
  const of = p.lower[end] === 'of' && p.lower[end + 2] === 'week' ? (p.lower[end + 1] as string) : ''
  if (of === 'last' || of === 'this' || of === 'next') {
    const by = of === 'last' ? -7 : of === 'next' ? 7 : 0
    return fromStory(here, end + 3, (story) => daySpan(mondayOf(story) + weekday + by))
  }
  const before = p.lower[at - 1] ?? ''
  if (p.lower[end] === 'next' || p.lower[end] === 'last' || p.lower[end] === 'this') {
    // "Thursday next week" says its week after it.
    if (p.lower[end + 1] === 'week') {
      const by = p.lower[end] === 'last' ? -7 : p.lower[end] === 'next' ? 7 : 0
      return fromStory(here, end + 2, (story) => daySpan(mondayOf(story) + weekday + by))
    }
  }
  if (here.story === null) return unresolved(end, NO_DAY)
  const { story } = here
  if (before === 'this') return found(end, daySpan(mondayOf(story) + weekday))
  if (before === 'next') return found(end, daySpan(mondayOf(story) + weekday + 7))
  if (before === 'coming') return found(end, daySpan(weekdayNear(story + 1, weekday, 'future')))
  if (before === 'last' || before === 'past') return found(end, daySpan(lastWeekday(story - 1, weekday)))
  return found(end, daySpan(weekdayNear(story, weekday, tenseAt(p, at, end))))
}

/** "Thursday week", "Sunday fortnight": the day after so many weeks. */
function weeksOn(here: Here, end: number, weekday: number): Found | null {
  const { p } = here
  const weeks = p.lower[end] === 'week' ? 1 : p.lower[end] === 'fortnight' ? 2 : 0
  if (weeks === 0 || /^(?:'s|-|of|in)$/.test(p.lower[end + 1] ?? '') || p.kind[end + 1] === NUMBER) return null
  return fromStory(here, end + 1, (story) => daySpan(weekdayNear(story, weekday, 'future') + 7 * weeks))
}

/** "Thursday last", "Monday next", "the Friday before last", "the Friday after next". */
function besideLast(here: Here, end: number, weekday: number): Found | null {
  const { p } = here
  const which = `${p.lower[end]} ${p.lower[end + 1]}`
  if (which === 'before last') return fromStory(here, end + 2, (story) => daySpan(lastWeekday(story - 1, weekday) - 7))
  if (which === 'after next')
    return fromStory(here, end + 2, (story) => daySpan(weekdayNear(story + 1, weekday, 'future') + 7))
  const next = p.lower[end + 1] ?? ''
  // "Thursday last" ends what it stands in; "Thursday last week" and "Thursday next door" do not.
  if (
    !/^(?:last|next)$/.test(p.lower[end] ?? '') ||
    !(next === '' || /^[,.;:)?!”"’—]$/.test(next) || /^(?:and|but|at|in|by|to)$/.test(next))
  )
    return null
  const past = p.lower[end] === 'last'
  return fromStory(here, end + 1, (story) =>
    daySpan(past ? lastWeekday(story - 1, weekday) : weekdayNear(story + 1, weekday, 'future')),
  )
}

/** "A week on Monday", "a fortnight today", at what follows the weeks: so many weeks after that day. */
export function readWeeksFrom(here: Here, at: number, weeks: number): Found | null {
  const { p } = here
  const word = p.lower[at] as string
  const day = { today: 0, tomorrow: 1 }[word]
  if (day !== undefined) return fromStory(here, at + 1, (story) => daySpan(story + day + 7 * weeks))
  if (word === 'last' || word === 'ago') return null
  const start = /^(?:on|from)$/.test(word) ? at + 1 : at
  const weekday = start > at ? WEEKDAY_OF.get(p.lower[start] ?? '') : undefined
  if (weekday === undefined || !capital(p, start)) return null
  return fromStory(here, start + 1, (story) => daySpan(weekdayNear(story, weekday, 'future') + 7 * weeks))
}

/** "Next week Wednesday", "last week on Tuesday", at what follows "week". */
export function readDayOfWeek(here: Here, at: number, weeks: number): Found | null {
  const { p } = here
  const start = /^(?:on|,)$/.test(p.lower[at] ?? '') ? at + 1 : at
  const weekday = WEEKDAY_OF.get(p.lower[start] ?? '')
  if (weekday === undefined || !capital(p, start) || isName(p, start) || p.kind[start + 1] === NUMBER) return null
  return fromStory(here, start + 1, (story) => daySpan(mondayOf(story) + weekday + 7 * weeks))
}

/** "The previous Tuesday", "the following Friday": beside the day that was named last. */
export function readWeekdayBeside(
  here: Here,
  at: number,
  side: 'previous' | 'following',
  from: number | null,
): Found | null {
  const weekday = WEEKDAY_OF.get(here.p.lower[at] ?? '')
  if (weekday === undefined) return null
  if (from === null) return unresolved(at + 1, ELSEWHERE)
  const day = side === 'previous' ? lastWeekday(from - 1, weekday) : weekdayNear(from + 1, weekday, 'future')
  return found(at + 1, daySpan(day))
}

/** "Two Saturdays ago", "three Mondays from now": the piece after the plural has to be "ago" or "from". */
export function readWeekdaysAway(here: Here, at: number): Found | null {
  const { p } = here
  const number = readNumber(p, at)
  if (number === null || !p.lower[number.end]?.endsWith('days')) return null
  const weekday = WEEKDAYS.indexOf((p.lower[number.end] as string).slice(0, -1))
  const count = number.value
  if (weekday < 0 || !Number.isInteger(count) || count < 1 || count > 1000) return null
  const after = number.end + 1
  if (p.lower[after] === 'ago') {
    return fromStory(here, after + 1, (story) => daySpan(lastWeekday(story - 1, weekday) - 7 * (count - 1)))
  }
  if (p.lower[after] !== 'from' || !/^(?:now|today)$/.test(p.lower[after + 1] ?? '')) return null
  return fromStory(here, after + 2, (story) => daySpan(weekdayNear(story + 1, weekday, 'future') + 7 * (count - 1)))
}

const lastWeekday = (from: number, weekday: number) => from - ((weekdayOf(from) - weekday + 7) % 7)

export function weekdayNear(story: number, weekday: number, tense: Tense): number {
  return tense === 'future' ? story + ((weekday - weekdayOf(story) + 7) % 7) : lastWeekday(story, weekday)
}
