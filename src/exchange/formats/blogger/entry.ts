/** What an entry of a Blogger feed says, in either layout: the one until 2018 and Takeout’s since. */
import { childOf, childrenOf, elementText, type XmlElement } from '../xml/index.ts'

export type EntryKind = 'post' | 'page' | 'comment' | 'settings' | 'template' | 'unknown'

const KIND = 'http://schemas.google.com/g/2005#kind'

export function kindOfEntry(entry: XmlElement): EntryKind {
  const type = elementText(childOf(entry, 'blogger:type')).toUpperCase()
  if (type === 'POST') return 'post'
  if (type === 'PAGE') return 'page'
  if (type === 'COMMENT') return 'comment'
  const kind = childrenOf(entry, 'category').find(({ attributes }) => attributes.scheme === KIND)?.attributes.term ?? ''
  const [, name = ''] = kind.split('#')
  return name === 'post' || name === 'page' || name === 'comment' || name === 'settings' || name === 'template'
    ? name
    : 'unknown'
}

export const textOfEntry = (entry: XmlElement, name: string): string => elementText(childOf(entry, name))

/** The address of the first link of that kind. */
export const linkOf = (entry: XmlElement, rel: string): string =>
  childrenOf(entry, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href ?? ''

/** The words that the old site sorted it by. */
export function labelsOf(entry: XmlElement): string[] {
  const labels = childrenOf(entry, 'category')
    .filter(({ attributes }) => attributes.scheme !== KIND)
    .map(({ attributes }) => (attributes.term ?? '').trim())
  return [...new Set(labels)].filter((label) => label !== '')
}

/** Milliseconds; null where it is no time. */
export function momentOfEntry(entry: XmlElement, name: string): number | null {
  const at = Date.parse(textOfEntry(entry, name))
  return Number.isNaN(at) ? null : at
}

/** What the old site called it; words for the layout that only tells drafts from the rest. */
export function statusOf(entry: XmlElement): string {
  const control = childOf(entry, 'app:control')
  if (control && textOfEntry(control, 'app:draft') === 'yes') return 'DRAFT'
  // Filled on what lies in the bin, also where the status was left as it had been.
  if (textOfEntry(entry, 'blogger:trashed') !== '') return 'TRASHED'
  return textOfEntry(entry, 'blogger:status').toUpperCase() || (childOf(entry, 'blogger:type') ? '' : 'LIVE')
}

export const isRemoved = (entry: XmlElement): boolean =>
  childrenOf(entry, 'gd:extendedProperty').some(
    ({ attributes }) => attributes.name === 'blogger.contentRemoved' && attributes.value === 'true',
  )
