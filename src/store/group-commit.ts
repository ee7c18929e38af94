/**
 * Group commit (Gray and Reuter, Transaction Processing, 1993, 9.4.7): writers
 * that come while the disk is busy share the next commit. Each still runs by
 * itself, in its own savepoint, and is answered only once the commit that holds
 * it is on disk; one that fails takes nothing with it but its own work.
 */
import { sql } from 'kysely'
import { type ChangeBoard, withPatience } from './changes.ts'
import type { Database, Tag, Write } from './store.ts'

interface Job {
  work(write: Write): Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** As many as share one commit at the most: enough to fill the disk's time, too few to keep anyone waiting. */
const MOST_AT_ONCE = 64

/** `isOpen` says whether a transaction is open: after a full disk SQLite has rolled all of it back by itself. */
export function groupCommit(db: Database, board: ChangeBoard, isOpen: () => boolean) {
  const waiting: Job[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      // One turn of the loop: whoever has arrived by then comes along.
      await new Promise(setImmediate)
      const jobs = waiting.splice(0, MOST_AT_ONCE)
      await commitTogether(jobs).catch((error: unknown) => {
        for (const job of jobs) job.reject(error)
      })
    }
    running = false
  }

  async function commitTogether(jobs: readonly Job[]): Promise<void> {
    let done: { job: Job; value: unknown; tags: readonly Tag[] }[] = []
    await withPatience(() =>
      db.transaction().execute(async (write) => {
        done = []
        for (const job of jobs) {
          await sql`savepoint job`.execute(write)
          try {
            const value = await job.work(write)
            await sql`release job`.execute(write)
            done.push({ job, value, tags: board.take(write) })
          } catch (error) {
            // Nothing of the others can be kept either.
            if (!isOpen()) throw error
            board.take(write)
            await sql`rollback to job`.execute(write)
            await sql`release job`.execute(write)
            job.reject(error)
          }
        }
      }),
    )
    for (const { tags } of done) board.deliver(tags)
    for (const { job, value } of done) job.resolve(value)
  }

  return <T>(work: (write: Write) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
      if (!running) void run()
    })
}
