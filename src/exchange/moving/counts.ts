/** What came in and what became of it, in numbers: by kind, then by state. */
export type Counts = Record<string, Record<string, number>>

export function add(counts: Counts, kind: string, state: string, by = 1): void {
  const states = counts[kind] ?? {}
  counts[kind] = states
  states[state] = (states[state] ?? 0) + by
}

export const totalOf = (counts: Counts, kind: string): number =>
  Object.values(counts[kind] ?? {}).reduce((sum, count) => sum + count, 0)

/** The kinds of which not as many became something as came in. */
export const mismatches = (found: Counts, became: Counts): { kind: string; found: number; became: number }[] =>
  [...new Set([...Object.keys(found), ...Object.keys(became)])]
    .map((kind) => ({ kind, found: totalOf(found, kind), became: totalOf(became, kind) }))
    .filter((one) => one.found !== one.became)
