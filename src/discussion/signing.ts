/**
 * What the discussion signs with the site's secret: single-use form tokens,
 * receipt addresses, what browsers are asked to work out. Each use has a key of
 * its own (HKDF, RFC 5869), so one can't stand in for another.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { isId } from '../store/index.ts'

export interface Signing {
  /** A new single-use form token; of the second look where the words stand in the form already. */
  formToken(now: number, look?: Look): string
  /** Reads a token: its nonce, age (ms) and look, or why it can't be used. Whether it was used is the database's to say. */
  readFormToken(token: string, now: number): { nonce: string; age: number; look: Look } | 'malformed' | 'old'
  /** The unguessable part of a receipt's address. */
  receiptKey(commentId: string): string
  /** The comment a receipt key stands for, or null where nobody here made the key. */
  readReceiptKey(key: string): string | null
  /** The unguessable part of the address at which a report's sender sees what became of it. */
  reportKey(reportId: string): string
  /** The report a key stands for, or null where nobody here made the key. */
  readReportKey(key: string): string | null
  /** The unguessable part of the address at which somebody sees what became of what they said is wrong in a story. */
  ticketKey(ticketId: string): string
  /** The ticket a key stands for, or null where nobody here made the key. */
  readTicketKey(key: string): string | null
  /** What proofs of work are signed with. */
  readonly proofKey: string
}

/** Whether a form was given out to be written in, or with the words in it, to be looked over and sent. */
export type Look = 'first' | 'second'

/** Long enough to write a long comment over dinner, in milliseconds. */
const TOKEN_LIFE = 24 * 60 * 60 * 1000

export function signingWith(secret: Uint8Array): Signing {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `courant ${use}`, 32))
  const formKeys: Record<Look, Buffer> = { first: keyFor('form'), second: keyFor('form, second look' as const) }
  const receiptKey = keyFor('receipt')
  const mac = (key: Buffer, data: string | Uint8Array) =>
    createHmac('sha256', key).update(data).digest().subarray(0, 16)

  const reportKey = keyFor('report')
  const ticketKey = keyFor('ticket')
  const sealed = (key: Buffer, id: string) => `${id}${mac(key, id).toString('hex')}`
  const opened = (key: Buffer, text: string): string | null => {
    const id = text.slice(0, 26)
    if (text.length !== 58 || !isId(id)) return null
    return timingSafeEqual(Buffer.from(text, 'latin1'), Buffer.from(sealed(key, id), 'latin1')) ? id : null
  }

  return {
    formToken(now, look = 'first') {
      const body = Buffer.alloc(22)
      body.writeUIntBE(now, 0, 6)
      randomBytes(16).copy(body, 6)
      return Buffer.concat([body, mac(formKeys[look], body)]).toString('base64url')
    },
    readFormToken(token, now) {
      const bytes = /^[\w-]{51}$/.test(token) ? Buffer.from(token, 'base64url') : Buffer.alloc(0)
      if (bytes.length !== 38) return 'malformed'
      const body = bytes.subarray(0, 22)
      const isOf = (look: Look) => timingSafeEqual(bytes.subarray(22), mac(formKeys[look], body))
      const look = isOf('first') ? 'first' : isOf('second') ? 'second' : null
      if (!look) return 'malformed'
      const age = now - body.readUIntBE(0, 6)
      if (age > TOKEN_LIFE) return 'old'
      return { nonce: body.subarray(6).toString('base64url'), age: Math.max(age, 0), look }
    },
    receiptKey: (commentId) => sealed(receiptKey, commentId),
    readReceiptKey: (key) => opened(receiptKey, key),
    reportKey: (reportId) => sealed(reportKey, reportId),
    readReportKey: (key) => opened(reportKey, key),
    ticketKey: (ticketId) => sealed(ticketKey, ticketId),
    readTicketKey: (key) => opened(ticketKey, key),
    proofKey: keyFor('proof').toString('hex'),
  }
}
