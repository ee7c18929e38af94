import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { need } from '../../../../test/need.ts'
import { approved, content, discussionOf, morning, site, story, thread } from '../../../../test/sample-paper.ts'
import { readStrictly } from '../../../../test/well-formed.ts'
import { defaultLook, ownStyle } from '../../../look/index.ts'
import type { StoryContent } from '../../../story/index.ts'
import { renderStoryPage } from './story-page.tsx'

await need('build')

const HOUR = 60 * 60 * 1000
const draw = (
  changes: Partial<typeof content> = {},
  times: { updatedAt?: number } = {},
  discussion = discussionOf(),
): string =>
  renderStoryPage({
    site,
    story: { ...story, ...times, content: { ...content, ...changes } },
    discussion,
    commentsOpen: true,
  })
const elementsOf = (html: string) => readStrictly(html)

test('the page is well-formed, with every kind of block and mark in it', () => {
  const elements = elementsOf(draw())
  const body = elements.find(({ attributes }) => attributes.class === 'story-body')
  for (const words of [
    'South Quay'.toUpperCase(),
    'A winter on the mainland',
    'somebody looked',
    'north basin',
    'in public',
    'Maren Holt',
    'as recorded',
    'at the quay',
    '1978',
  ]) {
    expect(body?.text).toContain(words)
  }
  expect(elements.find(({ name }) => name === 'em')?.text).toBe('before the autumn storms')
  expect(elements.find(({ name }) => name === 'strong')?.text).toBe('41 families')
  expect(
    elements.find(({ text, name }) => name === 'a' && text === 'minutes of its April meeting')?.attributes.href,
  ).toBe('https://board.example/minutes?month=4&year=2024')
})

test('one h1, and no heading leaves a level out', () => {
  const elements = elementsOf(draw({}, {}, discussionOf(thread(approved('a')))))
  const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels[0]).toBe(1)
  levels.reduce((before, level) => {
    expect(level - before).toBeLessThanOrEqual(1)
    return level
  })
})

test('landmarks, and a way past the nameplate', () => {
  const elements = elementsOf(draw())
  for (const name of ['header', 'main', 'footer', 'nav'])
    expect(elements.some((element) => element.name === name)).toBe(true)
  const skip = elements.find(({ name }) => name === 'a')
  expect(skip?.attributes.href).toBe('#main')
  expect(elements.find(({ name }) => name === 'main')?.attributes.id).toBe('main')
})

test('the page loads nothing but its stylesheet and its own pictures, and runs nothing', () => {
  const elements = elementsOf(draw())
  expect(elements.filter(({ name }) => name === 'script').map(({ attributes }) => attributes.type)).toEqual([
    'application/ld+json',
  ])
  for (const { attributes } of elements) {
    expect(Object.keys(attributes).filter((key) => key === 'style' || key.startsWith('on'))).toEqual([])
  }
  // The one frame is not loaded before somebody writes.
  const frames = elements.filter(({ name }) => name === 'iframe' || name === 'embed' || name === 'object')
  expect(frames.map(({ attributes }) => [attributes.src, attributes.loading])).toEqual([['/form-proof', 'lazy']])
})

test('search engines and other sites are told what the story is', () => {
  const elements = elementsOf(draw({}, { updatedAt: morning + 2 * HOUR }, discussionOf(thread(approved('a')))))
  const meta = (key: string) =>
    elements.find(({ attributes }) => attributes.property === key || attributes.name === key)?.attributes.content
  expect(elements.find(({ name }) => name === 'title')?.text).toBe(`${content.headline} · The Harbour Courant`)
  expect(meta('description')).toBe(content.standfirst)
  expect(meta('og:title')).toBe(content.headline)
  expect(elements.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href).toBe(
    'https://harbour.example/2024/05/last-crossing',
  )
  const data = JSON.parse(elements.find(({ name }) => name === 'script')?.text ?? '')
  expect(data).toMatchObject({
    '@type': 'NewsArticle',
    headline: content.headline,
    datePublished: '2024-05-16T12:20:00.000Z',
    dateModified: '2024-05-16T14:20:00.000Z',
    inLanguage: 'en',
    author: [{ name: 'Tove Lind' }, { name: 'Karim Haddad' }],
    commentCount: 1,
  })
})

test('no headline can end the data it stands in, or become markup', () => {
  const headline = '</script><script>alert(1)</script><!-- "&\u2028'
  const html = draw({ headline, standfirst: '"><img src=x onerror=y>' })
  const scripts = elementsOf(html).filter(({ name }) => name === 'script')
  expect(scripts).toHaveLength(1)
  expect(JSON.parse(scripts[0]?.text ?? '').headline).toBe(headline)
  expect(elementsOf(html).find(({ name }) => name === 'h1')?.text).toBe(headline)
  expect(elementsOf(html).filter(({ attributes }) => attributes.src === 'x')).toEqual([])
})

test('a story that was changed an hour later or more says when', () => {
  expect(draw({}, { updatedAt: morning + 5 * HOUR })).toMatch(/Updated .*16 May 2024 at 19:20/)
  expect(draw()).not.toContain('Updated')
})

test('a picture has its words beside it; where there is only a caption, the caption has a place', () => {
  const picture = {
    src: '/pictures/quay.jpg',
    alt: 'A quay',
    caption: 'The quay.',
    credit: 'Maren Holt',
    rights: '© 2024',
  }
  const lead = elementsOf(draw({ picture, body: [] }))
  expect(lead.find(({ name }) => name === 'img')?.attributes).toMatchObject({
    src: '/pictures/quay.jpg',
    alt: 'A quay',
  })
  expect(lead.find(({ name }) => name === 'figcaption')?.text).toBe('The quay. Maren Holt · © 2024')
  const without = elementsOf(draw({ picture: { ...picture, src: '' }, body: [] }))
  expect(without.some(({ name }) => name === 'img')).toBe(false)
  expect(without.find(({ name }) => name === 'figure')?.attributes.class).toContain('caption-only')
  expect(elementsOf(draw({ picture: null, body: [] })).some(({ name }) => name === 'figure')).toBe(false)
})

test('an address of a picture that is none does not take the page down', () => {
  const picture = { src: 'http://', alt: '', caption: '', credit: '', rights: '' }
  expect(draw({ picture })).not.toContain('og:image')
})

test('the head leads to the discussion, and the end to the address and a letter with it, without a script', () => {
  const elements = elementsOf(draw({}, {}, discussionOf(thread(approved('a')))))
  const links = elements.filter(({ name }) => name === 'a').map(({ text, attributes }) => [text, attributes.href])
  expect(links).toContainEqual(['1 comment', '#discussion'])
  const url = 'https://harbour.example/2024/05/last-crossing'
  expect(elements.find(({ name }) => name === 'code')?.text).toBe(url)
  const letter = new URL(links.find(([, href]) => href?.startsWith('mailto:'))?.[1] ?? '')
  expect([letter.searchParams.get('subject'), letter.searchParams.get('body')]).toEqual([content.headline, url])
  // Where nothing can be written and nothing stands, there is nowhere to go.
  const closed = renderStoryPage({ site, story, discussion: discussionOf(), commentsOpen: false })
  expect(closed).not.toContain('href="#discussion"')
})

test('opinion and analysis are told from news by a label, unless the section is called so', () => {
  const labelOf = (tone: 'news' | 'opinion' | 'analysis', name = 'Harbour') => {
    const term = {
      id: 't',
      kind: 'section' as const,
      slug: 'x',
      name,
      about: '',
      accent: '',
      tone,
      role: '',
      contact: '',
    }
    const filed = [{ kind: 'section' as const, name, term: { ...term, pictureId: null, personId: null, number: 1 } }]
    const page = elementsOf(renderStoryPage({ site, story, discussion: discussionOf(), commentsOpen: true, filed }))
    const label = page.find(({ attributes }) => attributes.class?.startsWith('label spot'))
    return [page.find(({ name: of }) => of === 'article')?.attributes.class, label?.text.trim()]
  }
  expect(labelOf('news')).toEqual(['story', 'Harbour'])
  expect(labelOf('analysis')).toEqual(['story analysis', 'Analysis Harbour'])
  expect(labelOf('opinion', 'Opinion')).toEqual(['story opinion', 'Opinion'])
})

test('a paragraph’s last words and short compounds stay on one line, and no word is lost', () => {
  const text = `The board met for a two-day session and a 14-year-old asked when the ferry would be back at the quay.`
  const elements = elementsOf(draw({ dateline: '', body: [{ id: 'x', type: 'paragraph', text }] }))
  const ties = elements.filter(({ attributes }) => attributes.class === 'nb').map((tie) => tie.text)
  expect(ties).toEqual(['two-day', '14-year-old', 'back at the quay.'])
  expect(elements.find(({ attributes }) => attributes.id === 'b-x')?.text).toBe(text)
})

test('the dateline runs into the first words, or stands alone where those are no paragraph', () => {
  const runIn = elementsOf(draw()).find(({ name, attributes }) => name === 'p' && attributes.id === 'b-p1')
  expect(runIn?.text).toMatch(/^SOUTH QUAY, 16 May — The ferry/)
  const alone = elementsOf(draw({ body: content.body.slice(2) })).find(
    ({ attributes }) => attributes.class === 'dateline',
  )
  expect(alone).toMatchObject({ name: 'p', text: 'SOUTH QUAY, 16 May' })
})

test('a story whose language nobody states runs as its words do, and is said to be of no language that it may not be', () => {
  const said = (changes: Partial<StoryContent>) => {
    const html = draw({ language: '', ...changes })
    const { lang, dir } = elementsOf(html).find(({ attributes }) => attributes.class === 'story')?.attributes ?? {}
    return { lang, dir, inLanguage: /"inLanguage":"([^"]*)"/.exec(html)?.[1] }
  }
  const paragraph = (text: string) => [{ id: 'p1', type: 'paragraph' as const, text }]
  const hebrew = { headline: 'הגשר נפתח', standfirst: '', body: paragraph('הגשר נפתח הבוקר, אמר ראש העיר.') }
  expect(said(hebrew)).toEqual({ lang: '', dir: 'rtl', inLanguage: undefined })
  expect(said({ ...hebrew, language: 'he' })).toEqual({ lang: 'he', dir: 'rtl', inLanguage: 'he' })
  const thai = { headline: 'สะพานเปิด', standfirst: '', body: paragraph('สะพานเปิดแล้ว') }
  expect(said(thai)).toEqual({ lang: '', dir: 'ltr', inLanguage: undefined })
  // A name in another script makes no other language of a story.
  expect(said({ body: paragraph('The paper is called الجسر, which is “the bridge”.') })).toMatchObject({
    lang: undefined,
    inLanguage: 'en',
  })
})

test('a story in another language says which, and reads its own way', () => {
  const article = elementsOf(draw({ language: 'ar' })).find(({ attributes }) => attributes.class === 'story')
  expect(article?.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' })
  const day = elementsOf(draw({ language: 'ar' })).find(({ name }) => name === 'time')
  expect(day?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' })
  expect(elementsOf(draw()).find(({ attributes }) => attributes.class === 'story')?.attributes.lang).toBeUndefined()
})

test('words that are marked twice over are shown once, under both marks', () => {
  const marks = [
    { type: 'strong' as const, from: 0, to: 5 },
    { type: 'emphasis' as const, from: 3, to: 9 },
    { type: 'link' as const, from: 0, to: 400, href: '/x' },
  ]
  const paragraph = elementsOf(
    draw({ dateline: '', body: [{ id: 'x', type: 'paragraph', text: 'one & two', marks }] }),
  ).find(({ attributes }) => attributes.id === 'b-x')
  expect(paragraph?.text).toBe('one & two')
})

test('a preview says what it is, keeps search engines away and has no discussion', () => {
  const html = renderStoryPage({
    site,
    story,
    discussion: discussionOf(thread(approved('a'))),
    commentsOpen: true,
    preview: true,
  })
  const elements = elementsOf(html)
  expect(elements.find(({ attributes }) => attributes.name === 'robots')?.attributes.content).toBe('noindex')
  expect(html).toContain('Only the newsroom sees it')
  expect(html).not.toContain('The words of a.')
})

test('what a browser fetches once somebody writes stays under 3 KB', () => {
  const folder = fileURLToPath(new URL('../../../../dist/assets/', import.meta.url))
  const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Record<string, string>
  const sizes = ['proof.js', 'proof-worker.js'].map(
    (name) => brotliCompressSync(readFileSync(folder + manifest[name])).length,
  )
  expect(sizes[0]! + sizes[1]!).toBeLessThan(3 * 1024)
})

test('a long story with twenty comments and all its styles, the site’s own among them, stays under 20 KB on the wire', () => {
  // Letters of a fixed pseudo-random sequence: unlike real words, hardly anything repeats, so this is the worst case.
  let seed = 1
  const random = () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  const vocabulary = Array.from({ length: 700 }, () =>
    Array.from(
      { length: 2 + Math.floor(random() * 8) },
      () => 'etaoinshrdlucmfwypvbgk'[Math.floor(random() ** 2 * 22)],
    ).join(''),
  )
  const wordsOf = (count: number) =>
    Array.from({ length: count }, () => vocabulary[Math.floor(random() ** 2 * 700)]).join(' ')
  const body = Array.from({ length: 24 }, (_, index) => ({
    id: `p${index}`,
    type: 'paragraph' as const,
    text: `${wordsOf(50)}.`,
  }))
  const comments = Array.from({ length: 20 }, (_, index) =>
    thread(approved(`01hx${index}`, { name: wordsOf(2), text: wordsOf(40) })),
  )
  const html = draw({ body }, {}, discussionOf(...comments))
  const folder = fileURLToPath(new URL('../../../../dist/assets/', import.meta.url))
  const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Record<string, string>
  const size = (bytes: string | Buffer) => brotliCompressSync(bytes).length
  const own = ownStyle(defaultLook, (file) => `/assets/${manifest[file]}`)
  const styles = readFileSync(folder + manifest['site.css'], 'utf8') + own
  expect(size(html) + size(styles)).toBeLessThan(20 * 1024)
})
