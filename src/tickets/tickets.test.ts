/** What readers say is wrong is kept with its place, answered once, and counted. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore } from '../../test/stores.ts'
import { mailKeysWith } from '../access/index.ts'
import { publishChange } from '../corrections/index.ts'
import { signingWith } from '../discussion/index.ts'
import { listLettersTo } from '../mail/index.ts'
import { addPerson, ROLES } from '../people/index.ts'
import type { Store } from '../store/index.ts'
import {
  createStory,
  emptyContent,
  publish,
  readDraft,
  type StoryContent,
  saveDraft,
  unpublish,
} from '../story/index.ts'
import { yearsOf } from './figures.ts'
import {
  answerTickets,
  countOpenTickets,
  forgetTicketSenders,
  forgetTicketsFrom,
  listTicketsFrom,
  readAnsweredTickets,
  readOpenTickets,
  readTicket,
  readYears,
  reopenTickets,
  type TicketForm,
  takeTicket,
} from './index.ts'
import { ADDRESSES_KEPT, forgetTicketAddresses } from './personal-data.ts'
import { locate, passagesOf, showPlace } from './place.ts'
import { checkTicket, TICKET_LIMITS } from './ticket.ts'

const NOW = Date.UTC(2026, 10, 30, 10)
const HOUR = 3_600_000
const DAY = 24 * HOUR

const story = (fare: string): StoryContent => ({
  ...emptyContent,
  headline: 'The ferry costs more',
  standfirst: 'From Monday on.',
  language: 'en',
  body: [
    {
      id: 'p1',
      type: 'paragraph',
      text: `The board met on Tuesday. A “day crossing” costs ${fare} — from Monday. Nobody spoke.`,
    },
    { id: 'p2', type: 'paragraph', text: 'The board voted on Tuesday.' },
    { id: 'p3', type: 'paragraph', text: 'The board met on Tuesday. It did not vote.' },
  ],
})
const passages = passagesOf(story('£8'))
const place = (typed: string, chosen = '') => locate(passages, typed, { chosen, language: 'en' })

describe('words are found', () => {
  test('as they were copied, whatever quotes, dashes and spaces a keyboard or clipboard made of them', () => {
    const found = { blockId: 'p1', exact: 'A “day crossing” costs £8 — from Monday.' }
    expect(place('A "day crossing" costs £8 - from Monday.')).toMatchObject(found)
    expect(place('  “A ‘day crossing’\u00a0costs')).toMatchObject({ blockId: null })
    expect(place(' A “day\u00adcrossing'.replace('\u00ad', ' \n'))).toMatchObject({ blockId: 'p1' })
    expect(place('"costs £8…"')).toEqual({
      blockId: 'p1',
      exact: 'costs £8',
      prefix: 'd met on Tuesday. A “day crossing” '.slice(-32),
      suffix: ' — from Monday. Nobody spoke. Th',
      sentence: 'A “day crossing” costs £8 — from Monday.',
    })
  })

  test('in the passage that was chosen first, then wherever they stand, also across passages', () => {
    expect(place('The board met on Tuesday.')).toMatchObject({ blockId: 'p1' })
    expect(place('The board met on Tuesday.', 'p3')).toMatchObject({ blockId: 'p3', prefix: '' })
    expect(place('It did not vote.', 'p1')).toMatchObject({ blockId: 'p3' })
    expect(place('Nobody spoke.\n\nThe board voted')).toMatchObject({
      blockId: 'p1',
      exact: 'Nobody spoke. The board voted',
      sentence: 'Nobody spoke.',
    })
    expect(place('The ferry costs')).toMatchObject({ blockId: '@headline', sentence: 'The ferry costs more' })
  })

  test('or not, and are kept all the same; a chosen passage alone is meant as a whole', () => {
    expect(place('The ferry sank.')).toEqual({
      blockId: null,
      exact: 'The ferry sank.',
      prefix: '',
      suffix: '',
      sentence: '',
    })
    expect(place('', 'p2')).toMatchObject({ blockId: 'p2', exact: 'The board voted on Tuesday.' })
    expect(place(' … ', 'none')).toMatchObject({ blockId: null })
  })

  test('again in a later version, marked as far as they still stand there', () => {
    const selector = place('costs £8')
    expect(showPlace(story('£8'), selector)).toMatchObject({
      marked: 'costs £8',
      after: ' — from Monday. Nobody spoke.',
    })
    expect(showPlace(story('£5'), selector)).toMatchObject({ marked: '', after: '' })
    expect(showPlace({ ...story('£8'), body: [] }, selector)).toBe(null)
    const across = place('Nobody spoke. The board voted')
    expect(showPlace(story('£8'), across)).toMatchObject({ marked: 'Nobody spoke.', after: '' })
    const twice = { ...story('£8'), body: [{ id: 'p1', type: 'paragraph' as const, text: 'Five boats. Six boats.' }] }
    const second = locate(passagesOf(twice), 'Six boats', { chosen: '', language: 'en' })
    expect(showPlace(twice, { ...second, exact: 'boats', prefix: 'Six ' })).toMatchObject({
      before: 'Five boats. Six ',
    })
  })
})

test('what is sent says what is wrong; a source is a web address, and an address for the answer is one', () => {
  const of = (more: Partial<TicketForm>) =>
    checkTicket({ quote: '', passage: '', words: 'It is £5.', source: '', mail: '', ...more })
  expect(of({ words: ' \u200b ' })).toMatchObject({ field: 'words' })
  expect(of({ words: 'x'.repeat(5001) })).toMatchObject({ field: 'words', problem: expect.stringContaining('5,000') })
  expect(of({ quote: 'x'.repeat(2001) })).toMatchObject({ field: 'quote' })
  for (const source of [
    'javascript:alert(1)',
    'see the timetable',
    'ftp://a.example',
    `https://a.example/${'x'.repeat(2000)}`,
  ])
    expect(of({ source }), source).toMatchObject({ field: 'source' })
  expect(of({ source: 'harbour.example/fares' })).toMatchObject({ source: 'https://harbour.example/fares' })
  expect(of({ mail: 'ada' })).toMatchObject({ field: 'mail' })
  expect(of({ mail: ' Ada@Reader.Example ' })).toMatchObject({ mail: 'ada@reader.example' })
})

test('a year’s median counts each correction once, from the first reader who reported it, and claims nothing without one', () => {
  const at = (hours: number) => NOW + hours * HOUR
  const correction = { storyId: 's', kind: 'correction' as const }
  const ticket = { storyId: 's', kind: 'corrected' as const, answeredAt: at(50) }
  const corrections = [
    { ...correction, version: 2, at: at(3) },
    { ...correction, version: 3, at: at(10) },
    { ...correction, version: 4, at: at(11), kind: 'retraction' as const },
  ]
  const tickets = [
    { ...ticket, version: 2, at: at(1) },
    { ...ticket, version: 2, at: at(0) },
    { ...ticket, version: 3, at: at(9) },
    { ...ticket, version: null, at: at(9), kind: 'spam' as const },
    { ...ticket, version: null, at: at(9), kind: null, answeredAt: null },
  ]
  expect(yearsOf(corrections, tickets, at(100))).toEqual([
    { year: 2026, corrections: 2, retractions: 1, received: 4, answered: 3, median: { hours: 2, of: 2 } },
  ])
  expect(yearsOf(corrections, tickets, at(40))[0]).toMatchObject({ answered: 0 })
  expect(yearsOf(corrections.slice(2), [], at(100))[0]).toMatchObject({ retractions: 1, median: null })
  expect(yearsOf([], [], at(100))).toEqual([])
})

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let id: string
    let by: string
    let now: number
    const secret = new Uint8Array(32)
    const keys = { signing: signingWith(secret), mail: mailKeysWith(secret) }
    beforeEach(async () => {
      now = NOW
      const fresh = await freshStore(kind, () => now)
      store = fresh.store
      drop = fresh.drop
      const person = await addPerson(store, { name: 'Ana', mail: null, switches: ROLES.editor }, now)
      if ('problem' in person) throw new Error(person.problem)
      by = person.id
      id = await createStory(store, { content: story('£8'), by, commentsOpen: true }, now)
      await publish(store, { id, by }, now)
    })
    afterEach(() => drop())

    const send = (
      more: Partial<TicketForm> = {},
      { token = keys.signing.formToken(now), address = '10.0.0.1', version = 1 } = {},
    ) => {
      const form = { quote: 'costs £8', passage: '', words: 'It is £5.', source: '', mail: '', ...more }
      return takeTicket(store, keys, { storyId: id, version, form, token, address }, now)
    }
    const taken = async (...given: Parameters<typeof send>) => {
      const result = await send(...given)
      if (result.kind !== 'taken') throw new Error(JSON.stringify(result))
      return result.ticketId
    }
    const correct = async (fare = '£5', kind = 'correction') => {
      now += HOUR
      const draft = await readDraft(store.db, id)
      await saveDraft(store, { storyId: id, base: draft?.number ?? 0, content: story(fare), by }, now)
      const change = { kind, cause: 'The fare is £5.' }
      const done = await publishChange(store, { id, by, change }, now)
      if ('problem' in done) throw new Error(done.problem)
      return done.version
    }
    const answer = (ticketIds: string[], more: { kind?: string; note?: string; version?: number | null } = {}) =>
      answerTickets(store, { ticketIds, kind: 'nothing', note: 'It is right.', version: null, by, ...more }, now)

    test('tickets on one sentence are one, with its place then and now, and what was corrected since', async () => {
      const heard = hearOn(store)
      const first = await taken({ mail: 'ada@reader.example' })
      now += 60_000
      await taken({ quote: '“day crossing” costs', words: 'Wrong fare.' })
      await taken({ quote: 'The ferry sank.' })
      await taken({ quote: '' })
      expect(heard.filter((one) => one === `tickets.changed ${id}`)).toHaveLength(4)
      expect(await countOpenTickets(store.db)).toEqual({ count: 4, newest: now })
      expect(await countOpenTickets(store.db, NOW)).toEqual({ count: 1, newest: NOW })
      const [group, lost, whole] = await readOpenTickets(store.db, { limit: 10 })
      expect(group).toMatchObject({
        found: true,
        version: 1,
        asItWas: { marked: 'costs £8' },
        asItIs: { marked: 'costs £8' },
        corrected: null,
        tickets: [{ id: first, words: 'It is £5.', mail: 'ada@reader.example', at: NOW }, { words: 'Wrong fare.' }],
      })
      expect(lost).toMatchObject({ found: false, quote: 'The ferry sank.', asItWas: null, asItIs: null })
      expect(whole).toMatchObject({ found: false, quote: '' })
      const version = await correct()
      const [since] = await readOpenTickets(store.db, { limit: 1, storyId: id })
      expect(since).toMatchObject({
        asItWas: { marked: 'costs £8' },
        asItIs: { marked: '' },
        corrected: { version, cause: 'The fare is £5.', at: now },
      })
      await unpublish(store, id, by, now)
      const [off] = await readOpenTickets(store.db, { limit: 1 })
      expect(off).toMatchObject({ asItIs: null, corrected: null, asItWas: { marked: 'costs £8' } })
      expect(await readOpenTickets(store.db, { limit: 1, storyId: 'other' })).toEqual([])
    })

    test('a slip of the pen that was mended in silence is an answer too, and a change elsewhere in the story is not', async () => {
      await taken()
      await taken({ quote: 'The board voted' })
      await correct('£5', 'typo')
      const groups = await readOpenTickets(store.db, { limit: 10 })
      expect(groups.map(({ corrected }) => corrected?.version ?? null)).toEqual([2, null])
      expect(groups[0]?.corrected?.cause).toBe('')
    })

    test('the version that the reader had before them counts, unless it is withheld by now', async () => {
      await correct()
      const old = await taken({}, { version: 1 })
      expect(await readTicket(store.db, old, now)).toMatchObject({ version: 1, exact: 'costs £8' })
      const wrong = await taken({}, { version: 99 })
      expect(await readTicket(store.db, wrong, now)).toMatchObject({ version: 2 })
      await correct('£4', 'retraction')
      const late = await taken({}, { version: 1 })
      expect(await readTicket(store.db, late, now)).toMatchObject({ version: 3 })
      await unpublish(store, id, by, now)
      expect(await send()).toEqual({ kind: 'gone' })
    })

    test('a form counts once, a network and a story so often, and an address gets one letter a day', async () => {
      const token = keys.signing.formToken(now)
      const first = await taken({ mail: 'ada@reader.example' }, { token })
      expect(await taken({ mail: 'ada@reader.example' }, { token })).toBe(first)
      expect(await send({ words: 'Other.' }, { token })).toEqual({ kind: 'confirm' })
      expect(await send({}, { token: 'none' })).toEqual({ kind: 'confirm' })
      await taken({ mail: 'ADA@reader.example' })
      expect((await listLettersTo(store.db, 'ada@reader.example')).map((one) => one.kind)).toEqual(['ticket'])
      for (let time = 2; time < TICKET_LIMITS.sender; time++) await taken({}, { address: '10.0.0.77' })
      expect(await send({}, { address: '10.0.0.5' })).toMatchObject({ kind: 'refused', field: null })
      await taken({}, { address: '10.0.1.1' })
      now += HOUR + 1
      await taken({}, { address: '10.0.0.5' })
      await store.transaction(now, (tx) => forgetTicketSenders(tx, now + 1))
      const keysLeft = await store.db.selectFrom('tickets').select('sender_key').distinct().execute()
      expect(keysLeft).toEqual([{ sender_key: '' }])
    })

    test('an answer reaches the readers once it can’t be undone at a press, and never twice', async () => {
      const one = await taken({ mail: 'ada@reader.example' })
      const two = await taken({ mail: 'ada@reader.example' })
      expect(await answer([one], { note: ' ' })).toMatchObject({ answered: false })
      expect(await answer([one], { kind: 'shrug' })).toMatchObject({ answered: false })
      expect(await answer([])).toMatchObject({ answered: false })
      const given = await answer([one, two])
      if (!given.answered) throw new Error(given.sentence)
      expect(await answer([one])).toMatchObject({ answered: false, sentence: expect.stringContaining('already') })
      expect((await readTicket(store.db, one, now))?.answer).toBe(null)
      expect((await readTicket(store.db, one, now + 10_001))?.answer).toMatchObject({
        kind: 'nothing',
        note: 'It is right.',
      })
      const kinds = async () => (await listLettersTo(store.db, 'ada@reader.example')).map((letter) => letter.kind)
      expect(await kinds()).toEqual(['ticket', 'ticket answer'])
      expect(await readAnsweredTickets(store.db, { limit: 5 })).toMatchObject([
        { answerId: given.answerId, by, tickets: [{}, {}] },
      ])
      expect(await reopenTickets(store, given.answerId, by, now)).toBe(true)
      expect(await reopenTickets(store, given.answerId, by, now)).toBe(false)
      expect(await kinds()).toEqual(['ticket'])
      expect(await readAnsweredTickets(store.db, { limit: 5 })).toEqual([])
      expect((await countOpenTickets(store.db)).count).toBe(2)
    })

    test('“corrected” needs a version since, spam is told nobody, and both are counted by the year', async () => {
      const one = await taken({ mail: 'ada@reader.example' })
      const spam = await taken({ quote: '', mail: 'bo@reader.example' })
      expect(await answer([one], { kind: 'corrected', version: 1 })).toMatchObject({ answered: false })
      expect(await answer([one], { kind: 'corrected', version: 2 })).toMatchObject({ answered: false })
      expect((await countOpenTickets(store.db)).count).toBe(2)
      const version = await correct()
      expect(await answer([one], { kind: 'corrected', note: '', version })).toMatchObject({ answered: true })
      expect(await answer([spam], { kind: 'spam', note: 'Buy less.' })).toMatchObject({ answered: true })
      expect((await readTicket(store.db, spam, now + DAY))?.answer).toMatchObject({ kind: 'spam', note: '' })
      expect((await listLettersTo(store.db, 'bo@reader.example')).map((letter) => letter.kind)).toEqual(['ticket'])
      expect(await readYears(store.db, now)).toMatchObject([{ received: 1, answered: 0, corrections: 0, median: null }])
      expect(await readYears(store.db, now + 1)).toEqual([
        { year: 2026, corrections: 1, retractions: 0, received: 1, answered: 1, median: { hours: 1, of: 1 } },
      ])
    })

    test('what a reader sent is told to them and erased for them, and their address is forgotten after the answer', async () => {
      const one = await taken({ mail: 'ada@reader.example', source: 'a.example/x' })
      await taken({ mail: 'bo@reader.example' })
      const own = await listTicketsFrom(store.db, 'ada@reader.example')
      expect(own).toMatchObject([{ storyId: id, quote: 'costs £8', words: 'It is £5.', source: 'https://a.example/x' }])
      await store.transaction(now, (tx) => forgetTicketsFrom(tx, 'bo@reader.example'))
      expect(await listTicketsFrom(store.db, 'bo@reader.example')).toEqual([])
      const words = await store.db.selectFrom('tickets').select(['words', 'mail']).orderBy('mail').execute()
      expect(words).toContainEqual({ words: '', mail: null })
      await answer([one])
      expect(await forgetTicketAddresses(store, now + ADDRESSES_KEPT)).toBe(0)
      expect(await forgetTicketAddresses(store, now + ADDRESSES_KEPT + 1)).toBe(1)
      expect((await readTicket(store.db, one, now))?.mail).toBe(null)
    })
  })
}
