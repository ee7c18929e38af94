/** What this part says (store/events.ts). */
declare module '../store/events.ts' {
  interface Events {
    /** A schedule failed, or somebody has seen what became of it. That a story went out is said by story/. */
    'schedules.changed': { story: string }
  }
}

export {}
