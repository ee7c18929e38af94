/** An article's elements as a story's blocks: words and marks, nothing of the HTML. */

import { type Block, type Mark, newBlockId } from '../story/index.ts'
import { normalForm } from '../text/index.ts'

interface Words {
  text: string
  marks?: Mark[]
}

const PARTS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'MAIN',
  'HEADER',
  'FIGURE',
  'BLOCKQUOTE',
  'UL',
  'OL',
  'DL',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'PRE',
  'TABLE',
  'TBODY',
  'TR',
  'TD',
  'TH',
  'HR',
  'DD',
  'DT',
  'LI',
  'CENTER',
  'BODY',
  'DETAILS',
  'SUMMARY',
])

/** The blocks, and the first picture's caption and credit where it leads the story. `base` resolves links. */
export function blocksOfArticle(root: Element, base: string): { blocks: Block[]; caption: string; credit: string } {
  const blocks: Block[] = []
  let caption = ''
  let credit = ''
  const id = newBlockId

  const walk = (element: Element): void => {
    let loose: Node[] = []
    const close = () => {
      for (const words of splitAtBreaks(loose, base)) blocks.push({ id: id(), type: 'paragraph', ...words })
      loose = []
    }
    for (const child of [...element.childNodes]) {
      if (child.nodeType !== 1 || !PARTS.has((child as Element).tagName)) {
        const holds =
          child.nodeType === 1 &&
          (child as Element).querySelector?.('p, div, ul, ol, blockquote, h2, h3, figure, table')
        if (!holds) {
          loose.push(child)
          continue
        }
      }
      close()
      take(child as Element)
    }
    close()
  }
  const take = (element: Element): void => {
    const words = (from: Element = element) => inline([...from.childNodes], base)
    switch (element.tagName) {
      case 'P':
      case 'PRE':
      case 'DT':
      case 'SUMMARY':
        if (element.querySelector('img, figure') && wordsOf(element) === '') return
        for (const one of splitAtBreaks([...element.childNodes], base))
          blocks.push({ id: id(), type: 'paragraph', ...one })
        return
      case 'H1':
      case 'H2':
      case 'H3':
      case 'H4':
      case 'H5':
      case 'H6': {
        const level = element.tagName <= 'H2' ? 2 : 3
        if (wordsOf(element)) blocks.push({ id: id(), type: 'heading', level, ...words() })
        return
      }
      case 'BLOCKQUOTE': {
        const inner = element.querySelectorAll('p').length > 0 ? [...element.querySelectorAll('p')] : [element]
        const paragraphs = inner
          .flatMap((one) => splitAtBreaks([...one.childNodes], base))
          .map((one) => ({ id: id(), ...one }))
        if (paragraphs.length > 0) blocks.push({ id: id(), type: 'quote', paragraphs, credit: '' })
        return
      }
      case 'UL':
      case 'OL': {
        const items = [...element.children]
          .filter((child) => child.tagName === 'LI' && wordsOf(child))
          .map((item) => ({ id: id(), ...words(item) }))
        if (items.length > 0) blocks.push({ id: id(), type: 'list', ordered: element.tagName === 'OL', items })
        return
      }
      case 'FIGURE': {
        const text = wordsOf(element.querySelector('figcaption'))
        if (!text) return
        const [said, by] = splitCredit(text)
        if (!caption && blocks.length <= 1) {
          caption = said
          credit = by
          return
        }
        const image = element.querySelector('img')
        const src = resolve(image?.getAttribute('src') ?? '', base) ?? ''
        blocks.push({
          id: id(),
          type: 'figure',
          picture: { src, alt: image?.getAttribute('alt')?.trim() ?? '', caption: said, credit: by, rights: '' },
        })
        return
      }
      case 'TR': {
        const cells = [...element.children].map((cell) => wordsOf(cell)).filter(Boolean)
        if (element.querySelector('p, div')) walk(element)
        else if (cells.length > 0) blocks.push({ id: id(), type: 'paragraph', text: cells.join(' · ') })
        return
      }
      case 'HR':
        return
      default:
        walk(element)
    }
  }
  walk(root)
  return { blocks, caption, credit }
}

/** An element's words as a reader sees them, white space folded. */
export const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Two line breaks part paragraphs, as in pages written without any. */
function splitAtBreaks(nodes: Node[], base: string): Words[] {
  const groups: Node[][] = [[]]
  let breaks = 0
  for (const node of nodes) {
    if (node.nodeType === 1 && (node as Element).tagName === 'BR') {
      breaks++
      ;(groups.at(-1) as Node[]).push(node)
      continue
    }
    const isBlank = node.nodeType === 3 && (node.textContent ?? '').trim() === ''
    if (breaks >= 2 && !isBlank) groups.push([])
    if (!isBlank) breaks = 0
    ;(groups.at(-1) as Node[]).push(node)
  }
  return groups.map((group) => inline(group, base)).filter(({ text }) => text !== '')
}

/** Words and marks of inline content: white space folded, marks as ranges of what is left. */
function inline(nodes: readonly Node[], base: string): Words {
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
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      add(node.textContent ?? '')
      return
    }
    if (node.nodeType !== 1) return
    const element = node as Element
    if (element.tagName === 'BR') {
      add(' ')
      return
    }
    const from = text.length
    for (const child of element.childNodes) visit(child)
    mark(element, from)
  }
  const mark = (element: Element, start: number) => {
    const from = start + (text.slice(start).length - text.slice(start).trimStart().length)
    const to = start + text.slice(start).trimEnd().length
    if (to <= from) return
    if (/^(STRONG|B)$/.test(element.tagName)) marks.push({ type: 'strong', from, to })
    if (/^(EM|I|CITE)$/.test(element.tagName)) marks.push({ type: 'emphasis', from, to })
    if (element.tagName === 'A') {
      const href = resolve(element.getAttribute('href') ?? '', base)
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
function resolve(href: string, base: string): string | null {
  if (!URL.canParse(href, base || undefined)) return null
  const url = new URL(href, base || undefined)
  return /^https?:$/.test(url.protocol) ? url.href : null
}

/** "What is to be seen. (Photo: A. Name)" → the sentence and the credit. */
function splitCredit(caption: string): [string, string] {
  const match =
    / ?[([]?((?:photo(?:graph)?|picture|image|credit)s?(?: by|:| credit:?)|©) ?([^()[\]]{2,80})[)\]]?$/i.exec(caption)
  return match && match.index > 0 ? [caption.slice(0, match.index).trim(), (match[2] as string).trim()] : [caption, '']
}
