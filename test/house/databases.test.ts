import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { DATABASES, freshDatabase } from '../databases.ts'

const drops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop()
})

async function fresh(kind: (typeof DATABASES)[number]) {
  const database = await freshDatabase(kind)
  drops.push(database.drop)
  return database.url
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  if (!url.startsWith('postgres://')) {
    const db = new Sqlite(url)
    try {
      const statement = db.prepare<[], Record<string, unknown>>(sql)
      if (statement.reader) return statement.all()
      statement.run()
      return []
    } finally {
      db.close()
    }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

for (const database of DATABASES) {
  describe(`a fresh ${database} database`, () => {
    it('is no other test’s', async () => {
      const [one, other] = [await fresh(database), await fresh(database)]
      await query(one, 'create table mine (id integer)')
      await query(other, 'create table mine (id integer)')
      await query(one, 'insert into mine values (1)')
      expect(await query(other, 'select * from mine')).toEqual([])
    })
  })
}

describe.runIf(DATABASES.includes('postgres'))('the PostgreSQL of the tests', () => {
  it('writes durably, and knows the lower case of letters beyond ASCII, as servers in use do', async () => {
    const url = await fresh('postgres')
    expect(await query(url, 'show fsync')).toEqual([{ fsync: 'on' }])
    expect(await query(url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
    expect(await query(url, "select lower('ÉTÉ') as word")).toEqual([{ word: 'été' }])
  })
})
