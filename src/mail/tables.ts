/** The tables and views of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** Letters on their way out; kept a while after they were sent. */
    letters: {
      id: string
      /** What kind of letter it is, such as "decision", "reply", "verify". */
      kind: string
      /** What it is about: a decision's id, say; by it a letter is taken back. */
      about: string | null
      to_name: string
      to_address: string
      subject: string
      text: string
      /** Further headers, such as List-Unsubscribe: { name: value }. */
      headers_json: string
      /** Not sent before; the undo window, a digest's hour. */
      not_before: number
      created_at: number
      sent_at: number | null
      attempts: number
      /** Why the last attempt failed. */
      problem: string | null
      /** While a sender has it in hand, or after an attempt that failed: not before this. */
      again_at: number | null
      /** When it was given up. */
      given_up_at: number | null
      /** How it left: "smtp", or "file" where it lies in the outbox folder. */
      way: string | null
    }
  }
}

export {}
