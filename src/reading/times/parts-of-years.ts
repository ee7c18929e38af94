/** Seasons, quarters and halves: "spring of 1994", "last summer", "third quarter of 2017", "Q3 2017", "first half of 2016". */
import { addMonths, calendarDay } from './calendar.ts'
import { type Found, found, fromStory, type Here } from './here.ts'
import { readYear } from './months.ts'
import { capital, glued, type Pieces } from './pieces.ts'
import { monthsSpan, type Span, seasonSpan, seasonYear } from './spans.ts'
import { type Tense, tenseAt } from './tense.ts'

export const SEASON_OF = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
])

const YEAR_BY = new Map([
  ['last', -1],
  ['this', 0],
  ['the', 0],
  ['next', 1],
])

/** A year after a named day, "quarter" or a season: "of 2017", "2017", ", 2017", "of last year", "last year"; the piece after it. */
export function readYearAfter(here: Here, at: number): { end: number; year: number | null } | null {
  const { p } = here
  const start = p.lower[at] === 'of' || p.lower[at] === ',' ? at + 1 : at
  const year = readYear(p, start)
  if (year !== null) return { end: start + 1, year }
  const by = YEAR_BY.get(p.lower[start] ?? '')
  // "On Boxing Day, last year's winner came back" and "spring, the year of…" say nothing of the day's or season's year.
  const own = p.lower[at] === ',' || p.lower[start + 2] === "'s" || (p.lower[start] === 'the' && p.lower[at] !== 'of')
  if (by === undefined || p.lower[start + 1] !== 'year' || own) return null
  return { end: start + 2, year: here.story === null ? null : calendarDay(here.story).year + by }
}

/** A season: with its year, after "last", "this" or "next", or after "in the" by tense. */
export function readSeason(here: Here, at: number): Found | null {
  const { p } = here
  const word = p.lower[at] as string
  const season = SEASON_OF.get(word)
  if (season === undefined) return null
  const dated = readYearAfter(here, at + 1)
  if (dated !== null) {
    const { end, year } = dated
    return year === null ? fromStory(here, end, () => seasonSpan(0, season)) : found(end, seasonSpan(year, season))
  }
  const before = p.lower[at - 1] ?? ''
  const earlier = p.lower[at - 2] ?? ''
  const said = before === 'last' || before === 'this' || before === 'next' || before === 'past'
  const inThe = before === 'in' || (before === 'the' && (earlier === 'in' || earlier === 'during' || earlier === 'by'))
  // "In the fall of Kabul", "in spring-loaded", "in the summer house" are none.
  if (!said && !(inThe && !/^(?:of|-)$/.test(p.lower[at + 1] ?? ''))) return null
  if (inThe && p.lower[at - 1] === 'in' && word === 'fall') return null
  return fromStory(here, at + 1, (story) => {
    const { year, month } = calendarDay(story)
    const current = seasonYear(year, month, season)
    const within = story >= seasonSpan(current, season).first && story <= seasonSpan(current, season).last
    const over = seasonSpan(current, season).last < story
    if (before === 'last' || before === 'past') return seasonSpan(over ? current : current - 1, season)
    if (before === 'next') return seasonSpan(over || within ? current + 1 : current, season)
    if (before === 'this') return seasonSpan(current, season)
    const tense = tenseAt(p, at, at + 1)
    return seasonSpan(
      over && tense === 'future' ? current + 1 : !over && !within && tense === 'past' ? current - 1 : current,
      season,
    )
  })
}

const QUARTERS = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['final', 4],
  ['last', 4],
])

/** A quarter or half with its year; without one it is part of a match as often as of a year, but for "Q3" and "next quarter". */
export function readQuarter(here: Here, at: number): Found | null {
  const { p } = here
  const word = p.lower[at] as string
  const beside = readQuarterBeside(here, at)
  if (beside !== null) return beside
  const short = /^q[1-4]$|^h[12]$/.test(word) && capital(p, at) ? Number(word[1]) : null
  const named = short ?? quarterNumber(p, at)
  if (named === null) return null
  let end = short !== null ? at + 1 : at + (p.lower[at + 1] === 'quarter' || p.lower[at + 1] === 'half' ? 2 : 3)
  const halves = short === null ? p.lower[end - 1] === 'half' : word.startsWith('h')
  if (halves && named > 2 && word !== 'last' && word !== 'final') return null
  const dated = readYearAfter(here, end) ?? shortYear(here, end)
  const which = halves ? Math.min(named, 2) : named
  const months = halves ? 6 : 3
  const span = (year: number) => monthsSpan(year, (which - 1) * months + 1, year, which * months)
  if (dated === null) {
    if (short === null || !BEFORE_SHORT.test(p.lower[at - 1] ?? '')) return null
    return fromStory(here, end, (story) => nearestOf(story, span, tenseAt(p, at, end)))
  }
  end = dated.end
  return dated.year === null ? fromStory(here, end, () => span(0)) : found(end, span(dated.year))
}

/** "Q3’26", "H1 '26" */
function shortYear({ p, story }: Here, at: number): { end: number; year: number | null } | null {
  if (!/^['‘’]$/.test(p.lower[at] ?? '') || !/^\d\d$/.test(p.lower[at + 1] ?? '') || !glued(p, at + 1)) return null
  const year = story === null ? null : Math.floor(calendarDay(story).year / 100) * 100 + Number(p.lower[at + 1])
  return { end: at + 2, year }
}

/** What stands before "Q3" and "H1" where they are times: "Q1" alone may be a question. */
const BEFORE_SHORT = /^(?:in|for|of|during|by|from|since|until|to|after|before|and|this|the|over|through)$/

/** The last of its kind that has begun, where the sentence looks back; the first that is not over, where it looks ahead; else the story's year's. */
function nearestOf(story: number, span: (year: number) => Span, tense: Tense): Span {
  const { year } = calendarDay(story)
  const current = span(year)
  if (tense === 'past' && current.first > story) return span(year - 1)
  return tense === 'future' && current.last < story ? span(year + 1) : current
}

/** "Last quarter", "this quarter", "next quarter": of the calendar, beside the story's own. */
function readQuarterBeside(here: Here, at: number): Found | null {
  const { p } = here
  const by = { last: -1, past: -1, previous: -1, this: 0, current: 0, next: 1, coming: 1 }[p.lower[at] as string]
  if (by === undefined || p.lower[at + 1] !== 'quarter') return null
  const after = p.lower[at + 2] ?? ''
  // "The last quarter of 2025" has its year; "the last quarter of the match" is of something else.
  if (/^(?:of|-|hour|century|mile|final|finals)$/.test(after) || readYearAfter(here, at + 2) !== null) return null
  return fromStory(here, at + 2, (story) => {
    const { year, month } = calendarDay(story)
    const first = addMonths(year, Math.floor((month - 1) / 3) * 3 + 1, 3 * by)
    return monthsSpan(first.year, first.month, first.year, first.month + 2)
  })
}

function quarterNumber(p: Pieces, at: number): number | null {
  const named = QUARTERS.get(p.lower[at] as string)
  if (named !== undefined) return p.lower[at + 1] === 'quarter' || p.lower[at + 1] === 'half' ? named : null
  // "3rd quarter"
  const figure =
    /^[1-4]$/.test(p.lower[at] as string) && glued(p, at + 1) && /^(?:st|nd|rd|th)$/.test(p.lower[at + 1] ?? '')
  return figure && (p.lower[at + 2] === 'quarter' || p.lower[at + 2] === 'half') ? Number(p.lower[at]) : null
}
