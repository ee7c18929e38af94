/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** Until when a story takes comments, where that is said. */
    comment_windows: {
      story_id: string
      /** Milliseconds since the epoch. */
      at: number
      /** Null where it came by the site's setting. */
      set_by: string | null
      set_at: number
      /** Its time, once comments were closed by it; null until then. */
      ended_at: number | null
    }
  }
}

export {}
