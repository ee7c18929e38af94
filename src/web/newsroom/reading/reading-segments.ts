/** A block's words cut where statements begin and end, so that each piece can lead to its statement. */

/** A stretch of a block that belongs to a statement; `first` and `last` of the statement's stretches, wherever they are. */
export interface Stretch {
  statement: string
  /** UTF-16 units into the block's text. */
  from: number
  to: number
  first: boolean
  last: boolean
}

export interface Segment {
  text: string
  /** The innermost statement that the words belong to; null where they are the paper's own. */
  statement: string | null
  /** The statements that begin here for the first time. */
  begins: string[]
  /** Those that end here for good. */
  ends: string[]
}

/** All of a text's pieces in order, in n log n. Stretches may lie in one another, cross, or reach past the text. */
export function segmentsOf(text: string, stretches: readonly Stretch[]): Segment[] {
  const inside = stretches
    .map((one) => ({ ...one, from: Math.max(0, one.from), to: Math.min(text.length, one.to) }))
    .filter(({ from, to }) => from < to)
    // The longer of two that begin together lies outside.
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const endsAt = new Map<number, string[]>()
  for (const { to, last, statement } of inside) {
    if (!last) continue
    const ends = endsAt.get(to)
    if (ends) ends.push(statement)
    else endsAt.set(to, [statement])
  }
  const edges = [...new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)

  const segments: Segment[] = []
  const open: Stretch[] = []
  let next = 0
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i] as number, edges[i + 1] as number]
    const begins: string[] = []
    for (; next < inside.length && (inside[next] as Stretch).from === from; next++) {
      const stretch = inside[next] as Stretch
      open.push(stretch)
      if (stretch.first) begins.push(stretch.statement)
    }
    while (open.length > 0 && (open.at(-1) as Stretch).to <= from) open.pop()
    segments.push({
      text: text.slice(from, to),
      statement: open.at(-1)?.statement ?? null,
      begins,
      ends: endsAt.get(to) ?? [],
    })
  }
  return segments
}
