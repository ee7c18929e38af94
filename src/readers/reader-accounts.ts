/** Accounts of readers who want one: sessions of their own, opened by a link in a letter or by a passkey. */

import type { MailKeys } from '../access/index.ts'
import {
  letterConfirmed,
  listPasskeys,
  newToken,
  peekMailLink,
  removePasskey,
  tokenHash,
  useMailLink,
} from '../access/index.ts'
import { readerMessages as m } from '../messages/index.ts'
import { type Database, newId, type Store, type Transaction } from '../store/index.ts'
import { hidesSomething, NAME_HIDES, normalForm, showsSomething } from '../text/index.ts'
import { addAddress, type Reader, readReader, verifyReader } from './readers.ts'

const SESSION_LIFE = 90 * 24 * 60 * 60 * 1000
const SEEN_EVERY = 60 * 60 * 1000
const LONGEST_NAME = 80

export interface OpenedReaderSession {
  session: string
  expiresAt: number
}

export interface ReaderSessionInHand {
  reader: Reader
  /** Names the session in forms; opens nothing. */
  id: string
}

export interface ReaderSessionLine {
  id: string
  device: string
  way: string
  createdAt: number
  seenAt: number
}

/** A name as it will stand over comments, or a sentence that says what to do. */
export function checkReaderName(typed: string): { name: string } | { problem: string } {
  const name = normalForm(typed, 'NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!showsSomething(name)) return { problem: m.noName }
  if ([...name].length > LONGEST_NAME) return { problem: m.longName(LONGEST_NAME) }
  if (hidesSomething(name)) return { problem: NAME_HIDES }
  return { name }
}

export async function openReaderSession(
  tx: Transaction,
  {
    readerId,
    way,
    device,
    replaces,
  }: { readerId: string; way: 'link' | 'passkey'; device: string; replaces?: string | undefined },
): Promise<OpenedReaderSession> {
  const session = newToken()
  const expiresAt = tx.now + SESSION_LIFE
  await tx.rows.deleteFrom('reader_sessions').where('expires_at', '<', tx.now).execute()
  if (replaces) await tx.rows.deleteFrom('reader_sessions').where('token_hash', '=', tokenHash(replaces)).execute()
  await tx.rows
    .insertInto('reader_sessions')
    .values({
      token_hash: tokenHash(session),
      reader_id: readerId,
      created_at: tx.now,
      expires_at: expiresAt,
      seen_at: tx.now,
      device,
      way,
    })
    .execute()
  return { session, expiresAt }
}

/** Uses up a link that went to an address: its reader comes in, and has an account from then on. */
export async function signInReaderByLink(
  store: Store,
  keys: MailKeys,
  token: string,
  browser: { device: string; replaces?: string | undefined },
  now: number,
): Promise<OpenedReaderSession | null> {
  return store.transaction(now, async (tx) => {
    const link = await useMailLink(tx, token, 'account')
    if (!link) return null
    const reader = await verifyReader(tx, { address: link.address, name: '' })
    await letterConfirmed(tx, keys, link.address)
    return openReaderSession(tx, { readerId: reader.id, way: 'link', ...browser })
  })
}

/**
 * Uses up a link that went to an address, for a reader who came in by passkey and
 * has none: it is theirs from then on. Where it can't be, the link stays as it is.
 */
export async function addAddressByLink(
  store: Store,
  keys: MailKeys,
  { token, readerId }: { token: string; readerId: string },
  now: number,
): Promise<boolean> {
  return store.transaction(now, async (tx) => {
    const link = await peekMailLink(tx.rows, token, 'account', now)
    if (!link || !(await addAddress(tx, readerId, link.address))) return false
    await useMailLink(tx, token, 'account')
    await letterConfirmed(tx, keys, link.address)
    return true
  })
}

/** A reader whose passkey was just made and is theirs beyond doubt. */
export async function addReader(tx: Transaction, { id, name }: { id: string; name: string }): Promise<void> {
  await tx.rows
    .insertInto('readers')
    .values({ id, name, mail: null, verified_at: tx.now, created_at: tx.now, erased_at: null })
    .execute()
}

export const newReaderId = (now: number): string => newId(now)

export async function readReaderSession(
  store: Store,
  session: string,
  now: number,
): Promise<ReaderSessionInHand | null> {
  const id = tokenHash(session)
  const row = await store.db
    .selectFrom('reader_sessions')
    .select(['reader_id', 'seen_at'])
    .where('token_hash', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  const reader = row ? await readReader(store.db, row.reader_id) : null
  if (!row || !reader) return null
  if (now - row.seen_at >= SEEN_EVERY) {
    await store.transaction(now, async (tx) => {
      await tx.rows.updateTable('reader_sessions').set({ seen_at: now }).where('token_hash', '=', id).execute()
    })
  }
  return { reader, id }
}

export async function listReaderSessions(db: Database, readerId: string, now: number): Promise<ReaderSessionLine[]> {
  const rows = await db
    .selectFrom('reader_sessions')
    .selectAll()
    .where('reader_id', '=', readerId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.token_hash,
    device: row.device,
    way: row.way,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  }))
}

/** Ends one session of a reader, or all but one. Doing it twice changes nothing more. */
export async function endReaderSessions(
  tx: Transaction,
  readerId: string,
  which: { only: string } | { allBut: string | null },
): Promise<void> {
  let query = tx.rows.deleteFrom('reader_sessions').where('reader_id', '=', readerId)
  if ('only' in which) query = query.where('token_hash', '=', which.only)
  else if (which.allBut !== null) query = query.where('token_hash', '!=', which.allBut)
  await query.execute()
}

/** Takes a reader's passkey away, unless nothing would be left to come in by: then a sentence says what to do. */
export async function removeReaderPasskey(
  tx: Transaction,
  readerId: string,
  passkey: string,
): Promise<{ problem: string } | null> {
  const owner = { kind: 'reader', id: readerId } as const
  // Two that are taken away at the same moment take turns: an update of the reader's row locks it.
  const reader = await tx.rows
    .updateTable('readers')
    .set((one) => ({ name: one.ref('name') }))
    .where('id', '=', readerId)
    .returning('mail')
    .executeTakeFirst()
  const passkeys = await listPasskeys(tx.rows, owner)
  if (reader?.mail == null && passkeys.length === 1 && passkeys[0]?.id === passkey) return { problem: m.onlyPasskey }
  await removePasskey(tx, owner, passkey)
  return null
}

export async function renameReader(tx: Transaction, readerId: string, name: string): Promise<void> {
  await tx.rows.updateTable('readers').set({ name }).where('id', '=', readerId).where('erased_at', 'is', null).execute()
}
