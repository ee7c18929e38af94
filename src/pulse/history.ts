/**
 * What this process did, minute by minute for an hour and quarter by quarter for
 * a day, in arrays that never grow: some 10 KB. It begins with the process.
 */
import type { Ear } from './ear.ts'

/** One stretch of time. What nobody knew of it is NaN. */
export interface Stretch {
  /** When it ended, in milliseconds since the epoch. */
  at: number
  /** Requests, comments taken, and answers from 500 on, a minute. */
  requests: number
  comments: number
  failures: number
  /** Nine of ten requests were answered within so many milliseconds; NaN where there was none. */
  slowestTenth: number
  /** Resident memory at its end, in bytes. */
  memory: number
  /** The 99th percentile of the event loop's delay, in milliseconds. */
  delay: number
  /** How many comments wait for review, and how many jobs that should be done, at its end. */
  queue: number
  jobs: number
}

/** What is measured as a minute ends. */
export type Measured = Pick<Stretch, 'memory' | 'delay' | 'queue' | 'jobs'>

export interface History extends Ear {
  /** When it began, in milliseconds since the epoch. */
  readonly since: number
  /** Ends the minute under way at this moment. */
  turn(at: number, measured: Measured): void
  /** The oldest first. */
  hour(): Stretch[]
  day(): Stretch[]
}

const MINUTES = 60
/** A quarter of an hour each. */
const QUARTERS = 96
const MINUTES_IN_A_QUARTER = 15
/** Upper bounds, in milliseconds; the last takes whatever is slower. */
const BOUNDS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const

const FIELDS = [
  ...['at', 'requests', 'comments', 'failures', 'slowestTenth', 'memory', 'delay', 'queue', 'jobs'],
] as (keyof Stretch)[]

/** `since`: when it begins, in milliseconds since the epoch. */
export function createHistory(since: number): History {
  const minutes = ring(MINUTES)
  const quarters = ring(QUARTERS)
  let minute = tally(since)
  let quarter = tally(since)
  let turns = 0
  return {
    since,
    answered(_method, _route, status, ms) {
      minute.requests++
      if (status >= 500) minute.failures++
      const bucket = BOUNDS.findIndex((bound) => ms <= bound)
      const at = bucket < 0 ? BOUNDS.length : bucket
      minute.times[at] = (minute.times[at] ?? 0) + 1
    },
    commented(outcome) {
      if (outcome === 'taken') minute.comments++
    },
    turn(at, measured) {
      minutes.push(endOf(minute, at, measured))
      add(quarter, minute, measured.delay)
      minute = tally(at)
      if (++turns % MINUTES_IN_A_QUARTER !== 0) return
      quarters.push(endOf(quarter, at, { ...measured, delay: quarter.delay }))
      quarter = tally(at)
    },
    hour: minutes.read,
    day: quarters.read,
  }
}

interface Tally {
  since: number
  requests: number
  comments: number
  failures: number
  /** Of the minutes that it holds, the worst. */
  delay: number
  /** How many requests were answered within each bound. */
  times: Uint32Array
}

const tally = (since: number): Tally => ({
  ...{ since, requests: 0, comments: 0, failures: 0, delay: Number.NaN },
  times: new Uint32Array(BOUNDS.length + 1),
})

function add(sum: Tally, one: Tally, delay: number): void {
  sum.requests += one.requests
  sum.comments += one.comments
  sum.failures += one.failures
  sum.delay = Number.isNaN(sum.delay) ? delay : Math.max(sum.delay, delay)
  for (const [index, count] of one.times.entries()) sum.times[index] = (sum.times[index] ?? 0) + count
}

function endOf({ since, requests, comments, failures, times }: Tally, at: number, measured: Measured): Stretch {
  // By a clock that was set back no time has passed: then it is a minute, as it is by the timer.
  const passed = at > since ? (at - since) / 60_000 : 1
  return {
    ...{ at, requests: requests / passed, comments: comments / passed, failures: failures / passed },
    ...{ slowestTenth: slowestTenth(times, requests), ...measured },
  }
}

/** Within its bucket, by proportion. */
function slowestTenth(times: Uint32Array, requests: number): number {
  let before = 0
  const wanted = requests * 0.9
  for (const [index, count] of times.entries()) {
    if (count > 0 && before + count >= wanted) {
      const from = index === 0 ? 0 : (BOUNDS[index - 1] as number)
      const to = BOUNDS[index] ?? from
      return from + ((to - from) * (wanted - before)) / count
    }
    before += count
  }
  return Number.NaN
}

/** The last so many stretches, in one array. */
function ring(size: number) {
  const values = new Float64Array(size * FIELDS.length)
  let pushed = 0
  return {
    push(stretch: Stretch) {
      const from = (pushed++ % size) * FIELDS.length
      for (const [index, field] of FIELDS.entries()) values[from + index] = stretch[field]
    },
    read: (): Stretch[] =>
      Array.from({ length: Math.min(pushed, size) }, (_, index) => {
        const from = ((Math.max(0, pushed - size) + index) % size) * FIELDS.length
        return Object.fromEntries(FIELDS.map((field, at) => [field, values[from + at]])) as unknown as Stretch
      }),
  }
}
