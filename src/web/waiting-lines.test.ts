/** Who comes while the process is busy waits for it. */
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { freshSite } from '../../test/sites.ts'

const MANY = 1000
const LIMIT = '/proc/sys/net/core/somaxconn'
const holdsMany = process.platform === 'linux' && Number(readFileSync(LIMIT, 'utf8')) > MANY
const CONNECT = `const { workerData: { port, known, many } } = require('node:worker_threads')
  for (let i = 0; i < many; i++)
    require('node:net').connect(port, '127.0.0.1', () => { Atomics.add(known, 0, 1); Atomics.notify(known, 0) })`

test.skipIf(!holdsMany)(
  'a thousand connections that come while the process stands still are all kept (where the system keeps so many)',
  async () => {
    const site = await freshSite('sqlite')
    const known = new Int32Array(new SharedArrayBuffer(4))
    const workerData = { port: Number(new URL(site.url).port), known, many: MANY }
    const visitors = new Worker(CONNECT, { eval: true, workerData })
    try {
      // This thread is the server's too, and takes none of them meanwhile. Those turned away would never come to be.
      for (let quiet = 0; Atomics.load(known, 0) < MANY && quiet < 40; )
        if (Atomics.wait(known, 0, Atomics.load(known, 0), 50) === 'timed-out') quiet++
      expect(Atomics.load(known, 0)).toBe(MANY)
    } finally {
      await visitors.terminate()
      await site.drop()
    }
  },
)
