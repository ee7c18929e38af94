/** What is said of pictures. */
declare module '../store/events.ts' {
  interface Events {
    /** A published story shows it, and it looks different from now on: its files, its credit, what is in view. */
    'picture.changed': { picture: string; story: string }
    /** The same where something else shows it: an author, a name, the site itself. */
    'picture.changed-elsewhere': { picture: string }
  }
}

export {}
