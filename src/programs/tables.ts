/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** Programs that act for somebody of the staff. One that is removed stays here, since the log names it. */
    programs: {
      id: string
      name: string
      /** The names of its scopes. */
      scopes_json: string
      /** The person in whose name it acts. */
      made_by: string
      made_at: number
      /** Null where it has no end. */
      ends_at: number | null
      removed_at: number | null
      /** When it last came in, to five minutes; null where it never did. */
      seen_at: number | null
    }
    /** What opens the door to a program: SHA-256 of a token that nobody else has. */
    program_tokens: { token_hash: string; program_id: string }
  }
}

export {}
