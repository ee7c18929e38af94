import { endLinksTo, foldAddress, letterConfirmed, type MailKeys } from '../access/index.ts'
import { forgetReader } from '../discussion/index.ts'
import { forgetLettersTo } from '../mail/index.ts'
import type { Transaction } from '../store/index.ts'

/**
 * Takes away all that letters need of a reader: what they are told of, links,
 * letters with their words, and what counts how many went to their address.
 */
export async function forgetNotices(
  tx: Transaction,
  { readerId, address }: { readerId: string | null; address: string | null },
  keys: MailKeys,
): Promise<void> {
  const mail = address === null ? null : foldAddress(address)
  await forgetReader(tx, { readerId, address: mail })
  if (readerId !== null) await tx.rows.deleteFrom('replies_to_tell').where('reader_id', '=', readerId).execute()
  if (mail === null) return
  await endLinksTo(tx, mail)
  await forgetLettersTo(tx, mail)
  await letterConfirmed(tx, keys, mail)
}
