/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** Stories that an editor keeps at the top of the front page. */
    front_pins: {
      story_id: string
      /** Their order, from 0. */
      place: number
      /** When it lets go, in milliseconds since the epoch; null for never. */
      until: number | null
      pinned_by: string | null
      pinned_at: number
    }
  }
}

export {}
