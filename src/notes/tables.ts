/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** What somebody noted on words of a story, for colleagues: never for readers. */
    notes: {
      id: string
      story_id: string
      /** The draft's number that its words were found in. */
      number: number
      /** Where they stood, and what stood around them in their line. */
      place: string
      exact: string
      prefix: string
      suffix: string
      by: string
      at: number
      done_at: number | null
      done_by: string | null
    }
    /** What was written in a note: first the note, then answers. */
    note_lines: {
      id: string
      note_id: string
      by: string
      at: number
      /** A colleague who is mentioned stands as @ and an id, so that a new name is shown. Empty once it is deleted. */
      words: string
      changed_at: number | null
      deleted_at: number | null
    }
    /** Who is mentioned in which line, until they have seen it. */
    note_mentions: {
      line_id: string
      note_id: string
      person_id: string
      seen_at: number | null
    }
  }
}

export {}
