/** The databases every test that touches the store runs on, and a fresh one of either for each test. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { testDatabases } from '../scripts/test-databases.mjs'
import { fastFolder } from './fast-folder.ts'
import { need } from './need.ts'
import { onServer } from './templates.ts'
import { THOROUGH } from './thorough.ts'

const wanted = testDatabases()
if ('problem' in wanted) throw new Error(wanted.problem)

/** Both, or those that COURANT_TEST_DATABASES names. */
export const DATABASES = wanted.databases
/** One of them: for what is the same on either, and takes long. */
export const ONE_DATABASE = DATABASES.slice(0, 1)
/** For pages, which ask parts that are tried on both: one, or in `npm run test:all` both. */
export const DATABASES_OF_PAGES = THOROUGH ? DATABASES : ONE_DATABASE
/** PostgreSQL, which refuses more; in `npm run test:all` both. */
export const STRICTEST_DATABASES = THOROUGH ? DATABASES : DATABASES.slice(-1)

const { templates, postgres } = await need('databases')

/**
 * An empty database that nobody else uses: `url` is an SQLite file's absolute
 * path or a postgres:// address. `drop` takes it away, also under open connections.
 */
export const freshDatabase = (kind: (typeof DATABASES)[number]): Promise<FreshDatabase> =>
  kind === 'sqlite' ? freshFile(null) : freshPostgres(null)

/** The same with this program's schema in it. */
export const migratedDatabase = (kind: (typeof DATABASES)[number]): Promise<FreshDatabase> =>
  kind === 'sqlite' ? freshFile(templates.sqlite) : freshPostgres(templates.postgres)

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
  if ('missing' in postgres) throw new Error(postgres.missing)
  created += 1
  const name = `test_${process.pid}_${process.hrtime.bigint().toString(36)}_${created}`
  await onServer(postgres.url, `create database ${name} ${copied ?? ''}`)
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await onServer(postgres.url, `drop database ${name} with (force)`)
    },
  }
}
