/** What a time expression means, in words: EDTF (ISO 8601-2, level 1) as the site's language has it. */
import { monthOf, shortDay } from '../kit/format.ts'
import type { Site } from '../kit/props.ts'

/** "16 May 2024", "May 2024", "2024", "6 May 2024 – 12 May 2024", "spring 1994", "16 May 2024, 20:30"; what is none of these stays as it is. */
export function edtfWords(site: Site, edtf: string): string {
  const ends = edtf.split('/')
  if (ends.length > 2) return edtf
  const [from = '', to] = ends.map((end) => dateWords(site, end))
  if (to === undefined) return from
  if (isOpen(ends[0])) return `until ${to}`
  if (isOpen(ends[1])) return `since ${from}`
  return `${from} – ${to}`
}

const isOpen = (end: string | undefined): boolean => end === '' || end === '..'

const SEASONS = ['spring', 'summer', 'autumn', 'winter']

function dateWords(site: Site, date: string): string {
  const [, year, month, day, time, mark] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?([?~%]?)$/.exec(date) ?? []
  if (year === undefined) return date
  const words = dayWords(site, year, month, day)
  if (words === null) return date
  return `${mark ? 'about ' : ''}${words}${time === undefined ? '' : `, ${time}`}`
}

function dayWords(site: Site, year: string, month: string | undefined, day: string | undefined): string | null {
  if (month === undefined) return year
  // EDTF counts seasons on from the months: 21 is spring.
  const season = SEASONS[Number(month) - 21]
  if (season !== undefined) return day === undefined ? `${season} ${year}` : null
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return monthOf(site, `/${year}/${month}`)
  return shortDay({ ...site, timeZone: 'UTC' }, Date.UTC(Number(year), Number(month) - 1, Number(day)))
}
