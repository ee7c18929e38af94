import { randomBytes } from 'node:crypto'
import type { Store } from './store.ts'

/**
 * The site's own secret, 32 bytes, made at the first start and kept in the
 * database, so that every process on it signs alike.
 */
export async function readSecret(store: Store): Promise<Uint8Array> {
  const name = 'site'
  return store.transaction(async (write) => {
    await write
      .insertInto('secrets')
      .values({ name, value: randomBytes(32).toString('base64url') })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    const { value } = await write
      .selectFrom('secrets')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    return Buffer.from(value, 'base64url')
  })
}
