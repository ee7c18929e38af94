/** What is said of stories and of the publication. */
declare module '../store/events.ts' {
  interface Events {
    /** Somebody has saved a draft as a whole, or made it; by steps it changes as drafting/ says. */
    'draft.saved': { story: string; number: number; by: string | null }
    /** A version of it is what readers see from now on. */
    'story.published': { story: string }
    'story.taken-down': { story: string }
    /** Whether it takes comments has changed, and how. */
    'story.comments': { story: string }
    /** The settings of the site. */
    'settings.changed': Record<never, never>
  }
}

export {}
