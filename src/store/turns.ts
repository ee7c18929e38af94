import { sql } from 'kysely'
import type { Transaction } from './store.ts'

/** What transactions can take turns at, each by its number: any will do, as long as every Courant takes the same one. */
const PLACES = {
  claims: 7_205_759_404,
  people: 7_205_759_405,
  campaigns: 7_205_759_406,
  settings: 7_205_759_407,
  attempts: 7_205_759_408,
  corrections: 7_205_759_408,
  front: 7_205_759_411,
  pictures: 7_205_759_410,
  attachments: 7_205_759_411,
  paper: 7_205_759_412,
  drafts: 7_205_759_413,
} as const

/**
 * Makes transactions that would step on one another's rows take turns, from here
 * to the end of each; with an id, only those at that one. SQLite lets one write
 * at a time as it is.
 */
export async function takeTurns(tx: Transaction, place: keyof typeof PLACES, id?: string): Promise<void> {
  if (tx.kind !== 'postgres') return
  const number = id === undefined ? sql`${PLACES[place]}` : sql`hashtextextended(${id}, ${PLACES[place]})`
  await sql`select pg_advisory_xact_lock(${number})`.execute(tx.rows)
}
