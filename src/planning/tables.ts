/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** What is meant for which day; a line may be there before its story. */
    plans: {
      id: string
      /** Grows with every change. */
      number: number
      headline: string
      /** YYYY-MM-DD; empty for an idea without a day. */
      day: string
      /** 'morning', 'midday' or 'evening'; empty where that is open. */
      slot: string
      /** A section's name, as stories have it. */
      section: string
      /** A time of its day, HH:MM; empty where there is none. */
      deadline: string
      writer_id: string | null
      photographer_id: string | null
      /** The name of one who is not of the staff; empty where there is none. */
      photographer: string
      /** How long it is to be; null where nobody has said so. */
      words: number | null
      story_id: string | null
      made_by: string | null
      made_at: number
    }
  }
}

export {}
