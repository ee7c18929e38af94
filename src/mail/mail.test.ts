/** Letters: what they look like on the wire, that none is lost, and that none leaves twice. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { type MailServer, readMessage, startMailServer } from '../../test/smtp.ts'
import { freshStore } from '../../test/stores.ts'
import { newId, type Store } from '../store/index.ts'
import {
  type Compose,
  fileTransport,
  isMailAddress,
  keepLetters,
  listLetters,
  queueLetter,
  replyLetter,
  sendDue,
  smtpTransport,
  takeBackLetters,
  tryLetterAgain,
} from './index.ts'
import type { WaitingLetter } from './letters.ts'
import { LETTERS_KEPT, sweepLetters } from './list.ts'
import { type LetterPost, PAUSES, TURN } from './sender.ts'
import type { Transport } from './transport.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const HOUR = 60 * 60 * 1000
const silent = { info: () => {}, warn: () => {}, error: () => {} }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-mail-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const letterTo = (address: string, more: Partial<WaitingLetter> = {}): WaitingLetter => ({
  kind: 'decision',
  about: null,
  to: { name: 'Zoë Brook', address },
  subject: 'What was decided',
  text: 'Your comment stands.\n\n.A line with a dot, and “quotes”.\n',
  notBefore: NOW,
  ...more,
})

describe('an address', () => {
  test('is one address and nothing else', () => {
    for (const good of ['zoe@paper.example', 'z.b+news@harbour.example', 'jürgen@müller.example', "o'hara@x.example"])
      expect(isMailAddress(good), good).toBe(true)
    for (const bad of [
      '',
      'zoe',
      '@paper.example',
      'zoe@',
      'a@b@paper.example',
      'a@paper.example, b@paper.example',
      'a@paper.example,b@paper.example',
      'a@paper.example\r\nBcc: b@paper.example',
      'a@paper.example>',
      '"a b"@paper.example',
      'a@[127.0.0.1]',
      'a@paper.example;',
      'a@.example',
      `${'a'.repeat(65)}@paper.example`,
      `a@${'b'.repeat(260)}`,
    ])
      expect(isMailAddress(bad), bad).toBe(false)
  })
})

for (const kind of DATABASES) {
  describe(`letters on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let server: MailServer
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      const fresh = await freshStore(kind, () => clock)
      store = fresh.store
      drop = fresh.drop
      server = await startMailServer()
    })
    afterEach(async () => {
      await server.close()
      await drop()
    })

    const post = (more: Partial<LetterPost> = {}): LetterPost => ({
      transport: smtpTransport({ host: '127.0.0.1', port: server.port, secure: false, user: '', password: '' }),
      from: async () => ({ name: 'The Harbour Courant', address: 'newsroom@harbour.example' }),
      composers: {},
      now: () => clock,
      log: silent,
      ...more,
    })
    const queue = (letter: WaitingLetter) => store.transaction(clock, (tx) => queueLetter(tx, letter))
    const again = (id: string) => store.transaction(clock, (tx) => tryLetterAgain(tx, id))
    const rows = () => store.db.selectFrom('letters').selectAll().orderBy('id').execute()

    test('reach a mail server whole, and say that a program wrote them', async () => {
      await queue(letterTo('zoe@paper.example', { headers: { 'List-Id': 'Answers <answers.harbour.example>' } }))
      expect(await sendDue(store, post())).toEqual({ sent: 1, noWay: null })
      const [mail] = server.taken
      expect(mail).toMatchObject({ from: 'newsroom@harbour.example', to: ['zoe@paper.example'] })
      const { headers, text } = readMessage(mail?.text ?? '')
      const [row] = await rows()
      expect(Object.fromEntries(headers)).toMatchObject({
        from: ['The Harbour Courant <newsroom@harbour.example>'],
        to: ['Zoë Brook <zoe@paper.example>'],
        subject: ['What was decided'],
        'auto-submitted': ['auto-generated'],
        'list-id': ['Answers <answers.harbour.example>'],
        'message-id': [`<${row?.id}@harbour.example>`],
        date: ['Fri, 01 May 2026 12:00:00 +0000'],
      })
      expect(text).toBe('Your comment stands.\n\n.A line with a dot, and “quotes”.\n')
      // What it said has been said, and is not kept.
      expect(row).toMatchObject({ sent_at: NOW, way: 'smtp', text: '' })
    })

    test('lie as whole files that only their owner can read, where there is no mail server', async () => {
      await queue(letterTo('zoe@paper.example'))
      await sendDue(store, post({ transport: fileTransport(join(folder, 'outbox')) }))
      const [row] = await rows()
      expect(readdirSync(join(folder, 'outbox'))).toEqual([`${row?.id}.eml`])
      const path = join(folder, 'outbox', `${row?.id}.eml`)
      expect(statSync(path).mode & 0o077).toBe(0)
      expect(readMessage(readFileSync(path, 'utf8')).headers.get('to')).toEqual(['Zoë Brook <zoe@paper.example>'])
      expect(row).toMatchObject({ sent_at: NOW, way: 'file' })
    })

    test('name nobody but whom they are for, whatever stands in a name, a subject or a header', async () => {
      const nasty = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc
          .array(
            fc.constantFrom(
              '\r\n',
              '\n',
              '\r',
              '\u2028',
              '\u0000',
              'Bcc: all@paper.example',
              '<',
              '>',
              '"',
              ',',
              ' ',
              ':',
              'x',
            ),
            { maxLength: 12 },
          )
          .map((parts) => parts.join('')),
      )
      const before = server.taken.length
      expect(before).toBe(0)
      await fc.assert(
        fc.asyncProperty(nasty, nasty, nasty, async (name, subject, header) => {
          server.taken.length = 0
          server.heard.length = 0
          await queue(
            letterTo('zoe@paper.example', {
              to: { name, address: 'zoe@paper.example' },
              subject,
              headers: { 'X-Note': header },
            }),
          )
          const site = async () => ({ name: subject, address: 'newsroom@harbour.example' })
          expect(await sendDue(store, post({ from: site }))).toEqual({ sent: 1, noWay: null })
          expect(server.taken.map(({ to }) => to)).toEqual([['zoe@paper.example']])
          expect(server.heard.filter((line) => /^rcpt/i.test(line))).toHaveLength(1)
          const known = new Set([
            ...['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type', 'auto-submitted'],
            ...['content-transfer-encoding', 'x-note'],
          ])
          const { headers } = readMessage(server.taken[0]?.text ?? '')
          expect([...headers.keys()].filter((one) => !known.has(one))).toEqual([])
          for (const values of headers.values()) expect(values).toHaveLength(1)
        }),
        { numRuns: 20 },
      )
    })

    test('with an address that is none are given up at once, and say why', async () => {
      for (const address of ['eve@paper.example\r\nBcc: all@paper.example', 'a@paper.example,b@paper.example'])
        await queue(letterTo(address))
      await sendDue(store, post())
      expect(server.taken).toEqual([])
      for (const row of await rows())
        expect(row).toMatchObject({ given_up_at: NOW, problem: expect.stringMatching(/address/) })
    })

    test('wait until they are due, leave in order, and can be taken back until then', async () => {
      await queue(letterTo('second@paper.example', { notBefore: NOW + 2 }))
      await queue(letterTo('first@paper.example', { notBefore: NOW + 1 }))
      await queue(letterTo('undone@paper.example', { notBefore: NOW + 1, about: 'a decision' }))
      expect(await sendDue(store, post())).toMatchObject({ sent: 0 })
      await store.transaction(clock, (tx) => takeBackLetters(tx, 'a decision'))
      clock = NOW + 10
      expect(await sendDue(store, post())).toMatchObject({ sent: 2 })
      expect(server.taken.map(({ to }) => to[0])).toEqual(['first@paper.example', 'second@paper.example'])
      expect(await sendDue(store, post())).toMatchObject({ sent: 0 })
    })

    test('leave once, however many processes send', async () => {
      for (let i = 0; i < 12; i++) await queue(letterTo(`reader${i}@paper.example`))
      const senders = await Promise.all([1, 2, 3].map(() => sendDue(store, post())))
      expect(senders.reduce((sum, { sent }) => sum + sent, 0)).toBe(12)
      expect(new Set(server.taken.map(({ to }) => to[0])).size).toBe(12)
      expect(server.taken).toHaveLength(12)
    })

    test('are tried again when the server asks to wait, with growing pauses, and given up after some two days', async () => {
      await queue(letterTo('zoe@paper.example'))
      server.misbehave = (command) => (command === 'RCPT TO' ? '451 greylisted, come back' : null)
      const tried: number[] = []
      while (tried.length < 20) {
        const before = (await rows())[0]?.attempts
        await sendDue(store, post())
        const [row] = await rows()
        if (row?.attempts !== before) tried.push(clock)
        if (row?.given_up_at != null) break
        expect(row).toMatchObject({ sent_at: null, problem: expect.stringContaining('greylisted') })
        // A moment before its time it is not touched.
        clock = Number(row?.again_at) - 1
        await sendDue(store, post())
        expect((await rows())[0]?.attempts).toBe(row?.attempts)
        clock += 1
      }
      expect(tried).toHaveLength(PAUSES.length + 1)
      const pauses = tried.slice(1).map((at, i) => at - (tried[i] as number))
      expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
      const days = (clock - NOW) / (24 * HOUR)
      expect(days).toBeGreaterThan(1.5)
      expect(days).toBeLessThan(2.5)

      // An editor can put it on its way again.
      const { failed, counts } = await listLetters(store.db, 50)
      expect(counts).toEqual({ waiting: 0, failed: 1, sent: 0 })
      server.misbehave = () => null
      expect(await again(failed[0]?.id ?? '')).toBe(true)
      expect(await sendDue(store, post())).toMatchObject({ sent: 1 })
      expect(await again(failed[0]?.id ?? '')).toBe(false)
    })

    test('that the server refuses for good are given up, with its words; the next one leaves all the same', async () => {
      await queue(letterTo('gone@paper.example'))
      await queue(letterTo('zoe@paper.example', { notBefore: NOW }))
      server.misbehave = (command, mail) =>
        command === 'DATA' && mail.to[0] === 'gone@paper.example' ? '550 no such mailbox' : null
      expect(await sendDue(store, post())).toEqual({ sent: 1, noWay: null })
      const { failed } = await listLetters(store.db, 50)
      expect(failed).toMatchObject([
        { to: 'gone@paper.example', givenUpAt: NOW, problem: expect.stringContaining('550 no such mailbox') },
      ])
      expect(server.taken.map(({ to }) => to[0])).toEqual(['zoe@paper.example'])
    })

    test('blame the site and not the letter where the server refuses the sender', async () => {
      await queue(letterTo('zoe@paper.example'))
      server.misbehave = (command) => (command === 'MAIL FROM' ? '550 not yours to send for' : null)
      const { noWay } = await sendDue(store, post())
      expect(noWay?.sentence).toContain('not yours to send for')
      expect((await rows())[0]).toMatchObject({ given_up_at: null, again_at: NOW + (PAUSES[0] as number) })
    })

    test('all wait where there is no way through, and only one is tried', async () => {
      const { port } = server
      await server.close()
      for (let i = 0; i < 3; i++) await queue(letterTo(`reader${i}@paper.example`))
      const unreachable = smtpTransport({ host: '127.0.0.1', port, secure: false, user: '', password: '' })
      const { noWay } = await sendDue(store, post({ transport: unreachable }))
      expect(noWay?.sentence).toMatch(/could not be sent/)
      expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 0, 0])
      server = await startMailServer()
      clock += PAUSES[0] as number
      expect(await sendDue(store, post())).toEqual({ sent: 3, noWay: null })
    })

    test('never send a password over an open line', async () => {
      await queue(letterTo('zoe@paper.example'))
      // This machine to the network, but not one of the names that are let off.
      const open = { host: '::ffff:127.0.0.1', port: server.port, secure: false, user: 'ana', password: 'opensesame' }
      const { noWay } = await sendDue(store, post({ transport: smtpTransport(open) }))
      expect(noWay).not.toBe(null)
      // It was asked whether it can hide what is said, and could not.
      expect(server.heard.join('\n')).toMatch(/^EHLO/)
      expect(server.heard.join('\n')).not.toMatch(/auth|opensesame/i)
      expect(JSON.stringify(await rows())).not.toContain('opensesame')
    })

    test('of a sender that died with one in hand are sent by the next, once its time is over', async () => {
      await queue(letterTo('zoe@paper.example'))
      // It hangs in the middle of the message, as a process that was killed does.
      let release: (said: string | null) => void = () => {}
      server.misbehave = (command) =>
        command === 'DATA' ? new Promise<string | null>((resolve) => (release = resolve)) : null
      const dead = sendDue(store, post())
      await expect.poll(() => server.heard.includes('DATA')).toBe(true)
      server.misbehave = () => null
      expect(await sendDue(store, post())).toMatchObject({ sent: 0 })
      clock += 6 * 60_000
      expect(await sendDue(store, post())).toMatchObject({ sent: 1 })
      release('451 never mind')
      await dead
      expect(server.taken).toHaveLength(1)
      expect((await rows())[0]).toMatchObject({ sent_at: clock, given_up_at: null })
    })

    test('come twice only where the server’s answer was lost, and then under the same Message-ID', async () => {
      await queue(letterTo('zoe@paper.example'))
      server.misbehave = (command) => (command === 'MESSAGE' ? 'hang up' : null)
      expect((await sendDue(store, post())).noWay).not.toBe(null)
      server.misbehave = () => null
      clock += PAUSES[0] as number
      expect(await sendDue(store, post())).toMatchObject({ sent: 1 })
      expect(server.taken).toHaveLength(2)
      const ids = server.taken.map(({ text }) => readMessage(text).headers.get('message-id')?.[0])
      expect(new Set(ids).size).toBe(1)
    })

    test('that are written as they leave are written anew at every attempt, and dropped where nothing is to be said', async () => {
      let words: string | null = 'first words'
      const compose: Compose = async () => (words === null ? null : { subject: 'S', text: words })
      const writing = post({ composers: { replies: compose } })
      await queue(letterTo('zoe@paper.example', { kind: 'replies', text: '' }))
      await queue(letterTo('ana@paper.example', { kind: 'replies', text: '' }))
      server.misbehave = (command) => (command === 'RCPT TO' ? '451 later' : null)
      await sendDue(store, writing)
      expect(JSON.stringify(await rows())).not.toContain('first words')
      server.misbehave = () => null
      words = 'other words'
      clock += PAUSES[0] as number
      const twice: Compose = async (letter, now) => (letter.to.address.startsWith('ana') ? null : compose(letter, now))
      expect(await sendDue(store, post({ composers: { replies: twice } }))).toMatchObject({ sent: 1 })
      expect(server.taken.map(({ text }) => readMessage(text).text)).toEqual(['other words\n'])
      expect((await rows()).map(({ to_address }) => to_address)).toEqual(['zoe@paper.example'])
    })

    test('that wait are listed in the order in which they will leave', async () => {
      for (const name of ['ana', 'ben', 'cleo', 'dan']) {
        await queue(letterTo(`${name}@paper.example`))
        clock += 1
      }
      const { waiting, counts } = await listLetters(store.db, 50)
      expect(waiting.map(({ to }) => to)).toEqual(['ana', 'ben', 'cleo', 'dan'].map((name) => `${name}@paper.example`))
      expect(counts).toEqual({ waiting: 4, failed: 0, sent: 0 })
    })

    test('whose writing fails are tried again, and keep nobody else waiting', async () => {
      await queue(letterTo('zoe@paper.example', { kind: 'broken' }))
      await queue(letterTo('ana@paper.example'))
      const broken: Compose = async () => {
        throw new Error('a table is missing')
      }
      const warned: object[] = []
      const log = { ...silent, warn: (facts: object) => void warned.push(facts) }
      expect(await sendDue(store, post({ composers: { broken }, log }))).toMatchObject({ sent: 1 })
      expect(warned).toContainEqual(expect.objectContaining({ kind: 'broken', error: 'a table is missing' }))
      const { waiting } = await listLetters(store.db, 50)
      expect(waiting).toMatchObject([{ kind: 'broken', againAt: NOW + (PAUSES[0] as number) }])
    })

    test('leave in turns: thousands of one kind, or to one address, hold up nobody else’s', async () => {
      const many = Array.from({ length: 5000 }, (_, i) => ({
        id: newId(clock),
        kind: 'account',
        about: null,
        to_name: '',
        to_address: i % 2 === 0 ? 'one@reader.example' : `reader${i}@reader.example`,
        subject: 'A way in',
        text: 'words',
        headers_json: '{}',
        not_before: NOW - 1000,
        created_at: NOW - 1000,
        sent_at: null,
        attempts: 0,
        problem: null,
      }))
      await store.transaction(clock, async (tx) => {
        for (let from = 0; from < many.length; from += 500)
          await tx.rows
            .insertInto('letters')
            .values(many.slice(from, from + 500))
            .execute()
      })
      const left: string[] = []
      const stop = new AbortController()
      const transport: Transport = {
        way: 'smtp',
        where: 'here',
        async deliver({ to }) {
          left.push(to.address)
          // Queued while the thousands are under way.
          if (left.length === 5) {
            await queue(letterTo('mo@paper.example', { kind: 'invitation' }))
            await queue(letterTo('ada@reader.example', { kind: 'decision' }))
          }
          if (left.length === 3 * TURN) stop.abort()
        },
        rest() {},
        breakOff() {},
      }
      await sendDue(store, post({ transport }), { signal: stop.signal })
      expect(left.indexOf('mo@paper.example')).toBeGreaterThan(0)
      expect(left.indexOf('mo@paper.example')).toBeLessThanOrEqual(TURN + 5)
      expect(left.indexOf('ada@reader.example')).toBeGreaterThan(0)
      // To one address one letter a turn, however many wait for it.
      expect(left.filter((address) => address === 'one@reader.example').length).toBeLessThanOrEqual(3)
    })

    test('are sent by a keeper that outlives bad moments, and forgotten thirty days later', async () => {
      const before = async () => {
        throw new Error('nobody can be asked')
      }
      const keeper = keepLetters(store, { ...post(), before, every: 60_000 })
      try {
        await queue(letterTo('zoe@paper.example'))
        await keeper.sendNow()
        expect(server.taken).toHaveLength(1)
        clock = NOW + LETTERS_KEPT
        await sweepLetters(store, clock)
        expect(await rows()).toHaveLength(1)
        clock += 1
        await keeper.sendNow()
        expect(await rows()).toHaveLength(0)
      } finally {
        await keeper.stop()
      }
      await queue(letterTo('late@paper.example', { notBefore: clock }))
      await keeper.sendNow()
      expect(server.taken).toHaveLength(1)
    })
  })
}

test('a folder that is not there yet is made for its owner alone', async () => {
  const transport = fileTransport(join(folder, 'a', 'outbox'))
  await transport.deliver({
    id: 'x',
    from: { name: '', address: 'newsroom@harbour.example' },
    to: { name: '', address: 'zoe@paper.example' },
    subject: 's',
    text: 't',
    headers: {},
    date: NOW,
  })
  expect(existsSync(join(folder, 'a', 'outbox', 'x.eml'))).toBe(true)
  expect(statSync(join(folder, 'a', 'outbox')).mode & 0o077).toBe(0)
})

describe('a letter about replies', () => {
  const letter = (url: string, count = 1) =>
    replyLetter(
      { name: 'The Harbour Courant', url },
      {
        replies: Array.from({ length: Math.min(count, 20) }, (_, i) => ({
          authorName: 'Ben\nBcc: x',
          text: `First line ${i}\n\n-- \nnot the foot`,
          headline: 'The ferry',
          url: `${url}/2026/05/ferry#c-${i}`,
          answerUrl: `${url}/2026/05/ferry/reply/${i}`,
          direct: true,
        })),
        more: Math.max(0, count - 20),
        rhythm: 'daily',
        choices: `${url}/notices/key`,
        stop: `${url}/notices/key/stop`,
      },
    )

  test('lets a mail program end it with one press where the site has https (RFC 8058), and shows a page elsewhere', () => {
    expect(letter('https://harbour.example').headers).toEqual({
      'List-Id': 'Replies to your comments <answers.harbour.example>',
      'List-Unsubscribe': '<https://harbour.example/notices/key/stop>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    expect(letter('http://localhost:4000').headers).not.toHaveProperty('List-Unsubscribe-Post')
  })

  test('marks every line that is somebody else’s, and says why it came and how to stop it', () => {
    const { subject, text } = letter('https://harbour.example')
    expect(subject).toBe('A reply to your comment on “The ferry”')
    expect(text).toContain('> First line 0\n>\n> --\n> not the foot')
    expect(text).toContain('Ben Bcc: x replied to your comment')
    expect(text.split('\n-- \n')).toHaveLength(2)
    expect(text).toMatch(
      /once a day\.\nTo hear about them more or less often, or not at all: https:\/\/harbour\.example\/notices\/key\n$/,
    )
  })

  test('counts what it has no room for', () => {
    const { subject, text } = letter('https://harbour.example', 23)
    expect(subject).toBe('23 replies to your comments at The Harbour Courant')
    expect(text.match(/replied to your comment/g)).toHaveLength(20)
    expect(text).toContain('There are 3 more')
  })
})
