/** The tables of this part. */
import type { Generated } from 'kysely'
import type { Mark } from './stage.ts'

declare module '../store/schema.ts' {
  interface Schema {
    /** What people said of a draft: that it is ready, checked, sent back. Never changed; a trigger refuses it. */
    stage_marks: {
      /** In the order in which they were made. */
      number: Generated<number>
      story_id: string
      mark: Mark
      /** The number of the draft that was looked at. */
      draft_number: number
      /** To the writer, where it was sent back; else empty. */
      words: string
      by: string
      at: number
    }
    /** Every story in one narrow row, as the newsroom's list shows it: kept in the transactions that change a story. */
    listed_stories: {
      story_id: string
      headline: string
      byline: string
      /** As the draft names it, and as names are compared. */
      section: string
      section_key: string
      created_by: string | null
      changed_at: number
      draft_number: number
      /** Where the draft stands, as long as its number is `stage_number`; one that was sent back stays so until it is ready. */
      stage: 'draft' | 'ready' | 'checked' | 'back'
      stage_number: number
      /** Where readers find it, or found it once. */
      path: string | null
      /** When it first came out. */
      published_at: number | null
      /** 1 while it is on the site. */
      live: number
      /** The last number at which the draft was what readers see. */
      same_number: number
      /** Which number was published last; 0 where none was, or nobody knows. */
      since_number: number
      /** As of which number its headline and words stand here; steps after it are laid on where they are asked for. */
      words_number: number
      said: '' | 'corrected' | 'retracted'
      trashed_at: number | null
      trashed_by: string | null
    }
    /** What stories say, to be searched; rows are written anew, never changed. */
    story_words: { number: Generated<number>; story_id: string; search_words: string }
  }
}
