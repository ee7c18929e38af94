/** The tables of this part. */
import type { ChangeKind } from '../corrections/index.ts'

declare module '../store/schema.ts' {
  interface Schema {
    /** Versions put under embargo, with their words as they were frozen. A trigger refuses any change; they go with their story. */
    held_versions: {
      id: string
      story_id: string
      content_json: string
      /** Which number of the draft it was. */
      draft_number: number
      /** What kind of change it is to a story that readers had by then; null where they had none. */
      kind: ChangeKind | null
      cause: string
      made_at: number
      made_by: string | null
    }
    /** Until when each is shown to nobody, and what became of it. One at a time waits for a story. */
    embargoes: {
      version_id: string
      story_id: string
      /** Milliseconds since the epoch. */
      until: number
      ended_at: number | null
      ending: 'live' | 'withdrawn' | 'replaced' | null
      /** Who ended it; null where its time did. */
      ended_by: string | null
      /** Why it could not go live, in a sentence. */
      problem: string | null
      /** When somebody had seen that it failed or was late. */
      seen_at: number | null
    }
  }
}
