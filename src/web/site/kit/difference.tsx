/** What changed from one text to another, word by word. */
import { diffArrays } from 'diff'
import { UNSPACED } from '../../../text/index.ts'

/** A run of a script without spaces, a word with its apostrophes and joiners, a number, little pictures, white space, or a sign. */
// linear: each character begins one of these, and a word goes on behind one sign only.
const PIECES = new RegExp(
  [
    `[${UNSPACED}\\p{M}]{1,200}`,
    `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}]|(?<=[\\p{L}\\p{M}])['’׳״\\u00ad\\u200c\\u200d](?=\\p{L})|(?<=\\d)[.,](?=\\d))+`,
    '[\\p{Extended_Pictographic}\\u{1f1e6}-\\u{1f1ff}\\u{1f3fb}-\\u{1f3ff}\\u200d\\ufe0f]+',
    '[^\\S\\n]+|.',
  ].join('|'),
  'gsu',
)
/** Finds words where no space stands between them. It takes the square of what it is given, so it is given little at a time. */
const WORDS = new Intl.Segmenter('en', { granularity: 'word' })
// linear: one letter.
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')

/** With more changes than this the one text is said to stand in the place of the other. */
const MOST_CHANGES = 4000

/** Words marked as put in or taken out; the whole as it was where there is nothing to compare with. */
export const Difference = ({
  from,
  to,
  mostChanges = MOST_CHANGES,
}: {
  from: string | null
  to: string
  /** A smaller bound, for pages that anyone can have drawn. */
  mostChanges?: number
}) => (
  <div class="difference" dir="auto">
    {from === null
      ? to
      : (diffArrays(wordsOf(from), wordsOf(to), { maxEditLength: mostChanges })?.map(({ added, removed, value }) => {
          const words = value.join('')
          return added ? <ins>{words}</ins> : removed ? <del>{words}</del> : words
        }) ?? (
          <>
            <del>{from}</del>
            <ins>{to}</ins>
          </>
        ))}
  </div>
)

function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const [piece] of text.matchAll(PIECES)) {
    if (!IS_UNSPACED.test(piece)) words.push(piece)
    else for (const { segment } of WORDS.segment(piece)) words.push(segment)
  }
  return words
}
