/** What a time expression means, in words: EDTF (ISO 8601-2, level 1) as the site's language has it. */
import { monthOf, shortDay } from './format.ts'
import type { Site } from './props.ts'

/** "16 May 2024", "May 2024", "2024", "6 May 2024 – 12 May 2024"; what is none of these stays as it is. */
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

function dateWords(site: Site, date: string): string {
  const [, year, month, day, mark] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/.exec(date) ?? []
  if (year === undefined) return date
  const words =
    day !== undefined
      ? shortDay({ ...site, timeZone: 'UTC' }, Date.UTC(Number(year), Number(month) - 1, Number(day)))
      : month !== undefined && Number(month) >= 1 && Number(month) <= 12
        ? monthOf(site, `/${year}/${month}`)
        : month === undefined
          ? year
          : date
  return mark ? `about ${words}` : words
}
