/** What keeps machines out without anyone noticing. */
export interface DefenceTables {
  /** The random salt that senders of a day (days since 1970, UTC) are counted under; gone after 30 days. base64url */
  sender_salts: { day: number; salt: string }
  /** Proofs of work that came with a comment, kept until they would have expired. */
  spent_proofs: { nonce: string; expires_at: number }
}
