/** A site moves to PostgreSQL with every row, also where the move is killed again and again. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { DATABASES, freshDatabase, migratedDatabase } from '../../../../test/databases.ts'
import { colleague } from '../../../../test/desks.ts'
import { holdComments } from '../../../../test/held-comments.ts'
import { ROOT, runProgram, startProgram } from '../../../../test/promises/programs.ts'
import { demonstration } from '../../../../test/sites.ts'
import { addressOf, openSite, publishedStory } from '../../../../test/stores.ts'
import { decide } from '../../../moderation/decisions/index.ts'
import { openDatabase, readSecret, type Store } from '../../../store/index.ts'
import { allTables, readRows, storedTable } from '../archive/rows.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

describe.runIf(DATABASES.includes('postgres') && DATABASES.includes('sqlite'))('a move to PostgreSQL', () => {
  /** A data folder with a site in it: stories, comments in several states, an uploaded file and an email. */
  async function folderWithASite(comments: number): Promise<{ folder: string; file: string }> {
    const folder = mkdtempSync(join(tmpdir(), 'courant-move-'))
    undo.push(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'courant.db')
    const template = await migratedDatabase('sqlite')
    writeFileSync(file, readFileSync(template.url))
    await template.drop()
    const store = await openSite(addressOf('sqlite', file), () => NOW)
    await readSecret(store, NOW)
    const mo = await colleague(store, 'Mo', NOW)
    const { id } = await publishedStory(store, 'A bridge opens – “für alle” 🌉', NOW)
    await holdComments(
      store,
      id,
      Array.from({ length: comments }, (_, i) => ({ text: `Words ${i} \u2028 "quoted" ☂`, at: NOW + i })),
    )
    const held = await store.db.selectFrom('comment_revisions').select('id').limit(3).execute()
    for (const revision of held)
      await decide(store, { revisionId: revision.id, action: 'approve', reason: null, by: mo.id }, NOW)
    await store.close()
    for (const name of ['pictures/ab/ab12', 'pictures/incoming', 'outbox'])
      mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, 'pictures/ab/ab12/original'), 'bytes of a picture')
    writeFileSync(join(folder, 'pictures/incoming/half'), 'half a picture')
    writeFileSync(join(folder, 'outbox/one.eml'), 'an email')
    return { folder, file }
  }
  async function emptyPostgres(): Promise<string> {
    const database = await freshDatabase('postgres')
    undo.push(database.drop)
    return database.url
  }
  const move = (...words: string[]) => runProgram(['move', 'sqlite-to-postgres', ...words], {})
  const opened = async (kind: 'sqlite' | 'postgres', url: string): Promise<Store> => {
    const store = await openSite(addressOf(kind, url), () => NOW)
    undo.push(() => store.close())
    return store
  }
  /** Every row of every table that a site has on both databases. */
  async function everything(store: Store, tables: readonly string[]) {
    const all: Record<string, string[]> = {}
    for (const name of tables) {
      const rows: string[] = []
      for await (const some of readRows(store.db, await storedTable(store.db, store.kind, name)))
        rows.push(...some.map((row) => JSON.stringify(row)))
      all[name] = rows.sort()
    }
    return all
  }
  async function expectSame(file: string, url: string) {
    const [here, there] = [await opened('sqlite', file), await opened('postgres', url)]
    const tables = (await allTables(there.db, 'postgres')).filter(
      (name) => name !== 'schema_versions' && name !== 'happenings',
    )
    expect(await everything(there, tables)).toEqual(await everything(here, tables))
    return { there, tables }
  }

  test('takes every row, prints each table with count and checksum, copies files where asked, and the site goes on there', async () => {
    const { folder, file } = await folderWithASite(40)
    const url = await emptyPostgres()
    const other = join(folder, 'elsewhere')
    const { status, out, err } = await move(folder, url, '--copy-files', other)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/comment_revisions +40 ([0-9a-f]{16}) +40 \1\n/)
    const { tables } = await expectSame(file, url)
    for (const name of tables) expect(out).toMatch(new RegExp(`^${name} +[\\d,]+ [0-9a-f]{16} `, 'm'))
    expect(out).toMatch(/2 uploaded files and emails are in/)
    expect(
      (readdirSync(other, { recursive: true }) as string[]).filter((name) => /\.\w+$|original/.test(name)).sort(),
    ).toEqual(['outbox/one.eml', 'pictures/ab/ab12/original'])
    // It is a site as any: it starts there, references and what may never change are guarded, and numbers go on.
    const program = await startProgram({ COURANT_DATA: other, COURANT_DATABASE: url })
    undo.push(() => program.end('SIGKILL'))
    expect((await fetch(program.url + (await demonstration(program)).path)).status).toBe(200)
    const there = await opened('postgres', url)
    await expect(sql`update decisions set reason = 'x'`.execute(there.db)).rejects.toThrow(/never changed/)
    await expect(sql`insert into comment_words (revision_id) values ('nobody')`.execute(there.db)).rejects.toThrow()
    const [story] = await there.db.selectFrom('stories').select('id').limit(1).execute()
    const [comment] = await holdComments(there, story?.id ?? '', [{ text: 'the first one here' }])
    expect(comment).toBeDefined()
  })

  test('killed again and again goes on where it was, and nothing opens the database before it is whole', async () => {
    const { folder, file } = await folderWithASite(1500)
    const url = await emptyPostgres()
    let kills = 0
    for (let wait = 300; kills < 3; wait += 200) {
      const child = spawn(process.execPath, [`${ROOT}dist/main.js`, 'move', 'sqlite-to-postgres', folder, url], {
        env: { PATH: process.env.PATH },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      // From when it has begun with the rows.
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
      await sleep(wait - 300)
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      if (child.signalCode !== 'SIGKILL') break
      kills++
      const store = await openDatabase({ kind: 'postgres', url }, { inside: [] })
      expect(store).toEqual({ problem: expect.stringMatching(/is being moved .* Run the same courant move/) })
    }
    expect(kills).toBeGreaterThan(0)
    // What is written to the old folder between two attempts is taken along.
    const writing = new BetterSqlite3(file)
    writing
      .prepare("update comment_revisions set text = 'changed meanwhile' where number = 1 and rowid % 100 = 0")
      .run()
    writing.close()
    const done = await move(folder, url)
    expect({ status: done.status, err: done.err }).toEqual({ status: 0, err: '' })
    await expectSame(file, url)
  })

  test('is refused in a sentence where there is no site, another is there already, or somebody writes to the old one', async () => {
    const { folder, file } = await folderWithASite(1)
    const url = await emptyPostgres()
    expect(await move(join(folder, 'nowhere'), url)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/no site to move/),
    })
    expect((await move(folder)).status).toBe(2)
    const writing = new BetterSqlite3(file)
    writing.exec('begin immediate')
    expect(await move(folder, url)).toMatchObject({ status: 1, err: expect.stringMatching(/held by another program/) })
    writing.exec('rollback')
    writing.close()
    expect((await move(folder, url)).status).toBe(0)
    const again = await move(folder, url)
    expect(again).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/has tables already.*left as it is/),
    })
    const nobody = await move(folder, 'postgres://127.0.0.1:9/none')
    expect(nobody).toMatchObject({ status: 1, err: expect.stringMatching(/that address does not answer/) })
  })
})
