/** SQLite's rows: copied by its own online backup, in this process, while others read and write. */
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { hashOfFile } from '../files/index.ts'
import { backupMessages as m } from '../messages/index.ts'
import type { CopiedRows, NoRows, Step } from './rows.ts'

const FILE = 'database/courant.db'
/** Of 4 KB, copied in one go; between two, whoever else is in this process has a turn. */
const PAGES = 256
/** In milliseconds. */
const FLUSH_EVERY = 200

/** All rows as they stand at one moment. */
export async function copySqliteRows(file: string, folder: string): Promise<CopiedRows | NoRows> {
  if (!existsSync(file)) return { problem: m.noSite(file) }
  const source = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  const path = join(folder, FILE)
  const copy = await open(path, 'ax', 0o600)
  // SQLite waits for the disk at the end, and everybody in this process with it: little is left to write by then.
  const flushing = setInterval(() => void copy.datasync().catch(() => {}), FLUSH_EVERY)
  try {
    // Held until the end: without it SQLite begins anew whenever somebody writes.
    source.exec('begin')
    const isSite = source.prepare("select 1 from sqlite_schema where name = 'schema_versions'").get() !== undefined
    if (!isSite) return { problem: m.noSite(file) }
    const steps = source.prepare('select number, name from schema_versions order by number').all() as Step[]
    const tables = await countRows(source)
    await source.backup(path, { progress: () => PAGES })
    source.exec('commit')
    await copy.sync()
    return { steps, tables, sequences: [], files: [{ name: FILE, ...(await hashOfFile(path)) }] }
  } finally {
    clearInterval(flushing)
    await copy.close()
    source.close()
  }
}

/** Of each table; full-text indexes are made of them and follow them. */
export async function countRows(database: BetterSqlite3.Database): Promise<Record<string, number>> {
  const tables = database
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .all() as { name: string }[]
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    counts[name] = (database.prepare(`select count(*) as count from "${name}"`).get() as { count: number }).count
    // A table of a million rows takes a moment: whoever else is in this process has a turn before the next.
    await new Promise(setImmediate)
  }
  return counts
}
