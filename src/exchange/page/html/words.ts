/** The words of elements as a reader sees them: white space folded, and neighbours kept apart. */

/** Elements that stand by themselves, so that words before and after them are not one. */
const APART = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR BUTTON CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR IFRAME LEGEND LI MAIN MENU NAV NOSCRIPT OL OPTION P PRE SECTION SELECT SUMMARY TABLE TBODY TD TEXTAREA TFOOT TH THEAD TITLE TR UL VIDEO AUDIO'.split(
    ' ',
  ),
)
/** What no reader sees, wherever it stands. */
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE'])

export const standsApart = (element: Element): boolean => APART.has(element.tagName)

/** Whether a node is an element, as those that are walked through here may be texts or comments. */
export const isElement = (node: Node): node is Element => node.nodeType === 1

export interface Line {
  text: string
  /** The innermost element that stands by itself and holds it. */
  block: Element
}

/** The element's words, line by line, as it would be copied. */
export function linesOf(root: Element): Line[] {
  const lines: Line[] = []
  let text = ''
  let block = root
  const close = (next: Element) => {
    const folded = foldSpace(text)
    if (folded !== '') lines.push({ text: folded, block })
    text = ''
    block = next
  }
  const walk = (element: Element): void => {
    let afterElement = false
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        text += node.nodeValue ?? ''
        afterElement = false
        continue
      }
      if (!isElement(node) || UNSEEN.has(node.tagName)) continue
      const outer = block
      if (APART.has(node.tagName)) {
        close(node)
        walk(node)
        close(outer)
      } else {
        const before = text.length
        walk(node)
        if (afterElement && !/^SU[BP]$/.test(node.tagName) && needsSpace(text, before))
          text = `${text.slice(0, before)} ${text.slice(before)}`
      }
      afterElement = true
    }
  }
  walk(root)
  close(root)
  return lines
}

/** The element's words in one line. */
export function wordsOf(element: Element | null | undefined): string {
  if (!element) return ''
  if (element.children.length === 0) return foldSpace(element.textContent ?? '')
  return linesOf(element)
    .map(({ text }) => text)
    .join(' ')
}

export const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

const SMALL = /[\p{Ll}\p{N}.!?:;,)”»]$/u
const NO_CASE = /[\p{Lo}\p{M}]$/u
const BIG = /^\p{Lu}/u
const NO_CASE_FIRST = /^\p{Lo}/u
/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** Whether two inline elements that touch are two words: "Harbour" and "Board votes", but not the first letter of one that is set large. */
export function needsSpace(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return false
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at, at + 2)
  if (SMALL.test(before) && BIG.test(after)) return true
  if (/\p{L}$/u.test(before) && /^\p{N}/u.test(after)) return true
  return NO_CASE.test(before) && NO_CASE_FIRST.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after)
}
