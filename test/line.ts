/** A line between two programs that a test can cut: it passes on what comes, until told to break. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Line {
  port: number
  /** Breaks every connection on it, in the middle of whatever they say. New ones are passed on. */
  cut(): void
  /** Breaks a connection once, as soon as these bytes have been passed on: whoever sent them gets no answer. */
  cutAfter(bytes: string): void
  /** Passes on nothing more on the connections there are, as behind a firewall that has forgotten them; new ones work. */
  hush(): void
  close(): Promise<void>
}

export async function lineTo(port: number): Promise<Line> {
  const sockets = new Set<Socket>()
  let last: Buffer | null = null
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    near.on('data', (chunk) => {
      if (last === null || !chunk.includes(last)) return
      last = null
      // What was sent is passed on; its answer isn't.
      far.unpipe(near)
      far.resume()
      far.once('data', () => near.resetAndDestroy())
    })
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
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    cutAfter(bytes) {
      last = Buffer.from(bytes)
    },
    hush() {
      for (const socket of sockets) {
        socket.unpipe()
        socket.resume()
      }
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      cut()
      await closed
    },
  }
}
