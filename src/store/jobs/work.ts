/** Does the jobs that are due: one of each kind at a time in this process, and none in two processes at once. */
import { randomBytes } from 'node:crypto'
import { inTurn } from '../../threads/index.ts'
import { backOff } from '../beside/back-off.ts'
import { type KeeperLog, lookEvery } from '../beside/look-every.ts'
import { describeError } from '../describe-error.ts'
import { storeProblem } from '../problem.ts'
import type { Store } from '../store.ts'
import { type Ending, endLease, type Held, leaseNext, nextDue, renewLease } from './lease.ts'
import { type JobKind, type Jobs, queueJob } from './queue.ts'

export interface Task {
  /** Of this job, this one included. */
  attempt: number
  /** Asked to end soon: the program stops, or somebody else has the job by now. What is thrown from then on is no failure. */
  signal: AbortSignal
}

export interface JobHandler<K extends JobKind = JobKind> {
  kind: K
  /** What it is at, for the log and for people: "reading who says what". */
  what: string
  /** Answers when it is due again where it came too early, in milliseconds since the epoch: what it was queued for may have been put off since. */
  run(payload: Jobs[K], task: Task): Promise<void> | Promise<number | undefined>
  /** Queued whenever a process starts. */
  atStart?: boolean
  /** Milliseconds; there is one such job, done again each time so long after it was done. */
  every?: number
  /** A job that failed this often is given up, for a person to look at. */
  attempts?: number
  /** Whether an error is trouble of something it needs beside the database, such as a storage that is away: such tries don't count. */
  isTrouble?(error: unknown): boolean
  /** How long it is held without a sign of life, in milliseconds. */
  lease?: number
}

/** As parts hand them over, of whatever kind. */
export type AnyJobHandler = { [K in JobKind]: JobHandler<K> }[JobKind]

interface WorkOptions {
  log: KeeperLog
  now(): number
  /** Between two looks for what became due by itself, in milliseconds. */
  look?: number
}

export interface Work {
  /** Fulfilled when nothing is due and nothing is being done here. */
  idle(): Promise<void>
  /** Ends what is under way, or gives it back. */
  stop(): Promise<void>
}

const ATTEMPTS = 8
const LEASE = 60_000
const LOOK = 5000
/** By a clock that stands still, a job is looked for no more often than this. In milliseconds. */
const SHORTEST = 20
/** Between two attempts at a job that failed, at the most. In milliseconds. */
const LONGEST_PAUSE = 60 * 60_000
/** The problem of a job that brought the program down each time. */
export const NEVER_ENDED =
  'It was begun again and again and never came to an end: the program stopped while it was at it.'

export function doJobs(store: Store, handlers: readonly AnyJobHandler[], options: WorkOptions): Work {
  const worker = randomBytes(12).toString('base64url')
  // All lanes at once would open as many lines to the database as it takes, each of which costs it more than the looks do.
  const looking = inTurn(1)
  const lanes = new Map(
    handlers.map((handler) => [handler.kind as string, laneOf(store, handler, { worker, looking, ...options })]),
  )
  let stopped = false
  const unlisten = store.listen((events) => {
    for (const event of events) {
      if (event.kind === 'job.queued') void lanes.get(event.job)?.soon()
      if (event.kind === 'missed') for (const keeper of lanes.values()) void keeper.soon()
    }
  })
  return {
    async idle() {
      const some = async () => (await Promise.all([...lanes.values()].map((lane) => lane.isDue()))).includes(true)
      do await Promise.all([...lanes.values()].map((keeper) => keeper.soon()))
      while (!stopped && (await some()))
    },
    async stop() {
      stopped = true
      unlisten()
      await Promise.all([...lanes.values()].map((keeper) => keeper.stop()))
    },
  }
}

interface LaneOptions extends WorkOptions {
  worker: string
  /** Lets one lane look after another. */
  looking: ReturnType<typeof inTurn>
}

/** One kind's turn after turn. */
function laneOf(store: Store, handler: AnyJobHandler, { worker, looking, log, now, look = LOOK }: LaneOptions) {
  const { kind, what, every, atStart = false, lease = LEASE } = handler
  let isBegun = every === undefined && !atStart
  let stopped = false
  let alarm: NodeJS.Timeout | undefined

  const turn = async (signal: AbortSignal) => {
    if (!isBegun) await looking(async () => void (stopped || (await begin(store, handler, now()))))
    isBegun = true
    // Nothing is written, and nobody's writing waits, where nothing is due.
    if (!(await isDue())) return
    while (!signal.aborted) {
      const held = await store.transaction(now(), (tx) => leaseNext(tx, { kind, worker, lease }))
      if (!held) {
        await isDue()
        return
      }
      const ending = await attempt(held, signal)
      await store.transaction(now(), (tx) => endLease(tx, { number: held.number, worker }, ending))
      // Told and waited for like any other trouble of the database.
      if (ending.trouble !== undefined && !signal.aborted) throw ending.trouble
    }
  }
  const attempt = async (held: Held, signal: AbortSignal): Promise<Ending & { trouble?: unknown }> => {
    // Told to end between taking it and beginning with it.
    if (signal.aborted) return { ended: 'given back' }
    const attempts = handler.attempts ?? ATTEMPTS
    if (held.attempts > attempts) return giveUp(held, NEVER_ENDED)
    const lost = new AbortController()
    const heart = setInterval(() => {
      store
        .transaction(now(), (tx) => renewLease(tx, { number: held.number, worker, lease }))
        .then((isHeld) => isHeld || lost.abort())
        // A database that is away is told of by whatever the job does on it.
        .catch(() => {})
    }, lease / 3)
    heart.unref()
    const task = { attempt: held.attempts, signal: AbortSignal.any([signal, lost.signal]) }
    try {
      const again = await handler.run(held.payload as never, task)
      if (every !== undefined) return { ended: 'done', again: now() + every }
      return signal.aborted ? { ended: 'given back' } : { ended: 'done', again: again ?? null }
    } catch (error) {
      // The program stops, somebody else has it by now, or what it needs is busy, full or away: no fault of the job's.
      if (task.signal.aborted) return { ended: 'given back' }
      if (storeProblem(error) !== null || handler.isTrouble?.(error)) return { ended: 'given back', trouble: error }
      const problem = error instanceof Error ? error.message : String(error)
      if (every === undefined && held.attempts >= attempts) return giveUp(held, problem, error)
      log.warn(
        { job: kind, key: held.key, attempt: held.attempts, ...describeError(error) },
        `${what}: failed, and tried again by itself`,
      )
      return { ended: 'failed', problem, again: now() + backOff(held.attempts, LONGEST_PAUSE) }
    } finally {
      clearInterval(heart)
    }
  }
  const giveUp = (held: Held, problem: string, error?: unknown): Ending => {
    log.error(
      { job: kind, key: held.key, attempts: held.attempts, ...(error === undefined ? {} : describeError(error)) },
      `${what}: given up; the newsroom’s page of work in the background has it`,
    )
    return { ended: 'dead', problem }
  }
  /** Whether something is due; what is due before the next look is looked for at its time. */
  const isDue = async () => {
    // Who waited for its turn until the program stopped asks nothing more.
    const due = await looking(async () => (stopped ? null : nextDue(store.db, { kind, lease }, now())))
    if (due === null) return false
    const wait = due - now()
    if (wait <= 0) return true
    clearTimeout(alarm)
    if (wait < look && !stopped) alarm = setTimeout(() => void keeper.soon(), Math.max(wait, SHORTEST)).unref()
    return false
  }
  const keeper = lookEvery(look, turn, { log, what })
  return {
    isDue,
    soon: keeper.soon,
    async stop() {
      stopped = true
      clearTimeout(alarm)
      await keeper.stop()
    },
  }
}

/** The one job of a kind that comes again and again, or at every start. */
const begin = (store: Store, { kind, atStart, every }: AnyJobHandler, now: number): Promise<void> =>
  store.transaction(now, async (tx) => {
    if (atStart) return void (await queueJob(tx, { kind, key: '', payload: {} as never }))
    const there = await tx.rows
      .selectFrom('jobs')
      .select('due_at')
      .where('kind', '=', kind)
      .where('key', '=', '')
      .executeTakeFirst()
    // By a clock that was set back since, it may be due in a year.
    if (!there || there.due_at > now + (every ?? 0)) await queueJob(tx, { kind, key: '', payload: {} as never })
  })
