/** A line to a PostgreSQL on which one can read what is asked: every statement that is run, by its text. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The protocol's first message has no letter; all others have one, and their length (PostgreSQL documentation, 55.7). */
const HEADER = 5

export interface ReadLine {
  port: number
  /** What was run since this was last asked, each once, in the order of its first use. */
  since(): string[]
  close(): Promise<void>
}

export async function readLineTo(port: number): Promise<ReadLine> {
  const sockets = new Set<Socket>()
  let run = new Set<string>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    const named = new Map<string, string>()
    let waiting: Buffer = Buffer.alloc(0)
    let isBegun = false
    near.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk])
      for (;;) {
        const header = isBegun ? HEADER : 4
        if (waiting.length < header) break
        const length = waiting.readUInt32BE(header - 4) + header - 4
        if (waiting.length < length) break
        if (isBegun) note(String.fromCharCode(waiting[0] as number), waiting.subarray(HEADER, length))
        isBegun = true
        waiting = waiting.subarray(length)
      }
    })
    const note = (kind: string, body: Buffer) => {
      const [first = '', second = ''] = body.toString('utf8').split('\0', 2)
      if (kind === 'P') named.set(first, second)
      // A portal's name, and the statement's that it runs.
      if (kind === 'B') run.add(named.get(second) ?? '')
    }
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    since() {
      const all = [...run].filter(Boolean)
      run = new Set()
      return all
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
