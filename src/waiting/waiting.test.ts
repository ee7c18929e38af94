/** What waits is counted once for everybody, and told to each as far as they may answer it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DATABASES, ONE_DATABASE } from '../../test/databases.ts'
import { queriesOf } from '../../test/queries.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { dropEmbargoUpset } from '../embargo/index.ts'
import { addNote } from '../notes/index.ts'
import { addPerson, type Person, type Switch } from '../people/index.ts'
import { newId, type Store } from '../store/index.ts'
import { type Counted, countWaiting, createLiveWaiting, MOST_TABS, waitingFor } from './index.ts'

const [kind = 'sqlite'] = ONE_DATABASE
const NOW = Date.UTC(2026, 10, 30, 10)
let store: Store
let drop: () => Promise<void>
let storyId: string
beforeEach(async () => {
  const fresh = await freshStore(kind, () => NOW)
  store = fresh.store
  drop = fresh.drop
  storyId = (await publishedStory(store, 'The ferry', NOW)).id
})
afterEach(() => drop())

const ticket = () =>
  store.transaction(NOW, async (tx) => {
    const id = newId(NOW)
    const place = { block_id: null, exact: '', prefix: '', suffix: '', sentence: '' }
    const sent = { words: 'Wrong.', source: '', mail: null, form_nonce: id, sender_key: '', received_at: NOW }
    await tx.rows
      .insertInto('tickets')
      .values({ id, story_id: storyId, version: 1, ...place, ...sent, answer_id: null })
      .execute()
    await tx.say({ kind: 'tickets.changed', story: storyId })
  })

test('everything is counted, and each is told what they may answer', async () => {
  await ticket()
  await store.transaction(NOW, async (tx) => {
    const schedule = { at: NOW, set_by: null, set_at: NOW, ended_at: NOW, kind: null, cause: '' }
    await tx.rows
      .insertInto('schedules')
      .values({ story_id: storyId, ...schedule, problem: 'No headline.', kind: null, cause: '' })
      .execute()
  })
  const counted = await countWaiting(store.db)
  const told = (...switches: Switch[]) => {
    const person: Person = { id: 'p', name: 'Ada', mail: null, switches, disabled: false } as Person
    return waitingFor(person, counted).map(({ kind, count }) => `${kind} ${count}`)
  }
  expect(counted.map(({ kind }) => kind)).toEqual([
    'notices',
    'comments',
    'appeals',
    'reports',
    'tickets',
    'schedules',
    'letters',
    'webhooks',
    'mentions',
  ])
  expect(told('publish')).toEqual(['tickets 1', 'schedules 1'])
  expect(told('moderate', 'settings')).toEqual([])
  expect(told('write')).toEqual([])
})

test('a version under embargo that could not go live at its time is counted with what was not published', async () => {
  const held = { id: newId(NOW), story_id: storyId, draft_number: 1, kind: 'update' as const, cause: '' }
  await store.transaction(NOW, async (tx) => {
    const made = { content_json: '{"headline":"The ferry"}', made_at: NOW, made_by: null }
    await tx.rows
      .insertInto('held_versions')
      .values({ ...held, ...made })
      .execute()
    const time = { until: NOW, ended_at: null, ending: null, ended_by: null, seen_at: null }
    await tx.rows
      .insertInto('embargoes')
      .values({ version_id: held.id, story_id: storyId, ...time, problem: 'No headline.' })
      .execute()
  })
  const schedules = async () => (await countWaiting(store.db)).find(({ kind }) => kind === 'schedules')?.count
  expect(await schedules()).toBe(1)
  await dropEmbargoUpset(store, storyId, NOW)
  expect(await schedules()).toBe(0)
})

for (const each of DATABASES)
  test(`all of it, with each person’s mentions, is one statement (${each})`, async () => {
    const fresh = await freshStore(each, () => NOW)
    try {
      const { id } = await publishedStory(fresh.store, 'The ferry', NOW)
      const someone = async (name: string) => {
        const added = await addPerson(fresh.store, { name, mail: null, switches: ['write'] }, NOW)
        if ('problem' in added) throw new Error(added.problem)
        return added.id
      }
      const by = await someone('Ada Vale')
      await someone('Ben Marsh')
      const chosen = { place: 'headline', exact: '', prefix: '', suffix: '' }
      await addNote(fresh.store, { storyId: id, chosen, words: 'Is it so, @Ben Marsh?', by, byMail: false }, NOW)
      const { answer, queries } = await queriesOf(fresh.store.db, countWaiting)
      expect(queries).toBe(1)
      expect(answer.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
        'notices 0',
        'comments 0',
        'appeals 0',
        'reports 0',
        'tickets 0',
        'schedules 0',
        'letters 0',
        'webhooks 0',
        'mentions 1',
      ])
    } finally {
      await fresh.drop()
    }
  })

test('a thousand open pages cost one count when something happens, and none while nothing does or nobody looks', async () => {
  let counts = 0
  const live = createLiveWaiting(store, {
    count: (db) => {
      counts++
      return countWaiting(db)
    },
  })
  await ticket()
  expect(counts).toBe(0)
  const heard: number[] = []
  const tickets = (counted: readonly Counted[]) => counted.find(({ kind }) => kind === 'tickets')?.count ?? 0
  const stops = Array.from({ length: 1000 }, (_, index) =>
    live.listen({
      personId: String(index % 100),
      tell: (counted) => heard.push(tickets(counted)),
      end: () => undefined,
    }),
  )
  await vi.waitFor(() => expect(heard).toHaveLength(1000))
  expect(counts).toBe(1)
  await ticket()
  await vi.waitFor(() => expect(heard).toHaveLength(2000), { timeout: 5000 })
  expect([counts, heard.at(-1)]).toEqual([2, 2])
  // Who comes later is told what is known.
  live.listen({ personId: 'late', tell: (counted) => heard.push(tickets(counted)), end: () => undefined })
  expect([counts, heard.length, heard.at(-1)]).toEqual([2, 2001, 2])
  await store.transaction(NOW, (tx) => tx.say({ kind: 'settings.changed' }))
  for (const stop of stops) stop?.()
  expect(counts).toBe(2)
  live.stop()
})

test('so many pages of one person are told, no more; all end with the program', async () => {
  const live = createLiveWaiting(store)
  let ended = 0
  const ear = { personId: 'p', tell: () => undefined, end: () => void ended++ }
  const stops = Array.from({ length: MOST_TABS }, () => live.listen({ ...ear }))
  expect(stops.every((stop) => stop !== null)).toBe(true)
  expect(live.listen({ ...ear })).toBe(null)
  stops[0]?.()
  expect(live.listen({ ...ear })).not.toBe(null)
  live.stop()
  expect(ended).toBe(MOST_TABS)
  expect(live.listen({ ...ear })).toBe(null)
})

test('where it can’t be counted, pages are let go, to ask again by themselves', async () => {
  const live = createLiveWaiting(store, { count: () => Promise.reject(new Error('away')) })
  const ended = new Promise<void>((resolve) => {
    live.listen({ personId: 'p', tell: () => undefined, end: resolve })
  })
  await ended
  live.stop()
})
