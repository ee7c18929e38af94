/** Sees to it that erasing which was asked for is finished, whatever came in between. */
import { type Keeper, type KeeperLog, lookEvery, type Store } from '../../store/index.ts'
import { eraseComments } from './erase.ts'

interface KeeperOptions {
  log: KeeperLog
  now(): number
  /** Between two looks, in milliseconds. */
  every?: number
}

const TEN_MINUTES = 10 * 60 * 1000

/** Looks at the start and then every ten minutes; one that fails is made up for soon. */
export function keepErasing(store: Store, { log, now, every = TEN_MINUTES }: KeeperOptions): Keeper {
  return lookEvery(
    every,
    async (signal) => {
      const readers = await resumeErasing(store, now(), signal)
      if (readers > 0) log.info({ readers }, 'finished erasing that had been interrupted')
    },
    { log, what: 'erasing what readers asked to have erased' },
  )
}

/** One look; answers how many readers had comments left to be erased. */
export async function resumeErasing(store: Store, now: number, signal?: AbortSignal): Promise<number> {
  const left = await store.db.selectFrom('erasures').select(['reader_id', 'erasure']).orderBy('asked_at').execute()
  for (const { reader_id, erasure } of left) await eraseComments(store, { readerId: reader_id, erasure }, now, signal)
  return left.length
}
