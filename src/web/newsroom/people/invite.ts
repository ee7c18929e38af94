/** Somebody new among the staff: added as a form says, and sent for. */
import { addPerson, makeSignInLink, type Person, SWITCHES, type Switch } from '../../../people/index.ts'
import type { Call, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { queueInvitation } from '../../letters/invitation.ts'
import type { NewLink } from './new-link.tsx'

/** The permissions that a form has checked in this field. */
export const switchesIn = (form: Form, field: string): Switch[] =>
  SWITCHES.filter((one) => form.all(field).includes(one))

/** Adds whom the form names and makes them a link; or says in one sentence why not, with what was typed. */
export async function addByForm(
  web: Web,
  c: Call,
  form: Form,
): Promise<{ newLink: NewLink } | { problem: string; typed: { name: string; mail: string; switches: Switch[] } }> {
  const typed = { name: form.get('name'), mail: form.get('mail'), switches: switchesIn(form, 'switches') }
  const by = c.get('person').id
  const person = await addPerson(web.store, { ...typed, mail: typed.mail || null }, web.now(), by)
  return 'problem' in person ? { problem: person.problem, typed } : { newLink: await invite(web, person, by) }
}

/** A new sign-in link, and an email with another on its way where the person has an address. `by` is a person's id. */
export async function invite(web: Web, person: Person, by: string): Promise<NewLink> {
  const url = `${web.url()}/newsroom/sign-in/${await makeSignInLink(web.store, person.id, web.now(), by)}`
  if (!person.mail) return { name: person.name, url, letter: null }
  await web.store.transaction(web.now(), (tx) => queueInvitation(tx, person))
  return { name: person.name, url, letter: person.mail }
}
