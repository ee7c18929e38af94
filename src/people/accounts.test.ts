import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { codeOfStep, deviceOf, FAILURES, passwordProblem, stepAt } from '../access/index.ts'
import { readSecret, type Store } from '../store/index.ts'
import { readStaffLog } from './log.ts'
import { signInByCode, signInByPassword } from './password-sign-in.ts'
import { argon2, type Hasher, NOBODYS_HASH, setPassword } from './passwords.ts'
import { addPerson, listPeople, type Person, ROLES, setSwitches } from './person.ts'
import { beginCodes, confirmCodes, readCodes } from './second-factor.ts'
import { endSession, listSessions, proveSession, readSession, readSessionInHand } from './sessions.ts'
import { firstEditorLink, makeSignInLink, signIn } from './sign-in.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000
const GOOD = 'tide bucket oarlock nine'
const HERE = { device: 'Firefox on Linux', network: 'net-1' }

describe('a password', () => {
  test.each([
    ['short', 'tide bucket'],
    ['of one word that everybody takes', 'Password1234!'],
    ['of that word twice', 'welcomewelcome'],
    ['written with look-alikes', 'p4$$w0rd2026!!'],
    ['a run of keys', 'qwertyuiop12345'],
    ['a run backwards', '9876543210zyxw'],
    ['one piece again and again', 'tidetidetidetide'],
    ['of few characters', 'aabbaabbabab'],
    ['the site’s name', 'harbourmercury99'],
    ['the person’s own name', 'Wren Abbot 1984'],
    ['their mail address', 'wren.abbot@paper.example1'],
  ])('that is %s is refused in one sentence', (_, password) => {
    expect(passwordProblem(password, ['Wren Abbot', 'wren.abbot@paper.example', 'Harbour Mercury'])).toMatch(/\.$/)
  })

  test('of a few words that have nothing to do with each other is taken, in any script', () => {
    for (const password of [GOOD, 'Глухой маяк у пирса', '灯台の下で猫が三匹寝ている', 'xK3v-92fL-qq0Z'])
      expect(passwordProblem(password, ['Wren Abbot', 'Harbour Mercury'])).toBe(null)
  })

  test('has twelve characters at least and 256 at most, as people count them', () => {
    const varied = (length: number) =>
      Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * 7) % 3000))).join('')
    expect(passwordProblem('xK3v-92fL-q0', [])).toBe(null)
    expect(passwordProblem('xK3v-92fL-q', [])).toMatch(/^Use at least 12 characters; this has 11\./)
    expect(passwordProblem(varied(256), [])).toBe(null)
    expect(passwordProblem(varied(257), [])).toBe('Use no more than 256 characters.')
    // A duck is one character, whatever a computer makes of it.
    expect(passwordProblem('🦆🐈🐕🐎🐄🐖🐑🐐🐓🦃🦢', [])).toMatch(/this has 11/)
  })

  test('may hold a little of what it may not be', () => {
    // Five different characters, four keys in a row, a name among other words, a short name, a word with others.
    for (const good of [
      'abdfhabfdhba',
      'qwer tide lamp',
      'lamp Abbot tide',
      'Ed 19 lamp pier',
      'password lamp tide',
      'tidelamp tidelamp',
    ])
      expect(passwordProblem(good, ['Abbot', 'Ed', 'lam']), good).toBe(null)
    for (const [bad, sentence] of [
      ['abdfabfdbadf', /too few different characters/],
      ['lampolampolampo', /over and over/],
      ['qwertyuiop lamp', /neighbouring keys/],
      ['poiuytrewq lamp', /neighbouring keys/],
      ['lamp asdfghjkl', /neighbouring keys/],
      ['s3cr3tp4ssw0rd', /Too many people/],
      ['1999 sunshine!!', /Too many people/],
      ['shadow 77 shadow', /Too many people/],
      ['abbot12345678', /neighbouring keys|a name that others know/],
      ['abb0t-2004-99', /a name that others know/],
      ['Abbot & Abbot', /a name that others know/],
    ] as const)
      expect(passwordProblem(bad, ['Wren Abbot']), bad).toMatch(sentence)
  })

  test('of 256 characters is judged in work that grows with its length', () => {
    expect(passwordProblem('ab'.repeat(128), [])).toMatch(/\.$/)
    expect(passwordProblem('a'.repeat(5000), [])).toMatch(/256/)
  })

  test('is hashed with Argon2id at the cost that unknown names are compared at', async () => {
    const hash = await argon2.hash(GOOD)
    const cost = (text: string) => text.split('$').slice(0, 4).join('$')
    expect(cost(hash)).toBe('$argon2id$v=19$m=19456,t=2,p=1')
    expect(cost(NOBODYS_HASH)).toBe(cost(hash))
    expect(await argon2.verify(hash, GOOD)).toBe(true)
    // The same words as another system types them: ﬁ is fi.
    expect(await argon2.verify(await argon2.hash('ﬁve ferries'), 'five ferries')).toBe(true)
  })
})

test('codes are those of RFC 6238', () => {
  const secret = Buffer.from('12345678901234567890')
  expect(
    [59, 1111111109, 1234567890, 20000000000].map((seconds) => codeOfStep(secret, stepAt(seconds * 1000))),
  ).toEqual(['287082', '081804', '005924', '353130'])
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18.1 Mobile Safari/604',
    'Safari on iPhone',
  ],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['Mozilla/5.0 (Macintosh) AppleWebKit/605 Version/18.1 Safari/605', 'Safari on Mac'],
  ['Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36', 'Chrome on ChromeOS'],
  ['Opera/9 (something) OPR/110', 'Opera'],
  ['Something on Windows', 'Browser on Windows'],
  ['curl/8.5', 'Unknown browser'],
  ['', 'Unknown browser'],
  [undefined, 'Unknown browser'],
])('the device of %s is told in words', (userAgent, words) => {
  expect(deviceOf(userAgent)).toBe(words)
})

for (const kind of DATABASES) {
  describe(`signing in on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let person: Person
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      await readSecret(store, NOW)
      person = (await addPerson(
        store,
        { name: 'Wren Abbot', mail: 'wren@paper.example', switches: ROLES.editor },
        NOW,
      )) as Person
    })
    afterEach(() => drop())

    const withPassword = async (hasher: Hasher = argon2) =>
      setPassword(
        store,
        { person, signInName: ' WREN@paper.example', password: GOOD, keep: null, siteName: 'Mercury' },
        NOW,
        hasher,
      )
    const withCodes = async () => {
      await store.transaction(NOW, (tx) => beginCodes(tx, person.id))
      const { waiting } = await readCodes(store.db, person.id)
      const secret = waiting as Uint8Array
      const recovery = await store.transaction(NOW, (tx) =>
        confirmCodes(tx, person.id, codeOfStep(secret, stepAt(NOW))),
      )
      return { secret, recovery: recovery as string[] }
    }
    const linked = async (now = NOW) =>
      (await signIn(store, await makeSignInLink(store, person.id, now), now, { device: 'Edge on Windows' }))
        ?.session as string
    const log = async () => (await readStaffLog(store.db, { limit: 100 })).lines.map(({ act }) => act)

    test('a name and a password open a session; the name in any letters, the password only as it is', async () => {
      expect(await withPassword()).toBe(null)
      const opened = await signInByPassword(store, { name: 'Wren@Paper.Example ', password: GOOD }, HERE, NOW)
      expect(opened).toMatchObject({ kind: 'in' })
      expect(await readSession(store.db, (opened as { session: string }).session, NOW)).toMatchObject({ id: person.id })
      for (const password of [GOOD.toUpperCase(), `${GOOD} `, '', 'x'.repeat(100_000)])
        expect(await signInByPassword(store, { name: 'wren@paper.example', password }, HERE, NOW)).toMatchObject({
          kind: 'no',
          sentence: expect.stringMatching(/\.$/),
        })
    })

    test('a wrong password, an unknown name and a locked-out person are answered alike, after one hashing each', async () => {
      await withPassword()
      const calls: string[] = []
      const counting: Hasher = {
        hash: argon2.hash,
        verify: async (hash, password) => {
          calls.push(hash.split('$').slice(0, 4).join('$'))
          return argon2.verify(hash, password)
        },
      }
      const answers: unknown[] = []
      const attempt = async (name: string, password: string) => {
        const before = calls.length
        answers.push(await signInByPassword(store, { name, password }, HERE, NOW, counting))
        expect(calls.length - before).toBe(1)
      }
      await attempt('wren@paper.example', 'something else entirely')
      await attempt('nobody@paper.example', GOOD)
      await attempt('', '')
      await store.transaction(NOW, (tx) => tx.rows.updateTable('people').set({ disabled_at: NOW }).execute())
      await attempt('wren@paper.example', GOOD)
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(new Set(calls).size).toBe(1)
    })

    test('after ten wrong passwords a name is hashed no more for a quarter of an hour, known or not; a link still works', async () => {
      await withPassword()
      let hashed = 0
      const counting: Hasher = {
        hash: argon2.hash,
        verify: async () => {
          hashed += 1
          return false
        },
      }
      for (const name of ['wren@paper.example', 'nobody@paper.example']) {
        // All at once, as a machine would.
        await Promise.all(
          Array.from({ length: 14 }, (_, i) =>
            signInByPassword(store, { name, password: `wrong ${i}` }, { ...HERE, network: `net-${i}` }, NOW, counting),
          ),
        )
        expect(hashed).toBe(FAILURES.name)
        hashed = 0
        const answer = await signInByPassword(store, { name, password: GOOD }, HERE, NOW, counting)
        expect(answer).toMatchObject({ kind: 'no', sentence: expect.stringContaining('sign-in link') })
        expect(hashed).toBe(0)
      }
      expect(await readSession(store.db, await linked(), NOW)).not.toBe(null)
      const later = NOW + FAILURES.within + 1
      const name = 'wren@paper.example'
      expect(await signInByPassword(store, { name, password: GOOD }, HERE, later)).toMatchObject({ kind: 'in' })
    })

    test('one network has fifty attempts in a quarter of an hour, over all names; right ones do not count', async () => {
      await withPassword()
      const never: Hasher = { hash: argon2.hash, verify: async () => false }
      for (let i = 0; i < FAILURES.network; i++)
        await signInByPassword(store, { name: `someone ${i}`, password: 'x' }, HERE, NOW, never)
      const right = { name: 'wren@paper.example', password: GOOD }
      expect(await signInByPassword(store, right, HERE, NOW)).toMatchObject({ kind: 'no' })
      for (let i = 0; i < FAILURES.name + 2; i++)
        expect(await signInByPassword(store, right, { ...HERE, network: 'net-2' }, NOW)).toMatchObject({ kind: 'in' })
    })

    test('what was typed as a name is kept nowhere: it may have been the password', async () => {
      await withPassword()
      await signInByPassword(store, { name: GOOD, password: 'wren@paper.example' }, HERE, NOW)
      const rows = [
        await store.db.selectFrom('sign_in_failures').selectAll().execute(),
        await store.db.selectFrom('acts').selectAll().execute(),
      ]
      expect(JSON.stringify(rows)).not.toContain(GOOD)
      expect(rows[0]).toHaveLength(2)
    })

    test('with codes set up a password alone opens nothing; its code does, once', async () => {
      await withPassword()
      const { secret } = await withCodes()
      const later = NOW + MINUTE
      const half = await signInByPassword(store, { name: 'wren@paper.example', password: GOOD }, HERE, later)
      expect(half).toMatchObject({ kind: 'code' })
      expect(await listSessions(store.db, person.id, later)).toEqual([])
      const { step } = half as { step: string }
      const code = codeOfStep(secret, stepAt(later))
      expect(await signInByCode(store, { step, code: '000000' }, HERE, later)).toMatchObject({ kind: 'again' })
      expect(await signInByCode(store, { step: 'made up', code }, HERE, later)).toMatchObject({ kind: 'no' })
      const opened = await signInByCode(store, { step, code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, HERE, later)
      expect(opened).toMatchObject({ kind: 'in' })
      // Neither the step nor the code is taken again.
      expect(await signInByCode(store, { step, code }, HERE, later)).toMatchObject({ kind: 'no' })
      const again = await signInByPassword(store, { name: 'wren@paper.example', password: GOOD }, HERE, later)
      expect(await signInByCode(store, { step: (again as { step: string }).step, code }, HERE, later)).toMatchObject({
        kind: 'again',
      })
    })

    test('a recovery code comes in place of a code, once, however it is typed', async () => {
      await withPassword()
      const { recovery } = await withCodes()
      expect(new Set(recovery).size).toBe(10)
      const step = async () =>
        (
          (await signInByPassword(store, { name: 'wren@paper.example', password: GOOD }, HERE, NOW)) as {
            step: string
          }
        ).step
      const typed = (recovery[0] as string).toUpperCase().replaceAll('-', ' ')
      expect(await signInByCode(store, { step: await step(), code: typed }, HERE, NOW)).toMatchObject({ kind: 'in' })
      expect(await signInByCode(store, { step: await step(), code: typed }, HERE, NOW)).toMatchObject({ kind: 'again' })
      expect(await readCodes(store.db, person.id)).toMatchObject({ recoveryLeft: 9 })
    })

    test('codes can be guessed at ten times, then the password has to wait', async () => {
      await withPassword()
      await withCodes()
      const half = await signInByPassword(store, { name: 'wren@paper.example', password: GOOD }, HERE, NOW)
      const { step } = half as { step: string }
      const kinds = []
      for (let i = 0; i < 12; i++) kinds.push((await signInByCode(store, { step, code: '12345x' }, HERE, NOW)).kind)
      expect(kinds).toEqual([...Array(10).fill('again'), 'no', 'no'])
    })

    test('a new password ends every other session, and a session is new after every proof', async () => {
      const one = await linked()
      const two = await linked()
      const inHand = await readSessionInHand(store.db, one, NOW)
      expect(await listSessions(store.db, person.id, NOW)).toMatchObject([{}, {}])
      const password = { person, signInName: 'wren', password: GOOD, siteName: 'Mercury' }
      expect(await setPassword(store, { ...password, keep: inHand?.id as string }, NOW)).toBe(null)
      expect(await readSession(store.db, two, NOW)).toBe(null)
      const proved = await store.transaction(NOW, (tx) =>
        proveSession(tx, { personId: person.id, sessionId: inHand?.id as string, way: 'password' }),
      )
      expect(await readSession(store.db, one, NOW)).toBe(null)
      expect(await readSession(store.db, proved?.session as string, NOW)).not.toBe(null)
    })

    test('a session of somebody else is not ended by who knows its id', async () => {
      const mine = await linked()
      const other = (await addPerson(store, { name: 'Ed', mail: null, switches: ROLES.moderator }, NOW)) as Person
      const { id } = (await readSessionInHand(store.db, mine, NOW)) as { id: string }
      await endSession(store, { personId: other.id, sessionId: id }, NOW)
      expect(await readSession(store.db, mine, NOW)).not.toBe(null)
      await endSession(store, { personId: person.id, sessionId: id }, NOW)
      expect(await readSession(store.db, mine, NOW)).toBe(null)
    })

    test('a copy of the database opens no door', async () => {
      await withPassword()
      const { recovery } = await withCodes()
      const session = await linked()
      const half = await signInByPassword(store, { name: 'wren@paper.example', password: GOOD }, HERE, NOW)
      const tables = ['sessions', 'sign_in_links', 'sign_in_steps', 'passwords', 'recovery_codes', 'acts'] as const
      const rows = JSON.stringify(
        await Promise.all(tables.map((table) => store.db.selectFrom(table).selectAll().execute())),
      )
      for (const secret of [session, (half as { step: string }).step, GOOD, ...recovery])
        expect(rows).not.toContain(secret)
    })

    test('switches are changed afterwards, at once, and somebody keeps the settings', async () => {
      expect(await setSwitches(store, person.id, { switches: ['write'] }, NOW)).toMatchObject({
        problem: expect.stringContaining('someone else that permission first'),
      })
      const other = (await addPerson(store, { name: 'Ed', mail: null, switches: ['settings'] }, NOW)) as Person
      expect(await setSwitches(store, person.id, { switches: ['moderate', 'write'] }, NOW, other.id)).toBe(null)
      expect(await setSwitches(store, person.id, { switches: [] }, NOW)).toMatchObject({
        problem: expect.stringMatching(/\.$/),
      })
      expect((await listPeople(store.db)).find(({ id }) => id === person.id)?.switches).toEqual(['write', 'moderate'])
      const { lines } = await readStaffLog(store.db, { limit: 1, by: other.id })
      expect(lines).toMatchObject([{ by: 'Ed', act: 'person.switches', about: person.id }])
    })

    test('a sign-in name is one person’s', async () => {
      await withPassword()
      const other = (await addPerson(store, { name: 'Ed', mail: null, switches: ROLES.reporter }, NOW)) as Person
      const typed = { person: other, signInName: 'Wren@paper.example', password: `${GOOD}!`, keep: null, siteName: 'M' }
      expect(await setPassword(store, typed, NOW)).toMatchObject({ field: 'name' })
    })

    test('the log tells all of it, newest first, by page, by person and by kind', async () => {
      await withPassword()
      await signInByPassword(store, { name: 'wren@paper.example', password: 'not this one' }, HERE, NOW + 1)
      await linked(NOW + 2)
      expect((await log()).sort()).toEqual([
        'password.set',
        'person.added',
        'person.link',
        'session.failed',
        'session.opened',
      ])
      const pages = []
      let after: string | undefined
      for (;;) {
        const page = await readStaffLog(store.db, { limit: 2, after })
        pages.push(...page.lines)
        if (!page.more) break
        after = page.lines.at(-1)?.key
      }
      expect(pages).toEqual((await readStaffLog(store.db, { limit: 100 })).lines)
      const times = pages.map(({ at }) => at)
      expect(times).toEqual([...times].sort((one, two) => two - one))
      const mine = await readStaffLog(store.db, { by: person.id, limit: 10 })
      expect(mine.lines.map(({ act }) => act)).toEqual(['session.opened', 'password.set'])
      expect((await readStaffLog(store.db, { kind: 'session', limit: 10 })).lines).toHaveLength(2)
      expect((await readStaffLog(store.db, { kind: 'nothing of the kind', limit: 10 })).lines).toEqual([])
    })

    test('the first editor’s link is made without a word in the log: nobody did it', async () => {
      await firstEditorLink(store, NOW)
      expect(await log()).toEqual(['person.added'])
    })
  })
}
