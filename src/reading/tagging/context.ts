/** What the tagger's features are made of: each token's word, shape, quotation and sentence, once, as columns. */
import { polarityOf, stemOf } from '../cues.ts'
import { hashOf, memoize, mix, shapeOf } from '../hash.ts'
import { PUNCT, type Tokens, VERB } from '../tokens.ts'
import { markLeads } from './leads.ts'
import { type Marked, markQuotations } from './marks.ts'

export interface Context extends Marked {
  tokens: Tokens
  /** Hashes of the lower-case word, of its stem, and of its last three letters. */
  word: Int32Array
  stem: Int32Array
  ending: Int32Array
  shape: Uint8Array
  /** Of each token, its part in a lead or tail (leads.ts). */
  lead: Uint8Array
  /** Hashes of the parts of speech on the way to the last and the next word of the sentence that may attribute; 0 where there is none near. */
  /** The last and the next token of the sentence that may attribute; -1 where there is none. */
  cueLeft: Int32Array
  cueRight: Int32Array
  pathLeft: Int32Array
  pathRight: Int32Array
  /** Of each token: whether its word may attribute. 2 where it is a verb as well. */
  cue: Uint8Array
  /** First and last token of each token's paragraph. */
  paragraphStart: Int32Array
  paragraphEnd: Int32Array
}

interface WordFacts {
  word: number
  stem: number
  ending: number
  shape: number
  cue: boolean
}
const factsOf = memoize((word): WordFacts => {
  const lower = word.toLowerCase()
  return {
    word: hashOf(lower),
    stem: hashOf(stemOf(lower)),
    ending: hashOf(lower.slice(-3)),
    shape: shapeOf(word),
    cue: polarityOf(lower) !== undefined,
  }
})

export function contextOf(tokens: Tokens): Context {
  const { count } = tokens
  const context: Context = {
    tokens,
    word: new Int32Array(count),
    stem: new Int32Array(count),
    ending: new Int32Array(count),
    shape: new Uint8Array(count),
    ...markQuotations(tokens),
    lead: new Uint8Array(count),
    cueLeft: new Int32Array(count).fill(-1),
    cueRight: new Int32Array(count).fill(-1),
    pathLeft: new Int32Array(count),
    pathRight: new Int32Array(count),
    cue: new Uint8Array(count),
    paragraphStart: new Int32Array(count),
    paragraphEnd: new Int32Array(count),
  }
  for (let i = 0; i < count; i++) {
    const known = factsOf(tokens.word[i] as string)
    context.word[i] = known.word
    context.stem[i] = known.stem
    context.ending[i] = known.ending
    context.shape[i] = known.shape
    context.cue[i] = known.cue ? (tokens.tag[i] === VERB ? 2 : 1) : 0
    if (tokens.lower[i] === 'according') context.cue[i] = 2
  }
  sameMarks(context)
  for (let start = 0; start < count; ) {
    let end = start + 1
    while (end < count && tokens.paragraph[end] === tokens.paragraph[start]) end++
    context.paragraphStart.fill(start, start, end)
    context.paragraphEnd.fill(end - 1, start, end)
    markLeads(tokens, context.lead, start, end)
    start = end
  }
  for (let k = 0; k + 1 < tokens.starts.length; k++)
    findPaths(context, tokens.starts[k] as number, tokens.starts[k + 1] as number)
  return context
}

const [OPEN, CLOSE] = [factsOf('“'), factsOf('”')]

/** What opens and closes a quotation is the same to the tagger, whatever mark a text writes. */
function sameMarks(context: Context): void {
  const { opens, closes, closed, tokens } = context
  const write = (i: number, { word, stem, ending }: WordFacts) => {
    context.word[i] = word
    context.stem[i] = stem
    context.ending[i] = ending
  }
  for (let k = 1; k < opens.length; k++) {
    if (!/[\p{L}\p{N}]/u.test(tokens.word[opens[k] as number] as string)) write(opens[k] as number, OPEN)
    if (closed[k]) write(closes[k] as number, CLOSE)
  }
}

/** No way is longer than this many steps; a step is a run of one part of speech, or a mark. */
const LONGEST_PATH = 7

/** For each token of a sentence, what lies between it and the words that may attribute on either side. */
function findPaths(context: Context, start: number, end: number): void {
  const { tag } = context.tokens
  const step = (i: number) => (tag[i] === PUNCT ? (context.word[i] as number) : (tag[i] as number))
  const walk = (from: number, to: number, by: 1 | -1, paths: Int32Array) => {
    let [path, steps, last] = [0, LONGEST_PATH + 1, -1]
    for (let i = from; i !== to; i += by) {
      paths[i] = steps > LONGEST_PATH ? 0 : path
      if (context.cue[i] === 2) {
        path = mix(context.stem[i] as number, by)
        steps = 0
        last = -1
      } else if (step(i) !== last) {
        last = step(i)
        path = mix(path, last)
        steps++
      }
    }
  }
  for (let i = start + 1; i < end; i++) {
    context.cueLeft[i] = (context.cue[i - 1] as number) > 0 ? i - 1 : (context.cueLeft[i - 1] as number)
  }
  for (let i = end - 2; i >= start; i--) {
    context.cueRight[i] = (context.cue[i + 1] as number) > 0 ? i + 1 : (context.cueRight[i + 1] as number)
  }
  walk(start, end, 1, context.pathLeft)
  walk(end - 1, start - 1, -1, context.pathRight)
}
