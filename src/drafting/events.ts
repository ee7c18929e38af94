/** What is said of drafts while they are written: ids only, the words are asked for. */
declare module '../store/events.ts' {
  interface Events {
    /** A draft has a new number, by steps. */
    'draft.steps': { story: string; number: number }
    /** Who writes where, or who is there at all, has changed. */
    'draft.people': { story: string }
    'draft.suggestions': { story: string }
    /** What colleagues note on it has changed. */
    'draft.notes': { story: string }
    /** Somebody has marked it: as ready, as checked, as sent back, or as not ready after all. */
    'draft.marked': { story: string }
  }
}

export {}
