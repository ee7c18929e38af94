import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { DATABASES, freshDatabase, migratedDatabase } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { lineTo } from '../../test/line.ts'
import { addressOf, freshStore } from '../../test/stores.ts'
import { isId, MIGRATIONS, migrate, newId, openStore, readSecret, type Store, storeProblem } from './index.ts'

const NOW = Date.UTC(2026, 0, 1)
const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

for (const kind of DATABASES) {
  describe(`the store on ${kind}`, () => {
    const fresh = async () => {
      const opened = await freshStore(kind, () => NOW)
      undo.push(opened.drop)
      return opened
    }

    test('applies every migration once, however often it is started', async () => {
      const { store } = await fresh()
      expect(await migrate(store, NOW)).toEqual({ applied: [] })
      const { rows } = await sql<{ number: number }>`select number from schema_versions`.execute(store.db)
      expect(rows).toHaveLength(MIGRATIONS.length)
    })

    test('two processes that start together on an empty database take turns', async () => {
      const database = await freshDatabase(kind)
      undo.push(database.drop)
      const stores = await Promise.all([1, 2, 3].map(() => openStore(addressOf(kind, database.url), () => NOW)))
      for (const store of stores) undo.push(() => store.close())
      const results = await Promise.all(stores.map((store) => migrate(store, NOW)))
      expect(results.flatMap((result) => ('applied' in result ? result.applied : ['problem']))).toEqual(
        MIGRATIONS.map(({ name }) => name),
      )
    })

    test('a database of a newer Courant is refused with a sentence that says what to do', async () => {
      const { store } = await fresh()
      await sql`insert into schema_versions (number, name, applied_at) values (99, 'from the future', 0)`.execute(
        store.db,
      )
      expect(await migrate(store, NOW)).toEqual({
        problem: expect.stringMatching(/newer Courant \(schema 99.*Start the newer version/),
      })
    })

    test('a transaction that throws leaves nothing behind', async () => {
      const { store } = await fresh()
      const failing = store.transaction(NOW, async (tx) => {
        await tx.rows.insertInto('secrets').values({ name: 'half', value: 'done' }).execute()
        throw new Error('stop')
      })
      await expect(failing).rejects.toThrow('stop')
      expect(await store.db.selectFrom('secrets').selectAll().execute()).toEqual([])
    })

    test('of many who write at the same moment each is answered for itself: who fails takes nothing of the others along', async () => {
      const { store } = await fresh()
      const heard = hearOn(store)
      const results = await Promise.allSettled(
        Array.from({ length: 40 }, (_, i) =>
          store.transaction(NOW, async (tx) => {
            await tx.rows
              .insertInto('secrets')
              .values({ name: `writer ${i}`, value: 'here' })
              .execute()
            await tx.say({ kind: 'discussion.changed', story: `${i}` })
            if (i % 4 === 0) throw new Error(`writer ${i} fails`)
            if (i % 4 === 1)
              await tx.rows
                .insertInto('secrets')
                .values({ name: `writer ${i}`, value: 'twice' })
                .execute()
            return i
          }),
        ),
      )
      const kept = await store.db.selectFrom('secrets').select('name').execute()
      const good = results.flatMap((result, i) => (result.status === 'fulfilled' ? [`writer ${i}`] : []))
      expect(good).toHaveLength(20)
      expect(kept.map(({ name }) => name).sort()).toEqual(good.sort())
      expect(new Set(heard)).toEqual(new Set(good.map((name) => `discussion.changed ${name.slice(7)}`)))
    })

    test('what is said is heard after the commit, here and on another connection', async () => {
      const { store, address } = await fresh()
      const other = await openStore(address, () => NOW)
      undo.push(() => other.close())
      const here = hearOn(store)
      const there = hearOn(other)
      await store.transaction(NOW, async (tx) => {
        await tx.say({ kind: 'rules.changed' })
        expect(here).toEqual([])
      })
      expect(here).toEqual(['rules.changed'])
      await expect.poll(() => there).toEqual(['rules.changed'])
      await other.transaction(NOW, (tx) => tx.say({ kind: 'names.changed' }))
      await expect.poll(() => here).toEqual(['rules.changed', 'names.changed'])
      expect(there).toEqual(['rules.changed', 'names.changed'])
    })

    test('what was said in a transaction that failed is never heard', async () => {
      const { store } = await fresh()
      const heard = hearOn(store)
      await store
        .transaction(NOW, async (tx) => {
          await tx.say({ kind: 'discussion.changed', story: 'x' })
          throw new Error('stop')
        })
        .catch(() => {})
      expect(heard).toEqual([])
    })

    test('decisions and versions cannot be changed or removed, whoever asks', async () => {
      const { store } = await fresh()
      await store.db
        .insertInto('stories')
        .values({
          id: 's',
          path: null,
          draft_json: '{}',
          draft_number: 1,
          draft_at: 0,
          draft_by: null,
          published_number: null,
          first_published_at: null,
          published_at: null,
          comments_open: 1,
          created_at: 0,
          created_by: null,
        })
        .execute()
      await store.db
        .insertInto('story_versions')
        .values({ story_id: 's', number: 1, content_json: '{}', published_at: 0, published_by: null })
        .execute()
      await expect(store.db.updateTable('story_versions').set({ content_json: '{"a":1}' }).execute()).rejects.toThrow(
        'never changed',
      )
      await expect(store.db.deleteFrom('story_versions').execute()).rejects.toThrow('never changed')
    })

    test('the secret is made once and is the same for every process', async () => {
      const { store, address } = await fresh()
      const other = await openStore(address, () => NOW)
      undo.push(() => other.close())
      const [one, two] = await Promise.all([readSecret(store, NOW), readSecret(other, NOW)])
      expect(one).toEqual(two)
      expect(one).toHaveLength(32)
    })
  })
}

test('on SQLite what is committed is on disk before anyone is told so, and nothing refers to what is not there', async () => {
  const { store, drop } = await freshStore('sqlite', () => NOW)
  undo.push(drop)
  const ask = async (pragma: string) =>
    Object.values((await sql.raw<Record<string, unknown>>(`pragma ${pragma}`).execute(store.db)).rows[0] ?? {})[0]
  // 2 is FULL: the log is flushed at every commit.
  expect([await ask('synchronous'), await ask('journal_mode'), await ask('foreign_keys')]).toEqual([2, 'wal', 1])
})

test('on SQLite a limit stands in the statement, which then need not be compiled for each value', async () => {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => NOW)
  undo.push(() => store.close())
  const { sql, parameters } = store.db.selectFrom('comments').select('id').limit(20).compile()
  expect([sql, parameters]).toEqual(['select "id" from "comments" limit 20', []])
})

test.runIf(DATABASES.includes('postgres'))(
  'on PostgreSQL a query that is often asked goes by a name, and outlives a column that is added',
  async () => {
    const { store, drop } = await freshStore('postgres', () => NOW)
    undo.push(drop)
    const read = (id: string) => store.db.selectFrom('people').select('name').where('id', '=', id).execute()
    for (let asked = 0; asked < 8; asked++) expect(await read(`nobody-${asked}`)).toEqual([])
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(store.db)
    expect(rows.map(({ statement }) => statement)).toContain('select "name" from "people" where "id" = $1')
    await sql`alter table people add column shoe_size integer`.execute(store.db)
    expect(await read('nobody')).toEqual([])
  },
)

test('whoever comes while another waits for a locked file waits no longer for it than they do', async () => {
  const { store, address, drop } = await freshStore('sqlite', () => NOW)
  undo.push(drop)
  const other = new BetterSqlite3((address as { file: string }).file)
  undo.push(async () => void other.close())
  other.exec('begin immediate')
  const wait = async () => {
    const began = performance.now()
    await expect(store.transaction(NOW, async () => {})).rejects.toThrow(/locked/)
    return performance.now() - began
  }
  const first = wait()
  await new Promise((resolve) => setTimeout(resolve, 200))
  const second = await wait()
  // One's patience on top of the other's would make it nearly twice as long.
  expect(second / (await first)).toBeLessThan(1.4)
})

describe.runIf(DATABASES.includes('postgres'))('a PostgreSQL whose line breaks', () => {
  const behindALine = async () => {
    const database = await migratedDatabase('postgres')
    undo.push(database.drop)
    const direct = addressOf('postgres', database.url)
    const url = new URL(database.url)
    const line = await lineTo(Number(url.port))
    undo.push(() => line.close())
    url.port = String(line.port)
    const store = await openStore({ kind: 'postgres', url: url.href }, () => NOW)
    undo.push(() => store.close())
    return { line, store, direct }
  }
  const keep = (store: Store, name: string) =>
    store.transaction(NOW, async (tx) => {
      await tx.rows.insertInto('secrets').values({ name, value: 'here' }).execute()
    })

  test('hears afterwards what was said meanwhile, each once, and what comes later', async () => {
    const { line, store, direct } = await behindALine()
    const heard = hearOn(store)
    const other = await openStore(direct, () => NOW)
    undo.push(() => other.close())
    const say = (...stories: string[]) =>
      other.transaction(NOW, async (tx) => {
        for (const story of stories) await tx.say({ kind: 'discussion.changed', story })
      })
    await say('before')
    await expect.poll(() => heard).toEqual(['discussion.changed before'])
    line.cut()
    await say('meanwhile', 'too')
    await say('and then')
    await expect.poll(() => heard).toContain('discussion.changed and then')
    await say('later')
    await expect.poll(() => heard).toContain('discussion.changed later')
    expect(heard).toEqual(
      ['before', 'meanwhile', 'too', 'and then', 'later'].map((story) => `discussion.changed ${story}`),
    )
  })

  test('hears also what a transaction said that began long before others, and was committed after them', async () => {
    const { store, direct } = await behindALine()
    const heard = hearOn(store)
    const others = [await openStore(direct, () => NOW), await openStore(direct, () => NOW)]
    for (const other of others) undo.push(() => other.close())
    const [slow, quick] = others as [Store, Store]
    let end = () => {}
    const ended = new Promise<void>((resolve) => (end = resolve))
    let begun = () => {}
    const said = new Promise<void>((resolve) => (begun = resolve))
    const long = slow.transaction(NOW, async (tx) => {
      await tx.rows.insertInto('secrets').values({ name: 'long', value: 'x' }).execute()
      begun()
      await ended
      await tx.say({ kind: 'discussion.changed', story: 'slow' })
    })
    await said
    for (let i = 0; i < 5; i++) {
      await quick.transaction(NOW, (tx) => tx.say({ kind: 'discussion.changed', story: `quick ${i}` }))
      await expect.poll(() => heard).toHaveLength(i + 1)
    }
    end()
    await long
    await expect.poll(() => heard).toContain('discussion.changed slow')
    expect(heard).toHaveLength(6)
  })

  test('whoever stood still asks before it shows what it keeps, and hears what was said by then', async () => {
    const { store, direct } = await behindALine()
    const other = await openStore(direct, () => NOW)
    undo.push(() => other.close())
    expect(store.heardAll()).toBe(null)
    const heard = hearOn(store)
    // Nothing is read or heard here meanwhile, as in a process that is stopped.
    const saying = other.transaction(NOW, (tx) => tx.say({ kind: 'rules.changed' }))
    await saying
    const until = performance.now() + 1100
    while (performance.now() < until);
    const asked = store.heardAll()
    expect(asked).not.toBe(null)
    await asked
    expect(heard).toEqual(['rules.changed'])
    expect(store.heardAll()).toBe(null)
  })

  test('with a line that says nothing, asks in another way, and then makes the line anew', async () => {
    const { line, store, direct } = await behindALine()
    const other = await openStore(direct, () => NOW)
    undo.push(() => other.close())
    // Whoever is closed says goodbye to a database that must be able to answer.
    undo.push(async () => line.cut())
    const heard = hearOn(store)
    line.hush()
    await other.transaction(NOW, (tx) => tx.say({ kind: 'rules.changed' }))
    await expect
      .poll(async () => {
        await store.heardAll()
        return heard
      })
      .toEqual(['rules.changed'])
    await other.transaction(NOW, (tx) => tx.say({ kind: 'names.changed' }))
    await expect.poll(() => heard).toEqual(['rules.changed', 'names.changed'])
  })

  test('what another server’s transactions said, in a copy of its database, is nobody’s to hear', async () => {
    const { store, direct } = await behindALine()
    await sql`insert into happenings (xact, events_json) values ('999999999999'::xid8, '[{"kind":"rules.changed"}]')`.execute(
      store.db,
    )
    const other = await openStore(direct, () => NOW)
    undo.push(() => other.close())
    const { rows } = await sql<{ id: number }>`select id from happenings`.execute(store.db)
    expect(rows).toEqual([])
  })

  test('in the middle of a transaction keeps nothing, and the next one works', async () => {
    const { line, store } = await behindALine()
    const broken = store.transaction(NOW, async (tx) => {
      await tx.rows.insertInto('secrets').values({ name: 'half', value: 'here' }).execute()
      line.cut()
      await tx.rows.selectFrom('secrets').selectAll().execute()
    })
    expect(storeProblem(await broken.catch((error: unknown) => error))).toBe('down')
    await keep(store, 'whole')
    expect(await store.db.selectFrom('secrets').select('name').execute()).toEqual([{ name: 'whole' }])
  })

  test('before a commit is answered is told apart: what was written may be there', async () => {
    const { line, store } = await behindALine()
    line.cutAfter('commit\0')
    const error = await keep(store, 'perhaps').catch((error: unknown) => error)
    expect(storeProblem(error)).toBe('unsure')
    await expect.poll(() => store.db.selectFrom('secrets').select('name').execute()).toEqual([{ name: 'perhaps' }])
  })
})

test('a reader’s line that breaks is not the database’s', () => {
  expect(storeProblem(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))).toBe(null)
})

test('a database that nobody listens on is told apart from a mistake of ours', async () => {
  const error = await openStore({ kind: 'postgres', url: 'postgres://127.0.0.1:9/none' }, () => NOW).catch(
    (e: unknown) => e,
  )
  expect(storeProblem(error)).toBe('down')
  expect(storeProblem(new TypeError('ours'))).toBe(null)
})

test('ids order by time and cannot be guessed from one another', () => {
  const ids = Array.from({ length: 1000 }, () => newId(NOW))
  expect(new Set(ids).size).toBe(1000)
  expect(ids.every(isId)).toBe(true)
  expect(newId(NOW) < newId(NOW + 1)).toBe(true)
})
