import { makeSignInLink, type Person } from '../../../people/index.ts'
import type { Web } from '../../context.ts'
import { queueInvitation } from '../../letters/invitation.ts'
import type { NewLink } from './new-link.tsx'

/** A new sign-in link, and an email with another on its way where the person has an address. `by` is a person's id. */
export async function invite(web: Web, person: Person, by: string): Promise<NewLink> {
  const url = `${web.url()}/newsroom/sign-in/${await makeSignInLink(web.store, person.id, web.now(), by)}`
  if (!person.mail) return { name: person.name, url, letter: null }
  await web.store.transaction(web.now(), (tx) => queueInvitation(tx, person))
  return { name: person.name, url, letter: person.mail }
}
