/**
 * Sketches, by which texts that resemble one another are found among a million
 * without looking at each (Broder 1997; the banding after Leskovec, Rajaraman
 * and Ullman, Mining of Massive Datasets, 3.4). Pure.
 *
 * A text is the set of its pairs of neighbouring words. For each of 24 orders of
 * all pairs the text's least one is taken; two texts agree in one of these as
 * often as their pairs are shared. Three together are a band: texts that agree
 * in any of the eight bands are looked at. A pair of texts that share s of their
 * pairs is so found with the chance 1 - (1 - s³)⁸; docs/review.md has the curve.
 */
import { hashOf } from '../../reading/index.ts'
import { finish } from '../../spam/index.ts'
import { type PlainText, plainTextOf } from './plain-text.ts'

export const BANDS = 8
export const ROWS = 3

/** From this share of common pairs on two texts are near-identical. */
export const ALIKE_FROM = 0.5

/** Hashes of the pairs of neighbouring words, each once; the ends of a text are neighbours of nothing. */
export function pairsOf(words: readonly string[]): Set<number> {
  const pairs = new Set<number>()
  for (let i = 0; i <= words.length; i++) pairs.add(finish(hashOf(`${words[i - 1] ?? ''} ${words[i] ?? ''}`)))
  return pairs
}

/** Under which a text is found, and those that resemble it. */
export interface Fingerprint {
  /** Its own, the same for texts that say the same. */
  key: number
  /** Of its bands: none of a few words, which resemble nothing but themselves. */
  keys: readonly number[]
}

export function fingerprintOf(text: string): Fingerprint {
  const plain = plainTextOf(text)
  return { key: plain.key, keys: sketchOf(plain).keys }
}

/** The sketch of a text whose fingerprint is known: its pairs are read where somebody compares it. */
export function sketchBy({ keys }: Fingerprint, text: string): Sketch {
  let pairs: ReadonlySet<number> | undefined
  return {
    keys,
    get pairs() {
      pairs ??= pairsOf(plainTextOf(text).words)
      return pairs
    },
  }
}

export interface Sketch {
  pairs: ReadonlySet<number>
  /** Under which it is found: none of a few words, which resemble nothing but themselves. */
  keys: readonly number[]
}

export function sketchOf({ words, short }: PlainText): Sketch {
  const pairs = pairsOf(words)
  return { pairs, keys: short ? [] : bandKeys(pairs) }
}

/** The share of all their pairs that two texts have in common, 0 to 1 (Jaccard). */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let common = 0
  for (const pair of small) if (large.has(pair)) common++
  return common / (small.size + large.size - common)
}

/** A key for each band, 52 bits, the band's number in it; two texts that agree in a band have its key in common. */
export function bandKeys(pairs: ReadonlySet<number>): number[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const pair of pairs) {
    for (let i = 0; i < least.length; i++) {
      const place = finish(pair ^ Math.imul(i + 1, 0x9e3779b1))
      if (place < (least[i] as number)) least[i] = place
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let [high, low] = [band + 1, 0x811c9dc5 + band]
    for (const row of least.subarray(band * ROWS, (band + 1) * ROWS)) {
      high = finish(high ^ row)
      low = finish(Math.imul(low, 31) ^ row)
    }
    return high * 2 ** 20 + (low >>> 12)
  })
}

/** The place of the text that is most like all others together: what one of them usually looks like. */
export function mostTypical(texts: readonly ReadonlySet<number>[]): number {
  let [best, most] = [0, -1]
  for (const [i, one] of texts.entries()) {
    let sum = 0
    for (const other of texts) sum += likeness(one, other)
    if (sum > most) [best, most] = [i, sum]
  }
  return best
}
