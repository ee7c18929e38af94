/**
 * A body as text that people edit, and back. A blank line parts blocks;
 * "## " heading, "> " quote, "- " and "1. " lists, "! " an editor's note;
 * **strong**, *emphasis*, [words](https://address). A backslash keeps a mark
 * from meaning anything. Figures, embeds and files are lines of their own.
 *
 * Ids survive: blocks that did not change keep theirs, and one that was edited
 * keeps it too where it is alike enough, so that what points at a block goes on
 * pointing at it.
 */

import { attachmentIdOf } from '../attachments/index.ts'
import { libraryIdOf } from '../media/index.ts'
import { draftMessages as m } from '../messages/index.ts'
import { isOwnPath, readUrl } from '../text/index.ts'
import { type Block, newBlockId } from './content.ts'
import { keepIds } from './keep-ids.ts'
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
    case 'figure': {
      const { src, alt, caption, credit, rights } = block.picture
      return objectLine('figure', [src, alt, caption, credit, rights])
    }
    case 'embed':
      return objectLine('embed', [block.url, block.title, ...(block.still ? [block.still] : [])])
    case 'file':
      return objectLine('file', [block.src, block.title])
  }
}

const objectLine = (name: string, parts: readonly string[]): string =>
  `{${name} ${parts.map((part) => part.replace(/[\\|}\n]/g, (c) => (c === '\n' ? ' ' : `\\${c}`))).join(' | ')}}`

/** A paragraph that would begin like something else is kept a paragraph. */
const guardStart = (text: string): string =>
  text.replace(/^(#{1,6} |> ?|- |\d{1,9}\. |! |\{(?:figure|embed|file) )/, (start) =>
    /^\d/.test(start) ? start.replace('.', '\\.') : `\\${start}`,
  )

/** The body that a text makes; ids come from `previous` where blocks stayed. { problem } is a sentence for the writer. */
export function markupToBody(text: string, previous: readonly Block[]): { body: Block[] } | { problem: string } {
  const body: Block[] = []
  for (const group of text.split(/\n[ \t]*(?:\n[ \t]*)+/)) {
    const lines = group.split('\n').filter((line) => line.trim() !== '')
    for (const block of groupToBlocks(lines)) body.push(block)
  }
  const problem = body.map(problemOf).find((one) => one !== null)
  return problem ? { problem } : { body: keepIds(body, previous) }
}

/** What is wrong with an address in a block; null where nothing is. */
function problemOf(block: Block): string | null {
  if (block.type === 'file') return attachmentIdOf(block.src) === null ? m.wrongFile : null
  if (block.type === 'figure') {
    const { src } = block.picture
    return src === '' || /^https?:\/\//i.test(src) || isOwnPath(src) ? null : m.wrongAddress
  }
  if (block.type !== 'embed') return null
  if (!/^https?:\/\//i.test(block.url) || readUrl(block.url) === null) return m.wrongAddress
  return block.still && libraryIdOf(block.still) === null ? m.wrongStill : null
}

const HEADING = /^(#{2,3}) (.+)$/

/** Headings need no blank line after them. */
function groupToBlocks(lines: string[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const heading = HEADING.exec(line)
    if (!heading) return [...blocks, ...linesToBlocks(lines.slice(blocks.length))]
    const level = (heading[1] as string).length as 2 | 3
    blocks.push({ id: newBlockId(), type: 'heading', level, ...markupToWords(heading[2] as string) })
  }
  return blocks
}

function linesToBlocks(lines: string[]): Block[] {
  const id = newBlockId()
  const first = lines[0] as string
  if (lines.every((line) => /^>/.test(line))) return [quoteOf(lines)]
  if (lines.every((line) => /^- \S/.test(line))) return [listOf(lines, false)]
  if (lines.every((line) => /^\d{1,9}\. \S/.test(line))) return [listOf(lines, true)]
  const object = lines.length === 1 ? /^\{(figure|embed|file) (.*)\}$/.exec(first) : null
  if (object) {
    const parts = splitParts(object[2] as string)
    const [a = '', b = '', c = '', d = '', e = ''] = parts
    if (object[1] === 'embed') return [{ id, type: 'embed', url: a, title: b, ...(c === '' ? {} : { still: c }) }]
    if (object[1] === 'file') return [{ id, type: 'file', src: a, title: b }]
    return [{ id, type: 'figure', picture: { src: a, alt: b, caption: c, credit: d, rights: e } }]
  }
  const joined = lines.map((line) => line.trim()).join(' ')
  if (/^! /.test(joined)) return [{ id, type: 'note', ...markupToWords(joined.slice(2)) }]
  return [{ id, type: 'paragraph', ...markupToWords(joined) }]
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

/** The parts of a figure or an embed, between bars; a backslash keeps a bar from parting. */
const splitParts = (text: string): string[] =>
  [...text.matchAll(/((?:\\.|[^|\\]|\\$)*)(?:\||$)/gsy)].map(([, part = '']) => part.replace(/\\(.)/gs, '$1').trim())
