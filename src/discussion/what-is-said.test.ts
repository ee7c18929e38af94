/** What a moderator is told of a comment, and how far each thing moves it: from what looks like anybody's to what looks like junk. */
import { describe, expect, test } from 'vitest'
import { type Signal, signalsFor, signingWith } from './index.ts'
import { wordsOfMode } from './modes.ts'
import { paceOf } from './pace.ts'
import type { Circumstances } from './phases/signal.ts'
import { threadsOf } from './public-view.ts'
import type { PublicComment } from './revision.ts'
import { networkOf } from './senders.ts'
import { bandOfSignals } from './triage.ts'
import { checkForm, checkText } from './words.ts'

const CALM: Circumstances = { timeToWrite: 60_000, honeypot: '', recentFromSender: 0 }
const said = (
  circumstances: Partial<Circumstances> = {},
  comment: { authorName?: string; authorMail?: string | null; text?: string } = {},
) =>
  signalsFor(
    {
      storyId: 's',
      parentId: null,
      authorName: comment.authorName ?? 'Ada',
      authorMail: comment.authorMail ?? null,
      readerId: null,
      text: comment.text ?? 'A word about the bridge.',
    },
    { ...CALM, ...circumstances },
  ).filter(({ state }) => state === 'raised')
const one = (...given: Parameters<typeof said>): [string, number] | undefined => {
  const [signal, ...more] = said(...given)
  expect(more).toEqual([])
  return signal && [signal.words, signal.weight]
}
const counts = (more: Partial<NonNullable<Circumstances['counts']>>) => ({
  counts: { hour: 0, day: 0, sameWords: 0, onStory: 0, ...more },
})

describe('what is said of a comment', () => {
  test('nothing, of one that a person wrote in their own time', () => {
    expect(said()).toEqual([])
    expect(said(counts({ hour: 7, day: 29, onStory: 299 }))).toEqual([])
  })

  test('that it may hold what gives somebody away, with the words', () => {
    expect(one({}, { text: 'Treasurer Rowe of 31 Coble Lane answers on 01632 960771.' })).toEqual([
      'May contain a phone number (01632 960771) and a street address (31 Coble Lane)',
      0.3,
    ])
    expect(bandOfSignals(said({}, { text: 'Ask her at pilot@harbour.example' }))).toBe('thought')
  })

  test('that it may insult or threaten somebody, with the words; never with the name of a group', () => {
    expect(one({}, { text: 'The harbour master is a crook.' })).toEqual(['Possible insult: “crook”', 0.3])
    expect(one({}, { text: 'Somebody should drown him, that clown.' })).toEqual(['Possible threat: “drown”', 0.5])
    expect(one({}, { text: 'All women here are vermin' })?.[0]).toBe('Possible insult: “vermin”')
    expect(said({}, { text: 'Half of the pilots are women, two are Muslims, and one is deaf.' })).toEqual([])
  })

  test('from three before it in ten minutes on, how many came from its network; more weigh more, up to a point', () => {
    expect(said({ recentFromSender: 2 })).toEqual([])
    expect(one({ recentFromSender: 3 })).toEqual(['4 comments from this network in ten minutes', 0.1])
    expect(one({ recentFromSender: 5 })?.[1]).toBeCloseTo(0.3)
    expect(one({ recentFromSender: 19 })?.[1]).toBe(0.6)
  })

  test('that the same words came before, that a network writes all day, that a story is run at; all in one sentence, the heaviest counts', () => {
    const words = (times: number) => one(counts({ sameWords: times, hour: 1 }))
    expect(words(1)?.[0]).toBe('Same text sent once before from this network in the last hour')
    expect(words(1)?.[1]).toBeCloseTo(0.45)
    expect(words(2)?.[0]).toContain('sent 2 times before')
    expect(words(3)?.[0]).toContain('sent 3 times before')
    expect(words(9)?.[1]).toBe(0.8)
    expect(one(counts({ hour: 8, day: 40 }))).toEqual(['9 comments from this network in an hour', 0.16])
    expect(one(counts({ hour: 50 }))?.[1]).toBe(0.4)
    expect(one(counts({ hour: 7, day: 30 }))).toEqual(['31 comments from this network in a day', 0.15])
    expect(one(counts({ onStory: 300 }))).toEqual(['301 comments on the story in an hour', 0.05])
    expect(one(counts({ sameWords: 1, hour: 8, onStory: 300 }))?.[0]).toBe(
      'Same text sent once before from this network in the last hour; 9 comments from this network in an hour; 301 comments on the story in an hour',
    )
    expect(one(counts({ sameWords: 1, hour: 8, onStory: 300 }))?.[1]).toBeCloseTo(0.45)
  })

  test('that it was sent faster than a person writes, or finds the button', () => {
    const text = 'x'.repeat(150)
    expect(one({ timeToWrite: 1999 })).toEqual(['Sent 2 s after opening the form', 0.4])
    expect(one({ timeToWrite: 2000 })).toBeUndefined()
    expect(one({ timeToWrite: 9999 }, { text })).toEqual(['Sent 10 s after opening the form, 150 characters', 0.15])
    expect(one({ timeToWrite: 10_000 }, { text })).toBeUndefined()
    expect(one({ timeToWrite: null }, { text })).toBeUndefined()
    expect(one({ timeToWrite: null, timeToLookOver: 999 }, { text })).toEqual(['Previewed for 1 s', 0.3])
    expect(one({ timeToWrite: null, timeToLookOver: 1000 }, { text })).toBeUndefined()
  })

  test('that the hidden field was filled in; what a browser puts there by itself weighs little', () => {
    const author = { authorName: 'Ada', authorMail: 'ada@paper.example' }
    expect(one({ honeypot: ' \t' }, author)).toBeUndefined()
    for (const honeypot of ['Ada', ' Ada ', 'ADA@paper.example'])
      expect(one({ honeypot }, author)?.[1], honeypot).toBe(0.2)
    for (const honeypot of ['https://buy.example', 'Eve', 'ada']) expect(one({ honeypot }, author)?.[1]).toBe(0.7)
    expect(one({ honeypot: 'ada@paper.example' }, { authorMail: null })?.[1]).toBe(0.7)
  })

  test('that links stand in it, more of them weigh more; one in a name weighs most', () => {
    expect(one({}, { text: 'See https://a.example' })).toEqual(['1 link', 0.15])
    expect(one({}, { text: 'See HTTP://a.example and www.b.example' })).toEqual(['2 links', 0.3])
    expect(one({}, { text: '> See https://a.example\n\nThat is gone.' })).toBeUndefined()
    expect(one({}, { text: 'www. '.repeat(9) })).toEqual(['9 links', 0.6])
    for (const authorName of ['https://a.example', 'www.a.example', 'Buy at a.shop/now'])
      expect(one({}, { authorName }), authorName).toEqual(['Link in the name', 0.6])
    expect(one({}, { authorName: 'A. Harbour/Smith', text: 'e.g. this' })).toBeUndefined()
  })

  test('what the browser’s work was worth', () => {
    const weigh = (state: 'less' | 'old' | 'none' | 'spent' | 'wrong' | 'done', pace: 'calm' | 'flood' = 'calm') =>
      one({ proof: { state, pace } })?.[1]
    expect([weigh('done'), weigh('less'), weigh('old')]).toEqual([undefined, 0.05, 0.05])
    expect([weigh('none'), weigh('none', 'flood')]).toEqual([0.1, 0.3])
    expect([weigh('spent'), weigh('wrong')]).toEqual([0.5, 0.5])
  })

  test('and where it then stands: signals add up, and none alone makes junk of a comment that is no junk', () => {
    const band = (...weights: number[]) =>
      bandOfSignals(weights.map((weight): Signal => ({ phase: 'x', state: 'raised', words: '', weight })))
    expect([band(), band(0.1), band(0.15)]).toEqual(['fine', 'fine', 'fine'])
    expect([band(0.2), band(0.1, 0.15), band(0.5)]).toEqual(['thought', 'thought', 'thought'])
    expect([band(0.6), band(0.4, 0.4), band(0.7, 0)]).toEqual(['spam', 'spam', 'spam'])
  })
})

test('from three comments of a network, or a hundred of all, in ten minutes it goes briskly; from ten or six hundred it is a flood', () => {
  const pace = (sender: number, site = 0) => paceOf({ sender, site })
  expect([pace(2, 99), pace(3), pace(0, 100), pace(9, 599), pace(10), pace(0, 600)]).toEqual([
    ...(['calm', 'brisk', 'brisk', 'brisk', 'flood', 'flood'] as const),
  ])
})

test('how a story takes comments is said in words, with times as people say them', () => {
  expect([
    wordsOfMode({ kind: 'slow', minutes: 10 }),
    wordsOfMode({ kind: 'slow', minutes: 60 }),
    wordsOfMode({ kind: 'hold' }),
    wordsOfMode({ kind: 'open' }),
  ]).toEqual([...['slow mode, one comment every 10 minutes', 'slow mode, one comment every hour', 'on hold', 'open']])
})

test('the network of an address is as large as one household’s neighbours, however the address is written', () => {
  expect(networkOf('::FFFF:203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('2001:DB8::1')).toBe('2001:db8:0::/48')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0::/48')
  expect(networkOf('2001:db8:1::')).toBe('2001:db8:1::/48')
  expect(networkOf('1:2:3:4:5:6:7::')).toBe('1:2:3::/48')
})

describe('a form’s token', () => {
  const signing = signingWith(Buffer.alloc(32, 7))
  const NOW = Date.UTC(2026, 4, 1, 12)
  const DAY = 24 * 60 * 60 * 1000

  test('tells its age and whether the words stood in the form, and can be used for a day', () => {
    const first = signing.formToken(NOW)
    expect(signing.readFormToken(first, NOW + 1234)).toMatchObject({ age: 1234, look: 'first' })
    expect(signing.readFormToken(signing.formToken(NOW, 'second'), NOW)).toMatchObject({ age: 0, look: 'second' })
    // Another process' clock may be a little behind.
    expect(signing.readFormToken(first, NOW - 50)).toMatchObject({ age: 0 })
    expect(signing.readFormToken(first, NOW + DAY)).toMatchObject({ age: DAY })
    expect(signing.readFormToken(first, NOW + DAY + 1)).toBe('old')
    const nonces = [first, signing.formToken(NOW)].map((token) => signing.readFormToken(token, NOW))
    expect(nonces[0]).not.toEqual(nonces[1])
  })

  test('is no other site’s, and no receipt or report stands for another', () => {
    const others = signingWith(Buffer.alloc(32, 8))
    const id = '0'.repeat(26)
    expect(signing.readFormToken(others.formToken(NOW), NOW)).toBe('malformed')
    expect(signing.readReportKey(signing.reportKey(id))).toBe(id)
    expect(signing.readReportKey(signing.receiptKey(id))).toBe(null)
    expect(signing.readReceiptKey(signing.reportKey(id))).toBe(null)
    expect(signing.readReceiptKey(`${signing.receiptKey(id)}0`)).toBe(null)
  })
})

describe('what is typed', () => {
  const form = (more: Partial<Parameters<typeof checkForm>[0]>) =>
    checkForm({ name: 'Ada', mail: '', text: 'Words', ...more })

  test('is kept as it was meant: a name on one line, an address as it is compared, no address where none was given', () => {
    expect(form({ name: ' Ada \n  Lovelace\u0007 ', mail: ' ADA@Paper.example ' })).toEqual({
      name: 'Ada Lovelace',
      mail: 'ada@paper.example',
      text: 'Words',
    })
    expect(form({})).toMatchObject({ mail: null })
    expect(checkText('  \n\n  one\r\n\r\ntwo \n ')).toBe('  one\n\ntwo')
  })

  test('is refused by one character too many, and by none less', () => {
    expect(form({ name: '🦆'.repeat(80) })).toMatchObject({ name: '🦆'.repeat(80) })
    expect(form({ name: '🦆'.repeat(81) })).toEqual({
      field: 'name',
      sentence: 'Shorten the name to 80 characters at most.',
    })
    const mail = (length: number) => `${'a'.repeat(length - 10)}@b.example`
    expect(form({ mail: mail(254) })).toMatchObject({ mail: mail(254) })
    for (const bad of [mail(255), 'ada', 'a b@c', '@b.example', 'a@'])
      expect(form({ mail: bad })).toMatchObject({ field: 'mail' })
    expect(checkText('🦆'.repeat(10_000))).toHaveLength(20_000)
    expect(checkText(`${'🦆'.repeat(10_000)}x`)).toEqual({
      field: 'text',
      sentence: 'A comment can have up to 10,000 characters. This one has 10,001: shorten it and send it again.',
    })
    // Half of a pair counts as one.
    expect(checkText('\ud83e'.repeat(10_001))).toMatchObject({ field: 'text' })
    expect(checkText('\udd86'.repeat(10_001))).toMatchObject({ field: 'text' })
  })
})

describe('threads', () => {
  const comment = (id: string, parentId: string | null = null) => ({ id, parentId }) as PublicComment
  const shape = (comments: PublicComment[]) => {
    const of = ({ id, comment: shown, replies }: ReturnType<typeof threadsOf>['threads'][number]): unknown =>
      `${id}${shown ? '' : '?'}${replies.length > 0 ? `(${replies.map(of).join(' ')})` : ''}`
    const { count, threads } = threadsOf(comments)
    return `${count}: ${threads.map(of).join(' ')}`
  }

  test('keep the order given, and an answer under what it answers, whichever comes first', () => {
    expect(shape([comment('a'), comment('b'), comment('c', 'a'), comment('d', 'c')])).toBe('4: a(c(d)) b')
    expect(shape([comment('c', 'a'), comment('a'), comment('b')])).toBe('3: a(c) b')
  })

  test('have one place without words for each comment that is not shown, where its first answer stands', () => {
    expect(shape([comment('x', 'gone'), comment('a'), comment('y', 'gone'), comment('z', 'away')])).toBe(
      '4: gone?(x y) a away?(z)',
    )
  })
})
