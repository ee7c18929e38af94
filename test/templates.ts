/**
 * One database of either kind, brought to this program's schema once a run, of
 * which each test gets a copy: copying takes a moment, migrating takes ten.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type DatabaseAddress, migrate, openStore } from '../src/store/index.ts'
import { fastFolder } from './fast-folder.ts'

export interface Templates {
  /** The absolute path of an SQLite file. */
  sqlite: string
  /** The name of a database on the tests' PostgreSQL server; null where there is none. */
  postgres: string | null
}

/** `server` is where databases can be made on PostgreSQL. */
export async function makeTemplates(server: string | null): Promise<Templates & { drop(): Promise<void> }> {
  const folder = mkdtempSync(join(fastFolder(), 'courant-template-'))
  const sqlite = join(folder, 'courant.db')
  await bringUpToDate({ kind: 'sqlite', file: sqlite })
  const postgres = server ? `template_${process.pid}_${Date.now().toString(36)}` : null
  if (server && postgres) {
    await onServer(server, `create database ${postgres}`)
    const url = new URL(server)
    url.pathname = `/${postgres}`
    await bringUpToDate({ kind: 'postgres', url: url.href })
  }
  return {
    sqlite,
    postgres,
    async drop() {
      rmSync(folder, { recursive: true, force: true })
      if (server && postgres) await onServer(server, `drop database ${postgres} with (force)`)
    },
  }
}

async function bringUpToDate(address: DatabaseAddress): Promise<void> {
  const store = await openStore(address, Date.now)
  const result = await migrate(store, Date.now())
  await store.close()
  if ('problem' in result) throw new Error(result.problem)
}

/** Runs a statement on a PostgreSQL server, in a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
