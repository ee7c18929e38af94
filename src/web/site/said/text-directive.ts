/** Leading to words rather than to a paragraph: `:~:text=` (WICG, Scroll to Text Fragment), which browsers show as ::target-text. */

/** So many words at either end are enough to find a stretch by. */
const WORDS = 4
/** Fewer words than this stand in many places. */
const FEWEST = 3
/** As many are written out. */
const WHOLE = 10
/** A script without spaces has no words that could be counted here; so much of it is written out, and more led to by its paragraph alone. */
const LONGEST = 160

/**
 * The directive for words of one block, to be put behind `#id`; empty where
 * there are none to find them by. `cuts`: offsets into them where a mark stands,
 * over which browsers find nothing.
 */
export function textDirective(text: string, cuts: readonly number[] = []): string {
  const edges = [0, ...cuts.filter((at) => at > 0 && at < text.length), text.length]
  const pieces = edges.slice(1).map((to, i) => text.slice(edges[i], to).trim().split(/\s+/).filter(Boolean))
  const telling = pieces.filter((piece) => piece.length >= FEWEST)
  const [first, last] = telling.length > 0 ? [telling[0], telling.at(-1)] : [longest(pieces), undefined]
  if (!first || first.length === 0) return ''
  const isWhole = last === undefined || (first === last && first.length <= WHOLE)
  const parts = isWhole ? [first] : [first.slice(0, WORDS), (last as string[]).slice(-WORDS)]
  const words = parts.map((part) => part.join(' '))
  return words.some((part) => part.length > LONGEST) ? '' : `:~:text=${words.map(encoded).join(',')}`
}

const longest = (pieces: readonly string[][]): string[] | undefined =>
  pieces.reduce<string[] | undefined>((best, piece) => (best && best.length >= piece.length ? best : piece), undefined)

/** A comma, an ampersand and a hyphen mean something in a directive. Half a character is no text that could be found. */
const encoded = (words: string): string =>
  encodeURIComponent(words.replace(/[\ud800-\udfff]/gu, '')).replace(/-/g, '%2D')
