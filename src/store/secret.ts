import { randomBytes } from 'node:crypto'
import type { Database, Store } from './store.ts'

const NAME = 'site'

/**
 * The site's own secret, 32 bytes, made at the first start and kept in the
 * database, so that every process on it signs alike.
 */
export async function readSecret(store: Store, now: number): Promise<Uint8Array> {
  return store.transaction(now, async (tx) => {
    await tx.rows
      .insertInto('secrets')
      .values({ name: NAME, value: randomBytes(32).toString('base64url') })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    return knownSecret(tx.rows)
  })
}

/** The same where the site has been started before, as it has wherever somebody asks it for something. */
export async function knownSecret(db: Database): Promise<Uint8Array> {
  const { value } = await db.selectFrom('secrets').select('value').where('name', '=', NAME).executeTakeFirstOrThrow()
  return Buffer.from(value, 'base64url')
}
