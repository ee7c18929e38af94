import { isIP } from 'node:net'

/**
 * The sender's address. X-Forwarded-For is believed only as far as our own
 * proxies wrote it: with `proxies` of them in front, the address that the
 * outermost one saw is that many from the right. What a sender made up stands
 * further left and is never looked at.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  proxies: number,
): string {
  const seen = (forwardedFor ?? '').split(',').map((part) => part.trim().replace(/^\[|\]$/g, ''))
  const candidate = proxies > 0 ? seen.at(-proxies) : undefined
  return candidate && isIP(candidate) ? candidate : (socketAddress ?? '0.0.0.0')
}
