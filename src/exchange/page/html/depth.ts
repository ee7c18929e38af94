/** How deeply a page's elements lie within one another, found before anything that goes down into them is begun. */
import { Parser } from 'htmlparser2'

/**
 * So many elements within one another are read. Pages that people write come to
 * a few dozen; browsers stop at 512; what reads a page here calls itself for each.
 */
export const DEEPEST = 256
/** Characters at a time: a page that is too deep is not looked at to its end. */
const STEP = 64 * 1024

/**
 * Whether a page is nested too deeply to be read. The parser is the one that
 * makes the page's tree, without the tree: it calls itself for nothing, and
 * holds no more open elements than are allowed.
 */
export function isTooDeep(html: string, deepest = DEEPEST): boolean {
  let depth = 0
  let most = 0
  const parser = new Parser({
    onopentag() {
      depth += 1
      if (depth > most) most = depth
      if (most > deepest) parser.pause()
    },
    onclosetag() {
      depth -= 1
    },
  })
  for (let at = 0; at < html.length && most <= deepest; at += STEP) parser.write(html.slice(at, at + STEP))
  return most > deepest
}
