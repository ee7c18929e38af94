/** The day a page is of: what it states, what follows from that, and what has to be asked. */
import { exchangeMessages as m } from '../../../messages/index.ts'
import type { DateFound } from '../page.ts'
import { type Day, daysIn, isCalendarDay, isoOf, statedDay } from './days.ts'
import { type FigureOrder, figureOrder, monthNamed } from './months.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'

const DAY_MONTH = new RegExp(`\\b(?:on )?(?:${MONTH} ${DAY}|${DAY} (?:of )?${MONTH})\\b(?!,? \\d{4})`, 'gi')
const A_DAY = 86_400_000
const YEARS = /\b(19|20)\d{2}\b/g

interface DayOfYear {
  /** 1 to 12. */
  month: number
  day: number
}

/** What is known besides a page's words. */
export interface DateHints {
  /** A date that the page gives for machines, in any form. */
  stated?: string
  /** One that only may be the story's: when it was changed, a line that may belong to something else. */
  likely?: string
  /** BCP 47, for days in figures; empty where it is not known. */
  language?: string
}

/** `parts` are the page's paragraphs, those that are most about the day first: a date line, the caption, the body. */
export function findPageDate(parts: readonly string[], now: number, hints: DateHints = {}): DateFound {
  const order = figureOrder(hints.language ?? '')
  const past = (day: Day | null): Day | null => (day && isoOf(day) <= isoOfTime(now + A_DAY) ? day : null)
  const stated = past(statedDay(hints.stated ?? '', order))
  const line = stated ?? past(firstOf(parts.slice(0, 3), (part) => dayOfLine(part, order)))
  if (line) return { edtf: isoOf(line), sure: true, sentences: [m.given(line)] }
  const likely = past(statedDay(hints.likely ?? '', order))
  if (likely) return unsure(likely, m.perhaps(likely))

  const text = parts.join('\n').slice(0, 50_000)
  const weekday = firstWeekday(text)
  const partial = firstDayMonth(text)
  if (partial) return withoutYear(partial, weekday, text, now)
  const full = daysIn(text, order).find((day) => isoOf(day) <= isoOfTime(now))
  if (full) return unsure(full, m.firstMentioned(full))
  if (weekday !== null) {
    return { edtf: '', sure: false, sentences: [m.onlyWeekday(weekday), m.giveDate] }
  }
  return { edtf: '', sure: false, sentences: [m.noDate] }
}

const unsure = (day: Day, sentence: string): DateFound => ({
  edtf: `${isoOf(day)}?`,
  sure: false,
  sentences: [sentence],
})

/** A day without its year: the latest year not after now in which the weekday fits and nothing in the text lies ahead. */
function withoutYear(found: DayOfYear, weekday: number | null, text: string, now: number): DateFound {
  const known = m.withoutYear(found, weekday)
  const latestNamed = Math.max(
    0,
    ...(text.match(YEARS) ?? []).map(Number).filter((year) => year <= new Date(now).getUTCFullYear()),
  )
  const thisYear = new Date(now).getUTCFullYear()
  for (let year = thisYear; year > thisYear - 30; year--) {
    const at = Date.UTC(year, found.month - 1, found.day)
    const exists = new Date(at).getUTCDate() === found.day
    if (!exists || at > now || (weekday !== null && new Date(at).getUTCDay() !== weekday)) continue
    if (year < latestNamed) break
    const day = { ...found, year }
    const past = latestNamed > 0 && latestNamed < year ? latestNamed : null
    return {
      edtf: isoOf(day).replace('-', '?-'),
      sure: false,
      sentences: [known, m.likelyYear(year, weekday, past)],
    }
  }
  return {
    edtf: `XXXX-${pad(found.month)}-${pad(found.day)}`,
    sure: false,
    sentences: [known, m.noYear],
  }
}

/**
 * The day of a paragraph that is a date and little else: "Published: Thursday,
 * May 16, 2024 at 9:30 am", "Von Jo, 16.05.2024, 9.30 Uhr". Null for any other.
 */
export function dayOfLine(line: string, order: FigureOrder): Day | null {
  if (line.length > 120) return null
  const [day] = daysIn(line, order)
  if (!day) return null
  const rest = `${line.slice(0, day.from)} ${line.slice(day.to)}`.replace(AROUND, '')
  return rest.trim().length <= 40 ? day : null
}

/** What stands around a date: when it is said again what it is, the hour, marks. */
const AROUND =
  /(?<!\p{L})(published|updated|posted|by|on|at|last|modified|first|date|[ap]\.?m\.?|[a-z]{2,4}t|gmt|utc|(sun|mon|tues|wednes|thurs|fri|satur)day|veröffentlicht|aktualisiert|stand|uhr|erstellt|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|opublikowano|gepubliceerd|опубликовано|опубліковано)(?!\p{L})|[\d:.,|–—-]/giu

function firstOf<T, R>(items: readonly T[], of: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = of(item)
    if (found !== null) return found
  }
  return null
}

function firstDayMonth(text: string): DayOfYear | null {
  for (const match of text.matchAll(DAY_MONTH)) {
    const [whole, month1, day1, day2, month2] = match
    const name = month1 ?? month2 ?? ''
    // "may 3" and "march 5" in lower case are a verb before a number more often than a day.
    if (/^(may|march)$/.test(name) && whole === whole.toLowerCase()) continue
    const day = { month: monthNamed(name), day: Number(day1 ?? day2) }
    if (isCalendarDay({ ...day, year: 2000 })) return day
  }
  return null
}

function firstWeekday(text: string): number | null {
  const match = /\b(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b/.exec(text)
  return match ? WEEKDAYS.indexOf((match[1] as string).toLowerCase()) : null
}

const pad = (n: number) => String(n).padStart(2, '0')
const isoOfTime = (at: number): string => new Date(at).toISOString().slice(0, 10)
