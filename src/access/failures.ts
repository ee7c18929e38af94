/**
 * Failed attempts at the door: so many a name, so many a network, in a quarter
 * of an hour. An attempt is written down before it is looked at, and crossed
 * out where it was right, so that many at once are many.
 */
import { createHmac } from 'node:crypto'
import { knownSecret, newId, type Store, takeTurns } from '../store/index.ts'

export const FAILURES = { name: 10, network: 50, within: 15 * 60 * 1000 }

/**
 * Kinds of keys: a sign-in name, a person's codes, and the network an attempt comes from; "tokens" is that network as
 * programs come from it, so that one with an old token keeps nobody from signing in.
 */
export type FailureKey = { kind: 'name' | 'codes' | 'network' | 'tokens'; value: string }

/** The ids of the attempt's rows, to be crossed out; null where there were too many. */
export async function beginAttempt(store: Store, keys: readonly FailureKey[], now: number): Promise<string[] | null> {
  return store.transaction(now, async (tx) => {
    // Of many at once, each must find those before it written down.
    await takeTurns(tx, 'attempts')
    const secret = Buffer.from(await knownSecret(tx.rows)).toString('base64url')
    // What was typed as a name may be a password: only a keyed hash of it is kept, and that for a quarter of an hour.
    const hashed = keys.map(({ kind, value }) => ({
      kind,
      key: createHmac('sha256', `sign-in ${secret}`).update(`${kind} ${value}`).digest('base64url'),
    }))
    await tx.rows
      .deleteFrom('sign_in_failures')
      .where('at', '<=', now - FAILURES.within)
      .execute()
    for (const { kind, key } of hashed) {
      const row = await tx.rows
        .selectFrom('sign_in_failures')
        .select((f) => f.fn.countAll().as('count'))
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
      const isOfNetwork = kind === 'network' || kind === 'tokens'
      if (Number(row.count) >= (isOfNetwork ? FAILURES.network : FAILURES.name)) return null
    }
    const rows = hashed.map(({ key }) => ({ id: newId(now), key, at: now }))
    await tx.rows.insertInto('sign_in_failures').values(rows).execute()
    return rows.map(({ id }) => id)
  })
}

/** The attempt was right. */
export async function crossOut(store: Store, attempt: readonly string[], now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    await tx.rows
      .deleteFrom('sign_in_failures')
      .where('id', 'in', [...attempt])
      .execute()
  })
}
