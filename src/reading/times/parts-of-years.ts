/** Seasons, quarters and halves: "spring of 1994", "last summer", "third quarter of 2017", "Q3 2017", "first half of 2016". */
import { calendarDay } from './calendar.ts'
import { type Found, found, fromStory, type Here } from './here.ts'
import { readYear } from './months.ts'
import { glued, type Pieces } from './pieces.ts'
import { monthsSpan, seasonSpan, seasonYear } from './spans.ts'
import { tenseAt } from './tense.ts'

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

/** A quarter or half with its year; without one it is part of a match as often as of a year. */
export function readQuarter(here: Here, at: number): Found | null {
  const { p } = here
  const word = p.lower[at] as string
  const short = /^q[1-4]$/.test(word) ? Number(word[1]) : null
  const named = short ?? quarterNumber(p, at)
  if (named === null) return null
  let end = short !== null ? at + 1 : at + (p.lower[at + 1] === 'quarter' || p.lower[at + 1] === 'half' ? 2 : 3)
  const halves = short === null && p.lower[end - 1] === 'half'
  if (halves && named > 2 && word !== 'last' && word !== 'final') return null
  const dated = readYearAfter(here, end)
  if (dated === null) return null
  end = dated.end
  const which = halves ? Math.min(named, 2) : named
  const months = halves ? 6 : 3
  const span = (year: number) => monthsSpan(year, (which - 1) * months + 1, year, which * months)
  return dated.year === null ? fromStory(here, end, () => span(0)) : found(end, span(dated.year))
}

function quarterNumber(p: Pieces, at: number): number | null {
  const named = QUARTERS.get(p.lower[at] as string)
  if (named !== undefined) return p.lower[at + 1] === 'quarter' || p.lower[at + 1] === 'half' ? named : null
  // "3rd quarter"
  const figure =
    /^[1-4]$/.test(p.lower[at] as string) && glued(p, at + 1) && /^(?:st|nd|rd|th)$/.test(p.lower[at + 1] ?? '')
  return figure && (p.lower[at + 2] === 'quarter' || p.lower[at + 2] === 'half') ? Number(p.lower[at]) : null
}
