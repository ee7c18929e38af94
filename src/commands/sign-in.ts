import { firstEditorLink, listPeople, makeSignInLink } from '../people/index.ts'
import type { Call, Outcome } from './command.ts'
import { withStore } from './command.ts'

/** Prints a one-time link. Whoever can run this can read the database anyway. */
export const signInLink = (call: Call): Outcome =>
  withStore(call, async (store) => {
    const name = call.words.join(' ').trim().toLowerCase()
    const address = (token: string) =>
      `${call.config.url || `http://localhost:${call.config.port}`}/newsroom/sign-in/${token}`
    const first = name === '' ? await firstEditorLink(store, Date.now()) : null
    if (first) {
      call.out(address(first))
      return 0
    }
    const people = (await listPeople(store.db)).filter(({ disabled }) => !disabled)
    const person = name === '' ? people[0] : people.find((one) => one.name.toLowerCase() === name || one.mail === name)
    if (!person) {
      call.err(
        `There is nobody of that name who may sign in. The people are: ${people.map((one) => one.name).join(', ')}.`,
      )
      return 1
    }
    call.out(address(await makeSignInLink(store, person.id, Date.now())))
    return 0
  })
