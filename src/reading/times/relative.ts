/** Times told from the story's day or from another: "yesterday", "last week", "in recent weeks", "the same day". */
import { calendarDay } from './calendar.ts'
import { dayJustBefore, ELSEWHERE, type Found, found, fromStory, type Here, justBefore, unresolved } from './here.ts'
import { MONTH_OF, readMonthDate, resolveMonthDate } from './months.ts'
import { beginsNamedDay, readNamedDay } from './named-days.ts'
import { readSeason, SEASON_OF } from './parts-of-years.ts'
import { capital, type Pieces, WORD } from './pieces.ts'
import { readQuantity } from './quantities.ts'
import { daySpan, daysSpan, join, type Span } from './spans.ts'
import { tenseAt } from './tense.ts'
import { MANY, ONE, stretch, type TimeUnit, unitAround } from './units.ts'
import { readDayOfWeek, readWeekday, readWeekdayBeside, WEEKDAY_OF } from './weekdays.ts'

export const PARTS_OF_DAY = new Set(['morning', 'afternoon', 'evening', 'night', 'lunchtime', 'midday'])
const DAYS = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])
const PAST = new Set(['last', 'past', 'previous'])
const NEXT = new Set(['next', 'coming'])
export const RELATIVE = new Set([
  ...DAYS.keys(),
  ...PAST,
  ...NEXT,
  'this',
  'recent',
  'same',
  'that',
  'following',
  'weekend',
  'day',
])

/** A time told from the story's day or from what was named before, at a piece. */
export function readRelative(here: Here, at: number): Found | null {
  const { p } = here
  const word = p.lower[at] as string
  const by = DAYS.get(word)
  if (by !== undefined) {
    // "USA Today" and the "Today" show.
    if (p.lower[at - 1] === 'usa' || p.lower[at + 1] === 'show') return null
    return fromStory(here, at + 1, (story) => daySpan(story + by))
  }
  if (word === 'weekend') return readWeekend(here, at)
  if (word === 'day') return readDayBeside(here, at)
  if (word === 'same' || word === 'that') return readSame(here, at)
  if (word === 'following' || word === 'previous') return readNeighbour(here, at)
  if (word === 'recent') return readRecent(here, at)
  return readNamed(here, at, word) ?? (word === 'this' ? readThis(here, at) : readLastOrNext(here, at))
}

/** "Last Thursday", "next May", "this summer", "last Christmas": the word before is looked at by those who read these. */
function readNamed(here: Here, at: number, word: string): Found | null {
  const { p } = here
  const skip = word === 'this' && (p.lower[at + 1] === 'past' || p.lower[at + 1] === 'coming') ? 1 : 0
  const next = at + 1 + skip
  const name = p.lower[next] ?? ''
  if (WEEKDAY_OF.has(name)) return readWeekday(here, next)
  if (SEASON_OF.has(name)) return readSeason(here, next)
  if (beginsNamedDay(name) && capital(p, next)) {
    const day = readNamedDay(here, next)
    if (day !== null) return day
  }
  if (!MONTH_OF.has(name) || !capital(p, next)) return null
  const date = readMonthDate(here, next)
  return date === null ? null : resolveMonthDate(here, date)
}

/** "This morning", "this week": a week, where the sentence does not look ahead, from its Monday to the story's day. */
function readThis(here: Here, at: number): Found | null {
  const { p } = here
  const word = p.lower[at + 1] ?? ''
  // "CBS This Morning" is a programme.
  if (PARTS_OF_DAY.has(word)) return capital(p, at + 1) && at > 0 ? null : fromStory(here, at + 2, daySpan)
  if (NEXT.has(word) || word === 'past') return readLastOrNext(here, at + 1)
  const unit = ONE.get(word)
  if (unit === undefined || unit === 'hour' || unit === 'day' || unit === 'fortnight' || isCompound(p, at + 1))
    return null
  const day = unit === 'week' ? readDayOfWeek(here, at + 2, 0) : null
  if (day !== null) return day
  return fromStory(here, at + 2, (story) => {
    if (unit !== 'week') return unitAround(story, unit)
    return tenseAt(p, at, at + 2) === 'future' ? restOf(story, unit, 'later') : restOf(story, unit, 'earlier')
  })
}

/** "Earlier this week": from its beginning to the story's day; "later this year": from the day to its end. */
export function restOf(story: number, unit: TimeUnit, side: 'earlier' | 'later'): Span {
  const whole = unitAround(story, unit)
  const today = daySpan(story)
  return side === 'earlier' ? daysSpan(whole.first, story, 'week') : (join(today, daySpan(whole.last)) ?? today)
}

const isCompound = (p: Pieces, at: number) => p.lower[at + 1] === '-' && p.kind[at + 2] === WORD

const VERB_AFTER = /^(?:to|will|would|can|could|may|might|must|should|'ll|'d|not|did|does|only|usually|typically)$/

function readLastOrNext(here: Here, at: number): Found | null {
  const { p } = here
  const word = p.lower[at] as string
  const side = NEXT.has(word) ? 'next' : 'past'
  const next = p.lower[at + 1] ?? ''
  const article = p.lower[at - 1] === 'the' || p.lower[at - 1] === 'this' || p.lower[at - 1] === 'these'
  if (word === 'last' && (next === 'night' || next === 'evening'))
    return fromStory(here, at + 2, (story) => daySpan(story - 1))
  if (word === 'next' && next === 'day' && article) return beside(here, at + 2, 'day', 1)
  const unit = ONE.get(next)
  if (unit !== undefined && unit !== 'hour' && !isCompound(p, at + 1)) {
    // "The last day" and "the last century of…" are of something; "last week" is the story's.
    if (unit === 'day') return null
    if (unit === 'weekend' && (word === 'past' || word === 'coming')) {
      return fromStory(here, at + 2, (story) => weekendBeside(story, side))
    }
    if (unit !== 'century' && (word === 'past' || word === 'coming' || article || unit === 'decade')) {
      if (word === 'last' && p.lower[at + 2] === 'of') return null
      return stretched(here, at + 2, 1, unit, false, side)
    }
    const by = side === 'past' ? -1 : 1
    const day = unit === 'week' && !article ? readDayOfWeek(here, at + 2, by) : null
    return day ?? fromStory(here, at + 2, (story) => unitAround(story, unit, by))
  }
  const plain = MANY.get(next)
  if (plain !== undefined && word === 'coming') return stretched(here, at + 2, usual(plain), plain, true, side)
  const quantity = readQuantity(p, at + 1)
  if (quantity === null || quantity.unit === 'hour') return null
  // "The last two weeks of May" are May's; in "is expected to last six weeks" it is a verb.
  if (p.lower[quantity.end] === 'of' || (word === 'last' && VERB_AFTER.test(p.lower[at - 1] ?? ''))) return null
  return stretched(here, quantity.end, quantity.count, quantity.unit, quantity.vague, side)
}

function stretched(
  here: Here,
  end: number,
  count: number,
  unit: TimeUnit,
  vague: boolean,
  side: 'past' | 'next',
): Found {
  if (here.story === null) return fromStory(here, end, daySpan)
  const span = stretch(here.story, count, unit, vague, side)
  return span === null ? unresolved(end, 'outside the years that are read') : found(end, span)
}

/** "Recent days" are taken for a week, "recent weeks" for four, "recent months" and the rest for three. */
const usual = (unit: TimeUnit): number => (unit === 'day' ? 7 : unit === 'week' ? 4 : 3)

function readRecent(here: Here, at: number): Found | null {
  const unit = MANY.get(here.p.lower[at + 1] ?? '')
  if (unit === undefined || unit === 'hour') return null
  return stretched(here, at + 2, usual(unit), unit, true, 'past')
}

/** "Over the weekend", "at the weekend": the last one, or the one to come. */
function readWeekend(here: Here, at: number): Found | null {
  const { p } = here
  if (p.lower[at - 1] !== 'the' || !/^(?:over|at|on|during|for|of)$/.test(p.lower[at - 2] ?? '')) return null
  return fromStory(here, at + 1, (story) => weekendBeside(story, tenseAt(p, at, at + 1) === 'future' ? 'next' : 'past'))
}

/** The weekend of the story's week, or the one before where that has not begun. */
function weekendBeside(story: number, side: 'past' | 'next'): Span {
  const current = unitAround(story, 'weekend')
  return side === 'next' || current.first <= story ? current : unitAround(story, 'weekend', -1)
}

/** "The day after tomorrow", "the day before": a day beside another. */
function readDayBeside(here: Here, at: number): Found | null {
  const { p } = here
  const by = p.lower[at + 1] === 'after' ? 1 : p.lower[at + 1] === 'before' ? -1 : 0
  // "A day after" is read with its number.
  if (by === 0 || p.lower[at - 1] !== 'the') return null
  if (by === 1 && p.lower[at + 2] === 'tomorrow') return fromStory(here, at + 3, (story) => daySpan(story + 2))
  if (by === -1 && p.lower[at + 2] === 'yesterday') return fromStory(here, at + 3, (story) => daySpan(story - 2))
  const next = p.kind[at + 2]
  // "The day after the vote" is counted from the vote.
  if (next === WORD && p.lower[at + 2] !== 'and' && p.lower[at + 2] !== 'in') return unresolved(at + 2, ELSEWHERE)
  return beside(here, at + 2, 'day', by)
}

const REFERS = new Set(['day', 'week', 'weekend', 'month', 'year', 'decade'])

/** "The same day", "that night", "that year": what was named before. */
function readSame(here: Here, at: number): Found | null {
  const { p } = here
  const next = p.lower[at + 1] ?? ''
  if (PARTS_OF_DAY.has(next) && next !== 'lunchtime') return beside(here, at + 2, 'day', 0)
  if (!REFERS.has(next) || isCompound(p, at + 1)) return null
  return beside(here, at + 2, next as TimeUnit, 0)
}

/** "The following day", "the previous year". */
function readNeighbour(here: Here, at: number): Found | null {
  const { p } = here
  const next = p.lower[at + 1] ?? ''
  if (WEEKDAY_OF.has(next) && capital(p, at + 1)) {
    const near = dayJustBefore(here, at) ?? (here.before?.block === here.block ? here.before.span : null)
    return readWeekdayBeside(
      here,
      at + 1,
      p.lower[at] as 'previous' | 'following',
      near?.first === near?.last ? (near?.first ?? null) : null,
    )
  }
  if (p.lower[at - 1] !== 'the' || !REFERS.has(next) || isCompound(p, at + 1)) return null
  return beside(here, at + 2, next as TimeUnit, p.lower[at] === 'following' ? 1 : -1)
}

/** The unit around what was resolved last, or `by` of them on; it has to be as exact as that unit. */
export function beside(here: Here, end: number, unit: TimeUnit, by: number): Found {
  const near = justBefore(here)
  // "On May 3 he left for the 2012 Games. That day …": a day is meant, and the year is none.
  const span = unit === 'day' && near?.first !== near?.last ? dayJustBefore(here, end) : near
  const why = `which ${unit} is meant is not said near it`
  if (span === null) return unresolved(end, why)
  const [first, last] = [calendarDay(span.first), calendarDay(span.last)]
  const fits =
    unit === 'year' || unit === 'decade'
      ? first.year === last.year
      : unit === 'month'
        ? first.year === last.year && first.month === last.month
        : unit === 'day'
          ? span.first === span.last
          : span.last - span.first < 7
  return fits ? found(end, unitAround(span.first, unit, by)) : unresolved(end, why)
}
