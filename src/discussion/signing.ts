/**
 * What the discussion signs with the site's secret: single-use form tokens,
 * receipt addresses, and the short-lived keys that senders are counted by.
 * Each use has a key of its own (HKDF, RFC 5869), so one can't stand in for another.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { isId } from '../store/index.ts'

export interface Signing {
  /** A new single-use form token. */
  formToken(now: number): string
  /** Reads a token: its nonce and age, or why it can't be used. Whether it was used is the database's to say. */
  readFormToken(token: string, now: number): { nonce: string; age: number } | 'malformed' | 'old'
  /** The unguessable part of a receipt's address. */
  receiptKey(commentId: string): string
  /** The comment a receipt key stands for, or null where nobody here made the key. */
  readReceiptKey(key: string): string | null
  /** The unguessable part of the address at which a report's sender sees what became of it. */
  reportKey(reportId: string): string
  /** The report a key stands for, or null where nobody here made the key. */
  readReportKey(key: string): string | null
  /** One key for all addresses of a network (IPv4 /24, IPv6 /48) on one day (UTC); tells nothing about the address. */
  senderKey(address: string, now: number): string
}

/** Long enough to write a long comment over dinner, in milliseconds. */
const TOKEN_LIFE = 24 * 60 * 60 * 1000
const DAY = 24 * 60 * 60 * 1000

export function signingWith(secret: Uint8Array): Signing {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `courant ${use}`, 32))
  const formKey = keyFor('form')
  const receiptKey = keyFor('receipt')
  const senderKey = keyFor('sender')
  const mac = (key: Buffer, data: string | Uint8Array) =>
    createHmac('sha256', key).update(data).digest().subarray(0, 16)

  const reportKey = keyFor('report')
  const sealed = (key: Buffer, id: string) => `${id}${mac(key, id).toString('hex')}`
  const opened = (key: Buffer, text: string): string | null => {
    const id = text.slice(0, 26)
    if (text.length !== 58 || !isId(id)) return null
    return timingSafeEqual(Buffer.from(text, 'latin1'), Buffer.from(sealed(key, id), 'latin1')) ? id : null
  }

  return {
    formToken(now) {
      const body = Buffer.alloc(22)
      body.writeUIntBE(now, 0, 6)
      randomBytes(16).copy(body, 6)
      return Buffer.concat([body, mac(formKey, body)]).toString('base64url')
    },
    readFormToken(token, now) {
      const bytes = /^[\w-]{51}$/.test(token) ? Buffer.from(token, 'base64url') : Buffer.alloc(0)
      if (bytes.length !== 38) return 'malformed'
      const body = bytes.subarray(0, 22)
      if (!timingSafeEqual(bytes.subarray(22), mac(formKey, body))) return 'malformed'
      const age = now - body.readUIntBE(0, 6)
      if (age > TOKEN_LIFE) return 'old'
      return { nonce: body.subarray(6).toString('base64url'), age: Math.max(age, 0) }
    },
    receiptKey: (commentId) => sealed(receiptKey, commentId),
    readReceiptKey: (key) => opened(receiptKey, key),
    reportKey: (reportId) => sealed(reportKey, reportId),
    readReportKey: (key) => opened(reportKey, key),
    senderKey(address, now) {
      return mac(senderKey, `${Math.floor(now / DAY)} ${networkOf(address)}`).toString('base64url')
    },
  }
}

/** An address without the part that names one household: 203.0.113.0/24, 2001:db8:1::/48. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`
  const [head = '', tail] = mapped.toLowerCase().split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/48`
}
