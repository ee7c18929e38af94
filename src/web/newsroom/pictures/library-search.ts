/** What somebody looks for in the picture library, as the address has it and as the library is asked. */
import { type LibraryQuery, type PeriodSought, readTypedPeriod } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import { readDateField } from '../stories/story-form.ts'

/** As it was typed. */
export interface LibrarySearch {
  words: string
  credit: string
  from: string
  to: string
  unused: boolean
}

export const readLibrarySearch = (given: (name: string) => string | undefined): LibrarySearch => ({
  words: given('q') ?? '',
  credit: given('credit') ?? '',
  from: (given('from') ?? '').trim(),
  to: (given('to') ?? '').trim(),
  unused: given('unused') === '1',
})

/** The same as the fields of an address, without those that are empty. */
export const fieldsOf = ({ words, credit, from, to, unused }: LibrarySearch): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ q: words, credit, from, to, unused: unused ? '1' : '' }).filter(([, value]) => value !== ''),
  )

export const isWhole = (search: LibrarySearch): boolean => Object.keys(fieldsOf(search)).length === 0

type Asked = Pick<LibraryQuery, 'words' | 'typed' | 'period' | 'credit' | 'unused'>

/** What to ask the library for, or a sentence about the days. */
export function askedFor(
  { words, credit, from, to, unused }: LibrarySearch,
  { language, timeZone }: { language: string; timeZone: string },
): Asked | { problem: string } {
  if (![from, to].every((day) => day === '' || (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)))))
    return { problem: m.badDay }
  if (from !== '' && to !== '' && from > to) return { problem: m.daysTurned }
  const typed = readTypedPeriod(words, language)
  return {
    words: typed?.rest ?? words,
    ...(typed ? { typed: { ...sought(typed.from, typed.to, timeZone), typed: typed.typed } } : {}),
    ...(from || to ? { period: sought(from, to, timeZone) } : {}),
    ...(credit ? { credit } : {}),
    unused,
  }
}

const DAY = 24 * 60 * 60_000

/** Days as the site's clock has them. */
const sought = (from: string, to: string, timeZone: string): PeriodSought => {
  const begins = (day: string) => readDateField(`${day}T00:00`, timeZone) ?? null
  const after = to && new Date(Date.parse(to) + DAY).toISOString().slice(0, 10)
  return { from, to, since: from ? begins(from) : null, until: after ? begins(after) : null }
}
