/** The day a page is of: what it states, what follows from that, and what has to be asked. */
import type { DateFound } from './page.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'

const FULL = new RegExp(
  `\\b(?:${MONTH} ${DAY},? (\\d{4})|${DAY} (?:of )?${MONTH},? (\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))\\b`,
  'gi',
)
const DAY_MONTH = new RegExp(`\\b(?:on )?(?:${MONTH} ${DAY}|${DAY} (?:of )?${MONTH})\\b(?!,? \\d{4})`, 'gi')
const YEARS = /\b(19|20)\d{2}\b/g

interface Day {
  year: number | null
  /** 1 to 12. */
  month: number
  day: number
}

/**
 * `parts` are the page's paragraphs, those that are most about the day first
 * (a date line, the caption, the body). `stated` is a date that the page gives
 * for machines, where it does.
 */
export function findPageDate(parts: readonly string[], now: number, stated?: string): DateFound {
  const machine = stated ? readStated(stated) : null
  if (machine) return { edtf: isoOf(machine), sure: true, sentences: [`The page gives its date: ${inWords(machine)}.`] }
  const lineDay = parts
    .slice(0, 3)
    .map(dateLine)
    .find((day) => day !== null)
  if (lineDay) return { edtf: isoOf(lineDay), sure: true, sentences: [`The page gives its date: ${inWords(lineDay)}.`] }

  const text = parts.join('\n').slice(0, 50_000)
  const weekday = firstWeekday(text)
  const partial = firstDayMonth(text)
  if (partial) return withoutYear(partial, weekday, text, now)
  const full = [...text.matchAll(FULL)].map(toFull).find((day) => day !== null && isoOf(day) <= isoOfTime(now))
  if (full) {
    return {
      edtf: `${isoOf(full)}?`,
      sure: false,
      sentences: [
        `The page does not give its own date; the first day that it speaks of is ${inWords(full)}. Please check whether it is of that day.`,
      ],
    }
  }
  if (weekday !== null) {
    return {
      edtf: '',
      sure: false,
      sentences: [
        `The page speaks of a ${capital(WEEKDAYS[weekday] as string)}, but of no date.`,
        'Please give the date when you publish it, or it will be dated today.',
      ],
    }
  }
  return {
    edtf: '',
    sure: false,
    sentences: ['The page gives no date. Please give one when you publish it, or it will be dated today.'],
  }
}

/** A day without its year: the latest year not after now in which the weekday fits and nothing in the text lies ahead. */
function withoutYear(found: Day, weekday: number | null, text: string, now: number): DateFound {
  const known = `The page gives the day, ${found.day} ${capital(MONTHS[found.month - 1] as string)}${weekday === null ? '' : `, a ${capital(WEEKDAYS[weekday] as string)}`}, but not the year.`
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
    const because =
      weekday === null
        ? 'is the latest that has had that day'
        : `is the latest in which that day was a ${capital(WEEKDAYS[weekday] as string)}`
    const after = latestNamed > 0 && latestNamed < year ? `, and the text speaks of ${latestNamed} as past` : ''
    return {
      edtf: isoOf(day).replace('-', '?-'),
      sure: false,
      sentences: [known, `The year ${year} ${because}${after}. Please check it.`],
    }
  }
  return {
    edtf: `XXXX-${pad(found.month)}-${pad(found.day)}`,
    sure: false,
    sentences: [known, 'No year fits that day and weekday. Please give the date when you publish it.'],
  }
}

/** A paragraph that is a date and little else: "Published: Thursday, May 16, 2024 at 9:30 am", "Posted by Jo on 2024-05-16". */
function dateLine(part: string): Day | null {
  if (part.length > 120) return null
  const match = [...part.matchAll(FULL)][0]
  if (!match) return null
  const rest = part
    .replace(match[0], '')
    .replace(
      /\b(published|updated|posted|by|on|at|last|modified|first|date|[ap]\.?m\.?|[a-z]{2,4}t|gmt|utc|(sun|mon|tues|wednes|thurs|fri|satur)day)\b|[\d:.,|–—-]/gi,
      '',
    )
  return rest.trim().length <= 40 ? toFull(match) : null
}

function readStated(stated: string): Day | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(stated.trim())
  if (iso) return valid({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  const match = [...stated.matchAll(FULL)][0]
  return match ? toFull(match) : null
}

function toFull(match: RegExpMatchArray): Day | null {
  const [, month1, day1, year1, day2, month2, year2, year3, month3, day3] = match
  if (year3) return valid({ year: Number(year3), month: Number(month3), day: Number(day3) })
  return valid({ year: Number(year1 ?? year2), month: monthOf(month1 ?? month2 ?? ''), day: Number(day1 ?? day2) })
}

function firstDayMonth(text: string): Day | null {
  for (const match of text.matchAll(DAY_MONTH)) {
    const [whole, month1, day1, day2, month2] = match
    const name = month1 ?? month2 ?? ''
    // "may 3" and "march 5" in lower case are a verb before a number more often than a day.
    if (/^(may|march)$/.test(name) && whole === whole.toLowerCase()) continue
    const day = valid({ year: null, month: monthOf(name), day: Number(day1 ?? day2) })
    if (day) return day
  }
  return null
}

function firstWeekday(text: string): number | null {
  const match = /\b(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b/.exec(text)
  return match ? WEEKDAYS.indexOf((match[1] as string).toLowerCase()) : null
}

const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1

function valid(day: Day): Day | null {
  const at = new Date(Date.UTC(day.year ?? 2000, day.month - 1, day.day))
  return day.month >= 1 && at.getUTCMonth() === day.month - 1 && at.getUTCDate() === day.day ? day : null
}

const pad = (n: number) => String(n).padStart(2, '0')
const isoOf = (day: Day): string => `${day.year}-${pad(day.month)}-${pad(day.day)}`
const isoOfTime = (at: number): string => new Date(at).toISOString().slice(0, 10)
const inWords = (day: Day): string => `${day.day} ${capital(MONTHS[day.month - 1] as string)} ${day.year}`
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
