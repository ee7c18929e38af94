/** What is said of the front page. */
declare module '../store/events.ts' {
  interface Events {
    /** What an editor keeps at the top of the front page. */
    'front.changed': Record<never, never>
    /** The one sentence over the front page and every story. */
    'breaking.changed': Record<never, never>
  }
}

export {}
