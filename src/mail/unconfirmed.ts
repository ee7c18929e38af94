import { allowLetter, type MailKeys } from '../access/index.ts'
import type { Transaction } from '../store/index.ts'
import { queueLetter } from './letters.ts'

/**
 * Queues a letter to an address that nobody has shown to be theirs: one a day at the most, a few an hour for one
 * network (`network` is its keyed hash), none to who wants none. Nothing is told of whether it was. It repeats nothing
 * that was typed; its words are put together as it leaves.
 */
export async function queueUnconfirmed(
  tx: Transaction,
  keys: MailKeys,
  { address, network, ...letter }: { kind: string; about: string; address: string; network: string; subject: string },
): Promise<void> {
  if (!(await allowLetter(tx, keys, { address, network }))) return
  await queueLetter(tx, { ...letter, to: { name: '', address }, text: '', notBefore: tx.now })
}
