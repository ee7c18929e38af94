/**
 * So many of one kind within a stretch of time, and no more: letters to an
 * address, accounts from a network. What is counted is forgotten a day later.
 */
import type { Database, Transaction } from '../store/index.ts'

export interface Allowed {
  most: number
  /** In milliseconds; a day at the most. */
  within: number
}

/** One more under this key, where that is allowed; in one statement, so that two at once are two. */
export async function countOne(tx: Transaction, key: string, { most, within }: Allowed): Promise<boolean> {
  const start = tx.now - within
  const row = await tx.rows
    .insertInto('letter_limits')
    .values({ key, count: 1, since: tx.now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((limit) => ({
          count: limit
            .case()
            .when('letter_limits.since', '<=', start)
            .then(1)
            .else(limit('letter_limits.count', '+', 1))
            .end(),
          since: limit
            .case()
            .when('letter_limits.since', '<=', start)
            .then(tx.now)
            .else(limit.ref('letter_limits.since'))
            .end(),
        }))
        .where((limit) =>
          limit.or([limit('letter_limits.since', '<=', start), limit('letter_limits.count', '<', most)]),
        ),
    )
    .returning('count')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The same for a network, by the keys it is known by (the newest first). What
 * was counted under yesterday's counts on, so that midnight lets nobody begin anew.
 */
export async function countNetwork(
  tx: Transaction,
  what: string,
  keys: readonly string[],
  { most, within }: Allowed,
): Promise<boolean> {
  const [today, ...older] = keys
  if (today === undefined) return true
  const left = most - (await countedUnder(tx.rows, what, older, within, tx.now))
  return left > 0 && countOne(tx, `${what} ${today}`, { most: left, within })
}

/** How many were counted for a network with these keys. */
export async function countedUnder(
  db: Database,
  what: string,
  keys: readonly string[],
  within: number,
  now: number,
): Promise<number> {
  if (keys.length === 0) return 0
  const rows = await db
    .selectFrom('letter_limits')
    .select('count')
    .where(
      'key',
      'in',
      keys.map((key) => `${what} ${key}`),
    )
    .where('since', '>', now - within)
    .execute()
  return rows.reduce((sum, { count }) => sum + count, 0)
}
