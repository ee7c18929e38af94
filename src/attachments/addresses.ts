/** Where readers find an attachment, and how a story names it. */
import type { Attachment } from './attachment.ts'

const ADDRESS = /^\/files\/([0-9a-hjkmnp-tv-z]{26})(?:\/[^/]{1,200})?$/

/** The address by which a story names an attachment. */
export const attachmentAddress = (id: string): string => `/files/${id}`

/** The attachment's id where an address is one's; null for any other. */
export const attachmentIdOf = (address: string): string | null => ADDRESS.exec(address)?.[1] ?? null

/** What it is saved as: of the name that it came with what is a letter or a digit, and the ending that its bytes deserve. */
export const savedName = ({ name, format }: Pick<Attachment, 'name' | 'format'>): string => {
  const words = name.replace(/\.[^.]{1,5}$/, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return `${[...words.join('-')].slice(0, 80).join('') || 'file'}.${format === 'weba' ? 'webm' : format}`
}

/** Where readers get it, with its name at the end. */
export const attachmentHref = (attachment: Pick<Attachment, 'id' | 'name' | 'format'>): string =>
  `${attachmentAddress(attachment.id)}/${encodeURIComponent(savedName(attachment))}`

/** Where a player gets its captions; other captions have another address. */
export const captionsHref = ({ id, captions }: Pick<Attachment, 'id' | 'captions'>): string =>
  `${attachmentAddress(id)}/captions-${captions}.vtt`
