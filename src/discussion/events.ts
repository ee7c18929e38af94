/** What is said of comments. */
declare module '../store/events.ts' {
  interface Events {
    /** What readers see of a story's discussion: something was approved, taken down, taken back or erased. */
    'discussion.changed': { story: string }
  }
}

export {}
