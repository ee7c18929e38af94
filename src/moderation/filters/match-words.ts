/**
 * Words and phrases in a comment, however they are dressed up: in capitals,
 * in another spelling that its script allows, look-alike letters of other scripts, signs for letters, letters
 * drawn out or spread apart. Whole words only, so that no town is caught for
 * what its name holds. Pure; the work is in line with the length of the text.
 */

import { normalise, readSigns, tokensOf } from '../../spam/index.ts'
import { foldSpelling, ownLines, UNSPACED } from '../../text/index.ts'

/** One place in a text: the word as written, and every way it may be read. */
interface Place {
  readonly forms: readonly string[]
}

/** One word of a phrase: the word itself, or what it begins with. */
interface Part {
  readonly word: string
  readonly isStem: boolean
}

export interface Phrase {
  /** As it was typed. */
  readonly typed: string
  readonly parts: readonly Part[]
}

/** A text folded for looking words up in it. */
export type FoldedText = readonly (Place | null)[]

/** Of scripts that put no space between words each character stands alone, and several are a phrase. */
// linear: letters that end where there are none.
const WORDS = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}'@$!€£|])+`, 'gu')
const SIGNS = /[@$!€£|]+/
const SHORTEST_STEM = 3
const LONGEST_PHRASE = 40

/** A line of a rule as a phrase; null where it has no words, too many, or a * that stands elsewhere than behind a word. */
export function readPhrase(typed: string): Phrase | null {
  const parts: Part[] = []
  for (const piece of typed.trim().split(/\s+/)) {
    const isStem = piece.endsWith('*')
    const bare = isStem ? piece.slice(0, -1) : piece
    if (bare.includes('*')) return null
    const words = placesOf(foldSpelling(normalise(bare).text)).map(({ forms }) => forms[0] as string)
    const last = words.at(-1)
    if (last === undefined) {
      // A dash or a comma between words says nothing.
      if (isStem) return null
      continue
    }
    if (isStem && [...last].length < SHORTEST_STEM) return null
    for (const word of words) parts.push({ word, isStem: false })
    if (isStem) parts[parts.length - 1] = { word: last, isStem: true }
  }
  return parts.length === 0 || parts.length > LONGEST_PHRASE ? null : { typed: typed.trim(), parts }
}

/** The words of a comment, those that it quotes left out, and of its author's name, each with the ways it may be read. */
export function foldText({ text, authorName }: { text: string; authorName: string }): FoldedText {
  const folded: (Place | null)[] = []
  for (const raw of [authorName, ownLines(text)]) {
    const normal = foldSpelling(normalise(raw).text)
    folded.push(...placesOf(normal))
    // Nothing goes on from the name into the text, nor into words that were spread apart.
    folded.push(null)
    for (const word of tokensOf(normal, [], []).spread) folded.push({ forms: [fold(word)] }, null)
  }
  return folded
}

/** The phrases made ready: answers those that a text has, each once, at most `most` of them. */
export function wordFinder(phrases: readonly Phrase[], most = 3): (text: FoldedText) => Phrase[] {
  const words = new Map<string, Phrase[]>()
  const stems = new Map<string, Phrase[]>()
  const lengths = new Set<number>()
  for (const phrase of phrases) {
    const first = phrase.parts[0]
    if (!first) continue
    const shelf = first.isStem ? stems : words
    const known = shelf.get(first.word)
    if (known) known.push(phrase)
    else shelf.set(first.word, [phrase])
    if (first.isStem) lengths.add(first.word.length)
  }
  return (text) => {
    const found = new Set<Phrase>()
    for (const [at, place] of text.entries()) {
      if (!place) continue
      for (const form of place.forms) {
        const candidates = [words.get(form)]
        for (const length of lengths) if (form.length >= length) candidates.push(stems.get(form.slice(0, length)))
        for (const phrase of candidates.flatMap((some) => some ?? [])) if (stands(phrase, text, at)) found.add(phrase)
        if (found.size >= most) return [...found].slice(0, most)
      }
    }
    return [...found]
  }
}

const stands = (phrase: Phrase, text: FoldedText, at: number): boolean =>
  phrase.parts.every(({ word, isStem }, i) =>
    text[at + i]?.forms.some((form) => (isStem ? form.startsWith(word) : form === word)),
  )

function placesOf(normal: string): Place[] {
  const places: Place[] = []
  for (const [token] of normal.matchAll(WORDS)) {
    if (PLAIN.test(token) && !DRAWN.test(token)) {
      places.push({ forms: [token] })
      continue
    }
    // "fr33" is read as "free", at the place where it begins; "freeee" also as "free".
    const meant = readSigns(token)
    const others = meant === null ? [] : [fold(meant)]
    if (DRAWN.test(token)) others.push(fold(token.replace(DRAWN_ALL, '$1')))
    const words = token.split(SIGNS).flatMap((word) => fold(word) || [])
    if (words.length === 0 && meant !== null) words.push(fold(meant))
    for (const [i, word] of words.entries()) places.push({ forms: i === 0 ? [...new Set([word, ...others])] : [word] })
  }
  return places
}

/** Most words of most texts: nothing about them can be read another way. */
const PLAIN = /^[a-z]+$/
const DRAWN = /(\p{L})\1\1/u
const DRAWN_ALL = /(\p{L})\1{2,}/gu

/** Without apostrophes; "don’t" is "dont", as people type it. */
function fold(word: string): string {
  const bare = word.replaceAll("'", '')
  return DRAWN.test(bare) ? bare.replace(DRAWN_ALL, '$1$1') : bare
}
