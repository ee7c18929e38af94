/** A page's table of figures or results as a block; a table that only lays a page out is none. */
import { type Block, newBlockId, TABLE_LIMITS } from '../../../story/index.ts'
import { inline } from './inline.ts'
import { wordsOf } from './words.ts'

type Table = Extract<Block, { type: 'table' }>

/** What makes a cell a piece of a page. */
const MORE_THAN_WORDS = 'table, figure, img, video, iframe, form, h1, h2, h3, h4, h5, h6, blockquote, ul, ol, p + p'
/** A longer cell is a column of a page. */
const LONGEST_CELL = 200

/**
 * Null where it is none: cells with more than words in them, one row or one column, cells over several rows, more than
 * a story holds.
 */
export function tableOfElement(element: Element, base: string): Table | null {
  const rows = [...element.querySelectorAll('tr')].filter(({ children }) => children.length > 0)
  if (rows.length < 2 || rows.length > TABLE_LIMITS.rows || element.querySelector(MORE_THAN_WORDS)) return null
  const cells = rows.map(({ children }) => [...children])
  const all = cells.flat()
  if (all.some((cell) => spanOf(cell, 'rowspan') > 1 || wordsOf(cell).length > LONGEST_CELL)) return null
  const widths = cells.map((row) => row.reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0))
  const columns = Math.max(...widths)
  if (columns < 2 || columns > TABLE_LIMITS.columns || all.every((cell) => wordsOf(cell) === '')) return null
  const isHead = (row: readonly Element[] | undefined) => row?.every(({ tagName }) => tagName === 'TH') ?? false
  const headerRow = isHead(cells[0]) || element.querySelector('thead tr') === rows[0]
  const body = cells.slice(headerRow ? 1 : 0)
  const caption = [...element.children].find(({ tagName }) => tagName === 'CAPTION')
  return {
    id: newBlockId(),
    type: 'table',
    caption: caption ? wordsOf(caption) : '',
    headerRow,
    headerColumn: body.every(([first]) => first?.tagName === 'TH'),
    rows: cells.map((row) => ({ id: newBlockId(), cells: filledUp(row, columns, base) })),
  }
}

const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number => Number(cell.getAttribute(name)) || 1

/** A cell over several columns stands in the first of them. */
function filledUp(row: readonly Element[], columns: number, base: string): Table['rows'][number]['cells'] {
  const cells = row.flatMap((cell) => [
    inline([...cell.childNodes], base),
    ...Array.from({ length: spanOf(cell, 'colspan') - 1 }, () => ({ text: '' })),
  ])
  return [...cells, ...Array.from({ length: columns - cells.length }, () => ({ text: '' }))]
}

/** A row as a line of words, where no table can stand. */
export const lineOfRow = ({ cells }: Table['rows'][number]): string =>
  cells.flatMap(({ text }) => text || []).join(' · ')
