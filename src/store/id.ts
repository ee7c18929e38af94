import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A new id: a ULID (github.com/ulid/spec) in lower case, 26 characters of
 * Crockford's base 32. The first ten order ids by time; the other sixteen are
 * 80 random bits, so no id can be guessed from another.
 */
export function newId(now: number): string {
  let chance = ''
  for (const byte of randomBytes(16)) chance += ALPHABET[byte & 31]
  return timeOf(now) + chance
}

/** The first id that can be made at a time: by it rows younger than that are found without an index on their time. */
export const firstIdAt = (time: number): string => timeOf(time) + '0'.repeat(16)

function timeOf(now: number): string {
  let time = ''
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time
  return time
}

/** Whether a string can be an id at all; asked before the database is. */
export const isId = (value: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(value)
