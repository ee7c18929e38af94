/** A page as it is when somebody marks all of it and copies it: its words in document order, without its looks. */
import { parseHTML } from 'linkedom'

const UNSEEN =
  'script, style, template, noscript, head, svg, iframe, select, textarea, [hidden], [style*="display:none"], [style*="display: none"]'
/** Elements with an empty line before and after them, and those that only begin a line. */
const SPACED = new Set('P H1 H2 H3 H4 H5 H6 UL OL BLOCKQUOTE PRE DL FIGURE TABLE'.split(' '))
const LINES = new Set(
  'DIV SECTION ARTICLE ASIDE HEADER FOOTER NAV MAIN LI TR DT DD FIGCAPTION FORM FIELDSET ADDRESS BUTTON OPTION LABEL CENTER HR CAPTION DETAILS SUMMARY'.split(
    ' ',
  ),
)

export function copiedText(html: string): string {
  const { document } = parseHTML(html)
  for (const element of document.querySelectorAll(UNSEEN)) element.remove()
  let text = ''
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      text += (node.nodeValue ?? '').replace(/\s+/g, ' ')
      return
    }
    if (node.nodeType !== 1) return
    const { tagName } = node as Element
    const around = SPACED.has(tagName) ? '\n\n' : LINES.has(tagName) ? '\n' : /^T[DH]$/.test(tagName) ? '\t' : ''
    text += tagName === 'BR' ? '\n' : around
    for (const child of node.childNodes) walk(child)
    text += around
  }
  for (const child of document.childNodes) walk(child as unknown as Node)
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
