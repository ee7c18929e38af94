/** How much of the menu at the head stands in its one line; pages are the same for everyone, so it is reckoned, not measured. */
import type { MenuLink } from './props.ts'

/**
 * In pixels, of the narrowest screens that show the line and that show a longer
 * one (frame.css): what is left beside the gutters, the search and "More".
 */
const ROOM = { narrow: 700, wide: 920 }
/** Of a letter in the line's size, and between two links. */
const LETTER = 8.2
const GAP = 16
/** The name stands before the line, in larger type, and is cut off beyond this. */
const NAME_LETTER = 12.5
const LONGEST_NAME = 304

/** The links that stand in the line on every screen that has one, on wide ones besides, and always under "More". */
export function fitInLine<L extends Pick<MenuLink, 'says'>>(
  siteName: string,
  links: readonly L[],
): { line: L[]; wide: L[]; more: L[] } {
  let used = Math.min([...siteName].length * NAME_LETTER + GAP, LONGEST_NAME)
  const ends = links.map(({ says }) => {
    used += [...says].length * LETTER + GAP
    return used
  })
  const [line, wide] = [ROOM.narrow, ROOM.wide].map((room) => ends.filter((end) => end <= room).length)
  return { line: links.slice(0, line), wide: links.slice(line, wide), more: links.slice(wide) }
}
