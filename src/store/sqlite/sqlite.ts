import { randomBytes } from 'node:crypto'
import BetterSqlite3 from 'better-sqlite3'
import {
  CompiledQuery,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely'
import { eventBoard } from '../event-board.ts'
import { eventsFrom, MISSED } from '../events.ts'
import { withLiteralLimits } from '../literal-limit.ts'
import { isPassing, storeProblem } from '../problem.ts'
import type { Schema } from '../schema.ts'
import type { AnyInsideListener, Store } from '../store.ts'
import { type Timed, timing } from '../timed.ts'
import { type Dialect, PATIENCE } from '../transactions.ts'
import { groupCommit } from './group-commit.ts'
import { makePrivate } from './private-files.ts'

/** How often another process's changes are looked for, in milliseconds. Asking costs a few microseconds. */
const LOOK_EVERY = 200
/** A process that has not looked for longer than this stood still, and looks before it shows what it keeps. In milliseconds. */
const FRESH = 1000
/** How long what was said is kept, in milliseconds; every process has long seen them by then. */
const KEEP = 60_000
/** How often a process takes away what is older, in milliseconds. */
const SWEEP_EVERY = 1000

/** Opens (and makes) an SQLite file. WAL with synchronous=FULL: what is committed survives power loss. */
export function openSqlite(
  file: string,
  now: () => number,
  inside: readonly AnyInsideListener[],
  timed?: Timed,
): Store {
  if (file !== ':memory:') makePrivate(file)
  const connection = new BetterSqlite3(file)
  // Short, because waiting here stops the whole process: patience is in groupCommit.
  connection.pragma('busy_timeout = 20')
  whileLocked(() => connection.pragma('journal_mode = WAL'))
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // Larger than the default 2 MB, still small: the pages of a busy story's discussion stay in memory.
  connection.pragma('cache_size = -8000')

  const db = new Kysely<Schema>({ dialect: new ImmediateSqlite(connection), ...timing(timed) })
  const board = eventBoard(inside)
  const sender = randomBytes(9).toString('base64url')
  let version = connection.pragma('data_version', { simple: true })
  let seen: number | undefined
  let swept = 0
  let lookedAt = performance.now()
  const onLook: (() => void)[] = []

  const look = () => {
    const at = performance.now()
    // What was said while this process stood still may have been taken away.
    const isLate = at - lookedAt > KEEP / 2
    const current = connection.pragma('data_version', { simple: true })
    lookedAt = at
    if (current === version) return
    // Before the migrations have run there is no such table, and nobody to tell.
    if (seen === undefined && !hasHappenings(connection)) {
      version = current
      return
    }
    const rows = connection
      .prepare('select id, sender, events_json from happenings where id > ? order by id')
      .all(seen ?? 0) as { id: number; sender: string; events_json: string }[]
    version = current
    seen = rows.at(-1)?.id ?? seen ?? 0
    // What is said here was heard when it was committed.
    const others = rows.filter((row) => row.sender !== sender)
    board.deliver([...(isLate ? [MISSED] : []), ...others.flatMap(({ events_json }) => eventsFrom(events_json))])
  }
  const lookIfPossible = () => {
    if (connection.inTransaction) return
    try {
      look()
    } catch (error) {
      // Whoever asks for something is told; here the next look makes up for it.
      if (storeProblem(error) === null) throw error
    }
    for (const done of onLook.splice(0)) done()
  }
  const timer = setInterval(lookIfPossible, LOOK_EVERY)
  timer.unref()

  const dialect: Dialect = {
    kind: 'sqlite',
    shelf: {},
    board,
    async tellOthers(rows, events) {
      const at = now()
      // Not with each event: whoever writes a thousand a second would pay as often.
      if (Math.abs(at - swept) >= SWEEP_EVERY) {
        swept = at
        await rows
          .deleteFrom('happenings')
          .where('at', '<', at - KEEP)
          .execute()
      }
      await rows
        .insertInto('happenings')
        .values({ events_json: JSON.stringify(events), sender, at } as never)
        .execute()
    },
  }
  return {
    kind: 'sqlite',
    shelf: dialect.shelf,
    db,
    transaction: groupCommit(db, { dialect, isOpen: () => connection.inTransaction }),
    listen: board.listen,
    heardAll() {
      if (performance.now() - lookedAt < FRESH) return null
      lookIfPossible()
      if (performance.now() - lookedAt < FRESH) return null
      return new Promise((resolve) => onLook.push(resolve))
    },
    readers: async () => db,
    async close() {
      clearInterval(timer)
      for (const done of onLook.splice(0)) done()
      await db.destroy()
    },
  }
}

/** Transactions take the write lock at once: none can read, wait, and then fail to write what it decided on. */
class ImmediateSqlite extends SqliteDialect {
  readonly #connection: BetterSqlite3.Database
  readonly #prepared: SqliteDatabase
  constructor(connection: BetterSqlite3.Database) {
    const prepared = withStatementCache(connection)
    super({ database: prepared })
    this.#connection = connection
    this.#prepared = prepared
  }
  override createDriver() {
    const driver = new SqliteDriver({ database: this.#prepared })
    driver.beginTransaction = async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    }
    driver.rollbackTransaction = async (connection) => {
      // After a full disk SQLite has rolled back by itself; a second time would hide the error that tells of it.
      if (this.#connection.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
    }
    return driver
  }
  override createQueryCompiler() {
    return new (withLiteralLimits(SqliteQueryCompiler))()
  }
}

/** Statements kept compiled, by their text; the program has a few hundred. */
const MOST_STATEMENTS = 500

/** Compiling a statement costs as much as running it, and Kysely asks for it each time. */
function withStatementCache(connection: BetterSqlite3.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    prepare(text) {
      const known = statements.get(text)
      if (known) return known
      const statement = connection.prepare(text) as unknown as SqliteStatement
      if (statements.size >= MOST_STATEMENTS) statements.clear()
      statements.set(text, statement)
      return statement
    },
    close: () => connection.close(),
  }
}

const hasHappenings = (connection: BetterSqlite3.Database): boolean =>
  connection.prepare("select 1 from sqlite_master where name = 'happenings'").get() !== undefined

/** Start-up only: another process may be making the same file just now. */
function whileLocked(act: () => void): void {
  for (const since = performance.now(); ; ) {
    try {
      act()
      return
    } catch (error) {
      if (!isPassing(error) || performance.now() - since > PATIENCE) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}
