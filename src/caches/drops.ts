/** Puts what has changed on its way to the caches in front of the site, in the transaction that changes it. */
import { type AnyInsideListener, type Event, queueJob, type Transaction } from '../store/index.ts'
import { STALE_KINDS, staleAfter, type Tag } from './stale-after.ts'

/**
 * Each is told twice: an answer that was under way, or that came from a process
 * which had not heard of the change yet, may get into a cache after the first time.
 */
export const TIMES = 2

/** Listens where a cache is told; without one nothing is noted. */
export const notingDrops: readonly AnyInsideListener[] = STALE_KINDS.filter((kind) => kind !== 'missed').map(
  (on) => ({ on, hear: (tx: Transaction, event: Event) => noteDrops(tx, staleAfter(event)) }) as AnyInsideListener,
)

export async function noteDrops(tx: Transaction, tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return
  const fresh = { said_at: tx.now, due_at: tx.now, times_left: TIMES }
  await tx.rows
    .insertInto('cache_drops')
    .values(tags.map((tag) => ({ tag, ...fresh, said: 1 })))
    .onConflict((conflict) =>
      conflict.column('tag').doUpdateSet((d) => ({ ...fresh, said: d('cache_drops.said', '+', 1) })),
    )
    .execute()
  await queueJob(tx, { kind: 'caches.purge', key: '', payload: {} })
}
