/** What the doctor is told of the database itself. */
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { checkStore, MIGRATIONS } from './index.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})
const fresh = async (kind: (typeof DATABASES)[number]) => {
  const opened = await freshStore(kind)
  undo.push(opened.drop)
  return opened
}
const problems = (checks: Awaited<ReturnType<typeof checkStore>>) => checks.flatMap(({ problem }) => problem ?? [])

for (const kind of DATABASES) {
  describe(`a database on ${kind}`, () => {
    test('that is sound has no problem, and each thing that was looked at is named', async () => {
      const { store } = await fresh(kind)
      const checks = await checkStore(store)
      expect(checks.map(({ claim }) => claim)).toEqual(
        kind === 'sqlite'
          ? [
              `The schema is this program's (${MIGRATIONS.length})`,
              expect.stringMatching(/^SQLite 3\.\d+\.\d+ keeps what two write at once$/),
              'The database file is whole',
              'Nothing refers to what is not there',
            ]
          : [`The schema is this program's (${MIGRATIONS.length})`, 'PostgreSQL has on disk what it says it has'],
      )
      // A server of the tests may be told to be quick and unsafe.
      expect(kind === 'sqlite' ? problems(checks) : problems(checks.slice(0, 1))).toEqual([])
    })

    test('whose schema is another says which', async () => {
      const { store } = await fresh(kind)
      await sql`delete from schema_versions where number = ${MIGRATIONS.length}`.execute(store.db)
      expect(problems(await checkStore(store))).toContain(
        `The schema is ${MIGRATIONS.length - 1}, this program's is ${MIGRATIONS.length}`,
      )
    })
  })
}

test.runIf(DATABASES.includes('sqlite'))(
  'rows that refer to rows which are not there are counted, and their tables named once each',
  async () => {
    const { store, address } = await fresh('sqlite')
    const other = new BetterSqlite3((address as { file: string }).file)
    undo.push(async () => void other.close())
    other.pragma('foreign_keys = off')
    const session = (token: string) =>
      other.exec(
        `insert into sign_in_links (token_hash, person_id, created_at, expires_at) values ('${token}', 'gone', 0, 0)`,
      )
    session('one')
    expect(problems(await checkStore(store))).toEqual(['1 row refers to rows that are not there, in sign_in_links'])
    session('two')
    other.exec(`insert into passwords (person_id, sign_in_name, hash, set_at) values ('gone', 'x', 'x', 0)`)
    const [problem] = problems(await checkStore(store))
    expect(problem).toMatch(
      /^3 rows refer to rows that are not there, in (passwords, sign_in_links|sign_in_links, passwords)$/,
    )
  },
)

test.runIf(DATABASES.includes('postgres'))(
  'a PostgreSQL that answers before anything is on disk is said to lose comments',
  async () => {
    const { store } = await fresh('postgres')
    const claim = 'PostgreSQL has on disk what it says it has'
    const { rows } = await sql<{ safe: boolean }>`
      select current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as safe`.execute(
      store.db,
    )
    const problem = (await checkStore(store)).find((check) => check.claim === claim)?.problem
    if (rows[0]?.safe) expect(problem).toBe(null)
    else
      expect(problem).toMatch(
        /^PostgreSQL runs with fsync \w+ and synchronous_commit \w+, so a power loss loses comments/,
      )
  },
)
