/** Sees to it that trials are done: those begun here, and those that a process which is gone has left. */
import { randomBytes } from 'node:crypto'
import { describeError, type KeeperLog, lookEvery, type Store } from '../../store/index.ts'
import { beginTrial, readTrial, type Trial, takeOverTrial } from './keep-trials.ts'
import { domainOfAddress } from './match-links.ts'
import { runTrial } from './run-trial.ts'

export interface Trials {
  /**
   * Begins a trial of a rule's newest version and waits for it as long as
   * `patience` (milliseconds): a small archive is done by then, a large one goes on.
   */
  begin(ruleId: string, by: string, patience: number): Promise<{ trialId: string } | { problem: string }>
  /** Takes over what another process has left, and does it; done by itself every few seconds. */
  takeOver(): Promise<void>
  /** Fulfilled when no trial is being done here. */
  idle(): Promise<void>
  /** Ends what is being done here, with how far it is kept: another process or the next start goes on. */
  stop(): Promise<void>
}

interface TrialOptions {
  log: KeeperLog
  now(): number
  /** Where readers reach the site; its own domain is no link elsewhere. */
  url(): string
}

/** How often it is looked for trials that were left, in milliseconds. */
const LOOK_EVERY = 5000

export function keepTrials(store: Store, { log, now, url }: TrialOptions): Trials {
  const worker = randomBytes(12).toString('base64url')
  const aborted = new AbortController()
  let running: Promise<void> | null = null

  /** Rejects where it was interrupted: it is taken up again from where it was kept, here or elsewhere. */
  const run = (trial: Trial): Promise<void> => {
    const own = domainOfAddress(url())
    const done = runTrial(store, {
      trial,
      worker,
      ownDomains: own === null ? [] : [own],
      signal: aborted.signal,
      now,
    })
      .then(() => {})
      .finally(() => {
        if (running === done) running = null
      })
    running = done
    return done
  }
  const takeOver = async () => {
    if (running || aborted.signal.aborted) return
    const trial = await takeOverTrial(store, worker, now())
    if (trial && !running) await run(trial)
  }
  const ended = async () => {
    while (running) await running.catch(() => {})
  }
  const tell = (error: unknown) => log.error(describeError(error), 'the trial of a rule was interrupted')
  const keeper = lookEvery(LOOK_EVERY, takeOver, { log, what: 'trying rules over the archive' })

  return {
    async begin(ruleId, by, patience) {
      const begun = await beginTrial(store, { ruleId, by, worker }, now())
      if ('problem' in begun) return begun
      const trial = await readTrial(store.db, begun.trialId)
      if (trial) await withPatience(run(trial).catch(tell), patience)
      return begun
    },
    takeOver,
    idle: ended,
    async stop() {
      aborted.abort()
      await keeper.stop()
      await ended()
    },
  }
}

async function withPatience(work: Promise<void>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([work, enough])
  clearTimeout(timer)
}
