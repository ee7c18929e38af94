/** Requests to a server that may be slow to answer, each with what it took. */
import { Agent, request } from 'node:http'
import { pause } from './_figures.ts'

/** What has not answered by then counts as having taken so long. */
export const PATIENCE_MS = 90_000

export interface Ask {
  method?: 'GET' | 'POST'
  path: string
  body?: string | Buffer
  headers?: Record<string, string>
  /** The answer's body is let go: who measures others meanwhile has no time for it. */
  blind?: true
}

export interface Answer {
  ms: number
  /** 0 where none came. */
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface Asker {
  ask(one: Ask): Promise<Answer>
  close(): void
}

export function askerOf(url: string): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: 2000 })
  const ask = (one: Ask): Promise<Answer> =>
    new Promise((resolve) => {
      const { method = 'GET', path, body, headers = {}, blind = false } = one
      const started = performance.now()
      const none = () => resolve({ ms: PATIENCE_MS, status: 0, headers: {}, body: '' })
      const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
      const call = request(`${url}${path}`, { method, agent, headers: { ...form, ...headers } }, (response) => {
        let text = ''
        if (!blind) response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          if (!blind) text += chunk
        })
        response.on('end', () => {
          clearTimeout(timer)
          const { statusCode = 0, headers: got } = response
          resolve({ ms: performance.now() - started, status: statusCode, headers: got, body: text })
        })
        response.on('error', none)
      })
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        call.destroy()
      }, PATIENCE_MS)
      call.on('error', () => {
        clearTimeout(timer)
        // The server had closed a line that was kept open, at the moment it was used again: as browsers do, once more.
        if (call.reusedSocket && !isLate) resolve(ask(one))
        else none()
      })
      call.end(body)
    })
  return {
    ask,
    close: () => agent.destroy(),
  }
}

/** Does it so many times a second for so long (ms), however long each takes; fulfilled when the last is done. */
export async function atRate(perSecond: number, ms: number, act: (i: number) => Promise<unknown>): Promise<void> {
  const under = new Set<Promise<unknown>>()
  const began = performance.now()
  for (let i = 0; performance.now() - began < ms; i++) {
    const wait = began + (i * 1000) / perSecond - performance.now()
    if (wait > 1) await pause(wait)
    const acting = act(i).finally(() => under.delete(acting))
    under.add(acting)
  }
  await Promise.all(under)
}

/** Asks for a page so many times a second, whatever becomes of the answers, and gives what each took. */
export async function readWhile(asker: Asker, path: string, aSecond: number, seconds: number): Promise<number[]> {
  const taken: number[] = []
  await atRate(aSecond, seconds * 1000, async () => taken.push((await asker.ask({ path })).ms))
  return taken
}

/** The longest that a cheap page takes while the work is going on: what it holds everything else up for. */
export async function holdUpOf(asker: Asker, work: () => Promise<unknown>): Promise<number> {
  let going = true
  let longest = 0
  const looking = (async () => {
    while (going) longest = Math.max(longest, (await asker.ask({ path: '/robots.txt' })).ms)
  })()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await work()
  going = false
  await looking
  return longest
}
