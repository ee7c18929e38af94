/** One contract for both databases: what changed is told twice, said again it is told anew, and its addresses are known. */
import { expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { frontCache } from '../../test/shared-caches.ts'
import { freshStore } from '../../test/stores.ts'
import { readBacklog } from '../pulse/index.ts'
import { openStore } from '../store/index.ts'
import { notingDrops, purgeJob, sharedCacheFor, untoldSince } from './index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES)
  test(`what is said in a transaction is told from then on, and where a page was shown is found by its tags (${kind})`, async () => {
    let clock = NOW
    const { address, drop } = await freshStore(kind, () => clock)
    const store = await openStore(address, () => clock, notingDrops)
    const front = await frontCache('nginx', () => '')
    const cache = { kind: 'nginx', address: front.address } as const
    const shared = sharedCacheFor(store, { seconds: 600, purge: cache }, () => clock)
    await shared?.keepAddress('/2026/05/ferry', ['story:s', 'discussion:s'])
    await shared?.keepAddress('/2026/05/ferry', ['story:s', 'story:t'])
    await shared?.keepAddress('/', ['lists'])
    const say = (story: string) => store.transaction(clock, (tx) => tx.say({ kind: 'discussion.changed', story }))
    const job = purgeJob(store, cache, { now: () => clock, url: () => 'https://harbour.example' })
    const run = () => job.run({} as never, { attempt: 1, signal: new AbortController().signal })
    const told = () => [...new Set(front.told.splice(0).map((line) => line.split(' ')[0]))]

    expect(await untoldSince(store.db)).toBe(null)
    await say('s')
    await say('unknown')
    expect(await untoldSince(store.db)).toBe(NOW)
    expect(await run()).toBe(NOW + 10_000)
    expect([told(), await untoldSince(store.db)]).toEqual([['/2026/05/ferry'], null])
    expect(await run()).toBe(NOW + 10_000)
    expect(told()).toEqual([])
    clock += 5000
    await say('s')
    await run()
    expect(told()).toEqual(['/2026/05/ferry'])
    clock += 10_000
    expect([await run(), told()]).toEqual([undefined, ['/2026/05/ferry']])
    // What every page shows is told of every address.
    await store.transaction(clock, (tx) => tx.say({ kind: 'settings.changed' }))
    await run()
    expect(told().sort()).toEqual(['/', '/2026/05/ferry'])
    front.listens = false
    await say('s')
    await expect(run()).rejects.toThrow('nginx answered 503')
    expect(await untoldSince(store.db)).toBe(clock)
    const { queue, jobs, letters, unsent } = await readBacklog(store.db)
    expect([queue.count, jobs.map((one) => one.kind), letters, unsent]).toEqual([
      0,
      ['caches.purge'],
      { waiting: 0, failed: 0 },
      0,
    ])
    await store.close()
    await front.close()
    await drop()
  })
