/** What a list of scored comments is worth. */

export interface Scored {
  /** The higher, the likelier spam. */
  score: number
  spam: boolean
}

export interface Measures {
  /** The chance that a spam comment is scored higher than another; ties count half. */
  auc: number
  /** The share of spam that is caught where at most one in a hundred of the others is taken for spam. */
  caught: number
}

export function measure(scored: readonly Scored[]): Measures {
  return { auc: areaUnder(scored), caught: caughtAt(scored, 0.01) }
}

export function areaUnder(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score)
  let [ranks, spam, i] = [0, 0, 0]
  while (i < sorted.length) {
    let end = i
    while (end < sorted.length && sorted[end]?.score === sorted[i]?.score) end++
    for (let k = i; k < end; k++) {
      if (!sorted[k]?.spam) continue
      // Those that are equal share the middle of their ranks, which count from 1.
      ranks += (i + end + 1) / 2
      spam++
    }
    i = end
  }
  return (ranks - (spam * (spam + 1)) / 2) / (spam * (sorted.length - spam))
}

export function caughtAt(scored: readonly Scored[], falseAlarms: number): number {
  const fine = scored.filter(({ spam }) => !spam).map(({ score }) => score)
  fine.sort((a, b) => b - a)
  const limit = fine[Math.floor(falseAlarms * fine.length)] ?? Number.NEGATIVE_INFINITY
  const spam = scored.filter((one) => one.spam)
  return spam.filter(({ score }) => score > limit).length / spam.length
}

export interface Bin {
  from: number
  count: number
  /** Means: what was said, and what was so. */
  said: number
  was: number
}

/** Chances in ten equal bins, and how far what was said lies from what was so, in the mean over comments. */
export function reliability(scored: readonly Scored[]): { bins: Bin[]; error: number } {
  const bins = Array.from({ length: 10 }, (_, i) => {
    const some = scored.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === i)
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
    return {
      from: i / 10,
      count: some.length,
      said: mean(some.map(({ score }) => score)),
      was: mean(some.map(({ spam }) => Number(spam))),
    }
  })
  const off = bins.reduce((sum, { count, said, was }) => sum + count * Math.abs(said - was), 0)
  return { bins, error: off / scored.length }
}

export function meanOf(all: readonly Measures[]): Measures {
  const mean = (read: (one: Measures) => number) => all.reduce((sum, one) => sum + read(one), 0) / all.length
  return { auc: mean(({ auc }) => auc), caught: mean(({ caught }) => caught) }
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Another order of a list (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const copy = [...list]
  const next = chance(seed)
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
  }
  return copy
}
