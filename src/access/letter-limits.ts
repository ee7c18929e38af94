/**
 * What keeps anyone from having letters sent to somebody else's address: one
 * letter that nobody has confirmed an address and day, a few a network and
 * hour, and none at all to who asked not to be written to.
 */
import type { Database, Transaction } from '../store/index.ts'
import { countOne } from './counted.ts'
import type { MailKeys } from './mail-keys.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** Unconfirmed letters that one network can cause in an hour. */
export const LETTERS_A_NETWORK = 5

/**
 * Whether a letter that its address has not asked for by a link may be queued,
 * or sent, now; counts it where it may. What can be asked for without end is
 * counted as it is queued. What may turn out not to be sent at all is counted as
 * it is written, by its id (`letter`) and once only, however often it is tried.
 * `network` is a keyed hash, or null where the newsroom itself asks.
 */
export async function allowLetter(
  tx: Transaction,
  keys: MailKeys,
  { letter, address, network }: { letter?: string; address: string; network: string | null },
): Promise<boolean> {
  if (await isUnwanted(tx.rows, keys.addressKey(address))) return false
  if (letter !== undefined && !(await countOne(tx, `letter ${letter}`, { most: 1, within: DAY }))) return true
  const networkMay =
    network === null || (await countOne(tx, `network ${network}`, { most: LETTERS_A_NETWORK, within: HOUR }))
  return networkMay && (await countOne(tx, `address ${keys.addressKey(address)}`, { most: 1, within: DAY }))
}

/** The address answered by a link: the next letter need not wait a day. */
export async function letterConfirmed(tx: Transaction, keys: MailKeys, address: string): Promise<void> {
  await tx.rows
    .deleteFrom('letter_limits')
    .where('key', '=', `address ${keys.addressKey(address)}`)
    .execute()
}

export async function isUnwanted(db: Database, addressKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('unwanted_addresses')
    .select('since')
    .where('address_key', '=', addressKey)
    .executeTakeFirst()
  return row !== undefined
}

/** Notes that an address does not want letters, or does again. Doing it twice changes nothing more. */
export async function setUnwanted(tx: Transaction, addressKey: string, unwanted: boolean): Promise<void> {
  if (unwanted) {
    await tx.rows
      .insertInto('unwanted_addresses')
      .values({ address_key: addressKey, since: tx.now })
      .onConflict((conflict) => conflict.column('address_key').doNothing())
      .execute()
  } else await tx.rows.deleteFrom('unwanted_addresses').where('address_key', '=', addressKey).execute()
}

/** Counts that ended are of no use to anyone; none is of more than a day. */
export async function sweepLetterLimits(tx: Transaction): Promise<void> {
  await tx.rows
    .deleteFrom('letter_limits')
    .where('since', '<', tx.now - DAY)
    .execute()
}
