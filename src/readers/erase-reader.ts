/** Erasing a reader's account; what they wrote, and what was to be written to them, is erased by whose it is. */
import { endStepsOf, removePasskeysOf } from '../access/index.ts'
import type { Transaction } from '../store/index.ts'
import { endReaderSessions } from './reader-accounts.ts'

/**
 * Takes away their name and address, all ways in, and what was written to them
 * with a ban. Answers the address they had, folded; null where there is no such
 * reader, or they were erased before.
 */
export async function eraseReaderAccount(
  tx: Transaction,
  readerId: string,
): Promise<{ address: string | null } | null> {
  const reader = await tx.rows
    .updateTable('readers')
    .set({ name: '', erased_at: tx.now })
    .where('id', '=', readerId)
    .where('erased_at', 'is', null)
    .returning('mail')
    .executeTakeFirst()
  if (!reader) return null
  await endReaderSessions(tx, readerId, { allBut: null })
  await removePasskeysOf(tx, { kind: 'reader', id: readerId })
  await tx.rows.updateTable('bans').set({ note: '' }).where('reader_id', '=', readerId).execute()
  await endStepsOf(tx, { kind: 'reader', id: readerId })
  await tx.rows.updateTable('readers').set({ mail: null, verified_at: null }).where('id', '=', readerId).execute()
  return { address: reader.mail }
}
