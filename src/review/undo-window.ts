/** How long a decision can be taken back, in milliseconds; only then does it leave the house. */
export const UNDO_FOR = 10_000
