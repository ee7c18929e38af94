/** A story of the demonstration, as it is written down here. Harrow Ferry, its river and everyone in it are made up. */
export interface TownStory {
  section: string
  headline: string
  standfirst?: string
  dateline?: string
  /** Where it is not English. */
  language?: string
  /** As an editor types it: see src/story/markup/markup.ts. */
  body: string
  /** What it is about, as the middle of a sentence says it. */
  about: string
  /** What readers say of this story and no other. */
  said: readonly string[]
}
