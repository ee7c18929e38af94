/** Coral's signatures: HMAC-SHA256 of the body as it came, by the secret as it is typed. They say nothing of when. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** While a secret is being changed there, there are two; more is no header of Coral's. */
const MOST_SIGNATURES = 8
const LONGEST_HEADER = 1000

/** Whether one of the signatures in the header X-Coral-Signature is by this secret. */
export function isSignedBy(secret: string, body: Uint8Array, header: string): boolean {
  if (header.length > LONGEST_HEADER) return false
  const expected = createHmac('sha256', secret).update(body).digest()
  return header
    .split(',', MOST_SIGNATURES)
    .map((one) => one.trim())
    .filter((one) => /^sha256=[0-9a-f]{64}$/i.test(one))
    .some((one) => timingSafeEqual(Buffer.from(one.slice('sha256='.length), 'hex'), expected))
}
