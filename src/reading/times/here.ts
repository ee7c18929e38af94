/** What every reader of time expressions is handed, and what it gives back. */
import { endsSentence, type Pieces } from './pieces.ts'
import type { Span } from './spans.ts'

export interface Here {
  p: Pieces
  /** The story's day; null where none is known. */
  story: number | null
  /** What was resolved last: what "the same day" goes back to. Null at the beginning and two blocks on. */
  before: { span: Span; block: number; end: number } | null
  /** The same of single days: "that day" goes over a year named since. */
  day: Here['before']
  block: number
  /** The text speaks of someone called May, April, June or August. */
  namesakes: ReadonlySet<string>
}

/** An expression: it ends before piece `end`, and means `span`, or can't be told, and `why`. */
export interface Found {
  end: number
  span: Span | null
  why: string | null
}

export const NO_DAY = 'no date to count from'
export const ELSEWHERE = 'counted from something else in the story'

export const found = (end: number, span: Span): Found => ({ end, span, why: null })
export const unresolved = (end: number, why: string): Found => ({ end, span: null, why })

/** What follows from the story's day, or that there is none. */
export const fromStory = (here: Here, end: number, span: (story: number) => Span): Found =>
  here.story === null ? unresolved(end, NO_DAY) : found(end, span(here.story))

/** What was resolved last, where it stands in the same sentence as the piece `at`. */
export function inSentence(here: Here, at: number): Span | null {
  const { before, p } = here
  if (before === null || before.block !== here.block || at - before.end > 60) return null
  for (let i = before.end; i < at; i++) if (p.lower[i] !== ';' && endsSentence(p, i)) return null
  return before.span
}

/** The single day that was resolved last, where the piece `at` stands in its sentence or in the next one of its block. */
export function dayJustBefore({ day, block, p }: Here, at: number): Span | null {
  if (day === null || day.block !== block || at - day.end > 60) return null
  let ends = 0
  for (let i = day.end; i < at; i++) if (p.lower[i] !== ';' && endsSentence(p, i)) ends++
  return ends <= 1 ? day.span : null
}

/** What was resolved last in this block or the one before it. */
export const justBefore = (here: Here): Span | null =>
  here.before !== null && here.block - here.before.block <= 1 ? here.before.span : null
