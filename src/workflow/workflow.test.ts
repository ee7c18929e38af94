/** How far stories have come, the newsroom's list of them, and the trash. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { queriesOf } from '../../test/queries.ts'
import { freshStore } from '../../test/stores.ts'
import { publishChange } from '../corrections/index.ts'
import { setStoryMode } from '../discussion/index.ts'
import { lockPlace, readHistory, readLocks, saveStory, takeSteps } from '../drafting/index.ts'
import { addPerson, ROLES } from '../people/index.ts'
import { readSchedules, scheduleJob, scheduleStory } from '../schedule/index.ts'
import type { Store } from '../store/index.ts'
import {
  bringBack,
  createStory,
  emptyContent,
  keepSourcePage,
  publish,
  readDraft,
  readPublishedByPath,
  readVersions,
  removeForGood,
  type StoryContent,
  throwAway,
  unpublish,
  wasPublished,
} from '../story/index.ts'
import { countTrash, type ListAsk, listStories, markStory, readStanding, readTrash, trashJob } from './index.ts'

const NOW = Date.UTC(2026, 4, 31, 12)
const DAY = 24 * 60 * 60_000
const log = { info() {}, warn() {}, error() {}, debug() {} }

for (const kind of DATABASES) {
  describe(`stories in the newsroom on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let clock = NOW
    let [ann, bob] = ['', '']
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop } = await freshStore(kind, () => clock))
      ;[ann, bob] = [await person('Ann'), await person('Bob')]
    })
    afterEach(() => drop())

    async function person(name: string): Promise<string> {
      const added = await addPerson(store, { name, mail: null, switches: ROLES.editor }, NOW)
      if ('problem' in added) throw new Error(added.problem)
      return added.id
    }
    const content = (headline: string, text: string, more: Partial<StoryContent> = {}): StoryContent => ({
      ...emptyContent,
      headline,
      body: [{ id: 'a', type: 'paragraph', text }],
      ...more,
    })
    const begin = (headline: string, text = 'Boats go.', more: Partial<StoryContent> = {}, by = ann) =>
      createStory(store, { content: content(headline, text, more), by, commentsOpen: true }, ++clock)
    const numberOf = async (id: string) => (await readDraft(store.db, id))?.number ?? 0
    const type = async (id: string, text: string, by = ann) => {
      const base = await numberOf(id)
      const block = { id: 'a', type: 'paragraph' as const, text }
      const steps = [{ type: 'put' as const, block }]
      return takeSteps(store, { storyId: id, base, client: by, key: `k${++clock}`, by, steps }, clock)
    }
    const mark = async (id: string, as: 'ready' | 'checked' | 'back' | 'draft', by = bob, words = '') =>
      markStory(store, { storyId: id, mark: as, number: await numberOf(id), words, by }, ++clock)
    const release = (id: string) => publish(store, { id, by: bob }, ++clock)
    const standing = (id: string) => readStanding(store.db, id)
    const ask = (more: Partial<ListAsk> = {}): ListAsk => ({
      ...{ words: '', state: null, section: null, writer: null, among: null, sort: 'changed', page: 1 },
      ...more,
    })
    const list = async (more: Partial<ListAsk> = {}) =>
      (await listStories(store, ask(more))).stories.map(({ headline }) => headline)

    describe('the state of a story', () => {
      test('goes from draft to ready to checked to the site, and begins anew with the next words', async () => {
        const id = await begin('Ferry')
        expect(await standing(id)).toMatchObject({ state: 'draft', mark: null, fellFrom: null })
        await mark(id, 'ready', ann)
        expect(await standing(id)).toMatchObject({ state: 'ready', mark: { by: ann, number: 1 } })
        await mark(id, 'checked')
        expect(await standing(id)).toMatchObject({ state: 'checked', mark: { by: bob } })
        await release(id)
        expect(await standing(id)).toMatchObject({ state: 'live', isNew: false, mark: null })
        await type(id, 'Boats went.')
        expect(await standing(id)).toMatchObject({ state: 'changed', stage: 'draft', isNew: true, fellFrom: null })
        await mark(id, 'ready', ann)
        expect(await standing(id)).toMatchObject({ state: 'changed', stage: 'ready' })
      })

      test('falls back when words change after a check, and says whose check it was and at which point', async () => {
        const id = await begin('Ferry')
        await mark(id, 'checked')
        await type(id, 'Boats sink.')
        expect(await standing(id)).toMatchObject({
          ...{ state: 'draft', mark: null },
          fellFrom: { mark: 'checked', by: bob, number: 1 },
        })
      })

      test('stays what it was through a save that changes nothing', async () => {
        const id = await begin('Ferry')
        await mark(id, 'checked')
        await saveStory(store, { storyId: id, base: 1, content: content('Ferry', 'Boats go.'), by: ann }, clock)
        expect(await numberOf(id)).toBe(2)
        expect(await standing(id)).toMatchObject({ state: 'checked' })
        await saveStory(store, { storyId: id, base: 2, content: content('Ferry', 'Boats sink.'), by: ann }, clock)
        expect(await standing(id)).toMatchObject({ state: 'draft' })
      })

      test('sent back, keeps the sentence to the writer while they mend it, until it is ready again', async () => {
        const id = await begin('Ferry')
        expect(await mark(id, 'back', bob, 'Ring the harbour.')).toHaveProperty('problem')
        await mark(id, 'ready', ann)
        expect(await mark(id, 'back', bob, ' ')).toHaveProperty('problem')
        await mark(id, 'back', bob, 'Ring the harbour.')
        await type(id, 'The harbour says so.')
        expect(await standing(id)).toMatchObject({ state: 'back', mark: { words: 'Ring the harbour.', by: bob } })
        await mark(id, 'ready', ann)
        expect(await standing(id)).toMatchObject({ state: 'ready' })
      })

      test('can’t be given to words that nobody has seen, or to what readers have already', async () => {
        const id = await begin('Ferry')
        await type(id, 'Boats sink.')
        const old = { storyId: id, mark: 'checked' as const, number: 1, by: bob }
        expect(await markStory(store, old, clock)).toEqual({
          problem: expect.stringContaining('has changed this story'),
        })
        await release(id)
        expect(await mark(id, 'checked')).toEqual({ problem: expect.stringContaining('Nothing has changed') })
      })

      test('is corrected, retracted or off the site as readers find it', async () => {
        const [one, two, three] = [await begin('One'), await begin('Two'), await begin('Three')]
        for (const id of [one, two, three]) await release(id)
        await type(one, 'Boats went.')
        await publishChange(store, { id: one, by: bob, change: { kind: 'correction', cause: 'Tense.' } }, ++clock)
        await publishChange(store, { id: two, by: bob, change: { kind: 'retraction', cause: 'Wrong.' } }, ++clock)
        await unpublish(store, three, bob, ++clock)
        const states = await Promise.all([one, two, three].map(async (id) => (await standing(id))?.state))
        expect(states).toEqual(['corrected', 'retracted', 'off'])
      })
    })

    describe('the list', () => {
      test('finds stories by words of headline and text, drafts too, folded, and by those typed a moment ago', async () => {
        await begin('Ferry is late', 'Zoë’s boats went out.')
        const other = await begin('Market', 'Fish and flowers.')
        expect(await list({ words: 'ZOE boat' })).toEqual(['Ferry is late'])
        expect(await list({ words: 'fish ferry' })).toEqual([])
        await type(other, 'Only flowers.')
        expect(await list({ words: 'fish' })).toEqual([])
        expect(await list({ words: 'flowers' })).toEqual(['Market'])
        expect(await list({ words: '"!?' })).toEqual([])
      })

      test('shows a headline as it was typed last', async () => {
        const id = await begin('Ferry')
        const step = { type: 'field' as const, field: 'headline' as const, value: 'Ferry sinks' }
        await takeSteps(store, { storyId: id, base: 1, client: 'c', key: 'k', by: ann, steps: [step] }, clock)
        expect(await list()).toEqual(['Ferry sinks'])
      })

      test('filters by state, section, writer and schedule, all together', async () => {
        const draft = await begin('Draft', 'A.', { section: 'Town' })
        const ready = await begin('Ready', 'B.', { section: 'town ' }, bob)
        await mark(ready, 'ready')
        const live = await begin('Live', 'C.', { section: 'Sport' })
        await release(live)
        const changed = await begin('Changed')
        await release(changed)
        await type(changed, 'D.')
        expect(await list({ state: 'draft' })).toEqual(['Draft'])
        expect(await list({ state: 'ready' })).toEqual(['Ready'])
        expect(await list({ state: 'live' })).toEqual(['Changed', 'Live'])
        expect(await list({ state: 'changed' })).toEqual(['Changed'])
        expect(await list({ section: 'town' })).toEqual(['Ready', 'Draft'])
        expect(await list({ writer: bob })).toEqual(['Ready'])
        expect(await list({ section: 'town', writer: ann })).toEqual(['Draft'])
        expect(await list({ among: [draft] })).toEqual(['Draft'])
        expect(await list({ among: [] })).toEqual([])
        expect(await list({ sort: 'published' })).toEqual(['Changed', 'Live', 'Ready', 'Draft'])
      })

      test('has fifty on a page, and counts them all', async () => {
        for (let n = 1; n <= 53; n++) await begin(`Story ${n}`)
        const first = await listStories(store, ask())
        expect([first.count, first.pages, first.stories.length]).toEqual([53, 2, 50])
        expect(await list({ page: 2 })).toEqual(['Story 3', 'Story 2', 'Story 1'])
        expect((await listStories(store, ask({ page: 9 }))).page).toBe(2)
      })

      test('asks as much of ten stories as of sixty, and never looks into a body', async () => {
        for (let n = 1; n <= 10; n++) await begin(`Story ${n}`)
        const look = (db: Store['db']) => listStories({ ...store, db }, ask({ words: 'boats', state: 'draft' }))
        const few = await queriesOf(store.db, look)
        for (let n = 11; n <= 60; n++) await begin(`Story ${n}`)
        const many = await queriesOf(store.db, look)
        expect([few.answer.count, many.answer.count]).toEqual([10, 60])
        expect(many.queries).toBe(few.queries)
        // Three: who is being written, how many, which. A query for bodies would be one more.
        expect(many.queries).toBeLessThanOrEqual(3)
        if (kind === 'sqlite') {
          const { rows } = await sql<{ detail: string }>`explain query plan select * from listed_stories l
            where trashed_at is null order by changed_at desc nulls last, story_id desc limit 50`.execute(store.db)
          expect(rows.map(({ detail }) => detail).join()).toMatch(/USING INDEX listed_by_change$/)
        }
      })
    })

    describe('the trash', () => {
      test('takes a draft with its schedule and its locks, and brings it back as it was', async () => {
        const id = await begin('Ferry')
        await mark(id, 'ready', ann)
        await scheduleStory(store, { storyId: id, at: clock + DAY, by: bob }, clock)
        await lockPlace(store, { storyId: id, place: 'a', personId: ann, client: 'c', take: false }, clock)
        expect(await throwAway(store, { storyId: id, by: ann, live: false }, ++clock)).toBeNull()
        expect([await readSchedules(store.db), await readLocks(store.db, id, clock)]).toEqual([[], []])
        expect(await list()).toEqual([])
        expect(await readTrash(store.db, 9)).toMatchObject([{ id, headline: 'Ferry', trashedBy: ann, wasOut: false }])
        expect(await bringBack(store, { storyId: id, by: ann }, ++clock)).toBeNull()
        expect(await list()).toEqual(['Ferry'])
        expect(await standing(id)).toMatchObject({ state: 'ready' })
        expect((await readHistory(store.db, id, null)).runs).toHaveLength(1)
      })

      test('lets nobody change, schedule, mark or publish what lies in it', async () => {
        const id = await begin('Ferry')
        await type(id, 'Boats sink.')
        await throwAway(store, { storyId: id, by: ann, live: false }, ++clock)
        expect(await readDraft(store.db, id)).toBeNull()
        const steps = [{ type: 'field' as const, field: 'headline' as const, value: 'Mine' }]
        const batch = { storyId: id, base: 2, client: 'c', key: 'late', by: ann, steps }
        expect(await takeSteps(store, batch, clock)).toEqual({ taken: false, why: 'gone' })
        expect(await saveStory(store, { storyId: id, base: 2, content: emptyContent, by: ann }, clock)).toMatchObject({
          saved: false,
        })
        expect(await scheduleStory(store, { storyId: id, at: clock + DAY, by: bob }, clock)).toHaveProperty('problem')
        expect(await mark(id, 'ready')).toHaveProperty('problem')
        expect(await release(id)).toEqual({ problem: expect.stringContaining('in the trash') })
        expect(await readHistory(store.db, id, null)).toMatchObject({ runs: [{ to: 2 }, { to: 1 }] })
      })

      test('takes a story that readers see only where that is said, and off the site with it', async () => {
        const id = await begin('Ferry')
        const out = await release(id)
        const path = 'path' in out ? out.path : ''
        expect(await throwAway(store, { storyId: id, by: bob, live: false }, ++clock)).toEqual({
          problem: expect.stringContaining('on the site'),
        })
        expect(await readPublishedByPath(store.db, path)).not.toBeNull()
        expect(await throwAway(store, { storyId: id, by: bob, live: true }, ++clock)).toBeNull()
        expect(await readPublishedByPath(store.db, path)).toBeNull()
        await bringBack(store, { storyId: id, by: bob }, ++clock)
        expect(await standing(id)).toMatchObject({ state: 'off' })
      })

      test('is emptied after thirty days: of what no reader saw nothing stays', async () => {
        const [old, young] = [await begin('Old'), await begin('Young')]
        await type(old, 'Boats sink.')
        const source = { storyId: old, by: ann, name: 'x', bytes: Buffer.from('x'), report: {} }
        await keepSourcePage(store, source, clock)
        await setStoryMode(store, { storyId: old, mode: { kind: 'hold' }, by: ann }, clock)
        await throwAway(store, { storyId: old, by: ann, live: false }, clock)
        clock += DAY
        await throwAway(store, { storyId: young, by: ann, live: false }, clock)
        clock += 29 * DAY
        await trashJob(store, { log, now: () => clock }).run({} as never, {} as never)
        expect((await readTrash(store.db, 9)).map(({ id }) => id)).toEqual([young])
        expect(await bringBack(store, { storyId: old, by: ann }, clock)).toHaveProperty('problem')
        for (const table of [
          'draft_steps',
          'draft_snapshots',
          'source_pages',
          'listed_stories',
          'story_words',
        ] as const) {
          const rows = await store.db.selectFrom(table).select('story_id').where('story_id', '=', old).execute()
          expect(rows, table).toEqual([])
        }
        expect(await store.db.selectFrom('stories').select('id').where('id', '=', old).execute()).toEqual([])
      })

      test('keeps, of what readers saw, the versions and the address, and nothing that was never published', async () => {
        const id = await begin('Ferry')
        const out = await release(id)
        const path = 'path' in out ? out.path : ''
        await type(id, 'A secret.')
        await throwAway(store, { storyId: id, by: bob, live: true }, ++clock)
        expect(await removeForGood(store, { storyId: id, by: bob }, ++clock)).toBeNull()
        expect(await readVersions(store.db, id)).toMatchObject([{ number: 1, content: { headline: 'Ferry' } }])
        expect(await wasPublished(store.db, path)).toBe(true)
        const kept = await store.db.selectFrom('stories').selectAll().where('id', '=', id).execute()
        expect(JSON.stringify(kept)).not.toContain('secret')
        expect(await store.db.selectFrom('draft_steps').select('number').where('story_id', '=', id).execute()).toEqual(
          [],
        )
        expect([await countTrash(store.db), await readDraft(store.db, id)]).toEqual([0, null])
        expect(await bringBack(store, { storyId: id, by: bob }, clock)).toHaveProperty('problem')
        expect(await release(id)).toHaveProperty('problem')
      })

      test('what was scheduled and thrown away does not go out', async () => {
        const id = await begin('Ferry')
        await scheduleStory(store, { storyId: id, at: clock + 1000, by: bob }, clock)
        await throwAway(store, { storyId: id, by: ann, live: false }, ++clock)
        clock += DAY
        await scheduleJob(store, { now: () => clock }).run({ story: id } as never, {} as never)
        expect(await readVersions(store.db, id)).toEqual([])
      })
    })
  })
}
