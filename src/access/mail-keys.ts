/**
 * What letters are signed with: keys from the site's secret, one for each use
 * (HKDF, RFC 5869). Such a link works for as long as the site has its secret,
 * so that a letter found years later can still be answered with "stop".
 */

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { isId } from '../store/index.ts'
import { normalForm } from '../text/index.ts'

export interface MailKeys {
  /** What an address is remembered by where the address itself must not be kept: a keyed hash, 22 characters. */
  addressKey(address: string): string
  /** The unguessable part of the link "do not write to me again". */
  stopKey(address: string): string
  /** The address's key that a stop link stands for, or null where nobody here made it. */
  readStopKey(key: string): string | null
  /** The unguessable part of the address of a reader's own choices. */
  noticesKey(readerId: string): string
  readNoticesKey(key: string): string | null
}

/** An address as it is compared: in lower case, as every large mailbox provider treats both its halves. */
export const foldAddress = (address: string): string => normalForm(address.trim(), 'NFC').toLowerCase()

export function mailKeysWith(secret: Uint8Array): MailKeys {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `courant ${use}`, 32))
  const [address, stop, notices] = [keyFor('mail address'), keyFor('mail stop'), keyFor('mail notices')] as const
  const mac = (key: Buffer, data: string) => createHmac('sha256', key).update(data).digest().subarray(0, 16)
  const sealed = (key: Buffer, value: string) => `${value}${mac(key, value).toString('hex')}`
  const opened = (key: Buffer, text: string): string | null => {
    const value = text.slice(0, -32)
    const [given, made] = [Buffer.from(text, 'utf8'), Buffer.from(sealed(key, value), 'utf8')]
    return given.length === made.length && timingSafeEqual(given, made) ? value : null
  }
  const addressKey = (value: string) => mac(address, foldAddress(value)).toString('base64url')
  return {
    addressKey,
    stopKey: (value) => sealed(stop, addressKey(value)),
    readStopKey: (key) => (/^[\w-]{22}[0-9a-f]{32}$/.test(key) ? opened(stop, key) : null),
    noticesKey: (readerId) => sealed(notices, readerId),
    readNoticesKey(key) {
      const readerId = key.slice(0, 26)
      return key.length === 58 && isId(readerId) ? opened(notices, key) : null
    },
  }
}
