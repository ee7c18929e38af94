/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../store/schema.ts' {
  interface Schema {
    /** Readers whose mail address or passkey is theirs beyond doubt. */
    readers: {
      id: string
      name: string
      mail: string | null
      verified_at: number | null
      created_at: number
      erased_at: number | null
    }
    reader_sessions: {
      token_hash: string
      reader_id: string
      created_at: number
      expires_at: number
      seen_at: number
      /** In words, such as "Firefox on Windows". */
      device: string
      /** How it was opened: "link" or "passkey". */
      way: string
    }
    bans: {
      id: string
      /** Whom: a verified reader, or the key of a network. */
      reader_id: string | null
      sender_key: string | null
      /** Where; null for the whole site. */
      story_id: string | null
      /** The comment it was made at. */
      comment_id: string | null
      /** A reason's code. */
      reason: string
      /** What the newsroom writes to whom it bans; empty for nothing. */
      note: Generated<string>
      made_at: number
      made_by: string
      /** Null for good. */
      ends_at: number | null
      lifted_at: number | null
      lifted_by: string | null
      /** The order in which it happened, over all tables that have one; given by the database. */
      sequence: Generated<number>
    }
  }
}
