/** Where the links of an old story lead. */
import { isOwnPath, readUrl } from '../../text/index.ts'

/**
 * An address that a story can keep, in full where `base` says from where; null
 * where it can't be followed from here and is only words: another place of the
 * same page, a script, a file of somebody's disk.
 */
export function keptAddress(href: string, base: string): string | null {
  const written = href.trim()
  if (written === '' || written.startsWith('#')) return null
  const url = readUrl(written, base || undefined)
  if (url) return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null
  if (written.startsWith('//')) return readUrl(`https:${written}`)?.href ?? null
  return isOwnPath(written) ? written : null
}

/** As `keptAddress`, for pictures: of the web, or of the site itself where its address is not known. */
export function pictureAddress(src: string, base: string): string | null {
  const address = keptAddress(src, base)
  return address !== null && /^(?:https?:|\/)/.test(address) ? address : null
}

/** Characters of a picture that is written into its page, four for three bytes; what is shorter only keeps a place free. */
const WITHIN = { least: 300, most: 14 * 1024 * 1024 }

/** A picture whose bytes stand where its address should; null for anything else. */
export function pictureWithin(src: string): string | null {
  if (src.length < WITHIN.least || src.length > WITHIN.most) return null
  return /^\s*data:image\/(?:jpe?g|png|gif|webp|avif);base64,/i.test(src) ? src.trim() : null
}

/** As `keptAddress`, for what is shown in a page: only what the web has. */
export function webAddress(src: string, base: string): string | null {
  const address = keptAddress(src, base)
  return address !== null && /^https?:/.test(address) ? address : null
}
