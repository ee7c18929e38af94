/** What pages are given of notes, beside a story's own. */

/** What was typed and could not be kept, with the reason. */
export interface TypedNote {
  /** The note that was to be answered, or the words in it that were to be changed; empty for a new one. */
  noteId: string
  place: string
  exact: string
  words: string
  problem: string
}

/** A note that mentions whoever is at the newsroom's home. */
export interface NoteForYou {
  noteId: string
  storyId: string
  headline: string
  by: string
  at: number
}
