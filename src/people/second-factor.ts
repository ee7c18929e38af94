/** The second factor beside a password: codes of a device, and ten ways back in for who has lost it. */

import { randomBytes } from 'node:crypto'
import { base32, matchCode, tokenHash } from '../access/index.ts'
import { staffMessages as m } from '../messages/index.ts'
import type { Database, Transaction } from '../store/index.ts'
import { noteAct } from './acts.ts'

const RECOVERY_CODES = 10

export interface CodesLine {
  /** Since when codes are asked for; null where they are not. */
  confirmedAt: number | null
  /** The secret that waits to be confirmed; null where none does. */
  waiting: Uint8Array | null
  recoveryLeft: number
}

export async function readCodes(db: Database, personId: string): Promise<CodesLine> {
  const row = await db.selectFrom('code_secrets').selectAll().where('person_id', '=', personId).executeTakeFirst()
  const left = await db
    .selectFrom('recovery_codes')
    .select((r) => r.fn.countAll().as('count'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    confirmedAt: row?.confirmed_at ?? null,
    waiting: row && row.confirmed_at === null ? Buffer.from(row.secret, 'base64url') : null,
    recoveryLeft: Number(left.count),
  }
}

/** A new secret that counts once a code of it was typed. Where one counts already, nothing changes. */
export async function beginCodes(tx: Transaction, personId: string): Promise<void> {
  await tx.rows.deleteFrom('code_secrets').where('person_id', '=', personId).where('confirmed_at', 'is', null).execute()
  await tx.rows
    .insertInto('code_secrets')
    .values({
      person_id: personId,
      secret: randomBytes(20).toString('base64url'),
      created_at: tx.now,
      confirmed_at: null,
      last_step: 0,
    })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
}

/** Makes the waiting secret count, where `code` is one of it; answers the recovery codes, shown only now, or null. */
export async function confirmCodes(tx: Transaction, personId: string, code: string): Promise<string[] | null> {
  const row = await tx.rows
    .selectFrom('code_secrets')
    .selectAll()
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  const step = row ? matchCode(Buffer.from(row.secret, 'base64url'), code, row.last_step, tx.now) : null
  if (step === null) return null
  await tx.rows
    .updateTable('code_secrets')
    .set({ confirmed_at: tx.now, last_step: step })
    .where('person_id', '=', personId)
    .execute()
  await noteAct(tx, {
    by: personId,
    act: 'codes.added',
    about: personId,
    detail: m.logCodesOn,
  })
  return makeRecoveryCodes(tx, personId)
}

/** Ten new recovery codes in place of all earlier ones; only their hashes are kept. */
export async function makeRecoveryCodes(tx: Transaction, personId: string): Promise<string[]> {
  // 80 random bits each: a plain hash of them can't be tried out.
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    (base32(randomBytes(10)).match(/.{4}/g) ?? []).join('-').toLowerCase(),
  )
  await tx.rows.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  await tx.rows
    .insertInto('recovery_codes')
    .values(
      codes.map((code) => ({ code_hash: recoveryHash(code), person_id: personId, made_at: tx.now, used_at: null })),
    )
    .execute()
  await noteAct(tx, { by: personId, act: 'codes.recovery', about: personId, detail: m.logRecoveryCodes })
  return codes
}

export async function removeCodes(tx: Transaction, personId: string): Promise<void> {
  const gone = await tx.rows.deleteFrom('code_secrets').where('person_id', '=', personId).executeTakeFirst()
  await tx.rows.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  if (gone.numDeletedRows === 0n) return
  await noteAct(tx, { by: personId, act: 'codes.removed', about: personId, detail: m.logCodesOff })
}

export const asksForCode = async (db: Database, personId: string): Promise<boolean> =>
  (await db
    .selectFrom('code_secrets')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()) !== undefined

/** Uses a code or a recovery code up, where it is right; says how its owner has now shown who they are. */
export async function useCode(
  tx: Transaction,
  personId: string,
  typed: string,
): Promise<'password and code' | 'password and recovery code' | null> {
  const row = await tx.rows
    .selectFrom('code_secrets')
    .selectAll()
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (!row) return null
  const step = matchCode(Buffer.from(row.secret, 'base64url'), typed, row.last_step, tx.now)
  if (step !== null) {
    const used = await tx.rows
      .updateTable('code_secrets')
      .set({ last_step: step })
      .where('person_id', '=', personId)
      .where('last_step', '<', step)
      .executeTakeFirst()
    return used.numUpdatedRows === 1n ? 'password and code' : null
  }
  const used = await tx.rows
    .updateTable('recovery_codes')
    .set({ used_at: tx.now })
    .where('code_hash', '=', recoveryHash(typed))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n ? 'password and recovery code' : null
}

/** Typed with or without its hyphens, in large letters or small. */
const recoveryHash = (typed: string): string => tokenHash(typed.toUpperCase().replace(/[^A-Z2-7]/g, ''))
