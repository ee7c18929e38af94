/**
 * Sessions of the staff. The database holds hashes of their tokens; a new token
 * is made at every sign-in and every new proof, so that one which leaked before is worth nothing after.
 */

import { endStepsOf, newToken, tokenHash } from '../access/index.ts'
import { staffMessages as m } from '../messages/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import { noteAct } from './acts.ts'
import { type Person, toPerson } from './person.ts'

export const SESSION_LIFE = 30 * 24 * 60 * 60 * 1000
/** For how long after a proof (a sign-in, or one's password again) passwords, codes and roles may be changed. */
export const PROOF_LIFE = 60 * 60 * 1000
/** How exactly it is known when a session was last used. */
const SEEN_EVERY = 5 * 60 * 1000

/** How a session was opened, or proved anew. */
export type Way = 'link' | 'password' | 'password and code' | 'password and recovery code' | 'passkey'

export interface OpenedSession {
  /** The token; only its owner's browser keeps it. */
  session: string
  expiresAt: number
}

export interface SessionInHand {
  person: Person
  /** Names the session in forms; opens nothing. */
  id: string
  provedAt: number
  seenAt: number
}

export interface SessionLine {
  id: string
  device: string
  /** In words, after “Signed in with”. */
  way: string
  createdAt: number
  seenAt: number
}

/** Opens a session and notes that in the log. `replaces` is the token of a session that the browser had before. */
export async function openSession(
  tx: Transaction,
  { personId, way, device, replaces }: { personId: string; way: Way; device: string; replaces?: string | undefined },
): Promise<OpenedSession> {
  const session = newToken()
  const expiresAt = tx.now + SESSION_LIFE
  await tx.rows.deleteFrom('sessions').where('expires_at', '<', tx.now).execute()
  if (replaces) await tx.rows.deleteFrom('sessions').where('token_hash', '=', tokenHash(replaces)).execute()
  await tx.rows
    .insertInto('sessions')
    .values({
      token_hash: tokenHash(session),
      person_id: personId,
      created_at: tx.now,
      expires_at: expiresAt,
      device,
      way,
      seen_at: tx.now,
      proved_at: tx.now,
    })
    .execute()
  const detail = m.logSignedIn(m.ways[way], device)
  await noteAct(tx, { by: personId, act: 'session.opened', about: personId, detail })
  return { session, expiresAt }
}

/** The session of a token, with its person, while both may come in. */
export async function readSessionInHand(db: Database, session: string, now: number): Promise<SessionInHand | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .selectAll('people')
    .select(['sessions.token_hash', 'sessions.proved_at', 'sessions.seen_at'])
    .where('token_hash', '=', tokenHash(session))
    .where('expires_at', '>', now)
    .where('people.disabled_at', 'is', null)
    .executeTakeFirst()
  return row ? { person: toPerson(row), id: row.token_hash, provedAt: row.proved_at, seenAt: row.seen_at } : null
}

/** Who is signed in with this session, if anyone. */
export async function readSession(db: Database, session: string, now: number): Promise<Person | null> {
  return (await readSessionInHand(db, session, now))?.person ?? null
}

export const isProved = ({ provedAt }: { provedAt: number }, now: number): boolean => now - provedAt <= PROOF_LIFE

/** Notes that a session is in use, where that was last noted a while ago. */
export async function seeSession(store: Store, { id, seenAt }: SessionInHand, now: number): Promise<void> {
  if (now - seenAt < SEEN_EVERY) return
  await store.transaction(now, async (tx) => {
    await tx.rows.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', id).execute()
  })
}

/** The same session after a new proof, under a new token. */
export async function proveSession(
  tx: Transaction,
  { personId, sessionId, way }: { personId: string; sessionId: string; way: Way },
): Promise<OpenedSession | null> {
  const session = newToken()
  const row = await tx.rows
    .updateTable('sessions')
    .set({ token_hash: tokenHash(session), proved_at: tx.now, seen_at: tx.now })
    .where('token_hash', '=', sessionId)
    .where('person_id', '=', personId)
    .returning('expires_at')
    .executeTakeFirst()
  if (!row) return null
  await noteAct(tx, { by: personId, act: 'session.proved', about: personId, detail: m.logConfirmed(m.ways[way]) })
  return { session, expiresAt: row.expires_at }
}

/** The open sessions of a person, the last used first. */
export async function listSessions(db: Database, personId: string, now: number): Promise<SessionLine[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.token_hash,
    device: row.device,
    way: wordsOfWay(row.way),
    createdAt: row.created_at,
    seenAt: row.seen_at || row.created_at,
  }))
}

/** Another version of the program may have kept a way that this one knows nothing of. */
const wordsOfWay = (way: string): string => (Object.hasOwn(m.ways, way) ? m.ways[way as Way] : way)

/** Ends one session of a person; doing it twice changes nothing more. */
export async function endSession(
  store: Store,
  { personId, sessionId }: { personId: string; sessionId: string },
  now: number,
): Promise<void> {
  await store.transaction(now, async (tx) => {
    const ended = await tx.rows
      .deleteFrom('sessions')
      .where('token_hash', '=', sessionId)
      .where('person_id', '=', personId)
      .returning('device')
      .executeTakeFirst()
    if (!ended) return
    const detail = m.logEnded(ended.device)
    await noteAct(tx, { by: personId, act: 'session.ended', about: personId, detail })
  })
}

/** Ends all sessions of a person but one, and what they had begun; answers how many. */
export async function endOtherSessions(
  tx: Transaction,
  { personId, keep }: { personId: string; keep: string | null },
): Promise<number> {
  const ended = await tx.rows
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .$if(keep !== null, (query) => query.where('token_hash', '!=', keep as string))
    .executeTakeFirst()
  await endStepsOf(tx, { kind: 'person', id: personId })
  const count = Number(ended.numDeletedRows)
  if (count > 0) {
    const detail = m.logEndedOthers(count)
    await noteAct(tx, { by: personId, act: 'session.ended', about: personId, detail })
  }
  return count
}

export async function signOut(store: Store, session: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const ended = await tx.rows
      .deleteFrom('sessions')
      .where('token_hash', '=', tokenHash(session))
      .returning('person_id')
      .executeTakeFirst()
    if (ended) {
      const about = ended.person_id
      await noteAct(tx, { by: about, act: 'session.ended', about, detail: m.logSignedOut })
    }
  })
}
