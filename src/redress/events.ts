/** What this part says (store/events.ts). */
declare module '../store/events.ts' {
  interface Events {
    /** An appeal or a report came in. That one was answered is a decision (moderation/decisions). */
    'objections.changed': Record<never, never>
  }
}

export {}
