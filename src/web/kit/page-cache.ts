/**
 * Published pages, drawn once and kept as packed bytes until something they
 * show changes, and what pages are drawn from, kept as long. Each page names
 * what it was made of (its tags); a change drops by tag. Browsers and proxies
 * may keep a page but have to ask each time (no-cache with an ETag), so that
 * none shows what was taken down. A page in doubt is shown as it was only while
 * there is no database to ask, and so nobody who could have changed it.
 */
import { createHash } from 'node:crypto'
import { storeProblem } from '../../store/index.ts'
import { chooseEncoding, type Encoding, type Packed, packText } from './kept/packed.ts'
import { createTaggedCache, type Tag, type Tagged } from './kept/tagged-cache.ts'
import { framedHeaders, resourcePolicy, SECURITY_HEADERS } from './security-headers.ts'

export type { Tag } from './kept/tagged-cache.ts'

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
  /** The answer to a request with these headers. */
  answer(acceptEncoding: string | undefined, ifNoneMatch: string | undefined): Answer
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

/**
 * `now`: the clock that pages say `until` by. `limit`: bytes of pages kept at the most; what was not asked for longest
 * goes first. With 0 none is kept, and none packed.
 */
export function createPageCache(now: () => number = Date.now, limit = MOST_BYTES): PageCache {
  const pages = createTaggedCache<KeptPage>(now, limit)
  const parts = createTaggedCache<Tagged & Part<unknown>>(now, MOST_OF_PARTS)
  return {
    get: pages.get,
    async fill(path, draw) {
      try {
        return await pages.fill(path, async () => {
          const page = await draw()
          if (!page) return null
          const kept: KeptPage = keep(page, limit === 0 ? null : (bytes) => pages.resized(kept, bytes))
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
    drop(tags) {
      parts.drop(tags)
      pages.drop(tags)
    },
    get size() {
      return pages.size
    },
    get count() {
      return pages.count
    },
  }
}

/**
 * A page as bytes; each encoding is made when it is first asked for. `resized`: told by how much it takes more, or less,
 * from now on; null where it is never packed, as it is asked for but once.
 */
export function keep(page: Page, resized: ((bytes: number) => void) | null = () => undefined): KeptPage {
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
  return {
    get size() {
      return copies.size + BESIDE
    },
    tags: page.tags,
    until: page.until ?? Infinity,
    answer(acceptEncoding, ifNoneMatch) {
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
    },
  }
}
