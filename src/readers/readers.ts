/** Readers whose address is theirs beyond doubt. Nobody gets a row here by typing an address. */

import { foldAddress } from '../access/index.ts'
import { type Database, newId, type Transaction } from '../store/index.ts'

export interface Reader {
  id: string
  name: string
  /** Folded; null once it was taken away. */
  mail: string | null
  verifiedAt: number | null
  createdAt: number
}

/** The reader with an address that was just shown to be theirs; made where there was none. The name is kept once given. */
export async function verifyReader(
  tx: Transaction,
  { address, name }: { address: string; name: string },
): Promise<Reader> {
  const mail = foldAddress(address)
  await tx.rows
    .insertInto('readers')
    .values({ id: newId(tx.now), name, mail, verified_at: tx.now, created_at: tx.now, erased_at: null })
    .onConflict((conflict) => conflict.column('mail').doNothing())
    .execute()
  const row = await tx.rows.selectFrom('readers').selectAll().where('mail', '=', mail).executeTakeFirstOrThrow()
  const set = { verified_at: row.verified_at ?? tx.now, name: row.name || name }
  await tx.rows.updateTable('readers').set(set).where('id', '=', row.id).execute()
  return toReader({ ...row, ...set })
}

/**
 * Makes an address that was just shown to be theirs the address of a reader who
 * has none. Answers whether it is theirs now: not where it is another reader's
 * already, whose account stays their own, and not in place of another address.
 */
export async function addAddress(tx: Transaction, readerId: string, address: string): Promise<boolean> {
  const mail = foldAddress(address)
  const reader = (await holdStandingReader(tx, readerId)) ? await readReader(tx.rows, readerId) : null
  if (!reader) return false
  if (reader.mail !== null) return reader.mail === mail
  if (await readerWithAddress(tx.rows, mail)) return false
  const set = { mail, verified_at: reader.verifiedAt ?? tx.now }
  await tx.rows.updateTable('readers').set(set).where('id', '=', readerId).execute()
  return true
}

/** The reader whose address this is, or null. */
export async function readerWithAddress(db: Database, address: string): Promise<Reader | null> {
  const row = await db.selectFrom('readers').selectAll().where('mail', '=', foldAddress(address)).executeTakeFirst()
  return row ? toReader(row) : null
}

/** A reader who has not been erased, or null. */
export async function readReader(db: Database, id: string): Promise<Reader | null> {
  const row = await db
    .selectFrom('readers')
    .selectAll()
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row ? toReader(row) : null
}

/**
 * Whether there still is a reader with this id. Where there is, they stay one
 * until the transaction ends: who erases them waits for it, and it for who does.
 */
export async function holdStandingReader(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.rows
    .updateTable('readers')
    .set((one) => ({ name: one.ref('name') }))
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Those of these readers who can be written to, at an address that is theirs beyond doubt, by id. */
export async function reachableReaders(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { name: string; address: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('readers')
    .select(['id', 'name', 'mail'])
    .where('id', 'in', ids)
    .where('verified_at', 'is not', null)
    .where('erased_at', 'is', null)
    .execute()
  return new Map(rows.flatMap(({ id, name, mail }) => (mail ? [[id, { name, address: mail }]] : [])))
}

const toReader = (row: {
  id: string
  name: string
  mail: string | null
  verified_at: number | null
  created_at: number
}): Reader => ({
  id: row.id,
  name: row.name,
  mail: row.mail,
  verifiedAt: row.verified_at,
  createdAt: row.created_at,
})
