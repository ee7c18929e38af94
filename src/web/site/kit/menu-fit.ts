/** How much of the menu at the head stands in its one line; pages are the same for everyone, so it is reckoned, not measured. */
import type { MenuLink } from './props.ts'

/** In pixels, of the narrowest screen that shows the line (frame.css): what is left beside the gutters, the search and "More". */
const ROOM = 700
/** Of a letter in the line's size, and between two links. */
const LETTER = 8.6
const GAP = 22
/** The name stands before the line, in larger type, and is cut off beyond this. */
const NAME_LETTER = 11
const LONGEST_NAME = 230

/** The links that stand in the line, and those under "More": never a single one, which would need as much room itself. */
export function fitInLine<L extends Pick<MenuLink, 'says'>>(
  siteName: string,
  links: readonly L[],
): { line: L[]; more: L[] } {
  let left = ROOM - Math.min([...siteName].length * NAME_LETTER, LONGEST_NAME)
  let count = 0
  for (const { says } of links) {
    left -= [...says].length * LETTER + GAP
    if (left < 0) break
    count++
  }
  return { line: links.slice(0, count), more: links.slice(count) }
}
