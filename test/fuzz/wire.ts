/**
 * HTTP as bytes on a socket: what Node's own clients would put right before it
 * leaves (paths, names, lengths) is sent here as it was made up.
 */
import { connect, type Socket } from 'node:net'

export interface Sent {
  method: string
  /** As it stands on the first line. Letters beyond U+00FF can't be sent; what is below is one byte each. */
  target: string
  headers: readonly (readonly [name: string, value: string])[]
  body: Buffer | null
}

export interface Answer {
  /** 0 where the line was closed without an answer. */
  status: number
  headers: ReadonlyMap<string, string>
  body: Buffer
  /** From the last byte sent to the last that came, in milliseconds. */
  ms: number
}

export interface Wire {
  send(request: Sent): Promise<Answer>
  close(): void
}

/** How long nothing may come before the line counts as silent; a hang is then a fault of its own. Milliseconds. */
const PATIENCE = 60_000

/** One line to the server, kept open from request to request as far as the server keeps it. */
export function openWire(port: number): Wire {
  let line: Socket | null = null
  // A line that breaks is seen by its end; and one that is done with may still be told off by the other side.
  const newLine = () => connect(port, '127.0.0.1').on('error', () => {})
  return {
    async send(request) {
      const bytes = bytesOf(request)
      // What may leave the line in an unknown state gets one of its own.
      if (!isPlain(request)) return ask(newLine(), bytes, request.method, true)
      line = line && !line.destroyed && line.writable ? line : newLine()
      const first = await ask(line, bytes, request.method, false)
      // The server may have closed a kept line just as this was sent.
      if (first.status !== 0) return first
      line.destroy()
      line = newLine()
      return ask(line, bytes, request.method, false)
    },
    close: () => line?.destroy(),
  }
}

function bytesOf({ method, target, headers, body }: Sent): Buffer {
  const head = `${method} ${target} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.alloc(0)])
}

const PLAIN = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/

function isPlain({ method, target, headers, body }: Sent): boolean {
  return (
    PLAIN.test(method) &&
    /^\/[!-~]*$/.test(target) &&
    (body?.length ?? 0) < 16_000 &&
    headers.every(
      ([name, value]) =>
        /^[A-Za-z-]+$/.test(name) &&
        !/[\r\n\0]/.test(value) &&
        !/^(connection|upgrade|expect|transfer-encoding|te|trailer)$/i.test(name),
    ) &&
    headers.filter(([name]) => /^content-length$/i.test(name)).every(([, value]) => value === `${body?.length ?? 0}`)
  )
}

function ask(socket: Socket, bytes: Buffer, method: string, isLast: boolean): Promise<Answer> {
  return new Promise((resolve) => {
    const started = performance.now()
    let got: Buffer = Buffer.alloc(0)
    const finish = (answer: Omit<Answer, 'ms'>) => {
      socket.off('data', onData).off('close', onEnd).off('end', onEnd).off('timeout', onTimeout)
      if (isLast || /close/i.test(answer.headers.get('connection') ?? '')) socket.destroy()
      resolve({ ...answer, ms: performance.now() - started })
    }
    const onData = (chunk: Buffer) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
      const answer = readAnswer(got, method, false)
      if (answer) finish(answer)
    }
    const onEnd = () => finish(readAnswer(got, method, true) ?? { status: 0, headers: new Map(), body: got })
    const onTimeout = () => {
      socket.destroy()
      finish({ status: -1, headers: new Map(), body: got })
    }
    socket.on('data', onData).on('close', onEnd).on('end', onEnd)
    socket.setTimeout(PATIENCE, onTimeout)
    socket.setNoDelay(true)
    socket.write(bytes)
  })
}

/** The answer in these bytes, or null where more has to come. */
function readAnswer(bytes: Buffer, method: string, isEnd: boolean): Omit<Answer, 'ms'> | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const [first = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n')
  const status = Number(first.slice(9, 12))
  const rest = bytes.subarray(headEnd + 4)
  if (status >= 100 && status < 200 && status !== 101) return readAnswer(rest, method, isEnd)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const at = line.indexOf(':')
    headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim())
  }
  if (method === 'HEAD' || status === 204 || status === 304) return { status, headers, body: Buffer.alloc(0) }
  const length = headers.get('content-length')
  if (length !== undefined)
    return rest.length >= Number(length) || isEnd ? { status, headers, body: rest.subarray(0, Number(length)) } : null
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) {
    const body = joinChunks(rest)
    return body ? { status, headers, body } : isEnd ? { status, headers, body: rest } : null
  }
  return isEnd ? { status, headers, body: rest } : null
}

function joinChunks(bytes: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  let at = 0
  for (;;) {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) return null
    const size = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16)
    if (bytes.length < end + 2 + size + 2) return null
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
