/**
 * Signing in by password, and by a code where the person has set that up. The
 * same work is done for a name that nobody has, so that neither the answer nor
 * its timing tells which names exist.
 */

import { beginAttempt, beginCodeStep, crossOut, endCodeStep, readCodeStep } from '../access/index.ts'
import { staffMessages as m } from '../messages/index.ts'
import type { Store, Transaction } from '../store/index.ts'
import { noteAct } from './acts.ts'
import { argon2, foldSignInName, type Hasher, NOBODYS_HASH } from './passwords.ts'
import { readPerson } from './person.ts'
import { asksForCode, useCode } from './second-factor.ts'
import { type OpenedSession, openSession } from './sessions.ts'

export interface Browser {
  /** In words. */
  device: string
  /** A keyed hash of the network. */
  network: string
  /** The token of the session it had before. */
  replaces?: string | undefined
}

export type PasswordAnswer =
  | ({ kind: 'in' } & OpenedSession)
  /** The password was right, and a code is asked for: `step` goes with it. */
  | { kind: 'code'; step: string }
  | { kind: 'no'; sentence: string }

/** The id of the person whose name and password these are; the same hashing for every name. */
export async function checkPassword(
  store: Store,
  { name, password, network }: { name: string; password: string; network: string },
  now: number,
  hasher: Hasher = argon2,
): Promise<{ personId: string } | { problem: string }> {
  const folded = foldSignInName(name)
  const keys = [
    { kind: 'name', value: folded },
    { kind: 'network', value: network },
  ] as const
  const attempt = await beginAttempt(store, keys, now)
  if (!attempt) return { problem: m.tooManyAttempts }
  const row = await store.db
    .selectFrom('passwords')
    .innerJoin('people', 'people.id', 'passwords.person_id')
    .select(['person_id', 'hash', 'disabled_at'])
    .where('sign_in_name', '=', folded)
    .executeTakeFirst()
  // A text of a megabyte would be work that only its sender wants.
  const right = await hasher.verify(row?.hash ?? NOBODYS_HASH, password.slice(0, 1024))
  if (!row || !right || row.disabled_at !== null) {
    await store.transaction(now, (tx) => noteFailure(tx, row?.person_id ?? null, 'password'))
    return { problem: m.wrongPassword }
  }
  await crossOut(store, attempt, now)
  return { personId: row.person_id }
}

export async function signInByPassword(
  store: Store,
  typed: { name: string; password: string },
  { network, ...browser }: Browser,
  now: number,
  hasher: Hasher = argon2,
): Promise<PasswordAnswer> {
  const checked = await checkPassword(store, { ...typed, network }, now, hasher)
  if ('problem' in checked) return { kind: 'no', sentence: checked.problem }
  const { personId } = checked
  return store.transaction(now, async (tx) => {
    if (!(await asksForCode(tx.rows, personId)))
      return { kind: 'in', ...(await openSession(tx, { personId, way: 'password', ...browser })) }
    return { kind: 'code', step: await beginCodeStep(tx, personId) }
  })
}

/** The second half: a code of the device, or a recovery code. A wrong one can be put right within ten minutes. */
export async function signInByCode(
  store: Store,
  { step, code }: { step: string; code: string },
  { network, ...browser }: Browser,
  now: number,
): Promise<PasswordAnswer | { kind: 'again'; sentence: string }> {
  const begun = await readCodeStep(store.db, step, now)
  const person = begun === null ? null : await readPerson(store.db, begun)
  if (!person || person.disabled) return { kind: 'no', sentence: m.tookTooLong }
  const personId = person.id
  const keys = [
    { kind: 'codes', value: personId },
    { kind: 'network', value: network },
  ] as const
  const attempt = await beginAttempt(store, keys, now)
  if (!attempt) return { kind: 'no', sentence: m.tooManyAttempts }
  const opened = await store.transaction(now, async (tx) => {
    const way = await useCode(tx, personId, code)
    if (!way) {
      await noteFailure(tx, personId, 'code')
      return null
    }
    if (!(await endCodeStep(tx, step))) return null
    return openSession(tx, { personId, way, ...browser })
  })
  if (!opened) return { kind: 'again', sentence: m.wrongCode }
  await crossOut(store, attempt, now)
  return { kind: 'in', ...opened }
}

/** In the log: a failed attempt on somebody's name, or on one that nobody has, which is not told. */
const noteFailure = (tx: Transaction, personId: string | null, what: 'password' | 'code'): Promise<void> =>
  noteAct(tx, {
    by: null,
    act: 'session.failed',
    about: personId,
    detail: what === 'code' ? m.logWrongCode : m.logWrongPassword,
  })
