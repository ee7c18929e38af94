/** Letters with a way in: the link is made as the letter leaves, so that no letter that waits opens a door. */
import { type Compose, invitation, isLetterWaiting, queueLetter } from '../../mail/index.ts'
import { staffEmailMessages as m } from '../../messages/index.ts'
import { makeSignInLink, type Person, readPerson } from '../../people/index.ts'
import type { Store, Transaction } from '../../store/index.ts'
import type { LetterOffice } from './office.ts'

/** Sends a person of the staff a sign-in link; nothing where they have no address, or one is on its way. */
export async function queueInvitation(tx: Transaction, person: Person): Promise<void> {
  if (person.mail === null || (await isLetterWaiting(tx, 'invitation', person.id))) return
  await queueLetter(tx, {
    kind: 'invitation',
    about: person.id,
    to: { name: person.name, address: person.mail },
    subject: m.invitationSubjectWaiting,
    text: '',
    notBefore: tx.now,
  })
}

export const composeInvitation =
  (store: Store, office: LetterOffice): Compose =>
  async (letter, now) => {
    const person = await readPerson(store.db, letter.about ?? '')
    if (!person || person.disabled || person.mail !== letter.to.address) return null
    const place = await office.place()
    const link = `${place.url}/newsroom/sign-in/${await makeSignInLink(store, person.id, now)}`
    return invitation(place, { name: person.name, link })
  }
