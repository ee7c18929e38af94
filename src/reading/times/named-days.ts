/** Days with names of their own: "Christmas Day", "Easter Monday", "the Fourth of July", "Election Day 2016". */
import { calendarDay, dayNumber, easter, nthWeekday } from './calendar.ts'
import { type Found, found, type Here, NO_DAY, unresolved } from './here.ts'
import { readYearAfter } from './parts-of-years.ts'
import { capital, type Pieces } from './pieces.ts'
import { daySpan } from './spans.ts'
import { tenseAt } from './tense.ts'

type DayIn = (year: number) => number | null

const fixed =
  (month: number, day: number): DayIn =>
  (year) =>
    dayNumber(year, month, day)
const nth =
  (month: number, weekday: number, n: number, plus = 0): DayIn =>
  (year) =>
    nthWeekday(year, month, weekday, n) + plus
const fromEaster =
  (plus: number): DayIn =>
  (year) =>
    easter(year) + plus
/** Every second year, on the Tuesday after the first Monday in November. */
const electionDay: DayIn = (year) => (year % 2 === 0 ? nthWeekday(year, 11, 0, 1) + 1 : null)

/**
 * By their words, "'" for every apostrophe. Where countries differ, the day of the
 * United States, because that is where the name is used without saying so; names
 * that mean different days in different countries ("Labour Day", "Mother's Day")
 * are left out.
 */
const DAYS: [string, DayIn][] = [
  ['christmas day', fixed(12, 25)],
  ['christmas eve', fixed(12, 24)],
  ['christmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ["new year 's day", fixed(1, 1)],
  ["new year 's eve", fixed(12, 31)],
  ["valentine 's day", fixed(2, 14)],
  ["st patrick 's day", fixed(3, 17)],
  ["st . patrick 's day", fixed(3, 17)],
  ['groundhog day', fixed(2, 2)],
  ['earth day', fixed(4, 22)],
  ['anzac day', fixed(4, 25)],
  ['may day', fixed(5, 1)],
  ['juneteenth', fixed(6, 19)],
  ['canada day', fixed(7, 1)],
  ['fourth of july', fixed(7, 4)],
  ['4 th of july', fixed(7, 4)],
  ['july fourth', fixed(7, 4)],
  ['july 4 th', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['halloween', fixed(10, 31)],
  ['bonfire night', fixed(11, 5)],
  ['guy fawkes night', fixed(11, 5)],
  ['armistice day', fixed(11, 11)],
  ['veterans day', fixed(11, 11)],
  ['d - day', (year) => (year === 1944 ? dayNumber(1944, 6, 6) : null)],
  ['labor day', nth(9, 0, 1)],
  ['memorial day', nth(5, 0, -1)],
  ["presidents ' day", nth(2, 0, 3)],
  ['presidents day', nth(2, 0, 3)],
  ['martin luther king day', nth(1, 0, 3)],
  ['columbus day', nth(10, 0, 2)],
  ["father 's day", nth(6, 6, 3)],
  ['thanksgiving day', nth(11, 3, 4)],
  ['thanksgiving', nth(11, 3, 4)],
  ['black friday', nth(11, 3, 4, 1)],
  ['cyber monday', nth(11, 3, 4, 4)],
  ['inauguration day', (year) => (year % 4 === 1 ? dayNumber(year, 1, 20) : null)],
  ['election day', electionDay],
  ['ash wednesday', fromEaster(-46)],
  ['palm sunday', fromEaster(-7)],
  ['good friday', fromEaster(-2)],
  ['easter sunday', fromEaster(0)],
  ['easter monday', fromEaster(1)],
  ['easter day', fromEaster(0)],
  ['easter', fromEaster(0)],
  ['pentecost', fromEaster(49)],
  ['whit monday', fromEaster(50)],
]
/** Those that are as often a kind of tree, card or table; they need a preposition and nothing that they describe. */
const SEASONAL = new Set(['christmas', 'easter', 'thanksgiving', 'halloween'])
const BEFORE = new Set('at by before after until till since on last next this around over of every'.split(' '))

const byFirst = new Map<string, { words: string[]; day: DayIn }[]>()
for (const [name, day] of DAYS) {
  const words = name.split(' ')
  const list = byFirst.get(words[0] as string) ?? []
  list.push({ words, day })
  byFirst.set(words[0] as string, list)
}
for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)

/** Words that a named day begins with. */
export const NAMED_DAY_WORDS: readonly string[] = [...byFirst.keys()]
export const beginsNamedDay = (word: string): boolean => byFirst.has(word)

/** A named day at a piece: of the year that follows it ("2016", "last year"), after "last" or "next", or the nearest by tense. */
export function readNamedDay(here: Here, at: number): Found | null {
  const { p } = here
  const named = byFirst
    .get(p.lower[at] as string)
    ?.find(({ words }) => words.every((word, i) => p.lower[at + i] === word))
  if (!named || !(capital(p, at) || /^\d/.test(p.lower[at] as string))) return null
  const end = at + named.words.length
  const before = p.lower[at - 1] ?? ''
  const dated = readYearAfter(here, end)
  if (dated !== null) {
    if (dated.year === null) return unresolved(dated.end, NO_DAY)
    const day = named.day(dated.year)
    return day === null ? unresolved(dated.end, 'that year has no such day') : found(dated.end, daySpan(day))
  }
  if (named.words.length === 1 && SEASONAL.has(named.words[0] as string) && !standsAlone(p, at, end)) return null
  if (p.lower[at] === 'd') return found(end, daySpan(dayNumber(1944, 6, 6)))
  if (here.story === null) return unresolved(end, NO_DAY)
  const day = nearest(here.story, named.day, before, tenseAt(p, at, end))
  return day === null ? null : found(end, daySpan(day))
}

const standsAlone = (p: Pieces, at: number, end: number) =>
  BEFORE.has(p.lower[at - 1] ?? '') && p.lower[at - 1] !== 'every' && !/^(?:[a-z]{2,}|'s)$/.test(afterwards(p, end))

/** The word after, where it would be described by the day's name: a word in lower case that is no preposition. */
function afterwards(p: Pieces, end: number): string {
  const word = p.lower[end] ?? ''
  return /^(?:in|at|on|and|or|with|because|when|but|for|as|he|she|they|we|the|was|is|will|to|from|after)$/.test(word)
    ? ''
    : word
}

function nearest(story: number, dayIn: DayIn, before: string, tense: 'past' | 'future' | 'none'): number | null {
  const { year } = calendarDay(story)
  const days = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((by) => dayIn(year + by)).filter((day) => day !== null)
  const past = days.filter((day) => (before === 'last' ? day < story : day <= story)).at(-1) ?? null
  const next = days.find((day) => (before === 'next' ? day > story : day >= story)) ?? null
  if (before === 'last' || before === 'since') return past
  if (before === 'next' || before === 'until') return next
  if (before === 'this') return dayIn(year)
  if (past === null || next === null) return past ?? next
  const nearer = story - past <= next - story ? past : next
  const byTense = tense === 'past' ? past : tense === 'future' ? next : nearer
  // As with other days: over eight months off, the nearer one is meant.
  return Math.abs(byTense - story) > 240 ? nearer : byTense
}
