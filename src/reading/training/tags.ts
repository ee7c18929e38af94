/**
 * Trains the parts of speech: an averaged perceptron (Collins 2002) on texts
 * with a tag for each word, and on a list of words with the tag each has alone.
 */
import {
  bestTag,
  NO_TAG,
  PUNCT,
  TAG_FEATURES,
  TAG_WIDTH,
  tagFeatures,
  WORD_FEATURES,
  wordFacts,
} from '../parts-of-speech.ts'
import { chance, shuffled } from './chance.ts'

export interface TaggedText {
  words: readonly string[]
  /** First word of each sentence, and how many words there are, at the end. */
  starts: readonly number[]
  /** Of each word a number into TAGS; -1 where none is known. */
  tags: Int8Array
}

const BITS = 15
const ROUNDS = 6
/** How far a word's own tag moves the weights, against 1 for a word in its sentence. */
const ALONE = 0.3

export function trainTags(
  texts: readonly TaggedText[],
  lexicon: readonly { word: string; tag: number }[],
  say: (line: string) => void,
): Float32Array {
  const size = (1 << BITS) * TAG_WIDTH
  const weights = new Float32Array(size)
  const sums = new Float64Array(size)
  const since = new Int32Array(size)
  let step = 0
  const move = (at: number, by: number) => {
    sums[at] = (sums[at] as number) + (step - (since[at] as number)) * (weights[at] as number)
    since[at] = step
    weights[at] = (weights[at] as number) + by
  }
  const features = new Int32Array(TAG_FEATURES)
  const learn = (which: readonly number[], right: number, guess: number, by: number) => {
    step++
    if (right === guess) return
    for (const k of which) {
      const row = ((features[k] as number) & ((1 << BITS) - 1)) * TAG_WIDTH
      move(row + right, by)
      move(row + guess, -by)
    }
  }
  const all = Array.from({ length: TAG_FEATURES }, (_, k) => k)
  const random = chance(5)
  for (let round = 0; round < ROUNDS; round++) {
    let [wrong, asked] = [0, 0]
    for (const at of shuffled(texts.length, random)) {
      const { words, starts, tags } = texts[at] as TaggedText
      const facts = wordFacts(words)
      for (let s = 0; s + 1 < starts.length; s++) {
        const sentence = [starts[s] as number, starts[s + 1] as number] as const
        let [b1, b2] = [NO_TAG, NO_TAG]
        for (let i = sentence[0]; i < sentence[1]; i++) {
          let guess = PUNCT
          if (!facts[i]?.mark) {
            tagFeatures(facts, i, sentence, b1, b2, features)
            guess = bestTag(features, weights)
            const right = tags[i] as number
            if (right >= 0) {
              asked++
              if (guess !== right) wrong++
              learn(all, right, guess, 1)
            }
          }
          b2 = b1
          b1 = guess
        }
      }
    }
    for (const { word, tag } of lexicon) {
      tagFeatures(wordFacts([word]), 0, [0, 1], NO_TAG, NO_TAG, features)
      learn(WORD_FEATURES, tag, bestTag(features, weights, WORD_FEATURES), ALONE)
    }
    say(`parts of speech, round ${round + 1}: ${((100 * wrong) / asked).toFixed(1)} % wrong`)
  }
  for (let k = 0; k < size; k++) {
    sums[k] = (sums[k] as number) + (step - (since[k] as number)) * (weights[k] as number)
  }
  return Float32Array.from(sums, (sum) => sum / step)
}
