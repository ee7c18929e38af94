/** The editor's document as blocks of a story. What did not change is the same object as before. */
import type { Node } from 'prosemirror-model'
import type { Block, Mark } from '../../../story/index.ts'
import type { Picture } from './schema.ts'

type Words = { text: string; marks?: Mark[] }

/** Nodes never change, so each is worked out once. */
const made = new WeakMap<Node, Block | null>()

/** The body that the document makes. Blocks in which nothing stands yet are left out. */
export function docToBlocks(doc: Node): Block[] {
  const blocks: Block[] = []
  doc.forEach((node) => {
    const block = nodeToBlock(node)
    if (block) blocks.push(block)
  })
  return blocks
}

/** A top node as its block; null where nothing stands in it. */
export function nodeToBlock(node: Node): Block | null {
  const known = made.get(node)
  if (known !== undefined) return known
  const block = blockOf(node)
  made.set(node, block)
  return block
}

function blockOf(node: Node): Block | null {
  const { id } = node.attrs as { id: string }
  switch (node.type.name) {
    case 'heading':
      return isBlank(node) ? null : { id, type: 'heading', level: node.attrs.level, ...lineWords(node) }
    case 'note':
      return isBlank(node) ? null : { id, type: 'note', ...lineWords(node) }
    case 'quote':
      return quoteOf(node, id)
    case 'list': {
      const items = childrenOf(node).filter((item) => !isBlank(item))
      if (items.length === 0) return null
      return { id, type: 'list', ordered: node.attrs.ordered, items: items.map(partOf) }
    }
    case 'figure': {
      const picture = pictureOf(node)
      return picture.src === '' && picture.caption === '' ? null : { id, type: 'figure', picture }
    }
    case 'embed':
      return { id, type: 'embed', ...node.attrs.embed, title: node.textContent }
    case 'file':
      return { id, type: 'file', ...node.attrs.file, title: node.textContent }
    case 'gallery':
      return galleryOf(node, id)
    case 'table_block':
      return tableOf(node, id)
    case 'box':
      return boxOf(node, id)
    default:
      return isBlank(node) ? null : { id, type: 'paragraph', ...lineWords(node) }
  }
}

const isBlank = (node: Node): boolean => node.content.size === 0

const childrenOf = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, index) => node.child(index))

const partOf = (node: Node): { id: string } & Words => ({ id: node.attrs.id, ...lineWords(node) })

const pictureOf = (node: Node): Picture => ({
  ...{ src: '', alt: '', credit: '', rights: '' },
  ...node.attrs.picture,
  caption: node.textContent,
})

function quoteOf(node: Node, id: string): Block | null {
  const parts = childrenOf(node)
  const credit = parts.at(-1)?.textContent ?? ''
  const lines = parts.slice(0, -1)
  const written = lines.filter((line) => !isBlank(line))
  if (written.length === 0 && credit === '') return null
  return { id, type: 'quote', paragraphs: (written.length > 0 ? written : lines.slice(0, 1)).map(partOf), credit }
}

/** One picture alone is a figure, under both captions. */
function galleryOf(node: Node, id: string): Block {
  const parts = childrenOf(node)
  const caption = parts.at(-1)?.textContent ?? ''
  const pictures = parts.slice(0, -1).map((shot) => ({ id: shot.attrs.id as string, ...pictureOf(shot) }))
  const [first] = pictures
  if (pictures.length > 1 || !first) return { id, type: 'gallery', pictures, caption }
  const { id: _, ...picture } = first
  return {
    id,
    type: 'figure',
    picture: { ...picture, caption: [picture.caption, caption].filter(Boolean).join(' ') },
  }
}

function tableOf(node: Node, id: string): Block {
  const { headerRow, headerColumn } = node.attrs as { headerRow: boolean; headerColumn: boolean }
  const rows = childrenOf(node.child(1)).map((row) => ({
    id: row.attrs.id as string,
    cells: childrenOf(row).map(lineWords),
  }))
  return { id, type: 'table', caption: node.child(0).textContent, headerRow, headerColumn, rows }
}

function boxOf(node: Node, id: string): Block | null {
  const [title, ...inside] = childrenOf(node)
  const blocks = inside.flatMap((one) => nodeToBlock(one) ?? []) as Extract<Block, { type: 'box' }>['blocks']
  const words = title?.textContent ?? ''
  if (blocks.length === 0 && words === '') return null
  const empty = { id: String(inside[0]?.attrs.id), type: 'paragraph' as const, text: '' }
  return { id, type: 'box', title: words, blocks: blocks.length > 0 ? blocks : [empty] }
}

/** A line's text and its marks, as the story keeps them: around words and not the spaces beside them, outer ones first. */
function lineWords(node: Node): Words {
  const marks: Mark[] = []
  const open = new Map<string, Mark>()
  let text = ''
  node.forEach((piece) => {
    const from = text.length
    text += piece.text ?? ''
    for (const { type, attrs } of piece.marks) {
      const key = type.name === 'link' ? `link ${attrs.href}` : type.name
      const before = open.get(key)
      if (before && before.to === from) before.to = text.length
      else {
        const mark = { type: type.name, ...attrs, from, to: text.length } as Mark
        marks.push(mark)
        open.set(key, mark)
      }
    }
  })
  const tidy = marks.map((mark) => trimmed(text, mark)).filter(({ from, to }) => to > from)
  return tidy.length > 0 ? { text, marks: tidy.sort(outerFirst) } : { text }
}

function trimmed(text: string, mark: Mark): Mark {
  const words = text.slice(mark.from, mark.to)
  const from = mark.from + (words.length - words.trimStart().length)
  return { ...mark, from, to: Math.max(from, mark.to - (words.length - words.trimEnd().length)) }
}

const ORDER: Record<Mark['type'], number> = { link: 0, strong: 1, emphasis: 2 }
const outerFirst = (a: Mark, b: Mark): number => a.from - b.from || b.to - a.to || ORDER[a.type] - ORDER[b.type]
