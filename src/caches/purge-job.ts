/** Tells the cache in front of the site what has changed: all that is due in one go, by one process, until it is told. */
import type { AnyJobHandler, Database, Store, Transaction } from '../store/index.ts'
import { TIMES } from './drops.ts'
import { nameOfTag } from './shared-cache.ts'
import { NotTold, type ToldCache, tellCache } from './tell.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    /** Something may have to be told. */
    'caches.purge': Record<never, never>
  }
}

/** Between the first time and the second, in milliseconds: by then every process has heard of it, and every answer that was under way has arrived. */
const AGAIN = 10_000
/** So many are told in one go. */
const MOST = 500

export const purgeJob = (
  store: Store,
  cache: ToldCache | null,
  { now, url }: { now(): number; url(): string },
): AnyJobHandler => ({
  kind: 'caches.purge',
  what: 'telling the cache in front of the site what has changed',
  async run(_, { signal }) {
    // Set otherwise since: nobody is to be told any more.
    if (!cache) return void (await store.transaction(now(), (tx) => tx.rows.deleteFrom('cache_drops').execute()))
    for (;;) {
      const due = await dueDrops(store.db, now())
      if (due.length === 0) return nextDue(store.db)
      const names = due.map(({ tag }) => tag)
      const addresses = cache.kind === 'nginx' ? await addressesOf(store.db, names) : []
      await tellCache(cache, { tags: names.map(nameOfTag), addresses, host: new URL(url()).host }, signal)
      await store.transaction(now(), (tx) => noteTold(tx, due))
    }
  },
  isTrouble: (error) => error instanceof NotTold,
})

type Drop = Awaited<ReturnType<typeof dueDrops>>[number]

const dueDrops = (db: Database, now: number) =>
  db
    .selectFrom('cache_drops')
    .select(['tag', 'said', 'times_left'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('tag')
    .limit(MOST)
    .execute()

async function nextDue(db: Database): Promise<number | undefined> {
  const row = await db
    .selectFrom('cache_drops')
    .select((d) => d.fn.min('due_at').as('due_at'))
    .executeTakeFirst()
  return row?.due_at == null ? undefined : Number(row.due_at)
}

async function addressesOf(db: Database, tags: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('shared_addresses').select('path').distinct().where('tag', 'in', tags).execute()
  return rows.map(({ path }) => path)
}

/** What was said again meanwhile is told as often as anew. */
async function noteTold(tx: Transaction, told: readonly Drop[]): Promise<void> {
  for (const { tag, said, times_left } of told) {
    const its = { tag, said, times_left }
    if (times_left > 1)
      await tx.rows
        .updateTable('cache_drops')
        .set({ times_left: times_left - 1, due_at: tx.now + AGAIN })
        .where((d) => d.and(its))
        .execute()
    else
      await tx.rows
        .deleteFrom('cache_drops')
        .where((d) => d.and(its))
        .execute()
  }
}

/** Since when a cache has not been told something for the first time, in milliseconds since the epoch; null where it knows all. */
export async function untoldSince(db: Database): Promise<number | null> {
  const row = await db
    .selectFrom('cache_drops')
    .select((d) => d.fn.min('said_at').as('since'))
    .where('times_left', '=', TIMES)
    .executeTakeFirst()
  return row?.since == null ? null : Number(row.since)
}
