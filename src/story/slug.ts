import { addressWords } from '../text/index.ts'

const LONGEST = 80

/**
 * The last part of a story's address, made of its headline: lower case, words
 * joined by hyphens, at most 80 characters cut at a word. Words of any script
 * are spelt as they are; Latin letters are made plain, all of them.
 */
export function slugOf(headline: string): string {
  const plain = addressWords(headline)
  if (plain.length <= LONGEST) return plain || 'story'
  const cut = plain.slice(0, LONGEST + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1) === 1 ? LONGEST : cut.lastIndexOf('-'))
}

/** The last calendar that was asked for: making one takes longer than all else here. */
let last: { timeZone: string; calendar: Intl.DateTimeFormat } | undefined

/** `/YYYY/MM/slug` for an instant, as the calendar stands in the site's time zone. */
export function pathOf(headline: string, at: number, timeZone: string): string {
  if (last?.timeZone !== timeZone) {
    const parts = { timeZone, year: 'numeric', month: '2-digit' } as const
    last = { timeZone, calendar: new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', parts) }
  }
  const parts = last.calendar.formatToParts(at)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `/${part('year').padStart(4, '0')}/${part('month')}/${slugOf(headline)}`
}
