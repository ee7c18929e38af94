/** The tables and views of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** Public keys of devices (WebAuthn); each is a person's of the staff or a reader's. */
    passkeys: {
      /** As the device names it, base64url. */
      id: string
      person_id: string | null
      reader_id: string | null
      public_key: string
      counter: number
      transports_json: string
      name: string
      created_at: number
      used_at: number | null
    }
    /** What was begun and is to be finished, a code after a password; and answers of devices that were taken, so that they are once. */
    sign_in_steps: {
      token_hash: string
      purpose: string
      person_id: string | null
      reader_id: string | null
      /** Always empty; the question to a device is not kept. */
      challenge: string
      created_at: number
      expires_at: number
    }
    /** Failed attempts, by a keyed hash of the sign-in name or of the network. */
    sign_in_failures: { id: string; key: string; at: number }
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
  }
}

export {}
