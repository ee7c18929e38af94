/** Which part of a file a request asks for (RFC 9110, section 14). */
import type { FileRange } from '../../../files/index.ts'

/**
 * Null where the whole is to be sent: nothing was asked for, or nothing that can be
 * read, or several parts at once, which a server may answer with the whole.
 * `size` is the file's, in bytes.
 */
export function rangeAskedFor(header: string | undefined, size: number): FileRange | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(header ?? '') ?? []
  if (first === '') {
    if (last === '') return null
    // So many from its end.
    const count = Math.min(Number(last), size)
    return count === 0 ? 'beyond' : { from: size - count, to: size - 1 }
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return null
  return from >= size ? 'beyond' : { from, to: Math.min(last === '' ? size - 1 : Number(last), size - 1) }
}

/** Whether an If-None-Match names it, or anything (section 13.1.2). */
export const isNamedIn = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
