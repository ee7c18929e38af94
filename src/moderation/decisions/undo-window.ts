/** How long a decision can be taken back, in milliseconds; only then does it leave the house. */
export const UNDO_FOR = 10_000

/**
 * Whether what was done at a time can still be taken back. A clock that was set
 * back by a little (they are, many times a day) does not end it at once; by
 * more, and it is over: else it would last as long as the clock was wrong.
 */
export const isUndoable = (at: number, now: number): boolean => Math.abs(now - at) <= UNDO_FOR
