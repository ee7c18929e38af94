/** A file's bytes as text, a piece at a time. */
import { exportFileMessages as m } from '../../../messages/index.ts'
import { type ExportFile, unreadable } from '../../items/index.ts'

/** A piece of text at a time: what is read of it is given on before the next. */
const PIECE = 64 * 1024

/** What windows-1252 has at 0x80 to 0x9f, its quotation marks and dashes among them; what is left out there stays. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * The text, by its byte order mark, else by what its first line says it is, else as UTF-8. A byte that UTF-8 has no
 * place for is one of windows-1252, from before the old site changed over. Throws `unreadable` where no decoder has
 * the encoding's name, and where the file is empty.
 */
export async function* textOfFile(file: ExportFile): AsyncGenerator<string> {
  let decode: ((bytes: Uint8Array, isLast: boolean) => string) | null = null
  let first: Uint8Array = new Uint8Array()
  for await (const chunk of file.open()) {
    for (let from = 0; from < chunk.length; from += PIECE) {
      let piece = chunk.subarray(from, from + PIECE)
      if (decode === null) {
        // The declaration may come in several chunks.
        first = first.length === 0 ? piece : Buffer.concat([first, piece])
        if (first.length < 256) continue
        piece = first
        decode = decoderFor(file, first)
      }
      yield decode(piece, false)
    }
  }
  if (first.length === 0) unreadable(m.empty(file.name))
  if (decode === null) yield decoderFor(file, first)(first, true)
  else yield decode(new Uint8Array(), true)
}

function decoderFor(file: ExportFile, start: Uint8Array): (bytes: Uint8Array, isLast: boolean) => string {
  const [a, b] = start
  if (a === 0x1f && b === 0x8b) unreadable(m.gzipped(file.name))
  if (a === 0x50 && b === 0x4b) unreadable(m.zipped(file.name))
  const named = markOf(start) ?? declaredIn(start)
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(named)
  } catch {
    return unreadable(m.unknownEncoding(file.name, named))
  }
  if (decoder.encoding === 'utf-8') return utf8()
  const isWestern = decoder.encoding === 'windows-1252'
  return (bytes, isLast) => {
    const text = decoder.decode(bytes, { stream: !isLast })
    // Some versions of Node take it for Latin-1, which has control characters there.
    return isWestern ? text.replace(/[\x80-\x9f]/g, western) : text
  }
}

const western = (character: string): string => HIGH[character.charCodeAt(0) - 0x80] ?? character

function markOf([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // "<?" without a mark.
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  return null
}

function declaredIn(start: Uint8Array): string {
  const beginning = Buffer.from(start.subarray(0, 256)).toString('latin1')
  const declared = /<\?xml [^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]+)/.exec(beginning)?.[1] ?? 'utf-8'
  // Read as single bytes it could not have been found, if it were.
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared
}

function utf8(): (bytes: Uint8Array, isLast: boolean) => string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest: Uint8Array = new Uint8Array()
  return (bytes, isLast) => {
    // A letter that the last piece began is read with this one.
    const whole = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
    const end = isLast ? whole.length : beforeUnfinished(whole)
    rest = whole.slice(end)
    const piece = whole.subarray(0, end)
    try {
      return strict.decode(piece)
    } catch {
      return mended(piece)
    }
  }
}

/** How much of it ends with a whole letter. */
function beforeUnfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needed > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** Text of bytes of which some are not UTF-8: each of those is read as windows-1252. */
function mended(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const parts = text.split('\ufffd')
  let at = 0
  let whole = ''
  for (const [i, part] of parts.entries()) {
    whole += part
    at += Buffer.byteLength(part)
    if (i === parts.length - 1) break
    // It may be that character itself, written as such.
    const isWritten = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd
    if (isWritten) {
      whole += '\ufffd'
      at += 3
      continue
    }
    // One mark stands for as many bytes as began a letter and did not end it.
    const to = at + unfinishedAt(bytes, at)
    whole += Buffer.from(bytes.subarray(at, to))
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, western)
    at = to
  }
  return whole
}

/** How many bytes a decoder takes for one letter that it can't read, by the standard's rule of the longest beginning. */
function unfinishedAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  const second = bytes[at + 1] ?? 0
  const needed = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 ? 2 : 1
  if (needed < 3 || first > 0xf4) return 1
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < lowest || second > highest) return 1
  let length = 2
  while (length < needed - 1 && ((bytes[at + length] ?? 0) & 0xc0) === 0x80) length++
  return length
}
