import { existsSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import type { TestProject } from 'vitest/node'
import { testDatabases } from '../../scripts/test-databases.mjs'
import setUp, { type Needs } from '../needs.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

async function keeper() {
  let address = ''
  const end = await setUp({ provide: (_name: string, value: string) => (address = value) } as unknown as TestProject)
  return {
    end,
    async databases() {
      const { answer } = (await (await fetch(`${address}/databases`)).json()) as { answer: Needs['databases'] }
      return answer
    },
  }
}

test('a run on SQLite alone starts no PostgreSQL, makes its database once, and takes it away at its end', async () => {
  vi.stubEnv('COURANT_TEST_DATABASES', 'sqlite')
  const { databases, end } = await keeper()
  const [one, other] = await Promise.all([databases(), databases()])
  expect(one.postgres).toEqual({ missing: expect.stringContaining('COURANT_TEST_DATABASES leaves PostgreSQL out') })
  expect(one.templates).toEqual({ sqlite: other.templates.sqlite, postgres: null })
  expect(existsSync(one.templates.sqlite)).toBe(true)
  await end()
  expect(existsSync(one.templates.sqlite)).toBe(false)
})

test('a database that the tests do not know is refused with what to give instead', async () => {
  vi.stubEnv('COURANT_TEST_DATABASES', 'sqlite,mysql')
  await expect(keeper()).rejects.toThrow(
    'COURANT_TEST_DATABASES is "sqlite,mysql", but the tests run on sqlite, postgres or both: give one of them, or "sqlite,postgres".',
  )
})

test('the tests run on both databases, unless one is named', () => {
  expect(testDatabases('')).toEqual({ databases: ['sqlite', 'postgres'] })
  expect(testDatabases('postgres')).toEqual({ databases: ['postgres'] })
  expect(testDatabases('postgres, sqlite')).toEqual({ databases: ['sqlite', 'postgres'] })
})
