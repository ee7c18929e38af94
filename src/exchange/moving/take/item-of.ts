/** How items are named, counted and compared. */
import { createHash } from 'node:crypto'
import type { ToldLeft } from '../../../messages/index.ts'
import { readUrl } from '../../../text/index.ts'
import type { CommentItem, Item } from '../../items/index.ts'

/** By what it is counted among its kind. */
export function itemState(item: Item): string {
  switch (item.kind) {
    case 'story':
      return item.isPage ? `page-${item.state}` : item.state
    case 'comment':
      return wordsGone(item) ? 'gone' : wasInTrash(item) ? 'trashed' : item.state
    case 'term':
      return item.as
    case 'picture':
      return item.file === null ? 'elsewhere' : 'file'
    case 'note':
      return item.isDone ? 'done' : 'open'
    case 'left':
      return item.what satisfies ToldLeft
    default:
      return 'one'
  }
}

/** Nothing of it is left but its place in the thread. */
export const wordsGone = ({ state, text }: CommentItem): boolean => state === 'gone' || text.trim() === ''

const wasInTrash = ({ state, reason }: CommentItem): boolean => state === 'rejected' && reason === 'trash'

/** What it is called where it is told of. */
export function itemName(item: Item): string {
  switch (item.kind) {
    case 'story':
      return item.headline || (item.addresses[0] ?? item.key)
    case 'comment':
    case 'note':
      return `${item.name || '?'}: ${beginning(item.text)}`
    case 'thread':
      return item.addresses[0] ?? (item.title || item.key)
    case 'picture':
      return item.address || item.file || item.key
    case 'redirect':
      return item.from
    default:
      return item.name
  }
}

const QUOTED = 60
const beginning = (text: string): string => {
  const line = text
    .slice(0, 4 * QUOTED)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > QUOTED ? `${line.slice(0, QUOTED - 1)}…` : line
}

/** The same for the same item, and another for one that was changed. */
export const itemHash = (item: Item): string =>
  createHash('sha256').update(JSON.stringify(item)).digest('base64url').slice(0, 22)

/** Those that have no key are known by what they say. */
export const itemKey = (item: Item): string =>
  'key' in item ? item.key : item.kind === 'redirect' ? item.from : item.kind === 'site' ? item.name : itemHash(item)

/** Where an import comes from, in a word: the host, or the format where no host is known. */
export const siteKeyOf = (format: string, address: string): string => `${format} ${hostOf(address)}`.trim()

export function hostOf(address: string): string {
  return (readUrl(address)?.host ?? '').replace(/^www\./, '')
}
