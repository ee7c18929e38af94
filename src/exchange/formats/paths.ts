/** Addresses of the old site. */
import { readUrl } from '../../text/index.ts'

/** In full; empty where it can't be told. */
export function fullAddress(address: string, base: string): string {
  const words = address.trim()
  if (words === '') return ''
  try {
    return new URL(words, base === '' ? undefined : base).href
  } catch {
    return ''
  }
}

/** The path with its query, as readers of the old site had it; empty where it is no address of a site. */
export function pathOfAddress(address: string, base: string): string {
  const url = readUrl(fullAddress(address, base === '' ? 'http://unknown.invalid' : base))
  return url === null || !/^https?:$/.test(url.protocol) ? '' : url.pathname + url.search
}

/** With scheme and host, without a slash at its end; empty where it is none. */
export function siteAddressOf(address: string): string {
  const url = readUrl(address.trim())
  return url === null || !/^https?:$/.test(url.protocol) ? '' : (url.origin + url.pathname).replace(/\/$/, '')
}

/** What a file begins with, as far as ASCII goes, in whatever encoding. */
export const beginningText = (start: Uint8Array): string => Buffer.from(start).toString('latin1').replaceAll('\0', '')
