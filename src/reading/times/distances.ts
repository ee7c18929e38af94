/** "Two years ago", "a day after", "three days earlier", "two weeks from now": a number of units from some day. */
import { calendarDay } from './calendar.ts'
import { ELSEWHERE, type Found, found, fromStory, type Here, inSentence, unresolved } from './here.ts'
import type { Pieces } from './pieces.ts'
import { type Quantity, readQuantity } from './quantities.ts'
import { daySpan, type Span } from './spans.ts'
import { tenseAt } from './tense.ts'
import { MANY, pointBack, unitAround } from './units.ts'
import { readWeekdaysAway, readWeeksFrom } from './weekdays.ts'

/** Reads another expression at a piece: what "two days after Christmas" is counted from. */
type ReadOther = (here: Here, at: number) => Found | null

const LOOSELY = new Set(['about', 'around', 'nearly', 'almost', 'over', 'roughly', 'approximately', 'than', 'some'])
const NOW = new Set(['comes', 'come', 'coming', 'arrives', 'follows'])
const JUST = new Set(['just', 'only', 'barely', 'exactly', 'less', 'more', 'than'])

/** A distance from some day at a piece. A number of units alone is how long something takes, not when. */
export function readDistance(here: Here, at: number, readOther: ReadOther): Found | null {
  const { p } = here
  const plural = MANY.get(p.lower[at] ?? '')
  if (plural !== undefined) {
    return p.lower[at + 1] === 'ago' ? unresolved(at + 2, `how many ${p.lower[at]} is not said`) : null
  }
  const quantity = readQuantity(p, at)
  if (quantity === null) return readWeekdaysAway(here, at)
  const { end } = quantity
  const word = p.lower[end] ?? ''
  const weeks = quantity.unit === 'week' ? quantity.count : quantity.unit === 'fortnight' ? 2 * quantity.count : 0
  const later = weeks > 0 && Number.isInteger(weeks) && !quantity.vague ? readWeeksFrom(here, end, weeks) : null
  if (later !== null) return later
  const vague = quantity.vague || LOOSELY.has(p.lower[at - 1] ?? '')
  if (word === 'ago') return back(here, end + 1, { ...quantity, vague }, 1)
  if (word === 'from' && (p.lower[end + 1] === 'now' || p.lower[end + 1] === 'today')) {
    return back(here, end + 2, { ...quantity, vague }, -1)
  }
  // "For three days after" tells how long; hours and minutes around an event are no date.
  if (p.lower[at - 1] === 'for' || quantity.unit === 'hour') return null
  if (word === 'earlier' || word === 'later') {
    // "Two weeks later this year" does not occur; "a year earlier" is counted from a day that the sentence names.
    const anchor = inSentence(here, at)
    const day = anchor === null ? null : shifted(anchor, quantity, word === 'later' ? 1 : -1)
    return day === null ? unresolved(end + 1, ELSEWHERE) : found(end + 1, day)
  }
  if (word === 'before' || word === 'after') return readBeside(here, at, quantity, readOther)
  return null
}

/** "Will be ready in two weeks", from its "in"; in "was built in two weeks" it is how long that took. */
export function readTimeAhead(here: Here, at: number): Found | null {
  const { p } = here
  const quantity = readQuantity(p, at + 1)
  if (quantity === null || /^(?:of|ago|before|after|-)$/.test(p.lower[quantity.end] ?? '')) return null
  return looksAhead(p, at) && tenseAt(p, at, quantity.end) === 'future' ? back(here, quantity.end, quantity, -1) : null
}

/** Whether a word that looks ahead stands close before, not in another clause. */
function looksAhead(p: Pieces, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 8; i--) {
    if (/^(?:will|'ll|shall|due|scheduled|expected|would|expires?|begins?|opens?|starts?)$/.test(p.lower[i] as string))
      return true
  }
  return false
}

function back(here: Here, end: number, { count, unit, vague }: Quantity, sign: number): Found {
  if (here.story === null) return fromStory(here, end, daySpan)
  const span = pointBack(here.story, sign * count, unit, vague)
  return span === null ? unresolved(end, 'outside the years that are read') : found(end, span)
}

/** "A week before Christmas" is counted from Christmas; "comes a day after …" from the story's day; others from elsewhere. */
function readBeside(here: Here, at: number, quantity: Quantity, readOther: ReadOther): Found {
  const { p } = here
  const { end } = quantity
  const sign = p.lower[end] === 'after' ? 1 : -1
  const start = p.lower[end + 1] === 'the' ? end + 2 : end + 1
  const other = readOther(here, start)
  if (other !== null && other.span !== null) {
    const span = shifted(other.span, quantity, sign)
    if (span !== null) return found(other.end, span)
  }
  let verb = at - 1
  while (verb > at - 4 && JUST.has(p.lower[verb] ?? '')) verb--
  // What comes a day after something is the story's news: the something was the day before. Not so where the
  // block has just spoken of another day: "The board meets June 16. It comes two days after …".
  const near = here.before?.block === here.block && at - here.before.end < 40 ? here.before.span : null
  const today = near === null || near.first !== near.last || near.first === here.story
  if (NOW.has(p.lower[verb] ?? '') && today) return back(here, end + 1, quantity, sign)
  return unresolved(end + 1, ELSEWHERE)
}

/** Some units on from a span, if the span is exact enough to count them from. */
function shifted(span: Span, { count, unit, vague }: Quantity, sign: number): Span | null {
  if (span.first !== span.last) {
    const sameYear = calendarDay(span.first).year === calendarDay(span.last).year
    return unit === 'year' && Number.isInteger(count) && sameYear && count < 500
      ? unitAround(span.first, 'year', sign * count)
      : null
  }
  // Counted from a named day, weeks are exact.
  const exact =
    unit === 'week' && Number.isInteger(count) ? { count: count * 7, unit: 'day' as const } : { count, unit }
  return pointBack(span.first, -sign * exact.count, exact.unit, vague)
}
