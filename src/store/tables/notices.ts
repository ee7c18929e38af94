/** Who wants to be told of what by mail, and what keeps letters from being a nuisance. */
export interface NoticeTables {
  /** Links in letters. The database holds only SHA-256 hashes of their tokens. */
  mail_links: {
    token_hash: string
    /** "verify": an address is its reader's; "account": a reader comes in; "waiting": a moderator's list of what waits. */
    purpose: string
    /** Folded; empty where the link is a person's of the staff. */
    address: string
    comment_id: string | null
    person_id: string | null
    created_at: number
    expires_at: number
    used_at: number | null
  }
  /**
   * How many letters went to an address that nobody has confirmed, or were asked for from one network; and how many
   * accounts were made and comments changed from one. Since when.
   */
  letter_limits: { key: string; count: number; since: number }
  /** Addresses that asked not to be written to again, as keyed hashes. */
  unwanted_addresses: { address_key: string; since: number }
  /** Comments whose author asked to be told of answers and has not confirmed the address yet. */
  answer_wishes: {
    comment_id: string
    address: string
    /** The keyed hash of the network it was asked from. */
    network_key: string
    asked_at: number
    /** When the letter with the link left. */
    written_at: number | null
  }
  /** Whom to tell of what is said under a comment. */
  subscriptions: { reader_id: string; comment_id: string; scope: 'answers' | 'thread'; since: number }
  /** How often a reader wants to be written to; "daily" for who has not chosen. */
  reader_notices: { reader_id: string; rhythm: 'at once' | 'daily' | 'weekly' | 'off' }
  /** Answers that were approved and are to be told of; what they say is read when the letter leaves. */
  replies_to_tell: {
    reader_id: string
    comment_id: string
    decision_id: string
    not_before: number
    told_at: number | null
  }
  /** A moderator's wish to be told when `at_least` comments have waited `minutes`. Absent where they are not told. */
  waiting_choices: {
    person_id: string
    at_least: number
    minutes: number
    /** Hours of the site's day, 0 to 23, between which nothing is sent; null for none. */
    quiet_from: number | null
    quiet_until: number | null
    last_at: number | null
  }
}
