/** Trials as work in the background: begun by a person, done by one process, gone on with by another where that one is gone. */
import { domainsOfSite } from '../../spam/index.ts'
import type { AnyJobHandler, InsideListener, Store } from '../../store/index.ts'
import { beginTrial, endTrial, readTrial } from './keep-trials.ts'
import { runTrial } from './run-trial.ts'

interface TrialOptions {
  now(): number
  /** Where readers reach the site; its own domain is no link elsewhere. */
  url(): string
}

export const trialJob = (store: Store, { now, url }: TrialOptions): AnyJobHandler => ({
  kind: 'rule.trial',
  what: 'trying a rule over the archive',
  // Somebody waits for it: where its process is gone, another goes on soon.
  lease: 15_000,
  async run({ trial: id }, { signal }) {
    const trial = await readTrial(store.db, id)
    // One that was stopped meanwhile has nothing left to be done.
    if (trial?.state === 'running') await runTrial(store, { trial, ownDomains: domainsOfSite(url()), signal, now })
  },
})

/** A trial that was given up and is let go counts as stopped, so that others can begin. */
export const stoppingTrials: InsideListener<'job.let-go'> = {
  on: 'job.let-go',
  async hear(tx, { job, key }) {
    if (job === 'rule.trial') await endTrial(tx, key)
  },
}

/**
 * Begins a trial of a rule's newest version and waits for it as long as
 * `patience` (milliseconds): a small archive is done by then, a large one goes on.
 */
export async function tryRule(
  store: Store,
  { patience, ...start }: { ruleId: string; by: string; patience: number },
  now: number,
): Promise<{ trialId: string } | { problem: string }> {
  const ended = new Set<string>()
  let wake = () => {}
  const unlisten = store.listen((events) => {
    for (const event of events) if (event.kind === 'trial.ended') ended.add(event.trial)
    wake()
  })
  try {
    const begun = await beginTrial(store, start, now)
    if ('problem' in begun) return begun
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience)
      wake = () => {
        if (!ended.has(begun.trialId)) return
        clearTimeout(timer)
        resolve()
      }
      wake()
    })
    return begun
  } finally {
    unlisten()
  }
}
