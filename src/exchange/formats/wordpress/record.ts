/** What an item of a WordPress export says, whatever it is an item of. */
import { childOf, childrenOf, elementText, type XmlElement } from '../xml/index.ts'

/** Its fields of that name: the first that says something. */
export function fieldOf(element: XmlElement, name: string): string {
  for (const one of childrenOf(element, name)) {
    const words = elementText(one)
    if (words !== '') return words
  }
  return ''
}

/** What plugins and WordPress itself have noted: the first value of each name. */
export function metaOf(element: XmlElement, name: string): ReadonlyMap<string, string> {
  const meta = new Map<string, string>()
  for (const one of childrenOf(element, name)) {
    const key = elementText(childOf(one, 'wp:meta_key'))
    if (!meta.has(key)) meta.set(key, elementText(childOf(one, 'wp:meta_value')))
  }
  return meta
}

/** All values of one name. */
export const allMeta = (element: XmlElement, name: string): string[] =>
  childrenOf(element, 'wp:postmeta')
    .filter((one) => elementText(childOf(one, 'wp:meta_key')) === name)
    .map((one) => elementText(childOf(one, 'wp:meta_value')))

/** What nobody has filled in, or never was. */
const NO_DAY = Date.UTC(1980, 0, 1)

/** "2019-05-01 09:30:00" as if it were UTC; null where it is no day, as WordPress's zeros are. */
export function readDay(words: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?/.exec(words)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as number[]
  const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second)
  return (month ?? 0) >= 1 && (month ?? 0) <= 12 && (day ?? 0) >= 1 && at >= NO_DAY ? at : null
}

/** "Wed, 01 May 2019 09:30:00 +0000"; null where it is no day. */
export function readMailDay(words: string): number | null {
  const at = / -\d{4} /.test(words) ? Number.NaN : Date.parse(words)
  return Number.isNaN(at) || at < NO_DAY ? null : at
}

/** The key of a term: its taxonomy and its slug, which some exports write as a name. */
export const keyOfTerm = (taxonomy: string, slug: string): string =>
  `${taxonomy}:${slug.trim().toLowerCase().replaceAll(' ', '-')}`

/** Escaped letters of a slug as letters. */
export function readSlug(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
