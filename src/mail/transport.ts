/** The two ways a letter leaves: to a mail server, or as a file for any mail program to open and send. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sendingMessages as m } from '../messages/index.ts'
import { composed, type Message } from './message.ts'

export interface Transport {
  way: 'smtp' | 'file'
  /** In words, for the newsroom: the server, or the folder. Never a password. */
  where: string
  /** Rejects with a Failure's cause; see failureOf. Fulfilled once the server has taken the message on. */
  deliver(message: Message): Promise<void>
  /** Ends what is open between two rounds; delivering opens it again. */
  rest(): void
  /** Breaks off what is under way, which is then rejected; for when it is waited for no longer. */
  breakOff(): void
}

export interface SmtpServer {
  host: string
  port: number
  /** Encrypted from the first byte (smtps); otherwise STARTTLS where the server has it. */
  secure: boolean
  user: string
  password: string
}

const CONNECT_FOR = 20_000
const ANSWER_FOR = 60_000
/** The longest that a delivery can take, in milliseconds; a sender that has held a letter longer is gone. */
export const DELIVERY_LIMIT = 5 * 60_000

/** Sends to a mail server; the connection is kept while there is something to send. */
export function smtpTransport(server: SmtpServer): Transport {
  let open: {
    sendMail(message: ReturnType<typeof composed>): Promise<unknown>
    close(how?: { force: boolean }): void
  } | null = null
  const connect = async () => {
    // Loaded when it is needed: a server at rest does not carry it.
    const { default: nodemailer } = await import('nodemailer')
    return nodemailer.createTransport({
      pool: true,
      maxConnections: 1,
      // Trying again is the outbox's own work: nodemailer would send anew what the server may have taken.
      maxRequeues: 0,
      host: server.host,
      port: server.port,
      secure: server.secure,
      // A password never goes over an open line, except within this machine.
      requireTLS: !server.secure && server.user !== '' && !isThisMachine(server.host),
      ...(server.user === '' ? {} : { auth: { user: server.user, pass: server.password } }),
      connectionTimeout: CONNECT_FOR,
      greetingTimeout: CONNECT_FOR,
      socketTimeout: ANSWER_FOR,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
  return {
    way: 'smtp',
    where: `${server.host}:${server.port}`,
    async deliver(message) {
      open ??= await connect()
      await open.sendMail(composed(message))
    },
    rest() {
      open?.close()
      open = null
    },
    breakOff() {
      open?.close({ force: true })
      open = null
    },
  }
}

const isThisMachine = (host: string) => ['localhost', '127.0.0.1', '::1'].includes(host)

/** Writes each letter as a whole .eml file that only its owner can read; it is there whole or not at all. */
export function fileTransport(folder: string): Transport {
  return {
    way: 'file',
    where: folder,
    async deliver(message) {
      const { default: nodemailer } = await import('nodemailer')
      const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
      const { message: bytes } = await composer.sendMail(composed(message))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // The same letter has the same name: trying it again makes no second file.
      const path = join(folder, `${message.id}.eml`)
      await writeFile(`${path}.part`, bytes as Buffer, { mode: 0o600, flush: true })
      await rename(`${path}.part`, path)
    },
    rest() {},
    breakOff() {},
  }
}

/** What a failed delivery means: try this letter again, never again, or wait until the way itself is open. */
export interface Failure {
  kind: 'later' | 'never' | 'no way'
  /** For the newsroom. */
  sentence: string
}

/** Reads what a transport rejected with: a mail server's answer (RFC 5321, 4.2.1), or that there was none. */
export function failureOf(error: unknown): Failure {
  const { code, responseCode, response, command, message } = (error ?? {}) as Record<string, unknown>
  const said = String(response ?? message ?? error)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, 300)
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2')
    return { kind: 'no way', sentence: m.notSignedIn(said) }
  if (code === 'ETLS') return { kind: 'no way', sentence: m.notEncrypted(said) }
  if (typeof responseCode === 'number') {
    // What is refused before a recipient is named is the site, not the letter.
    if (responseCode === 421 || /^(CONN|EHLO|HELO|LHLO|STARTTLS|MAIL FROM)/.test(String(command)))
      return { kind: 'no way', sentence: m.notReady(said) }
    return responseCode >= 500
      ? { kind: 'never', sentence: m.refused(said) }
      : { kind: 'later', sentence: m.later(said) }
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'never', sentence: said }
  return { kind: 'no way', sentence: m.notSent(said) }
}
