/** Six-digit codes from a shared secret and the clock (TOTP, RFC 6238, over HOTP, RFC 4226). */
import { createHmac } from 'node:crypto'

/** Milliseconds that a code stands for. */
const STEP = 30_000
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const stepAt = (now: number): number => Math.floor(now / STEP)

export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac[19] as number) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step whose code this is, now or half a minute to either side, and later than `after`; null where there is none. */
export function matchCode(secret: Uint8Array, typed: string, after: number, now: number): number | null {
  const code = typed.replace(/\s+/g, '')
  const here = stepAt(now)
  const steps = [here, here - 1, here + 1].filter((step) => step > after)
  return steps.find((step) => codeOfStep(secret, step) === code) ?? null
}

/** Base32 without padding (RFC 4648), as authenticator programs take secrets. */
export function base32(bytes: Uint8Array): string {
  let [text, buffer, bits] = ['', 0, 0]
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += LETTERS[(buffer >>> (bits - 5)) & 31]
      bits -= 5
    }
    buffer &= (1 << bits) - 1
  }
  return bits > 0 ? text + LETTERS[(buffer << (5 - bits)) & 31] : text
}

/** What an authenticator program reads from a QR code. */
export const otpauthUri = (secret: Uint8Array, site: string, account: string): string =>
  `otpauth://totp/${encodeURIComponent(site)}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${encodeURIComponent(site)}`
