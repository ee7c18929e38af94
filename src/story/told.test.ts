/** What is done to a story is written in the log of acts, and told to whoever shows it. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore } from '../../test/stores.ts'
import { readStaffLog } from '../people/index.ts'
import { changeSiteSettings } from '../publication/index.ts'
import type { Store } from '../store/index.ts'
import { createStory, emptyContent, publish, readDraft, type StoryContent, saveDraft, unpublish } from './index.ts'
import { loggedPublications } from './logged.ts'

const NOW = Date.UTC(2026, 4, 31, 12)

const story = (headline: string): StoryContent => ({
  ...emptyContent,
  headline,
  body: [{ id: 'p1', type: 'paragraph', text: 'Something happened.' }],
})

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let heard: string[]
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      heard = hearOn(store)
    })
    afterEach(() => drop())

    const draft = (content: StoryContent, commentsOpen = true) =>
      createStory(store, { content, by: null, commentsOpen }, NOW)
    const save = (storyId: string, base: number, headline: string, commentsOpen?: boolean) =>
      saveDraft(
        store,
        {
          storyId,
          base,
          content: story(headline),
          by: 'ada',
          ...(commentsOpen === undefined ? {} : { commentsOpen }),
        },
        NOW + base,
      )
    /** What the log says of one story, first things first. */
    const log = async (id: string | null) =>
      (await readStaffLog(store.db, { limit: 50 }, [loggedPublications])).lines
        .filter(({ about }) => about === id)
        .map(({ act, detail }) => `${act}: ${detail}`)
        .reverse()
    const waitUntilHeard = (event: string) => expect.poll(() => heard).toContain(event)

    test('a story that is begun, imported, saved or taken off the site has a line for each, with its headline', async () => {
      const begun = await draft(story('A bridge'))
      await save(begun, 1, 'A better bridge')
      await publish(store, { id: begun, by: null }, NOW + 2)
      await unpublish(store, begun, 'ada', NOW + 3)
      expect((await log(begun)).filter((line) => !line.startsWith('story.published'))).toEqual([
        'story.made: Started a story: A bridge',
        'story.saved: Saved a story: A better bridge',
        'story.unpublished: Unpublished: A better bridge',
      ])
      const source = { name: 'page.html', bytes: Buffer.from('x'), report: {} }
      const imported = await createStory(store, { content: emptyContent, by: null, commentsOpen: true, source }, NOW)
      expect(await log(imported)).toEqual(['story.imported: Imported a page without a headline yet'])
    })

    test('what is not on the site is not taken off it: nothing is logged, and nobody is told', async () => {
      const id = await draft(story('A draft'))
      const other = await draft(story('Another'))
      await publish(store, { id: other, by: null }, NOW)
      await unpublish(store, id, 'ada', NOW + 1)
      await unpublish(store, 'none', 'ada', NOW + 1)
      await unpublish(store, other, 'ada', NOW + 1)
      await waitUntilHeard(`story.taken-down ${other}`)
      expect(heard).not.toContain(`story.taken-down ${id}`)
      expect((await log(id)).join()).not.toContain('unpublished')
    })

    test('comments are logged as opened or closed only where that changed, and stay as they are where a save says nothing of them', async () => {
      const id = await draft(story('A vote'), false)
      await save(id, 1, 'A vote')
      expect((await readDraft(store.db, id))?.commentsOpen).toBe(false)
      await save(id, 2, 'A vote', false)
      await save(id, 3, 'A vote', true)
      expect((await readDraft(store.db, id))?.commentsOpen).toBe(true)
      await save(id, 4, 'A vote', true)
      await save(id, 5, 'A vote', false)
      expect((await readDraft(store.db, id))?.commentsOpen).toBe(false)
      expect((await log(id)).filter((line) => line.startsWith('story.comments'))).toEqual([
        'story.comments: Opened comments on a story: A vote',
        'story.comments: Closed comments on a story: A vote',
      ])
    })

    test('a publication and a taking off are told, and so is a save that closes the comments; any other save is for those who write', async () => {
      const id = await draft(story('A vote'))
      await save(id, 1, 'The vote')
      await save(id, 2, 'The vote', false)
      await waitUntilHeard(`story.comments ${id}`)
      await publish(store, { id, by: null }, NOW + 2)
      await waitUntilHeard(`story.published ${id}`)
      await unpublish(store, id, null, NOW + 3)
      await waitUntilHeard(`story.taken-down ${id}`)
      expect(new Set(heard.filter((event) => !/^(job|draft)\./.test(event)))).toEqual(
        new Set([`story.comments ${id}`, `story.published ${id}`, `story.taken-down ${id}`]),
      )
    })

    test('a save that lost to another’s is not logged and not told', async () => {
      const id = await draft(story('A vote'))
      await save(id, 1, 'The vote')
      const before = await log(id)
      expect((await save(id, 1, 'My vote')).saved).toBe(false)
      expect(await log(id)).toEqual(before)
    })

    test('settings are logged by what changed of them, and every page is told', async () => {
      await changeSiteSettings(store, { wanted: { name: 'The Ferry', language: 'de' } }, 'ada', NOW)
      await waitUntilHeard('settings.changed')
      await changeSiteSettings(store, { wanted: { name: 'The Ferry', language: 'de' } }, 'ada', NOW + 1)
      expect(await log(null)).toEqual([
        'settings.saved: Changed settings: Name of the site and Language',
        'settings.saved: Saved the settings without changes',
      ])
    })
  })
}
