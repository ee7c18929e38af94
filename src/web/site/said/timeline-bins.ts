/** The columns of a timeline: days, months or years, whichever few enough there are of. */
import type { Site } from '../kit/props.ts'

/** More columns than this are too thin for a telephone. */
const MOST = 36

export interface Bin {
  /** YYYY-MM-DD, YYYY-MM or YYYY: the first day, month or year that it counts. */
  from: string
  count: number
}

export interface Bins {
  /** The first and the last day, month or year with anything in it, written as those of the columns. */
  first: string
  last: string
  /** Oldest first, without a gap. */
  bins: Bin[]
}

/** Times (ms) counted in columns; null where all fall on one day, which is no line. */
export function binsOf(site: Pick<Site, 'timeZone'>, times: readonly number[]): Bins | null {
  const days = daysOf(site.timeZone, times).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  for (const scale of SCALES) {
    const [from, to] = [scale.number(first), scale.number(last)]
    if (to - from >= MOST * scale.each) continue
    const bins = Array.from({ length: Math.floor((to - from) / scale.each) + 1 }, (_, index) => ({
      from: scale.name(from + index * scale.each),
      count: 0,
    }))
    for (const day of days) (bins[Math.floor((scale.number(day) - from) / scale.each)] as Bin).count++
    return { first: first.slice(0, scale.digits), last: last.slice(0, scale.digits), bins }
  }
  return null
}

const DAY = 86_400_000
const years = (day: string): number => Number(day.slice(0, 4))
const months = (day: string): number => years(day) * 12 + Number(day.slice(5, 7)) - 1
const asDays = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const yearName = (year: number): string => String(year).padStart(4, '0')

/** Each with the number of a day in it, the name of a number, how long such names are, and how many numbers a column takes. */
const SCALES = [
  { each: 1, digits: 10, number: asDays, name: (days: number) => new Date(days * DAY).toISOString().slice(0, 10) },
  {
    each: 1,
    digits: 7,
    number: months,
    name: (month: number) => `${yearName(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`,
  },
  { each: 1, digits: 4, number: years, name: yearName },
  { each: 10, digits: 4, number: years, name: yearName },
  { each: 500, digits: 4, number: years, name: yearName },
]

/** The days on which times fall where the site is. */
function daysOf(timeZone: string, times: readonly number[]): string[] {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return times.map((at) => {
    const parts = format.formatToParts(at)
    const part = (type: string, length: number) =>
      (parts.find((one) => one.type === type)?.value ?? '').padStart(length, '0')
    return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`
  })
}
