/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** What a further version of a story changed, and what was wrong before. Written once, with the version. */
    corrections: {
      id: string
      story_id: string
      /** The version that it came with. */
      version: number
      kind: 'typo' | 'update' | 'correction' | 'retraction'
      /** What was wrong, or is new, in the newsroom's words; may be empty. */
      cause: string
      /** Old words and new ones by block: a list of ChangedWords. */
      changes_json: string
      made_at: number
      made_by: string | null
    }
    /** What a reader says is wrong in a story. */
    tickets: {
      id: string
      story_id: string
      /** The words that are said to be wrong, and what stood around them; they say which of several like ones. */
      quote: string
      before_quote: string
      after_quote: string
      /** What is wrong with them, in the reader's words. */
      words: string
      mail: string | null
      /** The single-use form token that sent it. */
      form_nonce: string
      /** Keyed hash of the shortened address; a new key every day. */
      sender_key: string
      sent_at: number
    }
    /** The newsroom's answer to a ticket. Written once. */
    ticket_answers: {
      ticket_id: string
      outcome: 'corrected' | 'nothing wrong'
      words: string
      /** The correction that came of it; null where nothing was wrong. */
      correction_id: string | null
      answered_at: number
      answered_by: string | null
    }
  }
}

export {}
