import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import { addPerson, listPeople, may, type Person, ROLES, setDisabled, setSwitches } from './person.ts'
import { readSession, signOut } from './sessions.ts'
import { firstEditorLink, makeSignInLink, peekSignInLink, signIn } from './sign-in.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000

for (const kind of DATABASES) {
  describe(`people on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
    })
    afterEach(() => drop())

    const signedIn = async () => {
      const link = await firstEditorLink(store, NOW)
      const opened = await signIn(store, link as string, NOW)
      return opened?.session as string
    }

    test('the first start makes an editor and a link; once it was used, later starts make none', async () => {
      const one = await firstEditorLink(store, NOW)
      const two = await firstEditorLink(store, NOW)
      expect(one).not.toBe(two)
      expect(await listPeople(store.db)).toMatchObject([{ name: 'Editor', switches: ROLES.editor }])
      await signIn(store, two as string, NOW)
      expect(await firstEditorLink(store, NOW)).toBe(null)
    })

    test('a link works once, for a day, and looking at it does not use it', async () => {
      const link = (await firstEditorLink(store, NOW)) as string
      expect(await peekSignInLink(store.db, link, NOW)).toMatchObject({ name: 'Editor' })
      expect(await peekSignInLink(store.db, link, NOW + DAY)).toBe(null)
      expect(await signIn(store, link, NOW + DAY)).toBe(null)
      const both = await Promise.all([signIn(store, link, NOW), signIn(store, link, NOW)])
      expect(both.filter((opened) => opened !== null)).toHaveLength(1)
      expect(await peekSignInLink(store.db, link, NOW)).toBe(null)
    })

    test('a session names its person until it ends or they sign out', async () => {
      const session = await signedIn()
      expect(may((await readSession(store.db, session, NOW)) as Person, 'settings')).toBe(true)
      expect(await readSession(store.db, session, NOW + 31 * DAY)).toBe(null)
      expect(await readSession(store.db, 'made up', NOW)).toBe(null)
      await signOut(store, session, NOW)
      expect(await readSession(store.db, session, NOW)).toBe(null)
    })

    test('the database holds no token that would open a door', async () => {
      const session = await signedIn()
      const link = await makeSignInLink(store, (await listPeople(store.db))[0]?.id as string, NOW)
      const rows = JSON.stringify([
        await store.db.selectFrom('sessions').selectAll().execute(),
        await store.db.selectFrom('sign_in_links').selectAll().execute(),
      ])
      expect(rows).not.toContain(session)
      expect(rows).not.toContain(link)
    })

    test('a disabled person is out at once, and the last who may change settings stays', async () => {
      const session = await signedIn()
      const editor = (await readSession(store.db, session, NOW)) as Person
      expect(await setDisabled(store, editor.id, true, NOW)).toMatchObject({
        problem: expect.stringContaining('someone else that permission first'),
      })
      const second = (await addPerson(
        store,
        { name: 'Ed', mail: 'ED@paper.example ', switches: ROLES.editor },
        NOW,
      )) as Person
      expect(second.mail).toBe('ed@paper.example')
      const link = await makeSignInLink(store, editor.id, NOW)
      expect(await setDisabled(store, editor.id, true, NOW)).toBe(null)
      expect(await readSession(store.db, session, NOW)).toBe(null)
      expect(await signIn(store, link, NOW)).toBe(null)
      expect(await firstEditorLink(store, NOW)).toBe(null)
    })

    test('editors who lock one another out at the same moment leave one who may change settings', async () => {
      const editors: Person[] = []
      for (const name of ['Ada', 'Ben', 'Cleo', 'Dan'])
        editors.push((await addPerson(store, { name, mail: null, switches: ROLES.editor }, NOW)) as Person)
      await Promise.all(
        editors.map(({ id }, place) =>
          place % 2 === 0 ? setDisabled(store, id, true, NOW) : setSwitches(store, id, { switches: ['moderate'] }, NOW),
        ),
      )
      expect((await listPeople(store.db)).filter((person) => may(person, 'settings'))).toHaveLength(1)
    })

    test('what is wrong with a new person is said in one sentence', async () => {
      await addPerson(store, { name: 'Ed', mail: 'ed@paper.example', switches: ROLES.reporter }, NOW)
      for (const person of [
        { name: ' ', mail: null, switches: ROLES.reporter },
        { name: 'Ed', mail: 'nowhere', switches: ROLES.reporter },
        { name: 'Ed', mail: null, switches: [] },
        { name: 'Ed', mail: 'ed@paper.example', switches: ROLES.reporter },
      ]) {
        expect(await addPerson(store, person, NOW)).toMatchObject({ problem: expect.stringMatching(/\.$/) })
      }
    })
  })
}
