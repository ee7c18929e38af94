/**
 * Whether a text draws anything on a page: a name, a headline or a comment of
 * spaces, joiners, fillers, selectors and the like is none. U+2800 (Braille
 * without a dot) and U+1D159 (a note without a head) are blank, and called symbols.
 */
export const showsSomething = (text: string): boolean =>
  /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/u.test(text)
