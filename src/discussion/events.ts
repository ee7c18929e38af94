/** What is said of comments. */
declare module '../store/events.ts' {
  interface Events {
    /** What readers see of a story's discussion: something was approved, taken down, taken back or erased. */
    'discussion.changed': { story: string }
    /** How much waits for review: words came in, were decided on, or were taken back. */
    'queue.changed': Record<never, never>
  }
}

export {}
