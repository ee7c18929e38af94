/**
 * Words as they are compared and searched: lower case, without accents and
 * signs, so that "Zelenskyy’s" and "ZELENSKYY" are one. Every pass is linear in
 * the text.
 */

import { normalForm } from './normal-form.ts'

/** Letters that are accented forms to those who look for them, though Unicode does not take them apart. */
export const PLAIN_LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/** In other scripts a mark can be the half of a letter, and stays. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu

/** The words of a text, folded. An apostrophe within a word goes, and with it the "s" of a possessive. */
export function foldedWords(text: string): string[] {
  const plain = normalForm(text, 'NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    // Lower case can bring a mark back: "İ" is an "i" with a dot.
    .replace(ACCENTS, '')
    .replace(/[øłđðþßæœı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/['’‘ʼ](?:s(?![\p{L}\p{N}]))?/gu, '')
  return normalForm(plain, 'NFC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
}
