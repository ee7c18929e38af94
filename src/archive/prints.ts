/**
 * Prints of words, by which the same words are found among many without
 * reading them all: hashes of every three words in a row, thinned by winnowing
 * (Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document
 * fingerprinting", SIGMOD 2003). Pure, and linear in the words.
 */

/** Under this many words, only the very same words are the same. */
export const SHORTEST = 5
/** Up to this many words, pairs are kept as well: a change in the middle of five words leaves no three in a row. */
const SHORT = 8
/** Up to this many words nothing is thinned. */
const UNTHINNED = 12
/** Of so many prints in a row the least is kept: two wordings that have SHINGLE + WINDOW - 1 words in a row in common share a print. */
const SHINGLE = 3
const WINDOW = 2
/** More of a quotation than this many words is not compared. */
export const MOST_COMPARED = 400

/** The prints of folded words: whole numbers that any database keeps. Few for few words, none for none. */
export function printsOf(words: readonly string[]): Set<number> {
  const compared = words.slice(0, MOST_COMPARED)
  if (compared.length === 0) return new Set()
  if (compared.length < SHORTEST) return new Set([hashOf(['=', ...compared])])
  const triples = shingles(compared, SHINGLE)
  const prints = new Set(compared.length <= UNTHINNED ? triples : winnow(triples))
  if (compared.length <= SHORT) for (const pair of shingles(compared, 2)) prints.add(pair)
  return prints
}

const shingles = (words: readonly string[], length: number): number[] =>
  Array.from({ length: Math.max(words.length - length + 1, 0) }, (_, i) => hashOf(words.slice(i, i + length)))

/** The least of each window; of equals the last, so that neighbouring windows choose alike. */
function winnow(prints: readonly number[]): number[] {
  const chosen: number[] = []
  for (let i = 0; i + WINDOW <= prints.length; i++) {
    let least = prints[i] as number
    for (let j = 1; j < WINDOW; j++) least = Math.min(least, prints[i + j] as number)
    chosen.push(least)
  }
  return chosen.length > 0 ? chosen : [...prints]
}

/** Two 32-bit FNV-1a sums of the words, the second begun elsewhere; 53 bits of them, which a double holds exactly. */
function hashOf(words: readonly string[]): number {
  let one = 0x811c9dc5
  let two = 0x01000193
  for (const word of words) {
    for (let i = 0; i <= word.length; i++) {
      const unit = i < word.length ? word.charCodeAt(i) : 0x20
      one = Math.imul(one ^ unit, 0x01000193)
      two = Math.imul(two ^ unit, 0x85ebca6b)
    }
  }
  return (one >>> 0) * 2 ** 21 + ((two ^ (two >>> 15)) >>> 11)
}
