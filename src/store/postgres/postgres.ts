import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect, PostgresQueryCompiler } from 'kysely'
import { eventBoard } from '../event-board.ts'
import { withLiteralLimits } from '../literal-limit.ts'
import { fromDatabase } from '../problem.ts'
import type { Schema } from '../schema.ts'
import type { AnyInsideListener, Database, Store } from '../store.ts'
import { type Timed, timing } from '../timed.ts'
import { type Dialect, ownTransaction } from '../transactions.ts'
import { hearing } from './postgres-events.ts'
import { ANSWER_WITHIN, openLine } from './postgres-line.ts'
import { readingFrom } from './postgres-replica.ts'
import { preparing } from './prepared.ts'

const BIGINT = 20

/** Opens a pool of connections to PostgreSQL and one more that listens. */
export async function openPostgres(
  { url, replica: replicaUrl }: { url: string; replica?: string },
  inside: readonly AnyInsideListener[],
  timed?: Timed,
): Promise<Store> {
  // Loaded here, so that a site on SQLite never pays for it.
  const { default: pg } = await import('pg')
  const types = {
    // Times and counts fit a double; without this pg gives them as strings.
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === BIGINT ? Number : pg.types.getTypeParser(oid, format as 'text'),
  }
  const line = { connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true }
  const poolOn = (connectionString: string): Database => {
    const pool = new pg.Pool({
      ...{ ...line, connectionString },
      max: 10,
      // Whoever comes after a quiet spell should not wait for ten new connections, none of which knows a statement.
      idleTimeoutMillis: 10 * 60_000,
      types: types as never,
    })
    // A connection that breaks is replaced at its next use, and what was being asked on it is rejected: none, idle
    // or in hand, may end the program.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    const spoken = new PostgresDialect({ pool: preparing(pool) })
    spoken.createQueryCompiler = () => new (withLiteralLimits(PostgresQueryCompiler))()
    return new Kysely<Schema>({ dialect: spoken, ...timing(timed) })
  }
  const db = poolOn(url)
  const board = eventBoard(inside)
  const sender = randomBytes(9).toString('base64url')
  const connect = () => new pg.Client({ ...line, query_timeout: ANSWER_WITHIN })
  const told = await openLine({ connect, sender }).catch(async (error) => {
    await db.destroy()
    throw fromDatabase(error)
  })
  const others = await hearing({ db, board, line: told })

  const replica = replicaUrl === undefined ? null : poolOn(replicaUrl)
  const dialect: Dialect = {
    kind: 'postgres',
    shelf: {},
    board: { ...board, deliver: others.deliver },
    tellOthers: others.keep,
  }
  return {
    kind: 'postgres',
    shelf: dialect.shelf,
    db,
    transaction: (now, work, through = null) => ownTransaction(db, { dialect, now, through }, work),
    listen: board.listen,
    heardAll: others.heardAll,
    readers: replica ? readingFrom({ primary: db, replica, heardUpTo: others.heardUpTo }) : async () => db,
    async close() {
      others.close()
      await told.close()
      await replica?.destroy()
      await db.destroy()
    },
  }
}
