/** Sees to it that erasing which was asked for is finished, whatever came in between. */
import type { AnyJobHandler, KeeperLog, Store } from '../store/index.ts'
import { eraseComments } from './erase.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    'readers.erase': Record<never, never>
  }
}

const TEN_MINUTES = 10 * 60 * 1000

export const erasingJob = (store: Store, { log, now }: { log: KeeperLog; now(): number }): AnyJobHandler => ({
  kind: 'readers.erase',
  what: 'erasing what readers asked to have erased',
  every: TEN_MINUTES,
  async run(_, { signal }) {
    const readers = await resumeErasing(store, now(), signal)
    if (readers > 0) log.info({ readers }, 'finished erasing that had been interrupted')
  },
})

/** One look; answers how many readers had comments left to be erased. */
export async function resumeErasing(store: Store, now: number, signal?: AbortSignal): Promise<number> {
  const left = await store.db.selectFrom('erasures').select(['reader_id', 'erasure']).orderBy('asked_at').execute()
  for (const { reader_id, erasure } of left) await eraseComments(store, { readerId: reader_id, erasure }, now, signal)
  return left.length
}
