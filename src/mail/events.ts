/** What this part says (store/events.ts). */
declare module '../store/events.ts' {
  interface Events {
    /** A letter was given up, or is to be tried again. */
    'letters.changed': Record<never, never>
  }
}

export {}
