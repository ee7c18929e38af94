/** What is said of the paper's order. */
declare module '../store/events.ts' {
  interface Events {
    /** A section, a topic, an author, a standing page or a menu: pages name them everywhere. */
    'paper.changed': Record<never, never>
    /** What an editor keeps at the top of the front page. */
    'front.changed': Record<never, never>
    /** The one sentence over the front page and every story. */
    'breaking.changed': Record<never, never>
  }
}

export {}
