/** Words are never lost: every step is kept, in its order, and two people are in each other's way at one place only. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore, openSite } from '../../test/stores.ts'
import { addPerson, ROLES } from '../people/index.ts'
import type { DatabaseAddress, Store } from '../store/index.ts'
import {
  type Block,
  createStory,
  emptyContent,
  listDrafts,
  publish,
  readDraft,
  readVersions,
  type StoryContent,
} from '../story/index.ts'
import {
  lockPlace,
  readDifference,
  readHistory,
  readWordsAt,
  restoreWords,
  type Step,
  saveStory,
  takeSteps,
} from './index.ts'

const NOW = Date.UTC(2026, 4, 31, 12)
const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', text })
const BEGUN: StoryContent = {
  ...emptyContent,
  headline: 'Ferry late',
  body: [paragraph('a', 'One.'), paragraph('b', 'Two.'), paragraph('c', 'Three.')],
}
const write = (id: string, text: string): Step => ({ type: 'put', block: paragraph(id, text) })

for (const kind of DATABASES) {
  describe(`a draft on ${kind}`, () => {
    let store: Store
    let address: DatabaseAddress
    let drop: () => Promise<void>
    let story: string
    let [ann, bob] = ['', '']
    beforeEach(async () => {
      ;({ store, address, drop } = await freshStore(kind, () => NOW))
      ;[ann, bob] = (await Promise.all(['Ann', 'Bob'].map(person))) as [string, string]
      story = await createStory(store, { content: BEGUN, by: ann, commentsOpen: true }, NOW)
    })
    afterEach(() => drop())

    async function person(name: string): Promise<string> {
      const added = await addPerson(store, { name, mail: null, switches: ROLES.reporter }, NOW)
      if ('problem' in added) throw new Error(added.problem)
      return added.id
    }
    let keys = 0
    const send = (
      by: string,
      base: number,
      steps: readonly Step[],
      more: { key?: string; client?: string; at?: number; on?: Store } = {},
    ) => {
      const { key = `k${++keys}`, client = `tab of ${by}`, at = NOW + base, on = store } = more
      return takeSteps(on, { storyId: story, base, client, key, steps, by }, at)
    }
    const words = async (on = store) => (await readDraft(on.db, story))?.content
    const texts = async (on = store) =>
      (await words(on))?.body.map((block) => (block.type === 'paragraph' ? block.text : block.type)).join(' ')

    test('has the newest words wherever it is read, after each step', async () => {
      expect(await send(ann, 1, [{ type: 'field', field: 'headline', value: 'Ferry very late' }])).toMatchObject({
        taken: true,
        number: 2,
      })
      expect(await send(ann, 2, [write('b', 'Two, mended.'), { type: 'drop', id: 'c' }])).toMatchObject({ number: 3 })
      expect(await texts()).toBe('One. Two, mended.')
      expect((await listDrafts(store.db))[0]).toMatchObject({
        number: 3,
        savedAt: NOW + 2,
        content: { headline: 'Ferry very late' },
      })
      const published = await publish(store, { id: story, by: ann }, NOW + 9)
      expect(published).toMatchObject({ path: expect.stringContaining('ferry-very-late') })
      expect((await readVersions(store.db, story))[0]).toMatchObject({
        draftNumber: 3,
        content: { headline: 'Ferry very late', body: [paragraph('a', 'One.'), paragraph('b', 'Two, mended.')] },
      })
    })

    test('takes a batch once, however often it is sent, and from whatever number', async () => {
      const steps = [write('a', 'One!')]
      const first = await send(ann, 1, steps, { key: 'same' })
      expect(await send(ann, 1, steps, { key: 'same', at: NOW + 50 })).toEqual(first)
      expect(await send(ann, 2, steps, { key: 'same', at: NOW + 60 })).toEqual(first)
      expect((await readDraft(store.db, story))?.number).toBe(2)
    })

    test('takes what two people write at two places at once, also through two processes', async () => {
      const other = await openSite(address, () => NOW)
      const taken = await Promise.all([
        send(ann, 1, [write('a', 'Ann’s.')]),
        send(bob, 1, [write('b', 'Bob’s.')], { on: other }),
        send(ann, 1, [{ type: 'put', block: paragraph('n', 'New.'), after: 'a' }]),
        send(bob, 1, [{ type: 'field', field: 'byline', value: 'Bob' }], { on: other }),
      ])
      expect(taken.map(({ taken }) => taken)).toEqual([true, true, true, true])
      expect(await texts()).toBe('Ann’s. New. Bob’s. Three.')
      expect(await texts(other)).toBe('Ann’s. New. Bob’s. Three.')
      expect((await words())?.byline).toBe('Bob')
      await other.close()
    })

    test('overwrites nothing where another has changed the same place: both are answered', async () => {
      await send(ann, 1, [write('a', 'Ann’s.')])
      expect(await send(bob, 1, [write('a', 'Bob’s.'), write('b', 'Bob’s too.')])).toEqual({
        taken: false,
        why: 'changed',
        number: 2,
        places: ['a'],
        theirs: await words(),
        by: ann,
      })
      expect(await texts()).toBe('Ann’s. Two. Three.')
      // Who writes the very same is in nobody's way, nor is one's own tab in its own.
      expect(await send(bob, 1, [write('a', 'Ann’s.')])).toMatchObject({ taken: true })
      expect(await send(ann, 1, [write('a', 'Ann’s again.')], { client: 'another tab' })).toMatchObject({
        why: 'changed',
      })
      expect(await send(ann, 1, [write('a', 'Ann’s again.')])).toMatchObject({ why: 'changed' })
      expect(await send(ann, 3, [write('a', 'Ann’s again.')])).toMatchObject({ taken: true })
    })

    test('keeps a new block beside those it stood with, where the one before it is gone', async () => {
      await send(ann, 1, [{ type: 'drop', id: 'b' }])
      await send(bob, 1, [{ type: 'put', block: paragraph('n', 'New.'), after: 'b' }])
      expect(await texts()).toBe('One. New. Three.')
    })

    test('says that it is gone, or that steps start from a number it never had', async () => {
      const batch = { storyId: 'none', base: 1, client: 'c', key: 'k', steps: [write('a', 'x')], by: ann }
      expect(await takeSteps(store, batch, NOW)).toEqual({ taken: false, why: 'gone' })
      expect(await send(ann, 40, [write('a', 'Later.')])).toMatchObject({ why: 'changed', number: 1, places: ['a'] })
    })

    test('says how long it may be, and can be shortened where it is longer', async () => {
      const long = 'word '.repeat(39_900)
      expect(await send(ann, 1, [write('a', long)])).toMatchObject({ taken: true })
      expect(await send(ann, 2, [write('b', long)])).toMatchObject({
        why: 'long',
        sentence: expect.stringMatching(/limit/),
      })
      expect(await send(ann, 2, [write('a', 'Short.')])).toMatchObject({ taken: true })
    })

    test('lets nobody write where somebody writes, until that ends or is taken over', async () => {
      const lock = (by: string, place: string, at: number, take = false) =>
        lockPlace(store, { storyId: story, place, personId: by, client: `tab of ${by}`, take }, at)
      expect(await lock(ann, 'a', NOW)).toMatchObject({ locked: true, locks: [{ place: 'a', personId: ann }] })
      expect(await lock(bob, 'a', NOW + 1)).toMatchObject({ locked: false, locks: [{ personId: ann }] })
      expect(await send(bob, 1, [write('a', 'Bob’s.')])).toMatchObject({ why: 'locked', lock: { personId: ann } })
      expect(await send(bob, 1, [write('b', 'Bob’s.')])).toMatchObject({ taken: true })
      // A step renews what would end soon.
      expect(await send(ann, 2, [write('a', 'Ann’s.')], { at: NOW + 25_000 })).toMatchObject({ taken: true })
      expect(await lock(bob, 'a', NOW + 50_000)).toMatchObject({ locked: false })
      expect(await lock(bob, 'a', NOW + 56_000)).toMatchObject({ locked: true, locks: [{ personId: bob }] })
      expect(await lock(ann, 'a', NOW + 57_000, true)).toMatchObject({ locked: true, locks: [{ personId: ann }] })
      // One tab writes at one place.
      expect(await lock(ann, 'c', NOW + 58_000)).toMatchObject({ locks: [{ place: 'c' }] })
    })

    test('is saved by form where nobody else is writing; over a colleague’s passage only by whoever says so', async () => {
      await lockPlace(store, { storyId: story, place: 'a', personId: ann, client: 'a', take: false }, NOW)
      const body = [paragraph('a', 'Bob’s.'), ...BEGUN.body.slice(1)]
      const save = (atLocked: 'refuse' | 'leave' | 'save', headline = BEGUN.headline) =>
        saveStory(store, { storyId: story, base: 1, content: { ...BEGUN, headline, body }, by: bob, atLocked }, NOW + 5)
      expect(await save('refuse')).toMatchObject({
        saved: false,
        why: 'locked',
        locks: [{ place: 'a', personId: ann }],
        theirs: { number: 1 },
      })
      expect(await save('leave', 'Bob’s headline')).toMatchObject({ saved: true, number: 2 })
      expect(await texts()).toBe('One. Two. Three.')
      expect((await readDraft(store.db, story))?.content.headline).toBe('Bob’s headline')
      expect(await save('save', 'Bob’s headline')).toMatchObject({ saved: true, number: 3 })
      expect(await texts()).toBe('Bob’s. Two. Three.')
      // Whoever was writing there is shown both.
      expect(await send(ann, 1, [write('a', 'Ann’s.')])).toMatchObject({ taken: false, why: 'changed', places: ['a'] })
    })

    test('is saved by form beside what others typed meanwhile, and in one history with it', async () => {
      await send(ann, 1, [write('a', 'Ann’s.')])
      const body = BEGUN.body.map((block) => (block.id === 'c' ? paragraph('c', 'Bob’s.') : block))
      expect(
        await saveStory(
          store,
          { storyId: story, base: 1, content: { ...BEGUN, body }, by: bob, atLocked: 'refuse' },
          NOW + 5,
        ),
      ).toEqual({
        saved: true,
        number: 3,
      })
      expect(await texts()).toBe('Ann’s. Two. Bob’s.')
      expect(
        await saveStory(
          store,
          { storyId: story, base: 1, content: { ...BEGUN, body: [] }, by: bob, atLocked: 'refuse' },
          NOW,
        ),
      ).toMatchObject({
        saved: false,
        why: 'conflict',
      })
      const { runs } = await readHistory(store.db, story, null)
      expect(runs.map(({ kind, by, from, to }) => [kind, by, from, to])).toEqual([
        ['saved', bob, 3, 3],
        ['typed', ann, 2, 2],
        ['made', ann, 1, 1],
      ])
    })

    test('opens at any point of its history, shows who changed what, and goes back by a new point', async () => {
      let number = 1
      const said = ['One.']
      for (let i = 0; i < 230; i++) {
        const text = `One, ${i} times.`
        await send(i < 115 ? ann : bob, number, [write('a', text)], { at: NOW + i * 1000 })
        number += 1
        said.push(text)
      }
      for (const at of [1, 2, 99, 100, 101, 199, 200, 231])
        expect((await readWordsAt(store.db, story, at))?.body[0]).toEqual(paragraph('a', said[at - 1] as string))
      expect(await readWordsAt(store.db, story, 232)).toBe(null)
      const { runs, older } = await readHistory(store.db, story, null, 200)
      expect(runs.map(({ by, from, to }) => [by, from, to])).toEqual([
        [bob, 117, 231],
        [ann, 32, 116],
      ])
      expect(older).toBe(32)
      expect(await readDifference(store.db, story, { from: 1, to: 150 })).toMatchObject({
        changes: [{ place: 'a', step: write('a', said[149] as string), last: { by: bob } }],
      })
      expect(await restoreWords(store, { storyId: story, number: 100, by: ann }, NOW)).toBe(232)
      expect((await words())?.body[0]).toEqual(paragraph('a', said[99] as string))
      expect((await readHistory(store.db, story, null)).runs[0]).toMatchObject({
        kind: 'restored',
        about: '100',
        by: ann,
      })
    })
  })
}
