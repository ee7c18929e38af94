/**
 * A text as pieces: words, numbers and marks, by a scanner that goes over it
 * once. Times and amounts stand on it, not on wink's tokens: they need to know
 * whether "2bn" or "16–18" was written in one go, and no part of speech.
 */
import { MONEY_LETTERS } from '../money-signs.ts'
import type { ReadingBlock } from '../reading.ts'

export const WORD = 0
export const NUMBER = 1
export const MARK = 2

/** All pieces of a text, in order, as columns: entry `i` of each is about piece `i`. */
export interface Pieces {
  text: string
  count: number
  /** UTF-16 units into the text. */
  from: number[]
  to: number[]
  /** In lower case; every apostrophe is "'", hyphen and en dash are "-". An ending such as "'s" is a piece of its own. */
  lower: string[]
  /** WORD, NUMBER ("1,200", "3.5": digits with commas and points inside) or MARK. */
  kind: number[]
}

const isSpace = (code: number) =>
  code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000
const isDigit = (code: number) => code >= 48 && code <= 57
const isApostrophe = (code: number) => code === 39 || code === 0x2019

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return false
  // Punctuation, currencies, arrows, signs; surrogates are pictures more often than letters.
  return (
    !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f) && !(code >= 0xd800 && code <= 0xdfff)
  )
}

/** Cuts a text into pieces. One pass: linear in its length, whatever stands in it. */
export function cutPieces(text: string): Pieces {
  const pieces: Pieces = { text, count: 0, from: [], to: [], lower: [], kind: [] }
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at++
      continue
    }
    const from = at
    let kind = MARK
    if (isDigit(code)) {
      kind = NUMBER
      at = endOfNumber(text, at)
    } else if (isLetter(code)) {
      kind = WORD
      at = endOfMoneySign(text, at) ?? endOfWord(text, at + 1)
    } else if (isApostrophe(code) && endsWord(text, at) && isLetter(text.charCodeAt(at + 1))) {
      kind = WORD
      at = endOfWord(text, at + 2)
    } else at++
    pieces.from.push(from)
    pieces.to.push(at)
    pieces.kind.push(kind)
    pieces.lower.push(kind === NUMBER ? text.slice(from, at) : plain(text.slice(from, at), code))
  }
  pieces.count = pieces.from.length
  return pieces
}

const known = new WeakMap<ReadingBlock, Pieces>()

/** The pieces of a block; cut once, however many ask for them. */
export function piecesOf(block: ReadingBlock): Pieces {
  const before = known.get(block)
  if (before?.text === block.text) return before
  const pieces = cutPieces(block.text)
  known.set(block, pieces)
  return pieces
}

function plain(word: string, first: number): string {
  if (first === 0x2010 || first === 0x2011 || first === 0x2013) return '-'
  if (first === 0x2019) return `'${word.slice(1).toLowerCase()}`
  return word.toLowerCase()
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) at++
    else if ((code === 44 || code === 46) && isDigit(text.charCodeAt(at + 1))) at += 2
    else return at
  }
}

function endOfWord(text: string, from: number): number {
  let at = from
  while (at < text.length && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at++
  return at
}

const moneyLetters = new Set(MONEY_LETTERS)

/** "USD|34.6", "Rs|500": where letters that stand for money end and a figure begins; null where it is a word. */
function endOfMoneySign(text: string, from: number): number | null {
  let at = from
  while (at < from + 4 && isLetter(text.charCodeAt(at))) at++
  return isDigit(text.charCodeAt(at)) && moneyLetters.has(text.slice(from, at)) ? at : null
}

function endsWord(text: string, at: number): boolean {
  if (at === 0) return false
  const before = text.charCodeAt(at - 1)
  return isLetter(before) || isDigit(before)
}

/** Whether nothing stands between a piece and the one before it. */
export const glued = (p: Pieces, at: number): boolean => at > 0 && at < p.count && p.from[at] === p.to[at - 1]

/** Whether a piece begins with a capital letter. */
export function capital(p: Pieces, at: number): boolean {
  if (at < 0 || at >= p.count) return false
  const first = p.text.charAt(p.from[at] as number)
  return first !== first.toLowerCase()
}

const ENDS = new Set(['.', '?', '!', '…'])
const QUOTES = new Set(['"', '“', '”', '‘', '’', "'", '(', ')', '[', ']', '«', '»', '•', '—'])
const SHORT = new Set(
  'mr mrs ms dr gov sen rep gen col lt sgt rev prof st no vs jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
)

/** Whether a sentence ends with piece `at`: an end mark that closes no initial ("U.S.") and no short form ("Sept."). */
export function endsSentence(p: Pieces, at: number): boolean {
  const mark = p.lower[at] as string
  if (!ENDS.has(mark)) return mark === ';'
  if (mark !== '.' || at === 0) return true
  const before = p.lower[at - 1] as string
  if (SHORT.has(before)) return false
  if (before.length > 1 || !capitalOrMeridiem(p, at - 1)) return true
  // After an initial or "p.m.", only a capital tells a new sentence from one that goes on; names follow initials, too.
  return capital(p, at + 1) && before === 'm' && !capital(p, at - 1)
}

const capitalOrMeridiem = (p: Pieces, at: number) =>
  capital(p, at) || p.lower[at] === 'm' || p.lower[at] === 'a' || p.lower[at] === 'p'

/** Whether a piece is the first of its sentence, opening marks aside; looks a few pieces back. */
export function startsSentence(p: Pieces, at: number): boolean {
  let before = at - 1
  while (before >= 0 && at - before < 4 && QUOTES.has(p.lower[before] as string)) {
    // Between a closing mark and its comma a sentence goes on; after an opening mark or a dash one may begin.
    before--
  }
  return before < 0 || endsSentence(p, before) || p.lower[before] === ':'
}

/** The words of a range, as they stand in the text. */
export const wordsInRange = (p: Pieces, from: number, end: number): string =>
  p.text.slice(p.from[from] as number, p.to[end - 1] as number)
