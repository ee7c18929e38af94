/**
 * Many rows in one statement whose text is the same for one and for a hundred,
 * so that both databases know it already: the rows go as one value, as JSON.
 */
import { type RawBuilder, sql } from 'kysely'
import { batchesOf } from './batches.ts'
import type { Schema } from './schema.ts'
import type { Store, Transaction } from './store.ts'

type Table = keyof Schema & string
/** What is written of a row: names of columns with text, numbers or nothing. */
type Rows<T extends Table> = readonly Partial<Record<keyof Schema[T] & string, string | number | null>>[]

/** Inserts rows, all of which name the same columns, in their order. */
async function insert<T extends Table>(tx: Transaction, table: T, rows: Rows<T>): Promise<void> {
  if (rows.length > 0) await inserting(tx, table, rows).execute(tx.rows)
}

/** Inserts those whose `key` no row has, nor one before them here; answers these keys. */
async function insertNew<T extends Table>(
  tx: Transaction,
  table: T,
  rows: Rows<T>,
  key: keyof Schema[T] & string,
): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const column = sql.ref(key)
  const { rows: made } = await sql<Record<string, string>>`${inserting(tx, table, rows)}
    on conflict (${column}) do nothing returning ${column}`.execute(tx.rows)
  return new Set(made.map((row) => String(row[key])))
}

/** Changes rows by their `key`, which all of them name beside the same columns. */
async function update<T extends Table>(
  tx: Transaction,
  table: T,
  rows: Rows<T>,
  key: keyof Schema[T] & string,
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0] as object)
  const values = JSON.stringify(rows)
  const [target, id] = [sql.table(table), sql.ref(`${table}.${key}`)]
  const isPostgres = tx.kind === 'postgres'
  const givenValue = (name: string) => (isPostgres ? sql.ref(`given.${name}`) : sql`given.value ->> ${sql.lit(name)}`)
  const changes = columns.filter((name) => name !== key).map((name) => sql`${sql.ref(name)} = ${givenValue(name)}`)
  const given = isPostgres ? sql`json_populate_recordset(null::${target}, ${values})` : sql`json_each(${values})`
  await sql`update ${target} set ${sql.join(changes)} from ${given} as given where ${id} = ${givenValue(key)}`.execute(
    tx.rows,
  )
}

/** A condition: that a column has one of these values. */
const isOneOf = (kind: Store['kind'], column: string, values: readonly (string | number)[]): RawBuilder<boolean> =>
  kind === 'sqlite'
    ? sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
    : sql`${sql.ref(column)} = any(${values})`

function inserting<T extends Table>({ kind }: Transaction, table: T, rows: Rows<T>): RawBuilder<unknown> {
  const columns = Object.keys(rows[0] as object)
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const values = JSON.stringify(rows)
  if (kind === 'postgres')
    return sql`insert into ${sql.table(table)} (${names})
      select ${names} from json_populate_recordset(null::${sql.table(table)}, ${values})`
  const fields = sql.join(columns.map((name) => sql`value ->> ${sql.lit(name)}`))
  // Without a condition SQLite takes what follows for the condition of a join.
  return sql`insert into ${sql.table(table)} (${names}) select ${fields} from json_each(${values}) where true`
}

/** Values as a table with one column, `value`. */
const listed = (kind: Store['kind'], values: readonly string[]): RawBuilder<unknown> =>
  kind === 'sqlite'
    ? sql`(select value from json_each(${JSON.stringify(values)}))`
    : sql`(select unnest(${values}::text[]) as value)`

export const many = { insert, insertNew, update, isOneOf, listed, batchesOf }
