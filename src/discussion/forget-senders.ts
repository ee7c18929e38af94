/**
 * What is known of senders has an end: after 30 days a day's salt is thrown
 * away, and with it the keys that its comments, reports and wishes were counted
 * by, so that nothing links them to a network or to one another any more. Proofs of work that were
 * used are forgotten once they would have expired.
 */
import { forgetBannedNetworks } from '../readers/index.ts'
import type { AnyJobHandler, KeeperLog, Store, Transaction } from '../store/index.ts'
import { DAY, dayOf } from './senders.ts'

/** A key is younger than this many days when it goes. */
export const SENDERS_KEPT = 30
const HOUR = 60 * 60 * 1000
/** Comments whose key is taken away in one transaction: readers who write meanwhile wait for no longer. */
const BATCH = 500

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    'senders.forget': Record<never, never>
  }
}

/** Forgets whatever else was counted by the keys of networks, up to this time. */
export type ForgetsToo = (tx: Transaction, before: number) => Promise<void>

/** Looks every hour. */
export const forgettingJob = (
  store: Store,
  { log, now, also }: { log: KeeperLog; now(): number; also: ForgetsToo },
): AnyJobHandler => ({
  kind: 'senders.forget',
  what: 'forgetting old keys of senders',
  every: HOUR,
  async run(_, { signal }) {
    const forgotten = await forgetSenders(store, now(), { also, signal })
    if (forgotten.days > 0) log.info(forgotten, 'forgot what comments of old days were counted by')
  },
})

/** One look. Doing it twice, or in two processes at once, changes nothing more. */
export async function forgetSenders(
  store: Store,
  now: number,
  { also, signal }: { also: ForgetsToo; signal?: AbortSignal },
): Promise<{ days: number; comments: number }> {
  const old = await store.db
    .selectFrom('sender_salts')
    .select('day')
    .where('day', '<=', dayOf(now) - SENDERS_KEPT)
    .orderBy('day')
    .execute()
  const forgotten = { days: 0, comments: 0 }
  for (const { day } of old) {
    const comments = await store.db
      .selectFrom('comments')
      .select('id')
      .where('sender_key', '>', '')
      .where('created_at', '>=', day * DAY)
      .where('created_at', '<', (day + 1) * DAY)
      .execute()
    for (let from = 0; from < comments.length; from += BATCH) {
      if (signal?.aborted) return forgotten
      const ids = comments.slice(from, from + BATCH).map(({ id }) => id)
      await store.transaction(now, async (tx) => {
        await tx.rows.updateTable('comments').set({ sender_key: '' }).where('id', 'in', ids).execute()
      })
    }
    // The day's salt goes last, so that a day that was interrupted is taken up again.
    await store.transaction(now, async (tx) => {
      await also(tx, (day + 1) * DAY)
      await tx.rows
        .updateTable('answer_wishes')
        .set({ network_key: '' })
        .where('asked_at', '<', (day + 1) * DAY)
        .where('network_key', '>', '')
        .execute()
      await tx.rows.deleteFrom('sender_salts').where('day', '=', day).execute()
    })
    forgotten.days++
    forgotten.comments += comments.length
  }
  await store.transaction(now, async (tx) => {
    await tx.rows.deleteFrom('spent_proofs').where('expires_at', '<', now).execute()
    await forgetBannedNetworks(tx)
  })
  return forgotten
}
