/** The tables of this part. */
import type { ChangeKind } from '../corrections/index.ts'

declare module '../store/schema.ts' {
  interface Schema {
    /** When a story's draft goes out by itself. */
    schedules: {
      story_id: string
      /** Milliseconds since the epoch. */
      at: number
      set_by: string | null
      set_at: number
      /** When it was done, or could not be; null while it waits. */
      ended_at: number | null
      /** Why it could not be, in a sentence. */
      problem: string | null
      /** What kind of change it is to a story that readers have; null where they had none when this was set. */
      kind: ChangeKind | null
      cause: string
    }
    /** When a story is taken off the site by itself. */
    story_ends: {
      story_id: string
      /** Milliseconds since the epoch. */
      at: number
      set_by: string | null
      set_at: number
      /** When it was; null while it waits. */
      ended_at: number | null
    }
  }
}
