/** Programs that act for people of the staff: their tokens, what each may do, and what is kept of it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { wholeDatabase } from '../../test/walk.ts'
import { FAILURES, PROGRAM_ACTS } from '../access/index.ts'
import { addPerson, noteAct, type Person, ROLES, readStaffLog, setDisabled, setSwitches } from '../people/index.ts'
import { readSecret, type Store } from '../store/index.ts'
import {
  comeIn,
  listPrograms,
  makeProgram,
  mayActNow,
  mayThrough,
  namesOfPrograms,
  removeProgram,
  SCOPES,
  type Scope,
  storeThrough,
} from './index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000

for (const kind of DATABASES) {
  describe(`programs on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let ann: Person
    let bob: Person
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      // What failed attempts are counted by.
      await readSecret(store, NOW)
      ann = (await addPerson(store, { name: 'Ann', mail: null, switches: ROLES.editor }, NOW)) as Person
      bob = (await addPerson(store, { name: 'Bob', mail: null, switches: ROLES.editor }, NOW)) as Person
    })
    afterEach(() => drop())

    const make = async (more: Partial<Parameters<typeof makeProgram>[1]> = {}) => {
      const asked = { name: 'Wire', scopes: ['stories:write'] as Scope[], days: 30, by: ann, ...more }
      const made = await makeProgram(store, asked, NOW)
      if ('problem' in made) throw new Error(made.problem)
      return made
    }
    const refused = (more: Partial<Parameters<typeof makeProgram>[1]>) =>
      makeProgram(store, { name: 'Wire', scopes: ['stories:write'], days: 30, by: ann, ...more }, NOW)
    const knock = (token: string, now = NOW, network = 'here') => comeIn(store, { token, network }, now)

    test('a token opens the door to its program until it ends, and the database holds it nowhere', async () => {
      const { token, program } = await make()
      expect(token).toMatch(/^courant_[\w-]{43}$/)
      expect(await knock(token)).toMatchObject({ kind: 'in', program: { name: 'Wire' }, person: { name: 'Ann' } })
      expect(await knock(token, NOW + 30 * DAY - 1)).toMatchObject({ kind: 'in' })
      expect(await knock(token, NOW + 30 * DAY)).toEqual({ kind: 'ended', at: NOW + 30 * DAY })
      expect(JSON.stringify(await wholeDatabase(store))).not.toContain(token.slice('courant_'.length))
      expect(await listPrograms(store.db)).toEqual([{ ...program, seenAt: NOW + 30 * DAY - 1 }])
      const endless = await make({ days: null })
      expect(await knock(endless.token, NOW + 10_000 * DAY)).toMatchObject({ kind: 'in' })
    })

    test('one that is removed, made up or somebody else’s end opens nothing, and the log still knows its name', async () => {
      const { token, program } = await make()
      for (const other of ['', 'courant_', token.slice(0, -1), `${token}x`, token.toUpperCase()])
        expect(await knock(other), other).toEqual({ kind: 'unknown' })
      expect(await removeProgram(store, { id: program.id, by: bob.id }, NOW)).toBe(true)
      expect(await removeProgram(store, { id: program.id, by: bob.id }, NOW)).toBe(false)
      expect(await knock(token)).toEqual({ kind: 'unknown' })
      expect(await listPrograms(store.db)).toEqual([])
      expect(await namesOfPrograms(store.db, [program.id, null])).toEqual(new Map([[program.id, 'Wire']]))
      expect((await readStaffLog(store.db, { kind: 'program', limit: 9 })).lines).toMatchObject([
        { by: 'Bob', detail: 'Removed the access of the program Wire' },
        { by: 'Ann', detail: 'Gave the program Wire access: it can write stories' },
      ])
    })

    test('it can never do more than its person may at that moment', async () => {
      const { token } = await make({ scopes: [...SCOPES] })
      const may = async () => {
        const inHand = await knock(token)
        return inHand.kind === 'in' ? SCOPES.filter((one) => mayThrough(inHand.person, one)) : inHand
      }
      expect(await may()).toEqual(SCOPES)
      await setSwitches(store, ann.id, { switches: ['moderate'] }, NOW)
      expect(await may()).toEqual(['stories:read', 'comments:read', 'comments:moderate'])
      await setDisabled(store, ann.id, true, NOW)
      expect(await may()).toEqual({ kind: 'suspended', name: 'Ann' })
    })

    test('nobody gives away what they may not do, and every refusal says what to do', async () => {
      await setSwitches(store, ann.id, { switches: ['write', 'settings'] }, NOW)
      const writer = { ...ann, switches: ['write', 'settings'] } as Person
      const problems = {
        'Give the program a name of up to 80 characters.': { name: ' ' },
        'Choose at least one thing the program can do.': { scopes: [] },
        'Choose when its access ends.': { days: 31 },
        'You can’t publish and unpublish stories yourself, so no program can do it in your name.': {
          scopes: ['stories:write', 'stories:publish'] as Scope[],
          by: writer,
        },
      }
      for (const [problem, more] of Object.entries(problems)) expect(await refused(more)).toEqual({ problem })
      expect(await refused({ name: 'x'.repeat(81) })).toHaveProperty('problem')
      expect(await refused({ name: 'Wire\u202e' })).toHaveProperty('problem')
      expect(await listPrograms(store.db)).toEqual([])
    })

    test('who tries many tokens has to wait, and nobody who has a good one', async () => {
      const { token } = await make()
      for (let i = 0; i < FAILURES.network; i++) expect(await knock(`courant_${i}`)).toEqual({ kind: 'unknown' })
      expect(await knock('courant_x')).toEqual({ kind: 'too many' })
      expect(await knock(token)).toMatchObject({ kind: 'in' })
      expect(await knock('courant_x', NOW, 'elsewhere')).toEqual({ kind: 'unknown' })
      expect(await knock('courant_x', NOW + FAILURES.within)).toEqual({ kind: 'unknown' })
    })

    test('one that goes round in a circle waits a minute; others go on', async () => {
      const [one, other] = [(await make()).program.id, (await make()).program.id]
      expect(await mayActNow(store, one, NOW)).toBe(true)
      await store.transaction(NOW, (tx) =>
        tx.rows
          .updateTable('letter_limits')
          .set({ count: PROGRAM_ACTS - 1 })
          .where('key', '=', `program ${one}`)
          .execute(),
      )
      expect(await mayActNow(store, one, NOW + 1)).toBe(true)
      expect(await mayActNow(store, one, NOW + 59_999)).toBe(false)
      expect(await mayActNow(store, other, NOW)).toBe(true)
      expect(await mayActNow(store, one, NOW + 60_000)).toBe(true)
    })

    test('what is written through it is kept under its person and its own id, and nothing else is', async () => {
      const { program } = await make()
      const act = (detail: string) => ({ by: ann.id, act: 'story.saved', about: null, detail })
      await storeThrough(store, program.id).transaction(NOW, (tx) => noteAct(tx, act('by the program')))
      await store.transaction(NOW, (tx) => noteAct(tx, act('by hand')))
      expect((await readStaffLog(store.db, { kind: 'story', limit: 9 })).lines).toMatchObject([
        { detail: 'by hand', by: 'Ann', through: null },
        { detail: 'by the program', by: 'Ann', through: program.id },
      ])
    })
  })
}
