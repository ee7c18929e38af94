/** Tells one cache what has changed, in the way that it is told. */
import type { IncomingMessage } from 'node:http'
import type { OutsideFault } from '../outside/index.ts'

/** Where it listens (`address`, without a slash at the end), and how it is told. */
export type ToldCache =
  | { kind: 'nginx'; address: string }
  | { kind: 'varnish'; address: string }
  | { kind: 'fastly' | 'cloudflare'; address: string; account: string; key: string }

export interface Changed {
  /** As they stand in headers. */
  tags: readonly string[]
  /** Where pages with them were shown; for nginx alone. */
  addresses: readonly string[]
  /** The host that readers ask, with its port where it is named. */
  host: string
}

interface Asking {
  method: 'POST' | 'PURGE'
  path: string
  headers: Record<string, string>
  body?: string
}

/** One purge, in milliseconds. */
const PATIENCE = 10_000
/** Purges of addresses under way at once. */
const AT_ONCE = 8
/** Each has a copy of its own, as docs/operating.md has nginx keep them. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const
/** As many tags as each takes at once; Varnish, with room for them in one header. */
const MOST_TAGS = { varnish: 50, fastly: 256, cloudflare: 30 } as const

/** The cache was not told; it is tried again. */
export class NotTold extends Error {}

export async function tellCache(cache: ToldCache, changed: Changed, signal: AbortSignal): Promise<void> {
  const waiting = askingsOf(cache, changed)
  const turn = async () => {
    for (let asking = waiting.pop(); asking; asking = waiting.pop()) await askCache(cache, asking, signal)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
}

function askingsOf(cache: ToldCache, { tags, addresses, host }: Changed): Asking[] {
  if (cache.kind === 'nginx')
    return addresses.flatMap((path) =>
      ENCODINGS.map((encoding) => ({ method: 'PURGE', path, headers: { host, 'accept-encoding': encoding } }) as const),
    )
  const parts = inParts(tags, MOST_TAGS[cache.kind])
  if (cache.kind === 'varnish')
    return parts.map((part) => ({ method: 'PURGE', path: '/', headers: { host, 'courant-tags': part.join('|') } }))
  const { account, key } = cache
  const [path, field, opens] =
    cache.kind === 'fastly'
      ? [`/service/${account}/purge`, 'surrogate_keys', { 'fastly-key': key }]
      : [`/client/v4/zones/${account}/purge_cache`, 'tags', { authorization: `Bearer ${key}` }]
  const headers = { ...opens, 'content-type': 'application/json' }
  return parts.map((part) => ({ method: 'POST', path, headers, body: JSON.stringify({ [field]: part }) }))
}

async function askCache(
  { kind, address }: ToldCache,
  { path, body, ...asking }: Asking,
  signal: AbortSignal,
): Promise<void> {
  // Loaded when there is something to tell: a server at rest does not carry it.
  const { askOutside } = await import('../outside/index.ts')
  const answer = await askOutside(new URL(address + path), {
    ...asking,
    headers: body === undefined ? asking.headers : { ...asking.headers, 'content-length': Buffer.byteLength(body) },
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    // Whoever runs the machine has set this address: mostly a program beside this one.
    mayReach: () => true,
  })
  if (!wasTold(kind, answer))
    throw new NotTold(`${kind} answered ${typeof answer === 'string' ? answer : answer.statusCode}`)
}

/** nginx says 404 or 412 of what it had not kept. */
function wasTold(kind: ToldCache['kind'], answer: IncomingMessage | OutsideFault): boolean {
  if (typeof answer === 'string') return false
  // What it says besides changes nothing.
  answer.destroy()
  const status = answer.statusCode ?? 0
  return (status >= 200 && status < 300) || (kind === 'nginx' && (status === 404 || status === 412))
}

const inParts = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, part) => all.slice(part * most, (part + 1) * most))
