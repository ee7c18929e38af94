/** What an editor says of a change is kept with the version, and told as far as it is to be told. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import {
  createStory,
  emptyContent,
  publish,
  readDraft,
  readPublishedById,
  type StoryContent,
  saveDraft,
  unpublish,
} from '../story/index.ts'
import { changedWords } from './changed-words.ts'
import { listCorrections, publishChange, readNotices, readPublicVersions } from './index.ts'
import { checkChange } from './kinds.ts'

const NOW = Date.UTC(2026, 10, 30, 10)
const HOUR = 3_600_000

const story = (fare: string, more: Partial<StoryContent> = {}): StoryContent => ({
  ...emptyContent,
  headline: 'The ferry costs more',
  standfirst: 'From Monday on.',
  body: [
    { id: 'p1', type: 'paragraph', text: `A crossing costs ${fare}.` },
    { id: 'p2', type: 'paragraph', text: 'The board voted on Tuesday.' },
  ],
  ...more,
})

test('old words and new ones are told apart block by block', () => {
  const [p1, p2] = story('£5').body as [StoryContent['body'][0], StoryContent['body'][0]]
  expect(changedWords(story('£8'), story('£5'))).toEqual([
    { block: 'p1', before: 'A crossing costs £8.', after: 'A crossing costs £5.' },
  ])
  expect(changedWords(story('£5'), story('£5', { headline: 'The ferry costs less', body: [p1] }))).toEqual([
    { block: '@headline', before: 'The ferry costs more', after: 'The ferry costs less' },
    { block: 'p2', before: 'The board voted on Tuesday.', after: null },
  ])
  expect(changedWords(story('£5', { body: [p2] }), story('£5'))).toEqual([
    { block: 'p1', before: null, after: 'A crossing costs £5.' },
  ])
  expect(changedWords(story('£5'), story('£5'))).toEqual([])
})

test('a correction and a retraction need a sentence, an update may have one, and a typo has none', () => {
  const problemOf = (kind: string, cause: string) => {
    const checked = checkChange({ kind, cause })
    return 'problem' in checked ? checked.problem : null
  }
  expect(problemOf('correction', ' \n ')).toContain('what was wrong')
  expect(problemOf('retraction', '\u200b')).toContain('why the story is retracted')
  expect(problemOf('correction', 'x'.repeat(1001))).toContain('1,000 characters')
  expect(problemOf('apology', 'Sorry.')).toContain('Choose')
  expect(checkChange({ kind: '', cause: '' })).toEqual({ kind: 'update', cause: '' })
  expect(checkChange({ kind: 'typo', cause: 'A slip.' })).toEqual({ kind: 'typo', cause: '' })
  expect(checkChange({ kind: 'update', cause: ' The vote\nis in. ' })).toEqual({
    kind: 'update',
    cause: 'The vote is in.',
  })
})

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let heard: string[]
    let id: string
    let now: number
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      heard = hearOn(store)
      now = NOW
      id = await createStory(store, { content: story('£8'), by: null, commentsOpen: true }, now)
      await publish(store, { id, by: null }, now)
    })
    afterEach(() => drop())

    const change = async (content: StoryContent, typed: { kind: string; cause?: string }) => {
      now += HOUR
      const base = (await readDraft(store.db, id))?.number ?? 0
      await saveDraft(store, { storyId: id, base, content, by: 'ada' }, now)
      return publishChange(store, { id, by: null, change: { cause: '', ...typed } }, now)
    }
    const notices = async () => (await readNotices(store.db, [{ id, version: 99 }])).get(id) ?? []

    test('a correction is one record of old words, new words, cause and time, written once', async () => {
      await change(story('£5'), { kind: 'correction', cause: 'The fare was given as £8.' })
      expect(await notices()).toMatchObject([
        {
          kind: 'correction',
          cause: 'The fare was given as £8.',
          version: 2,
          at: NOW + HOUR,
          changes: [{ block: 'p1', before: 'A crossing costs £8.', after: 'A crossing costs £5.' }],
        },
      ])
      expect(await listCorrections(store.db, { limit: 9, offset: 0 })).toMatchObject([
        { kind: 'correction', story: { headline: 'The ferry costs more', path: '/2026/11/the-ferry-costs-more' } },
      ])
      const rewrite = store.transaction(now, (tx) => tx.rows.updateTable('corrections').set({ cause: '' }).execute())
      await expect(rewrite).rejects.toThrow('never changed')
    })

    test('without its sentence nothing is published, and nothing kept', async () => {
      expect(await change(story('£5'), { kind: 'correction' })).toMatchObject({ problem: expect.any(String) })
      expect((await readPublishedById(store.db, id))?.version).toBe(1)
      expect(await store.db.selectFrom('corrections').selectAll().execute()).toEqual([])
    })

    test('a typo is told nowhere, and the story is no newer for it', async () => {
      await change(story('£8', { standfirst: 'From Monday.' }), { kind: 'typo', cause: 'A slip.' })
      const shown = await readPublishedById(store.db, id)
      expect([shown?.version, shown?.updatedAt, shown?.content.standfirst]).toEqual([2, NOW, 'From Monday.'])
      expect(await notices()).toEqual([])
      expect((await readPublicVersions(store.db, id)).map(({ number, kind }) => [number, kind])).toEqual([
        [2, 'typo'],
        [1, null],
      ])
    })

    test('an update says nothing where its editor did not', async () => {
      await change(story('£8', { standfirst: 'From today on.' }), { kind: 'update' })
      expect((await readPublishedById(store.db, id))?.updatedAt).toBe(NOW + HOUR)
      expect(await notices()).toEqual([])
      await change(story('£8', { standfirst: 'From now on.' }), { kind: 'update', cause: 'The date is new.' })
      expect((await notices()).map(({ kind, cause }) => [kind, cause])).toEqual([['update', 'The date is new.']])
      expect(await listCorrections(store.db, { limit: 9, offset: 0 })).toEqual([])
    })

    test('a retraction withholds all words, old versions and old corrections too, closes comments, and loses nothing of the draft', async () => {
      await change(story('£5'), { kind: 'correction', cause: 'The fare was wrong.' })
      await change(story('£5'), { kind: 'retraction', cause: 'The ferry does not exist.' })
      const shown = await readPublishedById(store.db, id)
      expect(shown?.content).toMatchObject({ headline: 'Retracted: The ferry costs more', standfirst: '', body: [] })
      expect(shown?.commentsOpen).toBe(false)
      await expect.poll(() => heard.join()).toContain('story.comments')
      expect((await readDraft(store.db, id))?.content).toEqual(story('£5'))
      expect((await notices()).map(({ kind, changes }) => [kind, changes])).toEqual([
        ['retraction', []],
        ['correction', []],
      ])
      expect((await readPublicVersions(store.db, id)).map(({ content }) => content)).toEqual([null, null, null])
      // Written anew: what comes after is shown, and what was withheld stays so.
      await change(story('£6'), { kind: 'update', cause: 'The story was checked and written anew.' })
      const versions = await readPublicVersions(store.db, id)
      expect(versions.map(({ content }) => content?.headline ?? null)).toEqual([
        'The ferry costs more',
        null,
        null,
        null,
      ])
      const [update] = await notices()
      expect(update?.changes.every(({ before }) => !before?.includes('£5'))).toBe(true)
    })

    test('a story that was taken off the site is not corrected, and shows none of the versions from before', async () => {
      await change(story('£5'), { kind: 'correction', cause: 'The fare was wrong.' })
      await unpublish(store, id, null, now)
      expect(await change(story('£4'), { kind: 'correction', cause: 'Wrong again.' })).toMatchObject({
        problem: expect.stringContaining('not on the site'),
      })
      expect(await listCorrections(store.db, { limit: 9, offset: 0 })).toEqual([])
      expect(await readPublicVersions(store.db, id)).toEqual([])
      now += HOUR
      await publish(store, { id, by: null }, now)
      expect((await readPublicVersions(store.db, id)).map(({ content }) => content !== null)).toEqual([
        true,
        false,
        false,
      ])
      expect((await notices()).map(({ cause, changes }) => [cause, changes])).toEqual([['The fare was wrong.', []]])
    })
  })
}
