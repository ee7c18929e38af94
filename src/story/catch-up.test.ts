/** Readings of what was published before: made once each, by the newest reader, in whatever order stories fail or come. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor, DAY, type RecordedStory, record } from '../../test/archives.ts'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore } from '../../test/stores.ts'
import {
  acceptedNamesOf,
  acceptName,
  partSpelling,
  readKeptReading,
  readPublicReading,
  searchNames,
  searchStatements,
  wasAccepted,
  withdrawName,
} from '../archive/index.ts'
import type { Store } from '../store/index.ts'
import { type CatchUp, catchUp } from './catch-up.ts'
import { readWhoSaysSo, setWhoSaysSo, unpublish } from './index.ts'

const NOW = Date.UTC(2026, 4, 31, 12)
/** Than that of readings made by hand. */
const NEWER = 1_000_001

for (const kind of DATABASES) {
  describe(`catching up on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let stories: RecordedStory[]
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      stories = []
    })
    afterEach(() => drop())

    const publish = async (words: string, options: { shown?: boolean; read?: boolean; id?: string } = {}) => {
      const story = await record(
        store,
        { headline: words, blocks: { p: words }, said: [{ block: 'p', words, speaker: null, name: null }] },
        NOW + stories.length,
        { read: false, ...options },
      )
      // Publishing reads a story by itself: as it is where that could not be done, or was done for an earlier version.
      if (options.id)
        await store.db.updateTable('readings').set({ version: 1 }).where('story_id', '=', story.id).execute()
      else if (!options.read)
        for (const table of ['statements', 'name_words', 'names', 'readings'] as const)
          await store.db.deleteFrom(table).where('story_id', '=', story.id).execute()
      stories.push(story)
      return story
    }
    const run = async (more: Partial<CatchUp> = {}, only?: string) => {
      const [asked, failed]: [string[], string[]] = [[], []]
      const count = await catchUp(
        store,
        {
          edition: stories[0]?.reading.edition ?? 0,
          read(story) {
            asked.push(story.storyId)
            const made = stories.findLast(({ id }) => id === story.storyId)
            return made ? { text: made.text, reading: made.reading } : null
          },
          onProblem: ({ storyId }) => void failed.push(storyId),
          signal: new AbortController().signal,
          now: () => NOW,
          pause: 0,
          ...more,
        },
        only,
      )
      return { count, asked, failed }
    }

    test('reads each story that was not read yet, once, and then nothing more', async () => {
      // More than are taken from the database at a time.
      for (let i = 0; i < 43; i++) await publish(`Number ${i} was said`, { read: i === 3 })
      const first = await run()
      expect(first.count).toBe(42)
      expect(first.asked).toEqual(stories.flatMap(({ id }, i) => (i === 3 ? [] : [id])).sort())
      expect(await run()).toEqual({ count: 0, asked: [], failed: [] })
      expect((await readPublicReading(store.db, stories[42]?.id as string))?.reading.statements).toHaveLength(1)
    })

    test('reads a version anew that came since, and what an earlier edition read; of one story where that is asked', async () => {
      const [one, two] = [await publish('One was said'), await publish('Two was said')]
      await run()
      await publish('One was said again', { id: one.id })
      expect((await run()).asked).toEqual([one.id])
      expect((await readPublicReading(store.db, one.id))?.version).toBe(2)
      expect((await run({ edition: NEWER }, two.id)).asked).toEqual([two.id])
      expect((await run({ edition: NEWER })).asked.sort()).toEqual([one.id, two.id].sort())
      await unpublish(store, one.id, null, NOW)
      expect((await run({ edition: NEWER })).asked).toEqual([two.id])
    })

    test('goes on where a story cannot be read, and counts only what was kept', async () => {
      const [one, two, three] = [await publish('One'), await publish('Two'), await publish('Three')].sort((a, b) =>
        a.id < b.id ? -1 : 1,
      )
      const read: CatchUp['read'] = ({ storyId }) => {
        if (storyId === one?.id) throw new Error('unreadable')
        return storyId === two?.id ? null : { text: three?.text as never, reading: three?.reading as never }
      }
      const { count, failed } = await run({ read })
      expect([count, failed]).toEqual([1, [one?.id]])
    })

    test('stops in the middle where it is told to, and begins nothing where it was told before', async () => {
      for (let i = 0; i < 3; i++) await publish(`Number ${i} was said`)
      const ending = new AbortController()
      const { count } = await run({
        read: () => {
          ending.abort()
          return { text: stories[0]?.text as never, reading: stories[0]?.reading as never }
        },
        signal: ending.signal,
      })
      expect(count).toBe(1)
      expect((await run({ signal: ending.signal })).asked).toEqual([])
    })

    test('has only those pages drawn anew on which readers see it', async () => {
      const [shown, hidden] = [await publish('Shown was said'), await publish('Hidden was said', { shown: false })]
      const heard = hearOn(store)
      await run({}, hidden.id)
      expect(heard).toEqual([])
      await run({}, shown.id)
      expect(heard).toEqual([`reading.changed ${shown.id}`])
    })

    test('“who says so” is what an editor last chose, told in the log, and nobody’s choice until then', async () => {
      const [story, other] = [await publish('One', { read: true }), await publish('Two', { read: true })]
      await store.db.updateTable('stories').set({ who_says_so: null }).execute()
      expect(await readWhoSaysSo(store.db, story.id)).toBe(null)
      expect(await readWhoSaysSo(store.db, 'nothing')).toBe(null)
      const heard = hearOn(store)
      for (const on of [true, false]) {
        await setWhoSaysSo(store, story.id, on, null, NOW)
        expect(await readWhoSaysSo(store.db, story.id)).toBe(on)
        expect((await readPublicReading(store.db, story.id)) !== null).toBe(on)
        expect(await readKeptReading(store.db, story.id)).not.toBe(null)
      }
      expect(await readWhoSaysSo(store.db, other.id)).toBe(null)
      expect(heard).toEqual([`reading.changed ${story.id}`, `reading.changed ${story.id}`])
      const acts = await store.db
        .selectFrom('acts')
        .select('detail')
        .where('about', '=', story.id)
        .orderBy('sequence')
        .execute()
      expect(acts.map(({ detail }) => detail).slice(-2)).toEqual([
        'Showed “Who says so” to readers',
        'Hid “Who says so” from readers',
      ])
    })
  })

  describe(`names and searches on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let by: string
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      by = await anEditor(store, NOW)
    })
    afterEach(() => drop())
    const say = (words: string, name: string, on: number, shown = true) =>
      record(
        store,
        {
          blocks: { p: `${words} she` },
          said: [
            { block: 'p', words, speaker: 'she', name: name.toLowerCase().replace(': ', ':').replaceAll(' ', '-') },
          ],
          names: [name],
        },
        NOW + on * DAY,
        { shown },
      )
    const accept = async (name: string, of: 'person' | 'place' = 'person') => {
      const result = await acceptName(store, { kind: of, name, by }, NOW)
      if ('problem' in result) throw new Error(result.problem)
      return result
    }

    test('a name that is read is linked to its page where it is of that kind, is accepted, and this reader may see something of it', async () => {
      await say('One', 'person: Ada Harbour', 0)
      await say('Two', 'person: Tom Harbour', 1, false)
      const [ada, tom] = [await accept('Ada Harbour'), await accept('Tom Harbour')]
      const asked = [
        { id: '1', kind: 'person', name: 'ADA HARBOUR' },
        { id: '2', kind: 'place', name: 'Ada Harbour' },
        { id: '3', kind: 'person', name: 'Tom Harbour' },
        { id: '4', kind: 'person', name: 'Nobody' },
      ] as const
      const linked = async (scope: 'public' | 'newsroom') =>
        [...(await acceptedNamesOf(store.db, asked, scope))].map(([id, name]) => [id, name.id])
      expect(await linked('public')).toEqual([['1', ada.id]])
      expect(await linked('newsroom')).toEqual([
        ['1', ada.id],
        ['3', tom.id],
      ])
      expect((await acceptedNamesOf(store.db, asked.slice(3), 'newsroom')).size).toBe(0)
      expect((await acceptedNamesOf(store.db, [], 'newsroom')).size).toBe(0)
      await withdrawName(store, { id: ada.id, by }, NOW)
      expect(await linked('public')).toEqual([])
    })

    test('an address whose name was taken back is known for that, and no other is', async () => {
      const { id, slug } = await accept('Ada Harbour')
      const was = (of: 'person' | 'place', text: string) => wasAccepted(store.db, { kind: of, slug: text })
      expect(await was('person', slug)).toBe(false)
      await withdrawName(store, { id, by }, NOW)
      await withdrawName(store, { id, by }, NOW)
      expect([
        await was('person', slug),
        await was('place', slug),
        await was('person', 'ada'),
        await was('person', '\0'),
      ]).toEqual([true, false, false, false])
      const acts = await store.db
        .selectFrom('acts')
        .select('detail')
        .where('act', '=', 'name.decided')
        .orderBy('sequence')
        .execute()
      expect(acts.map(({ detail }) => detail)).toEqual([
        'Accepted the name “Ada Harbour”',
        'Removed the page of “Ada Harbour”',
      ])
      expect(await partSpelling(store, { id, spelling: 'Ada', by }, NOW)).toHaveProperty('problem')
    })

    test('parting a spelling that is none, or another name’s, changes nothing and is not told', async () => {
      const [ada, eve] = [await accept('Ada Harbour'), await accept('Eve Harbour')]
      for (const spelling of ['nobody', 'Eve Harbour'])
        expect(await partSpelling(store, { id: ada.id, spelling, by }, NOW)).toMatchObject({ id: ada.id })
      expect(
        await store.db.selectFrom('name_spellings').select('accepted_id').orderBy('accepted_id').execute(),
      ).toEqual([ada.id, eve.id].sort().map((accepted_id) => ({ accepted_id })))
      expect(await store.db.selectFrom('name_decisions').select('what').execute()).toHaveLength(2)
    })

    test('a page of a search has as many as were asked for, one at least and a hundred at most, and says whether there are more', async () => {
      for (let i = 0; i < 3; i++) await say(`Number ${i}`, 'person: Ada Harbour', i)
      const ask = async (limit: number, after?: string) => {
        const page = await searchStatements(store, { limit, ...(after ? { after } : {}) }, 'public')
        if ('problem' in page) throw new Error(page.problem)
        return { words: page.statements.map(({ words }) => words), after: page.after }
      }
      expect(await ask(3)).toEqual({ words: ['Number 2', 'Number 1', 'Number 0'], after: null })
      for (const few of [1, 0, -5, 1.9]) expect((await ask(few)).words, String(few)).toEqual(['Number 2'])
      const first = await ask(2)
      expect(first.words).toEqual(['Number 2', 'Number 1'])
      expect(await ask(1000, first.after as string)).toEqual({ words: ['Number 0'], after: null })
      for (const few of [1, 0, 1.9]) expect(await searchNames(store.db, 'ada', 'newsroom', few)).toHaveLength(1)
      expect(await searchNames(store.db, ' … ', 'newsroom')).toEqual([])
    })
  })
}
