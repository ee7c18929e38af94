/** Programs with a token, as tests send them. */

import { addPerson, type Person, ROLES, type Switch } from '../src/people/index.ts'
import { makeProgram, SCOPES, type Scope } from '../src/programs/index.ts'
import type { TestSite } from './sites.ts'

export interface Sent {
  token?: string
  /** Sent as JSON; a string as it is. */
  body?: unknown
  headers?: Record<string, string>
}

/** Somebody new among the staff. */
export async function someoneOfStaff(
  site: TestSite,
  name: string,
  switches: readonly Switch[] = ROLES.editor,
  now = Date.now(),
): Promise<Person> {
  const added = await addPerson(site.app.store, { name, mail: null, switches }, now)
  if ('problem' in added) throw new Error(added.problem)
  return added
}

/** The token of a new program of theirs. */
export async function tokenOf(
  site: TestSite,
  by: Person,
  scopes: readonly Scope[] = SCOPES,
  now = Date.now(),
): Promise<string> {
  const made = await makeProgram(site.app.store, { name: 'Wire', scopes, days: 30, by }, now)
  if ('problem' in made) throw new Error(made.problem)
  return made.token
}

/** Sends what a program sends; answers status, headers and what came as JSON. */
export async function ask(site: TestSite, method: string, path: string, { token, body, headers = {} }: Sent = {}) {
  const response = await fetch(site.url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) }
}
