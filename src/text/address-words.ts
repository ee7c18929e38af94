/** A text as the last part of an address: its words, spelt as they are, joined by hyphens. */

import { PLAIN_LETTERS } from './folded-words.ts'
import { normalForm } from './normal-form.ts'

/** Latin letters of further alphabets that Unicode takes for letters of their own: all are made plain, or none. */
const PLAIN: Record<string, string> = {
  ...PLAIN_LETTERS,
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
  ĸ: 'k',
  ə: 'e',
  ǝ: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ɑ: 'a',
  ɓ: 'b',
  ƀ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ƒ: 'f',
  ɠ: 'g',
  ɣ: 'g',
  ǥ: 'g',
  ɨ: 'i',
  ɩ: 'i',
  ȷ: 'j',
  ƙ: 'k',
  ɫ: 'l',
  ƚ: 'l',
  ɲ: 'n',
  ƞ: 'n',
  ɵ: 'o',
  ƥ: 'p',
  ʃ: 'sh',
  ƭ: 't',
  ʉ: 'u',
  ʊ: 'u',
  ʋ: 'v',
  ƴ: 'y',
  ƶ: 'z',
  ʒ: 'zh',
}

/**
 * What is written otherwise for its looks alone, and is spelt plainly: accented Latin letters, figures in circles,
 * letters in the styles of mathematics, forms for a width or a place in the word. A letter of any other script is
 * left as it is, since what Unicode takes apart there (Thai SARA AM, the Armenian ligature) is not put together again.
 */
const FOR_LOOKS = /[\p{Script=Latin}\p{N}\ufb00-\uffef]|(?=\p{Script=Common})\p{L}/gu
const ACCENTS = /(?<=\p{Script=Latin})\p{M}+/gu

/** Lower case; empty where the text has neither letter nor figure. */
export function addressWords(text: string): string {
  const plain = normalForm(text, 'NFC')
    .replace(FOR_LOOKS, (one) => normalForm(one, 'NFKD'))
    .replace(ACCENTS, '')
    .toLowerCase()
    // Lower case can bring a mark back: "İ" is an "i" with a dot.
    .replace(ACCENTS, '')
    .replace(/\p{Script=Latin}/gu, (letter) => PLAIN[letter] ?? letter)
    // Letters and marks that draw nothing would make addresses that look alike, or empty.
    .replace(/(?=[\p{L}\p{M}])\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/['’‘ʼ]/g, '')
  return normalForm(plain, 'NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
