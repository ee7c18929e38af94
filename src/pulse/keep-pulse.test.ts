/** What is measured as each minute ends. */
import { expect, test } from 'vitest'
import { ONE_DATABASE } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { queueJob } from '../store/index.ts'
import { createHistory, keepPulse } from './index.ts'

const NOW = Date.UTC(2026, 10, 30, 12)

for (const kind of ONE_DATABASE)
  test(`each minute ends with what the machine and the database say, or with what is known without one (${kind})`, async () => {
    const { store, drop } = await freshStore(kind, () => NOW)
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const history = createHistory(NOW)
    await store.transaction(NOW, async (tx) => {
      for (const key of ['a', 'b']) await queueJob(tx, { kind: 'reading.keep', key, payload: { story: key } })
      await queueJob(tx, { kind: 'trash.empty', key: '', payload: {}, due: NOW + 60_000 })
    })
    let isAway = false
    const { db } = store
    const away = Object.assign(new Error('the disk is gone'), { code: 'SQLITE_IOERR_READ' })
    // The database as it is, until it is away.
    const shaky = new Proxy(db, {
      get(target, name) {
        if (isAway) throw away
        const value = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const keeper = keepPulse({ ...store, db: shaky }, history, { log, now: () => NOW, every: 30 })
    await expect.poll(() => history.hour().at(-1)).toMatchObject({ queue: 0, jobs: 2, at: NOW })
    const [minute] = history.hour()
    expect([(minute?.memory ?? 0) > 1e7, (minute?.delay ?? -1) >= 0]).toEqual([true, true])
    isAway = true
    await expect.poll(() => history.hour().at(-1)?.queue).toBeNaN()
    expect(history.hour().at(-1)?.memory).toBeGreaterThan(1e7)
    await keeper.stop()
    await drop()
  })
