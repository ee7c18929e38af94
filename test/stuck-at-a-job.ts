/** A process of its own that takes a job, says so, and never ends it: to be killed. Bundled and started by jobs.test.ts. */
import { doJobs, openStore } from '../src/store/index.ts'

const { address, now, kind } = JSON.parse(process.argv[2] ?? '{}')
const store = await openStore(address, () => now)
const log = { info() {}, warn() {}, error() {} }
const run = () => {
  console.log('took it')
  return new Promise<never>(() => {})
}
doJobs(store, [{ kind, what: 'hanging', run } as never], { log, now: () => now })
setInterval(() => {}, 60_000)
