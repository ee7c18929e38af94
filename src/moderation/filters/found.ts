/** What a trial has found so far: plain counts that can be kept, read by others and gone on with. Pure. */
import type { RevisionStateName } from '../../store/index.ts'

export interface Found {
  /** Comments that were looked at, and how many of them the rule catches. */
  readonly looked: number
  readonly caught: number
  /** What had become of those it catches. */
  readonly states: Readonly<Partial<Record<RevisionStateName, number>>>
  /** By month of writing ("2026-05", UTC), newest first. */
  readonly months: readonly { readonly month: string; readonly looked: number; readonly caught: number }[]
  /** Ids of caught comments that readers see: the newest of them, at most `MOST_APPROVED`. */
  readonly approved: readonly string[]
  /** Ids of some of the others, from all over the archive. */
  readonly others: readonly string[]
}

/** A comment that was looked at. */
export interface Looked {
  readonly id: string
  readonly at: number
  readonly state: RevisionStateName
  readonly caught: boolean
}

export const MOST_APPROVED = 200
export const MOST_OTHERS = 20

export const nothingFound: Found = { looked: 0, caught: 0, states: {}, months: [], approved: [], others: [] }

/** Adds comments in the order in which they were looked at, newest first. */
export function addFound(found: Found, comments: readonly Looked[]): Found {
  let { looked, caught } = found
  const states = { ...found.states }
  const months = found.months.map((month) => ({ ...month }))
  const approved = [...found.approved]
  const others = [...found.others]
  for (const comment of comments) {
    const name = new Date(comment.at).toISOString().slice(0, 7)
    let month = months.find((one) => one.month === name)
    if (!month) {
      month = { month: name, looked: 0, caught: 0 }
      months.push(month)
    }
    looked++
    month.looked++
    if (!comment.caught) continue
    caught++
    month.caught++
    states[comment.state] = (states[comment.state] ?? 0) + 1
    if (comment.state === 'approved') {
      if (approved.length < MOST_APPROVED) approved.push(comment.id)
    } else {
      const place = placeIn(caught - (states.approved ?? 0))
      if (place !== null) others[place] = comment.id
    }
  }
  months.sort((a, b) => (a.month < b.month ? 1 : -1))
  return { looked, caught, states, months, approved, others }
}

/**
 * Where the nth of a row goes in a sample of all of them (Vitter's algorithm R,
 * 1985), or null where it stays out. Drawn from the number itself, so that a
 * trial which was interrupted goes on as if it had not been.
 */
function placeIn(n: number): number | null {
  if (n <= MOST_OTHERS) return n - 1
  const drawn = ((Math.imul(n, 0x9e3779b1) ^ (n >>> 7)) >>> 0) % n
  return drawn < MOST_OTHERS ? drawn : null
}
