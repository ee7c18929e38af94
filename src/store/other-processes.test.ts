/** Several processes on one SQLite file: each hears what the others announce, once, and forgets it when all have heard. */
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { DATABASES, freshDatabase } from '../../test/databases.ts'
import { addressOf, freshStore } from '../../test/stores.ts'
import { migrate, openStore, type Store, storeProblem, type Tag } from './index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const tell = (store: Store, ...tags: Tag[]) => store.transaction(NOW, (tx) => tx.announce(tags))
const hear = (store: Store) => {
  const heard: Tag[][] = []
  store.onChange((tags) => heard.push([...tags]))
  return heard
}

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

  test('hear each announcement of another once, in order, and what stands twice in one look once', async () => {
    const { store, other } = await pair()
    const heard = hear(other)
    await tell(store, 'story:a', 'lists')
    await expect.poll(() => heard.flat()).toEqual(['story:a', 'lists'])
    await tell(store, 'story:b')
    await tell(store, 'story:b', 'site')
    await expect.poll(() => heard.flat()).toContain('site')
    // One look may have come between the two; what was heard before is not said again by either.
    expect(heard.flat().filter((tag) => tag === 'story:a' || tag === 'lists')).toEqual(['story:a', 'lists'])
    const before = heard.flat().length
    // Another's writing that announces nothing is nothing to hear.
    await store.transaction(clock, async (tx) => {
      await tx.rows.insertInto('secrets').values({ name: 'quiet', value: 'x' }).execute()
    })
    await tell(store, 'rules')
    await expect.poll(() => heard.flat().slice(before)).toEqual(['rules'])
  })

  test('do not hear their own from themselves a second time', async () => {
    const { store, other } = await pair()
    const heard = hear(store)
    const there = hear(other)
    await tell(store, 'story:mine')
    await tell(other, 'story:theirs')
    await expect.poll(() => there.flat()).toContain('story:mine')
    await expect.poll(() => heard.flat()).toContain('story:theirs')
    await tell(other, 'lists')
    await expect.poll(() => heard.flat()).toContain('lists')
    expect(heard.flat().filter((tag) => tag === 'story:theirs')).toHaveLength(1)
  })

  test('keep an announcement for a minute, and then no longer', async () => {
    const { store, file } = await pair()
    const kept = () => {
      const db = new BetterSqlite3(file, { readonly: true })
      const rows = db.prepare('select tags_json from changes order by id').all() as { tags_json: string }[]
      db.close()
      return rows.map(({ tags_json }) => JSON.parse(tags_json)[0])
    }
    await tell(store, 'story:first')
    clock += 60_000
    await tell(store, 'story:second')
    expect(kept()).toEqual(['story:first', 'story:second'])
    clock += 1
    await tell(store, 'story:third')
    expect(kept()).toEqual(['story:second', 'story:third'])
  })

  test('that were there before the tables were hear from then on', async () => {
    const database = await freshDatabase('sqlite')
    undo.push(database.drop)
    const early = await openStore(addressOf('sqlite', database.url), () => NOW)
    undo.push(() => early.close())
    const heard = hear(early)
    const store = await openStore(addressOf('sqlite', database.url), () => NOW)
    undo.push(() => store.close())
    await migrate(store, NOW)
    await new Promise((resolve) => setTimeout(resolve, 450))
    expect(heard).toEqual([])
    await tell(store, 'lists')
    await expect.poll(() => heard.flat()).toEqual(['lists'])
  })

  test('hear nothing more once they have stopped listening, or are closed', async () => {
    const { store } = await pair()
    const heard: Tag[] = []
    const stop = store.onChange((tags) => heard.push(...tags))
    await tell(store, 'lists')
    stop()
    await tell(store, 'site')
    expect(heard).toEqual(['lists'])
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
