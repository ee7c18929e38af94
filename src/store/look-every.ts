import { setTimeout as sleep } from 'node:timers/promises'

export interface Keeper {
  /** Ends it after what it is at. */
  stop(): Promise<void>
}

/**
 * Looks at once, and then each time after a pause (`every`, in milliseconds),
 * until it is stopped; then `signal` asks the look that is under way to end. What
 * goes wrong is told, and the next look makes up for it. Keeps no process alive.
 */
export function lookEvery(
  every: number,
  look: (signal: AbortSignal) => Promise<void>,
  onProblem: (error: unknown) => void,
): Keeper {
  const aborted = new AbortController()
  const run = async () => {
    while (!aborted.signal.aborted) {
      await look(aborted.signal).catch(onProblem)
      await sleep(every, undefined, { signal: aborted.signal, ref: false }).catch(() => {})
    }
  }
  const running = run()
  return {
    async stop() {
      aborted.abort()
      await running
    },
  }
}
