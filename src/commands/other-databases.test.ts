/** Databases that are no site's: each is told in a sentence, and left as it is. */
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES, freshDatabase, migratedDatabase } from '../../test/databases.ts'
import { runProgram, startProgram } from '../../test/promises/programs.ts'
import { demonstration, sendComment, visitor } from '../../test/sites.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-others-'))
  file = join(folder, 'courant.db')
})
const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  rmSync(folder, { recursive: true, force: true })
})

const fingerprint = () => createHash('sha256').update(readFileSync(file)).digest('hex')
const change = (work: (db: BetterSqlite3.Database) => void) => {
  const db = new BetterSqlite3(file)
  work(db)
  db.close()
}

/** What the site and the doctor say of it: one sentence each, and nothing is changed by either. */
async function expectRefused(sentence: RegExp, environment: Record<string, string> = {}, left = fingerprint) {
  const before = left()
  for (const command of ['serve', 'doctor']) {
    const result = await runProgram([command], { COURANT_DATA: folder, COURANT_PORT: '0', ...environment })
    expect(result, command).toMatchObject({ status: 1, out: '', err: expect.stringMatching(sentence) })
    expect(result.err.trim().split('\n'), command).toHaveLength(1)
  }
  expect(left()).toBe(before)
}

describe('a file that is not this site’s', () => {
  test('is another program’s database', async () => {
    change((db) => db.exec('create table users (id integer primary key, name text); insert into users values (1, 1)'))
    await expectRefused(/another program’s database \(it has “users”\), and was left as it is\. Set COURANT_DATA/)
  })

  test('is another program’s that counts its schema in a table of the same name', async () => {
    change((db) =>
      db.exec(
        "create table schema_versions (number integer, name text); insert into schema_versions values (1, 'init')",
      ),
    )
    await expectRefused(/another program’s database/)
  })

  test('is no database at all', async () => {
    writeFileSync(file, 'Dear diary, today I wrote a file that is no database. '.repeat(40))
    await expectRefused(/is not a database, and was left as it is\. Move it away/)
  })

  test('was written by a Courant that was never released, or by a newer one', async () => {
    const { url } = await migratedDatabase('sqlite')
    writeFileSync(file, readFileSync(url))
    change((db) => db.exec("update schema_versions set name = 'tried out' where number = 12"))
    await expectRefused(
      /a Courant that was never released \(its step 12 is “tried out”.*Start the version that wrote it/,
    )
    change((db) => {
      db.exec("update schema_versions set name = 'objections' where number = 12")
      db.exec("insert into schema_versions values (99, 'from the future', 0)")
    })
    await expectRefused(/newer Courant \(schema 99.*Start the newer version/)
  })
})

test.runIf(DATABASES.includes('postgres'))(
  'another program’s tables in PostgreSQL are left as they are, and its extensions are nobody’s tables',
  async () => {
    const database = await freshDatabase('postgres')
    undo.push(database.drop)
    const ask = async (statement: string) => {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      await client.query(statement)
      await client.end()
    }
    await ask('create table users (id integer)')
    const environment = { COURANT_DATABASE: database.url }
    await expectRefused(/holds another program’s tables \(it has “users”\).*createdb courant/, environment, () => '')
    await ask('drop table users')
    expect((await runProgram(['stories'], { COURANT_DATA: folder, ...environment })).status).toBe(0)
  },
)

test('a file that another program holds is waited for, and then said to be held', async () => {
  mkdirSync(folder, { recursive: true })
  const { url } = await migratedDatabase('sqlite')
  writeFileSync(file, readFileSync(url))
  const other = new BetterSqlite3(file)
  undo.push(() => other.close())
  other.exec('begin immediate')
  const result = await runProgram(['serve'], { COURANT_DATA: folder, COURANT_PORT: '0' })
  expect(result).toMatchObject({
    status: 1,
    err: expect.stringMatching(/held by another program \(waited three seconds\)/),
  })
  expect(result.err.trim().split('\n')).toHaveLength(1)
})

/** Overwrites the pages that hold a table, as a failing disk does. */
function damage(table: string): void {
  const db = new BetterSqlite3(file)
  db.pragma('wal_checkpoint(truncate)')
  const size = db.pragma('page_size', { simple: true }) as number
  const { rootpage } = db.prepare('select rootpage from sqlite_master where name = ?').get(table) as {
    rootpage: number
  }
  db.close()
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(size, 0xff), 0, size, (rootpage - 1) * size)
  closeSync(descriptor)
}

test('a damaged page met at the start is told in a sentence, by the site and by the doctor', async () => {
  expect((await runProgram(['stories'], { COURANT_DATA: folder })).status).toBe(0)
  damage('secrets')
  const started = await runProgram(['serve'], { COURANT_DATA: folder, COURANT_PORT: '0' })
  expect(started).toMatchObject({ status: 1, err: expect.stringMatching(/is damaged.*restore a backup\.\n$/) })
  const doctor = await runProgram(['doctor'], { COURANT_DATA: folder })
  expect(doctor.status).toBe(1)
  expect(doctor.out + doctor.err).toMatch(/is damaged.*restore a backup/)
})

test('a damaged page met at work costs an answer, not the words, and the log says what to do', async () => {
  const environment = { COURANT_DATA: folder, COURANT_LOG: 'error' }
  const first = await startProgram(environment)
  const { path } = await demonstration(first)
  await first.end('SIGTERM')
  damage('comment_revisions')
  const program = await startProgram(environment)
  undo.push(() => program.end('SIGKILL'))
  const answer = await sendComment(visitor(program), path, { name: 'Ada', mail: '', comment: 'words to keep' })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toMatch(/has a fault[\s\S]*words to keep/)
  // The line comes through a pipe of its own, not before the answer does.
  await expect.poll(() => program.output()).toMatch(/the database is damaged; stop the site/)
  expect(program.child.exitCode).toBe(null)
})
