/** Values as PHP writes them down, which is how WordPress keeps what is not a text. */

export type PhpValue = string | number | boolean | null | ReadonlyMap<string, PhpValue>

const DEEPEST = 30

/**
 * The value; undefined where the text is no such value or not a whole one. Of an object its fields are read, as of an
 * array; its class is not, and nothing is ever made of it.
 */
export function readPhp(text: string): PhpValue | undefined {
  // Lengths count bytes.
  const bytes = Buffer.from(text)
  let at = 0
  const upTo = (end: number): string => {
    const found = bytes.indexOf(end, at)
    if (found < 0 || found - at > 30) throw UNREADABLE
    const word = bytes.toString('latin1', at, found)
    at = found + 1
    return word
  }
  const expect = (character: number): void => {
    if (bytes[at++] !== character) throw UNREADABLE
  }
  const quoted = (): string => {
    const length = Number(upTo(COLON))
    const end = at + 1 + length
    if (!Number.isSafeInteger(length) || length < 0 || bytes[at] !== QUOTE || bytes[end] !== QUOTE) throw UNREADABLE
    const words = bytes.toString('utf8', at + 1, end)
    at = end + 1
    return words
  }
  const fields = (depth: number): ReadonlyMap<string, PhpValue> => {
    if (depth > DEEPEST) throw UNREADABLE
    const count = Number(upTo(COLON))
    expect(OPEN)
    const map = new Map<string, PhpValue>()
    for (let i = 0; i < count; i++) {
      const key = value(depth + 1)
      if (typeof key !== 'string' && typeof key !== 'number') throw UNREADABLE
      // Private fields carry their class between zero bytes.
      map.set(String(key).split('\0').at(-1) ?? '', value(depth + 1))
    }
    expect(CLOSE)
    return map
  }
  const value = (depth: number): PhpValue => {
    const kind = String.fromCharCode(bytes[at] ?? 0)
    at++
    if (kind === 'N') {
      expect(SEMICOLON)
      return null
    }
    expect(COLON)
    if (kind === 'b') return upTo(SEMICOLON) === '1'
    if (kind === 'i' || kind === 'd') return Number(upTo(SEMICOLON))
    if (kind === 'a') return fields(depth)
    if (kind === 's') {
      const words = quoted()
      expect(SEMICOLON)
      return words
    }
    if (kind === 'O') {
      quoted()
      expect(COLON)
      return fields(depth)
    }
    throw UNREADABLE
  }
  try {
    const read = value(0)
    return at === bytes.length ? read : undefined
  } catch (error) {
    if (error === UNREADABLE) return undefined
    throw error
  }
}

const UNREADABLE = new Error('no value of PHP')
const [COLON, SEMICOLON, QUOTE, OPEN, CLOSE] = [0x3a, 0x3b, 0x22, 0x7b, 0x7d]

/** Of a map; undefined where it is none or has no such field. */
export const phpField = (value: PhpValue | undefined, name: string): PhpValue | undefined =>
  value instanceof Map ? (value.get(name) as PhpValue | undefined) : undefined
