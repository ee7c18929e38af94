/** What a time expression means, in words: EDTF (ISO 8601-2, level 1) as the site's language has it. */
import { saidMessages as m } from '../../../messages/index.ts'
import { monthOf, shortDay } from '../kit/format.ts'
import type { Site } from '../kit/props.ts'

/** "16 May 2024", "May 2024", "2024", "6 May 2024 – 12 May 2024", "spring 1994", "16 May 2024, 20:30"; what is none of these stays as it is. */
export function edtfWords(site: Site, edtf: string): string {
  const ends = edtf.split('/')
  if (ends.length > 2) return edtf
  const [from = '', to] = ends.map((end) => dateWords(site, end))
  if (to === undefined) return from
  if (isOpen(ends[0])) return m.until(to)
  if (isOpen(ends[1])) return m.since(from)
  return m.fromTo(from, to)
}

const isOpen = (end: string | undefined): boolean => end === '' || end === '..'

function dateWords(site: Site, date: string): string {
  const [, year, month, day, time, mark] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?([?~%]?)$/.exec(date) ?? []
  if (year === undefined) return date
  const words = dayWords(site, year, month, day)
  if (words === null) return date
  const exact = time === undefined ? words : m.atTime(words, time)
  return mark ? m.about(exact) : exact
}

function dayWords(site: Site, year: string, month: string | undefined, day: string | undefined): string | null {
  if (month === undefined) return year
  // EDTF counts seasons on from the months: 21 is spring.
  const season = m.seasons[Number(month) - 21]
  if (season !== undefined) return day === undefined ? m.inSeason(season, year) : null
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return monthOf(site, `/${year}/${month}`)
  return shortDay({ ...site, timeZone: 'UTC' }, Date.UTC(Number(year), Number(month) - 1, Number(day)))
}
