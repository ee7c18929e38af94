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
  /** What follows "create database NAME" on the tests' PostgreSQL server; null where there is none. */
  postgres: string | null
}

/** `server` is where databases can be made on PostgreSQL. */
export async function makeTemplates(server: string | null): Promise<Templates & { drop(): Promise<void> }> {
  const folder = mkdtempSync(join(fastFolder(), 'courant-template-'))
  const sqlite = join(folder, 'courant.db')
  await bringUpToDate({ kind: 'sqlite', file: sqlite })
  const name = `template_${process.pid}_${Date.now().toString(36)}`
  if (server) {
    await onServer(server, `create database ${name}`)
    const url = new URL(server)
    url.pathname = `/${name}`
    await bringUpToDate({ kind: 'postgres', url: url.href })
  }
  return {
    sqlite,
    postgres: server ? `template ${name}${await byFiles(server)}` : null,
    async drop() {
      rmSync(folder, { recursive: true, force: true })
      if (server) await onServer(server, `drop database ${name} with (force)`)
    },
  }
}

/** Since PostgreSQL 15 a copy goes through the log page by page, three times as slow, unless it is told not to. */
async function byFiles(server: string): Promise<string> {
  const [row] = await onServer(server, 'show server_version_num')
  return Number(row?.server_version_num) >= 15_00_00 ? ' strategy file_copy' : ''
}

async function bringUpToDate(address: DatabaseAddress): Promise<void> {
  const store = await openStore(address, Date.now)
  const result = await migrate(store, Date.now())
  await store.close()
  if ('problem' in result) throw new Error(result.problem)
}

/** One connection to each server, which keeps no process from ending. */
const pools = new Map<string, pg.Pool>()

/** Runs a statement on a PostgreSQL server and answers its rows. */
export async function onServer(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const pool = pools.get(url) ?? openPool(url)
  pools.set(url, pool)
  return (await pool.query(statement)).rows
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true })
  // At the end of the run the server ends before its connections do.
  pool.on('error', () => {})
  return pool
}
