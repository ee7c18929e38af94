/** Passwords, passkeys, second factors and the accounts of readers. */
export interface AccountTables {
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
  /** Readers who are erased and whose comments are not all done yet; the row goes with the last of them. */
  erasures: { reader_id: string; erasure: 'keep' | 'blank'; asked_at: number }
}
