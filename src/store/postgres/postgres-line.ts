/**
 * Hears what every process on a PostgreSQL says, on a line of its own that
 * is looked after: one that breaks is made anew, and one that has gone silent
 * is taken for broken. What was said meanwhile was missed, and that is said.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { backOff } from '../beside/back-off.ts'
import type { EventBoard } from '../event-board.ts'
import { type Event, eventsFrom, MISSED } from '../events.ts'
import type { Database } from '../store.ts'

export const CHANNEL = 'courant_changes'
/** How often the line is asked whether it still is one, and how long its answer may take, in milliseconds. */
const ASK_EVERY = 15_000
export const ANSWER_WITHIN = 15_000
/** The longest between two attempts to make it anew, in milliseconds. */
const LONGEST_PAUSE = 5000

interface Options {
  /** A line on which a question is given up after ANSWER_WITHIN. */
  connect(): pg.Client
  db: Database
  board: EventBoard
  /** Marks what this process says. */
  sender: string
}

/** PostgreSQL takes no payload of 8,000 bytes; what would not fit into one is said in several. */
const LONGEST_PAYLOAD = 7800

/** Events as what is sent on the line by `sender`. One that fits into none is told as something that was missed. */
export function payloadsOf(events: readonly Event[], sender: string): string[] {
  const payloads: string[] = []
  let held: Event[] = []
  const bytes = (some: readonly Event[]) => Buffer.byteLength(JSON.stringify(some))
  const send = () => {
    if (held.length > 0) payloads.push(`${sender} ${JSON.stringify(held)}`)
    held = []
  }
  for (const event of events) {
    const fitting = bytes([event]) <= LONGEST_PAYLOAD ? event : MISSED
    if (bytes([...held, fitting]) > LONGEST_PAYLOAD) send()
    held.push(fitting)
  }
  send()
  return payloads
}

/** Rejects where the first connection can't be made; later ones are tried until they can. */
export async function hearOthers({ connect, db, board, sender }: Options): Promise<{ close(): Promise<void> }> {
  const closed = new AbortController()
  const { signal } = closed
  let line = await open()

  async function open() {
    const client = connect()
    const lost = new AbortController()
    client.on('error', () => lost.abort())
    client.on('end', () => lost.abort())
    client.on('notification', ({ payload = '' }) => {
      // What is said here was heard when it was committed.
      if (!payload.startsWith(`${sender} `)) board.deliver(eventsFrom(payload.slice(payload.indexOf(' ') + 1)))
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      return { client, lost }
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
  }
  /** Fulfilled when the line is broken, no longer answers, or is let go. */
  const untilLost = async ({ client, lost }: typeof line) => {
    while (!lost.signal.aborted) {
      await sleep(ASK_EVERY, undefined, { signal: lost.signal, ref: false }).catch(() => {})
      if (lost.signal.aborted) break
      const answers = await client.query('select 1').then(
        () => true,
        () => false,
      )
      if (!answers) break
    }
    client.end().catch(() => {})
  }
  /** Where the database answers others and only this line can't be made, something is being missed. */
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
          if (await isAnswering()) board.deliver([MISSED])
          await sleep(backOff(failures, LONGEST_PAUSE), undefined, { signal, ref: false }).catch(() => {})
        }
      }
      if (!signal.aborted) board.deliver([MISSED])
    }
    line.client.end().catch(() => {})
  }
  const looking = look()
  return {
    async close() {
      closed.abort()
      line.lost.abort()
      // A question that is under way is not waited for.
      line.client.end().catch(() => {})
      await looking
    },
  }
}
