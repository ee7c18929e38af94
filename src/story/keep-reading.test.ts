import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor } from '../../test/archives.ts'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore } from '../../test/stores.ts'
import { correctStatement, readKeptReading, readPublicReading, searchStatements } from '../archive/index.ts'
import { changeSiteSettings } from '../publication/index.ts'
import { EDITION } from '../reading/index.ts'
import { doJobs, type Store } from '../store/index.ts'
import {
  createStory,
  emptyContent,
  publish,
  readDraft,
  readingJobs,
  readWhoSaysSo,
  type StoryContent,
  saveDraft,
  setWhoSaysSo,
} from './index.ts'

const NOW = Date.UTC(2026, 4, 31, 23, 30)

const FERRY: StoryContent = {
  ...emptyContent,
  headline: 'The ferry is sold',
  body: [
    {
      id: 'p1',
      type: 'paragraph',
      text: '“Nobody asked the people who use it,” said Ines Calloway, who takes the fares.',
    },
    { id: 'p2', type: 'paragraph', text: 'The council will sell it in June, its leader Tom Reddish said on Friday.' },
  ],
}

for (const kind of DATABASES) {
  describe(`a story’s reading on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    const undo: (() => Promise<void>)[] = []
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
    })
    afterEach(async () => {
      for (const step of undo.splice(0)) await step()
      await drop()
    })

    const draft = (content: StoryContent) => createStory(store, { content, by: null, commentsOpen: true }, NOW)
    const out = async (content: StoryContent) => {
      const id = await draft(content)
      const result = await publish(store, { id, by: null }, NOW)
      if ('problem' in result) throw new Error(result.problem)
      return id
    }
    const errors: object[] = []
    const keeper = () => {
      errors.length = 0
      const note = (facts: object) => void errors.push(facts)
      const log = { info: () => {}, warn: note, error: note }
      const readings = doJobs(store, readingJobs(store, { log, now: () => NOW, pause: 0 }), { log, now: () => NOW })
      undo.push(() => readings.stop())
      return readings
    }
    const said = async (scope: 'public' | 'newsroom' = 'newsroom') => {
      const page = await searchStatements(store, { limit: 100 }, scope)
      if ('problem' in page) throw new Error(page.problem)
      return page.statements
    }

    test('is kept as it is published: who says what, of the day on the site’s calendar', async () => {
      await changeSiteSettings(store, { wanted: { timeZone: 'Europe/Berlin' } }, null, NOW)
      const id = await out(FERRY)
      expect(await readKeptReading(store.db, id)).toMatchObject({
        version: 1,
        day: '2026-06-01',
        reading: { edition: EDITION, date: { day: '2026-06-01', from: 'given' } },
      })
      expect(await said()).toContainEqual(
        expect.objectContaining({
          block: 'p1',
          quoted: expect.stringContaining('Nobody asked the people who use it'),
          speaker: expect.objectContaining({ name: 'Ines Calloway', kind: 'person' }),
        }),
      )
    })

    test('is shown to readers only once it is switched on, by an editor or by the site’s setting for new stories', async () => {
      const first = await out(FERRY)
      expect(await readPublicReading(store.db, first)).toBe(null)
      await changeSiteSettings(store, { wanted: { whoSaysSo: true } }, null, NOW)
      expect(await readPublicReading(store.db, first)).toBe(null)
      const second = await out(FERRY)
      expect(await readPublicReading(store.db, second)).not.toBe(null)
      const third = await draft(FERRY)
      expect(await readWhoSaysSo(store.db, third)).toBe(null)
      await setWhoSaysSo(store, third, false, null, NOW)
      await publish(store, { id: third, by: null }, NOW)
      expect(await readPublicReading(store.db, third)).toBe(null)
    })

    test('is the one of the words that are published, whatever was saved since', async () => {
      const id = await out(FERRY)
      const other = { ...FERRY, body: [{ id: 'p9', type: 'paragraph' as const, text: 'Nothing was said.' }] }
      await saveDraft(store, { storyId: id, base: 1, content: other, commentsOpen: true, by: 'ada' }, NOW)
      expect((await readKeptReading(store.db, id))?.text.blocks.map((block) => block.id)).toContain('p1')
      await publish(store, { id, by: null }, NOW)
      expect(await said()).toEqual([])
    })

    test('keeps an editor’s correction when other words of the story, and of its block, are edited and it is published again', async () => {
      const id = await out(FERRY)
      const { text, reading } = (await readKeptReading(store.db, id)) ?? {}
      if (!text || !reading) throw new Error('not kept')
      const statement = reading.statements.find(({ content }) => content[0]?.block === 'p1')?.id as string
      const by = await anEditor(store, NOW)
      const asRead = JSON.parse(JSON.stringify(reading))
      const change = { what: 'speaker', words: 'Eve Calloway' } as const
      await correctStatement(store, { storyId: id, text, reading: asRead, statement, changes: [change], by }, NOW)
      const [first, second] = FERRY.body as { id: string; type: 'paragraph'; text: string }[]
      if (!first || !second) throw new Error('no paragraphs')
      const body = [
        { ...second, id: 'p0', text: 'It rained on the slipway.' },
        { ...first, text: `On Monday all was quiet. ${first.text.replace('who takes the fares', 'the keeper')}` },
        { ...second, text: `${second.text} Nobody was surprised.` },
      ]
      await saveDraft(store, { storyId: id, base: 1, content: { ...FERRY, body }, commentsOpen: true, by }, NOW)
      await publish(store, { id, by: null }, NOW)
      expect((await said()).find(({ block }) => block === 'p1')).toMatchObject({
        speaker: { text: 'Eve Calloway' },
        corrected: true,
      })
    })

    test('of another’s save that comes while it is being published is of what is published', async () => {
      const id = await draft(FERRY)
      const other = { ...FERRY, headline: 'Another headline' }
      await Promise.all([
        publish(store, { id, by: null }, NOW),
        saveDraft(store, { storyId: id, base: 1, content: other, commentsOpen: true, by: 'ada' }, NOW),
      ])
      const published = await store.db.selectFrom('published_stories').select('content_json').executeTakeFirst()
      const headline = (JSON.parse(published?.content_json ?? '') as StoryContent).headline
      expect((await readKeptReading(store.db, id))?.text.blocks[0]?.text).toBe(headline)
    })

    test('that can’t be kept stops no publication; it is logged, and read when it can be', async () => {
      const rename = (from: string, to: string) =>
        store.transaction(NOW, (tx) => tx.rows.schema.alterTable(from).renameTo(to).execute())
      await rename('word_prints', 'not_there')
      const readings = keeper()
      await readings.idle()
      const id = await out(FERRY)
      await readings.idle()
      expect((await readDraft(store.db, id))?.state).toBe('published')
      expect(await readKeptReading(store.db, id)).toBe(null)
      expect(errors).toHaveLength(1)
      expect(errors[0]).toMatchObject({ job: 'reading.keep', key: id, message: expect.stringContaining('word_prints') })
      await rename('not_there', 'word_prints')
      await readings.stop()
      await keeper().idle()
      expect((await readKeptReading(store.db, id))?.version).toBe(1)
      expect(errors).toEqual([])
    })

    test('that was never made, or by an earlier edition, is made at the start; corrections stay', async () => {
      const ids = [await out(FERRY), await out(FERRY), await out(FERRY)]
      const { text, reading } = (await readKeptReading(store.db, ids[0] as string)) ?? {}
      if (!text || !reading) throw new Error('not kept')
      const statement = reading.statements.find(({ content }) => content[0]?.block === 'p1')?.id as string
      const by = await anEditor(store, NOW)
      const asRead = JSON.parse(JSON.stringify(reading))
      await correctStatement(
        store,
        {
          storyId: ids[0] as string,
          text,
          reading: asRead,
          statement,
          changes: [{ what: 'speaker', words: 'Eve' }],
          by,
        },
        NOW,
      )
      await store.transaction(NOW, async (tx) => {
        await tx.rows
          .updateTable('readings')
          .set({ edition: EDITION - 1 })
          .where('story_id', '=', ids[0] as string)
          .execute()
        await tx.rows.deleteFrom('statements').execute()
        await tx.rows
          .deleteFrom('readings')
          .where('story_id', '=', ids[1] as string)
          .execute()
      })
      await setWhoSaysSo(store, ids[1] as string, true, by, NOW)
      const heard = hearOn(store)
      await keeper().idle()
      // Only where readers see it does a page have to be drawn anew.
      expect(heard).toContain(`reading.changed ${ids[1]}`)
      expect(heard).not.toContain(`reading.changed ${ids[0]}`)
      const found = await said()
      // The third's rows were taken away behind its back, and its reading stands as it was.
      expect(new Set(found.map(({ story }) => story.id))).toEqual(new Set(ids.slice(0, 2)))
      expect(found.filter(({ speaker }) => speaker?.text === 'Eve')).toHaveLength(1)
      const editions = await store.db.selectFrom('readings').select('edition').execute()
      expect(editions.map(({ edition }) => edition)).toEqual([EDITION, EDITION, EDITION])
    })

    test('ends between two stories when it is told to, and goes on at the next start', async () => {
      for (let i = 0; i < 5; i++) await out(FERRY)
      await store.transaction(NOW, async (tx) => {
        await tx.rows.deleteFrom('statements').execute()
        await tx.rows.deleteFrom('name_words').execute()
        await tx.rows.deleteFrom('names').execute()
        await tx.rows.deleteFrom('readings').execute()
        await tx.rows.deleteFrom('jobs').execute()
      })
      const options = { log: { info: () => {}, warn: () => {}, error: () => {} }, now: () => NOW, pause: 60_000 }
      const readings = doJobs(store, readingJobs(store, options), options)
      while ((await store.db.selectFrom('readings').select('story_id').execute()).length === 0)
        await new Promise((resolve) => setTimeout(resolve, 10))
      await readings.stop()
      expect(await store.db.selectFrom('readings').select('story_id').execute()).toHaveLength(1)
      await keeper().idle()
      expect(await store.db.selectFrom('readings').select('story_id').execute()).toHaveLength(5)
    })
  })
}
