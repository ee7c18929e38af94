/** Words and marks of inline content: white space folded, marks as ranges of what is left. */
import type { Mark } from '../../../story/index.ts'
import { normalForm, readUrl } from '../../../text/index.ts'
import { type Line, paragraphsOfLines, type Words } from '../../body/index.ts'
import { isElement, needsSpace, standsApart } from './words.ts'

/** `base` resolves links. Line breaks become white space. */
export function inline(nodes: readonly Node[], base: string): Words {
  let text = ''
  const marks: Mark[] = []
  const add = (words: string) => {
    for (const part of normalForm(words, 'NFC').split(/(\s+)/)) {
      if (part === '') continue
      if (/^\s+$/.test(part)) {
        if (text !== '' && !text.endsWith(' ')) text += ' '
      } else text += part
    }
  }
  let afterElement = false
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      add(node.nodeValue ?? '')
      afterElement = false
      return
    }
    if (!isElement(node) || node.tagName === 'SCRIPT' || node.tagName === 'STYLE') return
    const apart = standsApart(node)
    if (apart) add(' ')
    const touches = afterElement && !text.endsWith(' ')
    const before = text
    const from = text.length
    afterElement = false
    for (const child of node.childNodes) visit(child)
    if (touches && !/^SU[BP]$/.test(node.tagName) && needsSpace(text, from)) {
      // What was marked meanwhile moves along.
      text = `${before} ${text.slice(from)}`
      for (const one of marks) {
        if (one.from < from) continue
        one.from += 1
        one.to += 1
      }
      mark(node, from + 1)
    } else mark(node, from)
    if (apart) add(' ')
    afterElement = true
  }
  const mark = (element: Element, start: number) => {
    const from = start + (text.slice(start).length - text.slice(start).trimStart().length)
    const to = start + text.slice(start).trimEnd().length
    if (to <= from) return
    if (/^(STRONG|B)$/.test(element.tagName)) marks.push({ type: 'strong', from, to })
    if (/^(EM|I|CITE)$/.test(element.tagName)) marks.push({ type: 'emphasis', from, to })
    if (element.tagName === 'A') {
      const href = resolveLink(element.getAttribute('href') ?? '', base)
      if (href) marks.push({ type: 'link', from, to, href })
    }
  }
  for (const node of nodes) visit(node)
  const trimmed = text.trimEnd()
  const kept = marks
    .filter(({ from }) => from < trimmed.length)
    .map((one) => ({ ...one, to: Math.min(one.to, trimmed.length) }))
  return kept.length > 0 ? { text: trimmed, marks: kept } : { text: trimmed }
}

/** An absolute http(s) address, or null: a link that can't be followed from here is only words. */
export function resolveLink(href: string, base: string): string | null {
  const url = readUrl(href, base || undefined)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

/** Paragraphs of what line breaks part. */
export const splitAtBreaks = (nodes: readonly Node[], base: string): Words[] =>
  paragraphsOfLines(linesAtBreaks(nodes, base))

/** The lines that hold something, and how many breaks stood before each. */
function linesAtBreaks(nodes: readonly Node[], base: string): Line[] {
  const lines: Line[] = []
  let group: Node[] = []
  let breaks = 0
  const close = () => {
    const line = inline(group, base)
    group = []
    if (line.text === '') return
    lines.push({ line, breaks })
    breaks = 0
  }
  for (const node of nodes) {
    if (isElement(node) && node.tagName === 'BR') {
      close()
      breaks++
    } else group.push(node)
  }
  close()
  return lines
}

/** The lines of preformatted text, with a break in place of each line end. */
export function brokenLines(element: Element): Node[] {
  const document = element.ownerDocument
  for (const node of textsIn(element)) {
    const lines = (node.nodeValue ?? '').split(/\r\n?|\n/)
    if (lines.length < 2) continue
    const parts = lines.flatMap((line, index) => [
      ...(index > 0 ? [document.createElement('br')] : []),
      document.createTextNode(line),
    ])
    for (const part of parts) node.parentNode?.insertBefore(part, node)
    node.parentNode?.removeChild(node)
  }
  return [...element.childNodes]
}

function textsIn(element: Element): Node[] {
  return [...element.childNodes].flatMap((node) =>
    node.nodeType === 3 ? [node] : isElement(node) ? textsIn(node) : [],
  )
}
