/** Days and months as the public record counts them: in UTC, and only once they are over. */
import { UNDO_FOR } from '../moderation/decisions/index.ts'

/** When the day ends that is told last, in milliseconds since the epoch: nothing in it can be taken back any more. */
export function toldUntil(now: number): number {
  const day = new Date(now - UNDO_FOR)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate())
}

/** YYYY-MM-DD */
export const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

export interface Span {
  /** Milliseconds since the epoch; `to` is not in it. */
  from: number
  to: number
}

/** A year, as far as it may be told. */
export const yearSpan = (year: number, until: number): Span => ({
  from: Date.UTC(year, 0, 1),
  to: Math.max(Date.UTC(year, 0, 1), Math.min(Date.UTC(year + 1, 0, 1), until)),
})

/** A month (1 to 12), as far as it may be told. */
export const monthSpan = (year: number, month: number, until: number): Span => ({
  from: Date.UTC(year, month - 1, 1),
  to: Math.max(Date.UTC(year, month - 1, 1), Math.min(Date.UTC(year, month, 1), until)),
})

/** The months of a span, so that no question asks for more than one at a time. */
export function monthsOf({ from, to }: Span): Span[] {
  const months: Span[] = []
  for (let start = from; start < to; ) {
    const day = new Date(start)
    const end = Math.min(to, Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1))
    months.push({ from: start, to: end })
    start = end
  }
  return months
}
