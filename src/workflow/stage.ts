/** How far a story has come, and whether two people have seen every word of it. Pure. */

/** What people say of a draft. */
export const MARKS = ['ready', 'checked', 'back', 'draft'] as const
export type Mark = (typeof MARKS)[number]

export type Stage = 'draft' | 'ready' | 'checked' | 'back'

/** Where a story is: in the making, before readers, or off the site again; and how the next words of it stand. */
export const STATES = ['draft', 'back', 'ready', 'checked', 'live', 'corrected', 'retracted', 'changed', 'off'] as const
export type State = (typeof STATES)[number]

export interface MarkMade {
  mark: Mark
  /** The number of the draft that was looked at. */
  number: number
  words: string
  by: string
  /** Milliseconds since the epoch. */
  at: number
}

/** Who read a draft with a view to publishing it, and up to which number. */
export interface Reader {
  by: string
  seen: number
}

/** Those whose last words nobody else has read. `last`: the last number at which they wrote. */
export const unread = <W extends { by: string | null; last: number }>(
  writers: readonly W[],
  readers: readonly Reader[],
): W[] => writers.filter(({ by, last }) => !readers.some((reader) => reader.by !== by && reader.seen >= last))
