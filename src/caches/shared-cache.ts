/**
 * What caches in front of the site are told of a page: for how long they may
 * show it without asking, and by which tags they are told that it has changed.
 * Browsers are told to ask each time, as ever.
 */
import type { Store } from '../store/index.ts'
import { noteDrops } from './drops.ts'
import type { Tag } from './stale-after.ts'
import type { ToldCache } from './tell.ts'

export interface SharedCache {
  /** Headers of a page's answer, names and values in turn; `left`: for how long it holds, in milliseconds. */
  headers(tags: readonly Tag[], left: number): string[]
  /** Notes where a page is shown; to be fulfilled before it is. */
  keepAddress(address: string, tags: readonly Tag[]): Promise<void>
  /** Something changed that no event says. */
  drop(tags: readonly Tag[]): void
}

/** How long an old page may be shown while a new one is fetched, in seconds, where it still holds then. */
const MEANWHILE = 30
/** No page that is kept has a longer address; a longer one could not be found again by the index. */
const LONGEST_ADDRESS = 1000

interface Setting {
  /** How long a cache may show a page, in seconds. */
  seconds: number
  /** Which cache is told what has changed; null where none is. */
  purge: ToldCache | null
}

/** Null where no cache may show a page without asking. */
export function sharedCacheFor(store: Store, setting: Setting | null, now: () => number): SharedCache | null {
  if (!setting) return null
  const { seconds, purge } = setting
  return {
    headers(tags, left) {
      const most = Math.min(seconds, Math.floor(left / 1000))
      if (most < 1) return ['cache-control', 'public, no-cache']
      const meanwhile = left === Infinity ? `, stale-while-revalidate=${MEANWHILE}` : ''
      const names = [...new Set([...tags, 'site' as const])].map(nameOfTag)
      return [
        'cache-control',
        `public, max-age=0, must-revalidate, s-maxage=${most}${meanwhile}`,
        ...['cache-tag', names.join(',')],
        ...['surrogate-key', names.join(' ')],
      ]
    },
    async keepAddress(address, tags) {
      if (purge?.kind !== 'nginx' || address.length > LONGEST_ADDRESS) return
      const wanted = [...new Set([...tags, 'site' as const])]
      const known = await store.db.selectFrom('shared_addresses').select('tag').where('path', '=', address).execute()
      const missing = wanted.filter((tag) => !known.some((row) => row.tag === tag))
      if (missing.length === 0) return
      await store.transaction(now(), (tx) =>
        tx.rows
          .insertInto('shared_addresses')
          .values(missing.map((tag) => ({ tag, path: address })))
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      )
    },
    drop(tags) {
      if (!purge) return
      // Where that can't be kept now, caches ask again after their time.
      store.transaction(now(), (tx) => noteDrops(tx, tags)).catch(() => undefined)
    },
  }
}

/** As headers and purges have it: without a sign that means something to any of those caches. */
export const nameOfTag = (tag: string): string => tag.replace(':', '-')
