/** Puts the rows of a backup into an empty PostgreSQL: all of them or none. */
import { join } from 'node:path'
import { sql, type Transaction } from 'kysely'
import { fileLines } from '../files/index.ts'
import { backupMessages as m } from '../messages/index.ts'
import { migrate, openStore } from '../store/index.ts'
import { type Manifest, ROWS } from './manifest.ts'
import { storedColumns, type TableHead, tablesOf } from './postgres-rows.ts'

const BATCH_ROWS = 1000
const BATCH_CHARACTERS = 2_000_000

// biome-ignore lint/suspicious/noExplicitAny: tables are written by their names, whatever they hold
type Rows = Transaction<any>

export async function isEmptyPostgres(url: string, now: () => number): Promise<boolean> {
  const store = await openStore({ kind: 'postgres', url }, now)
  try {
    const { rows } = await sql<{ any: boolean }>`
      select exists (select 1 from pg_class c where c.relnamespace = current_schema()::regnamespace
        and c.relkind in ('r', 'v', 'm', 'p', 'f')
        and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as any`.execute(store.db)
    return rows[0]?.any === false
  } finally {
    await store.close()
  }
}

/** Null, or why it could not be done; nothing has changed then. */
export async function fillPostgres(
  url: string,
  folder: string,
  { manifest, now }: { manifest: Manifest; now: () => number },
): Promise<{ problem: string } | null> {
  const store = await openStore({ kind: 'postgres', url }, now)
  let unlike: string | null = null
  try {
    const done = await migrate(store, now(), {
      upTo: manifest.steps.length,
      async andThen({ rows }) {
        unlike = await fill(rows, folder, manifest)
        // Takes back all that was done.
        if (unlike !== null) throw new Error(unlike)
      },
    })
    return 'problem' in done ? done : null
  } catch (error) {
    if (unlike !== null) return { problem: unlike }
    throw error
  } finally {
    await store.close()
  }
}

/** As they were: no trigger does its part again, and who refers to whom is checked at the end. Answers what is unlike. */
async function fill(rows: Rows, folder: string, manifest: Manifest): Promise<string | null> {
  const tables = await tablesOf(rows)
  const references = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(rows)
  for (const { table, name } of references.rows)
    await sql`alter table ${sql.raw(table)} drop constraint ${sql.id(name)}`.execute(rows)
  for (const table of tables) await sql`alter table ${sql.id(table)} disable trigger user`.execute(rows)
  // What the steps of the schema put there themselves is among the rows.
  await sql`truncate ${sql.join(tables.map((table) => sql.id(table)))}`.execute(rows)

  for (const [table, expected] of Object.entries(manifest.tables)) {
    if (!tables.includes(table)) return m.otherCount(table, 0, expected)
    const count = await fillTable(rows, table, join(folder, ROWS, `${table}.jsonl`))
    if (count !== expected) return m.otherCount(table, count, expected)
  }
  for (const { name, last, called } of manifest.sequences)
    await sql`select setval(quote_ident(${name})::regclass, ${last}, ${called})`.execute(rows)
  for (const table of tables) await sql`alter table ${sql.id(table)} enable trigger user`.execute(rows)
  for (const { table, name, definition } of references.rows)
    await sql`alter table ${sql.raw(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(rows)
  return null
}

async function fillTable(rows: Rows, table: string, path: string): Promise<number> {
  // The types are those of the schema here; the file says in which order the values stand.
  const types = new Map((await storedColumns(rows, table)).map(({ name, type }) => [name, type]))
  let columns: string[] | null = null
  let batch: (string | null)[][] = []
  let characters = 0
  let count = 0
  const put = async () => {
    if (columns === null || batch.length === 0) return
    await putBatch(rows, { table, columns, types }, batch)
    count += batch.length
    batch = []
    characters = 0
  }
  for await (const line of fileLines(path)) {
    if (columns === null) {
      columns = (JSON.parse(line) as TableHead).columns
      continue
    }
    batch.push(JSON.parse(line))
    characters += line.length
    if (batch.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await put()
  }
  await put()
  return count
}

/** A column's values are one parameter, so that a batch of any table is one statement. */
async function putBatch(
  rows: Rows,
  { table, columns, types }: { table: string; columns: string[]; types: ReadonlyMap<string, string> },
  batch: (string | null)[][],
): Promise<void> {
  const names = sql.join(columns.map((name) => sql.id(name)))
  const values = sql.join(columns.map((_, i) => sql`${batch.map((row) => row[i] ?? null)}::text[]`))
  const typed = sql.join(
    columns.map((name) => {
      const type = types.get(name)
      if (type === undefined) throw new Error(`${table} has no column ${name}`)
      return sql`${sql.id('u', name)}::${sql.raw(type)}`
    }),
  )
  await sql`insert into ${sql.id(table)} (${names}) overriding system value
    select ${typed} from unnest(${values}) as u (${names})`.execute(rows)
}
