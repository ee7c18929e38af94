/** How letters leave: over which line, what an answer of the server means, what is listed of them, and the words of those that are always the same. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { type MailServer, startMailServer } from '../../test/smtp.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import {
  changeLetterSettings,
  isLetterWaiting,
  isMailAddress,
  keepLetters,
  listLetters,
  maskedAddress,
  queueLetter,
  readLetterSettings,
  replyLetter,
  sendDue,
  smtpTransport,
  takeBackLetters,
  tryLetterAgain,
  waitingLetter,
} from './index.ts'
import { defaultLetterSettings } from './letter-settings.ts'
import type { WaitingLetter } from './letters.ts'
import { LETTERS_KEPT, sweepLetters } from './list.ts'
import { composed, type Message, problemOfMessage } from './message.ts'
import type { LetterPost } from './sender.ts'
import { failureOf, type Transport } from './transport.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** This machine to the network, but none of the names that are let off. */
const ELSEWHERE = '::ffff:127.0.0.1'
const silent = { info: () => {}, warn: () => {}, error: () => {} }

const message = (more: Partial<Message> = {}): Message => ({
  id: 'x',
  from: { name: 'The Courant', address: 'newsroom@harbour.example' },
  to: { name: 'Zoë', address: 'zoe@paper.example' },
  subject: 'What was decided',
  text: 'Words\n',
  headers: {},
  date: NOW,
  ...more,
})

describe('a mail server', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await startMailServer()
  })
  afterEach(() => server.close())

  const to = (more: { host?: string; user?: string; password?: string }) =>
    smtpTransport({ host: '127.0.0.1', port: server.port, secure: false, user: '', password: '', ...more })
  const send = async (transport: Transport) => {
    try {
      await transport.deliver(message())
      return null
    } catch (error) {
      return failureOf(error)
    } finally {
      transport.rest()
    }
  }
  const offerSignIn = () => {
    server.misbehave = (command) =>
      command === 'EHLO' ? '250-test.example\r\n250 AUTH PLAIN' : command === 'AUTH' ? '235 welcome' : null
  }

  test('elsewhere that asks for no password is sent to over the line that it has', async () => {
    expect(await send(to({ host: ELSEWHERE }))).toBe(null)
    expect(server.taken).toHaveLength(1)
    expect(server.heard.join('\n')).not.toMatch(/auth/i)
  })

  test('on this machine is told the password, since nobody is between', async () => {
    offerSignIn()
    expect(await send(to({ user: 'ana', password: 'opensesame' }))).toBe(null)
    const said = server.heard.find((line) => line.startsWith('AUTH PLAIN '))?.slice(11) ?? ''
    expect(Buffer.from(said, 'base64').toString()).toBe('\0ana\0opensesame')
    expect(server.taken).toHaveLength(1)
  })

  test('elsewhere is not, where nothing hides it: the letter waits, and the newsroom is told why', async () => {
    offerSignIn()
    expect(await send(to({ host: ELSEWHERE, user: 'ana', password: 'opensesame' }))).toEqual({
      kind: 'no way',
      sentence: expect.stringMatching(/^(No encrypted connection to the mail server|The mail server is not ready)/),
    })
    expect(server.heard.join('\n')).not.toMatch(/AUTH/)
    expect(server.taken).toEqual([])
  })

  test('that does not take the password is no fault of the letter', async () => {
    server.misbehave = (command) =>
      command === 'EHLO' ? '250-test.example\r\n250 AUTH PLAIN' : command === 'AUTH' ? '535 no' : null
    expect(await send(to({ user: 'ana', password: 'wrong' }))).toEqual({
      kind: 'no way',
      sentence: expect.stringMatching(/^The mail server did not accept the name and password/),
    })
  })

  test('gets all letters of a round over one line', async () => {
    const transport = to({})
    await transport.deliver(message())
    await transport.deliver(message({ id: 'y' }))
    transport.rest()
    expect(server.heard.filter((line) => line.startsWith('EHLO'))).toHaveLength(1)
    await transport.deliver(message({ id: 'z' }))
    transport.rest()
    expect(server.heard.filter((line) => line.startsWith('EHLO'))).toHaveLength(2)
  })

  test('that hangs is let go, and the letter is sent on another line', async () => {
    const transport = to({})
    let hangs = true
    server.misbehave = (command) => (command === 'DATA' && hangs ? new Promise<null>(() => {}) : null)
    const hanging = transport.deliver(message()).then(
      () => 'taken',
      () => 'broken off',
    )
    await expect.poll(() => server.heard).toContain('DATA')
    transport.breakOff()
    expect(await hanging).toBe('broken off')
    hangs = false
    await transport.deliver(message())
    transport.rest()
    expect(server.taken).toHaveLength(1)
  })
})

test.each([
  [
    { responseCode: 550, command: 'RCPT TO', response: '550 no such mailbox' },
    'never',
    'The mail server refused it: 550 no',
  ],
  [{ responseCode: 500, command: 'DATA', response: '500 no' }, 'never', 'The mail server refused it: 500 no'],
  [
    { responseCode: 451, command: 'RCPT TO', response: '451 later' },
    'later',
    'The mail server asked us to try later: 451 later',
  ],
  [
    { responseCode: 421, command: 'DATA', response: '421 closing' },
    'no way',
    'The mail server is not ready: 421 closing',
  ],
  [
    { responseCode: 554, command: 'CONN', response: '554 not you' },
    'no way',
    'The mail server is not ready: 554 not you',
  ],
  [{ responseCode: 530, command: 'MAIL FROM', response: '530 no' }, 'no way', 'The mail server is not ready'],
  [{ responseCode: 535, code: 'EAUTH', response: '535 no' }, 'no way', 'did not accept the name and password: 535 no'],
  [{ code: 'ENOAUTH', message: 'no' }, 'no way', 'did not accept the name and password'],
  [{ code: 'EOAUTH2', message: 'no' }, 'no way', 'did not accept the name and password'],
  [{ code: 'ETLS', message: 'no' }, 'no way', 'No encrypted connection to the mail server: no'],
  [{ code: 'EENVELOPE', message: 'No recipients' }, 'never', 'No recipients'],
  [{ code: 'EMESSAGE', message: 'Too large' }, 'never', 'Too large'],
  [{ code: 'ECONNREFUSED', message: 'connect\n ECONNREFUSED' }, 'no way', 'It could not be sent: connect ECONNREFUSED'],
  ['text', 'no way', 'It could not be sent: text'],
  [null, 'no way', 'It could not be sent: null'],
] as const)('%j means that the letter is tried "%s"', (error, kind, sentence) => {
  expect(failureOf(error)).toEqual({ kind, sentence: expect.stringContaining(sentence) })
})

test('however much a server says, the newsroom is shown the beginning of it', () => {
  const { sentence } = failureOf({ responseCode: 550, command: 'DATA', response: `550 ${'x'.repeat(1000)}` })
  expect(sentence).toBe(`The mail server refused it: 550 ${'x'.repeat(296)}`)
})

test('an address is of up to 254 characters, and shown by its first letter and its host', () => {
  const long = (length: number) => `ada@${`${'b'.repeat(50)}.`.repeat(6)}`.slice(0, length - 1).concat('c')
  expect([isMailAddress(long(254)), isMailAddress(long(255))]).toEqual([true, false])
  expect(['ada@paper.example', '🦆uck@paper.example', '@paper.example'].map(maskedAddress)).toEqual([
    'a…@paper.example',
    '🦆…@paper.example',
    '…@paper.example',
  ])
})

test('a message that cannot leave says why, and one that can is one line in each of its headers', () => {
  expect(problemOfMessage(message())).toBe(null)
  expect(problemOfMessage(message({ to: { name: '', address: 'nobody' } }))).toMatch(/no valid email address/)
  expect(problemOfMessage(message({ from: { name: '', address: '' } }))).toMatch(/Set COURANT_MAIL_FROM\.$/)
  expect(problemOfMessage(message({ headers: { 'X-Note': '', 'X Note': '' } }))).toMatch(/name that is not allowed/)
  const made = composed(message({ subject: ` ${'x'.repeat(500)} `, headers: { 'X-Note': 'a\r\nb' } }))
  expect([made.subject, made.headers]).toEqual([
    'x'.repeat(400),
    { 'Auto-Submitted': 'auto-generated', 'X-Note': 'a b' },
  ])
  expect(made.messageId).toBe('<x@harbour.example>')
  // Words that look like a file's name or an address of the web are words.
  expect([made.disableFileAccess, made.disableUrlAccess]).toEqual([true, true])
})

describe('the words of a letter', () => {
  const place = { name: 'The Courant', url: 'https://harbour.example' }
  const reply = { authorName: 'Ben', text: 'Words', headline: 'The ferry', url: 'u', answerUrl: 'a', direct: true }
  const told = (more: Partial<Parameters<typeof replyLetter>[1]> & { text?: string; direct?: boolean } = {}) =>
    replyLetter(place, {
      replies: [{ ...reply, ...(more.text === undefined ? {} : { text: more.text }), direct: more.direct ?? true }],
      more: 0,
      rhythm: 'at once',
      choices: 'c',
      stop: 's',
      ...more,
    })

  test('about replies show up to 1,200 characters of each, and say whether it answers the reader', () => {
    expect(told({ text: '🦆'.repeat(1200) }).text).toContain(`> ${'🦆'.repeat(1200)}\n`)
    expect(told({ text: 'x'.repeat(1201) }).text).toContain(`> ${'x'.repeat(1199)}…\n`)
    expect(told().text).toContain('Ben replied to your comment on “The ferry”:')
    expect(told({ direct: false })).toMatchObject({
      subject: 'More replies below your comment on “The ferry”',
      text: expect.stringContaining('Ben wrote below your comment on “The ferry”:'),
    })
    expect(told().text).not.toContain('more answer')
    expect(told({ more: 1 })).toMatchObject({
      subject: '2 replies to your comments at The Courant',
      text: expect.stringContaining('There is 1 more reply under'),
    })
    expect(told().text).toContain('as they come.')
    expect(told({ rhythm: 'weekly' }).text).toContain('once a week.')
    expect(() => told({ replies: [] })).toThrow()
  })

  test('about comments that wait count them, and tell times as people do', () => {
    const letter = (more: Partial<Parameters<typeof waitingLetter>[1]>) =>
      waitingLetter(
        place,
        {
          count: 2,
          minutes: 45,
          oldest: 60,
          stories: [{ headline: 'The ferry', count: 2 }],
          others: 0,
          counts: {},
          ...more,
        },
        { list: 'l', queue: 'q', choices: 'c' },
      )
    expect(letter({}).subject).toBe('2 comments waiting for review at The Courant')
    expect(letter({ count: 1 }).subject).toBe('1 comment waiting for review at The Courant')
    expect(letter({}).text).toMatch(
      /^2 comments have been waiting for more than 45 minutes, the oldest for 60 minutes:\n\n- The ferry \(2\)\n\n/,
    )
    const since = (oldest: number) => /the oldest for ([^:]*):/.exec(letter({ oldest }).text)?.[1]
    expect([1, 89, 90, 120, 47 * 60, 48 * 60, 72 * 60].map(since)).toEqual([
      ...['1 minute', '89 minutes', '2 hours', '2 hours', '47 hours', '2 days', '3 days'],
    ])
    expect(letter({ others: 1 }).text).toContain('\n- and on 1 other story\n')
    expect(letter({ others: 2 }).text).toContain('\n- and on 2 other stories\n')
    const other = letter({ count: 0, counts: { letters: 1, tickets: 2, notices: 1 } })
    expect(other.subject).toBe('1 legal notice, 2 reported errors and 1 failed email waiting at The Courant')
    expect(other.text).toContain('- 2 reported errors: http')
    expect(other.text).not.toContain('been waiting')
  })
})

for (const kind of DATABASES) {
  describe(`letters that wait on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop } = await freshStore(kind, () => clock))
    })
    afterEach(() => drop())

    const queue = (address: string, more: Partial<WaitingLetter> = {}) =>
      store.transaction(clock, (tx) =>
        queueLetter(tx, {
          ...{
            kind: 'decision',
            about: null,
            to: { name: '', address },
            subject: 'S\0',
            text: 'T',
            notBefore: clock,
          },
          ...more,
        }),
      )
    const addresses = async () =>
      (await store.db.selectFrom('letters').select('to_address').orderBy('id').execute()).map((row) => row.to_address)
    const post = (deliver: Transport['deliver'], more: Partial<LetterPost> = {}): LetterPost => ({
      transport: { way: 'smtp', where: 'here', deliver, rest: () => {}, breakOff: () => {} },
      from: async () => ({ name: 'The Courant', address: 'newsroom@harbour.example' }),
      composers: {},
      now: () => clock,
      log: silent,
      ...more,
    })

    test('are known by their kind and what they are about, and taken back by that, until they have left', async () => {
      await queue('a@x.example', { kind: 'verify', about: 'c1' })
      await queue('b@x.example', { kind: 'decision', about: 'c1' })
      await queue('c@x.example', { kind: 'verify', about: 'c2' })
      const isWaiting = (of: string, about: string) => store.transaction(clock, (tx) => isLetterWaiting(tx, of, about))
      const takeBack = (about: string, of?: string) => store.transaction(clock, (tx) => takeBackLetters(tx, about, of))
      expect([
        await isWaiting('verify', 'c1'),
        await isWaiting('account', 'c1'),
        await isWaiting('verify', 'c3'),
      ]).toEqual([...[true, false, false]])
      await takeBack('c1', 'verify')
      expect(await addresses()).toEqual(['b@x.example', 'c@x.example'])
      await store.db.updateTable('letters').set({ sent_at: NOW }).where('about', '=', 'c2').execute()
      expect(await isWaiting('verify', 'c2')).toBe(false)
      await takeBack('c2')
      await takeBack('c1')
      expect(await addresses()).toEqual(['c@x.example'])
      await queue('d@x.example', { kind: 'verify', about: 'c4' })
      await store.db.updateTable('letters').set({ given_up_at: NOW }).where('about', '=', 'c4').execute()
      expect(await isWaiting('verify', 'c4')).toBe(false)
    })

    test('are listed apart from those that left and those that were given up, the newest of these first', async () => {
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
        await queue(`${name}@x.example`)
        clock += 1
      }
      const set = (address: string, values: object) =>
        store.db.updateTable('letters').set(values).where('to_address', '=', `${address}@x.example`).execute()
      await set('a', { sent_at: NOW + 10 })
      await set('b', { sent_at: NOW + 20 })
      await set('c', { given_up_at: NOW + 10, problem: 'no' })
      await set('d', { given_up_at: NOW + 20 })
      await set('e', { not_before: NOW + 99 })
      const lists = await listLetters(store.db, 10)
      const names = (of: { to: string }[]) => of.map(({ to }) => to[0]).join('')
      expect([names(lists.waiting), names(lists.failed), names(lists.sent)]).toEqual(['fe', 'dc', 'ba'])
      expect(lists.counts).toEqual({ waiting: 2, failed: 2, sent: 2 })
      const first = await listLetters(store.db, 1)
      expect([names(first.waiting), first.counts.waiting]).toEqual(['f', 2])
      // Those of one moment stand the newest first.
      await set('a', { sent_at: NOW + 20 })
      await set('c', { given_up_at: NOW + 20 })
      const same = await listLetters(store.db, 10)
      expect([names(same.failed), names(same.sent)]).toEqual(['dc', 'ba'])
    })

    test('that were given up begin anew where an editor tries them again; no others do', async () => {
      await queue('a@x.example')
      await queue('b@x.example')
      await store.db
        .updateTable('letters')
        .set({ given_up_at: NOW, attempts: 11 })
        .where('to_address', '=', 'a@x.example')
        .execute()
      clock += 5
      const rows = () =>
        store.db.selectFrom('letters').select(['id', 'given_up_at', 'not_before', 'attempts']).orderBy('id').execute()
      const ids = (await rows()).map(({ id }) => id)
      const again = (id: string | undefined) => store.transaction(clock, (tx) => tryLetterAgain(tx, id ?? ''))
      expect([await again(ids[1]), await again('nothing'), await again(ids[0])]).toEqual([false, false, true])
      expect(await rows()).toMatchObject([
        { given_up_at: null, not_before: NOW + 5, attempts: 0 },
        { not_before: NOW, attempts: 0 },
      ])
    })

    test('are never forgotten; those that left or were given up are, thirty days later', async () => {
      expect(LETTERS_KEPT).toBe(30 * DAY)
      for (const name of ['a', 'b', 'c']) await queue(`${name}@x.example`)
      const set = (address: string, values: object) =>
        store.db.updateTable('letters').set(values).where('to_address', '=', address).execute()
      await set('a@x.example', { sent_at: NOW })
      await set('b@x.example', { given_up_at: NOW + 1 })
      await sweepLetters(store, NOW + LETTERS_KEPT)
      expect(await addresses()).toHaveLength(3)
      await sweepLetters(store, NOW + LETTERS_KEPT + 1)
      expect(await addresses()).toEqual(['b@x.example', 'c@x.example'])
      await sweepLetters(store, NOW + LETTERS_KEPT + 2)
      expect(await addresses()).toEqual(['c@x.example'])
    })

    test('leave at seven where nobody chose an hour, and only at an hour that there is', async () => {
      expect(defaultLetterSettings).toEqual({ digestHour: 7 })
      expect(await readLetterSettings(store.db)).toEqual({ digestHour: 7 })
      const save = (digestHour: number) =>
        store.transaction(NOW, (tx) => changeLetterSettings(tx, { wanted: { digestHour } }, null))
      for (const hour of [0, 23]) {
        await save(hour)
        expect(await readLetterSettings(store.db)).toEqual({ digestHour: hour })
      }
      for (const hour of [-1, 24, 1.5]) await expect(save(hour).then(() => hour)).rejects.toThrow(/from 0 to 23/)
    })

    test('keep what their composer does with them: sent and noted in one step, or dropped with what belongs to it', async () => {
      await queue('a@x.example', { kind: 'told', about: 'c1', headers: { 'X-Key': 'v' } })
      await queue('b@x.example', { kind: 'gone', about: 'c2' })
      const noted: unknown[] = []
      const composers: LetterPost['composers'] = {
        told: async (letter, now) => ({
          subject: 'S',
          text: 'T',
          sent: async () => void noted.push(['sent', letter.about, letter.headers, now]),
        }),
        gone: async ({ about }) => ({ dropped: async (tx) => void noted.push(['dropped', about, tx.now]) }),
      }
      const left: Message[] = []
      const deliver = async (one: Message) => void left.push(one)
      expect(await sendDue(store, post(deliver, { composers }))).toEqual({ sent: 1, noWay: null })
      expect(noted.sort()).toEqual([
        ['dropped', 'c2', NOW],
        ['sent', 'c1', { 'X-Key': 'v' }, NOW],
      ])
      expect(left).toMatchObject([{ subject: 'S', text: 'T', headers: {}, date: NOW }])
      expect(await addresses()).toEqual(['a@x.example'])
    })

    test('follow the clock where it is set back: none waits longer than it was to', async () => {
      clock = NOW + 10 * DAY
      await queue('ahead@x.example', { notBefore: clock + 5 * MINUTE })
      await queue('held@x.example')
      const refuse = async () => {
        throw Object.assign(new Error('later'), { responseCode: 451, command: 'DATA', response: '451 later' })
      }
      await sendDue(store, post(refuse))
      clock = NOW
      const left: string[] = []
      const deliver = async ({ to }: Message) => void left.push(to.address)
      await sendDue(store, post(deliver))
      expect(left).toEqual([])
      const rows = await store.db
        .selectFrom('letters')
        .select(['not_before', 'created_at', 'again_at'])
        .orderBy('id')
        .execute()
      expect(rows.map((row) => [row.not_before, row.created_at])).toEqual([
        [NOW + 5 * MINUTE, NOW],
        [NOW, NOW],
      ])
      clock = NOW + 5 * MINUTE
      await sendDue(store, post(deliver))
      expect(left.sort()).toEqual(['ahead@x.example', 'held@x.example'])
    })

    test('are left alone for a while where there is no way through, unless somebody asks for one', async () => {
      let [tries, isOpen] = [0, false]
      const deliver = async () => {
        tries++
        if (!isOpen) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
      }
      const told: string[] = []
      const log = { ...silent, info: (_: object, sentence: string) => void told.push(sentence) }
      await queue('a@x.example')
      await queue('b@x.example')
      const keeper = keepLetters(store, { ...post(deliver, { log }), every: 5 })
      try {
        await expect.poll(() => tries).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 60))
        expect([tries, told]).toEqual([1, []])
        isOpen = true
        await keeper.sendNow()
        expect([tries, told]).toEqual([2, ['letters have left']])
        // From then on it goes by itself again.
        await queue('c@x.example')
        await expect.poll(() => tries).toBe(3)
      } finally {
        await keeper.stop()
      }
    })

    test('are asked about before each look; what stands against that is told, and stops no letter', async () => {
      const asked: number[] = []
      const told: string[] = []
      const log = { ...silent, error: (_: object, sentence: string) => void told.push(sentence) }
      let fails = false
      const before = async (now: number) => {
        asked.push(now)
        if (fails) throw new Error('nobody can be asked')
      }
      let left = 0
      const deliver = async () => void left++
      const keeper = keepLetters(store, { ...post(deliver, { log }), before, every: 60_000 })
      try {
        await new Promise((resolve) => setTimeout(resolve, 20))
        // At the start the site is busy with more than letters.
        expect(asked).toEqual([])
        await keeper.sendNow()
        expect([asked, told]).toEqual([[NOW], []])
        fails = true
        await queue('a@x.example')
        await keeper.sendNow()
        expect([left, told]).toEqual([1, ['sending letters: interrupted, and tried again by itself']])
      } finally {
        await keeper.stop()
      }
    })
  })
}
