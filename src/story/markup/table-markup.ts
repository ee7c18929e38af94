/**
 * A table as rows between bars, as in Markdown, and back:
 *
 *     {table How they stand | header column}
 *     | Club | Points |
 *     | --- | --- |
 *     | Rovers | 27 |
 *
 * The line of dashes makes the first row a header row. The first line is left
 * out where there is neither a caption nor a header column.
 */
import { draftMessages as m } from '../../messages/index.ts'
import { type BlockOf, newBlockId, TABLE_LIMITS } from '../content.ts'
import { objectLine, splitParts, titleLine, titleOf } from './object-markup.ts'
import { markupToWords, type Words, wordsToMarkup } from './words-markup.ts'

type Table = BlockOf<'table'>
type Row = Table['rows'][number]

const HEADER_COLUMN = 'header column'
const DASHES = /^:?-{3,}:?$/

export function tableToMarkup({ caption, headerRow, headerColumn, rows }: Table): string {
  const lines = rows.map(({ cells }) => lineOf(cells.map(cellToMarkup)))
  if (headerRow) lines.splice(1, 0, lineOf((rows[0]?.cells ?? []).map(() => '---')))
  if (headerColumn) lines.unshift(objectLine('table', [caption, HEADER_COLUMN]))
  else if (caption !== '') lines.unshift(titleLine('table', caption))
  return lines.join('\n')
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A bar in a cell does not end it, and dashes alone do not make a header row of what is above them. */
function cellToMarkup({ text, marks = [] }: Words): string {
  const safe = marks.map((mark) => (mark.type === 'link' ? { ...mark, href: mark.href.replaceAll('|', '%7C') } : mark))
  const markup = wordsToMarkup({ text, marks: safe })
  return DASHES.test(markup) ? markup.replace('-', '\\-') : markup.replaceAll('|', '\\|')
}

/** What lines say where they are a table; null where they are none. */
export function tableOfLines(lines: readonly string[]): Table | { problem: string } | null {
  const named = /^\{table(?: (.*))?\}$/.exec(lines[0] as string)
  const found = lines.slice(named ? 1 : 0).map((line) => cellsOf(line.trim()))
  const rows = found.filter((cells) => cells !== null)
  if (rows.length < found.length || rows.length === 0) return named ? { problem: m.tableWithoutRows } : null
  const headerRow = rows.length > 1 && (rows[1] as string[]).every((cell) => DASHES.test(cell))
  if (headerRow) rows.splice(1, 1)
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  if (rows.length > TABLE_LIMITS.rows || columns > TABLE_LIMITS.columns)
    return { problem: m.tableTooLarge(rows.length, columns, TABLE_LIMITS.rows, TABLE_LIMITS.columns) }
  const parts = splitParts(named?.[1] ?? '')
  const headerColumn = parts.slice(1).findLast((part) => part !== '') === HEADER_COLUMN
  return {
    id: newBlockId(),
    type: 'table',
    caption: titleOf(headerColumn ? parts.slice(0, parts.lastIndexOf(HEADER_COLUMN)) : parts),
    headerRow,
    headerColumn,
    rows: rows.map((cells) => rowOf(cells, columns)),
  }
}

const rowOf = (cells: readonly string[], columns: number): Row => ({
  id: newBlockId(),
  cells: Array.from({ length: columns }, (_, place) => markupToWords(cells[place] ?? '')),
})

/** The cells of a line that begins and ends with a bar, as typed; null where it is no row. */
function cellsOf(line: string): string[] | null {
  if (!line.startsWith('|')) return null
  const cells: string[] = []
  let from = 1
  for (let at = 1; at < line.length; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '|') {
      cells.push(line.slice(from, at).trim())
      from = at + 1
    }
  }
  return cells.length > 0 && from === line.length ? cells : null
}
