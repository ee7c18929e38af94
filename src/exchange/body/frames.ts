/** What holds blocks of an old story and becomes one itself: a quotation, a list, a figure, a table, a box. */
import { type Block, newBlockId, TABLE_LIMITS } from '../../story/index.ts'
import { embeddedFile } from './embeds.ts'
import type { Emphasis } from './line-maker.ts'
import { bareWords, joinedWords, type Words } from './lines.ts'
import { splitCredit } from './picture-credit.ts'
import { blocksOfCells, type Cell, tableOfCells } from './table.ts'

type Kind = 'root' | 'quote' | 'list' | 'item' | 'figure' | 'table' | 'cell' | 'box'

/** Where the words of a line go once it ends. */
export type Sink =
  | { to: 'paragraph' }
  | { to: 'note' }
  | { to: 'heading'; level: 2 | 3 }
  /** What is said of the frame: its caption or title; whose words or picture it is. */
  | { to: 'caption' | 'credit' }

export interface Frame {
  kind: Kind
  /** The element's. */
  name: string
  blocks: Block[]
  sink: Sink
  captions: string[]
  credits: string[]
  /** Elements open within it, the innermost last. */
  open: { name: string; end?: () => void }[]
  /** How many of each name are open. */
  counts: Map<string, number>
  /** Where the open paragraph stands among the open elements; -1 for none. */
  paragraphAt: number
  /** Open elements that stand by themselves. */
  apart: number
  marks: Record<Emphasis, number>
  isOrdered: boolean
  rows: Cell[][]
  /** Of a cell. */
  cell: Omit<Cell, 'blocks'>
  /** A post of another service: where it is, as far as its element says. */
  post: { address: string | null } | null
  lastLink: string | null
  /** A table that holds a picture and its caption. */
  isCaptioned: boolean
}

export const newFrame = (kind: Kind, name: string, marks: Record<Emphasis, number>): Frame => ({
  ...{ kind, name, marks, blocks: [], sink: { to: 'paragraph' }, captions: [], credits: [] },
  ...{ open: [], counts: new Map(), paragraphAt: -1, apart: 0, isOrdered: false, rows: [] },
  ...{ cell: { isHead: false, across: 1, down: 1 }, post: null, lastLink: null, isCaptioned: false },
})

const id = newBlockId
export const asParagraph = (words: Words): Block => ({ id: id(), type: 'paragraph', ...words })
const titleOf = (frame: Frame) => frame.captions.join(' ')

/** The blocks that a frame has become, `onTooLarge` told of a table that no story holds. */
export function finishedFrame(frame: Frame, onTooLarge: () => void): Block[] {
  switch (frame.kind) {
    case 'quote':
      return frame.post ? postOf(frame, frame.post.address ?? frame.lastLink) : quoteOf(frame)
    case 'list':
      return listOf(frame)
    case 'item':
      return itemsOf(frame)
    case 'figure':
      return figureOf(frame.blocks, titleOf(frame), frame.credits.join(', '))
    case 'table':
      return tableOf(frame, onTooLarge)
    case 'box':
      return boxOf(frame)
    default:
      return frame.blocks
  }
}

/** What a quotation is made of, lists and headings among it, as its paragraphs; what has no words behind it. */
function quoteOf(frame: Frame): Block[] {
  const paragraphs: { id: string; text: string }[] = []
  const others: Block[] = []
  for (const block of frame.blocks) {
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'note')
      paragraphs.push({ id: block.id, ...bareWords(block) })
    else if (block.type === 'list') paragraphs.push(...block.items)
    else if (block.type === 'quote') paragraphs.push(...block.paragraphs)
    else others.push(block)
  }
  const credit = [...frame.credits, ...frame.captions].join(', ').replace(/^[-–—―\s]{1,9}/, '')
  if (paragraphs.length > 0) return [{ id: id(), type: 'quote', paragraphs, credit }, ...others]
  return credit === '' ? others : [...others, asParagraph({ text: credit })]
}

/** The longest that stands as the title of what is elsewhere. */
const LONGEST_TITLE = 400

/** A post of another service: a link to it, called by its words. */
function postOf(frame: Frame, address: string | null): Block[] {
  const words = frame.blocks.every(({ type }) => type === 'paragraph')
    ? frame.blocks.map((block) => (block.type === 'paragraph' ? block.text : '')).join(' ')
    : null
  if (address === null) return quoteOf(frame)
  if (words !== null && words.length <= LONGEST_TITLE) return [{ id: id(), type: 'embed', url: address, title: words }]
  return [...quoteOf(frame), { id: id(), type: 'embed', url: address, title: '' }]
}

/** All its items, of lists within it too, and then what is no words. */
function listOf(frame: Frame): Block[] {
  const items: { id: string; text: string }[] = []
  const others: Block[] = []
  for (const block of frame.blocks) {
    if (block.type === 'list') items.push(...block.items)
    else if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'note')
      items.push({ id: block.id, ...bareWords(block) })
    else others.push(block)
  }
  return items.length > 0 ? [{ id: id(), type: 'list', ordered: frame.isOrdered, items }, ...others] : others
}

/** An item's words as one, up to a list within it. */
function itemsOf(frame: Frame): Block[] {
  const made: Block[] = []
  let words: Words[] = []
  const close = () => {
    if (words.length > 0) made.push(asParagraph(joinedWords(words, ' ')))
    words = []
  }
  for (const block of frame.blocks) {
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'note') words.push(bareWords(block))
    else if (block.type === 'quote') words.push(...block.paragraphs.map(bareWords))
    else {
      close()
      made.push(block)
    }
  }
  close()
  return made
}

/** A picture, or several, under one caption; another thing with its caption; otherwise the caption as words. */
function figureOf(blocks: readonly Block[], title: string, credited: string): Block[] {
  const [first] = blocks
  const [caption, found] = splitCredit(title)
  const credit = credited || found
  if (first === undefined) return title === '' ? [] : [asParagraph({ text: title })]
  const all = [title, credited].filter(Boolean).join(' ')
  if (blocks.length === 1) {
    if (first.type === 'figure') {
      const { picture } = first
      const both = [picture.caption, caption].filter(Boolean).join(' ')
      return [{ ...first, picture: { ...picture, caption: both, credit: credit || picture.credit } }]
    }
    if (first.type === 'table' && first.caption === '') return [{ ...first, caption: all }]
    if (first.type === 'quote' && first.credit === '') return [{ ...first, credit: all }]
    const isUntitled = first.type === 'embed' && (first.title === '' || first.title === embeddedFile(first.url))
    if (isUntitled) return [{ ...first, title: all || first.title }]
    if (first.type === 'gallery' && first.caption === '') return [{ ...first, caption: all }]
  }
  const pictures = blocks.flatMap((block) => {
    if (block.type === 'figure') return [{ ...block.picture, id: block.id }]
    return block.type === 'gallery' ? block.pictures : []
  })
  if (blocks.every(({ type }) => type === 'figure' || type === 'gallery') && pictures.length > 1)
    return [{ id: id(), type: 'gallery', pictures, caption: all }]
  return [...blocks, ...(all === '' ? [] : [asParagraph({ text: all })])]
}

function tableOf(frame: Frame, onTooLarge: () => void): Block[] {
  const { rows, blocks } = frame
  const title = titleOf(frame)
  if (frame.isCaptioned) {
    const inCells = [...blocks, ...rows.flatMap((row) => row.flatMap((cell) => cell.blocks))]
    const words = inCells.flatMap((block) => (block.type === 'paragraph' ? block.text : []))
    return figureOf(
      inCells.filter(({ type }) => type !== 'paragraph'),
      [title, ...words].filter(Boolean).join(' '),
      '',
    )
  }
  const table = tableOfCells(rows, title)
  if (table) return [...blocks, table]
  if (rows.length > TABLE_LIMITS.rows || rows.some(({ length }) => length > TABLE_LIMITS.columns)) onTooLarge()
  return [...blocks, ...(title === '' ? [] : [asParagraph({ text: title })]), ...blocksOfCells(rows)]
}

/** What is set apart; what holds more than words and lists stands in the story, under its title. */
function boxOf(frame: Frame): Block[] {
  const { blocks } = frame
  const title = titleOf(frame)
  const [first] = blocks
  const rest = title === '' && first?.type === 'heading' ? blocks.slice(1) : blocks
  const named = title === '' && first?.type === 'heading' ? first.text : title
  const inside = rest.flatMap((block) => (block.type === 'paragraph' || block.type === 'list' ? [block] : []))
  if (inside.length > 0 && inside.length === rest.length)
    return [{ id: id(), type: 'box', title: named, blocks: inside }]
  return title === '' ? blocks : [{ id: id(), type: 'heading', level: 3, text: title }, ...blocks]
}
