/**
 * Whether a text draws anything on a page: a name, a headline or a comment of
 * spaces, joiners, fillers, selectors and the like is none. U+2800 (Braille
 * without a dot) and U+1D159 (a note without a head) are blank, and called symbols.
 */
export const showsSomething = (text: string): boolean =>
  /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/u.test(text)

/** Scripts whose letters join, so that a name can need a joiner or a non-joiner between two of them. */
const JOINING = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Nko', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil'],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan'],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('')

/** Characters that draw nothing and are part of a word as it is spelt. */
// linear: each looks at a character and its neighbours, at six at the most.
const SPELT = new RegExp(
  [
    String.raw`(?<=[${JOINING}\p{M}])[\u200c\u200d](?=[${JOINING}])`,
    // Behind a virama also at the end of a word, as Malayalam had it.
    String.raw`(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])\u200d`,
    // Which form of a Han or Mongolian character is meant.
    String.raw`(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
    String.raw`(?<=\p{Script=Mongolian})[\u180b-\u180d\u180f]`,
    // In little pictures: a colour, several as one, a flag.
    String.raw`(?<=[\p{Extended_Pictographic}#*\d])\ufe0f`,
    String.raw`(?<=[\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d(?=\p{Extended_Pictographic})`,
    String.raw`(?<=\u{1f3f4})[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}`,
  ].join('|'),
  'gu',
)

/** A text without the unseen characters that its scripts and little pictures need: what is left of such hides something. */
export const withoutJoiners = (text: string): string => text.replace(SPELT, '')

/** Of a name that somebody signs with, in characters. */
export const LONGEST_NAME = 80

/**
 * Whether a name has characters in it that a reader can't see, or that turn the
 * direction of what stands beside it: with them one name passes for another.
 */
export const hidesSomething = (name: string): boolean =>
  /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\u{1d159}]/u.test(withoutJoiners(name))

/** What whoever gave such a name is told. */
export const NAME_HIDES =
  'The name has characters that can’t be seen, or that turn the direction of writing; type it anew without them.'
