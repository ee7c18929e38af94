/** What readers find beside the stories: the front page’s parts, the record of moderation, times in words and drawn. */

import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { content, morning, site, story } from '../../../../test/sample-paper.ts'
import { REASONS } from '../../../house-rules/index.ts'
import { authorsOf } from '../../../paper/index.ts'
import { commentCount, minutesInWords } from '../kit/format.ts'
import { edtfWords } from '../said/edtf-words.ts'
import { Timeline } from '../said/timeline.tsx'
import { binsOf } from '../said/timeline-bins.ts'
import { renderCheckPage } from '../story/check-page.tsx'
import { PictureView } from '../story/picture-view.tsx'
import { plainText, StoryBody } from '../story/story-body.tsx'
import type { words } from '../story/words.tsx'
import { renderFrontPage } from './front-page.tsx'
import { renderHouseRulesPage } from './house-rules-page.tsx'
import { renderLogPage } from './moderation-page.tsx'
import { renderTransparencyPage, renderYearsPage } from './transparency-page.tsx'

const DAY = 86_400_000
const utc = (text: string) => Date.parse(`${text}T12:00:00Z`)

test.each([
  ['2024-05-16', '16 May 2024'],
  ['2024-05-16T20:30', '16 May 2024, 20:30'],
  ['2024-05', 'May 2024'],
  ['2024', '2024'],
  ['1994-21', 'spring 1994'],
  ['1994-24', 'winter 1994'],
  ['1994~', 'about 1994'],
  ['2024-05-06/2024-05-12', '6 May 2024 – 12 May 2024'],
  ['../2024-05', 'until May 2024'],
  ['/2024-05', 'until May 2024'],
  ['2024-05/..', 'since May 2024'],
  ['2024-05/', 'since May 2024'],
  ['2024-12', 'December 2024'],
  ['2024-13', '2024-13'],
  ['2024-00', '2024-00'],
  ['1994-21-03', '1994-21-03'],
  ['a/b/c', 'a/b/c'],
])('a time that a story names, %s, is told as %s', (edtf, said) => {
  expect(edtfWords(site, edtf)).toBe(said)
})

test('spans are said as people say them, and comments are counted', () => {
  expect([0.9, 1, 59, 60, 61, 47 * 60, 48 * 60, 1440 * 3].map(minutesInWords)).toEqual([
    'under a minute',
    '1 minute',
    '59 minutes',
    '1 hour',
    '1 hour',
    '47 hours',
    '2 days',
    '3 days',
  ])
  expect([0, 1, 1200].map(commentCount)).toEqual(['No comments yet', '1 comment', '1,200 comments'])
})

test('what somebody said is counted in days, months, years or more, whichever few columns take', () => {
  const from = (...days: string[]) => binsOf(site, days.map(utc))
  expect(from('2024-05-16')).toBeNull()
  expect(from()).toBeNull()
  expect(from('2024-05-16', '2024-05-16')).toBeNull()
  expect(from('2024-05-18', '2024-05-16', '2024-05-16')).toEqual({
    first: '2024-05-16',
    last: '2024-05-18',
    bins: [
      { from: '2024-05-16', count: 2 },
      { from: '2024-05-17', count: 0 },
      { from: '2024-05-18', count: 1 },
    ],
  })
  // 36 days are drawn by the day, one more by the month.
  expect(from('2024-05-01', '2024-06-05')?.bins).toHaveLength(36)
  expect(from('2024-05-01', '2024-06-06')).toEqual({
    first: '2024-05',
    last: '2024-06',
    bins: [
      { from: '2024-05', count: 1 },
      { from: '2024-06', count: 1 },
    ],
  })
  expect(
    from('2022-12-31', '2023-01-01', '2023-03-01')
      ?.bins.map((bin) => bin.from)
      .at(0),
  ).toBe('2022-12')
  expect(from('2021-01-01', '2023-12-31')?.bins).toHaveLength(36)
  expect(from('2021-01-01', '2024-01-01')?.bins.map((bin) => [bin.from, bin.count])).toEqual([
    ['2021', 1],
    ['2022', 0],
    ['2023', 0],
    ['2024', 1],
  ])
  expect(from('1980-01-01', '2024-01-01')?.bins.map((bin) => bin.from)).toEqual([
    '1980',
    '1990',
    '2000',
    '2010',
    '2020',
  ])
  expect(from('1980-01-01', '1989-01-01', '2024-01-01')?.bins.map((bin) => bin.count)).toEqual([2, 0, 0, 0, 1])
  expect(from('1600-06-01', '2100-01-01')).toEqual({
    first: '1600',
    last: '2100',
    bins: [
      { from: '1600', count: 1 },
      { from: '2100', count: 1 },
    ],
  })
})

test('a timeline’s columns stand on one line, rise with their numbers, and name the most', () => {
  const line = (...days: string[]) => drawn(String(Timeline({ site, name: 'Edda Moor', times: days.map(utc) })))
  const page = line('2024-05-16', '2024-05-17', '2024-05-17', '2024-05-17', '2024-05-19')
  const number = (value: string | undefined) => Number.parseFloat(value ?? 'NaN')
  const columns = page.elements.filter(({ name }) => name === 'rect').map(({ attributes }) => attributes)
  const ground = number(page.elements.find(({ name }) => name === 'line')?.attributes.y1) - 0.5
  // Three days with something said, each as high as it was often; on the day without, nothing is drawn.
  expect(columns.map(({ height }) => number(height))).toEqual([14, 42, 14])
  for (const { y, height } of columns) expect(number(y) + number(height)).toBe(ground)
  const middles = columns.map(({ x, width }) => number(x) + number(width) / 2)
  expect(middles).toEqual([12.5, 37.5, 87.5])
  const [most, first, last] = page.elements.filter(({ name }) => name === 'text')
  expect([most?.text, most?.attributes.x, most?.attributes['text-anchor']]).toEqual(['3', '37.5%', 'middle'])
  expect(number(most?.attributes.y)).toBeLessThan(number(columns[1]?.y))
  expect(number(most?.attributes.y)).toBeGreaterThan(0)
  expect([first?.text, last?.text]).toEqual(['16 May 2024', '19 May 2024'])
  const height = number(page.elements.find(({ name }) => name === 'svg')?.attributes.height)
  for (const label of [first, last]) {
    expect(number(label?.attributes.y)).toBeGreaterThan(ground)
    expect(number(label?.attributes.y)).toBeLessThan(height)
  }
  expect(last?.attributes['text-anchor']).toBe('end')
  expect(page.part('timeline-words')).toBe('5 statements from 16 May 2024 to 19 May 2024; the most, 3, on 17 May 2024.')
  const even = line('2024-05-16', '2024-05-19')
  expect(even.part('timeline-words')).toBe('2 statements from 16 May 2024 to 19 May 2024.')
  expect(even.texts('text')).toEqual(['16 May 2024', '19 May 2024'])
  const anchor = (...days: string[]) =>
    line(...days).elements.find(({ name }) => name === 'text')?.attributes['text-anchor']
  expect(anchor('2024-05-16', '2024-05-16', '2024-05-19')).toBe('start')
  expect(anchor('2024-05-16', '2024-05-19', '2024-05-19')).toBe('end')
  expect(line('2023-05-16', '2024-05-16', '2024-05-19').part('timeline-words')).toContain('the most, 2, in May 2024')
  // However often somebody spoke, the drawing grows no higher.
  const busy = line(...Array.from({ length: 100 }, () => '2024-05-16'), '2024-05-17')
  const heights = busy.elements.filter(({ name }) => name === 'rect').map(({ attributes }) => number(attributes.height))
  expect(heights).toEqual([56, 4])
})

const summary = (id: string, changes: Partial<typeof content> = {}) => ({
  ...story,
  id,
  filed: [],
  path: `/2024/05/${id}`,
  comments: 0,
  content: { ...content, headline: `Headline of ${id}`, ...changes },
})
const front = (stories: Parameters<typeof renderFrontPage>[0]['stories'], changes: Partial<typeof site> = {}) =>
  drawn(renderFrontPage({ site: { ...site, ...changes }, stories, now: morning + 12 * 60_000 }))

test('the front page has the paper’s name in full, its line and the day of its newest story; other pages the name alone', () => {
  const page = front([summary('a')])
  const plate = page.elements.find(({ name }) => name === 'header')
  expect(plate?.text).toContain(site.tagline)
  expect(plate?.text).toMatch(/Thursday,? 16 May 2024/)
  expect(page.texts('title')).toEqual([`The Harbour Courant: ${site.tagline}`])
  expect(page.field('description')?.attributes.content).toBe(site.tagline)
  const bare = front([], { tagline: '' })
  expect(bare.part('tagline')).toBeUndefined()
  expect(bare.texts('title')).toEqual(['The Harbour Courant'])
  expect(bare.field('description')).toBeUndefined()
  expect(bare.part('edition')).toBeUndefined()
  const small = drawn(renderYearsPage({ site, years: [], log: false }))
  expect(small.part('tagline')).toBeUndefined()
  expect(small.part('nameplate')).toBe('The Harbour Courant')
  expect(small.elements.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href).toBe(
    'https://harbour.example/moderation/years',
  )
  expect(small.field('robots')).toBeUndefined()
})

test('the leading story stands with its opening, or with its picture; what it lacks leaves no empty place', () => {
  const lead = front([summary('a')])
  expect(lead.part('opening')).toMatch(/^SOUTH QUAY, 16 May — The ferry that has carried/)
  expect(lead.part('spot')).toBe('Harbour')
  expect(lead.part('by')).toBe('By Tove Lind and Karim Haddad')
  expect(lead.part('opening')?.match(/SOUTH QUAY/g)).toHaveLength(1)
  const bare = front([summary('a', { section: '', byline: '', standfirst: '', dateline: '' })])
  expect([bare.part('spot'), bare.part('by'), bare.part('opening')]).toEqual([undefined, undefined, undefined])
  expect(bare.part('standfirst')).toMatch(/^The ferry that has carried.*…$/)
  expect(front([summary('a', { dateline: '' })]).part('opening')).toMatch(/^The ferry that has carried/)
  const picture = { src: '/p.jpg', alt: 'A quay', caption: '', credit: '', rights: '' }
  const pictured = front([summary('a', { picture })])
  expect(pictured.elements.find(({ name }) => name === 'img')?.attributes).toMatchObject({
    src: '/p.jpg',
    fetchpriority: 'high',
  })
  expect(pictured.part('opening')).toBeUndefined()
  expect(pictured.part('with-picture')).toBeDefined()
  expect(lead.part('with-picture')).toBeUndefined()
})

test('a story in a few lines has its section where it has one, and how long ago it came out', () => {
  const page = front([
    summary('a'),
    summary('b', { section: 'Quay', byline: 'By Bo', standfirst: '' }),
    summary('c', { section: '', byline: '' }),
  ])
  const [, second, third] = page.texts('article')
  expect(second).toMatch(/^QuayHeadline of bThe ferry that .*…12 min$/)
  expect(third).toMatch(/^Headline of c.*school\.12 min$/)
})

const line = (changes: object = {}) => ({
  comments: 1,
  action: 'reject' as const,
  reason: 'Off topic',
  story: { headline: 'The ferry', path: '/2024/05/ferry' },
  at: morning,
  ...changes,
})
const log = (props: Partial<Parameters<typeof renderLogPage>[0]> = {}) =>
  drawn(
    renderLogPage({
      site,
      path: '/moderation/2024/05',
      month: '2024/05',
      part: 1,
      lines: [],
      more: false,
      months: ['2024/05'],
      reports: false,
      ...props,
    }),
  )

test.each([
  [{}, 'A comment on “The ferry” was not published: off topic.'],
  [{ comments: 1200 }, '1,200 near-identical comments on “The ferry” were not published: off topic.'],
  [{ action: 'remove', reason: null }, 'A comment on “The ferry” was removed.'],
  [{ action: 'remove', comments: 2 }, '2 near-identical comments on “The ferry” were removed: off topic.'],
  [{ action: 'overturn', reason: null }, 'A comment on “The ferry” was published after an appeal.'],
  [{ action: 'uphold', reason: null }, 'The decision on a comment on “The ferry” stood after an appeal.'],
  [
    { action: 'keep', reason: null, story: null },
    'A reported comment on a story that is no longer on the site stayed on the page.',
  ],
])('the public log tells a decision in a sentence: %j', (changes, sentence) => {
  expect(log({ lines: [line(changes)] }).texts('li')).toContain(sentence)
})

test('the log’s parts of a month lead to one another, and its months to the others', () => {
  const links = (props: Parameters<typeof log>[0]) =>
    Object.entries(log(props).links).filter(([href]) => href.startsWith('/moderation'))
  expect(links({})).toEqual([])
  expect(links({ more: true })).toEqual([['/moderation/2024/05/2', 'Earlier in the month']])
  expect(links({ part: 2 })).toEqual([['/moderation/2024/05', 'Later in the month']])
  expect(links({ part: 3, more: true })).toEqual([
    ['/moderation/2024/05/2', 'Later in the month'],
    ['/moderation/2024/05/4', 'Earlier in the month'],
  ])
  expect(links({ months: ['2024/06', '2024/05', '2024/04'] })).toEqual([
    ['/moderation/2024/06', 'June 2024'],
    ['/moderation/2024/04', 'April 2024'],
  ])
  expect(links({ reports: true })).toEqual([['/moderation/years', 'Yearly reports']])
  expect(log({}).words).toContain('Nothing was rejected or removed.')
  expect(log({}).words).not.toContain('More of the record')
  const days = log({ lines: [line(), line({ at: morning - DAY })], part: 3 })
  expect(days.texts('h2')).toEqual([
    expect.stringMatching(/^Thursday,? 16 May 2024$/),
    expect.stringMatching(/^Wednesday,? 15 May 2024$/),
  ])
  expect(days.words).not.toContain('Nothing was kept back')
  const canonical = (page: ReturnType<typeof log>) =>
    page.elements.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href
  expect([canonical(log({})), canonical(days)]).toEqual([
    'https://harbour.example/moderation/2024/05',
    'https://harbour.example/moderation/2024/05/3',
  ])
})

const rows = [
  { about: 'Comments', what: 'Came in', value: 1200, unit: 'comments' as const },
  { about: 'Comments', what: 'Half were answered within', value: 90, unit: 'minutes' as const },
  { about: 'Appeals', what: 'Upheld', value: null, unit: 'appeals' as const },
]
const yearly = (props: Partial<Parameters<typeof renderTransparencyPage>[0]> = {}) =>
  drawn(renderTransparencyPage({ site, year: 2024, through: null, rows, years: [2024], log: false, ...props }))

test('a yearly report has its figures in groups, and says of which days they are', () => {
  const page = yearly()
  expect(page.texts('tr')).toEqual([
    'Comments',
    'Came in1,200',
    'Half were answered within2 hours',
    'Appeals',
    'Upheld—',
  ])
  // A group’s heading stands over the words and the figure.
  const columns = page.elements
    .filter(({ attributes }) => attributes.scope === 'rowgroup')
    .map(({ attributes }) => attributes.colspan)
  expect(columns).toEqual(['2', '2'])
  expect(page.words).toContain('The whole year, as recorded.')
  expect(yearly({ through: Date.UTC(2024, 4, 16, 23) }).words).toContain('From January to 16 May 2024,')
  expect(page.words).toContain('Every comment is read before it appears.')
  expect(yearly({ site: { ...site, withoutReview: 10 } }).words).toContain('with 10 approved comments appear at once.')
  expect(yearly({ site: { ...site, withoutReview: 10 } }).words).not.toContain('Every comment is read before')
})

test('a yearly report leads to the other years and to the log, where there are any', () => {
  const others = (page: ReturnType<typeof yearly>) =>
    Object.keys(page.links).filter((href) => /^\/moderation(\/\d{4})?$/.test(href))
  expect(others(yearly())).toEqual([])
  expect(others(yearly({ years: [2025, 2024, 2023], log: true }))).toEqual([
    '/moderation/2025',
    '/moderation/2023',
    '/moderation',
  ])
  const none = drawn(renderYearsPage({ site, years: [], log: false }))
  expect(none.words).toContain('Nothing has been decided yet, so there is nothing to report.')
  const some = drawn(renderYearsPage({ site, years: [2024], log: false }))
  expect(others(some)).toEqual(['/moderation/2024'])
  expect(some.words).not.toContain('Nothing has been decided yet')
  expect(others(drawn(renderYearsPage({ site, years: [], log: true })))).toEqual(['/moderation'])
})

const rules = (props: Partial<Parameters<typeof renderHouseRulesPage>[0]> = {}) =>
  drawn(
    renderHouseRulesPage({ site, reasons: REASONS, publicity: { log: false, report: false }, contact: '', ...props }),
  )

test('the house rules part the rules of the house from the law, and say what an editor let through', () => {
  const page = rules()
  expect(page.part('house-rules')).toContain(site.houseRule)
  expect(page.texts('dl').map((list) => list.includes('Off topic'))).toEqual([true, false])
  const named = REASONS.filter(({ ground }) => ground === 'law').map(({ title }) => title)
  for (const title of named) expect(page.texts('dl')[1]).toContain(title)
  for (const title of named) expect(page.texts('dt').filter((one) => one === title)).toHaveLength(1)
  expect(page.words).not.toContain('One exception')
  expect(rules({ site: { ...site, withoutReview: 10 } }).words).toContain(
    'One exception: comments by verified readers with 10',
  )
  expect(rules({ contact: 'desk@a.example' }).words).toContain('in the same way: desk@a.example .'.replace(' .', '.'))
  expect(page.words).toContain('in the same way.')
  expect(rules({ site: { ...site, houseRule: '' } }).part('house-rule')).toBeUndefined()
})

test('the house rules lead to what is public of the decisions, and to nothing that is not', () => {
  const last = (log: boolean, report: boolean) =>
    rules({ publicity: { log, report } }).words.split('What was decided').slice(2).join('') ||
    rules({ publicity: { log, report } }).words.split('What was decided')[1]
  const text = (log: boolean, report: boolean) => rules({ publicity: { log, report } })
  expect(text(false, false).texts('h2')).not.toContain('What was decided')
  expect(last(true, false)).toContain('The moderation log lists decisions without names.')
  expect(last(false, true)).toContain('The figures are in the yearly reports.')
  expect(last(true, true)).toContain(
    'The moderation log lists decisions without names; the yearly reports have the figures.',
  )
  expect(text(true, false).links).not.toHaveProperty('/moderation/years')
  expect(text(false, true).links).not.toHaveProperty('/moderation')
})

test('a comment’s form that comes back says why, and shows the words only where nothing is wrong with them', () => {
  const draft = { name: 'Ada', mail: '', text: 'Hello.' }
  const page = (note: Parameters<typeof renderCheckPage>[0]['note'], changes: Partial<typeof draft> = {}) =>
    drawn(renderCheckPage({ site, story, draft: { ...draft, ...changes }, token: 't', note }))
  expect(page({ kind: 'confirm', why: 'flood' }).part('notice')).toContain('nothing of it is lost')
  expect(page({ kind: 'confirm', why: 'old token' }).part('as-it-looks')).toBe('AdaHello.')
  expect(page({ kind: 'confirm', why: 'no token' }, { text: ' ' }).part('as-it-looks')).toBeUndefined()
  const wrong = page({ kind: 'problem', field: null, sentence: 'Comments are closed.' })
  expect([wrong.texts('h1'), wrong.part('as-it-looks')]).toEqual([['Not sent yet'], undefined])
  expect(wrong.texts('title')[0]).toMatch(/^Not sent yet/)
  expect(wrong.part('comment-problem')).toBe('Comments are closed.')
  expect(Object.values(wrong.links)).not.toContain('Comments are closed.')
})

test('a dateline runs into the first paragraph, and stands alone where there is none', () => {
  const body = [
    { id: 'p1', type: 'paragraph' as const, text: 'It came.' },
    { id: 'p2', type: 'paragraph' as const, text: 'It left.' },
  ]
  const paragraphs = (props: Parameters<typeof StoryBody>[0]) => drawn(String(StoryBody(props))).texts('p')
  expect(paragraphs({ body, dateline: 'QUAY' })).toEqual(['QUAY — It came.', 'It left.'])
  expect(paragraphs({ body })).toEqual(['It came.', 'It left.'])
  expect(
    paragraphs({ body: [{ id: 'h', type: 'heading', level: 2, text: 'Late' }, ...body], dateline: 'QUAY' }),
  ).toEqual(['QUAY', 'It came.', 'It left.'])
  expect(paragraphs({ body: [], dateline: 'QUAY' })).toEqual(['QUAY'])
})

test('marks may lie within one another, reach to the last letter, and never reach beyond it', () => {
  const marked = (text: string, marks: Parameters<typeof words>[0]['marks']) => {
    const page = drawn(
      String(StoryBody({ body: [{ id: 'p', type: 'paragraph', text, ...(marks ? { marks: [...marks] } : {}) }] })),
    )
    return ['strong', 'em', 'a', 'p'].map((name) => page.texts(name).join('|'))
  }
  expect(marked('one two three', [{ type: 'strong', from: 4, to: 13 }])).toEqual(['two three', '', '', 'one two three'])
  expect(
    marked('one two three', [
      { type: 'strong', from: 0, to: 7 },
      { type: 'emphasis', from: 4, to: 13 },
    ]),
  ).toEqual(['one|two', 'two|three', '', 'one two three'])
  expect(marked('one two', [{ type: 'link', from: 4, to: 7, href: '/x' }])[2]).toBe('two')
  expect(marked('one', [{ type: 'strong', from: 0, to: 99 }])[3]).toBe('one')
})

test('a picture has its credit and rights beside the caption; without a source the caption holds its place, and nothing is nothing', () => {
  const picture = { src: '/p.jpg', alt: 'A quay', caption: 'The quay.', credit: 'Photo: Bo', rights: 'CC BY' }
  const figure = (changes: Partial<typeof picture>, lead = false) => {
    const element = PictureView({ picture: { ...picture, ...changes }, lead })
    return element === null ? null : drawn(String(element))
  }
  expect(figure({})?.texts('figcaption')).toEqual(['The quay. Photo: Bo · CC BY'])
  expect(figure({})?.elements.find(({ name }) => name === 'img')?.attributes).toMatchObject({
    alt: 'A quay',
    loading: 'lazy',
  })
  expect(figure({}, true)?.elements.find(({ name }) => name === 'img')?.attributes).not.toHaveProperty('loading')
  expect(figure({ rights: '' })?.part('credit')).toBe('Photo: Bo')
  expect(figure({ credit: '', rights: '' })?.part('credit')).toBeUndefined()
  expect(figure({ caption: '', credit: '', rights: '' })?.texts('figcaption')).toEqual([])
  expect(figure({ caption: '', rights: '' })?.texts('figcaption')).toEqual(['Photo: Bo'])
  expect(figure({ src: '' }, true)?.elements.find(({ name }) => name === 'figure')?.attributes.class).toBe(
    'lead caption-only',
  )
  expect(figure({})?.elements.find(({ name }) => name === 'figure')?.attributes).not.toHaveProperty('class')
  expect(figure({ src: '', caption: '' })).toBeNull()
})

test('an excerpt takes paragraphs alone, ends at a word, and is cut only where it is too long', () => {
  const body = [
    { id: 'h', type: 'heading' as const, level: 2 as const, text: 'Not this' },
    { id: 'p', type: 'paragraph' as const, text: 'one two three' },
    { id: 'q', type: 'paragraph' as const, text: 'four' },
  ]
  expect(plainText(body, 100)).toBe('one two three four')
  expect(plainText(body, 18)).toBe('one two three four')
  expect(plainText(body, 17)).toBe('one two three…')
  expect(plainText(body, 13)).toBe('one two three')
  // A word that goes on for ever is cut somewhere.
  expect(plainText([{ id: 'p', type: 'paragraph', text: `a ${'x'.repeat(300)}` }], 100)).toBe(`a ${'x'.repeat(58)}…`)
})

test('a byline names its people one by one', () => {
  expect(authorsOf('By Ann Lee, Bo Day and Cy Fox')).toEqual(['Ann Lee', 'Bo Day', 'Cy Fox'])
  expect(authorsOf('Ann Lee, harbour reporter')).toEqual(['Ann Lee, harbour reporter'])
  expect(authorsOf(' by Ann Lee & Bo Day ')).toEqual(['Ann Lee', 'Bo Day'])
  expect(authorsOf('')).toEqual([])
})
