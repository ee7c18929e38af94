import { expect, test } from 'vitest'
import { approved, content, morning, site, story } from '../../../../test/sample-paper.ts'
import { type Element, mainOf, readStrictly } from '../../../../test/well-formed.ts'
import { renderErrorPage } from '../kit/error-page.tsx'
import { renderReceiptPage, renderReceiptsPage } from '../own/receipt-page.tsx'
import type { ReceiptView } from '../own/receipt-props.ts'
import { renderCheckPage, renderReplyPage } from '../story/check-page.tsx'
import { renderArchivePage } from './archive-page.tsx'
import { renderFrontPage } from './front-page.tsx'

const summary = (id: string, changes: Partial<typeof content> = {}, comments = 0) => ({
  ...story,
  id,
  filed: [],
  path: `/2024/05/${id}`,
  comments,
  content: { ...content, headline: `Headline of ${id}`, ...changes },
})
const draft = { name: 'Ada "A" <a>', mail: 'ada@a.example', text: '\n\nFirst <b>line</b>\n> "quoted" & done' }
const typedInto = (elements: Element[], name: string) => {
  const field = elements.find(({ attributes }) => attributes.name === name)
  // HTML drops one line break at a textarea's beginning.
  return field?.name === 'textarea' ? field.text.replace(/^\n/, '') : field?.attributes.value
}

test('the front page leads with the newest story and counts the comments of each', () => {
  const elements = readStrictly(
    renderFrontPage({
      site,
      stories: [summary('a', {}, 12), summary('b', {}, 1), summary('c'), summary('d'), summary('e')],
      now: morning,
      older: '/archive',
    }),
  )
  const headings = elements
    .filter(({ name }) => /^h[1-6]$/.test(name))
    .map(({ name, text }) => `${name} ${text.trim()}`)
  expect(headings).toEqual([
    'h1 The Harbour Courant',
    'h2 Headline of a',
    'h3 Headline of b',
    'h3 Headline of c',
    'h3 Headline of d',
    'h3 Headline of e',
  ])
  const counts = elements.filter(({ attributes }) => attributes.href?.endsWith('#discussion')).map(({ text }) => text)
  expect(counts).toEqual(['12 comments', '1 comment'])
  expect(elements.some(({ attributes, text }) => attributes.href === '/archive' && text === 'Older stories')).toBe(true)
})

test('an empty front page says so and where the first story begins', () => {
  const elements = readStrictly(renderFrontPage({ site, stories: [], now: morning }))
  expect(elements.find(({ name }) => name === 'h2')?.text).toBe('No story has been published yet.')
  expect(elements.some(({ attributes }) => attributes.href === '/newsroom')).toBe(true)
})

test('on the front page a story in another language says which', () => {
  const elements = readStrictly(
    renderFrontPage({
      site,
      stories: [summary('a', { language: 'he' }), summary('b', { language: 'ar' })],
      now: morning,
    }),
  )
  expect(
    elements.filter(({ name }) => name === 'article').map(({ attributes }) => `${attributes.lang} ${attributes.dir}`),
  ).toEqual(['he rtl', 'ar rtl'])
})

test('how many comments a story has and when it came is said in the site’s language, also of a story in another', () => {
  const saidOf = (changes: Partial<typeof content>) =>
    readStrictly(renderFrontPage({ site, stories: [summary('a', changes, 12)], now: morning }))
      .filter(({ name, attributes }) => name === 'time' || attributes.href?.endsWith('#discussion'))
      .map(({ attributes }) => [attributes.lang, attributes.dir])
  expect(saidOf({ language: 'ar' })).toEqual([
    ['en', 'ltr'],
    ['en', 'ltr'],
  ])
  expect(saidOf({})).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
})

test('the archive names its months in the site’s language, and a month its stories', () => {
  const german = { ...site, language: 'de' }
  const months = readStrictly(
    mainOf(
      renderArchivePage({
        site: german,
        months: [
          { path: '/2024/03', stories: 1 },
          { path: '/2023/12', stories: 30 },
        ],
      }),
    ),
  )
  expect(months.filter(({ name }) => name === 'li').map(({ text }) => text.replace(/\s+/g, ' ').trim())).toEqual([
    'März 1 story',
    'Dezember 30 stories',
  ])
  expect(months.filter(({ name }) => name === 'h2').map(({ text }) => text)).toEqual(['2024', '2023'])
  const month = readStrictly(renderArchivePage({ site, month: '/2024/05', stories: [summary('a'), summary('b')] }))
  expect(month.find(({ name }) => name === 'h1')?.text).toBe('May 2024')
  expect(month.filter(({ name }) => name === 'h2').map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Thursday,? 16 May$/),
  ])
  expect(month.filter(({ name }) => name === 'time').map(({ text }) => text)).toEqual(['14:20', '14:20'])
  expect(month.filter(({ name }) => name === 'h3').map(({ text }) => text.trim())).toEqual([
    'Headline of a',
    'Headline of b',
  ])
})

test('the check page shows the comment as it will look, and gives back every word with a token', () => {
  const elements = readStrictly(
    renderCheckPage({
      site,
      story,
      draft,
      token: 'tok',
      parent: approved('p'),
      note: { kind: 'confirm', why: 'no token' },
    }),
  )
  expect(elements.find(({ name }) => name === 'h1')?.text).toBe('Check your comment')
  expect(elements.find(({ name }) => name === 'blockquote')?.text).toBe('"quoted" & done')
  expect(
    Object.fromEntries(['name', 'mail', 'comment', 'token', 'parent'].map((name) => [name, typedInto(elements, name)])),
  ).toEqual({
    name: draft.name,
    mail: draft.mail,
    comment: draft.text,
    token: 'tok',
    parent: 'p',
  })
  expect(elements.find(({ attributes }) => attributes.name === 'robots')?.attributes.content).toBe('noindex')
})

test('a problem is said once, first and aloud, and leads to its field', () => {
  const sentence = 'Type the name to show above your comment.'
  const elements = readStrictly(
    renderCheckPage({ site, story, draft, token: 'tok', note: { kind: 'problem', field: 'name', sentence } }),
  )
  const alert = elements.find(({ attributes }) => attributes.role === 'alert')
  expect(alert?.text).toBe(sentence)
  const field = elements.find(({ attributes }) => attributes.name === 'name')
  expect(elements.some(({ attributes }) => attributes.href === `#${field?.attributes.id}`)).toBe(true)
  expect(field?.attributes).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': alert?.attributes.id })
  expect(typedInto(elements, 'comment')).toBe(draft.text)
})

test('whoever answers a comment sees it above the form', () => {
  const elements = readStrictly(
    renderReplyPage({
      site,
      story,
      parent: approved('p', { text: 'What was said.' }),
      draft: { name: '', mail: '', text: '' },
      token: 'tok',
    }),
  )
  expect(elements.find(({ attributes }) => attributes.class === 'answered')?.text).toContain('What was said.')
  expect(typedInto(elements, 'parent')).toBe('p')
})

test('an error says what to do and gives lost words back to the letter', () => {
  const elements = readStrictly(
    renderErrorPage({ site, status: 503, title: 'Busy just now', sentence: 'Wait a moment and send it again.', draft }),
  )
  expect(elements.find(({ name }) => name === 'textarea')).toMatchObject({
    attributes: { readonly: '' },
    text: `\n${draft.text}`,
  })
})

type Revision = ReceiptView['revisions'][number]
const revision = (number: number, state: Revision['state'], changes: Partial<Revision> = {}): Revision => ({
  id: `r${number}`,
  number,
  text: `Words ${number}.`,
  state,
  createdAt: morning,
  stateAt: morning,
  decision: null,
  ...changes,
})
const receipt = (...revisions: Revision[]): ReceiptView => ({
  commentId: 'c',
  path: '/receipts/key',
  story: { headline: content.headline, path: story.path, isOpen: true },
  authorName: 'Ada',
  createdAt: morning,
  parent: null,
  publicPath: null,
  revisions,
})
const drawLate = (problem: { sentence: string; text: string }, ...revisions: Revision[]) =>
  readStrictly(
    renderReceiptPage({
      site,
      receipt: receipt(...revisions),
      answers: { state: 'none', address: '', typed: '' },
      problem,
    }),
  )
const drawReceipt = (...revisions: Revision[]) =>
  readStrictly(
    renderReceiptPage({ site, receipt: receipt(...revisions), answers: { state: 'none', address: '', typed: '' } }),
  )
const actions = (elements: Element[]) =>
  elements.filter(({ name }) => name === 'form').map(({ attributes }) => attributes.action)

test.each([
  ['held', 'Thank you for your comment', ['/receipts/key/edit', '/receipts/key/withdraw', '/receipts/key/answers']],
  ['approved', 'Published', ['/receipts/key/edit', '/receipts/key/withdraw', '/receipts/key/answers']],
  ['rejected', 'Not published', []],
  ['spam', 'Not published', []],
  ['withdrawn', 'Withdrawn by you', []],
  ['removed', 'Removed', []],
] as const)(
  'the receipt of a comment that is %s says “%s” and offers what can still be done',
  (state, title, offered) => {
    const elements = drawReceipt(revision(1, state))
    expect(elements.find(({ name }) => name === 'h1')?.text).toBe(title)
    expect(actions(elements)).toEqual(offered)
    // What can't be brought back takes a second press.
    const isFolded = elements.some(({ name, attributes }) => name === 'details' && attributes.class === 'withdraw')
    expect(isFolded).toBe(offered.length > 0)
    // Nothing is promised that can't be done (any more).
    const keep = elements.find(({ attributes }) => attributes.class === 'keep')?.text ?? ''
    expect(keep.includes('can edit or withdraw the comment')).toBe(offered.length > 0)
    expect(elements.find(({ name }) => name === 'main')?.text).toContain('https://harbour.example/receipts/key')
    expect(elements.find(({ attributes }) => attributes.name === 'robots')?.attributes.content).toBe('noindex')
  },
)

const decision: NonNullable<Revision['decision']> = {
  id: 'd',
  title: 'Off topic',
  sentence: 'It is not about this story.',
  note: 'Do write again.',
  statement: {
    decision: 'The comment was not published on 17 May 2024.',
    facts: 'A person of the newsroom read it and decided.',
    ground: { kind: 'house rule', title: 'Off topic', sentence: 'It is not about this story.', law: null },
    automation: 'No program decided; a person did.',
    redress: 'You can appeal here within six months.',
  },
  appeal: null,
  appealPath: '/receipts/key/appeal/d',
  appealUntil: morning,
  reopened: false,
}

test('a rejected comment’s receipt gives the reason, what the newsroom wrote, the statement of reasons and the way to appeal', () => {
  const elements = drawReceipt(revision(1, 'rejected', { decision }))
  const status = elements.find(({ attributes }) => attributes.role === 'status')?.text
  expect(status).toContain('Off topic. It is not about this story.')
  expect(status).toContain('Do write again.')
  expect(
    elements.some(({ name, text }) => name === 'details' && text.includes('No program decided; a person did.')),
  ).toBe(true)
  expect(elements.some(({ attributes }) => attributes.href === '/receipts/key/appeal/d')).toBe(true)
})

test.each([
  ['waits', null, 'It is waiting for an answer'],
  ['was upheld', 'uphold', 'The decision stands.'],
  ['was heard', 'overturn', 'Your appeal succeeded.'],
] as const)('an appeal that %s is told on the receipt, and can’t be made again', (_, verdict, words) => {
  const outcome = verdict && { decisionId: 'e', verdict, note: 'We looked again.', at: morning, alone: false }
  const appeal = { id: 'a', decisionId: 'd', words: 'It was on topic.', at: morning, outcome }
  const elements = drawReceipt(revision(1, 'rejected', { decision: { ...decision, appeal, appealPath: null } }))
  const told = elements.find(({ attributes }) => attributes.id === 'appeal')?.text
  expect(told).toContain('It was on topic.')
  expect(told).toContain(words)
  if (verdict) expect(told).toContain('We looked again.')
  expect(elements.some(({ attributes }) => attributes.href?.includes('/appeal/'))).toBe(false)
})

test('while new words wait, the receipt says that the published ones stay up, and shows both', () => {
  const text = drawReceipt(revision(2, 'held'), revision(1, 'approved')).find(({ name }) => name === 'main')?.text
  expect(text).toContain('The earlier version stays up until then.')
  expect(text).toContain('Words 1.')
  expect(text).toContain('Words 2.')
})

test('words that were turned down leave the published ones up: the receipt says so, and both can still be changed and withdrawn', () => {
  const elements = drawReceipt(revision(2, 'rejected'), revision(1, 'approved'))
  expect(elements.find(({ attributes }) => attributes.role === 'status')?.text).toContain(
    'The earlier version stays up.',
  )
  expect(actions(elements)).toContain('/receipts/key/edit')
  expect(actions(elements)).toContain('/receipts/key/withdraw')
})

test('new words that come too late, after the decision, go back to who typed them', () => {
  const sentence = 'This comment can no longer be changed.'
  const elements = drawLate({ sentence, text: draft.text }, revision(1, 'rejected'))
  expect(elements.find(({ attributes }) => attributes.role === 'alert')?.text).toContain(sentence)
  expect(elements.find(({ name }) => name === 'textarea')?.text).toBe(`\n${draft.text}`)
})

test('the list of a browser’s comments names each with its state, and an empty one says where else to look', () => {
  const view = receipt(revision(1, 'held', { text: 'x'.repeat(500) }))
  const elements = readStrictly(mainOf(renderReceiptsPage({ site, receipts: [view] })))
  const item = elements.find(({ name }) => name === 'li')
  expect(item?.text).toContain('Waiting for review')
  expect(item?.text).toContain(`${'x'.repeat(119)}…`)
  expect(renderReceiptsPage({ site, receipts: [] })).toContain('This browser remembers no comments.')
})
