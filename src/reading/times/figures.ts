/** Dates in figures: "2024-05-16", "16/5/2024", "16.5.2024", "2016", "2010-2015", "2016-17", "the 1990s", "the '90s", "the 19th century". */
import { calendarDay, dayNumber, isDay } from './calendar.ts'
import { type Found, found, type Here, NO_DAY, unresolved } from './here.ts'
import { readYear } from './months.ts'
import { capital, glued, NUMBER, type Pieces, startsSentence, WORD } from './pieces.ts'
import { daySpan, type Span, wholeMonth, wholeYear, yearsSpan } from './spans.ts'

/** A figure at a piece that is a date by itself. */
export function readFigureDate(here: Here, at: number): Found | null {
  const { p } = here
  const part = p.lower[at - 1] === '-' && /^(?:early|mid|late|pre|post)$/.test(p.lower[at - 2] ?? '')
  // "A-2016", "#2016", "$2016", "5/2016", "@2016" are names, prices and fractions.
  if (at > 0 && !part && glued(p, at) && !/^[("'“‘[—]$/.test(p.lower[at - 1] as string)) return null
  return readDotted(here, at) ?? readIso(p, at) ?? readSlashed(here, at) ?? readDecade(here, at) ?? readBareYear(p, at)
}

const gluedRun = (p: Pieces, from: number, to: number) => {
  for (let at = from; at <= to; at++) if (!glued(p, at)) return false
  return true
}

function readIso(p: Pieces, at: number): Found | null {
  if (!/^[12]\d{3}$/.test(p.lower[at] as string) || p.lower[at + 1] !== '-' || !gluedRun(p, at + 1, at + 2)) return null
  const year = Number(p.lower[at])
  const second = p.lower[at + 2] as string
  if (p.kind[at + 2] !== NUMBER) return null
  if (p.lower[at + 3] === '-' && gluedRun(p, at + 3, at + 4)) {
    const third = p.lower[at + 4] as string
    if (!/^\d\d$/.test(second) || !/^\d\d$/.test(third)) return null
    const [month, day] = [Number(second), Number(third)]
    if (!isDay(year, month, day)) return unresolved(at + 5, 'there is no such day')
    return found(at + 5, daySpan(dayNumber(year, month, day)))
  }
  return readYears(p, at, year, second)
}

/** "2010-2015", "2016-17", and the month "2024-05" where it can't be the year after. */
function readYears(p: Pieces, at: number, year: number, second: string): Found | null {
  if (glued(p, at + 3) && p.kind[at + 3] === WORD && p.lower[at + 3] !== "'s") return null
  if (/^[12]\d{3}$/.test(second)) {
    const to = Number(second)
    return to > year ? found(at + 3, yearsSpan(year, to)) : null
  }
  if (!/^\d\d$/.test(second)) return null
  const to = Math.floor(year / 100) * 100 + Number(second)
  if (to > year && (to === year + 1 || Number(second) > 12)) return found(at + 3, yearsSpan(year, to))
  return Number(second) >= 1 && Number(second) <= 12 ? found(at + 3, wholeMonth(year, Number(second))) : null
}

/** What stands before a short date in figures: "the form of 5.5.26", but "version 5.5.26". */
const BEFORE_SHORT =
  /^(?:of|on|by|from|to|since|until|till|dated|before|after|between|and|signed|born|died|due|[(,;:–—-])$/

/** "16.5.2024", "16.5.24": with points the day comes first. */
function readDotted({ p, story }: Here, at: number): Found | null {
  const written = p.lower[at] as string
  const parts = written.length <= 10 ? /^(\d{1,2})\.(\d{1,2})\.(\d\d|[12]\d{3})$/.exec(written) : null
  if (!parts) return null
  const [day, month, short] = parts.slice(1).map(Number) as [number, number, number]
  const full = short >= 1000
  if (!full && at > 0 && !BEFORE_SHORT.test(p.lower[at - 1] ?? '')) return null
  if (!full && story === null) return unresolved(at + 1, NO_DAY)
  const year = full ? short : yearOf(short, story as number)
  return isDay(year, month, day) ? found(at + 1, daySpan(dayNumber(year, month, day))) : null
}

/** A year's last two figures: of the story's century, or of the one before where that would lie far ahead. */
function yearOf(short: number, story: number): number {
  const now = calendarDay(story).year
  const full = Math.floor(now / 100) * 100 + short
  return full > now + 20 ? full - 100 : full
}

function readSlashed(here: Here, at: number): Found | null {
  const { p } = here
  if (p.lower[at + 1] !== '/' || !gluedRun(p, at + 1, at + 2) || p.kind[at + 2] !== NUMBER) return null
  if (p.lower[at] === '9' && p.lower[at + 2] === '11' && p.lower[at + 3] !== '/') {
    return found(at + 3, daySpan(dayNumber(2001, 9, 11)))
  }
  if (p.lower[at + 3] !== '/' || !gluedRun(p, at + 3, at + 4)) return readSlashedYears(p, at)
  const figures = [p.lower[at], p.lower[at + 2], p.lower[at + 4]] as [string, string, string]
  if (!/^\d{1,2}$/.test(figures[1])) return null
  if (/^[12]\d{3}$/.test(figures[0])) {
    const [year, month, day] = figures.map(Number) as [number, number, number]
    return isDay(year, month, day) ? found(at + 5, daySpan(dayNumber(year, month, day))) : null
  }
  if (!/^\d{1,2}$/.test(figures[0]) || !/^(?:\d\d|[12]\d{3})$/.test(figures[2])) return null
  return dayAndMonth(here, at + 5, Number(figures[0]), Number(figures[1]), Number(figures[2]))
}

/** "2024/25": a season or a financial year, only with the year after. */
function readSlashedYears(p: Pieces, at: number): Found | null {
  const [first, second] = [p.lower[at] as string, p.lower[at + 2] as string]
  if (!/^[12]\d{3}$/.test(first) || !/^(?:[12]\d)?\d\d$/.test(second)) return null
  const [from, to] = [Number(first), Number(first) + 1]
  return String(to).endsWith(second) ? found(at + 3, yearsSpan(from, to)) : null
}

function dayAndMonth(here: Here, end: number, a: number, b: number, short: number): Found | null {
  if (short < 1000 && here.story === null) return unresolved(end, NO_DAY)
  const year = short >= 1000 ? short : yearOf(short, here.story ?? 0)
  const [monthFirst, dayFirst] = [isDay(year, a, b), isDay(year, b, a)]
  if (monthFirst && dayFirst && a !== b) return unresolved(end, 'day or month first?')
  if (monthFirst) return found(end, daySpan(dayNumber(year, a, b)))
  return dayFirst ? found(end, daySpan(dayNumber(year, b, a))) : null
}

/** "1990s", "1990's", "the '90s", "the 90s", "the 1800s" (a century), "1980s-1990s" goes through ranges. */
function readDecade(here: Here, at: number): Found | null {
  const { p } = here
  const figures = p.lower[at] as string
  const plural = p.lower[at + 1] === 's' && glued(p, at + 1)
  const possessive = p.lower[at + 1] === "'s" && /^(?:the|early|mid|late|-)$/.test(p.lower[at - 1] ?? '')
  if ((!plural && !possessive) || !/^(?:[12]\d)?\d0$/.test(figures)) return null
  if (figures.length === 4) {
    const year = Number(figures)
    // "The 1800s" are a century, "the 2000s" are ten years: nobody has seen more of them.
    return found(at + 2, year % 100 === 0 && year < 2000 ? yearsSpan(year, year + 99) : yearsSpan(year, year + 9))
  }
  const marked = /^['‘’]$/.test(p.lower[at - 1] ?? '') && glued(p, at)
  const article = p.lower[at - (marked ? 2 : 1)] ?? ''
  // "In his 90s" is an age, "in the 40s" may be a temperature: the mark tells, or a decade that people speak of.
  if (!/^(?:the|early|mid|late|-|of)$/.test(article) || (!marked && Number(figures) < 50)) return null
  const decade = Number(figures)
  if (decade < 30) return unresolved(at + 2, 'which century?')
  return found(at + 2, yearsSpan(1900 + decade, 1909 + decade))
}

const YEAR_BEFORE = new Set(
  'in since of by until till from during before after year early late mid through to between around about circa for and or fiscal'.split(
    ' ',
  ),
)
const NUMBERED = new Set(
  'no number room page route highway article section act chapter boeing airbus windows agenda vision expo flight bus line apartment unit lot model area euro class street road avenue mile'.split(
    ' ',
  ),
)
/** What is counted so often that a figure before it is a count, whatever its size. */
const COUNTED = new Set(
  'people men women children soldiers troops homes houses jobs workers votes voters words miles metres meters kilometers kilometres feet tons tonnes dollars euros pounds percent per pages times years days hours students patients cases deaths members residents delegates units degrees points calories square acres hp km kg mg'.split(
    ' ',
  ),
)

/** A year that stands alone: 1900 to 2099, others only after a preposition. */
function readBareYear(p: Pieces, at: number): Found | null {
  const year = readYear(p, at)
  if (year === null) return null
  const before = p.lower[at - 1] ?? ''
  const next = p.lower[at + 1] ?? ''
  if (COUNTED.has(next) || (/^[-/:%°+]$/.test(next) && glued(p, at + 1))) return null
  if (/^[#$€£¥*/:+=]$/.test(before) || (before === '.' && p.lower[at - 2] === 'no') || NUMBERED.has(before)) return null
  // "Tokyo 2020", "Election 2016": a name's own number. After "In Iowa, 2016" or "(2016)" it is a year again.
  if (capital(p, at - 1) && p.kind[at - 1] === WORD && !startsSentence(p, at - 1)) return null
  const modern = year >= 1900 && year <= 2099
  const round = year % 100 === 0
  if (modern && (!round || YEAR_BEFORE.has(before))) return found(at + 1, wholeYear(year))
  // Older ones are as often counts ("of 1500 entries"): only "in 1066", "since 1789", and nothing counted after.
  const sure = before === 'in' || before === 'since' || before === 'year'
  return !modern && sure && year < 1900 && !(next.endsWith('s') && p.kind[at + 1] === WORD)
    ? found(at + 1, wholeYear(year))
    : null
}

const CENTURIES = new Map(
  'twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i) => [word, i + 12]),
)

/** Words in "third quarter", "sixteenth of May", "nineteenth century". */
export const ORDINAL_WORDS: ReadonlySet<string> = new Set([
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh'.split(' '),
  ...CENTURIES.keys(),
])

/** "19th century", "the nineteenth century", "21st-century": 1801/1900, counted as its number says. */
export function readCentury(p: Pieces, at: number): Found | null {
  let end = at + 1
  let century = CENTURIES.get(p.lower[at] ?? '')
  if (p.kind[at] === NUMBER && (p.lower[at] as string).length <= 2 && /^(?:st|nd|rd|th)$/.test(p.lower[at + 1] ?? '')) {
    century = Number(p.lower[at])
    end++
  }
  if (century === undefined || century < 1 || century > 29) return null
  if (p.lower[end] === '-') end++
  return p.lower[end] === 'century' ? found(end + 1, centurySpan(century)) : null
}

export const centurySpan = (century: number): Span => yearsSpan((century - 1) * 100 + 1, century * 100)
