/** What is said of comments. */
declare module '../store/events.ts' {
  interface Events {
    /** What readers see of a story's discussion: something was approved, taken down, taken back or erased. */
    'discussion.changed': { story: string }
    /** The same of one comment: readers see it from now on, or in other words, or not any more. */
    'comment.changed': { comment: string; story: string }
    /** New words are on disk and have not been examined yet. */
    'comments.unexamined': Record<never, never>
    /** New words wait for review, examined: comments, or edits of some. */
    'comments.held': { comments: readonly { comment: string; story: string }[] }
    /** How much waits for review: words came in, were decided on, or were taken back. */
    'queue.changed': Record<never, never>
  }
}

export {}
