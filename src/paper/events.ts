/** What is said of the paper's order. */
declare module '../store/events.ts' {
  interface Events {
    /** A section, a topic, an author, a standing page or a menu: pages name them everywhere. */
    'paper.changed': Record<never, never>
  }
}

export {}
