import { copyDeskMessages as m } from '../messages/index.ts'
import { isOwnPath, readUrl, showsSomething } from '../text/index.ts'

/** What a picture must have before it stands in a story. */
export interface PictureWords {
  /** Where it lies; empty where there is only a caption. */
  src: string
  alt: string
  decorative?: boolean
}

/** Addresses that a page may load a picture from: the site itself, or https elsewhere; never code, never another protocol. */
export const isPictureAddress = (src: string): boolean =>
  isOwnPath(src) || (/^https:\/\//i.test(src) && readUrl(src) !== null)

/** One sentence that says what to put right, or null where the picture is in order. */
export function checkPicture({ src, alt, decorative = false }: PictureWords): string | null {
  if (src === '') return null
  if (!isPictureAddress(src)) return m.pictureAddress
  if (!decorative && !showsSomething(alt)) return m.pictureWithoutAlt
  return null
}
