import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor, type RecordedStory, record, type StoryByHand } from '../../test/archives.ts'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import { readWhoSaysSo, setWhoSaysSo, unpublish } from '../story/index.ts'
import {
  type Change,
  correctStatement,
  readCorrections,
  readKeptReading,
  readPublicReading,
  searchStatements,
} from './index.ts'
import type { Scope } from './records.ts'

const NOW = Date.UTC(2026, 4, 31, 12)

const MILL: StoryByHand = {
  headline: 'The mill closes',
  blocks: {
    p1: 'The mill will close in June, the owner said in a letter.',
    p2: '“We are sorry,” said Ann Reeve, the mayor of Reeve.',
  },
  said: [
    { block: 'p1', words: 'The mill will close in June', speaker: 'the owner', cue: 'said', source: 'a letter' },
    { block: 'p2', words: '“We are sorry,”', speaker: 'Ann Reeve', name: 'person:ann-reeve', cue: 'said' },
  ],
  names: ['person: Ann Reeve, mayor of Reeve', 'place: Reeve'],
}

for (const kind of DATABASES) {
  describe(`the archive on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let ada: string
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      ada = await anEditor(store, NOW)
    })
    afterEach(() => drop())

    const change = (story: RecordedStory, words: string, what: Change, now = NOW) =>
      correctStatement(
        store,
        {
          storyId: story.id,
          text: story.text,
          reading: story.reading,
          statement: story.reading.statements.find(({ id }) => id.includes(words))?.id ?? words,
          changes: [what],
          by: ada,
        },
        now,
      )
    const all = async (scope: Scope) => {
      const page = await searchStatements(store, { limit: 100 }, scope)
      if ('problem' in page) throw new Error(page.problem)
      return page.statements
    }

    describe('what is kept', () => {
      test('is found statement by statement: who, through whom, how, in which story, on which day', async () => {
        const { id, path } = await record(store, MILL, NOW)
        expect(await all('public')).toEqual([
          {
            id: 'p1:The mill will close in June:1',
            story: { id, path, headline: 'The mill closes', firstPublishedAt: NOW, published: true },
            block: 'p1',
            kind: 'reported',
            polarity: 'neutral',
            words: 'The mill will close in June',
            quoted: '',
            cue: 'said',
            speaker: { text: 'the owner', name: null, kind: null, page: null },
            sources: [{ kind: 'document', text: 'a letter' }],
            day: '2026-05-31',
            corrected: false,
          },
          expect.objectContaining({
            words: '“We are sorry,”',
            quoted: 'We are sorry,',
            speaker: { text: 'Ann Reeve', name: 'Ann Reeve', kind: 'person', page: null },
          }),
        ])
      })

      test('is replaced when the story is published anew', async () => {
        const story = await record(store, MILL, NOW)
        const other = { ...MILL, blocks: { p1: 'Nobody said anything.' }, said: [] }
        await record(store, other, NOW + 1, { id: story.id })
        expect(await all('newsroom')).toEqual([])
        expect((await readKeptReading(store.db, story.id))?.version).toBe(2)
      })

      test('of an earlier version is never shown for a later one that could not be read', async () => {
        const story = await record(store, MILL, NOW)
        expect(await readPublicReading(store.db, story.id)).toMatchObject({ version: 1, day: '2026-05-31' })
        await store.transaction(NOW, (tx) =>
          tx.rows
            .insertInto('story_versions')
            .values({ story_id: story.id, number: 2, content_json: '{}', published_at: NOW, published_by: null })
            .execute(),
        )
        await store.transaction(NOW, (tx) =>
          tx.rows.updateTable('stories').set({ published_number: 2 }).where('id', '=', story.id).execute(),
        )
        expect(await readPublicReading(store.db, story.id)).toBe(null)
        expect(await all('public')).toEqual([])
      })

      test('may be very long, very many, and hold signs that databases refuse', async () => {
        const words = `“${'no \0 end 😀 '.repeat(30_000)}”`
        const blocks: Record<string, string> = { long: words }
        for (let i = 0; i < 1200; i++) blocks[`p${i}`] = `“Yes ${i}”`
        const said = Object.entries(blocks).map(([block, text]) => ({ block, words: text }))
        const names = Array.from({ length: 700 }, (_, i) => `place: ${'Town '.repeat(i)}${i}`)
        await record(store, { blocks, said, names }, NOW)
        const found = await searchStatements(store, { about: 'end', limit: 10 }, 'public')
        expect(found).toMatchObject({ statements: [{ block: 'long' }] })
      })
    })

    describe('the switch', () => {
      test('is off until an editor turns it, and decides what readers are shown', async () => {
        const story = await record(store, MILL, NOW, { shown: false })
        expect(await readPublicReading(store.db, story.id)).toBe(null)
        expect(await all('public')).toEqual([])
        expect(await all('newsroom')).toHaveLength(2)
        const heard = hearOn(store)
        await setWhoSaysSo(store, story.id, true, ada, NOW)
        expect(heard).toContain(`reading.changed ${story.id}`)
        expect(await readWhoSaysSo(store.db, story.id)).toBe(true)
        expect((await readPublicReading(store.db, story.id))?.reading.statements).toHaveLength(2)
        await setWhoSaysSo(store, story.id, false, ada, NOW)
        expect(await all('public')).toEqual([])
      })

      test('brings nothing out of a story that was taken off the site', async () => {
        const story = await record(store, MILL, NOW)
        await unpublish(store, story.id, null, Date.now())
        expect(await all('public')).toEqual([])
        expect(await readPublicReading(store.db, story.id)).toBe(null)
        expect((await all('newsroom')).map(({ story: { published } }) => published)).toEqual([false, false])
      })
    })

    describe('a correction', () => {
      test('is shown at once, is kept with who and when, and is in what is found', async () => {
        const story = await record(store, MILL, NOW)
        const heard = hearOn(store)
        expect(await change(story, 'The mill', { what: 'speaker', name: 'person:ann-reeve' }, NOW + 5)).toEqual({
          corrected: true,
        })
        expect(heard).toContain(`reading.changed ${story.id}`)
        expect((await readPublicReading(store.db, story.id))?.reading.statements[0]).toMatchObject({
          speaker: { text: 'Ann Reeve', name: 'person:ann-reeve' },
          corrected: { by: ada, at: NOW + 5 },
        })
        expect((await all('public'))[0]).toMatchObject({
          speaker: { text: 'Ann Reeve', name: 'Ann Reeve', kind: 'person' },
          sources: [{ kind: 'document', text: 'a letter' }],
          corrected: true,
        })
        expect(await readCorrections(store.db, story.id)).toMatchObject([
          { what: 'speaker', block: 'p1', words: 'The mill will close in June', by: ada, at: NOW + 5, replaces: null },
        ])
      })

      test('of the source leaves that of the speaker standing, and what was read can be restored', async () => {
        const story = await record(store, MILL, NOW)
        await change(story, 'The mill', { what: 'speaker', words: ' Tom  Loaf' }, NOW + 1)
        await change(story, 'The mill', { what: 'source', words: 'the Gazette', kind: 'channel' }, NOW + 2)
        expect((await all('public'))[0]).toMatchObject({
          speaker: { text: 'Tom Loaf' },
          sources: [{ kind: 'channel', text: 'the Gazette' }],
        })
        await change(story, 'The mill', { what: 'source', words: '', kind: 'channel' }, NOW + 3)
        await change(story, 'The mill', { what: 'speaker', words: '' }, NOW + 4)
        expect((await all('public'))[0]).toMatchObject({ speaker: null, sources: [], corrected: true })
        await change(story, 'The mill', { what: 'as-read' }, NOW + 5)
        expect((await all('public'))[0]).toMatchObject({
          speaker: { text: 'the owner' },
          sources: [{ kind: 'document', text: 'a letter' }],
          corrected: false,
        })
        // Restoring what stands as read says nothing new.
        await change(story, 'The mill', { what: 'as-read' }, NOW + 6)
        expect(await readCorrections(store.db, story.id)).toHaveLength(5)
      })

      test('that says it is no statement takes it out of everything readers see and search', async () => {
        const story = await record(store, MILL, NOW)
        await change(story, 'The mill', { what: 'not-a-statement' })
        expect((await all('newsroom')).map(({ block }) => block)).toEqual(['p2'])
        expect((await readPublicReading(store.db, story.id))?.reading).toMatchObject({
          statements: [{ id: expect.stringContaining('sorry') }],
          struck: [{ id: expect.stringContaining('mill') }],
        })
        await change(story, 'The mill', { what: 'speaker', words: 'the miller' }, NOW + 1)
        expect((await all('public')).map(({ speaker }) => speaker?.text)).toEqual(['the miller', 'Ann Reeve'])
      })

      test('stays when the story is published again with other words around it', async () => {
        const story = await record(store, MILL, NOW)
        await change(story, 'The mill', { what: 'speaker', words: 'Tom Loaf' })
        const edited = {
          ...MILL,
          blocks: { p0: 'New first words.', p1: 'On Monday she wrote: The mill will close in June. So be it.' },
          said: [{ block: 'p1', words: 'The mill will close in June', speaker: 'she' }],
        }
        await record(store, edited, NOW + 1, { id: story.id })
        expect((await all('public')).map(({ speaker }) => speaker?.text)).toEqual(['Tom Loaf'])
      })

      test('by several editors at the same moment, and while the story is published, is kept of each of them', async () => {
        const story = await record(store, MILL, NOW)
        const done = await Promise.all([
          change(story, 'The mill', { what: 'speaker', words: 'Tom Loaf' }, NOW + 1),
          change(story, 'The mill', { what: 'source', words: 'the Gazette', kind: 'channel' }, NOW + 2),
          change(story, 'sorry', { what: 'speaker', words: 'Eve Loaf' }, NOW + 3),
          record(store, MILL, NOW + 4, { id: story.id }),
          change(story, 'sorry', { what: 'source', words: 'a neighbour', kind: 'channel' }, NOW + 5),
        ])
        expect(done.filter((one) => 'problem' in one)).toEqual([])
        expect(
          (await all('public')).map(({ speaker, sources }) => [speaker?.text, ...sources.map(({ text }) => text)]),
        ).toEqual([
          ['Tom Loaf', 'the Gazette'],
          ['Eve Loaf', 'a neighbour'],
        ])
      })

      test('can’t be changed or removed, whoever asks', async () => {
        const story = await record(store, MILL, NOW)
        await change(story, 'The mill', { what: 'not-a-statement' })
        await expect(
          store.db.updateTable('statement_corrections').set({ corrected_by: 'x' }).execute(),
        ).rejects.toThrow('never changed')
        await expect(store.db.deleteFrom('statement_corrections').execute()).rejects.toThrow('never changed')
      })

      test('of what is not there, or by too many words, is refused with a sentence', async () => {
        const story = await record(store, MILL, NOW)
        expect(await change(story, 'none such', { what: 'as-read' })).toEqual({
          problem: expect.stringContaining('Reload the page'),
        })
        expect(await change(story, 'The mill', { what: 'speaker', name: 'person:nobody' })).toEqual({
          problem: expect.stringContaining('Choose another'),
        })
        expect(await change(story, 'The mill', { what: 'speaker', words: 'x'.repeat(201) })).toEqual({
          problem: expect.stringContaining('200 characters'),
        })
        expect(await readCorrections(store.db, story.id)).toEqual([])
      })
    })
  })
}
