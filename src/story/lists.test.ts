/** In which order stories are listed, for readers and for the newsroom, and what is told of each. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { queriesOf } from '../../test/queries.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import {
  createStory,
  emptyContent,
  findPublished,
  listDrafts,
  listMonths,
  listPublished,
  listPublishedPaths,
  publish,
  readDraft,
  readPublishedById,
  readPublishedByPath,
  readSourcePages,
  readVersions,
  type StoryContent,
  saveDraft,
  unpublish,
  wasPublished,
} from './index.ts'

const NOW = Date.UTC(2026, 4, 31, 12)
const DAY = 86_400_000

const story = (headline: string): StoryContent => ({
  ...emptyContent,
  headline,
  body: [{ id: 'p1', type: 'paragraph', text: 'Something happened.' }],
})

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
    })
    afterEach(() => drop())

    const draft = (headline: string, at = NOW) =>
      createStory(store, { content: story(headline), by: 'ada', commentsOpen: true }, at)
    const out = async (headline: string, date = NOW) => {
      const id = await draft(headline)
      const result = await publish(store, { id, by: null, date }, NOW)
      if ('problem' in result) throw new Error(result.problem)
      return { id, path: result.path }
    }
    const headlines = (stories: readonly { content: StoryContent }[]) => stories.map(({ content }) => content.headline)

    test('readers see the newest stories first, those of one moment in a fixed order, and no more than were asked for', async () => {
      await out('Middle', NOW - DAY)
      await out('Newest', NOW)
      await out('Oldest', NOW - 40 * DAY)
      const { id } = await out('Newer', NOW)
      const listed = await listPublished(store.db, { limit: 10 })
      expect(headlines(listed)).toEqual(['Newer', 'Newest', 'Middle', 'Oldest'])
      expect(headlines(await listPublished(store.db, { limit: 2 }))).toEqual(['Newer', 'Newest'])
      expect(headlines(await listPublished(store.db, { limit: 9, under: '/2026/04/' }))).toEqual(['Oldest'])
      expect(headlines(await listPublished(store.db, { limit: 9, under: '/2026/' }))).toHaveLength(4)
      await unpublish(store, id, null, NOW)
      expect(headlines(await listPublished(store.db, { limit: 1 }))).toEqual(['Newest'])
    })

    test('months are listed newest first with how many stories each has; the sitemap has the oldest story first', async () => {
      const april = await out('April', Date.UTC(2026, 3, 2))
      const old = await out('Old', Date.UTC(2019, 1, 3))
      const one = await out('One')
      const two = await out('Two')
      expect(await listMonths(store.db)).toEqual([
        { path: '/2026/05', stories: 2 },
        { path: '/2026/04', stories: 1 },
        { path: '/2019/02', stories: 1 },
      ])
      expect(await listPublishedPaths(store.db)).toEqual([
        { path: old.path, updatedAt: Date.UTC(2019, 1, 3) },
        { path: april.path, updatedAt: Date.UTC(2026, 3, 2) },
        { path: one.path, updatedAt: NOW },
        { path: two.path, updatedAt: NOW },
      ])
    })

    test('a story is found by its address and by its id while it is on the site, and known as gone only once it was taken off', async () => {
      const { id, path } = await out('Found')
      const other = await out('Other')
      expect(await findPublished(store.db, path)).toBe(id)
      expect(await readPublishedById(store.db, id)).toEqual(await readPublishedByPath(store.db, path))
      expect(await readPublishedById(store.db, id)).toMatchObject({ id, path, version: 1, commentsOpen: true })
      expect(await wasPublished(store.db, path)).toBe(false)
      await unpublish(store, id, null, NOW)
      expect(await findPublished(store.db, path)).toBe(null)
      expect(await readPublishedById(store.db, id)).toBe(null)
      expect(await wasPublished(store.db, path)).toBe(true)
      expect(await findPublished(store.db, other.path)).toBe(other.id)
    })

    test('who asks for stories at the same moment is answered by one query, each with their own', async () => {
      const [one, two] = [await out('One'), await out('Two')]
      const paths = [one.path, two.path, '/2026/05/nowhere', one.path]
      const { answer, queries } = await queriesOf(store.db, (db) =>
        Promise.all(paths.map((path) => findPublished(db, path))),
      )
      expect(answer).toEqual([one.id, two.id, null, one.id])
      expect(queries).toBe(1)
    })

    test('a reader is told that comments are closed at once, without a new publication', async () => {
      const { id, path } = await out('A vote')
      await saveDraft(store, { storyId: id, base: 1, content: story('x'), commentsOpen: false, by: 'ada' }, NOW)
      expect(await readPublishedByPath(store.db, path)).toMatchObject({
        commentsOpen: false,
        content: { headline: 'A vote' },
      })
    })

    test('the newsroom sees what was touched last first, those of one moment newest first, and of each where it stands', async () => {
      const drafted = await draft('Drafted', NOW - DAY)
      const edited = await out('Edited')
      const shown = await out('Shown')
      await saveDraft(store, { storyId: edited.id, base: 1, content: story('Edited again'), by: 'ada' }, NOW + 1)
      const drafts = await listDrafts(store.db)
      expect(drafts.map(({ id, state }) => [id, state])).toEqual([
        [edited.id, 'changed'],
        [shown.id, 'published'],
        [drafted, 'draft'],
      ])
      expect(drafts[0]).toMatchObject({ number: 2, savedAt: NOW + 1, firstPublishedAt: NOW, path: edited.path })
      expect(drafts[2]).toMatchObject({ number: 1, createdBy: 'ada', firstPublishedAt: null, path: null })
      expect(await listDrafts(store.db, 1)).toHaveLength(1)
      const [two, one] = [await draft('Two', NOW + 5), await draft('One', NOW + 5)]
      expect((await listDrafts(store.db, 2)).map(({ id }) => id)).toEqual([one, two])
      expect(await readDraft(store.db, 'none')).toBe(null)
      await unpublish(store, shown.id, null, NOW)
      expect((await readDraft(store.db, shown.id))?.state).toBe('draft')
    })

    test('the versions of one story and the page that it came from are its own', async () => {
      const source = (name: string) => ({ name, bytes: Buffer.from(name), report: { name } })
      const make = (name: string) =>
        createStory(store, { content: story(name), by: null, commentsOpen: true, source: source(name) }, NOW)
      const [one, two] = [await make('one'), await make('two')]
      await publish(store, { id: one, by: null }, NOW)
      await publish(store, { id: one, by: 'ada' }, NOW + 1)
      await publish(store, { id: two, by: null }, NOW)
      expect((await readVersions(store.db, one)).map(({ number, publishedAt }) => [number, publishedAt])).toEqual([
        [2, NOW + 1],
        [1, NOW],
      ])
      expect(await readVersions(store.db, two)).toHaveLength(1)
      expect(await readSourcePages(store.db, two)).toMatchObject([
        { name: 'two', report: { name: 'two' }, takenAt: NOW },
      ])
      expect(await readSourcePages(store.db, await draft('Typed'))).toEqual([])
    })

    test('of stories that share a headline and a month each has an address of its own, however many there are', async () => {
      const paths: string[] = []
      for (let i = 0; i < 4; i++) paths.push((await out('Fire')).path)
      expect(paths).toEqual(['/2026/05/fire', '/2026/05/fire-2', '/2026/05/fire-3', '/2026/05/fire-4'])
      expect((await out('Fire', Date.UTC(2026, 3, 2))).path).toBe('/2026/04/fire')
      // As if the first fifty were taken.
      const ids = (await listDrafts(store.db)).map(({ id }) => id)
      await store.transaction(NOW, async (tx) => {
        for (let i = 5; i <= 50; i++)
          await tx.rows
            .insertInto('stories')
            .values({
              id: `taken-${i}`,
              path: `/2026/05/fire-${i}`,
              draft_json: '{}',
              draft_number: 1,
              draft_at: NOW,
              draft_by: null,
              published_number: null,
              first_published_at: null,
              published_at: null,
              comments_open: 0,
              created_at: NOW,
              created_by: null,
            })
            .execute()
      })
      expect(ids).toHaveLength(5)
      expect((await out('Fire')).path).toMatch(/^\/2026\/05\/fire-[^-]{10}$/)
    })

    test('a story may be dated this very moment', async () => {
      const id = await draft('Now')
      expect(await publish(store, { id, by: null, date: NOW }, NOW)).toMatchObject({ version: 1 })
    })
  })
}
