/** The letter with which a reader comes into their account. */

import { allowLetter, foldAddress, isUnwanted, type MailKeys, makeMailLink } from '../../access/index.ts'
import { accountLetter, type Compose, isLetterWaiting, isMailAddress, queueLetter } from '../../mail/index.ts'
import { readerEmailMessages as m } from '../../messages/index.ts'
import type { Store, Transaction } from '../../store/index.ts'
import type { LetterOffice } from './office.ts'

/**
 * Asks for a letter with a way in. It is queued where it may leave: one a day to
 * an address that has confirmed none, a few an hour for one network (`network` is
 * its keyed hash), none to who wants none. Answers nothing, so that nobody learns
 * which of these it was.
 */
export async function queueAccountLetter(
  tx: Transaction,
  keys: MailKeys,
  { address, network }: { address: string; network: string },
): Promise<void> {
  const mail = foldAddress(address)
  if (!isMailAddress(mail) || (await isLetterWaiting(tx, 'account', mail))) return
  if (!(await allowLetter(tx, keys, { address: mail, network }))) return
  await queueLetter(tx, {
    kind: 'account',
    about: mail,
    to: { name: '', address: mail },
    subject: m.accountSubjectWaiting,
    text: '',
    notBefore: tx.now,
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
