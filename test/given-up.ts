/** Work that was given up, as a site has it whose program failed at it again and again. */
import { type JobKind, type Jobs, queueJob, type Store } from '../src/store/index.ts'

export async function giveUp<K extends JobKind>(
  store: Store,
  { problem, ...job }: { kind: K; key: string; payload: Jobs[K]; problem: string },
  now: number,
): Promise<number> {
  return store.transaction(now, async (tx) => {
    await queueJob(tx, job)
    const { number } = await tx.rows
      .updateTable('jobs')
      .set({ attempts: 8, dead_at: now, problem })
      .where('kind', '=', job.kind)
      .where('key', '=', job.key)
      .returning('number')
      .executeTakeFirstOrThrow()
    return number
  })
}
