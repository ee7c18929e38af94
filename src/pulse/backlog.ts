/** What waits to be done, counted when somebody asks. */
import { countFailedLetters, countWaitingLetters } from '../mail/index.ts'
import { readQueueState } from '../moderation/queue/index.ts'
import { countJobs, type Database, type JobCount } from '../store/index.ts'
import { countUnsent } from '../webhooks/index.ts'

export interface Backlog {
  /** Comments that wait for review, and since when the oldest does, in milliseconds since the epoch. `more`: there are more than were counted. */
  queue: { count: number; more: boolean; oldestAt: number | null }
  jobs: JobCount[]
  letters: { waiting: number; failed: number }
  /** Messages to other servers that are still to be sent. */
  unsent: number
}

export async function readBacklog(db: Database): Promise<Backlog> {
  const [{ waiting, ...queue }, jobs, letters, { count: failed }, unsent] = await Promise.all([
    readQueueState(db),
    countJobs(db),
    countWaitingLetters(db),
    countFailedLetters(db),
    countUnsent(db),
  ])
  return { queue: { count: waiting, ...queue }, jobs, letters: { waiting: letters, failed }, unsent }
}

/** How many jobs wait in the kinds of which one is due. */
export const dueJobs = (jobs: readonly JobCount[], now: number): number =>
  jobs.reduce((sum, { waiting, nextAt }) => sum + (nextAt !== null && nextAt <= now ? waiting : 0), 0)

/** Since when the job that is due longest should have been begun, in milliseconds since the epoch; null where none is late. */
export function lateSince(jobs: readonly JobCount[], now: number): number | null {
  const due = jobs.flatMap(({ nextAt }) => (nextAt !== null && nextAt < now - LATE ? nextAt : []))
  return due.length > 0 ? Math.min(...due) : null
}

/** Jobs are looked for every few seconds; what has been due for so long is late. In milliseconds. */
const LATE = 5 * 60_000
