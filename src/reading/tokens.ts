/**
 * A text as tokens with parts of speech: the ground on which everything else in
 * this part stands. wink-nlp cuts and tags; this file keeps the offsets true,
 * finds the sentences, and keeps the cost linear where wink's is not.
 */
import type { ItsFunction } from 'wink-nlp'
import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'

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
const NUMBER_OF_TAG = new Map<string, number>(TAGS.map((name, number) => [name, number]))
export const [ADJ, ADP, ADV, AUX, DET, NOUN, NUM, PART, PRON, PROPN, PUNCT, SYM, VERB] = (
  ['ADJ', 'ADP', 'ADV', 'AUX', 'DET', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SYM', 'VERB'] as const
).map((name) => NUMBER_OF_TAG.get(name)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** All tokens of a text, in order, as columns: entry `i` of each is about token `i`. */
export interface Tokens {
  count: number
  word: string[]
  lower: string[]
  /** A number into `TAGS`. */
  tag: Uint8Array
  /** Which paragraph it stands in, and where: UTF-16 code units into that paragraph. */
  paragraph: Int32Array
  from: Int32Array
  to: Int32Array
  /** The number of its sentence; sentences never cross a paragraph. */
  sentence: Int32Array
  /** First token of each sentence, and `count` at the end: sentence `s` is `starts[s]` to `starts[s + 1]`. */
  starts: number[]
}

/** wink's cost grows with the square of an unbroken run; longer runs than this are cut without it. */
const LONGEST_RUN = 120
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN},}`, 'gu')
/** How much is given to wink at once, in code units. */
const LONGEST_PIECE = 20_000

const nlp = winkNLP(model, ['sbd', 'pos'])
const its = nlp.its as typeof nlp.its & { precedingSpaces: ItsFunction<string> }

/** Cuts paragraphs into tokens. Linear in the length of the text, whatever stands in it. */
export function tokenize(paragraphs: readonly string[]): Tokens {
  const cut: Cut = { word: [], tag: [], paragraph: [], from: [] }
  for (const [at, text] of paragraphs.entries()) cutParagraph(text, at, cut)
  const count = cut.word.length
  const { sentence, starts } = findSentences(cut)
  return {
    count,
    word: cut.word,
    lower: cut.word.map((word) => word.toLowerCase()),
    tag: Uint8Array.from(cut.tag),
    paragraph: Int32Array.from(cut.paragraph),
    from: Int32Array.from(cut.from),
    to: Int32Array.from(cut.from, (from, i) => from + (cut.word[i] as string).length),
    sentence,
    starts,
  }
}

interface Cut {
  word: string[]
  tag: number[]
  paragraph: number[]
  from: number[]
}

function cutParagraph(text: string, paragraph: number, cut: Cut): void {
  let done = 0
  const upTo = (end: number) => {
    while (done < end) {
      let stop = Math.min(end, done + LONGEST_PIECE)
      // Not in the middle of a word: every run is shorter than a piece, so there is a space to go back to.
      if (stop < end) stop = text.lastIndexOf(' ', stop) > done ? text.lastIndexOf(' ', stop) : stop
      cutPiece(text.slice(done, stop), done, paragraph, cut)
      done = stop
    }
  }
  if (text.length >= LONGEST_RUN) {
    for (const run of text.matchAll(LONG_RUN)) {
      upTo(run.index)
      cutPlainly(run[0], run.index, paragraph, cut)
      done = run.index + run[0].length
    }
  }
  upTo(text.length)
}

function cutPiece(text: string, offset: number, paragraph: number, cut: Cut): void {
  if (text.trim() === '') return
  const tokens = nlp.readDoc(text).tokens()
  const words = tokens.out() as string[]
  const spaces = tokens.out(its.precedingSpaces) as string[]
  const tags = tokens.out(its.pos) as string[]
  const before = cut.word.length
  let at = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    at += (spaces[i] as string).length
    if (!text.startsWith(word, at)) {
      // wink gave back other characters than it was given: its offsets can't be trusted here.
      for (const column of [cut.word, cut.tag, cut.paragraph, cut.from]) column.length = before
      cutPlainly(text, offset, paragraph, cut)
      return
    }
    push(cut, word, NUMBER_OF_TAG.get(tags[i] as string) ?? 0, paragraph, offset + at)
    at += word.length
  }
}

const PLAIN = /[\p{L}\p{N}\p{M}]{1,40}|[^\s\p{L}\p{N}\p{M}]/gu

function cutPlainly(text: string, offset: number, paragraph: number, cut: Cut): void {
  for (const { 0: word, index } of text.matchAll(PLAIN)) {
    push(cut, word, /^[\p{L}\p{N}]/u.test(word) ? 0 : PUNCT, paragraph, offset + index)
  }
}

function push(cut: Cut, word: string, tag: number, paragraph: number, from: number): void {
  cut.word.push(word)
  cut.tag.push(tag)
  cut.paragraph.push(paragraph)
  cut.from.push(from)
}

const ENDS = /^(?:[.?!…]+|\.{3,})$/
const CLOSERS = new Set(['”', '"', '’', "'", ')', ']', '»'])
const OPENERS = new Set(['“', '"', '‘', "'", '(', '[', '«', '„', '—', '–', '-'])

/** Sentences: they end at . ? ! … with the closing marks after it, where what follows looks like a beginning. */
function findSentences(cut: Cut): { sentence: Int32Array; starts: number[] } {
  const count = cut.word.length
  const sentence = new Int32Array(count)
  const starts: number[] = []
  let start = 0
  while (start < count) {
    let end = start + 1
    while (end < count && !endsBefore(cut, start, end)) end++
    sentence.fill(starts.length, start, end)
    starts.push(start)
    start = end
  }
  starts.push(count)
  return { sentence, starts }
}

function endsBefore(cut: Cut, start: number, at: number): boolean {
  if (cut.paragraph[at] !== cut.paragraph[at - 1]) return true
  const word = cut.word[at] as string
  let last = at - 1
  // Closing marks belong to the sentence they close. A few at most: a million of them is no sentence.
  while (last > start && last > at - 4 && CLOSERS.has(cut.word[last] as string)) last--
  if (!ENDS.test(cut.word[last] as string)) return false
  const spaceBefore = (cut.from[at] as number) > (cut.from[at - 1] as number) + (cut.word[at - 1] as string).length
  if (CLOSERS.has(word) && !(spaceBefore && OPENERS.has(word))) return false
  if (OPENERS.has(word)) return spaceBefore || last < at - 1
  return /^[\p{Lu}\p{Lt}\p{N}@#$£€•]/u.test(word)
}
