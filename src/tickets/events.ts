/** What this part says (store/events.ts). */
declare module '../store/events.ts' {
  interface Events {
    /** A ticket came in, was answered, or is open again. */
    'tickets.changed': { story: string }
  }
}

export {}
