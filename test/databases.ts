/** The databases every test that touches the store runs on, and a fresh one of either for each test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

export const DATABASES = ['sqlite', 'postgres'] as const

/**
 * An empty database that nobody else uses: `url` is an SQLite file's absolute
 * path or a postgres:// address. `drop` takes it away, also under open connections.
 */
export async function freshDatabase(kind: (typeof DATABASES)[number]): Promise<{ url: string; drop(): Promise<void> }> {
  return kind === 'sqlite' ? freshFile() : freshPostgres()
}

function freshFile() {
  const folder = mkdtempSync(join(tmpdir(), 'courant-sqlite-'))
  return {
    url: join(folder, 'courant.db'),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

let created = 0

async function freshPostgres() {
  const server = inject('postgres')
  if ('missing' in server) throw new Error(server.missing)
  created += 1
  const name = `test_${process.pid}_${process.hrtime.bigint().toString(36)}_${created}`
  await onServer(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => onServer(server.url, `drop database ${name} with (force)`),
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
