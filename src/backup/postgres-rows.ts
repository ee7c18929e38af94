/**
 * PostgreSQL's rows: read in one transaction that sees one moment, a line of JSON each, values as PostgreSQL writes
 * them. Needs none of its tools on this machine.
 */
import { join } from 'node:path'
import { sql, type Transaction } from 'kysely'
import { hashedFile } from '../files/index.ts'
import { backupMessages as m } from '../messages/index.ts'
import { openStore } from '../store/index.ts'
import { ROWS } from './manifest.ts'
import type { CopiedRows, NoRows, Step } from './rows.ts'

/** The first line of a table's file. */
export interface TableHead {
  table: string
  /** In the order of the values of each line. */
  columns: string[]
}

/** Bytes asked for at a time, about. */
const BATCH_BYTES = 2 * 1024 * 1024
const MOST_ROWS = 5000

// biome-ignore lint/suspicious/noExplicitAny: tables are read by their names, whatever they hold
type Rows = Transaction<any>

export async function copyPostgresRows(url: string, folder: string, now: () => number): Promise<CopiedRows | NoRows> {
  const store = await openStore({ kind: 'postgres', url }, now)
  try {
    return await store.db.transaction().execute(async (rows) => {
      await sql`set transaction isolation level repeatable read read only`.execute(rows)
      // However the server is set, what is written is read back the same.
      await sql`set local datestyle = 'ISO'`.execute(rows)
      await sql`set local timezone = 'UTC'`.execute(rows)
      await sql`set local bytea_output = 'hex'`.execute(rows)
      await sql`set local extra_float_digits = 1`.execute(rows)
      const tables = await tablesOf(rows)
      if (!tables.includes('schema_versions')) return { problem: m.noSiteInDatabase }
      const steps = (await sql<Step>`select number, name from schema_versions order by number`.execute(rows)).rows
      const copied: CopiedRows = { steps, tables: {}, sequences: await sequencesOf(rows), files: [] }
      for (const table of tables) {
        const { count, file } = await copyTable(rows, table, folder)
        copied.tables[table] = count
        copied.files.push(file)
      }
      return copied
    })
  } finally {
    await store.close()
  }
}

/** What processes told one another a moment ago means nothing on another server. */
const PASSING = 'happenings'

/** Those of this program's schema that last; extensions have their own. */
export async function tablesOf(rows: Rows): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> ${PASSING}
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(rows)
  return found.rows.map(({ name }) => name)
}

async function sequencesOf(rows: Rows): Promise<CopiedRows['sequences']> {
  const found = await sql<{ name: string }>`
    select sequencename as name from pg_sequences where schemaname = current_schema() order by 1`.execute(rows)
  const sequences: CopiedRows['sequences'] = []
  for (const { name } of found.rows) {
    const { rows: states } = await sql<{ last: number; called: boolean }>`
      select last_value as last, is_called as called from ${sql.id(name)}`.execute(rows)
    if (states[0]) sequences.push({ name, ...states[0] })
  }
  return sequences
}

/** What is stored of a table; generated columns are made anew. */
export async function storedColumns(rows: Rows, table: string): Promise<{ name: string; type: string }[]> {
  const found = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = (quote_ident(current_schema()) || '.' || quote_ident(${table}))::regclass
      and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(rows)
  return found.rows
}

async function copyTable(rows: Rows, table: string, folder: string) {
  const columns = (await storedColumns(rows, table)).map((column) => column.name)
  const name = `${ROWS}/${table}.jsonl`
  const file = await hashedFile(join(folder, name))
  try {
    await file.write(Buffer.from(`${JSON.stringify({ table, columns } satisfies TableHead)}\n`))
    const values = sql.join(columns.map((column) => sql`${sql.id(column)}::text`))
    await sql`declare rows_of_table no scroll cursor for select json_build_array(${values})::text as line from ${sql.id(table)}`.execute(
      rows,
    )
    let count = 0
    for (let wanted = 20; ; ) {
      const batch = await sql<{ line: string }>`fetch ${sql.lit(wanted)} from rows_of_table`.execute(rows)
      if (batch.rows.length === 0) break
      const bytes = Buffer.from(batch.rows.map(({ line }) => `${line}\n`).join(''))
      await file.write(bytes)
      count += batch.rows.length
      // Rows are of any size: as many as fill a batch by what the last ones took.
      wanted = Math.max(1, Math.min(MOST_ROWS, Math.floor((wanted * BATCH_BYTES) / bytes.length), wanted * 4))
    }
    await sql`close rows_of_table`.execute(rows)
    return { count, file: { name, ...(await file.end()) } }
  } catch (error) {
    await file.drop()
    throw error
  }
}
