/** What the tagger's features are made of: each token's word, shape, quotation and sentence, once, as columns. */
import { polarityOf, stemOf } from '../cues.ts'
import { hashOf, remember, shapeOf } from '../hash.ts'
import { type Tokens, VERB } from '../tokens.ts'

export interface Context {
  tokens: Tokens
  /** Hashes of the lower-case word, of its stem, and of its last three letters. */
  word: Int32Array
  stem: Int32Array
  ending: Int32Array
  shape: Uint8Array
  /** Of each token: the quotation it stands in (from 1; marks included), or 0. */
  quotation: Int32Array
  /** Of each quotation: its first and last token. */
  opens: number[]
  closes: number[]
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
const factsOf = remember((word): WordFacts => {
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
    quotation: new Int32Array(count),
    opens: [-1],
    closes: [-1],
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
  for (let start = 0; start < count; ) {
    let end = start + 1
    while (end < count && tokens.paragraph[end] === tokens.paragraph[start]) end++
    context.paragraphStart.fill(start, start, end)
    context.paragraphEnd.fill(end - 1, start, end)
    findQuotationTokens(context, start, end)
    start = end
  }
  return context
}

const CLOSES: Record<string, string> = { '“': '”', '"': '"', '‘': '’', '«': '»', '„': '“', '``': "''" }

/** Quotations of one paragraph, outermost; one that is never closed runs to the paragraph's end. */
function findQuotationTokens(context: Context, start: number, end: number): void {
  const { word } = context.tokens
  const never = new Set<string>()
  for (let i = start; i < end; i++) {
    const mark = word[i] as string
    const close = CLOSES[mark]
    if (close === undefined || (mark === '‘' && never.has(mark))) continue
    let last = i + 1
    while (last < end && (never.has(mark) || word[last] !== close)) last = never.has(mark) ? end : last + 1
    if (last >= end) {
      never.add(mark)
      // A single mark that nothing closes is an apostrophe.
      if (mark === '‘') continue
      last = end - 1
    }
    context.quotation.fill(context.opens.length, i, last + 1)
    context.opens.push(i)
    context.closes.push(last)
    i = last
  }
}
