/** Where a content begins and ends: without the marks at its ends, with the quotation marks that belong to it. */
import type { Context } from '../tagging/context.ts'
import type { Segment } from '../tagging/spans.ts'
import { isWord, paragraphOf } from './draft.ts'

/** Without the commas and stops at its ends, with the quotation marks that belong to it; pieces that only marks part are one. */
export function trimmed(context: Context, segments: readonly Segment[]): Segment[] {
  const { tokens, quotation, opens, closes } = context
  const pieces: Segment[] = []
  for (const segment of [...segments].sort((a, b) => a.from - b.from)) {
    let { from, to } = segment
    while (from < to && !isWord(context, from)) from++
    while (to > from && !isWord(context, to - 1)) to--
    if (from >= to) continue
    const [first, last] = [quotation[from] as number, quotation[to - 1] as number]
    if (first > 0 && opens[first] === from - 1) from--
    if (last > 0) {
      // The comma or stop inside the closing mark, and the mark.
      const close = closes[last] as number
      let end = to
      while (end < close && !isWord(context, end)) end++
      if (end === close) to = isWord(context, close) ? to : close + 1
      else if (end > to && !isWord(context, end - 1) && end < tokens.count && close < end) to = end
    }
    const before = pieces.at(-1)
    if (before && joins(context, before.to, from)) {
      before.to = to
      before.direct = before.direct && segment.direct
    } else pieces.push({ from, to, direct: segment.direct })
  }
  return pieces
}

function joins(context: Context, from: number, to: number): boolean {
  if (from > to || to - from > 3 || paragraphOf(context, from - 1) !== paragraphOf(context, to)) return false
  for (let i = from; i < to; i++) if (isWord(context, i)) return false
  return true
}
