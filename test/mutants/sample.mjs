/** Which faults are tried: the same for the same seed, from every part, and more from a part with more of them, by their root. */

/** @typedef {import('./mutate.mjs').Mutant} Mutant */

/** Of each part at least so many, where it has them. */
const LEAST = 6

/**
 * Each part's faults in the order in which they are tried, and how many of them are wanted.
 * @param {Map<string, Mutant[]>} parts
 * @param {{ seed: number, count: number }} asked
 * @returns {Map<string, { queue: Mutant[], wanted: number }>}
 */
export function sample(parts, { seed, count }) {
  const weight = (/** @type {Mutant[]} */ { length }) => Math.sqrt(length)
  const all = [...parts.values()].reduce((sum, mutants) => sum + weight(mutants), 0)
  const least = Math.min(LEAST, Math.floor(count / parts.size))
  const shared = count - least * parts.size
  return new Map(
    [...parts].map(([part, mutants]) => {
      const wanted = least + Math.ceil((shared * weight(mutants)) / all)
      return [part, { queue: oneALine(shuffled(mutants, chanceFrom(`${seed} ${part}`))), wanted }]
    }),
  )
}

/**
 * Two faults of one line are most often found by the same test.
 * @param {Mutant[]} mutants
 */
function oneALine(mutants) {
  const seen = new Set()
  return mutants.filter(({ path, line }) => {
    const place = `${path}:${line}`
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {() => number} chance
 */
function shuffled(items, chance) {
  const left = [...items]
  for (let last = left.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const moved = /** @type {T} */ (left[last])
    left[last] = /** @type {T} */ (left[other])
    left[other] = moved
  }
  return left
}

/**
 * Numbers from 0 up to 1 that look like chance and are the same for the same words (mulberry32).
 * @param {string} words
 */
function chanceFrom(words) {
  let state = [...words].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
