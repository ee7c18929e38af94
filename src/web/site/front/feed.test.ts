import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { content, site, story } from '../../../../test/sample-paper.ts'
import { freshStore } from '../../../../test/stores.ts'
import { type Element, readStrictly } from '../../../../test/well-formed.ts'
import { renderAtomFeed } from './feed.tsx'
import { keepFeedHost, readFeedHost } from './feed-host.ts'
import { renderRobots, renderSitemap } from './sitemap.ts'

const read = (xml: string): Element[] => readStrictly(xml, 'xml')
const texts = (elements: Element[], wanted: string) =>
  elements.filter(({ name }) => name === wanted).map(({ text }) => text)

test('the feed has what RFC 4287 asks for, and the whole of each story', () => {
  const elements = read(
    renderAtomFeed({
      filings: new Map(),
      site,
      host: 'first.example',
      stories: [story, { ...story, id: 'story2', updatedAt: story.updatedAt + 1000 }],
    }),
  )
  const [feed] = elements
  expect(feed).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' } })
  expect(texts(elements, 'id')).toEqual([
    'tag:first.example,2026:feed',
    'tag:first.example,2024-05-16:story1',
    'tag:first.example,2024-05-16:story2',
  ])
  expect(texts(elements, 'updated')).toEqual([
    '2024-05-16T12:20:01.000Z',
    '2024-05-16T12:20:00.000Z',
    '2024-05-16T12:20:01.000Z',
  ])
  expect(texts(elements, 'name')).toEqual(['Tove Lind', 'Karim Haddad', 'Tove Lind', 'Karim Haddad'])
  const [html = ''] = texts(elements, 'content')
  expect(readStrictly(html)[0]?.text).toContain('A replacement is promised “before the autumn storms”')
  const selves = elements.filter(({ attributes }) => attributes.rel === 'self').map(({ attributes }) => attributes.href)
  expect(selves).toEqual(['https://harbour.example/feed.xml'])
})

test('whatever a story says, feed and sitemap stay well-formed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('<b>', ']]>', '&', '"', '\u0001', '\uffff', '\ud800'),
      (words, odd) => {
        const headline = words + odd
        const body = [{ id: 'p1', type: 'paragraph' as const, text: headline }]
        const feed = renderAtomFeed({
          filings: new Map(),
          site: { ...site, name: headline },
          host: 'harbour.example',
          stories: [{ ...story, content: { ...content, headline, byline: headline, body } }],
        })
        read(feed)
        expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u)
        read(renderSitemap({ site, stories: [{ path: '/2024/05/é&<x>', updatedAt: 0 }] }))
      },
    ),
  )
})

test('an entry says its language where it is another than the paper’s, and runs as its words do', () => {
  const entries = (changes: Partial<typeof content>) => {
    const told = { ...story, content: { ...content, language: '', ...changes } }
    const elements = read(renderAtomFeed({ filings: new Map(), site, host: 'harbour.example', stories: [told] }))
    const [html = ''] = texts(elements, 'content')
    return {
      lang: elements.find(({ name }) => name === 'entry')?.attributes['xml:lang'],
      dir: readStrictly(html)[0]?.attributes.dir,
    }
  }
  const body = [{ id: 'p1', type: 'paragraph' as const, text: 'הגשר נפתח הבוקר.' }]
  expect(entries({})).toEqual({ lang: undefined, dir: undefined })
  expect(entries({ language: 'de' })).toEqual({ lang: 'de', dir: undefined })
  expect(entries({ language: 'he', body })).toEqual({ lang: 'he', dir: 'rtl' })
  expect(entries({ headline: 'הגשר נפתח', standfirst: '', body })).toEqual({ lang: '', dir: 'rtl' })
})

for (const kind of DATABASES_OF_PAGES) {
  test(`ids are made with the host that the site had first, wherever it moves, on ${kind}`, async () => {
    const { store, drop } = await freshStore(kind, () => 0)
    try {
      // Before a start has kept one, as on a site that is being opened.
      expect(await readFeedHost(store.db, 'http://[::1]:4000')).toBe('localhost')
      for (const url of ['http://first.example:4000', 'https://paper.example']) {
        await keepFeedHost(store, url, 0)
        expect(await readFeedHost(store.db, url)).toBe('first.example')
      }
    } finally {
      await drop()
    }
  })
}

test('an empty paper has a feed too', () => {
  expect(
    texts(read(renderAtomFeed({ filings: new Map(), site, host: 'harbour.example', stories: [] })), 'entry'),
  ).toEqual([])
})

test('the sitemap names every story with its last change, and the robots’ file names the sitemap', () => {
  const elements = read(renderSitemap({ site, stories: [{ path: '/2024/05/größe', updatedAt: story.updatedAt }] }))
  expect(texts(elements, 'loc')).toEqual([
    'https://harbour.example/',
    'https://harbour.example/2024/05/gr%C3%B6%C3%9Fe',
  ])
  expect(texts(elements, 'lastmod')).toEqual(['2024-05-16T12:20:00.000Z'])
  expect(renderRobots(site)).toContain('Sitemap: https://harbour.example/sitemap.xml')
})
