/** The databases every test that touches the store runs on, and a fresh one of either for each test. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { fastFolder } from './fast-folder.ts'
import { onServer } from './templates.ts'

export const DATABASES = ['sqlite', 'postgres'] as const

/**
 * An empty database that nobody else uses: `url` is an SQLite file's absolute
 * path or a postgres:// address. `drop` takes it away, also under open connections.
 */
export const freshDatabase = (kind: (typeof DATABASES)[number]): Promise<FreshDatabase> =>
  kind === 'sqlite' ? freshFile(null) : freshPostgres(null)

/** The same with this program's schema in it. */
export const migratedDatabase = (kind: (typeof DATABASES)[number]): Promise<FreshDatabase> => {
  const { sqlite, postgres } = inject('templates')
  return kind === 'sqlite' ? freshFile(sqlite) : freshPostgres(postgres)
}

interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

async function freshFile(template: string | null): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(fastFolder(), 'courant-sqlite-'))
  const url = join(folder, 'courant.db')
  if (template) copyFileSync(template, url)
  return {
    url,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

let created = 0

async function freshPostgres(copied: string | null): Promise<FreshDatabase> {
  const server = inject('postgres')
  if ('missing' in server) throw new Error(server.missing)
  created += 1
  const name = `test_${process.pid}_${process.hrtime.bigint().toString(36)}_${created}`
  await onServer(server.url, `create database ${name} ${copied ?? ''}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await onServer(server.url, `drop database ${name} with (force)`)
    },
  }
}
