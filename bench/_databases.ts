import pg from 'pg'
import { findPostgres } from '../scripts/find-programs.mjs'
import { startPostgres } from '../test/postgres.ts'

export type DatabaseKind = 'sqlite' | 'postgres'

/** Makes a database on a PostgreSQL server; answers its address. */
export async function makeDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Measures on SQLite and on PostgreSQL, which is started for it, or on the one that is named; says so where there is no PostgreSQL. */
export async function onEachDatabase(
  only: string | undefined,
  measure: (kind: DatabaseKind, postgres: string) => Promise<void>,
): Promise<void> {
  const binaries = findPostgres()
  const postgres = binaries && only !== 'sqlite' ? await startPostgres(binaries) : null
  try {
    for (const kind of ['sqlite', 'postgres'] as const) {
      if (only && only !== kind) continue
      if (kind === 'postgres' && !postgres) console.log('\nPostgreSQL is not installed, so it is left out.')
      else await measure(kind, postgres?.url ?? '')
    }
  } finally {
    await postgres?.stop()
  }
}
