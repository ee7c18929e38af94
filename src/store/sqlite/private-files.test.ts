import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepPrivate, openStore, openToOthers } from '../index.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'courant-private-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

test.each([0o000, 0o022, 0o077])(
  'a new data folder and all of the database are their user’s alone, whatever the umask (%o)',
  async (mask) => {
    const before = process.umask(mask)
    try {
      const file = join(parent, 'new', 'data', 'courant.db')
      const store = await openStore({ kind: 'sqlite', file }, Date.now)
      await store.db.schema.createTable('anything').addColumn('id', 'integer').execute()
      expect([join(parent, 'new'), join(parent, 'new', 'data')].map(modeOf)).toEqual(['700', '700'])
      expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600'])
      await store.close()
    } finally {
      process.umask(before)
    }
  },
)

test('a folder that others could open is closed to them, with what the site keeps in it; other files are left alone', () => {
  const names = ['courant.db', 'courant.db-wal', 'courant.db-shm', 'notes.txt']
  for (const name of names) {
    writeFileSync(join(parent, name), '')
    chmodSync(join(parent, name), 0o644)
  }
  mkdirSync(join(parent, 'outbox'))
  chmodSync(join(parent, 'outbox'), 0o755)
  chmodSync(parent, 0o755)
  expect(openToOthers(parent)).toHaveLength(5)
  keepPrivate(parent)
  expect(openToOthers(parent)).toEqual([])
  expect([modeOf(parent), modeOf(join(parent, 'outbox'))]).toEqual(['700', '700'])
  expect(names.map((name) => modeOf(join(parent, name)))).toEqual(['600', '600', '600', '644'])
})

test('a folder that is not there yet has nothing to be mended', () => {
  keepPrivate(join(parent, 'nowhere'))
  expect(openToOthers(join(parent, 'nowhere'))).toEqual([])
})

test('what may be open to others is told of each: who reads, who writes, who only looks in', () => {
  for (const [mode, open] of [
    [0o700, false],
    [0o710, true],
    [0o740, true],
    [0o720, true],
    [0o701, true],
    [0o600, false],
  ] as const) {
    chmodSync(parent, mode)
    expect(openToOthers(parent), mode.toString(8)).toEqual(open ? [parent] : [])
  }
  chmodSync(parent, 0o700)
})
