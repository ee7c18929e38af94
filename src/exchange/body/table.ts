/** An old story's table, as its cells came: figures or results, or only how the words were laid out. */
import { type Block, newBlockId, TABLE_LIMITS } from '../../story/index.ts'
import { bareWords, joinedWords, type Words } from './lines.ts'

export interface Cell {
  blocks: Block[]
  isHead: boolean
  /** Columns and rows that it takes. */
  across: number
  down: number
}

/** A longer cell is a column of a page. */
const LONGEST_CELL = 500
/** What is longer than this does not stand beside others in one line. */
const LONGEST_IN_LINE = 200

/** A table of the story's; null where a story can't hold it as one, or where it only laid a page out. */
export function tableOfCells(rows: readonly (readonly Cell[])[], caption: string): Block | null {
  if (rows.length > TABLE_LIMITS.rows) return null
  if (rows.flat().some((cell) => cell.blocks.some(({ type }) => type !== 'paragraph'))) return null
  const grid = gridOf(rows)
  const columns = Math.max(0, ...grid.map(({ length }) => length))
  if (columns < 2 || columns > TABLE_LIMITS.columns) return null
  if (grid.length < 2 && !rows[0]?.some(({ isHead }) => isHead)) return null
  const words = grid.map((row) => row.map((cell) => (cell === null ? { text: '' } : wordsOfCell(cell))))
  if (words.flat().some(({ text }) => text.length > LONGEST_CELL)) return null
  const isHead = (cell: Cell | null | undefined) => cell?.isHead ?? false
  const headerRow = grid.length > 1 && (grid[0] ?? []).every((cell) => cell === null || cell.isHead)
  return {
    id: newBlockId(),
    type: 'table',
    caption,
    headerRow,
    headerColumn: grid.slice(headerRow ? 1 : 0).every((row) => isHead(row[0])),
    rows: words.map((row) => ({
      id: newBlockId(),
      cells: [...row, ...Array.from({ length: columns - row.length }, () => ({ text: '' }))],
    })),
  }
}

/** Each cell in the first of the columns and rows that it takes, null in the others. */
function gridOf(rows: readonly (readonly Cell[])[]): (Cell | null)[][] {
  /** For each column, how many rows are still taken from above. */
  const taken: number[] = []
  const grid: (Cell | null)[][] = []
  for (const row of rows) {
    const line: (Cell | null)[] = []
    const fromAbove = () => {
      while ((taken[line.length] ?? 0) > 0) {
        taken[line.length] = (taken[line.length] ?? 0) - 1
        line.push(null)
      }
    }
    for (const cell of row) {
      fromAbove()
      for (let column = 0; column < cell.across; column++) {
        taken[line.length] = cell.down - 1
        line.push(column === 0 ? cell : null)
      }
    }
    fromAbove()
    if (line.length > 0) grid.push(line)
  }
  return grid
}

const wordsOfCell = ({ blocks }: Cell): Words =>
  joinedWords(
    blocks.flatMap((block) => (block.type === 'paragraph' ? bareWords(block) : [])),
    ' / ',
  )

/** What stands in the cells, in order: a row of short ones as a line. */
export function blocksOfCells(rows: readonly (readonly Cell[])[]): Block[] {
  return rows.flatMap((row): Block[] => {
    const blocks = row.flatMap((cell) => cell.blocks)
    const words = blocks.flatMap((block) =>
      block.type === 'paragraph' && block.text.length <= LONGEST_IN_LINE ? bareWords(block) : [],
    )
    const isLine = words.length > 1 && words.length === blocks.length && row.every((cell) => cell.blocks.length <= 1)
    return isLine ? [{ id: newBlockId(), type: 'paragraph', ...joinedWords(words, ' · ') }] : blocks
  })
}
