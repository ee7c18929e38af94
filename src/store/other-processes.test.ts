/** Several processes on one SQLite file: each hears what the others say, once, and forgets it when all have heard. */

import BetterSqlite3 from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { DATABASES, freshDatabase } from '../../test/databases.ts'
import { hearOn, nameOf } from '../../test/heard.ts'
import { addressOf, freshStore } from '../../test/stores.ts'
import { type Event, migrate, openStore, type Store, storeProblem } from './index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Each named "kind story" or by its kind alone. */
const tell = (store: Store, ...names: string[]) =>
  store.transaction(NOW, async (tx) => {
    for (const name of names) {
      const [kind, story] = name.split(' ')
      await tx.say({ kind, ...(story ? { story } : {}) } as Event)
    }
  })

describe.runIf(DATABASES.includes('sqlite'))('processes on one SQLite file', () => {
  let clock = NOW
  const pair = async () => {
    clock = NOW
    const { store, address, drop } = await freshStore('sqlite', () => clock)
    undo.push(drop)
    const other = await openStore(address, () => clock)
    undo.push(() => other.close())
    return { store, other, file: (address as { file: string }).file }
  }

  test('hear what another says, each once and in order', async () => {
    const { store, other } = await pair()
    const heard = hearOn(other)
    await tell(store, 'discussion.changed a', 'rules.changed')
    await expect.poll(() => heard).toEqual(['discussion.changed a', 'rules.changed'])
    await tell(store, 'discussion.changed b')
    await tell(store, 'discussion.changed b', 'settings.changed')
    await expect.poll(() => heard).toContain('settings.changed')
    // One look may have come between the two; what was heard before is not said again by either.
    expect(heard.filter((tag) => tag === 'discussion.changed a' || tag === 'rules.changed')).toEqual([
      'discussion.changed a',
      'rules.changed',
    ])
    const before = heard.length
    // Another's writing that says nothing is nothing to hear.
    await store.transaction(clock, async (tx) => {
      await tx.rows.insertInto('secrets').values({ name: 'quiet', value: 'x' }).execute()
    })
    await tell(store, 'names.changed')
    await expect.poll(() => heard.slice(before)).toEqual(['names.changed'])
  })

  test('do not hear their own from themselves a second time', async () => {
    const { store, other } = await pair()
    const heard = hearOn(store)
    const there = hearOn(other)
    await tell(store, 'discussion.changed mine')
    await tell(other, 'discussion.changed theirs')
    await expect.poll(() => there).toContain('discussion.changed mine')
    await expect.poll(() => heard).toContain('discussion.changed theirs')
    await tell(other, 'rules.changed')
    await expect.poll(() => heard).toContain('rules.changed')
    expect(heard.filter((tag) => tag === 'discussion.changed theirs')).toHaveLength(1)
  })

  test('keep what was said for a minute, and then no longer', async () => {
    const { store, file } = await pair()
    const kept = () => {
      const db = new BetterSqlite3(file, { readonly: true })
      const rows = db.prepare('select events_json from happenings order by id').all() as { events_json: string }[]
      db.close()
      return rows.map(({ events_json }) => JSON.parse(events_json)[0].story)
    }
    await tell(store, 'discussion.changed first')
    clock += 60_000
    await tell(store, 'discussion.changed second')
    expect(kept()).toEqual(['first', 'second'])
    clock += 1000
    await tell(store, 'discussion.changed third')
    expect(kept()).toEqual(['second', 'third'])
  })

  test('that were there before the tables were hear from then on', async () => {
    const database = await freshDatabase('sqlite')
    undo.push(database.drop)
    const early = await openStore(addressOf('sqlite', database.url), () => NOW)
    undo.push(() => early.close())
    const heard = hearOn(early)
    const store = await openStore(addressOf('sqlite', database.url), () => NOW)
    undo.push(() => store.close())
    await migrate(store, NOW)
    await new Promise((resolve) => setTimeout(resolve, 450))
    expect(heard).toEqual([])
    await tell(store, 'rules.changed')
    await expect.poll(() => heard).toEqual(['rules.changed'])
  })

  test('that stood still look before they show what they keep; after long, anything may have been taken away', async () => {
    const { store, other } = await pair()
    const heard = hearOn(other)
    expect(other.heardAll()).toBe(null)
    await tell(store, 'discussion.changed a')
    const real = performance.now.bind(performance)
    undo.push(async () => void vi.restoreAllMocks())
    /** Time goes by, and no timer of this process comes to its turn. */
    const standStill = (ms: number) => vi.spyOn(performance, 'now').mockImplementation(() => real() + ms)
    standStill(2000)
    // At once, without a turn of the loop: what was waiting to be answered comes before any timer.
    expect(other.heardAll()).toBe(null)
    expect(heard).toEqual(['discussion.changed a'])
    await tell(store, 'discussion.changed b')
    standStill(60_000)
    other.heardAll()
    expect(heard).toEqual(['discussion.changed a', 'missed', 'discussion.changed b'])
  })

  test('hear nothing more once they have stopped listening, or are closed', async () => {
    const { store } = await pair()
    const heard: string[] = []
    const stop = store.listen((events) => heard.push(...events.map(nameOf)))
    await tell(store, 'rules.changed')
    stop()
    await tell(store, 'settings.changed')
    expect(heard).toEqual(['rules.changed'])
  })

  test('wait for a lock that another holds for a moment, and do what they were to do', async () => {
    const { store, file } = await pair()
    const other = new BetterSqlite3(file)
    undo.push(async () => void other.close())
    other.exec('begin immediate')
    const kept = store.transaction(clock, (tx) =>
      tx.rows.insertInto('secrets').values({ name: 'late', value: 'here' }).execute(),
    )
    // Meanwhile what is there is read, and nothing else is held up.
    expect(await store.db.selectFrom('secrets').select('name').execute()).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 300))
    other.exec('rollback')
    await kept
    expect(await store.db.selectFrom('secrets').select('name').execute()).toEqual([{ name: 'late' }])
  })

  test('are told that the file is held where the lock stays, and lose none of those who come later', async () => {
    const { store, file } = await pair()
    const other = new BetterSqlite3(file)
    undo.push(async () => void other.close())
    other.exec('begin immediate')
    const insert = (name: string) =>
      store.transaction(clock, (tx) => tx.rows.insertInto('secrets').values({ name, value: 'here' }).execute())
    const first = insert('first').catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const second = insert('second')
    expect(storeProblem(await first)).toBe('busy')
    other.exec('rollback')
    await second
    expect(await store.db.selectFrom('secrets').select('name').execute()).toEqual([{ name: 'second' }])
  })

  test('take as many writers at one moment as there are, more than share one commit', async () => {
    const { store } = await pair()
    await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        store.transaction(clock, (tx) =>
          tx.rows
            .insertInto('secrets')
            .values({ name: `${i}`, value: 'x' })
            .execute(),
        ),
      ),
    )
    expect(await store.db.selectFrom('secrets').select('name').execute()).toHaveLength(200)
  })
})
