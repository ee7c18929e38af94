/**
 * One-time links, by which anyone of the staff comes in first, and comes back
 * who has lost all else. The database holds only SHA-256 hashes of their tokens,
 * which are 256 random bits, so a copy of it opens no door.
 */

import { newToken, tokenHash } from '../access/index.ts'
import { staffMessages as m } from '../messages/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import { noteAct } from './acts.ts'
import { addPerson, type Person, ROLES, toPerson } from './person.ts'
import { type OpenedSession, openSession } from './sessions.ts'

const LINK_LIFE = 24 * 60 * 60 * 1000

/** A new one-time link's token for a person; it opens one session within 24 hours. `by` is null for the command line. */
export async function makeSignInLink(
  store: Store,
  personId: string,
  now: number,
  by: string | null = null,
): Promise<string> {
  return store.transaction(now, async (tx) => {
    const token = await insertLink(tx, personId)
    const { name } = await tx.rows
      .selectFrom('people')
      .select('name')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const act = { by, act: 'person.link', about: personId, detail: m.logLink(name) }
    await noteAct(tx, act)
    return token
  })
}

async function insertLink(tx: Transaction, personId: string): Promise<string> {
  const token = newToken()
  await tx.rows
    .insertInto('sign_in_links')
    .values({
      token_hash: tokenHash(token),
      person_id: personId,
      created_at: tx.now,
      expires_at: tx.now + LINK_LIFE,
      used_at: null,
    })
    .execute()
  return token
}

/** Whose link it is, while it can still be used; looking does not use it. */
export async function peekSignInLink(db: Database, token: string, now: number): Promise<Person | null> {
  const row = await db
    .selectFrom('sign_in_links')
    .innerJoin('people', 'people.id', 'sign_in_links.person_id')
    .selectAll('people')
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('people.disabled_at', 'is', null)
    .executeTakeFirst()
  return row ? toPerson(row) : null
}

/** Uses a link up and opens a session; null where the link is used, old or unknown. */
export async function signIn(
  store: Store,
  token: string,
  now: number,
  browser: { device: string; replaces?: string | undefined } = { device: '' },
): Promise<OpenedSession | null> {
  return store.transaction(now, async (tx) => {
    const used = await tx.rows
      .updateTable('sign_in_links')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .where('person_id', 'in', (people) => people.selectFrom('people').select('id').where('disabled_at', 'is', null))
      .returning('person_id')
      .executeTakeFirst()
    if (!used) return null
    return openSession(tx, { personId: used.person_id, way: 'link', ...browser })
  })
}

/**
 * Makes the first editor where there is nobody yet, and a link for them as long
 * as no link has ever been used; null once someone has signed in.
 */
export async function firstEditorLink(store: Store, now: number): Promise<string | null> {
  const used = await store.db
    .selectFrom('sign_in_links')
    .select('token_hash')
    .where('used_at', 'is not', null)
    .executeTakeFirst()
  if (used) return null
  const someone = await store.db
    .selectFrom('people')
    .select('id')
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  const person = someone ?? (await addPerson(store, { name: m.firstEditor, mail: null, switches: ROLES.editor }, now))
  if ('problem' in person) throw new Error(person.problem)
  return store.transaction(now, (tx) => insertLink(tx, person.id))
}
