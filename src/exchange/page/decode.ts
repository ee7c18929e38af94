/** Bytes to text, and text told from HTML. */
import { exchangeMessages as m } from '../../messages/index.ts'
import type { PageInput } from './page.ts'

/**
 * The page as text. The encoding is the byte order mark's, else the one that
 * the media type or the HTML itself names, else UTF-8, else windows-1252 (what
 * browsers take old pages for). { problem } where the bytes are no text at all.
 */
export function decodePage(input: PageInput): { text: string } | { problem: string } {
  if ('text' in input) return { text: input.text }
  const { bytes } = input
  const marked = fromMark(bytes)
  if (marked !== null) return { text: marked }
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (start.includes('\0') || /^(%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff)/.test(start)) {
    return { problem: m.notText }
  }
  const named =
    /charset\s*=\s*["']?([\w-]+)/i.exec(input.mediaType ?? '')?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]
  for (const encoding of [named, 'utf-8']) {
    const text = encoding ? decodeMostly(bytes, encoding) : null
    if (text !== null) return { text }
  }
  return { text: decode(bytes, 'windows-1252', false) }
}

/**
 * The text, where the bytes are of that encoding: all of them, or all but few
 * of those outside ASCII, as where a program has cut a teaser within a letter.
 */
function decodeMostly(bytes: Uint8Array, encoding: string): string | null {
  let text: string
  try {
    text = decode(bytes, encoding, false)
  } catch {
    return null
  }
  const bad = text.split('\ufffd').length - 1
  if (bad === 0) return text
  const good = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0
  return bad <= good / 4 ? text : null
}

/** What windows-1252 has at 0x80 to 0x9f, its quotation marks and dashes among them; what is left out there stays. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string {
  const decoder = new TextDecoder(encoding, { fatal })
  const text = decoder.decode(bytes)
  // Some versions of Node take it for Latin-1, which has control characters there.
  return decoder.encoding === 'windows-1252'
    ? text.replace(/[\x80-\x9f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character)
    : text
}

function fromMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return null
}

/** HTML by its media type or name, or because it looks like nothing else: a doctype, or several of its elements. */
export function isHtml(text: string, input: PageInput): boolean {
  if (input.mediaType) return /html/i.test(input.mediaType)
  if (/\.x?html?$/i.test(input.name ?? '')) return true
  if (/\.(txt|md|text)$/i.test(input.name ?? '')) return false
  const start = text.slice(0, 20_000)
  if (/^\s*(<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/i.test(start)) return true
  return (start.match(/<(p|div|article|h[1-6]|a|span|br|body|head|section|figure|ul)(\s[^<>]*)?>/gi)?.length ?? 0) >= 3
}
