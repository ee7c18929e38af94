/** A sign-in that was begun by a password and is to be finished by a code. */
import type { Database, Transaction } from '../store/index.ts'
import type { PasskeyOwner } from './passkeys.ts'
import { newToken, tokenHash } from './tokens.ts'

const STEP_LIFE = 10 * 60 * 1000
const CODE = 'code'

/** The token that goes with the code, for ten minutes. */
export async function beginCodeStep(tx: Transaction, personId: string): Promise<string> {
  const step = newToken()
  await tx.rows.deleteFrom('sign_in_steps').where('expires_at', '<', tx.now).execute()
  await tx.rows
    .insertInto('sign_in_steps')
    .values({
      token_hash: tokenHash(step),
      purpose: CODE,
      person_id: personId,
      reader_id: null,
      challenge: '',
      created_at: tx.now,
      expires_at: tx.now + STEP_LIFE,
    })
    .execute()
  return step
}

/** Whose step it is, by id; null where it is over or unknown. Looking does not use it. */
export async function readCodeStep(db: Database, step: string, now: number): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in_steps')
    .select('person_id')
    .where('token_hash', '=', tokenHash(step))
    .where('purpose', '=', CODE)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** False where somebody else has ended it meanwhile. */
export async function endCodeStep(tx: Transaction, step: string): Promise<boolean> {
  const ended = await tx.rows.deleteFrom('sign_in_steps').where('token_hash', '=', tokenHash(step)).executeTakeFirst()
  return ended.numDeletedRows > 0n
}

/** Ends all that somebody has begun: they may not come in that way any more. */
export async function endStepsOf(tx: Transaction, owner: PasskeyOwner): Promise<void> {
  const column = owner.kind === 'person' ? 'person_id' : 'reader_id'
  await tx.rows.deleteFrom('sign_in_steps').where(column, '=', owner.id).execute()
}
