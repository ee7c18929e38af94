import { normalForm, withoutJoiners } from '../text/index.ts'
/**
 * A text as a person reads it, whatever it was written with to get past a
 * filter; and what had to be changed, which says more than the words do.
 */

/** How often each kind of change was made. */
export interface Changes {
  /** Characters without width inside words, but for those that a script or a little picture needs. */
  hidden: number
  /** Letters of another script that look like Latin ones, in a word with Latin letters. */
  lookalikes: number
  /** Digits and signs that stand for letters: "fr33". */
  signs: number
  /** Words written with spaces or dots between their letters: "f r e e". */
  spread: number
  /** Letters that NFKC knows as another's variant: "𝓯𝓻𝓮𝓮", "ｆｒｅｅ". */
  variants: number
}

export interface Normalised {
  /** Lower case, NFKC, Latin lookalikes as Latin. */
  text: string
  changes: Changes
}

/** Between letters these hide a word; at the ends of a text they are left by copying. */
const HIDDEN = /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

/** Letters that look like a Latin one: the part of Unicode's confusables (UTS 39) that people make use of. */
const LOOKALIKES = new Map<string, string>([
  ['а', 'a'],
  ['в', 'b'],
  ['с', 'c'],
  ['ԁ', 'd'],
  ['е', 'e'],
  ['һ', 'h'],
  ['і', 'i'],
  ['ј', 'j'],
  ['к', 'k'],
  ['ӏ', 'l'],
  ['м', 'm'],
  ['п', 'n'],
  ['о', 'o'],
  ['р', 'p'],
  ['ԛ', 'q'],
  ['ѕ', 's'],
  ['т', 't'],
  ['у', 'y'],
  ['ѵ', 'v'],
  ['ԝ', 'w'],
  ['х', 'x'],
  ['α', 'a'],
  ['ϲ', 'c'],
  ['ε', 'e'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['ν', 'v'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['τ', 't'],
  ['υ', 'u'],
  ['χ', 'x'],
  ['γ', 'y'],
  ['ı', 'i'],
  ['ɑ', 'a'],
  ['ɡ', 'g'],
  ['ⅼ', 'l'],
  ['օ', 'o'],
  ['ս', 'u'],
  ['հ', 'h'],
  ['ո', 'n'],
  ['ց', 'g'],
] as const)

const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
  '£': 'l',
  '|': 'l',
}

export function normalise(raw: string): Normalised {
  const trimmed = raw.replace(HIDDEN, (sign, at: number) => (at === 0 || at === raw.length - 1 ? '' : sign))
  const hidden = withoutJoiners(trimmed).match(HIDDEN)?.length ?? 0
  const bare = trimmed.replace(HIDDEN, '')
  const composed = composedOf(bare)
  const variants = countVariants(bare)
  const lower = composed.toLowerCase().replace(/[’‘`´]/g, "'")
  let lookalikes = 0
  const latin = lower.replace(/[\p{L}\p{M}]+/gu, (word) => {
    if (!/[a-z]/.test(word) || !/[^\p{Script=Latin}\p{M}]/u.test(word)) return word
    let replaced = ''
    for (const letter of word) {
      const as = LOOKALIKES.get(letter)
      if (as) lookalikes++
      replaced += as ?? letter
    }
    return replaced
  })
  return { text: latin, changes: { hidden, lookalikes, signs: 0, spread: 0, variants } }
}

/** One letter can stand for eighteen; a text of nothing else is left as it is, or it would be eighteen times as long. */
const MOST_LONGER = 3
const LONG_LETTERS = /([\ufdfa\ufdfb])/

function composedOf(text: string): string {
  const composed = normalForm(text, 'NFKC')
  if (composed.length <= MOST_LONGER * text.length) return composed
  return text
    .split(LONG_LETTERS)
    .map((part, i) => (i % 2 === 1 ? part : normalForm(part, 'NFKC')))
    .join('')
}

/** Letters and digits that are styled variants of plain ones; signs such as "…" and "½" are not counted. */
function countVariants(text: string): number {
  let count = 0
  for (const letter of text) {
    if (letter > '\u007f' && /[\p{L}\p{N}\p{So}]/u.test(letter) && /^[a-z0-9]+$/i.test(normalForm(letter, 'NFKC')))
      count++
  }
  return count
}

/** A word with its signs read as letters ("fr33" as "free"), or null where it has none among letters. */
export function readSigns(word: string): string | null {
  if (!/\p{L}/u.test(word) || !/[0134578@$!€£|]/.test(word)) return null
  // "2nd", "5k", "4th" and "1000s" are numbers with an ending.
  if (/^\d+\p{L}{1,3}$/u.test(word)) return null
  const trimmed = word.replace(/(?<!!)!+$/, '')
  const read = trimmed.replace(/[013457@$!€£|]/g, (sign) => SIGNS[sign] ?? sign)
  return read === trimmed || !/^\p{L}+$/u.test(read) ? null : read
}
