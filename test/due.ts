/** What the running program does within seconds of its time, done now. */
import { expect, vi } from 'vitest'
import { closingJob } from '../src/closing/index.ts'
import { embargoJob } from '../src/embargo/index.ts'
import { pinJob } from '../src/front/index.ts'
import { endJob, scheduleJob } from '../src/schedule/index.ts'
import { countJobs, doJobs } from '../src/store/index.ts'
import type { TestSite } from './sites.ts'

/** Does every job of a site's clock that is due by `now`. */
export async function doWhatIsDue(site: TestSite, now: () => number): Promise<void> {
  const { store } = site.app
  const log = { info() {}, warn() {}, error() {}, debug() {} }
  const handlers = [scheduleJob, embargoJob, endJob, closingJob, pinJob].map((job) => job(store, { now }))
  const kinds = handlers.map(({ kind }) => kind as string)
  const work = doJobs(store, handlers, { log, now })
  await work.idle()
  await work.stop()
  // The site does its own jobs, too: whichever of the two had one, it is over.
  await vi.waitFor(async () => {
    for (const { kind, running, nextAt } of await countJobs(store.db)) {
      if (!kinds.includes(kind)) continue
      expect(running).toBe(0)
      expect(nextAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now())
    }
  })
}
