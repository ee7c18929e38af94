/**
 * Whether a database is this program's to work on, asked before anything in it
 * is changed: an empty one is, and one whose every step of the schema it knows.
 * Answers the sentence that says why it isn't, or null.
 */
import { existsSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import type { Migration } from './migration.ts'
import { storeProblem } from './problem.ts'
import type { Store, Write } from './store.ts'

/** A table of this name is there as long as a site is being moved in (exchange/leaving/postgres/move.ts). */
const MOVE_UNDER_WAY = 'move_under_way'

/** Looks into an SQLite file without opening it for writing. */
export function whyNotOurFile(file: string, beginning: Migration): string | null {
  if (!existsSync(file) || statSync(file).size === 0) return null
  try {
    const connection = new BetterSqlite3(file, { readonly: true })
    try {
      const found = connection
        .prepare(
          "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\'",
        )
        .all() as { name: string }[]
      if (found.length === 0) return null
      const isOurs =
        found.some(({ name }) => name === 'schema_versions') &&
        isBeginning(connection.prepare('select * from schema_versions').all(), beginning)
      return isOurs
        ? null
        : `The file ${file} is another program’s database (${named(found)}), and was left as it is. Set COURANT_DATA to a folder for Courant alone, or move that file away.`
    } finally {
      connection.close()
    }
  } catch (error) {
    if (isNoDatabase(error))
      return `The file ${file} is not a database, and was left as it is. Move it away to begin a new site, or put back the database that was there.`
    // A lock or a right that is missing shows when it is opened in earnest.
    if (storeProblem(error) === 'damaged') throw error
    return null
  }
}

const isNoDatabase = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB'

/** The same for the schema of a PostgreSQL that the connection works in. Tables of extensions are nobody's. */
export async function whyNotOurSchema(kind: Store['kind'], write: Write, beginning: Migration): Promise<string | null> {
  if (kind !== 'postgres') return null
  const { rows: found } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'f')
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(write)
  if (found.length === 0) return null
  if (found.some(({ name }) => name === MOVE_UNDER_WAY))
    return 'A site is being moved into the database that COURANT_DATABASE names, and not all of it is there yet. Run the same courant move sqlite-to-postgres again; it goes on from where it was.'
  const { rows } = found.some(({ name }) => name === 'schema_versions')
    ? await sql`select * from schema_versions`.execute(write)
    : { rows: [] }
  return isBeginning(rows, beginning)
    ? null
    : `The database that COURANT_DATABASE names holds another program’s tables (${named(found)}), and was left as it is. Make one for Courant alone (createdb courant) and name that.`
}

const isBeginning = (rows: readonly unknown[], { name }: Migration): boolean =>
  rows.some((row) => (row as { number?: unknown }).number === 1 && (row as { name?: unknown }).name === name)

const named = (found: readonly { name: string }[]): string =>
  `it has ${found
    .slice(0, 3)
    .map(({ name }) => `“${name}”`)
    .join(', ')}`

/** Steps that this program doesn't know, or knows by another name. */
export function whyNotThisSchema(
  rows: readonly { number: number; name: string }[],
  known: readonly Migration[],
): string | null {
  const present = rows.at(-1)?.number ?? 0
  if (present > known.length)
    return `This database was written by a newer Courant (schema ${present}; this one knows ${known.length}). Start the newer version, or restore a backup made before it.`
  const other = rows.find(({ number, name }) => known[number - 1]?.name !== name)
  return other
    ? `This database was written by a Courant that was never released (its step ${other.number} is “${other.name}”; here it is “${known[other.number - 1]?.name}”). Start the version that wrote it, or restore a backup made before it.`
    : null
}
