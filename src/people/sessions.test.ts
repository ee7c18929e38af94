/** Sessions, links, codes and roles of the staff: how long each lasts, and whose it is. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { base32, codeOfStep, matchCode, otpauthUri, stepAt } from '../access/index.ts'
import { readSecret, type Store, type Transaction } from '../store/index.ts'
import { readStaffLog } from './log.ts'
import { signInByCode, signInByPassword } from './password-sign-in.ts'
import { type Hasher, readPassword, removePassword, setPassword } from './passwords.ts'
import { addPerson, listPeople, may, type Person, ROLES, readPerson, setDisabled, setSwitches } from './person.ts'
import { beginCodes, confirmCodes, makeRecoveryCodes, readCodes, removeCodes, useCode } from './second-factor.ts'
import {
  endOtherSessions,
  endSession,
  isProved,
  listSessions,
  openSession,
  proveSession,
  readSession,
  readSessionInHand,
  seeSession,
  signOut,
} from './sessions.ts'
import { makeSignInLink, peekSignInLink, signIn } from './sign-in.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const HERE = { device: 'Firefox on Linux', network: 'net-1' }
/** As fast as nothing, and right for one password. */
const quick: Hasher = {
  hash: async (password) => `#${password}`,
  verify: async (hash, password) => hash === `#${password}`,
}

describe('a code of the clock', () => {
  const secret = Buffer.from('12345678901234567890')
  const here = stepAt(NOW)

  test('is taken half a minute early or late, typed in any groups, and never one that was used or is older', () => {
    for (const step of [here - 1, here, here + 1]) {
      const code = codeOfStep(secret, step)
      expect(matchCode(secret, `${code.slice(0, 3)} ${code.slice(3)} `, 0, NOW)).toBe(step)
      expect(matchCode(secret, code, step - 1, NOW)).toBe(step)
      expect(matchCode(secret, code, step, NOW)).toBe(null)
    }
    for (const step of [here - 2, here + 2]) expect(matchCode(secret, codeOfStep(secret, step), 0, NOW)).toBe(null)
    expect(matchCode(secret, '', 0, NOW)).toBe(null)
  })

  test('is a new one every half minute', () => {
    expect([stepAt(NOW + 29_999), stepAt(NOW + 30_000)]).toEqual([here, here + 1])
  })

  test('comes from a secret that an authenticator reads, by hand or as a picture', () => {
    // RFC 4648, 10.
    const words = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar']
    expect(words.map((word) => base32(Buffer.from(word)))).toEqual([
      ...['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'],
    ])
    expect(otpauthUri(Buffer.from('foobar'), 'The Paper', 'ada@paper.example')).toBe(
      'otpauth://totp/The%20Paper:ada%40paper.example?secret=MZXW6YTBOI&issuer=The%20Paper',
    )
  })
})

for (const kind of DATABASES) {
  describe(`the staff on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let wren: Person
    let ed: Person
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      await readSecret(store, NOW)
      wren = (await addPerson(
        store,
        { name: 'Wren Abbot', mail: 'w@paper.example', switches: ROLES.editor },
        NOW,
      )) as Person
      ed = (await addPerson(store, { name: 'Ed', mail: null, switches: ROLES.reporter }, NOW + 1)) as Person
    })
    afterEach(() => drop())

    const write = <T>(work: (tx: Transaction) => Promise<T>, at = NOW) => store.transaction(at, work)
    const open = (person: Person, device = 'x', now = NOW, replaces?: string) =>
      write((w) => openSession(w, { personId: person.id, way: 'passkey', device, replaces }), now)
    const inHand = async (session: string, now = NOW) => {
      const found = await readSessionInHand(store.db, session, now)
      if (!found) throw new Error('no session')
      return found
    }
    const acts = async (by?: string) =>
      (await readStaffLog(store.db, { limit: 100, ...(by ? { by } : {}) })).lines.map(
        ({ act, detail }) => `${act}: ${detail}`,
      )

    test('a session lasts thirty days, and is cleared away when others open', async () => {
      const { session, expiresAt } = await open(wren)
      expect(expiresAt).toBe(NOW + 30 * DAY)
      expect(await readSession(store.db, session, expiresAt - 1)).toMatchObject({ id: wren.id })
      expect(await readSession(store.db, session, expiresAt)).toBe(null)
      expect(await listSessions(store.db, wren.id, expiresAt)).toEqual([])
      const rows = async () => (await store.db.selectFrom('sessions').select('token_hash').execute()).length
      await open(ed, 'x', expiresAt)
      expect(await rows()).toBe(2)
      await open(ed, 'x', expiresAt + 1)
      expect(await rows()).toBe(2)
    })

    test('a browser that signs in again has its new session only; other browsers keep theirs', async () => {
      const [one, two] = [await open(wren), await open(wren)]
      await open(wren, 'x', NOW, one.session)
      expect(await readSession(store.db, one.session, NOW)).toBe(null)
      expect(await readSession(store.db, two.session, NOW)).not.toBe(null)
    })

    test('when a session was last used is noted to five minutes, and the last used is listed first', async () => {
      const [one, two] = [await open(wren, 'one'), await open(wren, 'two', NOW + 1)]
      const seen = async () => (await listSessions(store.db, wren.id, NOW)).map(({ device }) => device)
      expect(await seen()).toEqual(['two', 'one'])
      await seeSession(store, await inHand(one.session), NOW + 5 * MINUTE - 1)
      expect(await seen()).toEqual(['two', 'one'])
      await seeSession(store, await inHand(one.session), NOW + 5 * MINUTE)
      expect(await listSessions(store.db, wren.id, NOW)).toMatchObject([
        { device: 'one', way: 'a passkey', createdAt: NOW, seenAt: NOW + 5 * MINUTE },
        { device: 'two', seenAt: NOW + 1 },
      ])
      expect((await inHand(two.session)).seenAt).toBe(NOW + 1)
      expect(await listSessions(store.db, ed.id, NOW)).toEqual([])
    })

    test('a proof counts for an hour, and gives the session another token', async () => {
      expect(isProved({ provedAt: NOW }, NOW + 60 * MINUTE)).toBe(true)
      expect(isProved({ provedAt: NOW }, NOW + 60 * MINUTE + 1)).toBe(false)
      const { session, expiresAt } = await open(wren)
      const { id } = await inHand(session)
      const prove = (personId: string) =>
        write((w) => proveSession(w, { personId, sessionId: id, way: 'password' }), NOW + 5)
      expect(await prove(ed.id)).toBe(null)
      const proved = await prove(wren.id)
      expect(proved).toMatchObject({ expiresAt })
      expect(await inHand(proved?.session as string)).toMatchObject({ provedAt: NOW + 5, seenAt: NOW + 5 })
      expect(await prove(wren.id)).toBe(null)
      expect((await acts())[0]).toBe('session.proved: Confirmed who they are with a password')
    })

    test('sessions are ended one by one, or all but one, each told in the log once', async () => {
      const sessions = [
        await open(wren, 'one'),
        await open(wren, ''),
        await open(wren, 'three'),
        await open(wren, 'four'),
      ]
      const eds = await open(ed)
      const ids = await Promise.all(sessions.map(async ({ session }) => (await inHand(session)).id))
      const end = (place: number) => endSession(store, { personId: wren.id, sessionId: ids[place] as string }, NOW)
      await end(0)
      await end(0)
      await end(1)
      const others = (keep: string | null) => write((w) => endOtherSessions(w, { personId: wren.id, keep }))
      expect(await others(ids[2] as string)).toBe(1)
      expect(await others(ids[2] as string)).toBe(0)
      await open(wren)
      expect(await others(null)).toBe(2)
      expect(await readSession(store.db, eds.session, NOW)).toMatchObject({ id: ed.id })
      await signOut(store, eds.session, NOW)
      await signOut(store, eds.session, NOW)
      expect((await acts()).filter((act) => act.startsWith('session.ended')).reverse()).toEqual([
        'session.ended: Ended one of their sessions (one)',
        'session.ended: Ended one of their sessions',
        'session.ended: Ended 1 other session',
        'session.ended: Ended 2 other sessions',
        'session.ended: Signed out',
      ])
      expect(
        (await acts())
          .filter((act) => act.startsWith('session.opened'))
          .reverse()
          .slice(0, 2),
      ).toEqual(['session.opened: Signed in with a passkey (one)', 'session.opened: Signed in with a passkey'])
    })

    test('a one-time link is its person’s for a day; who is locked out comes in by none, and can be let in again', async () => {
      const link = await makeSignInLink(store, ed.id, NOW, wren.id)
      const wrens = await makeSignInLink(store, wren.id, NOW)
      expect((await acts(wren.id))[0]).toBe('person.link: Made a sign-in link for Ed')
      expect(await peekSignInLink(store.db, link, NOW + DAY - 1)).toMatchObject({ id: ed.id })
      expect(await setDisabled(store, ed.id, true, NOW, wren.id)).toBe(null)
      expect(await setDisabled(store, ed.id, true, NOW, wren.id)).toBe(null)
      expect(await peekSignInLink(store.db, link, NOW)).toBe(null)
      const anew = await makeSignInLink(store, ed.id, NOW)
      expect([await peekSignInLink(store.db, anew, NOW), await signIn(store, anew, NOW)]).toEqual([null, null])
      expect(await peekSignInLink(store.db, wrens, NOW)).toMatchObject({ id: wren.id })
      expect(may((await readPerson(store.db, ed.id)) as Person, 'write')).toBe(false)
      expect(await setDisabled(store, ed.id, false, NOW, wren.id)).toBe(null)
      expect(may((await readPerson(store.db, ed.id)) as Person, 'write')).toBe(true)
      expect(await peekSignInLink(store.db, link, NOW)).toBe(null)
      expect(await signIn(store, anew, NOW)).not.toBe(null)
      expect(await signIn(store, wrens, NOW + DAY - 1)).not.toBe(null)
      expect((await acts(wren.id)).slice(1, 3)).toEqual([
        'person.enabled: Let Ed sign in again',
        'person.disabled: Suspended Ed',
      ])
    })

    test('only what changed of somebody’s switches is told, and people stand in the order in which they came', async () => {
      expect(await setSwitches(store, ed.id, { switches: ['moderate', 'publish'] }, NOW, wren.id)).toBe(null)
      expect(await setSwitches(store, ed.id, { switches: ['publish', 'moderate'] }, NOW, wren.id)).toBe(null)
      expect(await setSwitches(store, ed.id, { switches: ['publish', 'moderate', 'settings'] }, NOW, wren.id)).toBe(
        null,
      )
      expect(await setSwitches(store, wren.id, { switches: ['write'] }, NOW, ed.id)).toBe(null)
      expect(await setSwitches(store, 'nobody', { switches: ['write'] }, NOW)).toEqual({
        problem: 'There is no such person.',
      })
      expect((await acts(wren.id)).reverse()).toEqual([
        'person.switches: Gave Ed permission to publish and unpublish stories and review comments, and withdrew permission to write stories',
        'person.switches: Gave Ed permission to manage settings and people',
      ])
      expect((await listPeople(store.db)).map(({ name, switches }) => [name, switches])).toEqual([
        ['Wren Abbot', ['write']],
        ['Ed', ['publish', 'moderate', 'settings']],
      ])
      expect(await readPerson(store.db, 'nobody')).toBe(null)
    })

    test('who is gone does not count as one who may change the settings', async () => {
      expect(await setSwitches(store, ed.id, { switches: ['settings'] }, NOW)).toBe(null)
      expect(await setDisabled(store, ed.id, true, NOW)).toBe(null)
      const refused = { problem: expect.stringMatching(/someone else that permission first\.$/) }
      expect(await setDisabled(store, wren.id, true, NOW)).toEqual(refused)
      expect(await setSwitches(store, wren.id, { switches: ['write'] }, NOW)).toEqual(refused)
      // Whoever never had that may lose all else.
      expect(await setSwitches(store, wren.id, { switches: ['settings'] }, NOW)).toBe(null)
      expect(await setDisabled(store, ed.id, false, NOW)).toBe(null)
    })

    test('a name of a person has something to see and up to 80 characters', async () => {
      const add = (name: string) => addPerson(store, { name, mail: ' ', switches: ['write'] }, NOW)
      expect(await add(` ${'x'.repeat(80)} `)).toMatchObject({ name: 'x'.repeat(80), mail: null })
      expect(await add('x'.repeat(81))).toHaveProperty('problem')
      expect(await add('\u200b')).toHaveProperty('problem')
    })

    describe('with a password', () => {
      const GOOD = 'tide bucket oarlock nine'
      const set = (person: Person, signInName: string, keep: string | null = null, now = NOW) =>
        setPassword(store, { person, signInName, password: GOOD, keep, siteName: 'Mercury' }, now, quick)
      const enter = (name: string, password = GOOD, now = NOW, browser: typeof HERE & { replaces?: string } = HERE) =>
        signInByPassword(store, { name, password }, browser, now, quick)
      const codes = async (person: Person) => {
        await write((w) => beginCodes(w, person.id))
        const { waiting } = await readCodes(store.db, person.id)
        const secret = waiting as Uint8Array
        const recovery = await write((w) => confirmCodes(w, person.id, codeOfStep(secret, stepAt(NOW))))
        return { secret, recovery: recovery as string[] }
      }

      test('a sign-in name has something in it, is read in any letters, and can be changed', async () => {
        expect(await set(wren, ' \t ')).toMatchObject({ field: 'name' })
        expect(await set(wren, 'x'.repeat(255))).toMatchObject({ field: 'name' })
        expect(await set(wren, ' W  A ')).toBe(null)
        expect(await readPassword(store.db, wren.id)).toEqual({ signInName: 'w a', setAt: NOW })
        expect(await readPassword(store.db, ed.id)).toBe(null)
        expect(await set(ed, 'W A')).toMatchObject({
          field: 'name',
          problem: expect.stringMatching(/Choose another\.$/),
        })
        expect(await set(wren, 'wren', null, NOW + 1)).toBe(null)
        expect(await set(ed, 'w a')).toBe(null)
        expect(await enter('wren')).toMatchObject({ kind: 'in' })
      })

      test('taken away, it opens nothing any more, and that is told once', async () => {
        await set(wren, 'wren')
        await set(ed, 'ed')
        for (let i = 0; i < 2; i++) await write((w) => removePassword(w, wren.id))
        expect(await enter('wren')).toMatchObject({ kind: 'no' })
        expect(await enter('ed')).toMatchObject({ kind: 'in' })
        expect((await acts(wren.id)).filter((act) => act.startsWith('password'))).toEqual([
          'password.removed: Removed their password',
          'password.set: Set a password',
        ])
      })

      test('a failed attempt is told in the log with whose it was, an unknown name with nobody’s', async () => {
        await set(wren, 'wren')
        await enter('wren', 'no')
        await enter('nobody', 'no')
        const { lines } = await readStaffLog(store.db, { kind: 'session', limit: 10 })
        expect(lines.map(({ about, detail }) => [about, detail])).toEqual([
          [null, 'Failed to sign in: wrong password'],
          [wren.id, 'Failed to sign in: wrong password'],
        ])
      })

      test('a code is asked for within ten minutes of the password, of its own person only, and ends the browser’s old session', async () => {
        await set(wren, 'wren')
        const { secret } = await codes(wren)
        const before = await open(wren)
        const begin = async (now = NOW) => ((await enter('wren', GOOD, now)) as { step: string }).step
        const code = (now: number) => codeOfStep(secret, stepAt(now))
        const step = await begin(NOW + MINUTE)
        const late = NOW + 11 * MINUTE
        expect(await signInByCode(store, { step, code: code(late) }, HERE, late)).toEqual({
          kind: 'no',
          sentence: 'That took longer than ten minutes. Sign in again.',
        })
        const opened = await signInByCode(
          store,
          { step, code: code(late - 1) },
          { ...HERE, replaces: before.session },
          late - 1,
        )
        expect(opened).toMatchObject({ kind: 'in' })
        expect(await readSession(store.db, before.session, NOW)).toBe(null)
        expect((await listSessions(store.db, wren.id, NOW)).map(({ way, device }) => [way, device])).toEqual([
          ['a password and code', 'Firefox on Linux'],
        ])
        // Who is locked out meanwhile does not come in.
        const other = await begin(late)
        await store.db.updateTable('people').set({ disabled_at: late }).where('id', '=', wren.id).execute()
        expect(await signInByCode(store, { step: other, code: code(late + MINUTE) }, HERE, late)).toMatchObject({
          kind: 'no',
        })
        // What was begun and not finished is cleared away as others begin.
        await store.db.updateTable('people').set({ disabled_at: null }).where('id', '=', wren.id).execute()
        await begin(late + 20 * MINUTE)
        expect(await store.db.selectFrom('sign_in_steps').select('purpose').execute()).toHaveLength(1)
      })

      test('right codes do not use up the attempts, wrong ones are told in the log', async () => {
        await set(wren, 'wren')
        const { recovery } = await codes(wren)
        const begin = async () => ((await enter('wren')) as { step: string }).step
        for (const code of recovery) {
          const opened = await signInByCode(store, { step: await begin(), code }, HERE, NOW)
          expect(opened).toMatchObject({ kind: 'in' })
        }
        expect(await readCodes(store.db, wren.id)).toMatchObject({ recoveryLeft: 0 })
        expect(await signInByCode(store, { step: await begin(), code: '000000x' }, HERE, NOW)).toMatchObject({
          kind: 'again',
        })
        const [last] = (await readStaffLog(store.db, { kind: 'session', limit: 1 })).lines
        expect(last).toMatchObject({ about: wren.id, detail: 'Failed to sign in: wrong code' })
        expect((await listSessions(store.db, wren.id, NOW))[0]?.way).toBe('a password and recovery code')
      })

      test('codes count once one was typed; until then the secret waits, and can be drawn anew', async () => {
        const read = () => readCodes(store.db, wren.id)
        expect(await read()).toEqual({ confirmedAt: null, waiting: null, recoveryLeft: 0 })
        const begin = () => write((w) => beginCodes(w, wren.id))
        await begin()
        const first = (await read()).waiting
        expect(first).toHaveLength(20)
        await begin()
        const { waiting } = await read()
        expect(waiting).not.toEqual(first)
        const confirm = (person: Person, code: string) => write((w) => confirmCodes(w, person.id, code))
        const code = codeOfStep(waiting as Uint8Array, stepAt(NOW))
        expect([await confirm(wren, '000000x'), await confirm(ed, code)]).toEqual([null, null])
        expect(await write((w) => useCode(w, wren.id, code))).toBe(null)
        const made = await confirm(wren, code)
        expect(made).toHaveLength(10)
        for (const one of made ?? []) expect(one).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/)
        expect(await read()).toEqual({ confirmedAt: NOW, waiting: null, recoveryLeft: 10 })
        // The code that confirmed it is used up, and a secret that counts is not drawn anew.
        expect(await write((w) => useCode(w, wren.id, code))).toBe(null)
        await begin()
        expect((await read()).confirmedAt).toBe(NOW)
        expect(await confirm(wren, codeOfStep(waiting as Uint8Array, stepAt(NOW) + 1))).toBe(null)
      })

      test('new recovery codes end the old ones, nobody else’s, and taking codes away takes all', async () => {
        const { recovery } = await codes(wren)
        const eds = await codes(ed)
        const use = (person: Person, code: string) => write((w) => useCode(w, person.id, code))
        expect(await use(ed, recovery[0] as string)).toBe(null)
        const anew = await write((w) => makeRecoveryCodes(w, wren.id))
        expect(await use(wren, recovery[1] as string)).toBe(null)
        expect(await use(wren, anew[1] as string)).toBe('password and recovery code')
        expect(await use(wren, anew[1] as string)).toBe(null)
        for (let i = 0; i < 2; i++) await write((w) => removeCodes(w, wren.id))
        expect(await readCodes(store.db, wren.id)).toEqual({ confirmedAt: null, waiting: null, recoveryLeft: 0 })
        expect(await use(wren, anew[2] as string)).toBe(null)
        expect(await use(ed, eds.recovery[0] as string)).toBe('password and recovery code')
        expect((await acts(wren.id)).filter((act) => act.startsWith('codes')).reverse()).toEqual([
          'codes.added: Turned two-factor codes on',
          'codes.recovery: Made new recovery codes',
          'codes.recovery: Made new recovery codes',
          'codes.removed: Turned two-factor codes off',
        ])
      })
    })
  })
}
