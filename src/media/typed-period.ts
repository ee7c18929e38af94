/** A day, month or year among words that somebody looks for pictures with: "harbour May 2026", "2026-05-03". */

export interface Period {
  /** First and last day, "2026-05-01". */
  from: string
  to: string
}

export interface TypedPeriod extends Period {
  /** How it was typed: it may be a caption's words as well. */
  typed: string
  /** The other words. */
  rest: string
}

/** Of more than that nobody types. In UTF-16 code units. */
const LONGEST = 500

/** The first one in the words; null where there is none. Months are named in English or in `language`, in full or shortened. */
export function readTypedPeriod(words: string, language: string): TypedPeriod | null {
  const typed = words.slice(0, LONGEST).split(/\s+/).filter(Boolean)
  for (const [at, word] of typed.entries()) {
    const alone = readNumbers(word)
    const named = alone ? null : readNamed(typed.slice(at, at + 3), monthsIn(language))
    const found = alone ?? named?.period
    if (!found) continue
    const length = named?.length ?? 1
    return {
      ...found,
      typed: typed.slice(at, at + length).join(' '),
      rest: [...typed.slice(0, at), ...typed.slice(at + length)].join(' '),
    }
  }
  return null
}

/** "2026", "2026-05", "2026-05-03". */
function readNumbers(word: string): Period | null {
  const [, year, month, day] = /^((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(word) ?? []
  return year === undefined ? null : periodOf(Number(year), month && Number(month), day && Number(day))
}

/** "May 2026", "3 May 2026", "May 3, 2026", with the months’ numbers by name. */
function readNamed(words: readonly string[], months: ReadonlyMap<string, number>) {
  const [first = '', second = '', third = ''] = words.map((word) => word.toLowerCase().replace(/[.,]$/, ''))
  const year = (word: string) => (/^(?:19|20)\d\d$/.test(word) ? Number(word) : null)
  const day = (word: string) => (/^\d{1,2}$/.test(word) ? Number(word) : null)
  const month = months.get(first)
  if (month !== undefined) {
    const [soon, late] = [year(second), year(third)]
    if (soon !== null) return made(periodOf(soon, month), 2)
    if (late !== null && day(second) !== null) return made(periodOf(late, month, day(second) ?? 0), 3)
    return null
  }
  const [after, late] = [months.get(second), year(third)]
  const number = day(first)
  return number !== null && after !== undefined && late !== null ? made(periodOf(late, after, number), 3) : null
}

const made = (period: Period | null, length: number) => (period ? { period, length } : null)

/** Null where the calendar has no such day. */
function periodOf(year: number, month?: number | '', day?: number | ''): Period | null {
  const text = (m: number, d: number) => `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  if (!month) return month === undefined ? { from: text(1, 1), to: text(12, 31) } : null
  if (month > 12) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day === undefined) return { from: text(month, 1), to: text(month, last) }
  return day && day <= last ? { from: text(month, day), to: text(month, day) } : null
}

const known = new Map<string, ReadonlyMap<string, number>>()

function monthsIn(language: string): ReadonlyMap<string, number> {
  let months = known.get(language)
  if (!months) {
    const found = new Map<string, number>()
    for (const name of [language, 'en'])
      for (const style of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(name, { month: style, timeZone: 'UTC' })
        for (let month = 1; month <= 12; month++)
          found.set(
            format
              .format(Date.UTC(2026, month - 1, 15))
              .toLowerCase()
              .replace(/\.$/, ''),
            month,
          )
      }
    months = found
    known.set(language, months)
  }
  return months
}
