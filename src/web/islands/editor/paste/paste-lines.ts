/** What was pasted, as lines of words one after another, and the blocks that they make. */
import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../schema.ts'

export interface Piece {
  text: string
  marks: readonly Mark[]
}

export type Line =
  | { kind: 'paragraph' | 'heading 2' | 'heading 3' | 'quote' | 'bullets' | 'numbers'; pieces: readonly Piece[] }
  | { kind: 'table'; rows: readonly (readonly (readonly Piece[])[])[] }

/** What a paste had that a story has no place for, by kind. */
export type LeftOut = Partial<
  Record<'comments' | 'drawings' | 'pictures' | 'videos' | 'embeds' | 'fields' | 'deletions', number>
>

/** What a story's table holds at most. */
const MOST_ROWS = 2_000
const MOST_COLUMNS = 30

/** The blocks of lines; those of one list, and of one quote, go together. Lines without words are left out. */
export function linesToNodes(lines: readonly Line[]): Node[] {
  const nodes: Node[] = []
  let kind: 'quote' | 'bullets' | 'numbers' = 'quote'
  let parts: Node[] = []
  const close = () => {
    if (parts.length === 0) return
    if (kind === 'quote') nodes.push(schema.node('quote', null, [...parts, schema.node('speaker')]))
    else nodes.push(schema.node('list', { ordered: kind === 'numbers' }, parts))
    parts = []
  }
  for (const line of lines) {
    if (line.kind === 'table') {
      close()
      nodes.push(tableNode(line.rows))
      continue
    }
    const words = wordsOf(line.pieces)
    if (words.length === 0) continue
    if (line.kind === 'quote' || line.kind === 'bullets' || line.kind === 'numbers') {
      if (kind !== line.kind) close()
      kind = line.kind
      parts.push(schema.node(line.kind === 'quote' ? 'quoted' : 'item', null, words))
      continue
    }
    close()
    const [type, level] = line.kind.split(' ')
    nodes.push(schema.node(type as string, level ? { level: Number(level) } : null, words))
  }
  close()
  return nodes
}

/** Ragged rows are filled up at their end. */
function tableNode(rows: Extract<Line, { kind: 'table' }>['rows']): Node {
  const width = Math.min(MOST_COLUMNS, Math.max(1, ...rows.map(({ length }) => length)))
  return schema.node('table_block', null, [
    schema.node('table_caption'),
    schema.node(
      'table',
      null,
      rows.slice(0, MOST_ROWS).map((row) =>
        schema.node(
          'table_row',
          null,
          Array.from({ length: width }, (_, i) => {
            // What is in columns that a table has no room for stands in its last.
            const cell = i < width - 1 ? (row[i] ?? []) : row.slice(i).flat()
            return schema.node('table_cell', null, wordsOf(cell))
          }),
        ),
      ),
    ),
  ])
}

/** Rows beyond what a table holds. */
export const tooManyRows = (lines: readonly Line[]): number | null =>
  lines.reduce<number | null>(
    (found, line) => found ?? (line.kind === 'table' && line.rows.length > MOST_ROWS ? line.rows.length : null),
    null,
  )

/** The pieces as text with its marks; runs of spaces are one, and none are at the ends. */
function wordsOf(pieces: readonly Piece[]): Node[] {
  const texts: Piece[] = []
  let spaced = true
  for (const { text, marks } of pieces) {
    let tidy = text.replace(/[ \t\r\n\f]+|\u00a0{2,}/g, ' ')
    if (spaced && tidy.startsWith(' ')) tidy = tidy.slice(1)
    if (tidy === '') continue
    texts.push({ text: tidy, marks })
    spaced = tidy.endsWith(' ')
  }
  for (let last = texts.at(-1); last; last = texts.at(-1)) {
    last.text = last.text.replace(/[ \u00a0]$/, '')
    if (last.text !== '') break
    texts.pop()
  }
  return texts.map(({ text, marks }) => schema.text(text, marks))
}
