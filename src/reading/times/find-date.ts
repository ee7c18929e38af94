/** The day a text is of, where it says so itself. */
import type { ReadingBlock } from '../reading.ts'
import { dayNumber, isDay, isoDay, weekdayOf } from './calendar.ts'
import { readFigureDate } from './figures.ts'
import type { Here } from './here.ts'
import { type MonthDate, readMonthDate, readYear } from './months.ts'
import { capital, MARK, NUMBER, type Pieces, piecesOf, startsSentence, WORD } from './pieces.ts'
import { WEEKDAY_OF } from './weekdays.ts'

/** A date line is a short block: "Published: Thursday, May 16, 2024 at 9:30 am". */
const LONGEST_LINE = 160
/** Words that a date line may have beside its date; up to so many others ("By Jo Field") are let pass. */
const LINE_WORDS = new Set(
  'published updated posted last modified first date on at by am pm a p m et est edt gmt bst utc t z of the'.split(' '),
)
const OTHER_WORDS = 5
const NO_LINES = new Set<ReadingBlock['kind']>(['headline', 'standfirst', 'heading'])
/** How many blocks at the head are looked at for a day without its year, and how many years after the latest named. */
const [HEAD, YEARS_ON] = [6, 2]

interface DayFound {
  day: number
  from: number
  end: number
}

/**
 * The day that a text is of, YYYY-MM-DD, or null where it does not say it safely:
 * a date line ("Published 2024-05-16"; one that says "updated" counts only where
 * there is no other); the dateline of its first sentence ("LONDON, 16 May 2024 —");
 * or a day without its year near the head ("May 16" in a caption), where the text
 * names exactly one weekday ("Thursday") and that day was one in the year that is
 * the latest it names or in one of the two after. A full date in the middle of a
 * sentence is what the story speaks of, not its own.
 */
export function findDate(blocks: readonly ReadingBlock[]): string | null {
  const cut = blocks.map(piecesOf)
  // A headline ("Results of 8 November 2016") has as few words as a date line, and speaks of any day.
  const isLine = (p: Pieces, at: number) =>
    p.text.length <= LONGEST_LINE && !NO_LINES.has((blocks[at] as ReadingBlock).kind)
  const lines = cut.filter(isLine).flatMap((p) => dateLine(p) ?? [])
  const line = lines.find(({ updated }) => !updated) ?? lines[0]
  if (line) return isoDay(line.day)
  const head = cut.slice(0, HEAD)
  for (const p of head) {
    const day = dateline(p)
    if (day !== null) return isoDay(day)
  }
  return withoutYear(cut, head)
}

const alone = (p: Pieces): Here => ({ p, story: null, before: null, day: null, block: 0, namesakes: new Set() })

/** The first full date among the first pieces of a text. */
function firstDay(p: Pieces, until: number): DayFound | null {
  const here = alone(p)
  for (let at = 0; at < Math.min(until, p.count); at++) {
    const date = readMonthDate(here, at)
    if (date !== null && date.year !== null && date.day !== null && date.day === date.toDay) {
      return isDay(date.year, date.month, date.day)
        ? { day: dayNumber(date.year, date.month, date.day), from: at, end: date.end }
        : null
    }
    if (p.kind[at] !== NUMBER) continue
    const figures = readFigureDate(here, at)
    if (figures?.span?.unit === 'day' && p.lower[at + 1] !== '/')
      return { day: figures.span.first, from: at, end: figures.end }
  }
  return null
}

function dateLine(p: Pieces): { day: number; updated: boolean } | null {
  const found = firstDay(p, p.count)
  if (found === null) return null
  let others = 0
  for (let at = 0; at < p.count; at++) {
    if (at >= found.from && at < found.end) continue
    const word = p.lower[at] as string
    if (p.kind[at] !== WORD || LINE_WORDS.has(word) || WEEKDAY_OF.has(word)) continue
    // Words in lower case make a sentence, and a sentence is no date line.
    if (!capital(p, at) || ++others > OTHER_WORDS) return null
  }
  return { day: found.day, updated: p.lower.includes('updated') || p.lower.includes('modified') }
}

/** "LONDON, May 16, 2024 (Agency) —": a place in capitals, the date, and a dash, bracket or colon. */
function dateline(p: Pieces): number | null {
  if (p.count === 0 || p.kind[0] !== WORD) return null
  const first = p.text.slice(p.from[0] as number, p.to[0] as number)
  const found = firstDay(p, 10)
  if (first.length < 2 || first !== first.toUpperCase() || found === null || found.from === 0) return null
  for (let at = 0; at < found.from; at++) if (p.kind[at] === WORD && !capital(p, at)) return null
  return /^[—\-(:]$/.test(p.lower[found.end] ?? '') ? found.day : null
}

function withoutYear(cut: readonly Pieces[], head: readonly Pieces[]): string | null {
  const date = head.flatMap((p) => dayOfMonth(p) ?? [])[0]
  const weekdays = new Set(cut.flatMap(weekdaysIn))
  const latest = cut.flatMap(yearsIn).reduce((most, year) => Math.max(most, year), 0)
  if (date === undefined || date.day === null || weekdays.size !== 1 || latest === 0) return null
  const [weekday] = weekdays
  for (let year = latest; year <= latest + YEARS_ON; year++) {
    if (!isDay(year, date.month, date.day)) continue
    const day = dayNumber(year, date.month, date.day)
    if (weekdayOf(day) === weekday) return isoDay(day)
  }
  return null
}

function dayOfMonth(p: Pieces): MonthDate | null {
  const here = alone(p)
  for (let at = 0; at < p.count; at++) {
    const date = readMonthDate(here, at)
    if (date !== null && date.day !== null && date.day === date.toDay && date.year === null && date.shift === null)
      return date
  }
  return null
}

function weekdaysIn(p: Pieces): number[] {
  const found: number[] = []
  for (let at = 0; at < p.count; at++) {
    const word = p.lower[at] as string
    const weekday = word.length > 5 && p.kind[at] !== MARK ? WEEKDAY_OF.get(word) : undefined
    if (weekday !== undefined) found.push(weekday)
  }
  return found
}

function yearsIn(p: Pieces): number[] {
  const found: number[] = []
  for (let at = 0; at < p.count; at++) {
    const year = readYear(p, at)
    if (year === null || year < 1900 || year > 2099) continue
    // A year stands after a preposition or its month; others may be counts.
    if (
      /^(?:in|since|of|until|by|the|from|to)$/.test(p.lower[at - 1] ?? '') ||
      capital(p, at - 1) ||
      startsSentence(p, at)
    ) {
      found.push(year)
    }
  }
  return found
}
