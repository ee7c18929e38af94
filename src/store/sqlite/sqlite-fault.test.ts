import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { hasWalFault } from './sqlite-fault.ts'

test.each(['3.40.1', '3.44.5', '3.45.0', '3.50.6', '3.51.0', '3.51.2'])(
  'SQLite %s can damage a database that two write at once',
  (version) => {
    expect(hasWalFault(version)).toBe(true)
  },
)

test.each(['3.44.6', '3.50.7', '3.51.3', '3.52.0', '3.53.2'])('SQLite %s does not', (version) => {
  expect(hasWalFault(version)).toBe(false)
})

test('the SQLite that this program brings does not', () => {
  const connection = new BetterSqlite3(':memory:')
  const { version } = connection.prepare('select sqlite_version() as version').get() as { version: string }
  connection.close()
  expect(hasWalFault(version)).toBe(false)
})
