import { Kysely, PostgresDialect, PostgresQueryCompiler, sql } from 'kysely'
import { announcingTransaction, changeBoard } from './changes.ts'
import { withLiteralLimits } from './literal-limit.ts'
import { preparing } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Store, Tag } from './store.ts'

const CHANNEL = 'courant_changes'
const BIGINT = 20

/** Opens a pool of connections to PostgreSQL and one more that listens. */
export async function openPostgres(url: string): Promise<Store> {
  // Loaded here, so that a site on SQLite never pays for it.
  const { default: pg } = await import('pg')
  const types = {
    // Times and counts fit a double; without this pg gives them as strings.
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === BIGINT ? Number : pg.types.getTypeParser(oid, format as 'text'),
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    // Whoever comes after a quiet spell should not wait for ten new connections, none of which knows a statement.
    idleTimeoutMillis: 10 * 60_000,
    types: types as never,
  })
  // An idle connection that breaks is replaced at its next use; it must not end the program.
  pool.on('error', () => {})
  const dialect = new PostgresDialect({ pool: preparing(pool) })
  dialect.createQueryCompiler = () => new (withLiteralLimits(PostgresQueryCompiler))()
  const db = new Kysely<Schema>({ dialect })
  const board = changeBoard()

  let listener: InstanceType<typeof pg.Client> | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false
  const listen = async () => {
    const client = new pg.Client({ connectionString: url })
    listener = client
    const again = () => {
      if (closed || listener !== client) return
      listener = undefined
      client.end().catch(() => {})
      retry = setTimeout(() => listen().catch(again), 1000)
      retry.unref()
      // Whatever was announced meanwhile was missed: nothing kept can be trusted.
      board.deliver(['site'])
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', (message) => board.deliver(JSON.parse(message.payload ?? '[]') as Tag[]))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      board.deliver(['site'])
    } catch (error) {
      client.off('error', again)
      client.off('end', again)
      client.on('error', () => {})
      await client.end().catch(() => {})
      if (closed) return
      retry = setTimeout(() => void listen().catch(() => {}), 1000)
      retry.unref()
      throw error
    }
  }
  try {
    await listen()
  } catch (error) {
    closed = true
    clearTimeout(retry)
    await db.destroy()
    throw error
  }

  return {
    kind: 'postgres',
    db,
    transaction: (work) => announcingTransaction(db, board, work),
    async announce(write, tags) {
      board.note(write, tags)
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(tags)})`.execute(write)
    },
    onChange: (change) => board.listen(change),
    async close() {
      closed = true
      clearTimeout(retry)
      await listener?.end().catch(() => {})
      await db.destroy()
    },
  }
}
