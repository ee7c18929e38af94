/** The tables and views of this part. */
declare module '../../store/schema.ts' {
  interface Schema {
    /** Who has an item of the queue in hand, and until when. */
    claims: {
      revision_id: string
      person_id: string
      /** The page it was handed to; one that closes gives back what is its own, and nothing of a newer page. */
      hand: string
      /** Where it stands among what was handed out with it. */
      place: number
      taken_at: number
      expires_at: number
    }
  }
}

export {}
