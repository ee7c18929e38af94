/** Readers and their letters: links that open once, addresses that are shown to be theirs, letters that nobody can cause without end. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import {
  ACCOUNTS_A_NETWORK,
  allowLetter,
  countAccount,
  endLinksOf,
  LETTERS_A_NETWORK,
  LINK_LIVES,
  letterConfirmed,
  type MailKeys,
  mailKeysWith,
  makeMailLink,
  peekMailLink,
  setUnwanted,
  sweepLetterLimits,
  sweepMailLinks,
  tooManyAccounts,
  useMailLink,
} from '../access/index.ts'
import { addPerson, type Person, ROLES } from '../people/index.ts'
import { newId, readSecret, type Store, type Transaction } from '../store/index.ts'
import {
  addAddressByLink,
  addReader,
  checkReaderName,
  endReaderSessions,
  listReaderSessions,
  openReaderSession,
  readReaderSession,
  removeReaderPasskey,
  renameReader,
  signInReaderByLink,
} from './reader-accounts.ts'
import { holdStandingReader, readerWithAddress, readReader, verifyReader } from './readers.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

test('a name is taken as it will stand: one line, with something to see, of up to 80 characters', () => {
  expect(checkReaderName('  Ada \n\u0000 Lovelace ')).toEqual({ name: 'Ada Lovelace' })
  expect(checkReaderName('🦆'.repeat(80))).toEqual({ name: '🦆'.repeat(80) })
  expect(checkReaderName('🦆'.repeat(81))).toEqual({ problem: 'Shorten the name to 80 characters at most.' })
  for (const nothing of ['', ' ', '\u200b'])
    expect(checkReaderName(nothing)).toEqual({ problem: expect.stringMatching(/^Type the name.*\.$/) })
})

describe('what letters are signed with', () => {
  const keys = mailKeysWith(Buffer.alloc(32, 1))
  const others = mailKeysWith(Buffer.alloc(32, 2))

  test('an address has one key however it is typed, and none that another site has', () => {
    expect(keys.addressKey(' ADA@Paper.example ')).toBe(keys.addressKey('ada@paper.example'))
    expect(keys.addressKey('ada@paper.example')).not.toBe(keys.addressKey('ben@paper.example'))
    expect(keys.addressKey('ada@paper.example')).not.toBe(others.addressKey('ada@paper.example'))
  })

  test('a link that stops letters stands for its address, and one to a reader’s choices for the reader; neither is made up', () => {
    const id = newId(NOW)
    const [stop, notices] = [keys.stopKey('ada@paper.example'), keys.noticesKey(id)]
    expect(keys.readStopKey(stop)).toBe(keys.addressKey('ada@paper.example'))
    expect(keys.readNoticesKey(notices)).toBe(id)
    expect(others.readStopKey(stop)).toBe(null)
    expect(others.readNoticesKey(notices)).toBe(null)
    expect(keys.readNoticesKey(`${notices}0`)).toBe(null)
    for (const key of [stop, notices]) {
      for (const place of [0, 12, key.length - 1]) {
        const other = `${key.slice(0, place)}${key[place] === '1' ? '2' : '1'}${key.slice(place + 1)}`
        expect([keys.readStopKey(other), keys.readNoticesKey(other)]).toEqual([null, null])
      }
    }
  })
})

for (const kind of DATABASES) {
  describe(`readers on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let keys: MailKeys
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      keys = mailKeysWith(await readSecret(store, NOW))
    })
    afterEach(() => drop())

    const write = <T>(work: (tx: Transaction) => Promise<T>, at = NOW) => store.transaction(at, work)
    const reader = async (mail: string | null = null, name = 'Rita') => {
      if (mail !== null) return write((w) => verifyReader(w, { address: mail, name }))
      const id = newId(NOW)
      await write((w) => addReader(w, { id, name }))
      const made = await readReader(store.db, id)
      if (!made) throw new Error('no reader')
      return made
    }
    const link = (purpose: 'verify' | 'account' | 'waiting', address = 'ada@paper.example', now = NOW) =>
      write((w) => makeMailLink(w, { purpose, address }), now)

    test('a link in a letter is looked at as often as one likes, and used once, for what it is for, while it lasts', async () => {
      const token = await link('account', 'Ada@Paper.example')
      const found = { purpose: 'account', address: 'ada@paper.example', commentId: null, personId: null }
      expect(await peekMailLink(store.db, token, 'account', NOW)).toEqual(found)
      expect(await peekMailLink(store.db, token, 'account', NOW + LINK_LIVES.account - 1)).toEqual(found)
      const uses = [
        (tx: Transaction, token: string, purpose: 'verify' | 'account') =>
          peekMailLink(tx.rows, token, purpose, tx.now),
        useMailLink,
      ]
      for (const use of uses) {
        const tried = (text: string, purpose: 'verify' | 'account', now: number) =>
          write((tx) => use(tx, text, purpose), now)
        expect(await tried(token, 'verify', NOW)).toBe(null)
        expect(await tried('made up', 'account', NOW)).toBe(null)
        expect(await tried(token, 'account', NOW + LINK_LIVES.account)).toBe(null)
      }
      const other = await link('account', 'ben@paper.example')
      expect(await write((w) => useMailLink(w, token, 'account'))).toEqual(found)
      expect(await write((w) => useMailLink(w, token, 'account'))).toBe(null)
      expect(await peekMailLink(store.db, token, 'account', NOW)).toBe(null)
      expect(await peekMailLink(store.db, other, 'account', NOW)).toMatchObject({ address: 'ben@paper.example' })
    })

    test('a link to an account or a wish can be used for a day, a moderator’s list for half of one', () => {
      expect(LINK_LIVES).toEqual({ verify: DAY, account: DAY, waiting: DAY / 2 })
    })

    test('a moderator who may not sign in any more has no link left, and old ones are taken away a week after their end', async () => {
      const mo = (await addPerson(store, { name: 'Mo', mail: null, switches: ROLES.moderator }, NOW)) as Person
      const jo = (await addPerson(store, { name: 'Jo', mail: null, switches: ROLES.moderator }, NOW)) as Person
      const listOf = (person: Person) => write((w) => makeMailLink(w, { purpose: 'waiting', personId: person.id }))
      const [mos, jos] = [await listOf(mo), await listOf(jo)]
      await write((w) => endLinksOf(w, mo.id))
      expect(await peekMailLink(store.db, mos, 'waiting', NOW)).toBe(null)
      expect(await peekMailLink(store.db, jos, 'waiting', NOW)).toMatchObject({ personId: jo.id, address: '' })
      const left = async () => (await store.db.selectFrom('mail_links').select('token_hash').execute()).length
      await write((w) => sweepMailLinks(w), NOW + LINK_LIVES.waiting + 7 * DAY)
      expect(await left()).toBe(1)
      await write((w) => sweepMailLinks(w), NOW + LINK_LIVES.waiting + 7 * DAY + 1)
      expect(await left()).toBe(0)
    })

    test('an address is one reader, whose name and day are kept once given', async () => {
      const first = await write((w) => verifyReader(w, { address: 'Ada@Paper.example', name: '' }))
      expect(first).toMatchObject({ mail: 'ada@paper.example', name: '', verifiedAt: NOW, createdAt: NOW })
      const named = await write((w) => verifyReader(w, { address: 'ada@paper.example', name: 'Ada' }), NOW + 1)
      expect(named).toEqual({ ...first, name: 'Ada' })
      expect(await write((w) => verifyReader(w, { address: 'ada@paper.example', name: 'Eve' }), NOW + 2)).toEqual(named)
      const ben = await reader('ben@paper.example', 'Ben')
      expect(await readReader(store.db, first.id)).toEqual(named)
      expect(await readerWithAddress(store.db, ' ADA@paper.example')).toEqual(named)
      expect(await readerWithAddress(store.db, 'ben@paper.example')).toEqual(ben)
      expect(await readerWithAddress(store.db, 'nobody@paper.example')).toBe(null)
    })

    test('who was erased is no reader any more, keeps no new name, and comes in by no session', async () => {
      const ada = await reader('ada@paper.example')
      const ben = await reader('ben@paper.example')
      const { session } = await write((w) => openReaderSession(w, { readerId: ada.id, way: 'link', device: '' }))
      await write((w) => w.rows.updateTable('readers').set({ erased_at: NOW }).where('id', '=', ada.id).execute())
      expect(await readReader(store.db, ada.id)).toBe(null)
      expect(await readReaderSession(store, session, NOW)).toBe(null)
      expect(await write((w) => holdStandingReader(w, ada.id))).toBe(false)
      expect(await write((w) => holdStandingReader(w, ben.id))).toBe(true)
      await write((w) => renameReader(w, ada.id, 'Again'))
      await write((w) => renameReader(w, ben.id, 'Benedict'))
      const names = await store.db.selectFrom('readers').select('name').orderBy('mail').execute()
      expect(names).toEqual([{ name: 'Rita' }, { name: 'Benedict' }])
    })

    test('a link in a letter brings its reader in, once, and frees the address for the next letter', async () => {
      const ask = () => write((w) => allowLetter(w, keys, { address: 'ada@paper.example', network: null }))
      expect([await ask(), await ask()]).toEqual([true, false])
      const token = await link('account')
      const opened = await signInReaderByLink(store, keys, token, { device: 'Firefox on Linux' }, NOW)
      expect(opened?.expiresAt).toBe(NOW + 90 * DAY)
      const inHand = await readReaderSession(store, opened?.session as string, NOW)
      expect(inHand?.reader).toMatchObject({ mail: 'ada@paper.example', verifiedAt: NOW })
      expect(await signInReaderByLink(store, keys, token, { device: '' }, NOW)).toBe(null)
      expect(await ask()).toBe(true)
    })

    test('a session ends with its day, with its browser’s next, and where its reader ends it; nobody else’s does', async () => {
      const [ada, ben] = [await reader('ada@paper.example'), await reader('ben@paper.example')]
      const open = (readerId: string, now: number, replaces?: string) =>
        write((w) => openReaderSession(w, { readerId, way: 'passkey', device: `at ${now - NOW}`, replaces }), now)
      const first = await open(ada.id, NOW)
      const second = await open(ada.id, NOW + 1)
      const bens = await open(ben.id, NOW + 1)
      const isIn = async ({ session }: { session: string }, now: number) =>
        (await readReaderSession(store, session, now)) !== null
      expect([await isIn(first, NOW + 90 * DAY - 1), await isIn(first, NOW + 90 * DAY)]).toEqual([true, false])
      await write((w) => w.rows.updateTable('reader_sessions').set({ seen_at: NOW }).execute())
      const lines = await listReaderSessions(store.db, ada.id, NOW)
      expect(lines.map(({ device, way }) => [device, way])).toEqual([
        ['at 1', 'passkey'],
        ['at 0', 'passkey'],
      ])
      expect(await listReaderSessions(store.db, ada.id, NOW + 90 * DAY)).toHaveLength(1)
      const third = await open(ada.id, NOW + 2, first.session)
      expect([await isIn(first, NOW + 2), await isIn(second, NOW + 2), await isIn(third, NOW + 2)]).toEqual([
        false,
        true,
        true,
      ])
      const id = async ({ session }: { session: string }) =>
        (await readReaderSession(store, session, NOW + 2))?.id as string
      const thirds = await id(third)
      await write((w) => endReaderSessions(w, ben.id, { only: thirds }))
      expect(await isIn(third, NOW + 2)).toBe(true)
      await write((w) => endReaderSessions(w, ada.id, { allBut: thirds }))
      expect([await isIn(second, NOW + 2), await isIn(third, NOW + 2), await isIn(bens, NOW + 2)]).toEqual([
        false,
        true,
        true,
      ])
      const fourth = await open(ada.id, NOW + 3)
      await write((w) => endReaderSessions(w, ada.id, { only: thirds }))
      expect([await isIn(third, NOW + 3), await isIn(fourth, NOW + 3)]).toEqual([false, true])
      await write((w) => endReaderSessions(w, ada.id, { allBut: null }))
      expect([await isIn(fourth, NOW + 3), await isIn(bens, NOW + 3)]).toEqual([false, true])
      // What has ended is cleared away as others open.
      await open(ben.id, NOW + 91 * DAY)
      expect(await store.db.selectFrom('reader_sessions').select('reader_id').execute()).toHaveLength(1)
    })

    test('when a session was last used is noted to the hour, and the last used comes first', async () => {
      const ada = await reader('ada@paper.example')
      const open = (device: string) => write((w) => openReaderSession(w, { readerId: ada.id, way: 'link', device }))
      const one = await open('one')
      await open('two')
      const seen = async () =>
        (await listReaderSessions(store.db, ada.id, NOW)).map(({ device, seenAt }) => `${device} ${seenAt - NOW}`)
      await readReaderSession(store, one.session, NOW + HOUR - 1)
      expect((await seen()).sort()).toEqual(['one 0', 'two 0'])
      await readReaderSession(store, one.session, NOW + HOUR)
      expect(await seen()).toEqual([`one ${HOUR}`, 'two 0'])
    })

    test('a reader without an address takes one by a link; one that is another’s, or a second one, is not taken', async () => {
      const rita = await reader()
      await reader('ben@paper.example')
      const add = async (address: string, readerId = rita.id) => {
        const token = await link('account', address)
        const taken = await addAddressByLink(store, keys, { token, readerId }, NOW + 1)
        return [taken, (await peekMailLink(store.db, token, 'account', NOW)) === null]
      }
      expect(await add('ben@paper.example')).toEqual([false, false])
      expect(await add('rita@paper.example')).toEqual([true, true])
      expect(await add('Rita@paper.example')).toEqual([true, true])
      expect(await add('other@paper.example')).toEqual([false, false])
      expect(await add('new@paper.example', newId(NOW))).toEqual([false, false])
      expect(await addAddressByLink(store, keys, { token: 'made up', readerId: rita.id }, NOW)).toBe(false)
      expect(await readReader(store.db, rita.id)).toMatchObject({ mail: 'rita@paper.example', verifiedAt: NOW })
    })

    test('the last way into an account is not taken away, and a passkey of somebody else never', async () => {
      const [rita, ada] = [await reader(), await reader('ada@paper.example')]
      const key = (id: string, readerId: string) =>
        write((w) =>
          w.rows
            .insertInto('passkeys')
            .values({
              ...{ id, person_id: null, reader_id: readerId, public_key: '', counter: 0 },
              ...{ transports_json: '[]', name: 'A device', created_at: NOW, used_at: null },
            })
            .execute(),
        )
      await key('ritas', rita.id)
      await key('adas', ada.id)
      const remove = (readerId: string, id: string) => write((w) => removeReaderPasskey(w, readerId, id))
      const left = async () =>
        (await store.db.selectFrom('passkeys').select('id').orderBy('id').execute()).map(({ id }) => id)
      expect(await remove(rita.id, 'ritas')).toEqual({
        problem: expect.stringMatching(/only way.*Add another one first/),
      })
      expect(await remove(rita.id, 'adas')).toBe(null)
      expect(await left()).toEqual(['adas', 'ritas'])
      await key('second', rita.id)
      expect(await remove(rita.id, 'ritas')).toBe(null)
      // Whose address is known comes in by a letter.
      expect(await remove(ada.id, 'adas')).toBe(null)
      expect(await left()).toEqual(['second'])
    })

    test('one address gets one unconfirmed letter a day, and one network causes a few an hour, to whomever', async () => {
      const ask = (address: string, network: string | null, now = NOW) =>
        write((w) => allowLetter(w, keys, { address, network }), now)
      expect(await ask('ada@paper.example', 'net')).toBe(true)
      expect(await ask(' ADA@paper.example', 'other')).toBe(false)
      expect(await ask('ada@paper.example', null, NOW + DAY - 1)).toBe(false)
      expect(await ask('ada@paper.example', null, NOW + DAY)).toBe(true)
      const asked: boolean[] = []
      for (let i = 0; i < LETTERS_A_NETWORK + 1; i++) asked.push(await ask(`r${i}@paper.example`, 'busy'))
      expect(asked).toEqual([...Array(LETTERS_A_NETWORK).fill(true), false])
      expect(await ask('one@paper.example', 'busy', NOW + HOUR - 1)).toBe(false)
      expect(await ask('one@paper.example', 'calm')).toBe(true)
      expect(await ask('two@paper.example', 'busy', NOW + HOUR)).toBe(true)
      // The newsroom asks as often as it likes.
      for (let i = 0; i < 10; i++) expect(await ask(`staff${i}@paper.example`, null)).toBe(true)
      await write((w) => letterConfirmed(w, keys, 'r0@paper.example'))
      expect([await ask('r0@paper.example', null), await ask('r1@paper.example', null)]).toEqual([true, false])
    })

    test('a letter that is tried again counts once, and one to an address that wants none is never allowed', async () => {
      const ask = (address: string, letter?: string) =>
        write((w) => allowLetter(w, keys, { address, network: 'net', ...(letter ? { letter } : {}) }))
      expect([await ask('ada@paper.example', 'l1'), await ask('ada@paper.example', 'l1')]).toEqual([true, true])
      expect(await ask('ada@paper.example', 'l2')).toBe(false)
      const unwanted = (is: boolean) => write((w) => setUnwanted(w, keys.addressKey('eve@paper.example'), is))
      await unwanted(true)
      await unwanted(true)
      expect([await ask('Eve@paper.example'), await ask('ben@paper.example')]).toEqual([false, true])
      await unwanted(false)
      expect(await ask('eve@paper.example')).toBe(true)
    })

    test('what was counted is forgotten a day later', async () => {
      await write((w) => allowLetter(w, keys, { address: 'ada@paper.example', network: null }))
      const left = async () => (await store.db.selectFrom('letter_limits').select('key').execute()).length
      await write((w) => sweepLetterLimits(w), NOW + DAY)
      expect(await left()).toBe(1)
      await write((w) => sweepLetterLimits(w), NOW + DAY + 1)
      expect(await left()).toBe(0)
    })

    test('one network makes ten accounts on a passkey alone in a day, over midnight too', async () => {
      const make = (networks: string[], now = NOW) => write((w) => countAccount(w, networks), now)
      for (let i = 0; i < ACCOUNTS_A_NETWORK - 1; i++) expect(await make(['today'])).toBe(null)
      expect(await tooManyAccounts(store.db, ['today'], NOW)).toBe(null)
      // At midnight the network has another key; yesterday's count is still known by the old one.
      expect(await make(['tomorrow', 'today'], NOW + 1)).toBe(null)
      const tooMany = { problem: expect.stringMatching(/^Many accounts.*you can comment without one\.$/) }
      expect(await make(['tomorrow', 'today'], NOW + 1)).toEqual(tooMany)
      expect(await tooManyAccounts(store.db, ['tomorrow', 'today'], NOW + 1)).toEqual(tooMany)
      expect(await tooManyAccounts(store.db, ['tomorrow'], NOW + 1)).toBe(null)
      expect(await make(['elsewhere'], NOW + 1)).toBe(null)
      expect(await tooManyAccounts(store.db, [], NOW)).toBe(null)
      expect(await make([])).toBe(null)
      expect(await make(['tomorrow', 'today'], NOW + DAY + 1)).toBe(null)
      expect(await tooManyAccounts(store.db, ['today'], NOW + DAY)).toBe(null)
    })
  })
}
