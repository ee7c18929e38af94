/**
 * Group commit (Gray and Reuter, Transaction Processing, 1993, 9.4.7): writers
 * that come while the disk is busy share the next commit. Each still runs by
 * itself, in its own savepoint, and is answered only once the commit that holds
 * it is on disk; one that fails takes nothing with it but its own work.
 */
import { sql } from 'kysely'
import type { Event } from '../events.ts'
import { isPassing } from '../problem.ts'
import type { Database, Transaction } from '../store.ts'
import { type Dialect, type Moment, PATIENCE, workIn } from '../transactions.ts'

interface Job extends Moment {
  work(tx: Transaction): Promise<unknown>
  /** When it began to wait, on the clock of `performance`. */
  since: number
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** As many as share one commit at the most: enough to fill the disk's time, too few to keep anyone waiting. */
const MOST_AT_ONCE = 64

/** `isOpen` says whether a transaction is open: after a full disk SQLite has rolled all of it back by itself. */
export function groupCommit(db: Database, { dialect, isOpen }: { dialect: Dialect; isOpen(): boolean }) {
  const waiting: Job[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      // One turn of the loop: whoever has arrived by then comes along.
      await new Promise(setImmediate)
      await commitWithPatience()
    }
    running = false
  }

  /** Whoever comes while others wait for a lock waits with them, and each no longer than its own patience. */
  async function commitWithPatience(): Promise<void> {
    let jobs: Job[] = []
    for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
      jobs = [...jobs, ...waiting.splice(0, MOST_AT_ONCE - jobs.length)]
      try {
        return await commitTogether(jobs)
      } catch (error) {
        const now = performance.now()
        const goesOn = ({ since }: Job) => isPassing(error) && now - since <= PATIENCE
        for (const job of jobs) if (!goesOn(job)) job.reject(error)
        jobs = jobs.filter(goesOn)
        if (jobs.length === 0) return
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  async function commitTogether(jobs: readonly Job[]): Promise<void> {
    const done: { job: Job; value: unknown; said: readonly Event[] }[] = []
    await db.transaction().execute(async (rows) => {
      for (const job of jobs) {
        await sql`savepoint job`.execute(rows)
        try {
          const { value, said } = await workIn(dialect, rows, job, job.work)
          await sql`release job`.execute(rows)
          done.push({ job, value, said })
        } catch (error) {
          // Nothing of the others can be kept either.
          if (!isOpen()) throw error
          await sql`rollback to job`.execute(rows)
          await sql`release job`.execute(rows)
          job.reject(error)
        }
      }
    })
    for (const { said } of done) dialect.board.deliver(said)
    for (const { job, value } of done) job.resolve(value)
  }

  return <T>(now: number, work: (tx: Transaction) => Promise<T>, through: string | null = null): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({
        now,
        through,
        work,
        since: performance.now(),
        resolve: resolve as (value: unknown) => void,
        reject,
      })
      if (!running) void run()
    })
}
