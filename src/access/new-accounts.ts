/** How many accounts of readers one network can make: a passkey costs nothing, and each account is somebody new. */
import { accessMessages as m } from '../messages/index.ts'
import type { Database, Transaction } from '../store/index.ts'
import { countedUnder, countNetwork } from './counted.ts'

/** Accounts on a passkey alone that are made from one network in a day. */
export const ACCOUNTS_A_NETWORK = 10
const DAY = 24 * 60 * 60 * 1000
const WHAT = 'account'
const TOO_MANY = { problem: m.tooManyAccounts }

/** Asked before a device makes a key; counts nothing. */
export async function tooManyAccounts(
  db: Database,
  keys: readonly string[],
  now: number,
): Promise<{ problem: string } | null> {
  return (await countedUnder(db, WHAT, keys, DAY, now)) >= ACCOUNTS_A_NETWORK ? TOO_MANY : null
}

/** Counts an account in the transaction that makes it; a sentence where there were too many. */
export async function countAccount(tx: Transaction, keys: readonly string[]): Promise<{ problem: string } | null> {
  const may = await countNetwork(tx, WHAT, keys, { most: ACCOUNTS_A_NETWORK, within: DAY })
  return may ? null : TOO_MANY
}
