/** Every date and time that a text names, and what it means. */
import type { ReadingBlock, TimeExpression } from '../reading.ts'
import { mayBegin } from './beginnings.ts'
import { readIsoDay } from './calendar.ts'
import { readExpression } from './expressions.ts'
import type { Found, Here } from './here.ts'
import { findNamesakes } from './months.ts'
import { NUMBER, type Pieces, piecesOf, wordsInRange } from './pieces.ts'

/**
 * The time expressions of a text, in order, without overlap. `date` is the
 * story's day, YYYY-MM-DD, or null where none is known; throws on anything else.
 *
 * An expression begins after its preposition and article ("in 2016" is "2016"),
 * except where these make it: "from 2010 to 2015", "between March and June". Its
 * meaning is EDTF (ISO 8601-2:2019) of level 1: a day, month or year; a season
 * ("1994-21", northern); an interval of these ("the 1990s" is 1990/1999); a day
 * with its time to the minute ("2024-05-16T20:30", local); "~" where the text says
 * about. What it can't tell it says in `unresolved`.
 *
 * Linear in the length of the text: whatever is read looks at a bounded number
 * of words around it.
 */
export function findTimes(blocks: readonly ReadingBlock[], date: string | null): TimeExpression[] {
  const story = date === null ? null : readIsoDay(date)
  if (date !== null && story === null)
    throw new Error(`A story's day is written YYYY-MM-DD, and "${date}" is no such day.`)
  const cut = blocks.map(piecesOf)
  return timesIn(cut, story).map(({ block, at, read }) => {
    const p = cut[block] as Pieces
    return {
      block: (blocks[block] as ReadingBlock).id,
      from: p.from[at] as number,
      to: p.to[read.end - 1] as number,
      text: wordsInRange(p, at, read.end),
      edtf: read.span?.edtf ?? null,
      unresolved: read.why,
    }
  })
}

/** The same on pieces: block `block`'s expression from piece `at` to `read.end`. `story` is the day's number. */
export function timesIn(cut: readonly Pieces[], story: number | null): { block: number; at: number; read: Found }[] {
  const namesakes = new Set<string>()
  for (const p of cut) findNamesakes(p, namesakes)
  const times: { block: number; at: number; read: Found }[] = []
  let before: Here['before'] = null
  let day: Here['day'] = null
  for (const [block, p] of cut.entries()) {
    let at = 0
    while (at < p.count) {
      const word = p.lower[at] as string
      const may = p.kind[at] === NUMBER || mayBegin(word)
      const read: Found | null = may ? readExpression({ p, story, before, day, block, namesakes }, at) : null
      if (read === null) {
        at++
        continue
      }
      times.push({ block, at, read })
      if (read.span !== null) before = { span: read.span, block, end: read.end }
      if (read.span !== null && read.span.first === read.span.last) day = before
      at = read.end
    }
  }
  return times
}
