/** How much of a page's story an element holds: what every box is judged by, whatever its name, its tag or its style. */
import { foldSpace, isElement, standsApart } from './words.ts'

/** A line of so many characters outside links is running text, and not a label. */
export const SENTENCE = 60
/** Scripts that write a word in one or two characters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

export interface Prose {
  /** Characters of running text in the element. */
  of(element: Element): number
  /** The element's part of the page's running text, 0 to 1; 0 where there is none. */
  share(element: Element): number
}

/** Counts once for all elements under the root, in time that grows with their number. Elements made later hold nothing. */
export function proseUnder(root: Element): Prose {
  const counts = new Map<Element, number>()
  let line = { words: 0, linked: 0, dense: false }
  let settled = 0
  const close = () => {
    const own = line.words - line.linked
    if (own >= (line.dense ? SENTENCE / 3 : SENTENCE) || (own > 0 && own + line.linked >= 2 * SENTENCE)) settled += own
    line = { words: 0, linked: 0, dense: false }
  }
  const walk = (element: Element, inLink: boolean): void => {
    const apart = standsApart(element)
    if (apart) close()
    const before = settled
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = foldSpace(node.nodeValue ?? '')
        line.words += text.length
        if (inLink) line.linked += text.length
        line.dense ||= DENSE.test(text.slice(0, 20))
      } else if (isElement(node) && !/^(SCRIPT|STYLE|TEMPLATE|BUTTON|SELECT|TEXTAREA|OPTION)$/.test(node.tagName))
        walk(node, inLink || node.tagName === 'A')
    }
    if (apart) close()
    counts.set(element, settled - before)
  }
  walk(root, false)
  close()
  counts.set(root, settled)
  const of = (element: Element) => counts.get(element) ?? 0
  return { of, share: (element) => (settled === 0 ? 0 : of(element) / settled) }
}
