import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process that is busy for more than this share of its time has people waiting. */
const BUSY = 0.25
/** Longer than this (ms) nothing waits for a lull: on the busiest day, too, it is done, a slice at a time. */
const PATIENCE = 2000

/**
 * Between two slices of work that nobody waits for: a pause, and as many more as
 * it takes until this process has little else to do. `pause` in milliseconds;
 * with none it goes straight on. Ends at once where `signal` is aborted.
 */
export async function lull(pause: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + PATIENCE
  for (;;) {
    const before = performance.eventLoopUtilization()
    await sleep(pause, undefined, { signal }).catch(() => {})
    const { utilization } = performance.eventLoopUtilization(before)
    if (pause === 0 || signal.aborted || utilization < BUSY || performance.now() >= until) return
  }
}
