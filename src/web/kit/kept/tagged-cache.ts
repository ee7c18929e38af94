/**
 * What was made once and is kept until something changes that it was made of (its tags); what time makes stale says
 * until when it holds. What was being made when something changed is made again. Where changes may have been missed,
 * all is in doubt: each is made anew when it is next asked for.
 */
import type { Tag } from '../../../caches/index.ts'

export interface Tagged {
  /** In bytes, as of now. */
  readonly size: number
  readonly tags: readonly Tag[]
  /** Milliseconds since the epoch; for good, Infinity. */
  readonly until: number
}

export interface TaggedCache<T extends Tagged> {
  get(key: string): T | undefined
  /** What is kept, made if it is not; made once however many ask. Null where `make` finds nothing. */
  fill(key: string, make: () => Promise<T | null>): Promise<T | null>
  /** What is in doubt, as it was. */
  inDoubt(key: string): T | undefined
  /** Forgets what was made of one of these; after "missed", whatever is kept is in doubt. */
  drop(tags: readonly Tag[]): void
  /** Something that may be kept here has become larger or smaller, by so many bytes. */
  resized(one: T, bytes: number): void
  /** In bytes. */
  readonly size: number
  /** How many are kept. */
  readonly count: number
}

/** What makes anything stale, whatever it was made of. */
const EVERYTHING = ['site', 'missed'] as const
/** Made again where something changed meanwhile; more than this in a row is not kept. */
const MOST_ATTEMPTS = 3

/** `now`: the clock that `until` goes by. `limit`: bytes kept at the most; what was not asked for longest goes first. */
export function createTaggedCache<T extends Tagged>(now: () => number, limit: number): TaggedCache<T> {
  const fresh = new Map<string, T>()
  const doubtful = new Map<string, T>()
  const keys = new WeakMap<T, string>()
  const making = new Map<string, Promise<T | null>>()
  let size = 0
  /** When each tag was last dropped, in drops; known while something is being made, which may hold what is no longer so. */
  const droppedAt = new Map<Tag, number>()
  let drops = 0
  let inFlight = 0

  const forget = (key: string) => {
    for (const kept of [fresh, doubtful]) {
      size -= kept.get(key)?.size ?? 0
      kept.delete(key)
    }
  }
  /** What is in doubt goes first, then what was not asked for longest; never what lies under this key. */
  const makeRoom = (key: string) => {
    for (const oldest of [...doubtful.keys(), ...fresh.keys()]) {
      if (size <= limit || oldest === key) break
      forget(oldest)
    }
  }
  /** What is out of date is in doubt. */
  const held = (key: string): T | undefined => {
    const one = fresh.get(key)
    if (!one || one.until === Infinity || now() < one.until) return one
    fresh.delete(key)
    doubtful.set(key, one)
    return undefined
  }
  const isStale = (tags: readonly Tag[], since: number) =>
    [...EVERYTHING, ...tags].some((tag) => (droppedAt.get(tag) ?? 0) > since)

  async function makeFresh(key: string, make: () => Promise<T | null>): Promise<T | null> {
    for (let attempt = 1; ; attempt++) {
      const since = drops
      const made = await make()
      if (!made) {
        forget(key)
        return null
      }
      if (!isStale(made.tags, since)) {
        forget(key)
        fresh.set(key, made)
        keys.set(made, key)
        size += made.size
        if (size > limit) makeRoom(key)
        return made
      }
      if (attempt === MOST_ATTEMPTS) return made
    }
  }

  return {
    get(key) {
      const one = held(key)
      if (one) {
        fresh.delete(key)
        fresh.set(key, one)
      }
      return one
    },
    async fill(key, make) {
      const known = held(key) ?? making.get(key)
      if (known) return known
      inFlight++
      const made = makeFresh(key, make).finally(() => {
        if (making.get(key) === made) making.delete(key)
        if (--inFlight === 0) droppedAt.clear()
      })
      making.set(key, made)
      return made
    },
    inDoubt: (key) => doubtful.get(key),
    drop(tags) {
      if (inFlight > 0) {
        drops++
        for (const tag of tags) droppedAt.set(tag, drops)
        // Who asks from now on must not be handed what began before the change.
        making.clear()
      }
      for (const kept of [fresh, doubtful]) {
        for (const [key, one] of kept) {
          if (tags.some((tag) => tag === 'site' || one.tags.includes(tag))) forget(key)
        }
      }
      if (!tags.includes('missed')) return
      for (const [key, one] of fresh) doubtful.set(key, one)
      fresh.clear()
    },
    resized(one, bytes) {
      const key = keys.get(one) ?? ''
      if (fresh.get(key) !== one && doubtful.get(key) !== one) return
      size += bytes
      if (size > limit) makeRoom(key)
    },
    get size() {
      return size
    },
    get count() {
      return fresh.size + doubtful.size
    },
  }
}
