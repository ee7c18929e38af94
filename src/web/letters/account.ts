/** The letter with which a reader comes into their account. */

import { foldAddress, isUnwanted, type MailKeys, makeMailLink } from '../../access/index.ts'
import { accountLetter, type Compose, isLetterWaiting, isMailAddress, queueUnconfirmed } from '../../mail/index.ts'
import { readerEmailMessages as m } from '../../messages/index.ts'
import type { Store, Transaction } from '../../store/index.ts'
import type { LetterOffice } from './office.ts'

/** Asks for a letter with a way in, where one may leave. Answers nothing, so that nobody learns whether it did. `network` is a keyed hash. */
export async function queueAccountLetter(
  tx: Transaction,
  keys: MailKeys,
  { address, network }: { address: string; network: string },
): Promise<void> {
  const mail = foldAddress(address)
  if (!isMailAddress(mail) || (await isLetterWaiting(tx, 'account', mail))) return
  await queueUnconfirmed(tx, keys, {
    kind: 'account',
    about: mail,
    address: mail,
    network,
    subject: m.accountSubjectWaiting,
  })
}

export const composeAccountLetter =
  (store: Store, office: LetterOffice): Compose =>
  async ({ to }, now) => {
    const { keys } = office
    const place = await office.place()
    const token = await store.transaction(now, async (tx) =>
      (await isUnwanted(tx.rows, keys.addressKey(to.address)))
        ? null
        : makeMailLink(tx, { purpose: 'account', address: to.address }),
    )
    if (token === null) return null
    return accountLetter(place, {
      link: `${place.url}/account/open/${token}`,
      stop: `${place.url}/mail/stop/${keys.stopKey(to.address)}`,
    })
  }
