/** An article's elements as a story's blocks: words and marks, nothing of the HTML. */
import { type Block, newBlockId } from '../../../story/index.ts'
import { splitCredit } from '../../body/index.ts'
import { brokenLines, inline, resolveLink, splitAtBreaks } from './inline.ts'
import { lineOfRow, tableOfElement } from './tables.ts'
import { isElement, standsApart, wordsOf } from './words.ts'

export interface ArticleBlocks {
  blocks: Block[]
  /** Of the first picture, where it leads the story. */
  caption: string
  credit: string
}

const LARGE = 'p, div, ul, ol, blockquote, h2, h3, figure, table'

/** The blocks, and the first picture's caption and credit where it leads the story. `base` resolves links. */
export function blocksOfArticle(root: Element, base: string): ArticleBlocks {
  const found: ArticleBlocks = { blocks: [], caption: '', credit: '' }
  const { blocks } = found
  const id = newBlockId
  const paragraphs = (nodes: readonly Node[]) => {
    for (const words of splitAtBreaks(nodes, base)) blocks.push({ id: id(), type: 'paragraph', ...words })
  }

  const walk = (element: Element): void => {
    let loose: Node[] = []
    const close = () => {
      paragraphs(loose)
      loose = []
    }
    for (const child of [...element.childNodes]) {
      if (isElement(child) && child.tagName !== 'BR' && (standsApart(child) || child.querySelector(LARGE))) {
        close()
        take(child)
      } else loose.push(child)
    }
    close()
  }
  const take = (element: Element): void => {
    switch (element.tagName) {
      case 'P':
      case 'DT':
      case 'SUMMARY':
      case 'CAPTION':
      case 'ADDRESS':
        if (element.querySelector(LARGE)) walk(element)
        else paragraphs([...element.childNodes])
        return
      case 'PRE':
        paragraphs(brokenLines(element))
        return
      case 'H1':
      case 'H2':
      case 'H3':
      case 'H4':
      case 'H5':
      case 'H6': {
        const words = inline([...element.childNodes], base)
        if (words.text) blocks.push({ id: id(), type: 'heading', level: element.tagName <= 'H2' ? 2 : 3, ...words })
        return
      }
      case 'BLOCKQUOTE':
        quote(element)
        return
      case 'UL':
      case 'OL': {
        const items = itemsOf(element).flatMap((nodes) => {
          const words = inline(nodes, base)
          return words.text ? [{ id: id(), ...words }] : []
        })
        if (items.length > 0) blocks.push({ id: id(), type: 'list', ordered: element.tagName === 'OL', items })
        return
      }
      case 'FIGURE':
        figure(element)
        return
      case 'TABLE': {
        const table = tableOfElement(element, base)
        if (table) blocks.push(table)
        else walk(element)
        return
      }
      case 'TR': {
        const cells = [...element.children].map(wordsOf).filter(Boolean)
        if (cells.some((cell) => cell.length > 200) || cells.length === 1)
          for (const cell of element.children) walk(cell)
        else if (cells.length > 0) blocks.push({ id: id(), type: 'paragraph', text: cells.join(' · ') })
        return
      }
      case 'HR':
        return
      default:
        walk(element)
    }
  }
  const quote = (element: Element): void => {
    const before = blocks.length
    walk(element)
    // What a quotation is made of, lists and headings among it, as its paragraphs.
    const inner = blocks.splice(before).flatMap((block) => {
      if (block.type === 'list') return block.items
      if (block.type === 'quote') return block.paragraphs
      if (block.type === 'table') return block.rows.map((row) => ({ id: row.id, text: lineOfRow(row) }))
      return 'text' in block ? [{ id: block.id, text: block.text, ...(block.marks ? { marks: block.marks } : {}) }] : []
    })
    if (inner.length > 0) blocks.push({ id: id(), type: 'quote', paragraphs: inner, credit: '' })
  }
  /** A figure's picture with its caption; whatever else stands in it, a table or a quotation, by itself. */
  const figure = (element: Element): void => {
    const captions = [...element.querySelectorAll('figcaption')].filter((one) => one.closest('figure') === element)
    const text = captions.map(wordsOf).filter(Boolean).join(' ')
    for (const one of captions) one.remove()
    const image = element.querySelector('img')
    const before = blocks.length
    if (wordsOf(element) !== '' || element.querySelector('figure')) walk(element)
    const within = blocks.slice(before)
    const [only] = within
    if (within.length === 1 && only?.type === 'table' && only.caption === '') {
      blocks[before] = { ...only, caption: text }
      return
    }
    const pictures = within.flatMap((block) => (block.type === 'figure' ? [{ ...block.picture, id: block.id }] : []))
    if (pictures.length > 1 && pictures.length === within.length) {
      blocks.splice(before, within.length, { id: id(), type: 'gallery', pictures, caption: text })
      return
    }
    if (!text) return
    const [caption, credit] = splitCredit(text)
    if (!found.caption && !found.credit && blocks.length <= 1) {
      found.caption = caption
      found.credit = credit
      return
    }
    const src = resolveLink(image?.getAttribute('src') ?? '', base) ?? ''
    const alt = image?.getAttribute('alt')?.trim() ?? ''
    blocks.push({ id: id(), type: 'figure', picture: { src, alt, caption, credit, rights: '' } })
  }
  walk(root)
  return found
}

/** What each item of a list is made of; those of lists within it follow the one they stand in. */
function itemsOf(list: Element): Node[][] {
  const items: Node[][] = []
  for (const child of list.children) {
    if (/^(UL|OL)$/.test(child.tagName)) {
      items.push(...itemsOf(child))
      continue
    }
    const inner = [...child.querySelectorAll('ul, ol')].filter((one) => one.parentElement?.closest('ul, ol') === list)
    const within = inner.flatMap(itemsOf)
    for (const one of inner) one.remove()
    items.push([...child.childNodes], ...within)
  }
  return items
}
