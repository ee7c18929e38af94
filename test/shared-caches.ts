/** A cache in front of a site, as others make them: keeps what it may, and is told what has changed in one of four ways. */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type CacheKind = 'nginx' | 'varnish' | 'fastly' | 'cloudflare'
export const KEY = 'a-key-of-the-test'

interface Kept {
  headers: [string, string][]
  body: Buffer
  tags: string[]
}

export interface FrontCache {
  address: string
  /** What it was told, in order. */
  told: string[]
  /** Whether it takes what it is told. */
  listens: boolean
  /** Asks for a page through it. */
  get(path: string): Promise<{ text: string; from: 'cache' | 'site' }>
  close(): Promise<void>
}

/** `site` is asked for its address at each request. It keeps a page for as long as it runs: time is not what is tried. */
export async function frontCache(kind: CacheKind, site: () => string): Promise<FrontCache> {
  const kept = new Map<string, Kept>()
  const cache: Omit<FrontCache, 'address' | 'get' | 'close'> = { told: [], listens: true }
  const drop = (goes: (key: string, one: Kept) => boolean) => {
    for (const [key, one] of kept) if (goes(key, one)) kept.delete(key)
  }
  const hasTag =
    (names: readonly string[]) =>
    (_: string, { tags }: Kept) =>
      tags.some((tag) => names.includes(tag))

  /** Whether it was told something, and does so. */
  function isTold({ method, url = '', headers }: IncomingMessage, body: string): boolean {
    if (kind === 'nginx' && method === 'PURGE') {
      cache.told.push(`${url} ${headers['accept-encoding']}`)
      drop((key) => key === `${url} ${headers['accept-encoding']}`)
    } else if (kind === 'varnish' && method === 'PURGE') {
      const tags = String(headers['courant-tags'])
      cache.told.push(tags)
      drop(hasTag(tags.split('|')))
    } else if (kind === 'fastly' && method === 'POST' && url === '/service/a1b2c3/purge') {
      if (headers['fastly-key'] !== KEY) return false
      cache.told.push(body)
      drop(hasTag(JSON.parse(body).surrogate_keys))
    } else if (kind === 'cloudflare' && method === 'POST' && url === '/client/v4/zones/a1b2c3/purge_cache') {
      if (headers.authorization !== `Bearer ${KEY}`) return false
      cache.told.push(body)
      drop(hasTag(JSON.parse(body).tags))
    } else return false
    return true
  }

  const server = createServer(async (request, response) => {
    const body = Buffer.concat((await request.toArray()) as Buffer[]).toString()
    if (request.method !== 'GET') {
      const works = cache.listens && isTold(request, body)
      response.writeHead(works ? 200 : 503).end()
      return
    }
    const encoding = request.headers['accept-encoding'] ?? 'identity'
    const key = `${request.url} ${encoding}`
    const found = kept.get(key)
    if (found) {
      response.writeHead(200, [...found.headers, ['x-from', 'cache']].flat())
      response.end(found.body)
      return
    }
    const answer = await fetch(site() + request.url, { redirect: 'manual', headers: { 'accept-encoding': 'identity' } })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const may = /s-maxage=[1-9]/.test(answer.headers.get('cache-control') ?? '')
    const tags = (answer.headers.get('surrogate-key') ?? '').split(' ')
    if (answer.status === 200 && may)
      kept.set(key, { headers: [['content-type', answer.headers.get('content-type') ?? '']], body: bytes, tags })
    response.writeHead(answer.status, { 'x-from': 'site' }).end(bytes)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(cache, {
    address,
    async get(path: string) {
      const answer = await fetch(address + path, { headers: { 'accept-encoding': 'identity' } })
      return { text: await answer.text(), from: answer.headers.get('x-from') as 'cache' | 'site' }
    },
    async close() {
      server.close()
      server.closeAllConnections()
    },
  })
}
