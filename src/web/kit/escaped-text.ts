import { raw } from 'hono/html'

/** By byte: what it is written as, where that is not itself. */
const ESCAPED: Buffer[] = []
for (const [sign, escaped] of Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }))
  ESCAPED[sign.charCodeAt(0)] = Buffer.from(escaped)
/** By byte: by how many bytes that is longer. */
const GROWTH = Uint8Array.from({ length: 256 }, (_, byte) => (ESCAPED[byte]?.length ?? 1) - 1)

/**
 * A long text as it stands in a page, in an element or an attribute. The
 * renderer builds it of one piece for each sign that it escapes, and megabytes
 * that are given back would hold up everybody else for as long; on bytes, one
 * after the other, it takes a tenth of that.
 */
export function escapedText(text: string) {
  if (!/[&<>"']/.test(text)) return raw(text)
  const from = Buffer.from(text)
  let growth = 0
  for (let at = 0; at < from.length; at++) growth += GROWTH[from[at] as number] as number
  const to = Buffer.allocUnsafe(from.length + growth)
  let end = 0
  for (let at = 0; at < from.length; at++) {
    const byte = from[at] as number
    if (GROWTH[byte] === 0) to[end++] = byte
    else {
      const escaped = ESCAPED[byte] as Buffer
      for (let i = 0; i < escaped.length; i++) to[end++] = escaped[i] as number
    }
  }
  return raw(to.toString())
}

/** JSON for a script element of data; no text in it can end the element. */
export const jsonData = (value: unknown) => raw(JSON.stringify(value).replace(/</g, '\\u003c'))
