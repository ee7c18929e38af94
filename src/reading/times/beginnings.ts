/** The words that time expressions begin with: what keeps the search for them cheap. */
import { ORDINAL_WORDS } from './figures.ts'
import { MONTH_OF } from './months.ts'
import { NAMED_DAY_WORDS } from './named-days.ts'
import { NUMBER_WORDS } from './numbers.ts'
import { SEASON_OF } from './parts-of-years.ts'
import { PARTS_OF_DAY, RELATIVE } from './relative.ts'
import type { Part } from './spans.ts'
import { MANY } from './units.ts'
import { WEEKDAY_OF } from './weekdays.ts'

export const PARTS = new Map<string, Part>([
  ['early', 'early'],
  ['mid', 'mid'],
  ['late', 'late'],
  ['beginning', 'start'],
  ['start', 'start'],
  ['middle', 'mid'],
  ['end', 'end'],
])
export const AROUND = new Set(['around', 'about', 'circa', 'roughly', 'approximately'])
export const QUANTITIES = new Set(['an', 'few', 'several', 'couple'])
export const OTHERS = new Set([
  'from',
  'between',
  'in',
  'earlier',
  'later',
  'noon',
  'midnight',
  'midday',
  'year',
  'q1',
  'q2',
  'q3',
  'q4',
  'final',
  'h1',
  'current',
  'previous',
  'h2',
  'week',
  'w',
  'thirty',
  'thirtieth',
])

/** Whether an expression may begin with this word: what keeps the search cheap for all others. */
export const mayBegin = (word: string): boolean => BEGINNINGS.has(word)

const BEGINNINGS = new Set([
  ...PARTS.keys(),
  ...AROUND,
  ...QUANTITIES,
  ...OTHERS,
  ...RELATIVE,
  ...PARTS_OF_DAY,
  ...MONTH_OF.keys(),
  ...WEEKDAY_OF.keys(),
  ...SEASON_OF.keys(),
  ...MANY.keys(),
  ...ORDINAL_WORDS,
  ...NUMBER_WORDS,
  ...NAMED_DAY_WORDS,
])
