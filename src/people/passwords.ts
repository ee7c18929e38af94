/** Passwords, kept as Argon2id hashes. */

import { foldPassword, passwordProblem } from '../access/index.ts'
import { staffMessages as m } from '../messages/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import { normalForm } from '../text/index.ts'
import { noteAct } from './acts.ts'
import type { Person } from './person.ts'
import { endOtherSessions } from './sessions.ts'

/** What turns a password into what is kept of it. */
export interface Hasher {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane; about 15 ms, off the main thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * What an unknown name's password is compared with, so that the answer takes
 * the same work: a hash of random bytes that nobody knows, of the cost above.
 */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$Bmwd9Y+6aZW4LDIYCebbRg$sJfr1iwnYXFeSfLjArwgn3RIe7U21wE5UiFOfvY/AtM'

/** Loaded when the first password comes: a server at rest does not carry it. */
export const argon2: Hasher = {
  async hash(password) {
    return (await import('@node-rs/argon2')).hash(foldPassword(password), COST)
  },
  async verify(hash, password) {
    return (await import('@node-rs/argon2')).verify(hash, foldPassword(password))
  },
}

/** A name as it is compared at the door. */
export const foldSignInName = (typed: string): string =>
  normalForm(typed, 'NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

export interface PasswordLine {
  signInName: string
  setAt: number
}

export async function readPassword(db: Database, personId: string): Promise<PasswordLine | null> {
  const row = await db.selectFrom('passwords').selectAll().where('person_id', '=', personId).executeTakeFirst()
  return row ? { signInName: row.sign_in_name, setAt: row.set_at } : null
}

/** Sets a person's password and sign-in name, and ends all their other sessions; or says in a sentence why not. */
export async function setPassword(
  store: Store,
  {
    person,
    signInName,
    password,
    keep,
    siteName,
  }: { person: Person; signInName: string; password: string; keep: string | null; siteName: string },
  now: number,
  hasher: Hasher = argon2,
): Promise<{ problem: string; field: 'name' | 'password' } | null> {
  const name = foldSignInName(signInName)
  if (name === '' || name.length > 254) return { field: 'name', problem: m.needsSignInName }
  const problem = passwordProblem(password, [name, person.name, person.mail ?? '', siteName])
  if (problem) return { field: 'password', problem }
  const hash = await hasher.hash(password)
  return store.transaction(now, async (tx) => {
    const taken = await tx.rows
      .selectFrom('passwords')
      .select('person_id')
      .where('sign_in_name', '=', name)
      .where('person_id', '!=', person.id)
      .executeTakeFirst()
    if (taken) return { field: 'name', problem: m.signInNameTaken }
    const values = { sign_in_name: name, hash, set_at: now }
    await tx.rows
      .insertInto('passwords')
      .values({ person_id: person.id, ...values })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
      .execute()
    await noteAct(tx, { by: person.id, act: 'password.set', about: person.id, detail: m.logPasswordSet })
    await endOtherSessions(tx, { personId: person.id, keep })
    return null
  })
}

/** Takes a person's password away, and the codes that went with it: what is left are passkeys and links. */
export async function removePassword(tx: Transaction, personId: string): Promise<void> {
  const gone = await tx.rows.deleteFrom('passwords').where('person_id', '=', personId).executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await noteAct(tx, { by: personId, act: 'password.removed', about: personId, detail: m.logPasswordRemoved })
}
