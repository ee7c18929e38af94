import type { Generated } from 'kysely'

/** The queue's claims, the log of what staff did, letters on their way, and readers whose address is verified. */
export interface DeskTables {
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
  /** The folded words of every revision, for the full-text index. Staff only; erased with the words. */
  comment_words: { number: Generated<number>; revision_id: string; search_words: string }
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
    /** The order in which it happened, over all tables that have one; given by the database. */
    sequence: Generated<number>
  }
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
  /** Readers whose mail address or passkey is theirs beyond doubt. */
  readers: {
    id: string
    name: string
    mail: string | null
    verified_at: number | null
    created_at: number
    erased_at: number | null
  }
}
