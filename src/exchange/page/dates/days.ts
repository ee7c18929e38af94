/** The days that a text names with their year, in words of many languages or in figures that can be read one way only. */
import { type FigureOrder, monthNamed } from './months.ts'

export interface Day {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

export interface NamedDay extends Day {
  /** Where its words begin and end in the text, in code units. */
  from: number
  to: number
}

const NAME = '(\\p{L}[\\p{L}\\p{M}]{2,14})'
const YEAR = '((?:19|20)\\d{2})(?!\\d)'
const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])'
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?'

/** 16 May 2024, 16th of May, 2024, 16. Mai 2024, 1er mai 2024, 16 de mayo de 2024, 16-May-2024 */
const DAY_NAME_YEAR = new RegExp(
  `${BEFORE}(\\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[ -]{0,2}(?:(?:of|de|di) )?${NAME}\\.?,?[ -]{1,2}(?:del? )?${YEAR}`,
  'giu',
)
/** May 16, 2024, and with the time between them, as programs write it: May 16 09:30:00 CET 2024 */
const NAME_DAY_YEAR = new RegExp(
  `(?<![\\p{L}\\p{M}])${NAME}\\.? (\\d{1,2})(?:st|nd|rd|th)?,?(?: ${TIME}(?: [A-Z]{1,5}| [+-]\\d{4})?)? ${YEAR}`,
  'giu',
)
/** 2024-05-16, 2024/5/16, 20240516, 2024年5月16日 */
const YEAR_FIRST =
  /(?<![\p{L}\p{N}.-])((?:19|20)\d{2})(?:[-/.](\d{1,2})[-/.](\d{1,2})|\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]|(\d{2})(\d{2}))(?!\d)/gu
/** 16.05.2024, 16.5.24: with points the day is first in every language. */
const POINTS = new RegExp(`(?<![\\p{L}\\p{N}.,])(\\d{1,2})\\. ?(\\d{1,2})\\. ?(?:${YEAR}|(\\d{2})(?![\\d.,]))`, 'gu')
/** 16/05/2024, 5-16-2024 */
const STROKES = new RegExp(`(?<![\\p{L}\\p{N}./-])(\\d{1,2})[/-](\\d{1,2})[/-]${YEAR}`, 'gu')

/** In the order of the text. `order`: how 4/5/2026 is to be read; null leaves such days out. */
export function daysIn(text: string, order: FigureOrder): NamedDay[] {
  if (!/\d/.test(text)) return []
  const found: NamedDay[] = []
  const plain = text.replace(/[\u00a0\u202f\u2009\t\n]/g, ' ').replace(/[٠-٩۰-۹]/g, latinFigure)
  const add = (match: RegExpMatchArray, year: number, month: number, day: number) => {
    const from = match.index ?? 0
    if (isCalendarDay({ year, month, day })) found.push({ year, month, day, from, to: from + match[0].length })
  }
  for (const match of plain.matchAll(DAY_NAME_YEAR))
    add(match, Number(match[3]), monthNamed(match[2] as string), Number(match[1]))
  for (const match of plain.matchAll(NAME_DAY_YEAR))
    add(match, Number(match[3]), monthNamed(match[1] as string), Number(match[2]))
  for (const match of plain.matchAll(YEAR_FIRST))
    add(match, Number(match[1]), Number(match[2] ?? match[4] ?? match[6]), Number(match[3] ?? match[5] ?? match[7]))
  for (const match of plain.matchAll(POINTS))
    add(match, Number(match[3] ?? `20${match[4]}`), Number(match[2]), Number(match[1]))
  for (const match of plain.matchAll(STROKES)) {
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (second > 12 || (order === 'month-first' && first <= 12)) add(match, Number(match[3]), first, second)
    else if (first > 12 || first === second || order === 'day-first') add(match, Number(match[3]), second, first)
  }
  return found.sort((a, b) => a.from - b.from)
}

/**
 * A date that a page gives for machines, in any of the forms that are met:
 * ISO 8601, RFC 2822, what Java and JavaScript print, seconds or milliseconds
 * since the epoch, figures. Null where it is none.
 */
export function statedDay(stated: string, order: FigureOrder): Day | null {
  const text = stated.trim().slice(0, 200)
  if (/^1\d{9}(\d{3})?$/.test(text)) {
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1))
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
  }
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text)
  if (iso) {
    const day = { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
    return isCalendarDay(day) ? day : null
  }
  return daysIn(text, order)[0] ?? null
}

/** Whether there is such a day in the calendar, in the years that a news page may speak of. */
export function isCalendarDay({ year, month, day }: Day): boolean {
  const at = new Date(Date.UTC(year, month - 1, day))
  return year >= 1600 && year < 2100 && month >= 1 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

export const isoOf = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`
const two = (n: number) => String(n).padStart(2, '0')

const latinFigure = (figure: string): string => String((figure.codePointAt(0) as number) & 15)
