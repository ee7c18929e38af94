/** The door of programs: whose a token is, and what is done with it. */
import { allowProgramAct, beginAttempt, tokenHash } from '../access/index.ts'
import { type Person, readPerson } from '../people/index.ts'
import type { Store } from '../store/index.ts'
import { type Program, toProgram } from './programs.ts'

/** How exactly it is known when a program last came in. Milliseconds. */
const SEEN_EVERY = 5 * 60 * 1000

export interface ProgramInHand {
  program: Program
  /** In whose name it acts, as they are at this moment. */
  person: Person
}

export type ComesIn =
  | ({ kind: 'in' } & ProgramInHand)
  /** Nobody's, or of a program that was removed. */
  | { kind: 'unknown' }
  | { kind: 'ended'; at: number }
  /** Its person may not sign in any more. */
  | { kind: 'suspended'; name: string }
  /** More tokens that are nobody's have come from there than anybody types by mistake. */
  | { kind: 'too many' }

/** Whose a token is. `network` is a keyed hash of where it comes from: only tokens that are nobody's are counted for it. */
export async function comeIn(store: Store, { token, network }: { token: string; network: string }, now: number) {
  const known = await findByToken(store, token, now)
  if (known.kind === 'in') await seeProgram(store, known.program, now)
  if (known.kind !== 'unknown') return known
  const attempt = await beginAttempt(store, [{ kind: 'tokens', value: network }], now)
  return attempt ? known : ({ kind: 'too many' } as const)
}

async function findByToken(store: Store, token: string, now: number): Promise<ComesIn> {
  const row = await store.db
    .selectFrom('program_tokens')
    .innerJoin('programs', 'programs.id', 'program_tokens.program_id')
    .selectAll('programs')
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst()
  const person = row ? await readPerson(store.db, row.made_by) : null
  if (!row || !person) return { kind: 'unknown' }
  if (row.ends_at !== null && row.ends_at <= now) return { kind: 'ended', at: row.ends_at }
  if (person.disabled) return { kind: 'suspended', name: person.name }
  return { kind: 'in', program: toProgram(row), person }
}

async function seeProgram(store: Store, { id, seenAt }: Program, now: number): Promise<void> {
  if (seenAt !== null && now - seenAt < SEEN_EVERY) return
  await store.transaction(now, async (tx) => {
    await tx.rows.updateTable('programs').set({ seen_at: now }).where('id', '=', id).execute()
  })
}

/** Whether a program may do one more thing now; counts it where it may. */
export const mayActNow = (store: Store, programId: string, now: number): Promise<boolean> =>
  store.transaction(now, (tx) => allowProgramAct(tx, programId))

/** The same store, in which all that is written is kept as done through this program. */
export const storeThrough = (store: Store, programId: string): Store => ({
  ...store,
  transaction: (now, work) => store.transaction(now, work, programId),
})
