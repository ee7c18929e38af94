/** Signatures as standardwebhooks.com has them, version 1.0.0: whoever knows them from elsewhere knows these. */
import { createHmac, randomBytes } from 'node:crypto'

const BEGINS = 'whsec_'

/** A new secret: 32 bytes. */
export const newHookSecret = (): string => BEGINS + randomBytes(32).toString('base64')

interface Signed {
  /** The message's id, which stays the same each time that it is sent. */
  id: string
  /** When this try begins, in milliseconds since the epoch. */
  at: number
  body: string
}

/** The three headers that say which message it is, when it was sent and that it is ours: signed with each of the secrets. */
export function signatureHeaders({ id, at, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const seconds = Math.floor(at / 1000)
  const signature = (secret: string) =>
    createHmac('sha256', Buffer.from(secret.slice(BEGINS.length), 'base64'))
      .update(`${id}.${seconds}.${body}`)
      .digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret)}`).join(' '),
  }
}
