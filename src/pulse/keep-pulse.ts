/** Ends each minute of the history, with what is measured then. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Keeper, type KeeperLog, lookEvery, type Store, storeProblem } from '../store/index.ts'
import { dueJobs, readBacklog } from './backlog.ts'
import type { History } from './history.ts'

const MINUTE = 60_000
/** Between two looks at the event loop, in milliseconds: what holds it up for less is seen now and then. */
const RESOLUTION = 20

export function keepPulse(
  store: Store,
  history: History,
  { log, now, every = MINUTE }: { log: KeeperLog; now(): number; every?: number },
): Pick<Keeper, 'stop'> {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION })
  loop.enable()
  const keeper = lookEvery(
    every,
    async () => {
      // What it measures begins with the pause that was asked for.
      const delay = Math.max(0, loop.percentile(99) / 1e6 - RESOLUTION)
      loop.reset()
      const waits = await readBacklog(store.db).catch(unknownWhileAway)
      history.turn(now(), {
        ...{ delay, memory: process.memoryUsage.rss() },
        queue: waits ? waits.queue.count : Number.NaN,
        jobs: waits ? dueJobs(waits.jobs, now()) : Number.NaN,
      })
    },
    { log, what: 'noting how the machine is doing', waitFirst: true },
  )
  return {
    async stop() {
      loop.disable()
      await keeper.stop()
    },
  }
}

/** A minute without the database is a minute all the same. */
function unknownWhileAway(error: unknown): null {
  if (storeProblem(error) === null) throw error
  return null
}
