/**
 * One-time links and sessions. The database holds only SHA-256 hashes of their
 * tokens, which are 256 random bits, so a copy of it opens no door.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Database, Store } from '../store/index.ts'
import { addPerson, type Person, ROLES, toPerson } from './person.ts'

const LINK_LIFE = 24 * 60 * 60 * 1000
const SESSION_LIFE = 30 * 24 * 60 * 60 * 1000

const newToken = (): string => randomBytes(32).toString('base64url')
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A new one-time link's token for a person; it opens one session within 24 hours. */
export async function makeSignInLink(store: Store, personId: string, now: number): Promise<string> {
  const token = newToken()
  await store.transaction(async (write) => {
    await write
      .insertInto('sign_in_links')
      .values({
        token_hash: hashOf(token),
        person_id: personId,
        created_at: now,
        expires_at: now + LINK_LIFE,
        used_at: null,
      })
      .execute()
  })
  return token
}

/** Whose link it is, while it can still be used; looking does not use it. */
export async function peekSignInLink(db: Database, token: string, now: number): Promise<Person | null> {
  const row = await db
    .selectFrom('sign_in_links')
    .innerJoin('people', 'people.id', 'sign_in_links.person_id')
    .selectAll('people')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('people.disabled_at', 'is', null)
    .executeTakeFirst()
  return row ? toPerson(row) : null
}

/** Uses a link up and opens a session; answers its token and end, or null where the link is used, old or unknown. */
export async function signIn(
  store: Store,
  token: string,
  now: number,
): Promise<{ session: string; expiresAt: number } | null> {
  return store.transaction(async (write) => {
    const used = await write
      .updateTable('sign_in_links')
      .set({ used_at: now })
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .where('person_id', 'in', (people) => people.selectFrom('people').select('id').where('disabled_at', 'is', null))
      .returning('person_id')
      .executeTakeFirst()
    if (!used) return null
    const session = newToken()
    const expiresAt = now + SESSION_LIFE
    await write.deleteFrom('sessions').where('expires_at', '<', now).execute()
    await write
      .insertInto('sessions')
      .values({ token_hash: hashOf(session), person_id: used.person_id, created_at: now, expires_at: expiresAt })
      .execute()
    return { session, expiresAt }
  })
}

/** Who is signed in with this session, if anyone. */
export async function readSession(db: Database, session: string, now: number): Promise<Person | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .selectAll('people')
    .where('token_hash', '=', hashOf(session))
    .where('expires_at', '>', now)
    .where('people.disabled_at', 'is', null)
    .executeTakeFirst()
  return row ? toPerson(row) : null
}

export async function signOut(store: Store, session: string): Promise<void> {
  await store.transaction(async (write) => {
    await write.deleteFrom('sessions').where('token_hash', '=', hashOf(session)).execute()
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
  const person = someone ?? (await addPerson(store, { name: 'Editor', mail: null, switches: ROLES.editor }, now))
  if ('problem' in person) throw new Error(person.problem)
  return makeSignInLink(store, person.id, now)
}
