/**
 * What a script lets its writers spell in more than one way, made one: for
 * comparing texts, not for showing them. After ISRI and Lucene's normalisation
 * for Arabic, and the Hindi spelling rules of the Kendriya Hindi Nideshalaya.
 */
import { normalForm } from './normal-form.ts'

/**
 * In the order in which they are made, on a text whose marks stand by
 * themselves (NFD). None looks further than a letter, so that each is linear.
 */
const FOLDS: readonly (readonly [RegExp, string | ((letter: string) => string)])[] = [
  // Accents, which are often left out: é, ά, ầ; ё is written е. A Cyrillic й is a letter of its own.
  [/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, ''],
  [/(?<=[еЕ])\u0308/g, ''],
  // Which form of a character is to be drawn.
  [/\p{Variation_Selector}/gu, ''],
  // Arabic: tatweel, vowel signs and hamza on a carrier; then letters that share a form, or do so in Persian and Urdu.
  [/[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff]/g, ''],
  [/\u0671/g, 'ا'],
  [/[ىیېے]/g, 'ي'],
  [/[کڪ]/g, 'ك'],
  [/[ةہەھۃ]/g, 'ه'],
  // Hebrew: points and accents.
  [/[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g, ''],
  // Scripts of India: the nukta; every nasal mark, and a nasal letter before another, as the one dot; ऑ as आ; गए as गये.
  [/[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/g, ''],
  [/[\u0901\u0981\u0a01\u0a81]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 1)],
  [/\u0a70/g, '\u0a02'],
  [/[ङञणनम]\u094d(?=[क-ह])/g, '\u0902'],
  [/[ઙઞણનમ]\u0acd(?=[ક-હ])/g, '\u0a82'],
  [/\u0949/g, '\u093e'],
  [/ऑ/g, 'आ'],
  [/(?<=[\p{L}\p{M}])ए/gu, 'ये'],
  [/(?<=[\p{L}\p{M}])ई/gu, 'यी'],
  // Thai and Lao: marks of tone and of silence, which are typed in any order or left out; two signs that look like one.
  [/[\u0e47-\u0e4c\u0ec8-\u0ecc]/g, ''],
  [/เเ/g, 'แ'],
  [/ເເ/g, 'ແ'],
  // Japanese: a word may stand in either kana.
  [/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)],
]

/** Of a text in form NFKC and lower case; the answer is in form NFC. */
export function foldSpelling(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text
  let folded = normalForm(text, 'NFD')
  for (const [from, to] of FOLDS) folded = folded.replace(from, to as string)
  return normalForm(folded, 'NFC')
}
