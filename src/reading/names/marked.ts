/** A text with its words marked: the ground of all that looks for names. */
import { findQuotations } from '../quotations.ts'
import type { ReadingBlock } from '../reading.ts'
import { type Tokens, VERB } from '../tokens.ts'
import {
  CALENDAR,
  CAPITAL,
  CAPS,
  GIVEN,
  HONORIFIC,
  LETTERS,
  marksOf,
  ORDINARY,
  PARTICLE,
  POSSESSIVE,
  ROLE,
} from './words.ts'

export const PLAIN_CASE = 0
/** A headline with most words capital: a capital says little there. */
export const TITLE_CASE = 1
export const ALL_CAPS = 2

export interface Marked {
  blocks: readonly ReadingBlock[]
  tokens: Tokens
  /** Of each token, the sum of its marks. */
  marks: Int32Array
  /** 1 where a token begins a sentence, a quotation or what follows a colon: its capital says little. */
  initial: Uint8Array
  /** Of each token: the number of the quotation it stands in, counted from 1 over the text, or 0. */
  quoted: Int32Array
  /** Of each sentence. */
  style: Uint8Array
  /** Lower-case words that the text has without a capital, and with one where it says something. */
  seenLower: Set<string>
  seenName: Set<string>
  /** Whether the text names someone May: a given name stands before it. */
  someMay: boolean
}

const BEFORE_BEGINNING = new Set(['“', '"', '‘', "'", ':', '(', '[', '•', '—', '–', '-', '*', '…', '«', '„'])

export function markWords(blocks: readonly ReadingBlock[], tokens: Tokens): Marked {
  const { count, word } = tokens
  const marks = new Int32Array(count)
  for (let i = 0; i < count; i++) marks[i] = marksOf(word[i] as string)
  const marked: Marked = {
    blocks,
    tokens,
    marks,
    initial: new Uint8Array(count),
    quoted: quotedTokens(blocks, tokens),
    style: new Uint8Array(Math.max(0, tokens.starts.length - 1)),
    seenLower: new Set(),
    seenName: new Set(),
    someMay: false,
  }
  for (let s = 0; s + 1 < tokens.starts.length; s++) lookAt(marked, s)
  return marked
}

function lookAt(marked: Marked, sentence: number): void {
  const { tokens, marks, initial, seenLower, seenName } = marked
  const [from, to] = [tokens.starts[sentence] as number, tokens.starts[sentence + 1] as number]
  const style = styleOf(marked, from, to)
  marked.style[sentence] = style
  let beginning = true
  for (let i = from; i < to; i++) {
    const bits = marks[i] as number
    if (!(bits & LETTERS)) {
      beginning ||= BEFORE_BEGINNING.has(tokens.word[i] as string) && !isHyphen(tokens, i)
      continue
    }
    if (beginning) initial[i] = 1
    beginning = false
    if (i > from && tokens.word[i] === 'May' && (marks[i - 1] as number) & (GIVEN | ROLE | HONORIFIC))
      marked.someMay = true
    if (style !== PLAIN_CASE) continue
    if (!(bits & CAPITAL)) seenLower.add(tokens.lower[i] as string)
    else if (initial[i] === 0 && !(bits & CALENDAR)) seenName.add(bareLower(marked, i))
  }
}

/** Joins two words: nothing on either side but them. */
export function isHyphen(tokens: Tokens, i: number): boolean {
  return tokens.word[i] === '-' && touches(tokens, i) && touches(tokens, i + 1)
}

const NICKNAME_CLOSES: Record<string, string> = { '“': '”', '"': '"', '‘': '’', "'": "'", '(': ')', '«': '»' }

/** Behind a nickname in marks or brackets that opens at `at`: William “Bill” Haskett, Robert (Bob) Tindall; 0 where none opens there. */
export function nicknameEnd(tokens: Tokens, at: number, limit: number): number {
  const closing = NICKNAME_CLOSES[tokens.word[at] as string]
  if (closing === undefined || touches(tokens, at)) return 0
  for (let close = at + 2; close < Math.min(limit, at + 5); close++) {
    if (tokens.word[close] !== closing) continue
    for (let i = at + 1; i < close; i++) if (!/^(?:\p{Lu}[\p{L}.’']*|the)$/u.test(tokens.word[i] as string)) return 0
    return touches(tokens, close + 1) ? 0 : close + 1
  }
  return 0
}

/** Whether nothing stands between a token and the one before it. */
export function touches(tokens: Tokens, i: number): boolean {
  return (
    i > 0 && i < tokens.count && tokens.from[i] === tokens.to[i - 1] && tokens.paragraph[i] === tokens.paragraph[i - 1]
  )
}

/** A token's word in lower case, its own "’s" left out, one kind of apostrophe. */
export function bareLower(marked: Marked, i: number): string {
  const lower = marked.tokens.lower[i] as string
  const bare = (marked.marks[i] as number) & POSSESSIVE ? lower.slice(0, -2) : lower
  return bare.includes('’') ? bare.replaceAll('’', "'") : bare
}

/** A token and its "’s": whether the next token, or its own end, makes it somebody's. */
export function isPossessive(marked: Marked, i: number): boolean {
  if ((marked.marks[i] as number) & POSSESSIVE) return true
  const next = marked.tokens.word[i + 1]
  if (next === undefined || !touches(marked.tokens, i + 1)) return false
  return (
    next === '’s' ||
    next === "'s" ||
    ((next === '’' || next === "'") && (marked.tokens.lower[i] as string).endsWith('s'))
  )
}

/** Where the "’s" is a token of its own. */
export const isPossessivePair = (marked: Marked, i: number): boolean =>
  isPossessive(marked, i) && !((marked.marks[i] as number) & POSSESSIVE)

/** Whether a token stands in a headline, where capitals say little. */
export const inHeadline = (marked: Marked, i: number): boolean =>
  marked.style[marked.tokens.sentence[i] as number] !== PLAIN_CASE

function styleOf({ marks, tokens }: Marked, from: number, to: number): number {
  let [words, capitals, shouted] = [0, 0, 0]
  let small = false
  for (let i = from; i < to; i++) {
    const bits = marks[i] as number
    if (!(bits & LETTERS)) continue
    // A headline begins with a capital.
    if (words++ === 0 && !(bits & CAPITAL)) return PLAIN_CASE
    if (bits & CAPS) shouted++
    if (bits & CAPITAL) capitals++
    // "the", "of" and "in" stay small in many headlines; a noun or a verb does not.
    else if (!(bits & (ORDINARY | PARTICLE)) || tokens.tag[i] === VERB) small = true
  }
  if (words >= 3 && shouted >= words * 0.7) return ALL_CAPS
  return words >= 4 && capitals >= words * 0.6 && !small ? TITLE_CASE : PLAIN_CASE
}

function quotedTokens(blocks: readonly ReadingBlock[], tokens: Tokens): Int32Array {
  const quoted = new Int32Array(tokens.count)
  let [i, number] = [0, 0]
  for (let p = 0; p < blocks.length; p++) {
    while (i < tokens.count && (tokens.paragraph[i] as number) < p) i++
    const text = (blocks[p] as ReadingBlock).text
    for (const { from, to } of findQuotations(text)) {
      number++
      while (i < tokens.count && tokens.paragraph[i] === p && (tokens.from[i] as number) < from) i++
      while (i < tokens.count && tokens.paragraph[i] === p && (tokens.from[i] as number) < to) quoted[i++] = number
    }
  }
  return quoted
}
