/** The second factor beside a password: codes of a device, and ten ways back in for who has lost it. */
import { randomBytes } from 'node:crypto'
import type { Database, Write } from '../store/index.ts'
import { noteAct } from './acts.ts'
import { base32, matchCode } from './code-of-time.ts'
import { hashOf } from './tokens.ts'

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
export async function beginCodes(write: Write, personId: string, now: number): Promise<void> {
  await write.deleteFrom('code_secrets').where('person_id', '=', personId).where('confirmed_at', 'is', null).execute()
  await write
    .insertInto('code_secrets')
    .values({
      person_id: personId,
      secret: randomBytes(20).toString('base64url'),
      created_at: now,
      confirmed_at: null,
      last_step: 0,
    })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
}

/** Makes the waiting secret count, where `code` is one of it; answers the recovery codes, shown only now, or null. */
export async function confirmCodes(
  write: Write,
  personId: string,
  code: string,
  now: number,
): Promise<string[] | null> {
  const row = await write
    .selectFrom('code_secrets')
    .selectAll()
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  const step = row ? matchCode(Buffer.from(row.secret, 'base64url'), code, row.last_step, now) : null
  if (step === null) return null
  await write
    .updateTable('code_secrets')
    .set({ confirmed_at: now, last_step: step })
    .where('person_id', '=', personId)
    .execute()
  await noteAct(
    write,
    { by: personId, act: 'codes.added', about: personId, detail: 'Codes are asked for after the password' },
    now,
  )
  return makeRecoveryCodes(write, personId, now)
}

/** Ten new recovery codes in place of all earlier ones; only their hashes are kept. */
export async function makeRecoveryCodes(write: Write, personId: string, now: number): Promise<string[]> {
  // 80 random bits each: a plain hash of them can't be tried out.
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    (base32(randomBytes(10)).match(/.{4}/g) ?? []).join('-').toLowerCase(),
  )
  await write.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  await write
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ code_hash: recoveryHash(code), person_id: personId, made_at: now, used_at: null })))
    .execute()
  await noteAct(write, { by: personId, act: 'codes.recovery', about: personId, detail: 'Made new recovery codes' }, now)
  return codes
}

export async function removeCodes(write: Write, personId: string, now: number): Promise<void> {
  const gone = await write.deleteFrom('code_secrets').where('person_id', '=', personId).executeTakeFirst()
  await write.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  if (gone.numDeletedRows === 0n) return
  await noteAct(
    write,
    { by: personId, act: 'codes.removed', about: personId, detail: 'Codes are no longer asked for' },
    now,
  )
}

export const asksForCode = async (db: Database, personId: string): Promise<boolean> =>
  (await db
    .selectFrom('code_secrets')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()) !== undefined

/** Uses a code or a recovery code up, where it is right; says which it was. */
export async function useCode(
  write: Write,
  personId: string,
  typed: string,
  now: number,
): Promise<'code' | 'recovery code' | null> {
  const row = await write
    .selectFrom('code_secrets')
    .selectAll()
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (!row) return null
  const step = matchCode(Buffer.from(row.secret, 'base64url'), typed, row.last_step, now)
  if (step !== null) {
    const used = await write
      .updateTable('code_secrets')
      .set({ last_step: step })
      .where('person_id', '=', personId)
      .where('last_step', '<', step)
      .executeTakeFirst()
    return used.numUpdatedRows === 1n ? 'code' : null
  }
  const used = await write
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('code_hash', '=', recoveryHash(typed))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n ? 'recovery code' : null
}

/** Typed with or without its hyphens, in large letters or small. */
const recoveryHash = (typed: string): string => hashOf(typed.toUpperCase().replace(/[^A-Z2-7]/g, ''))
