/**
 * Rows by the names of their tables, whatever they mean: an archive is a copy of what each part keeps, and comes back as
 * the very same rows into a site that has none.
 */
import { type Kysely, sql } from 'kysely'
import type { Database, Store, Transaction } from '../../../store/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: tables are read and written by name
export type Rows = Kysely<any>
/** A row by its columns, as it stands in a line of JSON. */
export type Row = Record<string, string | number | null | { base64: string }>

export interface Table {
  name: string
  columns: string[]
  /** Its primary key. */
  key: string[]
}

const AT_ONCE = 500
/** SQLite takes 32,766 values in one statement. */
const MOST_VALUES = 15_000

/** Runs `work` on what the database holds at one moment, without keeping anybody from writing meanwhile. */
export const atOneMoment = <T>(
  { db, kind }: Pick<Store, 'db' | 'kind'>,
  work: (rows: Rows) => Promise<T>,
): Promise<T> =>
  db.connection().execute(async (connection) => {
    await (kind === 'postgres' ? sql`begin isolation level repeatable read read only` : sql`begin`).execute(connection)
    try {
      return await work(connection)
    } finally {
      await sql`rollback`.execute(connection)
    }
  })

/** Every table of the database but those by which SQLite keeps its own. */
export async function allTables(rows: Rows, kind: Store['kind']): Promise<string[]> {
  const { rows: found } =
    kind === 'postgres'
      ? await sql<{ name: string }>`
          select table_name as name from information_schema.tables
          where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`.execute(rows)
      : await sql<{ name: string }>`
          select name from pragma_table_list where schema = 'main' and type = 'table'
          and name not like 'sqlite\\_%' escape '\\' order by 1`.execute(rows)
  return found.map(({ name }) => name)
}

/** What is stored of a table, and by what its rows are told apart; generated columns are made anew. */
export async function storedTable(rows: Rows, kind: Store['kind'], name: string): Promise<Table> {
  const { rows: columns } =
    kind === 'postgres'
      ? await sql<{ name: string; key: number }>`
          select a.attname as name, coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1 as key
          from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
          where a.attrelid = (quote_ident(current_schema()) || '.' || quote_ident(${name}))::regclass
            and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attname`.execute(rows)
      : await sql<{ name: string; key: number }>`
          select name, pk as key from pragma_table_xinfo(${name}) where hidden = 0 order by name`.execute(rows)
  const key = columns.filter((column) => column.key > 0).sort((a, b) => a.key - b.key)
  return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) }
}

/** All rows of a table in the order of its key, or those after one, some hundred at a time. */
export async function* readRows(
  rows: Rows,
  { name, columns, key }: Table,
  begun: readonly unknown[] | null = null,
): AsyncGenerator<Row[]> {
  const chosen = sql.join(columns.map((column) => sql.ref(column)))
  const order = sql.join(key.map((column) => sql.ref(column)))
  for (let after: readonly unknown[] | null = begun; ; ) {
    const begin: ReturnType<typeof sql> = after === null ? sql`` : sql`where (${order}) > (${sql.join(after)})`
    const { rows: found } = await sql<Record<string, unknown>>`
      select ${chosen} from ${sql.table(name)} ${begin} order by ${order} limit ${sql.lit(AT_ONCE)}`.execute(rows)
    const last: Record<string, unknown> | undefined = found.at(-1)
    if (!last) return
    yield found.map(asJson)
    if (found.length < AT_ONCE) return
    after = key.map((column): unknown => last[column])
  }
}

const asJson = (row: Record<string, unknown>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : (value as Row[string]),
    ]),
  )

/** Puts rows into a table; columns that they lack have what the table gives them. */
export async function writeRows(
  tx: Pick<Transaction, 'kind'> & { rows: Rows },
  table: Table,
  some: Row[],
): Promise<void> {
  const columns = table.columns.filter((column) => some.some((row) => row[column] !== undefined))
  const asGiven = tx.kind === 'postgres' ? sql`overriding system value` : sql``
  const step = Math.max(1, Math.floor(MOST_VALUES / columns.length))
  for (let at = 0; at < some.length; at += step) {
    const values = some.slice(at, at + step).map((row) => {
      const cells = columns.map((column) => asValue(row[column] ?? null))
      return sql`(${sql.join(cells)})`
    })
    await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((column) => sql.ref(column)))}) ${asGiven}
      values ${sql.join(values)}`.execute(tx.rows)
  }
}

const asValue = (cell: Row[string]) =>
  cell !== null && typeof cell === 'object' ? Buffer.from(cell.base64, 'base64') : cell

/** Of these tables those that have a row. */
export async function filledAmong(db: Database | Rows, tables: readonly string[]): Promise<string[]> {
  const filled: string[] = []
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) filled.push(table)
  }
  return filled
}

/**
 * Runs `fill` with nothing asked of which row refers to which until all are there, and has what is numbered from then on
 * go on after what was put in.
 */
export async function fillTables(
  { rows, kind }: { rows: Rows; kind: Store['kind'] },
  tables: readonly Table[],
  fill: () => Promise<void>,
): Promise<void> {
  if (kind === 'sqlite') {
    await sql`pragma defer_foreign_keys = on`.execute(rows)
    await fill()
  } else {
    const references = await setReferencesAside(rows)
    await fill()
    await putReferencesBack(rows, references)
  }
  await numberOn({ rows, kind }, tables)
}

/** What says in PostgreSQL which row refers to which. */
export interface Reference {
  table: string
  name: string
  definition: string
}

/** PostgreSQL only: from now on nothing is asked of which row refers to which. */
export async function setReferencesAside(rows: Rows): Promise<Reference[]> {
  const { rows: references } = await sql<Reference>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(rows)
  for (const { table, name } of references)
    await sql`alter table ${sql.raw(table)} drop constraint ${sql.id(name)}`.execute(rows)
  return references
}

/** Checks them for all rows that are there. */
export async function putReferencesBack(rows: Rows, references: readonly Reference[]): Promise<void> {
  for (const { table, name, definition } of references)
    await sql`alter table ${sql.raw(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(rows)
}

/** Has what is numbered from now on go on after what was put in. */
export async function numberOn(
  { rows, kind }: { rows: Rows; kind: Store['kind'] },
  tables: readonly Table[],
): Promise<void> {
  if (kind === 'postgres') await countOn(rows, tables)
  // What happened is numbered over all tables that say in which order it did.
  const ordered = tables.filter(({ columns }) => columns.includes('sequence'))
  const lasts = ordered.map(({ name }) => sql`select max(sequence) as last from ${sql.table(name)}`)
  const last = sql`(select coalesce(max(last), 0) from (${sql.join(lasts, sql` union all `)}) as lasts)`
  await (kind === 'sqlite'
    ? sql`update happened set last = ${last}`.execute(rows)
    : sql`select setval('happened', ${last} + 1, false)`.execute(rows))
}

/** SQLite goes on after the highest number by itself. */
async function countOn(rows: Rows, tables: readonly Table[]): Promise<void> {
  for (const { name, key } of tables) {
    const [column] = key
    if (column === undefined || key.length > 1) continue
    const { rows: found } = await sql<{ counter: string | null }>`
      select pg_get_serial_sequence(quote_ident(${name}), ${column}) as counter`.execute(rows)
    const counter = found[0]?.counter
    if (counter)
      await sql`select setval(${counter}, coalesce((select max(${sql.ref(column)}) from ${sql.table(name)}), 0) + 1, false)`.execute(
        rows,
      )
  }
}
