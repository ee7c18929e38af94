/**
 * Published pages, drawn once and kept as bytes, plain and compressed, until
 * something they show changes. Each page names what it was made of (its tags);
 * a change drops by tag. A page that time makes stale says until when it holds. Browsers and proxies may keep a page but have to ask
 * each time (no-cache with an ETag), so that none shows what was taken down.
 * Where changes may have been missed, pages are in doubt: each is drawn anew
 * when it is next asked for, and shown as it was only while there is no database
 * to ask, and so nobody who could have changed it.
 */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { storeProblem } from '../../store/index.ts'
import { resourcePolicy, SECURITY_HEADERS } from './security-headers.ts'

/**
 * What a page shows: a story's words, what stands under it, the stories that
 * there are, files beside stories, or what all pages share. "missed" stands for whatever may have
 * changed unheard.
 */
export type Tag = `story:${string}` | `discussion:${string}` | 'lists' | 'files' | 'site' | 'missed'

export interface Page {
  /** Bytes are sent as they are: pictures and fonts are packed already. */
  body: string | Uint8Array
  type: string
  tags: readonly Tag[]
  /** When it says something that is no longer so, in milliseconds since the epoch; for never, Infinity or nothing. */
  until?: number
  /** Where it is not the usual "public, no-cache". */
  cacheControl?: string
}

const ENCODINGS = ['br', 'gzip', 'identity'] as const
type Encoding = (typeof ENCODINGS)[number]

/** One answer: status, headers as a flat list of names and values, body. */
export interface Answer {
  status: number
  headers: string[]
  body: Buffer | null
}

export interface KeptPage {
  readonly size: number
  readonly tags: readonly Tag[]
  readonly until: number
  /** The answer to a request with these headers. */
  answer(acceptEncoding: string | undefined, ifNoneMatch: string | undefined): Answer
}

export interface PageCache {
  /** The page kept under a path, if there is one. */
  get(path: string): KeptPage | undefined
  /** The page of a path, drawn if it is not kept; drawn once however many ask. Null where `draw` finds nothing. */
  fill(path: string, draw: () => Promise<Page | null>): Promise<KeptPage | null>
  /** Forgets what shows one of these; after "missed", whatever is kept is in doubt. */
  drop(tags: readonly Tag[]): void
  readonly size: number
}

/** What makes a page stale whatever it shows. */
const EVERYTHING = ['site', 'missed'] as const
/** Drawn again where its story changed while it was being drawn; more than this in a row is not kept. */
const MOST_ATTEMPTS = 3

/** `now`: the clock that pages say `until` by. `limit`: bytes kept at the most; what was not asked for longest goes first. */
export function createPageCache(now: () => number = Date.now, limit = 32 * 1024 * 1024): PageCache {
  const pages = new Map<string, KeptPage>()
  const doubtful = new Map<string, KeptPage>()
  const drawing = new Map<string, Promise<KeptPage | null>>()
  let size = 0
  /** When each tag was last dropped, in drops; known while pages are being drawn, which may hold what is no longer so. */
  const droppedAt = new Map<Tag, number>()
  let drops = 0
  let inFlight = 0

  const forget = (path: string) => {
    for (const kept of [pages, doubtful]) {
      size -= kept.get(path)?.size ?? 0
      kept.delete(path)
    }
  }
  /** What is in doubt goes first, then what was not asked for longest; never the page of this path. */
  const makeRoom = (path: string) => {
    for (const oldest of [...doubtful.keys(), ...pages.keys()]) {
      if (size <= limit || oldest === path) break
      forget(oldest)
    }
  }
  /** A page whose time is over is in doubt: what it says may be out of date. */
  const held = (path: string): KeptPage | undefined => {
    const page = pages.get(path)
    if (!page || page.until === Infinity || now() < page.until) return page
    pages.delete(path)
    doubtful.set(path, page)
    return undefined
  }
  const isStale = (tags: readonly Tag[], since: number) =>
    [...EVERYTHING, ...tags].some((tag) => (droppedAt.get(tag) ?? 0) > since)

  async function drawFresh(path: string, draw: () => Promise<Page | null>): Promise<KeptPage | null> {
    for (let attempt = 1; ; attempt++) {
      const since = drops
      const page = await draw()
      if (!page) {
        forget(path)
        return null
      }
      const kept = keep(page)
      if (!isStale(page.tags, since)) {
        forget(path)
        pages.set(path, kept)
        size += kept.size
        if (size > limit) makeRoom(path)
        return kept
      }
      if (attempt === MOST_ATTEMPTS) return kept
    }
  }

  return {
    get(path) {
      const page = held(path)
      if (page) {
        pages.delete(path)
        pages.set(path, page)
      }
      return page
    },
    async fill(path, draw) {
      const known = held(path) ?? drawing.get(path)
      if (known) return known
      inFlight++
      const drawn = drawFresh(path, draw)
        .catch((error: unknown) => {
          const asItWas = storeProblem(error) === 'down' ? doubtful.get(path) : undefined
          if (asItWas) return asItWas
          throw error
        })
        .finally(() => {
          if (drawing.get(path) === drawn) drawing.delete(path)
          if (--inFlight === 0) droppedAt.clear()
        })
      drawing.set(path, drawn)
      return drawn
    },
    drop(tags) {
      if (inFlight > 0) {
        drops++
        for (const tag of tags) droppedAt.set(tag, drops)
        // Who asks from now on must not be handed what began before the change.
        drawing.clear()
      }
      for (const kept of [pages, doubtful]) {
        for (const [path, page] of kept) {
          if (tags.some((tag) => tag === 'site' || page.tags.includes(tag))) forget(path)
        }
      }
      if (!tags.includes('missed')) return
      for (const [path, page] of pages) doubtful.set(path, page)
      pages.clear()
    },
    get size() {
      return size
    },
  }
}

/** A page as bytes; each encoding is made when it is first asked for. */
export function keep(page: Page): KeptPage {
  const plain = Buffer.from(page.body)
  const isText = typeof page.body === 'string'
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const bodies: Partial<Record<Encoding, Buffer>> = { identity: plain }
  const lists: Partial<Record<Encoding, string[]>> = {}
  const common = (encoding: Encoding) => [
    'cache-control',
    page.cacheControl ?? 'public, no-cache',
    'etag',
    `"${tag}${encoding === 'identity' ? '' : `-${encoding}`}"`,
    'vary',
    'accept-encoding',
    ...SECURITY_HEADERS,
    ...resourcePolicy(!/^text\/(html|css|javascript)/.test(page.type)),
  ]
  const bodyOf = (encoding: Encoding): Buffer => {
    bodies[encoding] ??= encoding === 'br' ? brotli(plain) : gzipSync(plain, { level: 9 })
    return bodies[encoding]
  }
  const headersOf = (encoding: Encoding): string[] => {
    lists[encoding] ??= [
      'content-type',
      page.type,
      'content-length',
      String(bodyOf(encoding).length),
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
      ...common(encoding),
    ]
    return lists[encoding]
  }
  return {
    // An estimate that holds for all three encodings, where there are three.
    size: isText ? Math.ceil(plain.length * 1.6) : plain.length,
    tags: page.tags,
    until: page.until ?? Infinity,
    answer(acceptEncoding, ifNoneMatch) {
      const encoding = isText ? chooseEncoding(acceptEncoding) : 'identity'
      if (ifNoneMatch !== undefined && (ifNoneMatch === '*' || ifNoneMatch.includes(`"${tag}`))) {
        return { status: 304, headers: common(encoding), body: null }
      }
      return { status: 200, headers: headersOf(encoding), body: bodyOf(encoding) }
    },
  }
}

const brotli = (plain: Buffer): Buffer =>
  brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  })

/** The smallest encoding that the request takes (RFC 9110, section 12.5.3); q=0 says no. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  for (const encoding of ['br', 'gzip'] as const) {
    const at = accept.indexOf(encoding)
    if (at >= 0 && !/^\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accept.slice(at + encoding.length))) return encoding
  }
  return 'identity'
}
