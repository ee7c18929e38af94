import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import {
  changeSiteSettings,
  defaultSiteSettings,
  directionOf,
  readSiteSettings,
  siteSettingsSchema,
} from '../publication/index.ts'
import type { Store } from '../store/index.ts'
import { contentSchema } from './content.ts'
import {
  createStory,
  emptyContent,
  listDrafts,
  listMonths,
  listPublished,
  newBlockId,
  publish,
  readDraft,
  readPublishedByPath,
  readSourcePages,
  readVersions,
  type StoryContent,
  saveDraft,
  unpublish,
  wasPublished,
} from './index.ts'
import { pathOf, slugOf } from './slug.ts'

const NOW = Date.UTC(2026, 4, 31, 23, 30)

const story = (headline: string, words = 'Something happened.'): StoryContent => ({
  ...emptyContent,
  headline,
  body: [{ id: newBlockId(), type: 'paragraph', text: words }],
})

for (const kind of DATABASES) {
  describe(`stories on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
    })
    afterEach(() => drop())

    const draft = (content: StoryContent) => createStory(store, { content, by: null, commentsOpen: true }, NOW)
    const published = async (content: StoryContent, date?: number) => {
      const id = await draft(content)
      const result = await publish(store, { id, by: null, ...(date === undefined ? {} : { date }) }, NOW)
      if ('problem' in result) throw new Error(result.problem)
      return { id, ...result }
    }

    test('a draft is seen by nobody outside; published it has its address by month and headline', async () => {
      const id = await draft(story('A bridge opens'))
      expect(await listPublished(store.db, { limit: 10 })).toEqual([])
      expect(await publish(store, { id, by: null }, NOW)).toEqual({ path: '/2026/05/a-bridge-opens', version: 1 })
      expect(await readPublishedByPath(store.db, '/2026/05/a-bridge-opens')).toMatchObject({
        id,
        version: 1,
        content: { headline: 'A bridge opens' },
      })
    })

    test('the month is the one the site’s clock shows', async () => {
      await changeSiteSettings(store, { wanted: { timeZone: 'Europe/Berlin' } }, null, NOW)
      expect((await published(story('Late news'))).path).toBe('/2026/06/late-news')
    })

    test('two stories of one headline get two addresses', async () => {
      expect([(await published(story('Fire'))).path, (await published(story('Fire'))).path]).toEqual([
        '/2026/05/fire',
        '/2026/05/fire-2',
      ])
    })

    test('an older story keeps its date, and one from the future is refused', async () => {
      const { path, id } = await published(story('Old news'), Date.UTC(2019, 1, 3))
      expect(path).toBe('/2019/02/old-news')
      expect(await readPublishedByPath(store.db, path)).toMatchObject({
        firstPublishedAt: Date.UTC(2019, 1, 3),
        updatedAt: Date.UTC(2019, 1, 3),
      })
      const other = await draft(story('News from tomorrow'))
      expect(await publish(store, { id: other, by: null, date: NOW + 1 }, NOW)).toMatchObject({
        problem: expect.stringContaining('a date in the past'),
      })
      expect((await listMonths(store.db)).map(({ path: month }) => month)).toEqual(['/2019/02'])
      expect(await listPublished(store.db, { limit: 9, under: '/2019/02/' })).toMatchObject([{ id }])
    })

    test('every publication makes a version, the address stays, and readers see the published words until the next one', async () => {
      const { id, path } = await published(story('First headline'))
      const content = { ...story('Second headline'), byline: 'By Ada' }
      expect(await saveDraft(store, { storyId: id, base: 1, content, commentsOpen: true, by: 'ada' }, NOW + 1)).toEqual(
        { saved: true, number: 2 },
      )
      expect((await readDraft(store.db, id))?.state).toBe('changed')
      expect((await readPublishedByPath(store.db, path))?.content.headline).toBe('First headline')
      expect(await publish(store, { id, by: 'ada' }, NOW + 2)).toEqual({ path, version: 2 })
      expect(await readPublishedByPath(store.db, path)).toMatchObject({
        version: 2,
        content: { headline: 'Second headline' },
        firstPublishedAt: NOW,
        updatedAt: NOW + 2,
      })
      expect(
        (await readVersions(store.db, id)).map(({ number, content: { headline }, publishedBy }) => [
          number,
          headline,
          publishedBy,
        ]),
      ).toEqual([
        [2, 'Second headline', 'ada'],
        [1, 'First headline', null],
      ])
      expect((await readDraft(store.db, id))?.state).toBe('published')
    })

    test('of two people who save the same draft one saves, and the other is shown what the first wrote', async () => {
      const id = await draft(story('Base'))
      const save = (headline: string) =>
        saveDraft(store, { storyId: id, base: 1, content: story(headline), commentsOpen: true, by: headline }, NOW)
      const results = await Promise.all([save('One'), save('Two')])
      const winner = results[0]?.saved ? 'One' : 'Two'
      expect(results.filter(({ saved }) => saved)).toHaveLength(1)
      expect(results.find(({ saved }) => !saved)).toMatchObject({
        why: 'conflict',
        theirs: { content: { headline: winner } },
      })
      expect(
        await saveDraft(store, { storyId: 'none', base: 1, content: story('x'), commentsOpen: true, by: 'x' }, NOW),
      ).toEqual({ saved: false, why: 'gone' })
    })

    test('a story without a headline or a paragraph is not published, and the sentence says what is missing', async () => {
      expect(await publish(store, { id: await draft(emptyContent), by: null }, NOW)).toMatchObject({
        problem: expect.stringContaining('headline'),
      })
      expect(
        await publish(store, { id: await draft({ ...emptyContent, headline: 'H' }), by: null }, NOW),
      ).toMatchObject({ problem: expect.stringContaining('paragraph') })
      expect(await publish(store, { id: 'none', by: null }, NOW)).toEqual({ problem: 'There is no such story.' })
    })

    test('a story taken off the site is gone for readers, known as gone, and comes back with its address', async () => {
      const { id, path } = await published(story('Withdrawn'))
      await unpublish(store, id, null, Date.now())
      expect(await readPublishedByPath(store.db, path)).toBe(null)
      expect(await wasPublished(store.db, path)).toBe(true)
      expect(await wasPublished(store.db, '/2026/05/never')).toBe(false)
      expect(await publish(store, { id, by: null }, NOW + 1)).toEqual({ path, version: 2 })
    })

    test('the page a story came from is kept byte for byte', async () => {
      const bytes = Buffer.from([0xff, 0x00, 0x41, 0x0d, 0x0a])
      const id = await createStory(
        store,
        {
          content: story('Pasted'),
          by: null,
          commentsOpen: true,
          source: { name: 'page.html', bytes, report: { dropped: [] } },
        },
        NOW,
      )
      const [source] = await readSourcePages(store.db, id)
      expect(Buffer.from(source?.bytes ?? [])).toEqual(bytes)
      expect(source).toMatchObject({ name: 'page.html', report: { dropped: [] } })
    })

    test('the newsroom lists what was touched last first', async () => {
      const one = await draft(story('One'))
      const two = await draft(story('Two'))
      await saveDraft(
        store,
        { storyId: one, base: 1, content: story('One again'), commentsOpen: true, by: 'x' },
        NOW + 5,
      )
      expect((await listDrafts(store.db)).map(({ id }) => id)).toEqual([one, two])
    })

    test('settings are what they were set to, and the default until then', async () => {
      expect(await readSiteSettings(store.db)).toEqual(defaultSiteSettings)
      await changeSiteSettings(store, { wanted: { name: 'The Ferry' } }, null, NOW)
      await changeSiteSettings(store, { wanted: { name: 'The Bridge' } }, null, NOW)
      expect((await readSiteSettings(store.db)).name).toBe('The Bridge')
    })
  })
}

test.each([
  ['Putin Meets Xi Jinping In Beijing', 'putin-meets-xi-jinping-in-beijing'],
  ['  “Café” — it’s 100 % gone!  ', 'cafe-its-100-gone'],
  ['Zürich: Straße gesperrt', 'zurich-strasse-gesperrt'],
  ['Øl på Ærø, mjød í Þórshöfn', 'ol-pa-aero-mjod-i-thorshofn'],
  ['Wałęsa o węglu · Đakovo · Kadıköy · Un bœuf', 'walesa-o-weglu-dakovo-kadikoy-un-boeuf'],
  ['Ħal Far · Bəy · Ɛwe · Ŋmɛ', 'hal-far-bey-ewe-ngme'],
  ['İzmir', 'izmir'],
  ['ทำไมน้ำแพง', 'ทำไมน้ำแพง'],
  ['ຄຳ ແລະ ນ້ຳ', 'ຄຳ-ແລະ-ນ້ຳ'],
  ['Ես և դու', 'ես-և-դու'],
  ['ㅋㅋ 서울', 'ㅋㅋ-서울'],
  ['ＦＵＬＬ ｶﾞｽ ②', 'full-ガス-2'],
  ['𝐁𝐨𝐥𝐝 claims', 'bold-claims'],
  ['北京の会談', '北京の会談'],
  ['لقاء في بكين', 'لقاء-في-بكين'],
  ['हिन्दी समाचार', 'हिन्दी-समाचार'],
  ['!!!', 'story'],
])('the headline %s stands in the address as %s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug)
})

test('a long headline is cut at a word, and one endless word is cut anyway', () => {
  expect(slugOf('many words '.repeat(30))).toMatch(/^[a-z-]{60,80}$/)
  expect(slugOf('many words '.repeat(30))).toMatch(/(many|words)$/)
  expect(slugOf('x'.repeat(300))).toHaveLength(80)
  const words = 'word '.repeat(16).trim()
  expect(slugOf(`${words}s`)).toBe(`${words}s`.replaceAll(' ', '-'))
  expect(slugOf(`${words}s more`)).toBe(`${words}s`.replaceAll(' ', '-'))
  expect(slugOf(`${words}sx`)).toBe('word '.repeat(15).trim().replaceAll(' ', '-'))
  expect(pathOf('A', Date.UTC(2026, 0, 1), 'UTC')).toBe('/2026/01/a')
})

test.each(['\u3164', '\u2800\u00ad', '\u115f\u1160', '\u17b4\u17b5', '\ufe0f\u{e0100}', '\u{e0061}\u200b'])(
  'what draws nothing (%j) is no part of an address',
  (nothing) => {
    expect(pathOf(`Fog${nothing}`, 0, 'UTC')).toBe('/1970/01/fog')
  },
)

test('stored content is checked: links that run code and blocks without an id do not get in', () => {
  const paragraph = { id: 'a1', type: 'paragraph', text: 'x' }
  expect(contentSchema.safeParse({ ...emptyContent, body: [paragraph] }).success).toBe(true)
  for (const href of ['javascript:alert(1)', 'data:text/html,x', '//example.org', '/\\example.org']) {
    expect(
      contentSchema.safeParse({
        ...emptyContent,
        body: [{ ...paragraph, marks: [{ type: 'link', from: 0, to: 1, href }] }],
      }).success,
    ).toBe(false)
  }
  expect(contentSchema.safeParse({ ...emptyContent, body: [{ type: 'paragraph', text: 'x' }] }).success).toBe(false)
})

test('a language knows its direction, and settings that make no sense are refused with a sentence', () => {
  expect(['en', 'ar', 'he-IL', 'fa', 'arn'].map(directionOf)).toEqual(['ltr', 'rtl', 'rtl', 'rtl', 'ltr'])
  for (const wrong of [
    { name: ' ' },
    { language: 'english language' },
    { timeZone: 'Mars/Base' },
    { language: '' },
    { timeZone: '' },
    { name: 'x'.repeat(81) },
    { tagline: 'x'.repeat(161) },
    { houseRule: 'x'.repeat(2001) },
    { contact: 'x'.repeat(201) },
  ]) {
    const result = siteSettingsSchema.safeParse({ ...defaultSiteSettings, ...wrong })
    expect(result.success ? '' : result.error.issues[0]?.message).toMatch(/\.$/)
  }
})

test('settings are kept without the spaces around them, and may be as long as is said', () => {
  const settings = { ...defaultSiteSettings, timeZone: 'Europe/Berlin', language: 'pt-BR' }
  for (const key of ['name', 'tagline', 'houseRule', 'contact'] as const)
    expect(siteSettingsSchema.parse({ ...settings, [key]: ' x ' })).toEqual({ ...settings, [key]: 'x' })
  const longest = {
    name: 'x'.repeat(80),
    tagline: 'x'.repeat(160),
    houseRule: 'x'.repeat(2000),
    contact: 'x'.repeat(200),
  }
  expect(siteSettingsSchema.parse({ ...settings, ...longest })).toEqual({ ...settings, ...longest })
  expect(siteSettingsSchema.parse({ ...settings, tagline: '', houseRule: '', contact: '' })).toMatchObject({
    tagline: '',
  })
})

test('a mark may begin where the text does, an id has at most 32 letters and digits, and a quotation or a list has words in it', () => {
  const isKept = (block: object) => contentSchema.safeParse({ ...emptyContent, body: [block] }).success
  const paragraph = { id: 'a1', type: 'paragraph', text: 'x' }
  for (const type of ['strong', 'emphasis', 'link']) {
    const href = 'mailto:desk@paper.example'
    expect(isKept({ ...paragraph, marks: [{ type, from: 0, to: 1, href }] })).toBe(true)
    for (const [from, to] of [
      [-1, 1],
      [0, -1],
      [0, 0.5],
    ])
      expect(isKept({ ...paragraph, marks: [{ type, from, to, href }] })).toBe(false)
  }
  expect(isKept({ ...paragraph, id: 'x'.repeat(32) })).toBe(true)
  expect(isKept({ ...paragraph, id: 'x'.repeat(33) })).toBe(false)
  expect(isKept({ ...paragraph, type: 'heading', level: 3 })).toBe(true)
  expect(isKept({ ...paragraph, type: 'heading', level: 4 })).toBe(false)
  const item = { id: 'i1', text: 'x' }
  expect(isKept({ id: 'l', type: 'list', ordered: true, items: [item] })).toBe(true)
  expect(isKept({ id: 'l', type: 'list', ordered: true, items: [] })).toBe(false)
  expect(isKept({ id: 'q', type: 'quote', paragraphs: [item], credit: '' })).toBe(true)
  expect(isKept({ id: 'q', type: 'quote', paragraphs: [], credit: '' })).toBe(false)
  expect(Array.from({ length: 200 }, newBlockId).filter((id) => !/^[a-z0-9]{8}$/.test(id))).toEqual([])
})
