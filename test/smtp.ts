/** A mail server on this machine (RFC 5321, as much of it as a client needs), which can be told to misbehave. */
import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface TakenMail {
  from: string
  to: string[]
  /** The message as it came, with CRLF, without the dots that SMTP adds. */
  text: string
}

/** What the server says to a command, in place of what it would; null to say what it would, "hang up" to say nothing. */
export type Misbehave = (command: string, mail: TakenMail) => string | 'hang up' | null | Promise<string | null>

export interface MailServer {
  port: number
  /** What was taken, in order; a message whose answer was lost is among them. */
  taken: TakenMail[]
  /** The command lines that came. */
  heard: string[]
  misbehave: Misbehave
  close(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>()
  const state: MailServer = {
    port: 0,
    taken: [],
    heard: [],
    misbehave: () => null,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    // A line that breaks is part of the play.
    converse(socket, state).catch(() => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.port = (server.address() as AddressInfo).port
  return state
}

async function converse(socket: Socket, state: MailServer): Promise<void> {
  let mail: TakenMail = { from: '', to: [], text: '' }
  let rest = ''
  let inData = false
  const say = async (command: string, usual: string): Promise<boolean> => {
    const said = (await state.misbehave(command, mail)) ?? usual
    if (said === 'hang up') {
      socket.destroy()
      return false
    }
    socket.write(`${said}\r\n`)
    return said === usual
  }
  socket.setEncoding('utf8')
  if (!(await say('CONNECT', '220 test.example ESMTP'))) return void socket.end()
  for await (const chunk of socket) {
    rest += chunk
    for (;;) {
      const end = rest.indexOf('\r\n')
      if (end < 0) break
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (inData) {
        if (line !== '.') {
          mail.text += `${line.startsWith('.') ? line.slice(1) : line}\r\n`
          continue
        }
        inData = false
        const refused = await state.misbehave('MESSAGE', mail)
        if (refused === null || refused === 'hang up') state.taken.push(mail)
        if (refused === 'hang up') return void socket.destroy()
        socket.write(`${refused ?? '250 taken'}\r\n`)
        mail = { from: '', to: [], text: '' }
        continue
      }
      state.heard.push(line)
      const command = /^(MAIL FROM|RCPT TO|[A-Z]+)/i.exec(line)?.[0]?.toUpperCase() ?? ''
      const path = /<([^>]*)>/.exec(line)?.[1] ?? ''
      if (command === 'MAIL FROM') {
        if (await say(command, '250 ok')) mail = { from: path, to: [], text: '' }
      } else if (command === 'RCPT TO') {
        if (await say(command, '250 ok')) mail.to.push(path)
      } else if (command === 'DATA') inData = await say(command, '354 go on')
      else if (command === 'EHLO') await say(command, '250-test.example\r\n250 8BITMIME')
      else if (command === 'STARTTLS') await say(command, '502 not here')
      else if (command === 'QUIT') return void socket.end('221 bye\r\n')
      else await say(command, '250 ok')
      if (socket.destroyed) return
    }
  }
}

/** A message's header lines, unfolded, and its text decoded. */
export function readMessage(raw: string): { headers: Map<string, string[]>; text: string } {
  const end = raw.indexOf('\r\n\r\n')
  const headers = new Map<string, string[]>()
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), decodeWords(line.slice(at + 1).trim())])
  }
  const body = raw.slice(end + 4)
  const encoding = headers.get('content-transfer-encoding')?.[0]?.toLowerCase()
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? Buffer.from(
            body
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          )
        : Buffer.from(body)
  return { headers, text: bytes.toString('utf8').replace(/\r\n/g, '\n') }
}

/** Encoded words (RFC 2047) in a header. */
const decodeWords = (value: string): string =>
  value.replace(/\?=\s+=\?/g, '?==?').replace(/((?:=\?utf-8\?[bq]\?[^?]*\?=)+)/gi, (run) =>
    Buffer.concat(
      [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, text]) =>
        kind?.toLowerCase() === 'b'
          ? Buffer.from(text ?? '', 'base64')
          : Buffer.from(
              (text ?? '')
                .replace(/_/g, ' ')
                .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
              'latin1',
            ),
      ),
    ).toString('utf8'),
  )
