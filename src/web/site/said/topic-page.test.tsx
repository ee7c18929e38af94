import { expect, test } from 'vitest'
import { site } from '../../../../test/sample-paper.ts'
import { type Element, mainOf, readStrictly } from '../../../../test/well-formed.ts'
import { renderSitemap } from '../front/sitemap.ts'
import type { SaidElsewhere, TopicView } from './said-props.ts'
import { readQuestion, renderSaidPage, type SaidAnswer } from './said-search.tsx'
import { binsOf } from './timeline-bins.ts'
import { renderTopicPage, renderTopicsPage } from './topic-page.tsx'

const day = (text: string) => Date.parse(`${text}T12:00:00Z`)
const said = (id: string, on: string, changes: Partial<SaidElsewhere> = {}): SaidElsewhere => ({
  id,
  kind: 'direct',
  words: `“Words ${id} & <more>.”`,
  quoted: `Words ${id} & <more>.`,
  cue: 'said',
  sources: [{ text: 'her office', kind: 'channel' }],
  when: null,
  href: `/2026/05/${id}#b-${id}`,
  speaker: { label: 'Edda Moor', path: '/people/edda-moor' },
  story: { headline: `Story ${id}`, path: `/2026/05/${id}`, at: day(on) },
  ...changes,
})
const story = (id: string, on: string) => ({ headline: `Story ${id}`, path: `/2026/05/${id}`, at: day(on) })
const inStory = (id: string, on: string, ...words: string[]) => ({
  story: story(id, on),
  sentences: words.map((one) => ({ words: one, href: `/2026/05/${id}#b-${one}`, statements: [] })),
})
const topic: TopicView = {
  kind: 'person',
  name: 'Edda Moor',
  path: '/people/edda-moor',
  portrait: null,
  roles: [
    { role: 'lock keeper', stories: 12, first: day('2024-03-02'), last: day('2026-05-20') },
    { role: 'chair', stories: 1, first: day('2026-05-18'), last: day('2026-05-18') },
  ],
  said: [inStory('c', '2026-05-20', 'One & <more>.'), inStory('a', '2026-05-18', 'Two.', 'Three.')],
  times: [day('2026-05-20'), day('2026-05-18'), day('2026-05-18')],
  stories: [story('c', '2026-05-20'), story('a', '2026-05-18')],
}
const tidy = (text = '') => text.replace(/\s+/g, ' ').trim()
const named = (elements: Element[], name: string) => elements.filter((element) => element.name === name)
const hrefs = (elements: Element[]) => named(elements, 'a').map(({ attributes }) => attributes.href)

test('a name’s page says who it is and since when, what they said story by story, and the stories', () => {
  const page = renderTopicPage({ site, topic })
  const elements = readStrictly(mainOf(page))
  expect(named(elements, 'h1').map(({ text }) => text)).toEqual(['Edda Moor'])
  expect(named(elements, 'h3').map(({ text }) => tidy(text))).toEqual(['Story c 20 May 2026', 'Story a 18 May 2026'])
  expect(named(elements, 'li').map(({ text }) => tidy(text))).toEqual([
    'lock keeper March 2024 – May 2026, 12 stories',
    'chair May 2026, 1 story',
    'One & <more>.',
    'Two.',
    'Three.',
    'Story c 20 May 2026',
    'Story a 18 May 2026',
  ])
  expect(hrefs(elements)).toEqual(expect.arrayContaining(['/people', '/2026/05/a#b-Two.', '/2026/05/c']))
  expect(page).toContain('<link rel="canonical" href="https://harbour.example/people/edda-moor"/>')
  expect(JSON.parse(named(readStrictly(page), 'script')[0]?.text ?? '')).toMatchObject({
    '@type': 'CollectionPage',
    about: { '@type': 'Person', name: 'Edda Moor', url: 'https://harbour.example/people/edda-moor' },
  })
})

test('a portrait stands beside the name with its credit, and search engines are told of it', () => {
  const portrait = {
    src: '/pictures/f/640.jpg',
    srcset: '',
    width: 640,
    height: 800,
    focus: 'fy-1',
    credit: 'Ida Lowe',
  }
  const elements = readStrictly(renderTopicPage({ site, topic: { ...topic, portrait } }))
  const [picture] = named(elements, 'img')
  expect(picture?.attributes).toMatchObject({ src: portrait.src, width: '640', height: '800', alt: '' })
  expect(picture?.attributes.class).toBe('portrait fy-1')
  expect(named(elements, 'figcaption').map(({ text }) => text)).toEqual(['Ida Lowe'])
  expect(JSON.parse(named(elements, 'script')[0]?.text ?? '').about.image).toBe(
    'https://harbour.example/pictures/f/640.jpg',
  )
  expect(renderTopicPage({ site, topic })).not.toContain('<img')
})

test('the timeline says in words what it draws, and draws every day with a statement once', () => {
  const elements = readStrictly(mainOf(renderTopicPage({ site, topic })))
  const drawing = named(elements, 'svg')[0]
  const labels = drawing?.attributes['aria-labelledby']
    ?.split(' ')
    .map((id) => elements.find(({ attributes }) => attributes.id === id)?.text)
  expect(labels?.map(tidy)).toEqual([
    'When Edda Moor spoke',
    '3 statements from 18 May 2026 to 20 May 2026; the most, 2, on 18 May 2026.',
  ])
  expect(named(elements, 'rect')).toHaveLength(2)
  for (const { attributes } of named(elements, 'rect')) {
    const [x, width] = [attributes.x, attributes.width].map((share) => Number.parseFloat(share ?? ''))
    expect(x! >= 0 && x! + width! <= 100).toBe(true)
  }
})

test('what was all said on one day, or by nobody, has no timeline', () => {
  for (const times of [[], [day('2026-05-18'), day('2026-05-18')]])
    expect(mainOf(renderTopicPage({ site, topic: { ...topic, times } }))).not.toContain('<svg')
  expect(tidy(renderTopicPage({ site, topic: { ...topic, said: [], stories: [] } }))).toMatch(
    /No published story has a statement by Edda Moor yet.*No published story mentions Edda Moor at present/,
  )
})

test('columns are days, months, years or more, never too many; they leave no gap and lose no statement', () => {
  const berlin = { timeZone: 'Europe/Berlin' }
  const cases: [string[], string, string, number][] = [
    [['2026-05-18', '2026-05-21'], '2026-05-18', '2026-05-21', 4],
    [['2026-02-26', '2026-03-02'], '2026-02-26', '2026-03-02', 5],
    [['2024-11-30', '2026-02-01'], '2024-11', '2026-02', 16],
    [['1999-11-30', '2026-02-01'], '1999', '2026', 28],
    [['1911-01-01', '2026-02-01'], '1911', '2026', 12],
    [['0001-01-01', '9999-12-31'], '0001', '9999', 20],
  ]
  for (const [days, first, last, count] of cases) {
    const found = binsOf(berlin, [...days, days[0] as string].map(day))
    expect([found?.first, found?.last, found?.bins.length]).toEqual([first, last, count])
    expect(found?.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(3)
  }
  // Half past eleven at night in London is the next day in Berlin.
  expect(binsOf(berlin, [Date.parse('2026-05-18T23:30:00Z'), day('2026-05-19')])).toBe(null)
})

test('the names of a kind lead to their pages, and from each list to the others', () => {
  const elements = readStrictly(
    renderTopicsPage({ site, kind: 'place', topics: [{ name: 'Salt Lane', path: '/places/salt-lane' }] }),
  )
  expect(hrefs(elements)).toEqual(
    expect.arrayContaining(['/people', '/organizations', '/places', '/said', '/places/salt-lane']),
  )
  expect(elements.filter(({ attributes }) => attributes['aria-current'] === 'page').map(({ text }) => text)).toEqual([
    'Places',
  ])
  expect(renderTopicsPage({ site, kind: 'place', topics: [] })).toContain('No names have a page here yet.')
})

test('the search has one clear sentence for every state, and only its empty page is for search engines', () => {
  const page = (answer: SaidAnswer, question = { speaker: 'Moor', about: 'weir "x"' }) =>
    readStrictly(renderSaidPage({ site, question, answer }))
  const found = { state: 'answered', statements: [said('a', '2026-05-18')], after: null, isFirst: true } as const
  const noIndex = (elements: Element[]) => elements.some(({ attributes }) => attributes.name === 'robots')
  const sentence = (elements: Element[], name = 'empty') =>
    elements.find(({ attributes }) => attributes.class === name)?.text
  expect(sentence(page({ state: 'not asked' }))).toMatch(/^Type a name, a word, or both/)
  expect(noIndex(page({ state: 'not asked' }))).toBe(false)
  expect(sentence(page({ ...found, statements: [] }))).toBe(
    'No statement by “Moor” about “weir "x"” was found. Leave out one of the two, or shorten a word.',
  )
  expect(sentence(page({ ...found, statements: [] }, { speaker: '', about: 'weir' }))).toBe(
    'No statement about “weir” was found. Try a shorter or different word.',
  )
  expect(sentence(page({ state: 'problem', sentence: 'Ask again.' }), 'alert')).toBe('Ask again.')
  for (const answer of [found, { ...found, statements: [] }, { state: 'problem', sentence: 'Ask again.' } as const])
    expect(noIndex(page(answer))).toBe(true)
})

test('what was asked stays in the form, and the way to what follows asks the same', () => {
  const question = { speaker: 'O’Neill & "sons"', about: 'tide' }
  const statements = [said('a', '2026-05-18', { speaker: { label: '', path: null } })]
  const elements = readStrictly(
    renderSaidPage({ site, question, answer: { state: 'answered', statements, after: 'next one', isFirst: true } }),
  )
  expect(named(elements, 'input').map(({ attributes }) => attributes.value)).toEqual([question.speaker, question.about])
  const further = named(elements, 'a').find(({ text }) => text === 'More statements')?.attributes.href ?? ''
  expect(Object.fromEntries(new URL(further, site.url).searchParams)).toEqual({ ...question, after: 'next one' })
  expect(elements.find(({ attributes }) => attributes.class === 'speaker')?.text).toBe('Nobody named')
})

test('a question that is too long is refused with its measure', () => {
  expect(readQuestion(' Moor ', '')).toEqual({ speaker: 'Moor', about: '' })
  expect(readQuestion('x'.repeat(121), 'y')).toMatchObject({
    about: 'y',
    problem: expect.stringMatching(/at most 120/),
  })
})

test('the sitemap has the names’ pages beside the stories', () => {
  const map = renderSitemap({
    site,
    stories: [{ path: '/2026/05/a', updatedAt: day('2026-05-18') }],
    names: [{ path: '/people/edda-moor' }],
  })
  expect(
    readStrictly(map, 'xml')
      .filter(({ name }) => name === 'loc')
      .map(({ text }) => text),
  ).toEqual([
    'https://harbour.example/',
    'https://harbour.example/people/edda-moor',
    'https://harbour.example/2026/05/a',
  ])
})
