/** What is said of stories and of the publication. */
declare module '../store/events.ts' {
  interface Events {
    /** Somebody has saved a draft as a whole, or made it; by steps it changes as drafting/ says. */
    'draft.saved': { story: string; number: number; by: string | null }
    /** A draft's steps are in its row now, so that its newest words can be read there. */
    'draft.folded': { story: string }
    /** A version of it is what readers see from now on. */
    'story.published': {
      story: string
      /** Of the version, from 1; and whether readers had another of it until now. */
      version: number
      wasLive: boolean
      /** The draft's number, and the number that was published before; 0 where none was, or nobody knows. */
      number: number
      since: number
      /** The draft's as it is; those of a version that was held, which was asked about when it was; or typed beside the draft. */
      words: 'draft' | 'held' | 'typed'
      /** Up to which number whoever publishes has read it, where somebody does so by hand. */
      reader: { by: string; seen: number } | null
    }
    /** A version of it is put under embargo: whatever is asked of a publication is asked of this. */
    'story.held': { story: string; since: number; reader: { by: string; seen: number } | null }
    /** Stories of another system are here now: some of them, where `live`, on the site. */
    'stories.brought-in': { stories: string[]; live: boolean }
    /** `path`: where readers had it. */
    'story.taken-down': { story: string; path: string }
    'story.thrown-away': { story: string; by: string | null }
    'story.brought-back': { story: string }
    /** For good. `whole`: no reader ever saw it, and nothing of it stays. */
    'story.removed': { story: string; whole: boolean }
    /** Whether it takes comments has changed, and how. */
    'story.comments': { story: string }
    /** The settings of the site. */
    'settings.changed': Record<never, never>
  }
}

export {}
