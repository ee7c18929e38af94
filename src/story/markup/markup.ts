/**
 * A body as text that people edit, and back. A blank line parts blocks;
 * "## " heading, "> " quote, "- " and "1. " lists, "! " an editor's note;
 * **strong**, *emphasis*, [words](https://address). A backslash keeps a mark
 * from meaning anything. Figures, embeds and files are lines of their own,
 * tables are rows between bars, and what stands between {box …} and {/box} or
 * between {gallery …} and {/gallery} is in it.
 *
 * Ids survive: blocks that did not change keep theirs, and one that was edited
 * keeps it too where it is alike enough, so that what points at a block goes on
 * pointing at it.
 */

import { draftMessages as m } from '../../messages/index.ts'
import { type Block, newBlockId } from '../content.ts'
import { keepIds } from './keep-ids.ts'
import {
  figureLine,
  objectLine,
  objectOf,
  problemWithAddress,
  splitParts,
  titleLine,
  titleOf,
} from './object-markup.ts'
import { tableOfLines, tableToMarkup } from './table-markup.ts'
import { guardSigns, markupToWords, wordsToMarkup } from './words-markup.ts'

export function bodyToMarkup(body: readonly Block[]): string {
  return body.map(blockToMarkup).join('\n\n')
}

function blockToMarkup(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return guardStart(wordsToMarkup(block))
    case 'heading':
      return `${'#'.repeat(block.level)} ${wordsToMarkup(block)}`
    case 'quote':
      return [
        ...block.paragraphs.map((paragraph) => `> ${wordsToMarkup(paragraph).replace(/^(--|—) /, '\\$&')}`),
        ...(block.credit ? [`> -- ${guardSigns(block.credit)}`] : []),
      ].join('\n>\n')
    case 'list':
      return block.items
        .filter(({ text }) => text.trim() !== '')
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${wordsToMarkup(item)}`)
        .join('\n')
    case 'note':
      return `! ${wordsToMarkup(block)}`
    case 'figure':
      return figureLine(block.picture)
    case 'embed':
      return objectLine('embed', [block.url, block.title, ...(block.still ? [block.still] : [])])
    case 'file':
      return objectLine('file', [block.src, block.title])
    case 'gallery':
      return [titleLine('gallery', block.caption), ...block.pictures.map(figureLine), '{/gallery}'].join('\n')
    case 'table':
      return tableToMarkup(block)
    case 'box':
      return [titleLine('box', block.title), bodyToMarkup(block.blocks), '{/box}'].join('\n')
  }
}

/** A paragraph that would begin like something else is kept a paragraph. */
const guardStart = (text: string): string =>
  text.replace(
    /^(#{1,6} |> ?|- |\d{1,9}\. |! |\||\{(?:figure|embed|file|gallery|table|box|\/gallery|\/box)[ }])/,
    (start) => (/^\d/.test(start) ? start.replace('.', '\\.') : `\\${start}`),
  )

/** The body that a text makes; ids come from `previous` where blocks stayed. { problem } is a sentence for the writer. */
export function markupToBody(text: string, previous: readonly Block[]): { body: Block[] } | { problem: string } {
  const body: Block[] = []
  for (const piece of piecesOf(text)) {
    const read = readPiece(piece)
    if ('problem' in read) return read
    for (const block of read.blocks) body.push(block)
  }
  const problem = body.map(problemWithAddress).find((one) => one !== null)
  return problem ? { problem } : { body: keepIds(body, previous) }
}

type Read = { blocks: Block[] } | { problem: string }
type Fence = 'box' | 'gallery'
interface Piece {
  /** What it stands in; null between boxes and galleries. */
  fence: Fence | null
  /** What the fence's first line says: the title of a box, the caption of a gallery. */
  title: string
  lines: string[]
  closed: boolean
}

const OPENS = /^\{(box|gallery)(?: (.*))?\}$/

/** A text in pieces: what stands in each box and gallery, and what stands between them. */
function piecesOf(text: string): Piece[] {
  let piece: Piece = { fence: null, title: '', lines: [], closed: true }
  const pieces = [piece]
  const begin = (next: Piece) => {
    piece = next
    pieces.push(piece)
  }
  for (const line of text.split('\n')) {
    const typed = line.trimEnd()
    const [, opens, title = ''] = OPENS.exec(typed) ?? []
    if (opens && piece.fence === null)
      begin({ fence: opens as Fence, title: titleOf(splitParts(title)), lines: [], closed: false })
    else if (piece.fence !== null && typed === `{/${piece.fence}}`) {
      piece.closed = true
      begin({ fence: null, title: '', lines: [], closed: true })
    } else piece.lines.push(line)
  }
  return pieces
}

function readPiece({ fence, title, lines, closed }: Piece): Read {
  if (!closed) return { problem: fence === 'box' ? m.boxNotClosed : m.galleryNotClosed }
  if (fence === 'gallery') return galleryOf(title, lines)
  if (fence === 'box' && lines.some((line) => OPENS.test(line.trimEnd()))) return { problem: m.boxHolds }
  const read = linesToBlocks(lines)
  if (fence === null || 'problem' in read) return read
  const held = read.blocks.filter((block) => block.type === 'paragraph' || block.type === 'list')
  if (held.length < read.blocks.length) return { problem: m.boxHolds }
  const blocks = held.length > 0 ? held : [{ id: newBlockId(), type: 'paragraph' as const, text: '' }]
  return { blocks: [{ id: newBlockId(), type: 'box', title, blocks }] }
}

function galleryOf(caption: string, lines: readonly string[]): Read {
  const figures = lines.filter((line) => line.trim() !== '').map((line) => objectOf(line.trim()))
  const pictures = figures.flatMap((block) =>
    block?.type === 'figure' ? [{ ...block.picture, id: newBlockId() }] : [],
  )
  if (pictures.length < figures.length || pictures.length < 2) return { problem: m.galleryHolds }
  return { blocks: [{ id: newBlockId(), type: 'gallery', pictures, caption }] }
}

/** Blank lines part what is not in a box or a gallery. */
function linesToBlocks(lines: readonly string[]): Read {
  const blocks: Block[] = []
  for (const group of groupsOf(lines)) {
    const read = groupToBlocks(group)
    if ('problem' in read) return read
    for (const block of read.blocks) blocks.push(block)
  }
  return { blocks }
}

function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() !== '') groups.at(-1)?.push(line)
    else if (groups.at(-1)?.length) groups.push([])
  }
  return groups.filter(({ length }) => length > 0)
}

const HEADING = /^(#{2,3}) (.+)$/

/** Headings need no blank line after them. */
function groupToBlocks(lines: readonly string[]): Read {
  const blocks: Block[] = []
  for (const line of lines) {
    const heading = HEADING.exec(line)
    if (!heading) {
      const read = blockOf(lines.slice(blocks.length))
      return 'problem' in read ? read : { blocks: [...blocks, read] }
    }
    const level = (heading[1] as string).length as 2 | 3
    blocks.push({ id: newBlockId(), type: 'heading', level, ...markupToWords(heading[2] as string) })
  }
  return { blocks }
}

function blockOf(lines: readonly string[]): Block | { problem: string } {
  const id = newBlockId()
  if (lines.every((line) => /^>/.test(line))) return quoteOf(lines)
  if (lines.every((line) => /^- \S/.test(line))) return listOf(lines, false)
  if (lines.every((line) => /^\d{1,9}\. \S/.test(line))) return listOf(lines, true)
  const object = (lines.length === 1 ? objectOf(lines[0] as string) : null) ?? tableOfLines(lines)
  if (object) return object
  const joined = lines.map((line) => line.trim()).join(' ')
  if (/^! /.test(joined)) return { id, type: 'note', ...markupToWords(joined.slice(2)) }
  return { id, type: 'paragraph', ...markupToWords(joined) }
}

function quoteOf(lines: readonly string[]): Block {
  const inner = lines.map((line) => line.replace(/^> ?/, '').trim())
  const last = inner.at(-1) ?? ''
  const hasCredit = /^(--|—) \S/.test(last) && inner.length > 1
  const paragraphs: string[] = ['']
  for (const line of hasCredit ? inner.slice(0, -1) : inner) {
    if (line === '') paragraphs.push('')
    else paragraphs[paragraphs.length - 1] += `${paragraphs.at(-1) === '' ? '' : ' '}${line}`
  }
  const kept = paragraphs.filter((paragraph) => paragraph !== '')
  return {
    id: newBlockId(),
    type: 'quote',
    paragraphs: (kept.length > 0 ? kept : ['']).map((paragraph) => ({ id: newBlockId(), ...markupToWords(paragraph) })),
    credit: hasCredit ? markupToWords(last.replace(/^(--|—) /, '')).text : '',
  }
}

const listOf = (lines: readonly string[], ordered: boolean): Block => ({
  id: newBlockId(),
  type: 'list',
  ordered,
  items: lines.map((line) => ({ id: newBlockId(), ...markupToWords(line.replace(/^(- |\d{1,9}\. )/, '')) })),
})
