/** A normalised text in words, signs and links; and its letters in one line. */
import { spamMessages as m } from '../messages/index.ts'
import type { FoundLink } from './links.ts'

/** In the place of a link: one that leads away, and one to the site itself. */
export const LINK = 'LINK'
export const OWN_LINK = 'HERE'

/** What stands for them among the letters. */
const LINK_SIGN = '\u0001'
const OWN_SIGN = '\u0002'

const NO_SPACES =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
/** A letter of a script that puts no space between words: it is a token by itself, and two of them are a pair. */
export const ALONE = new RegExp(`^[${NO_SPACES}]\\p{M}*$`, 'u')
const TOKENS = new RegExp(
  `[${NO_SPACES}]\\p{M}*|(?:(?![${NO_SPACES}])[\\p{L}\\p{M}\\p{N}'])+|[^\\s\\p{L}\\p{M}\\p{N}]`,
  'gu',
)

export interface Tokens {
  words: string[]
  /** Begins and ends with a space; a link is one sign. */
  letters: string
  /** Words that were written with their letters apart: "f r e e", "s.u.b". */
  spread: string[]
}

export function tokensOf(text: string, links: readonly FoundLink[], own: readonly string[]): Tokens {
  const words: string[] = []
  let letters = ' '
  let at = 0
  const read = (part: string) => {
    // "sooooo" is "soo", and "!!!!!!" two marks.
    const short = part.replace(/([^\s])\1{2,}/gu, '$1$1')
    for (const [token] of short.matchAll(TOKENS)) words.push(token)
    letters += short
  }
  for (const link of links) {
    const isOwn = own.includes(link.domain)
    read(text.slice(at, link.from))
    words.push(isOwn ? OWN_LINK : LINK)
    letters += isOwn ? OWN_SIGN : LINK_SIGN
    at = link.to
  }
  read(text.slice(at))
  return { words, letters: `${letters} `.replace(/\s+/g, ' '), spread: spreadWords(words) }
}

/** Runs of four and more single letters, but for dots, dashes and the like between them. */
function spreadWords(words: readonly string[]): string[] {
  const found: string[] = []
  let run = ''
  for (const word of [...words, LINK]) {
    if (/^\p{L}$/u.test(word) && !ALONE.test(word)) run += word
    else if (!/^[.\-_*~|,]$/.test(word)) {
      if (run.length >= 4) found.push(run)
      run = ''
    }
  }
  return found
}

/** What a person calls a stretch of the letters: the whole words that it touches. */
export function wholeWordsAt(letters: string, from: number, to: number): string {
  let [start, end] = [from, to]
  if (letters[start] === ' ') start++
  if (letters[end - 1] === ' ') end--
  while (start > 0 && letters[start - 1] !== ' ') start--
  while (end < letters.length && letters[end] !== ' ') end++
  return letters.slice(start, end).replaceAll(LINK_SIGN, m.linkHere).replaceAll(OWN_SIGN, m.ownLinkHere)
}
