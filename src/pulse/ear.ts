/** What parts tell of what they do, as they do it: a few additions, whoever counts. */

/** What became of a comment that was sent. */
export type CommentOutcome = 'taken' | 'asked again' | 'refused'

export interface Ear {
  /** A request was answered. `route` is its pattern, never its address; `ms` until the answer began. */
  answered(method: string, route: string, status: number, ms: number): void
  commented(outcome: CommentOutcome): void
}

/** Tells each of them. */
export const bothEars = (one: Ear, other: Ear): Ear => ({
  answered(method, route, status, ms) {
    one.answered(method, route, status, ms)
    other.answered(method, route, status, ms)
  },
  commented(outcome) {
    one.commented(outcome)
    other.commented(outcome)
  },
})
