/** The letters as the newsroom sees them: what waits, what left, what did not; never what they say. */
import type { Database, Store, Transaction } from '../store/index.ts'

export interface ListedLetter {
  id: string
  kind: string
  to: string
  subject: string
  createdAt: number
  notBefore: number
  sentAt: number | null
  way: string | null
  attempts: number
  /** Why the last attempt failed. */
  problem: string | null
  againAt: number | null
  givenUpAt: number | null
}

export interface LetterLists {
  waiting: ListedLetter[]
  failed: ListedLetter[]
  sent: ListedLetter[]
  /** How many there are of each, of which the lists show the first. */
  counts: { waiting: number; failed: number; sent: number }
}

/** Sent letters, and those given up, are remembered this long, in milliseconds. */
export const LETTERS_KEPT = 30 * 24 * 60 * 60 * 1000

/** What waits, soonest first; what failed and what was sent, newest first; at most `limit` of each. */
export async function listLetters(db: Database, limit: number): Promise<LetterLists> {
  const letters = () => db.selectFrom('letters').selectAll().limit(limit)
  const counts = await db
    .selectFrom('letters')
    .select((l) => [
      l.fn.countAll().as('all'),
      l.fn.count('sent_at').as('sent'),
      l.fn.count('given_up_at').as('failed'),
    ])
    .executeTakeFirstOrThrow()
  const [waiting, failed, sent] = await Promise.all([
    letters()
      .where('sent_at', 'is', null)
      .where('given_up_at', 'is', null)
      .orderBy('not_before')
      .orderBy('id')
      .execute(),
    letters().where('given_up_at', 'is not', null).orderBy('given_up_at', 'desc').orderBy('id', 'desc').execute(),
    letters().where('sent_at', 'is not', null).orderBy('sent_at', 'desc').orderBy('id', 'desc').execute(),
  ])
  const [all, left, lost] = [Number(counts.all), Number(counts.sent), Number(counts.failed)]
  return {
    waiting: waiting.map(toListed),
    failed: failed.map(toListed),
    sent: sent.map(toListed),
    counts: { waiting: all - left - lost, failed: lost, sent: left },
  }
}

/** How many are still to leave, now or later. */
export async function countWaitingLetters(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('letters')
    .select((l) => l.fn.countAll().as('count'))
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those that were given up. */
export const failedLetters = (db: Database) => db.selectFrom('letters').where('given_up_at', 'is not', null)

/** How many were given up, and when the newest was, in milliseconds since the epoch; of those that were by then, where `until` is given. */
export async function countFailedLetters(
  db: Database,
  until?: number,
): Promise<{ count: number; newest: number | null }> {
  let query = failedLetters(db)
  if (until !== undefined) query = query.where('given_up_at', '<=', until)
  const row = await query
    .select((l) => [l.fn.countAll().as('count'), l.fn.max('given_up_at').as('newest')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), newest: row.newest === null ? null : Number(row.newest) }
}

/** Puts a letter that was given up on its way again, with all its attempts before it; false where there is none. */
export async function tryLetterAgain(tx: Transaction, id: string): Promise<boolean> {
  const result = await tx.rows
    .updateTable('letters')
    .set({ given_up_at: null, again_at: null, not_before: tx.now, attempts: 0 })
    .where('id', '=', id)
    .where('given_up_at', 'is not', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await tx.say({ kind: 'letters.changed' })
  return true
}

/** Forgets letters that left, or were given up, more than thirty days ago. */
export async function sweepLetters(store: Store, now: number): Promise<void> {
  const before = now - LETTERS_KEPT
  const old = await store.db
    .selectFrom('letters')
    .select('id')
    .where((l) => l.or([l('sent_at', '<', before), l('given_up_at', '<', before)]))
    .limit(1)
    .executeTakeFirst()
  if (!old) return
  await store.transaction(now, (tx) =>
    tx.rows
      .deleteFrom('letters')
      .where((l) => l.or([l('sent_at', '<', before), l('given_up_at', '<', before)]))
      .execute(),
  )
}

const toListed = (row: {
  id: string
  kind: string
  to_address: string
  subject: string
  created_at: number
  not_before: number
  sent_at: number | null
  way: string | null
  attempts: number
  problem: string | null
  again_at: number | null
  given_up_at: number | null
}): ListedLetter => ({
  id: row.id,
  kind: row.kind,
  to: row.to_address,
  subject: row.subject,
  createdAt: row.created_at,
  notBefore: row.not_before,
  sentAt: row.sent_at,
  way: row.way,
  attempts: row.attempts,
  problem: row.problem,
  againAt: row.again_at,
  givenUpAt: row.given_up_at,
})
