import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

/** Commits a second: single rows, each committed with synchronous=FULL in WAL, in a file in this folder: what its disk allows. */
export function durableCommits(folder: string, count: number): number {
  const database = new BetterSqlite3(join(folder, 'reference.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table if not exists rows (id integer primary key, text text)')
  const insert = database.prepare('insert into rows (text) values (?)')
  const started = performance.now()
  for (let i = 0; i < count; i++) insert.run(`Comment ${i} of the bench, as long as most are, I suppose.`)
  const seconds = (performance.now() - started) / 1000
  database.close()
  return count / seconds
}
