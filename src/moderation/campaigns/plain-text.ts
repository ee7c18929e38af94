/**
 * A text as it is compared with others: what is left when quoted lines,
 * disguises, forms, spellings and numbers are taken off it. Pure; the work is in line with the text's length.
 */
import { createHash } from 'node:crypto'
import { findLinks, normalise, readSigns, shortened } from '../../spam/index.ts'
import { FOLLOWING, foldSpelling, ownLines } from '../../text/index.ts'

export interface PlainText {
  /** In their order; a link is one word, "@" and its registrable domain, and all numbers are the same one. */
  words: string[]
  /** 52 bits of a hash of the words: the same for texts that differ only in what was taken off. */
  key: number
  /** A few words without a link, such as many people write: being alike says little of them. */
  short: boolean
}

/** A text of fewer words is compared as a whole only: too few pairs of words to resemble anything by. */
export const FEW_WORDS = 8

/** In these scripts nothing stands between words, or, in Korean, what a writer likes; so each letter is taken as one. */
// linear: letters that end where there are none.
const WORD = new RegExp(`[${FOLLOWING}]|(?:(?![${FOLLOWING}])[\\p{L}\\p{M}\\p{N}])+`, 'gu')

/** So many of their letters say as much as a word; a Chinese or Japanese one by itself. */
const LETTERS_A_WORD = [
  { letter: /\p{Script=Hangul}/u, count: 2 },
  { letter: /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u, count: 3 },
]

/** Letters that were written with something between them: so many make a word. */
const LEAST_SPREAD = 4

export function plainTextOf(raw: string): PlainText {
  const text = normalise(shortened(ownLines(raw).replace(/\s+/g, ' ').trim())).text
  const links = findLinks(text)
  const words: string[] = []
  let at = 0
  for (const link of links) {
    words.push(...wordsOf(text.slice(at, link.from)))
    words.push(`@${link.domain}`)
    at = link.to
  }
  words.push(...wordsOf(text.slice(at)))
  const together = joinSpread(words)
  // Pictures and signs alone are compared as they are.
  const compared = together.length > 0 ? together : [text]
  return { words: compared, key: keyOf(compared.join(' ')), short: links.length === 0 && sizeOf(compared) < FEW_WORDS }
}

/** How many words they are worth. */
function sizeOf(words: readonly string[]): number {
  let size = 0
  for (const word of words) size += 1 / (LETTERS_A_WORD.find(({ letter }) => letter.test(word))?.count ?? 1)
  return size
}

function wordsOf(text: string): string[] {
  return foldSpelling(text)
    .split(' ')
    .flatMap((chunk) => {
      const meant = readSigns(chunk.replace(/^[("'“”]+|(?<![)"'“”.,:;?])[)"'“”.,:;?]+$/g, ''))
      const letters = (meant ?? chunk).replace(/'/g, '').replace(/([^\s])\1{2,}/gu, '$1$1')
      return [...letters.matchAll(WORD)].map(([word]) => word.replace(/\p{N}+/gu, '0'))
    })
}

/** "f r e e" is "free". */
function joinSpread(words: readonly string[]): string[] {
  const joined: string[] = []
  let run: string[] = []
  const end = () => {
    joined.push(...(run.length >= LEAST_SPREAD ? [run.join('')] : run))
    run = []
  }
  for (const word of words) {
    if (/^[a-z]$/.test(word)) run.push(word)
    else {
      end()
      joined.push(word)
    }
  }
  end()
  return joined
}

/** A cryptographic hash, so that nobody can write a text that is taken for another. */
function keyOf(text: string): number {
  const bytes = createHash('sha256').update(text).digest()
  return bytes.readUInt32BE(0) * 2 ** 20 + (bytes.readUInt32BE(4) >>> 12)
}
