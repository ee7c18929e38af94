/** SQLite's rows: copied by its own online backup, in this process, while others read and write. */
import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { backupMessages as m } from '../messages/index.ts'
import { hashOfFile, sync } from './hashed-file.ts'
import type { CopiedRows, NoRows } from './rows.ts'

const FILE = 'database/courant.db'
/** Of 4 KB, copied in one go; between two, whoever else is in this process has a turn. */
const PAGES = 256

/** All rows as they stand at one moment. */
export async function copySqliteRows(file: string, folder: string): Promise<CopiedRows | NoRows> {
  if (!existsSync(file)) return { problem: m.noSite(file) }
  const source = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  const copy = join(folder, FILE)
  try {
    // Held until the end: without it SQLite begins anew whenever somebody writes.
    source.exec('begin')
    const isSite = source.prepare("select 1 from sqlite_schema where name = 'schema_versions'").get() !== undefined
    if (!isSite) return { problem: m.noSite(file) }
    const steps = source
      .prepare('select number, name from schema_versions order by number')
      .all() as CopiedRows['steps']
    const tables = countRows(source)
    await source.backup(copy, { progress: () => PAGES })
    source.exec('commit')
    await chmod(copy, 0o600)
    await sync(copy)
    return { steps, tables, sequences: [], files: [{ name: FILE, ...(await hashOfFile(copy)) }] }
  } finally {
    source.close()
  }
}

/** Of each table; full-text indexes are made of them and follow them. */
export function countRows(database: BetterSqlite3.Database): Record<string, number> {
  const tables = database
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .all() as { name: string }[]
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      (database.prepare(`select count(*) as count from "${name}"`).get() as { count: number }).count,
    ]),
  )
}
