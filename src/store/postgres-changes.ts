/**
 * Hears what every process on a PostgreSQL announces, on a line of its own that
 * is looked after: one that breaks is made anew, and one that has gone silent
 * is taken for broken. What was announced meanwhile was missed, and that is said.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { backOff } from './back-off.ts'
import type { ChangeBoard } from './changes.ts'
import type { Database, Tag } from './store.ts'

export const CHANNEL = 'courant_changes'
/** How often the line is asked whether it still is one, and the longest between two attempts to make it anew. Milliseconds. */
const ASK_EVERY = 15_000
const LONGEST_PAUSE = 5000

interface Options {
  connect(): pg.Client
  db: Database
  board: ChangeBoard
}

/** Rejects where the first connection can't be made; later ones are tried until they can. */
export async function hearChanges({ connect, db, board }: Options): Promise<{ close(): Promise<void> }> {
  const closed = new AbortController()
  const { signal } = closed
  let line = await open()

  async function open() {
    const client = connect()
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', resolve)
    })
    client.on('notification', ({ payload }) => board.deliver(JSON.parse(payload ?? '[]') as Tag[]))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      return { client, lost }
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
  }
  /** Fulfilled when the line is broken, or no longer answers. */
  const untilLost = async ({ client, lost }: typeof line) => {
    let isLost = false
    void lost.then(() => {
      isLost = true
    })
    while (!isLost && !signal.aborted) {
      await Promise.race([lost, sleep(ASK_EVERY, undefined, { signal, ref: false }).catch(() => {})])
      if (isLost || signal.aborted) break
      const answer = client.query('select 1').then(
        () => true,
        () => false,
      )
      const silence = sleep(ASK_EVERY, false, { signal, ref: false }).catch(() => false)
      if (!(await Promise.race([answer, silence]))) break
    }
    client.end().catch(() => {})
  }
  /** Where the database answers others and only this line can't be made, changes are being missed. */
  const isAnswering = () =>
    sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
  const look = async () => {
    while (!signal.aborted) {
      await untilLost(line)
      for (let failures = 1; !signal.aborted; failures++) {
        try {
          line = await open()
          break
        } catch {
          if (await isAnswering()) board.deliver(['missed'])
          await sleep(backOff(failures, LONGEST_PAUSE), undefined, { signal, ref: false }).catch(() => {})
        }
      }
      if (!signal.aborted) board.deliver(['missed'])
    }
    line.client.end().catch(() => {})
  }
  const looking = look()
  return {
    async close() {
      closed.abort()
      line.client.end().catch(() => {})
      await looking
    },
  }
}
