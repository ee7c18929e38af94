/** Readers whose address is theirs beyond doubt. Nobody gets a row here by typing an address. */

import { foldAddress, type MailKeys } from '../access/index.ts'
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

/**
 * Takes away all that letters need of a reader: what they are told of, links,
 * and letters with their words. Their row in `readers` is the caller's to blank.
 */
export async function forgetNotices(
  tx: Transaction,
  { readerId, address }: { readerId: string | null; address: string | null },
  keys: MailKeys,
): Promise<void> {
  if (readerId !== null) {
    for (const table of ['subscriptions', 'replies_to_tell', 'reader_notices'] as const)
      await tx.rows.deleteFrom(table).where('reader_id', '=', readerId).execute()
  }
  if (address === null) return
  const mail = foldAddress(address)
  await tx.rows.deleteFrom('mail_links').where('address', '=', mail).execute()
  await tx.rows.deleteFrom('answer_wishes').where('address', '=', mail).execute()
  await tx.rows
    .deleteFrom('letters')
    .where((l) => l.fn<string>('lower', ['to_address']), '=', mail)
    .execute()
  await tx.rows
    .deleteFrom('letter_limits')
    .where('key', '=', `address ${keys.addressKey(mail)}`)
    .execute()
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
