/** The tables of this part. */
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
    }
  }
}

export {}
