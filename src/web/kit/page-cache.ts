/**
 * Published pages, drawn once and kept as packed bytes until something they
 * show changes, and what pages are drawn from, kept as long. Each page names
 * what it was made of (its tags); a change drops by tag. Browsers and proxies
 * may keep a page but have to ask each time (no-cache with an ETag), so that
 * none shows what was taken down. A page in doubt is shown as it was only while
 * there is no database to ask, and so nobody who could have changed it.
 */
import { createHash } from 'node:crypto'
import type { SharedCache, Tag } from '../../caches/index.ts'
import { NO_TRACES, type Tracer } from '../../pulse/index.ts'
import { storeProblem } from '../../store/index.ts'
import { chooseEncoding, type Encoding, type Packed, packText } from './kept/packed.ts'
import { createTaggedCache, type Tagged } from './kept/tagged-cache.ts'
import { framedHeaders, resourcePolicy, SECURITY_HEADERS } from './security-headers.ts'

export type { Tag } from '../../caches/index.ts'

export interface Page {
  /** Bytes are sent as they are: pictures and fonts are packed already. */
  body: string | Uint8Array
  type: string
  tags: readonly Tag[]
  /** When it says something that is no longer so, in milliseconds since the epoch; for never, Infinity or nothing. */
  until?: number
  /** Where it is not the usual "public, no-cache". */
  cacheControl?: string
  /** The sites that may show it within their pages. */
  framedBy?: readonly string[]
  /** Whether other sites' pages may load it, where its type does not say so. */
  isForOthers?: boolean
}

/** One answer: status, headers as a flat list of names and values, body. */
export interface Answer {
  status: number
  headers: string[]
  body: Buffer | null
}

export interface KeptPage extends Tagged {
  /**
   * The answer to a request with these headers. `asked`: its address as it was sent. Caches in front of the site keep a
   * page under its own address alone, spelt as the site spells it: there it is found again when it changes.
   */
  answer(acceptEncoding: string | undefined, ifNoneMatch: string | undefined, asked?: string): Answer
}

/** What pages are drawn from, with what it was made of; never changed by those who are given it. */
export interface Part<T> {
  value: T
  tags: readonly Tag[]
  /** As with pages. */
  until?: number
}

export interface PageCache {
  /** The page kept under a path, if there is one. */
  get(path: string): KeptPage | undefined
  /** The page of a path, drawn if it is not kept; drawn once however many ask. Null where `draw` finds nothing. */
  fill(path: string, draw: () => Promise<Page | null>): Promise<KeptPage | null>
  /** What a page is drawn from, read if it is not kept: a page has its tags among its own. */
  part<R extends Part<unknown> | null>(name: string, read: () => Promise<R>): Promise<R>
  /** Forgets what shows one of these; after "missed", whatever is kept is in doubt. */
  drop(tags: readonly Tag[]): void
  /** The same where no event says so, in caches in front of the site as well. */
  dropEverywhere(tags: readonly Tag[]): void
  /** How often a page was there when it was asked for, and how often it had to be drawn. */
  counts(): { hits: number; misses: number }
  /** In bytes, of the pages. */
  readonly size: number
  /** How many pages are kept. */
  readonly count: number
}

/** Ten thousand pages of 5 KB, packed, with what goes with each. */
const MOST_BYTES = 64 * 1024 * 1024
/** The stories that are being talked about; of their words two bytes a character. */
const MOST_OF_PARTS = 8 * 1024 * 1024
/** For so long a part is what it was, though nobody said otherwise: what is new is among the related then. Milliseconds. */
const PARTS_HOLD = 60 * 60 * 1000
/** What a page takes beside its bytes: headers, tags, places in maps. */
const BESIDE = 1500

/** What else is done with pages. */
export interface PageCacheOptions {
  /** Bytes of pages kept at the most; what was not asked for longest goes first. With 0 none is kept, and none packed. */
  limit?: number
  /** Times what is drawn. */
  trace?: Tracer
  /** What caches in front of the site are told; null where they keep nothing. */
  shared?: SharedCache | null
}

/** `now`: the clock that pages say `until` by. */
export function createPageCache(
  now: () => number = Date.now,
  { limit = MOST_BYTES, trace = NO_TRACES, shared = null }: PageCacheOptions = {},
): PageCache {
  const pages = createTaggedCache<KeptPage>(now, limit)
  const drop = (tags: readonly Tag[]) => {
    parts.drop(tags)
    pages.drop(tags)
  }
  const counts = { hits: 0, misses: 0 }
  const parts = createTaggedCache<Tagged & Part<unknown>>(now, MOST_OF_PARTS)
  return {
    get(path) {
      const page = pages.get(path)
      if (page) counts.hits++
      return page
    },
    counts: () => counts,
    async fill(path, draw) {
      try {
        return await pages.fill(path, async () => {
          counts.misses++
          const page = await trace.part('draw', draw)
          if (!page) return null
          const address = shared && isSharable(path, page) ? encodeURI(path) : null
          if (shared && address !== null) await shared.keepAddress(address, page.tags)
          const left = () => (page.until ?? Infinity) - now()
          const sharing =
            shared && address !== null ? { address, headers: () => shared.headers(page.tags, left()) } : null
          const kept: KeptPage = keep(page, limit === 0 ? null : (bytes) => pages.resized(kept, bytes), sharing)
          return kept
        })
      } catch (error) {
        const asItWas = storeProblem(error) === 'down' ? pages.inDoubt(path) : undefined
        if (asItWas) return asItWas
        throw error
      }
    },
    part: async <R extends Part<unknown> | null>(name: string, read: () => Promise<R>) => {
      const part = await parts.fill(name, async () => {
        const made = await read()
        if (!made) return null
        const until = Math.min(made.until ?? Infinity, now() + PARTS_HOLD)
        return { ...made, until, size: 2 * JSON.stringify(made.value).length }
      })
      return part as R
    },
    drop,
    dropEverywhere(tags) {
      drop(tags)
      shared?.drop(tags)
    },
    get size() {
      return pages.size
    },
    get count() {
      return pages.count
    },
  }
}

/** Whether it has an address of its own and says nothing else of how it is kept. What lies under no address's name, or differs by the day, has none. */
const isSharable = (path: string, { cacheControl }: Page): boolean =>
  cacheControl === undefined && path.startsWith('/') && !path.includes('\0')

/** Where caches in front may keep a page, and what they are told with it. */
interface Sharing {
  address: string
  headers(): string[]
}

/**
 * A page as bytes; each encoding is made when it is first asked for. `resized`: told by how much it takes more, or less,
 * from now on; null where it is never packed, as it is asked for but once.
 */
export function keep(
  page: Page,
  resized: ((bytes: number) => void) | null = () => undefined,
  sharing: Sharing | null = null,
): KeptPage {
  const isForGood = page.cacheControl?.includes('immutable') ?? false
  const plain = Buffer.from(page.body)
  // Who may frame it is part of it: a browser that has it from before must not go by the headers of then.
  const framedBy = page.framedBy?.join(' ') ?? ''
  const tag = createHash('sha256').update(plain).update(framedBy).digest('base64url').slice(0, 22)
  const asItIs: Packed = { size: plain.length, bytes: () => ({ bytes: plain, quality: 'well' }) }
  const copies = typeof page.body === 'string' && resized ? packText(plain, { isForGood, resized }) : asItIs
  const lists: Partial<Record<Encoding, { quality: string; headers: string[] }>> = {}
  const common = (mark: string) => [
    'cache-control',
    page.cacheControl ?? 'public, no-cache',
    'etag',
    `"${tag}${mark}"`,
    'vary',
    'accept-encoding',
    ...(page.framedBy ? framedHeaders(page.framedBy) : SECURITY_HEADERS),
    ...resourcePolicy(page.isForOthers ?? !/^text\/(html|css|javascript)/.test(page.type)),
  ]
  const markOf = (encoding: Encoding) => (encoding === 'identity' ? '' : `-${encoding}`)
  const answerTo = (acceptEncoding: string | undefined, ifNoneMatch: string | undefined): Answer => {
    const encoding = copies !== asItIs ? chooseEncoding(acceptEncoding) : 'identity'
    if (ifNoneMatch !== undefined && (ifNoneMatch === '*' || ifNoneMatch.includes(`"${tag}`))) {
      return { status: 304, headers: common(markOf(encoding)), body: null }
    }
    const { bytes, quality } = copies.bytes(encoding)
    let list = lists[encoding]
    if (list?.quality !== quality) {
      const headers = [
        'content-type',
        page.type,
        'content-length',
        String(bytes.length),
        ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
        ...common(markOf(encoding) + (quality === 'quick' ? '-q' : '')),
      ]
      list = { quality, headers }
      lists[encoding] = list
    }
    return { status: 200, headers: list.headers, body: bytes }
  }
  return {
    get size() {
      return copies.size + BESIDE
    },
    tags: page.tags,
    until: page.until ?? Infinity,
    answer(acceptEncoding, ifNoneMatch, asked) {
      const answer = answerTo(acceptEncoding, ifNoneMatch)
      if (asked === undefined || asked !== sharing?.address) return answer
      const at = answer.headers.indexOf('cache-control')
      return { ...answer, headers: [...answer.headers.toSpliced(at, 2), ...sharing.headers()] }
    },
  }
}
