/** Whether the database itself is sound, as far as it can tell. */
import { sql } from 'kysely'
import { MIGRATIONS } from './migrate.ts'
import { hasWalFault } from './sqlite/sqlite-fault.ts'
import type { Store } from './store.ts'

/** Each claim holds where its problem is null. `only` the schema is one short query; the rest reads the whole database. */
export async function checkStore(store: Store, only?: 'schema'): Promise<{ claim: string; problem: string | null }[]> {
  const { rows } = await sql<{ number: number }>`select max(number) as number from schema_versions`.execute(store.db)
  const schema = Number(rows[0]?.number ?? 0)
  const checks = [
    {
      claim: `The schema is this program's (${schema})`,
      problem: schema === MIGRATIONS.length ? null : `The schema is ${schema}, this program's is ${MIGRATIONS.length}`,
    },
  ]
  if (only) return checks
  if (store.kind === 'sqlite') {
    const version =
      (await sql<{ version: string }>`select sqlite_version() as version`.execute(store.db)).rows[0]?.version ?? ''
    checks.push({
      claim: `SQLite ${version} keeps what two write at once`,
      problem: hasWalFault(version)
        ? `SQLite ${version} can damage a database that two programs write at once; install the packages anew (npm ci), which bring one that does not`
        : null,
    })
    const found = await sql<{ quick_check: string }>`pragma quick_check(10)`.execute(store.db)
    const broken = found.rows.map((row) => row.quick_check).filter((line) => line !== 'ok')
    checks.push({
      claim: 'The database file is whole',
      problem: broken.length === 0 ? null : `The database file is damaged; restore a backup. ${broken.join('; ')}`,
    })
    const dangling = await sql<{ table: string }>`pragma foreign_key_check`.execute(store.db)
    checks.push({
      claim: 'Nothing refers to what is not there',
      problem:
        dangling.rows.length === 0
          ? null
          : `${dangling.rows.length === 1 ? '1 row refers' : `${dangling.rows.length} rows refer`} to rows that are not there, in ${[...new Set(dangling.rows.map((row) => row.table))].join(', ')}`,
    })
  } else {
    const { rows } = await sql<{ fsync: string; commit: string }>`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(store.db)
    const safe = rows[0]?.fsync === 'on' && rows[0].commit !== 'off'
    checks.push({
      claim: 'PostgreSQL has on disk what it says it has',
      problem: safe
        ? null
        : `PostgreSQL runs with fsync ${rows[0]?.fsync} and synchronous_commit ${rows[0]?.commit}, so a power loss loses comments; switch both on`,
    })
  }
  return checks
}
