/** A letter as the message that leaves the house (RFC 5322). */
import { sendingMessages as m } from '../messages/index.ts'
import { isMailAddress } from './address.ts'

export interface Correspondent {
  name: string
  address: string
}

export interface Message {
  /** Stays the same however often the letter is tried, so that a mailbox can tell a second copy for what it is. */
  id: string
  from: Correspondent
  to: Correspondent
  subject: string
  /** Plain text; lines are wrapped by who reads it. */
  text: string
  headers: Record<string, string>
  date: number
}

/** Why a message can't be sent at all, or null. */
export function problemOfMessage({ to, from, headers }: Message): string | null {
  if (!isMailAddress(to.address)) return m.noRecipient
  if (!isMailAddress(from.address)) return m.noSender
  const strange = Object.keys(headers).find((name) => !/^[A-Za-z][A-Za-z-]*$/.test(name))
  return strange === undefined ? null : m.badHeader
}

/** As nodemailer takes it. Names, subjects and headers are one line each, whatever was in them. */
export const composed = (message: Message) => ({
  from: { ...message.from, name: oneLine(message.from.name) },
  to: { ...message.to, name: oneLine(message.to.name) },
  envelope: { from: message.from.address, to: [message.to.address] },
  messageId: `<${message.id}@${message.from.address.slice(message.from.address.lastIndexOf('@') + 1)}>`,
  subject: oneLine(message.subject),
  text: message.text,
  date: new Date(message.date),
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, oneLine(value)])),
  },
  disableFileAccess: true,
  disableUrlAccess: true,
})

const oneLine = (value: string): string =>
  value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 400)
