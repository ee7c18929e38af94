/** What is said of readings. */
declare module '../store/events.ts' {
  interface Events {
    /** What readers see of who says what in it: shown, hidden, read anew or corrected. */
    'reading.changed': { story: string }
    /** Names that have a page, and their spellings. */
    'names.changed': Record<never, never>
  }
}

export {}
