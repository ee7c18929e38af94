/** The pictures of an old story: which address is the largest, and what is no picture. */
import { readUrl } from '../../text/index.ts'
import type { Attributes } from './events.ts'
import { pictureAddress, pictureWithin } from './links.ts'

const PICTURE_FILE = /\.(?:jpe?g|jpe|jfif|png|gif|webp|avif|heic|bmp|tiff?)$/i

/** Whether a link leads to a picture itself, not to a page about it. */
export function leadsToPicture(address: string): boolean {
  const url = readUrl(address, 'https://own.invalid')
  if (url === null) return false
  return (
    PICTURE_FILE.test(url.pathname) ||
    (/(?:^|\.)(?:bp\.blogspot\.com|googleusercontent\.com)$/.test(url.hostname) && url.pathname.length > 20)
  )
}

/** Where a picture is shown from, and the best that is known of it: the original, or what loads late; null for none. */
export function namedPicture(attributes: Attributes, base: string): { shown: string; best: string } | null {
  const late = attributes['data-src'] || attributes['data-lazy-src'] || attributes['data-original'] || ''
  const shown =
    pictureAddress(late, base) ??
    pictureAddress(attributes.src ?? '', base) ??
    pictureAddress(largestOf(attributes), base) ??
    pictureWithin(attributes.src ?? '')
  if (shown === null) return null
  const best = pictureAddress(attributes['data-orig-file'] ?? attributes['data-full-url'] ?? '', base) ?? shown
  return { shown, best }
}

/** Of an old Blogger picture, the address that begins with "s1600-h" is a page; that with "s1600" is the picture. */
export const asPictureItself = (address: string): string => address.replace(/\/s(\d{1,5})-h\//, '/s$1/')

/** The last of a list of sizes with the greatest width. */
function largestOf(attributes: Attributes): string {
  let largest = ''
  let most = -1
  for (const one of (attributes.srcset ?? attributes['data-srcset'] ?? '').split(/,\s/)) {
    const [address = '', size = ''] = one.trim().split(/\s+/)
    const width = Number.parseFloat(size) || 0
    if (width > most) {
      largest = address
      most = width
    }
  }
  return largest
}

/** A picture of one point counts visits and shows nothing. */
export const countsVisits = ({ width, height }: Attributes): boolean => isOne(width) && isOne(height)
const isOne = (size: string | undefined) => size !== undefined && /^[01](?:px)?$/.test(size.trim())

/** A smiley: its words stand in the line. */
export const isSmiley = (attributes: Attributes): boolean =>
  /(?:^|\s)(?:wp-smiley|emoji|emoticon)(?:\s|$)/.test(attributes.class ?? '') && (attributes.alt ?? '') !== ''
