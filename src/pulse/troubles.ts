/** What is wrong with the machine just now, by what is known of it. */
import { type Backlog, lateSince } from './backlog.ts'
import type { Stretch } from './history.ts'

export type Trouble =
  /** Answers from 500 on in the last hour. */
  | { kind: 'failures'; count: number }
  /** One in ten of the last minutes' requests took longer than so many milliseconds. */
  | { kind: 'slow'; ms: number }
  /** Everything waits for so long, in milliseconds. */
  | { kind: 'busy'; ms: number }
  /** In bytes. */
  | { kind: 'memory'; used: number; of: number }
  | { kind: 'disk'; free: number }
  | { kind: 'jobs failed'; count: number }
  /** Milliseconds since the epoch. */
  | { kind: 'jobs late'; since: number }
  | { kind: 'letters failed'; count: number }
  | { kind: 'cache untold'; since: number }

export interface Known {
  /** The last hour by minutes, the oldest first. */
  hour: readonly Stretch[]
  backlog: Backlog
  /** Since when a cache in front could not be told something, in milliseconds since the epoch. */
  untold: number | null
  /** In bytes; `of`: what this process may take. */
  memory: { used: number; of: number }
  /** In bytes; null where nobody can say. */
  disk: { free: number; of: number } | null
  now: number
}

/** So many of the last minutes are looked at. */
const LATELY = 5
/** In milliseconds. */
const SLOW = 1000
const BUSY = 100
const UNTOLD = 60_000
/** Of what there is. */
const MOST_MEMORY = 0.85
const LEAST_DISK = 0.05
/** More than that left is enough, however large the disk. In bytes. */
const ENOUGH_DISK = 5e9

/** The worst for readers first. */
export function troublesOf({ hour, backlog, untold, memory, disk, now }: Known): Trouble[] {
  const lately = hour.slice(-LATELY)
  const failures = Math.round(hour.reduce((sum, one) => sum + one.failures, 0))
  const [slow, busy] = [middle(lately.map((one) => one.slowestTenth)), middle(lately.map((one) => one.delay))]
  const dead = backlog.jobs.reduce((sum, job) => sum + job.dead, 0)
  const late = lateSince(backlog.jobs, now)
  const found: (Trouble | null)[] = [
    disk && disk.free < Math.min(ENOUGH_DISK, disk.of * LEAST_DISK) ? { kind: 'disk', free: disk.free } : null,
    memory.used > memory.of * MOST_MEMORY ? { kind: 'memory', ...memory } : null,
    failures > 0 ? { kind: 'failures', count: failures } : null,
    busy !== null && busy > BUSY ? { kind: 'busy', ms: busy } : null,
    slow !== null && slow > SLOW ? { kind: 'slow', ms: slow } : null,
    untold !== null && untold < now - UNTOLD ? { kind: 'cache untold', since: untold } : null,
    dead > 0 ? { kind: 'jobs failed', count: dead } : null,
    late === null ? null : { kind: 'jobs late', since: late },
    backlog.letters.failed > 0 ? { kind: 'letters failed', count: backlog.letters.failed } : null,
  ]
  return found.filter((one) => one !== null)
}

/** One bad minute is none; null where nothing is known. */
function middle(values: readonly number[]): number | null {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  return known[Math.floor((known.length - 1) / 2)] ?? null
}
