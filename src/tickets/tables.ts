/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** What a reader says is wrong in a story: the words, where they stood, and what is wrong with them. */
    tickets: {
      id: string
      story_id: string
      /** The version that the reader had before them. */
      version: number
      /** The block where the words begin, or @headline and the like; null where they could not be found. */
      block_id: string | null
      /** The words as that version has them, with what stands right before and behind (W3C, TextQuoteSelector). */
      exact: string
      prefix: string
      suffix: string
      /** The whole sentence they stand in, by which tickets on one are put together; empty where it isn't known. */
      sentence: string
      /** What is wrong, in the reader's words. */
      words: string
      /** An address that shows it; may be empty. */
      source: string
      mail: string | null
      /** The single-use form token that sent it. */
      form_nonce: string
      /** Keyed hash of the shortened address; a new key every day. */
      sender_key: string
      received_at: number
      /** The answer that stands; null while it is open. */
      answer_id: string | null
    }
    /** How tickets on one sentence were answered. One that was taken back stays, with no ticket that points at it. */
    ticket_answers: {
      id: string
      story_id: string
      kind: 'corrected' | 'nothing' | 'spam'
      /** To the readers; may be empty, but for "nothing". */
      note: string
      /** The version that it led to; null where it led to none. */
      version: number | null
      answered_at: number
      answered_by: string | null
    }
  }
}

export {}
