/** Scripts that put no space between words, as part of a character class. */
export const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'

/** With Hangul, whose particles stand directly behind a foreign word: scripts of which a letter may follow an address without a space. */
export const FOLLOWING = `${UNSPACED}\\p{Script=Hangul}`
