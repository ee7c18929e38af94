/**
 * Parts of speech by a greedy averaged perceptron (Collins 2002), left to
 * right, over hashed features of the word, its neighbours and the two tags
 * before it.
 */
import { hashOf, memoize, mix, shapeOf } from './hash.ts'
import { tagTable } from './kept.ts'

/** Parts of speech (Universal Dependencies' names), by the number that `Tokens.tag` holds. */
export const TAGS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
] as const
export const ADJ = 1
export const ADP = 2
export const ADV = 3
export const AUX = 4
export const CCONJ = 5
export const DET = 6
export const NOUN = 8
export const NUM = 9
export const PART = 10
export const PRON = 11
export const PROPN = 12
export const PUNCT = 13
export const SCONJ = 14
export const SYM = 15
export const VERB = 16

export const TAG_WIDTH = TAGS.length
/** How many features each word has. */
export const TAG_FEATURES = 19
const EDGE = hashOf('edge')
/** The tag before the first word of a sentence. */
export const NO_TAG = 17

const MARK = /^[^\p{L}\p{N}$€£¥%&+=<>]+$/u

interface WordFacts {
  word: number
  lower: number
  ends: readonly [number, number, number]
  begin: number
  shape: number
  /** Whether it has no letter or figure: it is not asked for its part of speech. */
  mark: boolean
}

const factsOf = memoize((word): WordFacts => {
  const lower = word.toLowerCase()
  return {
    word: hashOf(word),
    lower: hashOf(lower),
    ends: [hashOf(lower.slice(-1)), hashOf(lower.slice(-2)), hashOf(lower.slice(-3))],
    begin: hashOf(lower.slice(0, 3)),
    shape: shapeOf(word) * 2 + (lower.length > 3 ? 1 : 0),
    mark: MARK.test(word),
  }
})

/** Each word's facts, once for all its features. */
export const wordFacts = (words: readonly string[]): WordFacts[] => words.map((word) => factsOf(word))

/** Writes the features of word `i`, which stands in a sentence from `start` to `end`, after the tags `b1` and `b2`. */
export function tagFeatures(
  facts: readonly WordFacts[],
  i: number,
  [start, end]: readonly [number, number],
  b1: number,
  b2: number,
  out: Int32Array,
): void {
  const here = facts[i] as WordFacts
  const before = i > start ? (facts[i - 1] as WordFacts) : null
  const after = i + 1 < end ? (facts[i + 1] as WordFacts) : null
  const lowerBefore = before?.lower ?? EDGE
  const lowerAfter = after?.lower ?? EDGE
  out[0] = mix(1, here.lower)
  out[1] = mix(2, here.ends[2])
  out[2] = mix(3, here.ends[1])
  out[3] = mix(4, here.shape * 2 + (i === start ? 1 : 0))
  out[4] = mix(5, b1)
  out[5] = mix(6, b1 * 32 + b2)
  out[6] = mix(7, mix(here.lower, b1))
  out[7] = mix(8, lowerBefore)
  out[8] = mix(9, lowerAfter)
  out[9] = mix(10, mix(lowerAfter, here.lower))
  out[10] = mix(11, after ? after.ends[2] : EDGE)
  out[11] = mix(12, mix(here.ends[2], b1))
  out[12] = mix(13, (before?.shape ?? 15) * 256 + here.shape * 16 + (after?.shape ?? 15))
  out[13] = mix(14, here.word)
  out[14] = mix(15, here.begin)
  out[15] = mix(16, i + 2 < end ? (facts[i + 2] as WordFacts).lower : EDGE)
  out[16] = mix(17, mix(lowerBefore, here.lower))
  out[17] = mix(18, mix(after ? after.ends[1] : EDGE, b1 * 32 + here.shape))
  out[18] = mix(19, mix(here.ends[1], (after?.shape ?? 15) * 32 + b1))
}

/** Those of the features that are of the word alone. */
export const WORD_FEATURES: readonly number[] = [0, 1, 2, 13, 14]
const ALL_FEATURES: readonly number[] = Array.from({ length: TAG_FEATURES }, (_, k) => k)

const rows = new Int32Array(TAG_FEATURES)

/** The best tag under some weights (rows of TAG_WIDTH; a feature's row is its hash's low bits). */
export function bestTag(features: Int32Array, table: Int8Array | Float32Array, which = ALL_FEATURES): number {
  const mask = table.length / TAG_WIDTH - 1
  const count = which.length
  for (let n = 0; n < count; n++) rows[n] = ((features[which[n] as number] as number) & mask) * TAG_WIDTH
  let [best, most] = [0, Number.NEGATIVE_INFINITY]
  // Tag by tag, so that each sum stays in a register.
  for (let tag = 0; tag < TAG_WIDTH; tag++) {
    let sum = 0
    for (let n = 0; n < count; n++) sum += table[(rows[n] as number) + tag] as number
    if (sum > most) {
      best = tag
      most = sum
    }
  }
  return best
}

const isCapital = (word = '') => /^\p{Lu}\p{Ll}/u.test(word)
const isSmall = (word = '') => /^\p{Ll}/u.test(word)

/** A tag for each word; `starts` as in Tokens. */
export function partsOfSpeech(words: readonly string[], starts: readonly number[]): Uint8Array {
  const tags = new Uint8Array(words.length)
  const table = tagTable().weights
  const facts = wordFacts(words)
  const features = new Int32Array(TAG_FEATURES)
  for (let s = 0; s + 1 < starts.length; s++) {
    const sentence = [starts[s] as number, starts[s + 1] as number] as const
    let [b1, b2] = [NO_TAG, NO_TAG]
    for (let i = sentence[0]; i < sentence[1]; i++) {
      let tag = PUNCT
      if (!(facts[i] as WordFacts).mark) {
        tagFeatures(facts, i, sentence, b1, b2, features)
        tag = bestTag(features, table)
        // "Lee Ward warned": a name goes on with its capital, unless all of a headline has one.
        if (tag === VERB && b1 === PROPN && isCapital(words[i]) && isSmall(words[i + 1])) tag = PROPN
      }
      tags[i] = tag
      b2 = b1
      b1 = tag
    }
  }
  return tags
}
