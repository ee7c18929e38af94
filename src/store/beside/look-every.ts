/**
 * What works beside the server: one way of looking, waiting and telling for all
 * of it, so that a database that is away costs no processor and fills no log.
 */

import { describeError } from '../describe-error.ts'
import { storeProblem } from '../problem.ts'
import { backOff } from './back-off.ts'

export interface Keeper {
  /** Looks without waiting for its time; fulfilled after a look that began later than this was asked. */
  soon(): Promise<void>
  /** Ends it after what it is at. */
  stop(): Promise<void>
}

export interface KeeperLog {
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

/**
 * Looks at once (unless told to wait first), and then each time after a pause
 * (`every`, in milliseconds), until it is stopped; then `signal` asks the look
 * that is under way to end. After a failure it waits longer each time, whoever
 * asks. `what` it is at is told when it fails, when it fails in another way and
 * when it goes on, and not at every turn. Keeps no process alive.
 */
export function lookEvery(
  every: number,
  look: (signal: AbortSignal) => Promise<void>,
  { log, what, waitFirst = false }: { log: KeeperLog; what: string; waitFirst?: boolean },
): Keeper {
  const aborted = new AbortController()
  const { signal } = aborted
  const asking: (() => void)[] = []
  let wake = () => {}
  let failures = 0
  let told: string | null = null

  const turn = async () => {
    const answered = asking.splice(0)
    try {
      await look(signal)
      if (told !== null) log.info({ failures }, `${what}: it goes on`)
      failures = 0
      told = null
    } catch (error) {
      failures += 1
      const problem = storeProblem(error)
      const kind = problem ?? String(error)
      if (kind !== told && !signal.aborted)
        log[problem ? 'warn' : 'error'](describeError(error), `${what}: interrupted, and tried again by itself`)
      told = kind
    }
    for (const done of answered) done()
  }
  const pause = () =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve()
      const go = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', go)
        wake = () => {}
        resolve()
      }
      const timer = setTimeout(go, failures > 0 ? backOff(failures) : asking.length > 0 ? 0 : every)
      timer.unref()
      signal.addEventListener('abort', go)
      if (failures === 0) wake = go
    })
  const run = async () => {
    if (waitFirst) await pause()
    while (!signal.aborted) {
      await turn()
      await pause()
    }
    for (const done of asking.splice(0)) done()
  }
  const running = run()

  return {
    soon: () =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        asking.push(resolve)
        wake()
      }),
    async stop() {
      aborted.abort()
      await running
    },
  }
}
