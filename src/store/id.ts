import { randomFillSync } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** Of 80 bits of chance, and of the step from one id to the next of the same millisecond. */
const CHANCE = 1n << 80n
const STEP_BYTES = 8

/** What the last id was made of. */
let last = { time: 0, chance: 0n }

/**
 * A new id: a ULID (github.com/ulid/spec) in lower case, 26 characters of
 * Crockford's base 32. The first ten order ids by time; the other sixteen are
 * 80 bits of chance. Ids of one process grow, within a millisecond and where the
 * clock is set back: then they go on from the last one by a step of 64 random
 * bits, so that none can be guessed from another. What came last on record is
 * not asked of ids, since other processes make some too: see migration 013.
 * What was made elsewhere and earlier, at `past`, gets an id of that time.
 */
export function newId(now: number, past = now): string {
  if (past < now) return timeOf(Math.max(past, 0)) + base32(random(10), 16)
  last = now > last.time ? { time: now, chance: random(10) } : after(last)
  return timeOf(last.time) + base32(last.chance, 16)
}

function after({ time, chance }: typeof last): typeof last {
  const next = chance + 1n + random(STEP_BYTES)
  return next < CHANCE ? { time, chance: next } : { time: time + 1, chance: random(10) }
}

/** Asked for many at once: asking costs more than making them. None is used twice. */
const chances = Buffer.alloc(4096)
let used = chances.length

function random(bytes: number): bigint {
  if (used + bytes > chances.length) {
    randomFillSync(chances)
    used = 0
  }
  const text = chances.toString('hex', used, used + bytes)
  used += bytes
  return BigInt(`0x${text}`)
}

/** The first id that can be made at a time: by it rows younger than that are found without an index on their time. */
export const firstIdAt = (time: number): string => timeOf(time) + '0'.repeat(16)

const timeOf = (now: number): string => base32(BigInt(now), 10)

function base32(value: bigint, digits: number): string {
  let text = ''
  for (let rest = value, i = 0; i < digits; i++, rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text
  return text
}

/** Whether a string can be an id at all; asked before the database is. */
export const isId = (value: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(value)
