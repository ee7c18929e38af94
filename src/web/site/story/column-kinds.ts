/** How a table's columns are set: figures under one another, scores in the middle, words at the beginning. */
import type { BlockOf } from '../kit/attached.ts'

/** Also the class of its cells. */
export type ColumnKind = '' | 'num' | 'score'

/** With a sign or a currency before it, and a unit of a few letters behind it: −3.4, 1,250, 12%, £4m, 27 pts. */
const FIGURE = /^[+\-−–±<>~≈]? ?\p{Sc}? ?\d[\d.,'’\u00a0\u202f ]* ?(?:%|‰|°C?|\p{Sc}|\p{L}{1,4}\.?)?$/u
/** Goals and sets, as they stand between two sides: 2–1, 2:1. */
const SCORE = /^\d{1,3} ?[-–—:] ?\d{1,3}$/
/** Nothing to tell. */
const NOTHING = /^(?:|[-–—.…?]|n\/a)$/i

/** A column is of figures where all its cells below a header are, or are left out. */
export function columnKinds({ rows, headerRow, headerColumn }: BlockOf<'table'>): ColumnKind[] {
  const body = rows.slice(headerRow ? 1 : 0)
  return (rows[0]?.cells ?? []).map((_, column) => {
    if (headerColumn && column === 0) return ''
    const told = body.map(({ cells }) => (cells[column]?.text ?? '').trim()).filter((text) => !NOTHING.test(text))
    if (told.length === 0) return ''
    if (told.every((text) => SCORE.test(text))) return 'score'
    return told.every((text) => text.length <= LONGEST_FIGURE && FIGURE.test(text)) ? 'num' : ''
  })
}

const LONGEST_FIGURE = 24
