/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../store/schema.ts' {
  interface Schema {
    people: {
      id: string
      name: string
      mail: string | null
      switches_json: string
      created_at: number
      disabled_at: number | null
    }
    sign_in_links: {
      token_hash: string
      person_id: string
      created_at: number
      expires_at: number
      used_at: number | null
    }
    sessions: {
      token_hash: string
      person_id: string
      created_at: number
      expires_at: number
      /** In words, such as "Firefox on Windows"; empty where it was never told. */
      device: string
      /** How it was opened: "link", "password" or "passkey". */
      way: string
      seen_at: number
      /** When its person last showed that they are there: by signing in, or anew since. */
      proved_at: number
    }
    /** What staff did, beside decisions and versions. Written once; triggers refuse change and removal. */
    acts: {
      id: string
      at: number
      /** A person's id; null where the command line or the site itself did it. */
      by: string | null
      /** A short code such as "person.disabled". */
      act: string
      /** The id of what it was done to. */
      about: string | null
      /** In words, for the page. */
      detail: string
      /** The id of the program that did it for that person; null where their own hand did. */
      through: Generated<string | null>
      /** The order in which it happened, over all tables that have one; given by the database. */
      sequence: Generated<number>
    }
    /** The sign-in name is folded and nobody else's. */
    passwords: { person_id: string; sign_in_name: string; hash: string; set_at: number }
    /** The secret behind a person's six-digit codes (RFC 6238), base64url; it counts once it was confirmed. */
    code_secrets: {
      person_id: string
      secret: string
      created_at: number
      confirmed_at: number | null
      /** The newest half-minute whose code was used; none up to it is taken again. */
      last_step: number
    }
    /** Ways back in for who has lost the device with the codes; each works once. SHA-256 of 80 random bits. */
    recovery_codes: { code_hash: string; person_id: string; made_at: number; used_at: number | null }
  }
}
