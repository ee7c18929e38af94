/**
 * Who is at a job: a lease (Gray and Cheriton, 1989), which ends by itself where
 * its holder is gone, so that a process that was killed holds nothing up.
 */
import type { Database, Transaction } from '../store.ts'

export interface Held {
  number: number
  key: string
  payload: unknown
  /** Of this job, this one included. */
  attempts: number
}

/** Of a kind, what may be begun with once it is due: not given up, and in nobody's hand or in a hand whose lease has ended. */
const free = (db: Database, { kind, lease }: { kind: string; lease: number }, now: number) =>
  db
    .selectFrom('jobs')
    .select('number')
    .where('kind', '=', kind)
    .where('dead_at', 'is', null)
    // One that ends later than any that is given now is by a clock that has been set back since.
    .where((j) => j.or([j('worker', 'is', null), j('lease_until', '<=', now), j('lease_until', '>', now + 2 * lease)]))

/** When the next job of this kind may be begun with, in milliseconds since the epoch; that may have been long ago. Null where none waits. */
export const nextDue = async (db: Database, of: { kind: string; lease: number }, now: number): Promise<number | null> =>
  (await free(db, of, now).select('due_at').orderBy('due_at').limit(1).executeTakeFirst())?.due_at ?? null

/** Leases the first job of a kind that is due: the one that has been due longest, and of those the one queued first. */
export async function leaseNext(
  tx: Transaction,
  { worker, ...of }: { kind: string; worker: string; lease: number },
): Promise<Held | null> {
  const due = free(tx.rows, of, tx.now).where('due_at', '<=', tx.now).orderBy('due_at').orderBy('number').limit(1)
  const first = await (tx.kind === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst()
  if (!first) return null
  const row = await tx.rows
    .updateTable('jobs')
    .set((j) => ({ worker, lease_until: tx.now + of.lease, attempts: j('attempts', '+', 1), again_at: null }))
    .where('number', '=', first.number)
    .returning(['number', 'key', 'payload_json', 'attempts'])
    .executeTakeFirstOrThrow()
  return { number: row.number, key: row.key, payload: JSON.parse(row.payload_json), attempts: row.attempts }
}

/** Goes on holding it; false where somebody else has it by now. */
export async function renewLease(
  tx: Transaction,
  { number, worker, lease }: { number: number; worker: string; lease: number },
): Promise<boolean> {
  const result = await tx.rows
    .updateTable('jobs')
    .set({ lease_until: tx.now + lease })
    .where('number', '=', number)
    .where('worker', '=', worker)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type Ending =
  /** Done; where `again` is set, it is due once more at that time. */
  | { ended: 'done'; again: number | null }
  /** Failed, and tried again at that time. */
  | { ended: 'failed'; problem: string; again: number }
  /** Not begun with, so to say: the database was away, or the program stops. */
  | { ended: 'given back' }
  | { ended: 'dead'; problem: string }

/** Ends a lease. What was asked for again meanwhile is due again. Where somebody else has it by now, nothing is changed. */
export async function endLease(
  tx: Transaction,
  held: { number: number; worker: string },
  ending: Ending,
): Promise<void> {
  const row = tx.rows
    .selectFrom('jobs')
    .select(['again_at', 'attempts'])
    .where('number', '=', held.number)
    .where('worker', '=', held.worker)
  // Whoever queues it again at this moment is waited for, or waits: else that could be lost.
  const mine = await (tx.kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst()
  if (!mine) return
  const free = { worker: null, lease_until: null, again_at: null }
  const again = mine.again_at ?? (ending.ended === 'done' ? ending.again : null)
  const set =
    ending.ended === 'given back'
      ? { ...free, attempts: mine.attempts - 1, due_at: tx.now }
      : again !== null
        ? { ...free, attempts: 0, due_at: again, problem: null }
        : ending.ended === 'failed'
          ? { ...free, due_at: ending.again, problem: ending.problem }
          : ending.ended === 'dead'
            ? { ...free, dead_at: tx.now, problem: ending.problem }
            : null
  if (set) await tx.rows.updateTable('jobs').set(set).where('number', '=', held.number).execute()
  else await tx.rows.deleteFrom('jobs').where('number', '=', held.number).execute()
}
