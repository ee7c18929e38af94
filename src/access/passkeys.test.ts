/** Passkeys: whose key it is, that each question is answered once, and that only a device whose owner has shown themselves comes in. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { newPasskey } from '../../test/passkeys.ts'
import { freshStore } from '../../test/stores.ts'
import { addPerson, type Person, ROLES } from '../people/index.ts'
import { addReader } from '../readers/index.ts'
import { newId, readSecret, type Store } from '../store/index.ts'
import {
  askForNewPasskey,
  askForPasskey,
  checkPasskey,
  keepPasskey,
  listPasskeys,
  type PasskeyOwner,
  type PasskeyPlace,
  passkeyPlace,
  removePasskey,
} from './passkeys.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000
const PLACE = passkeyPlace('https://paper.example', 'The Paper') as PasskeyPlace
const ELSEWHERE = 'https://paper.example.evil.example'
const NOT_RIGHT = { problem: expect.stringMatching(/^Your device’s answer could not be used\. Try again/) }

test('keys are bound to the site’s name, and to nothing where it has only a number', () => {
  expect(passkeyPlace('https://paper.example:8443', 'P')).toEqual({
    host: 'paper.example',
    origin: 'https://paper.example:8443',
    siteName: 'P',
  })
  expect(passkeyPlace('http://localhost:4000', 'P')?.host).toBe('localhost')
  for (const url of ['http://127.0.0.1:4000', 'http://[::1]:4000']) expect(passkeyPlace(url, 'P')).toBe(null)
})

for (const kind of DATABASES) {
  describe(`passkeys on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let wren: PasskeyOwner
    let rita: PasskeyOwner
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      await readSecret(store, NOW)
      const person = (await addPerson(store, { name: 'Wren', mail: null, switches: ROLES.editor }, NOW)) as Person
      wren = { kind: 'person', id: person.id }
      rita = { kind: 'reader', id: newId(NOW) }
      await store.transaction(NOW, (tx) => addReader(tx, { id: rita.id, name: 'Rita' }))
    })
    afterEach(() => drop())

    type Asked = { step: string; options: { challenge: string; rp: { id: string } } }
    const ask = async (owner: PasskeyOwner, now = NOW) =>
      (await askForNewPasskey(store, PLACE, { owner, name: 'Wren' }, now)) as Asked
    const keep = (owner: PasskeyOwner, step: string, answer: object | string, now = NOW, name = 'Her phone') =>
      keepPasskey(
        store,
        PLACE,
        { owner, step, answer: typeof answer === 'string' ? answer : JSON.stringify(answer), name },
        now,
      )
    const withKey = async (owner: PasskeyOwner, name?: string, now = NOW) => {
      const asked = await ask(owner)
      const key = newPasskey(asked, PLACE.origin)
      expect(await keep(owner, asked.step, key.made, now, name)).toBe(null)
      return key
    }
    const come = async (
      kindOf: PasskeyOwner['kind'],
      answer: (asked: { step: string; options: object }) => object | string,
      { asked = NOW, at = NOW, step }: { asked?: number; at?: number; step?: string } = {},
    ) => {
      const question = await askForPasskey(store, PLACE, kindOf, asked)
      const given = answer(question)
      return checkPasskey(
        store,
        PLACE,
        {
          kind: kindOf,
          step: step ?? question.step,
          answer: typeof given === 'string' ? given : JSON.stringify(given),
        },
        at,
      )
    }

    test('a device’s key brings its owner in, and when it last did is noted', async () => {
      const key = await withKey(wren)
      expect(await listPasskeys(store.db, wren)).toEqual([
        { id: key.made.id, name: 'Her phone', createdAt: NOW, usedAt: null },
      ])
      expect(await come('person', (asked) => key.signed(asked, PLACE.origin), { at: NOW + MINUTE })).toEqual({
        ownerId: wren.id,
      })
      expect(await listPasskeys(store.db, wren)).toMatchObject([{ usedAt: NOW + MINUTE }])
    })

    test('a reader’s key opens no newsroom, a person’s no reader’s account', async () => {
      const [hers, ritas] = [await withKey(wren), await withKey(rita)]
      const unknown = { problem: expect.stringMatching(/^That passkey is not known here/) }
      expect(await come('reader', (asked) => hers.signed(asked, PLACE.origin))).toEqual(unknown)
      expect(await come('person', (asked) => ritas.signed(asked, PLACE.origin))).toEqual(unknown)
      expect(await come('reader', (asked) => ritas.signed(asked, PLACE.origin))).toEqual({ ownerId: rita.id })
      // The question was asked of the one kind, and answers for the other are none.
      const { step } = await askForPasskey(store, PLACE, 'reader', NOW)
      expect(await come('person', (asked) => hers.signed(asked, PLACE.origin), { step })).toEqual(NOT_RIGHT)
    })

    test('only who has shown themselves to the device comes in, from this site, with a signature of that very key', async () => {
      const [key, other] = [await withKey(wren), await withKey(wren)]
      expect(await come('person', (asked) => key.signed(asked, PLACE.origin, { shown: false }))).toEqual(NOT_RIGHT)
      expect(await come('person', (asked) => key.signed(asked, ELSEWHERE))).toEqual(NOT_RIGHT)
      const swapped = (asked: { options: object }) => ({
        ...key.signed(asked, PLACE.origin),
        response: other.signed(asked, PLACE.origin).response,
      })
      expect(await come('person', swapped)).toEqual(NOT_RIGHT)
      const another = await askForPasskey(store, PLACE, 'person', NOW)
      expect(await come('person', () => key.signed(another, PLACE.origin))).toEqual(NOT_RIGHT)
    })

    test('a copy of a device that counts is known by its count', async () => {
      const key = await withKey(wren)
      const at = (counter: number) => come('person', (asked) => key.signed(asked, PLACE.origin, { counter }))
      expect(await at(5)).toEqual({ ownerId: wren.id })
      expect(await at(5)).toEqual(NOT_RIGHT)
      expect(await at(6)).toEqual({ ownerId: wren.id })
    })

    test('a question is answered once, within five minutes, and only as it was asked', async () => {
      const key = await withKey(wren)
      const asked = await askForPasskey(store, PLACE, 'person', NOW)
      const answer = JSON.stringify(key.signed(asked, PLACE.origin))
      const send = (step: string, at: number) => checkPasskey(store, PLACE, { kind: 'person', step, answer }, at)
      expect(await send(asked.step, NOW + 5 * MINUTE)).toEqual(NOT_RIGHT)
      const flipped = `${asked.step[0] === 'A' ? 'B' : 'A'}${asked.step.slice(1)}`
      for (const step of ['', 'made up', flipped, asked.step.slice(0, -1)])
        expect(await send(step, NOW)).toEqual(NOT_RIGHT)
      const both = await Promise.all([send(asked.step, NOW + 5 * MINUTE - 1), send(asked.step, NOW + 5 * MINUTE - 1)])
      expect(both.filter((one) => 'ownerId' in one)).toHaveLength(1)
      expect(await send(asked.step, NOW)).toEqual(NOT_RIGHT)
      // What was used is remembered for as long as its question could be asked again, and no longer.
      const later = NOW + 5 * MINUTE + 1
      await come('person', (question) => key.signed(question, PLACE.origin), { asked: later, at: later })
      expect(await store.db.selectFrom('sign_in_steps').select('purpose').execute()).toHaveLength(1)
    })

    test('a key is made for whom it was asked, on this site, and kept once', async () => {
      const asked = await ask(wren)
      const key = newPasskey(asked, PLACE.origin)
      expect(await keep(rita, asked.step, key.made)).toEqual(NOT_RIGHT)
      expect(await keep({ kind: 'person', id: newId(NOW) }, asked.step, key.made)).toEqual(NOT_RIGHT)
      expect(await keep(wren, asked.step, key.made, NOW + 5 * MINUTE)).toEqual(NOT_RIGHT)
      expect(await keep(wren, asked.step, newPasskey(asked, ELSEWHERE).made)).toEqual(NOT_RIGHT)
      expect(await keep(wren, asked.step, key.made)).toBe(null)
      expect(await keep(wren, asked.step, key.made)).toEqual(NOT_RIGHT)
      expect(await listPasskeys(store.db, wren)).toHaveLength(1)
      expect(await listPasskeys(store.db, rita)).toEqual([])
    })

    test('what is no device’s answer is answered with a sentence', async () => {
      const key = await withKey(wren)
      for (const answer of ['', 'null', '{}', '[]', '{"id":7}', '{"id":""}', '{"id":"a b"}', '{"id":"abc"}'])
        expect(await come('person', () => answer), answer).toHaveProperty('problem')
      const asked = await ask(wren)
      for (const answer of ['', 'null', '{}', '{"id":"abc"}', '{"id":"a b"}'])
        expect(await keep(wren, asked.step, answer), answer).toEqual(NOT_RIGHT)
      expect(await come('person', (question) => key.signed(question, PLACE.origin))).toEqual({ ownerId: wren.id })
    })

    test('ten keys are enough for anyone, one device is one of them, and each has a name to see', async () => {
      const first = await withKey(wren, ' \u200b ')
      await withKey(wren, ` ${'x'.repeat(100)} `, NOW + 1)
      expect((await listPasskeys(store.db, wren)).map(({ name }) => name)).toEqual(['A device', 'x'.repeat(80)])
      const asked = await ask(wren)
      // A device is told which keys are here already, so that it makes no second one.
      expect((asked.options as unknown as { excludeCredentials: { id: string }[] }).excludeCredentials).toHaveLength(2)
      for (let i = 2; i < 10; i++) await withKey(wren)
      const full = await ask(wren)
      expect(await keep(wren, full.step, newPasskey(full, PLACE.origin).made)).toEqual({
        problem: 'You already have 10 passkeys. Remove one first.',
      })
      const remove = (owner: PasskeyOwner) => store.transaction(NOW, (tx) => removePasskey(tx, owner, first.made.id))
      expect(await remove(rita)).toBe(null)
      expect(await remove(wren)).toEqual({ name: 'A device' })
      expect(await remove(wren)).toBe(null)
      expect(await listPasskeys(store.db, wren)).toHaveLength(9)
    })

    test('where something stands against it, neither the key is kept nor what was done with it', async () => {
      const asked = await ask(rita)
      const { made } = newPasskey(asked, PLACE.origin)
      const keepWith = (problem: { problem: string } | null) =>
        keepPasskey(
          store,
          PLACE,
          { owner: rita, step: asked.step, answer: JSON.stringify(made), name: '' },
          NOW,
          async () => problem,
        )
      expect(await keepWith({ problem: 'Too many.' })).toEqual({ problem: 'Too many.' })
      expect(await listPasskeys(store.db, rita)).toEqual([])
    })
  })
}
