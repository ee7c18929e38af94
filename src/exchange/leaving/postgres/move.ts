/**
 * A site moves from SQLite to PostgreSQL: the same rows, a few hundred at a time,
 * each few in a transaction that also notes how far it is. What is broken off goes
 * on from there. At the end every table is counted and summed up on both sides.
 */
import { createHash } from 'node:crypto'
import { NoResultError, sql } from 'kysely'
import { leavingMessages as m } from '../../../messages/index.ts'
import { knownSecret, MIGRATIONS, migrate, type Store, storeProblem } from '../../../store/index.ts'
import {
  allTables,
  numberOn,
  putReferencesBack,
  type Reference,
  type Row,
  type Rows,
  readRows,
  setReferencesAside,
  storedTable,
  type Table,
  writeRows,
} from '../archive/rows.ts'

/** How far the move is. As long as this table is there, no Courant opens the database (store/recognise.ts). */
const MOVE_UNDER_WAY = 'move_under_way'
/** What a database knows by itself, and what processes told one another a moment ago. */
const OF_A_DATABASE = ['schema_versions', 'happenings', MOVE_UNDER_WAY]

/** A table as it is on one side. */
export interface Sum {
  rows: number
  /** Of all rows, in whichever order: 16 hexadecimal digits. */
  checksum: string
}

/** A table that is the same on both sides. */
export interface MovedTable extends Sum {
  name: string
}

interface Move {
  from: Store
  /** A PostgreSQL that was not migrated, or by this very move. */
  to: Store
  now(): number
  /** Told as it goes on: how many rows of a table are there. */
  tell?(table: string, rows: number): void
}

/**
 * Moves all rows into an empty PostgreSQL. The site may be read meanwhile, and not written: that is refused while this
 * runs. Answers each table with what it has on both sides, or a sentence where it can't be done.
 */
export async function moveToPostgres({ from, to, now, tell }: Move): Promise<MovedTable[] | { problem: string }> {
  let secret: Uint8Array
  try {
    secret = await knownSecret(from.db)
  } catch (error) {
    if (error instanceof NoResultError) return { problem: m.neverStarted }
    throw error
  }
  const site = createHash('sha256').update(secret).digest('hex')
  const begun = await begin(to, site, now())
  if (begun) return begun
  return from.db.connection().execute(async (connection) => {
    try {
      // Nobody writes meanwhile what would then not be there.
      await sql`begin immediate`.execute(connection)
    } catch (error) {
      if (storeProblem(error) === 'busy') return { problem: m.siteAtWork }
      throw error
    }
    try {
      return await moveRows(connection, to, { now, tell: tell ?? (() => {}) })
    } finally {
      await sql`rollback`.execute(connection)
    }
  })
}

/** Null once the tables are there and ready to be filled, now or by an earlier attempt. */
async function begin(to: Store, site: string, now: number): Promise<{ problem: string } | null> {
  const tables = await allTables(to.db, 'postgres')
  if (tables.includes(MOVE_UNDER_WAY)) {
    if ((await noted(to.db, 'site')) !== site) return { problem: m.otherMove }
    const { rows } = await sql<{ name: string }>`select name from schema_versions order by number`.execute(to.db)
    const same = rows.map(({ name }) => name).join('\n') === MIGRATIONS.map(({ name }) => name).join('\n')
    return same ? null : { problem: m.otherVersionsMove }
  }
  if (tables.length > 0) return { problem: m.targetNotEmpty }
  const made = await migrate(to, now, {
    async andThen({ rows: write }) {
      const rows: Rows = write
      for (const table of await allTables(rows, 'postgres')) {
        await sql`alter table ${sql.id(table)} disable trigger user`.execute(rows)
        // What the steps of the schema put there themselves is among the site's rows.
        if (!OF_A_DATABASE.includes(table)) await sql`delete from ${sql.id(table)}`.execute(rows)
      }
      const references = await setReferencesAside(rows)
      await sql`create table ${sql.id(MOVE_UNDER_WAY)} (name text primary key, value text not null)`.execute(rows)
      await note(rows, 'references', references)
      await note(rows, 'site', site)
    },
  })
  return 'problem' in made ? made : null
}

async function moveRows(
  source: Rows,
  to: Store,
  { now, tell }: { now(): number; tell(table: string, rows: number): void },
): Promise<MovedTable[] | { problem: string }> {
  const names = (await allTables(to.db, 'postgres')).filter((name) => !OF_A_DATABASE.includes(name))
  const tables: Table[] = []
  for (const name of names) tables.push(await storedTable(to.db, 'postgres', name))
  const moved: MovedTable[] = []
  for (const table of tables) {
    await copyTable(source, to, table, { now, tell })
    const there = await sumOf(source, table)
    // A site that was written to between two attempts: what was there by then is taken once more.
    if (!isSame(there, await sumOf(to.db, table))) {
      await to.transaction(now(), async (tx) => {
        await sql`delete from ${sql.id(table.name)}`.execute(tx.rows)
        await note(tx.rows, table.name, null)
      })
      await copyTable(source, to, table, { now, tell })
      if (!isSame(there, await sumOf(to.db, table))) return { problem: m.tableDiffers(table.name) }
    }
    moved.push({ name: table.name, ...there })
  }
  const references = (await noted(to.db, 'references')) as Reference[]
  await to.transaction(now(), async (tx) => {
    const rows: Rows = tx.rows
    for (const table of await allTables(rows, 'postgres'))
      await sql`alter table ${sql.id(table)} enable trigger user`.execute(rows)
    await putReferencesBack(rows, references)
    await numberOn({ rows, kind: 'postgres' }, tables)
    await sql`drop table ${sql.id(MOVE_UNDER_WAY)}`.execute(rows)
  })
  return moved
}

async function copyTable(
  source: Rows,
  to: Store,
  table: Table,
  { now, tell }: { now(): number; tell(table: string, rows: number): void },
): Promise<void> {
  const begun = (await noted(to.db, table.name)) as unknown[] | null
  let count = 0
  for await (const some of readRows(source, table, begun)) {
    const last = some.at(-1) as Row
    await to.transaction(now(), async (tx) => {
      await writeRows(tx, table, some)
      await note(
        tx.rows,
        table.name,
        table.key.map((column) => last[column]),
      )
    })
    count += some.length
    tell(table.name, count)
  }
}

/** The rows' hashes added up, since the two databases put words in different orders. */
async function sumOf(rows: Rows, table: Table): Promise<Sum> {
  let count = 0
  let sum = 0n
  for await (const some of readRows(rows, table))
    for (const row of some) {
      count++
      const cells = JSON.stringify(table.columns.map((column) => row[column] ?? null))
      sum = BigInt.asUintN(64, sum + createHash('sha256').update(cells).digest().readBigUInt64BE())
    }
  return { rows: count, checksum: sum.toString(16).padStart(16, '0') }
}

const isSame = (one: Sum, other: Sum): boolean => one.rows === other.rows && one.checksum === other.checksum

async function noted(rows: Rows, name: string): Promise<unknown> {
  const { rows: found } = await sql<{ value: string }>`
    select value from ${sql.id(MOVE_UNDER_WAY)} where name = ${name}`.execute(rows)
  return found[0] ? JSON.parse(found[0].value) : null
}

async function note(rows: Rows, name: string, value: unknown): Promise<void> {
  await sql`insert into ${sql.id(MOVE_UNDER_WAY)} (name, value) values (${name}, ${JSON.stringify(value)})
    on conflict (name) do update set value = excluded.value`.execute(rows)
}
