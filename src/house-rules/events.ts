/** What is said of the reasons and of what is public. */
declare module '../store/events.ts' {
  interface Events {
    /** What readers are told of the reasons. */
    'reasons.changed': Record<never, never>
    /** What is public of the desk's work. */
    'publicity.changed': Record<never, never>
  }
}

export {}
