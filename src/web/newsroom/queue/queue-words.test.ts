/** What a moderator has before them while deciding: the item, its signals, its card, and the filter. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { approved, morning, newsroomFrame, site } from '../../../../test/sample-paper.ts'
import { REASONS } from '../../../house-rules/index.ts'
import type { Card } from '../../../moderation/comments/index.ts'
import type { QueueItem } from '../../../moderation/queue/index.ts'
import { shortCount, waitingLine } from '../kit/counts.ts'
import type { QueuePageProps } from '../kit/props.ts'
import { renderQueueItems } from './queue-items.tsx'
import { renderQueuePage } from './queue-page.tsx'
import { ReviewCard } from './review-card.tsx'
import { renderWaitingPage } from './waiting-page.tsx'

const HOUR = 3_600_000
const item = (changes: Partial<QueueItem> = {}): QueueItem => ({
  revisionId: 'v1',
  commentId: 'c1',
  number: 1,
  text: 'The ferry was better.',
  createdAt: morning - 2 * HOUR,
  band: 'thought',
  language: null,
  authorName: 'Ben',
  authorMail: null,
  alsoWaiting: { byName: false, fromSender: false },
  approved: null,
  parent: null,
  story: { id: 's1', path: '/2024/05/ferry', headline: 'The ferry', standfirst: '' },
  signals: [],
  ...changes,
})
const items = (changes: Partial<QueueItem>, filter: QueuePageProps['filter'] = {}) =>
  drawn(renderQueueItems({ site, now: morning, items: [item(changes)], cards: new Map(), reasons: REASONS, filter }))

test('an item says since when it waits, where it stands, and whether it changes published words', () => {
  const plain = items({})
  expect(plain.words).toContain('waiting 2 hours')
  expect(plain.links).toMatchObject({
    '/2024/05/ferry': 'The ferry',
    '/newsroom/review?story=s1': 'Only this story',
  })
  expect(plain.words).not.toContain('Edit of a published comment')
  expect(plain.words).not.toContain('Changes to the published comment')
  expect(plain.words).not.toContain('Reply to')
  expect(items({ createdAt: morning }).words).toMatch(/just now/)
  expect(items({ createdAt: morning }).words).not.toContain('waiting just now')
  const edit = items({ approved: approved('c1'), authorMail: 'b@a.example', parent: approved('p', { name: 'Pia' }) })
  expect(edit.words).toContain('Edit of a published comment')
  expect(edit.words).toContain('Changes to the published comment')
  expect(edit.words).toContain('b@a.example')
  expect(edit.words).toContain('Reply to Pia')
})

test('an item offers the others of its name and its sender where there are any, and never itself', () => {
  expect(items({}).words).not.toContain('More waiting')
  const both = { byName: true, fromSender: true }
  expect(items({ alsoWaiting: both }).links).toMatchObject({
    '/newsroom/review?author=Ben': 'by this name',
    '/newsroom/review?from=c1': 'from this reader or network',
  })
  expect(items({ alsoWaiting: { byName: false, fromSender: true } }).links).not.toHaveProperty([
    '/newsroom/review?author=Ben',
  ])
  expect(items({ alsoWaiting: both }, { author: 'Ben', from: 'c1' }).words).not.toContain('More waiting')
})

test('every item has all its buttons, and a place for a note to its author that goes with each reason', () => {
  const page = renderQueueItems({
    site,
    now: morning,
    items: [item(), item({ revisionId: 'v2' })],
    cards: new Map(),
    reasons: REASONS,
    filter: {},
    typed: { revisionId: 'v2', note: 'Say it <kindly>.' },
  })
  for (const id of ['v1', 'v2']) {
    const [, own] = page.split(`data-item="${id}"`)
    const [form] = /<form[^>]*class="decide reject">[\s\S]*?<\/form>/.exec(own as string) ?? []
    expect(form?.match(/name="reason"/g)).toHaveLength(REASONS.length)
    expect(form).toMatch(/<textarea[^>]* name="note"/)
  }
  // What could not be sent is there again, and in sight.
  expect(page.match(/<details class="note" open/g)).toHaveLength(1)
  expect(page).toContain('Say it &lt;kindly&gt;.')
})

test('of a story that readers can’t see an item says so, and under its own filter it does not offer that filter', () => {
  const off = items({ story: { id: 's1', path: null, headline: 'The ferry', standfirst: '' } })
  expect(off.words).toContain('On The ferry (not on the site)')
  expect(items({}, { story: 's1' }).words).not.toContain('Only this story')
})

test('a decision leads back to the filter under which it was made', () => {
  expect(items({}).field('filter')).toBeUndefined()
  expect(items({}, { band: 'spam', author: 'Ben' }).field('filter')?.attributes.value).toBe('author=Ben&band=spam')
})

test('a signal has its weight where it has one, and what was not checked is said to be that', () => {
  const page = items({
    signals: [
      { phase: 'a', state: 'found' as never, words: 'Many links', weight: 0.25 },
      { phase: 'b', state: 'not-checked', words: 'Nobody looked', weight: 0 },
    ],
  })
  expect(
    page
      .texts('li')
      .filter((text) => /links|looked/.test(text))
      .slice(-2),
  ).toEqual(['Many links weight 25%', 'Not checked: Nobody looked'])
  expect(items({}).part('signals')).toBeUndefined()
})

const card = (changes: Partial<Card> = {}): Card => ({
  near: [],
  decided: { approved: 0, rejected: 0, spam: 0 },
  paragraph: null,
  author: { verified: false, sameNetwork: 0 },
  onHold: false,
  campaignId: null,
  ...changes,
})
const like = (alike: number, text = 'The same words') => ({
  commentId: 'n1',
  revisionId: 'w1',
  authorName: 'Nel',
  text,
  state: 'spam' as const,
  createdAt: morning - HOUR,
  storyId: 's1',
  alike,
})
const cardWords = (changes: Partial<Card>) => drawn(String(ReviewCard({ now: morning, card: card(changes) })))

test.each([
  [
    { verified: false, sameNetwork: 0 },
    'Not verified: anyone can use this name. No other comments from this network that day.',
  ],
  [{ verified: false, sameNetwork: 1 }, '1 other comment from this network that day.'],
  [{ verified: false, sameNetwork: 4 }, '4 other comments from this network that day.'],
] as const)('the card of somebody unknown promises nothing: %j', (author, words) => {
  expect(cardWords({ author }).words).toContain(words)
})

test('the card of a verified reader has what became of their comments, without what never happened', () => {
  const record = { verified: true, readerId: 'r', approved: 0, rejected: 0, spam: 0, waiting: 0, since: null } as const
  const author = (changes: object) => cardWords({ author: { ...record, ...changes } }).words
  expect(author({})).toBe('AuthorVerified. Their first comment here.')
  expect(author({ approved: 3, since: morning - 72 * HOUR })).toBe(
    'AuthorVerified. Other comments: 3 approved; the first 3 days ago.',
  )
  expect(author({ rejected: 1, spam: 2, waiting: 4, since: morning })).toBe(
    'AuthorVerified. Other comments: 1 rejected, 2 rejected as spam and 4 waiting; the first just now.',
  )
  expect(author({ since: morning })).toBe('AuthorVerified. Other comments: withdrawn; the first just now.')
})

test('near-identical comments are told with how alike they are, and what became of such before', () => {
  const none = cardWords({})
  expect(none.words).not.toContain('Near-identical')
  expect(none.words).not.toContain('On hold')
  expect(none.words).not.toContain('paragraph')
  const same = cardWords({ near: [like(1)], decided: { approved: 1, rejected: 0, spam: 3 }, campaignId: 'k1' })
  expect(same.words).toContain('Decided before: 1 approved and 3 rejected as spam.')
  expect(same.words).toContain('Nel spam, 100% the same, 1 hour ago')
  expect(same.texts('q')).toEqual([])
  expect(same.links).toHaveProperty('/newsroom/review/campaigns/k1')
  const nearly = cardWords({ near: [like(0.914, 'w'.repeat(200))], decided: { approved: 0, rejected: 2, spam: 0 } })
  expect(nearly.words).toContain('Decided before: 2 rejected.')
  expect(nearly.words).toContain('91% the same')
  expect(nearly.texts('q')).toEqual([`${'w'.repeat(140)} …`])
  expect(cardWords({ near: [like(0.9, 'w'.repeat(140))] }).texts('q')).toEqual(['w'.repeat(140)])
  expect(cardWords({ near: [like(1)] }).words).toContain('None like it has been decided yet.')
  expect(nearly.links).not.toHaveProperty('/newsroom/review/campaigns/k1')
})

test('the card has the paragraph that is spoken of, and says where a story is on hold', () => {
  const page = cardWords({ paragraph: { number: 3, text: 'The ferry came late.' }, onHold: true })
  expect(page.words).toContain('From the story, paragraph 3The ferry came late.')
  expect(page.words).toContain('On hold')
})

const some = { count: 2, more: false }
const queue = (props: Partial<QueuePageProps> = {}) =>
  drawn(
    renderQueuePage({
      ...newsroomFrame('moderate'),
      items: [],
      cards: new Map(),
      reasons: REASONS,
      filter: {},
      hand: 'h1',
      bands: { fine: some, thought: some, spam: { count: 100, more: true } },
      stories: [],
      choices: { signals: ['links'], languages: ['de', 'xx'] },
      story: { headline: null, typed: '' },
      sender: null,
      undoable: [],
      ...props,
    }),
  )
/** What an empty queue shows: what is hidden is there for the browser’s code alone. */
const emptyWords = (props: Partial<QueuePageProps>) => {
  const page = queue(props)
  const hidden = page.elements.filter(({ attributes }) => 'hidden' in attributes).map(({ text }) => text)
  return page
    .texts('h2')
    .filter((title) => title !== 'Keyboard shortcuts' && !hidden.some((text) => text.includes(title)))
}

test('an empty queue says why it is empty', () => {
  expect(emptyWords({})).toEqual(['No comments waiting'])
  expect(emptyWords({ waiting: 3 })).toEqual(['Colleagues are reviewing the rest'])
  expect(emptyWords({ waiting: 3, filter: { author: 'Ben' } })).toEqual(['No comments match'])
  expect(emptyWords({ problem: 'There is no such story.' })).toEqual(['Nothing to show'])
  expect(emptyWords({ waiting: 3, items: [item()] })).toEqual(['Ben'])
  const owed = { appeals: 1, reported: 3, notices: 1 }
  expect(emptyWords({ objections: owed })).toEqual(['No comments waiting'])
  expect(queue({ objections: owed }).texts('nav')[1]).toMatch(/Appeals 1 waitingReports 3 waiting/)
  expect(queue({ objections: owed }).words).toContain(
    '1 appeal and 3 reported comments (1 with a legal notice) are waiting for an answer.',
  )
  expect(queue({ filter: { author: 'Ben' } }).words).toContain('match this filter: name: Ben.')
  expect(Object.values(queue({ filter: { author: 'Ben' } }).links)).toContain('Clear filters')
  expect(Object.values(queue().links)).not.toContain('Clear filters')
})

test('the title counts what waits, and only who has something in hand can put it down', () => {
  expect(queue().texts('title')[0]).toMatch(/^Review ·/)
  expect(queue({ waiting: 5000, moreWaiting: true }).texts('title')[0]).toMatch(/^Review \(5,000\+\) ·/)
  expect(queue().actions).not.toContain('/newsroom/review/release')
  expect(queue({ items: [item()] }).actions).toContain('/newsroom/review/release')
})

test('what is set stands as chips in words; each is taken off alone, several also together', () => {
  const chips = (props: Partial<QueuePageProps>) =>
    queue(props)
      .texts('a')
      .filter((text) => /×$|^Clear all/.test(text))
  expect(chips({})).toEqual([])
  expect(chips({ filter: { waited: 60 } })).toEqual(['Remove filter: waiting longer than 1 hour ×'])
  expect(chips({ filter: { waited: 61 } })).toEqual(['Remove filter: waiting longer than 61 minutes ×'])
  expect(chips({ filter: { from: 'c1' } })).toEqual(['Remove filter: same reader or network as another comment ×'])
  expect(chips({ filter: { from: 'c1' }, sender: 'Ben' })).toEqual(['Remove filter: same reader or network as Ben ×'])
  expect(
    chips({ filter: { language: 'de', band: 'spam', story: 's1' }, story: { headline: 'The ferry', typed: '/x' } }),
  ).toEqual([
    'Remove filter: story: The ferry ×',
    'Remove filter: likely spam ×',
    'Remove filter: language: German ×',
    'Clear all',
  ])
  expect(chips({ filter: { story: 's1', signal: 'links' }, story: { headline: null, typed: '/x' } })[0]).toBe(
    'Remove filter: story: /x ×',
  )
  expect(queue({ filter: { language: 'de', band: 'spam' } }).links).toMatchObject({
    '/newsroom/review?band=spam': 'Remove filter: language: German ×',
  })
})

test('a band is a link that sets it, and takes it off again where it is set', () => {
  const bands = (props: Partial<QueuePageProps>) =>
    queue(props).elements.filter(({ name, attributes }) => name === 'a' && attributes.class?.startsWith('band band-'))
  expect(bands({}).map(({ attributes }) => attributes.href)).toEqual(
    ['fine', 'thought', 'spam'].map((band) => `/newsroom/review?band=${band}`),
  )
  expect(bands({}).at(-1)?.text.replace(/\s+/g, ' ')).toContain('likely spam 100+')
  const [fine, , spam] = bands({ filter: { band: 'spam', author: 'Ben' } })
  expect([spam?.attributes.href, spam?.attributes['aria-current']]).toEqual(['/newsroom/review?author=Ben', 'true'])
  expect([fine?.attributes.href, fine?.attributes['aria-current']]).toEqual([
    '/newsroom/review?author=Ben&band=fine',
    undefined,
  ])
})

test('the filter’s form keeps what it has no field for, and opens where something is wrong with it', () => {
  const page = queue({
    filter: { band: 'spam', from: 'c1', waited: 60, words: 'ferry' },
    problem: 'There is no such story.',
  })
  expect(['band', 'from'].map((name) => page.field(name)?.attributes.value)).toEqual(['spam', 'c1'])
  expect(page.field('q')?.attributes.value).toBe('ferry')
  expect(page.elements.find(({ name }) => name === 'details')?.attributes).toHaveProperty('open')
  expect(page.field('story')?.attributes).toMatchObject({
    'aria-invalid': 'true',
    'aria-describedby': 'filter-problem',
  })
  expect(page.elements.filter(({ attributes }) => 'selected' in attributes).map(({ text }) => text)).toEqual(['1 hour'])
  const plain = queue()
  expect(['band', 'from'].map((name) => plain.field(name))).toEqual([undefined, undefined])
  expect(plain.elements.find(({ name }) => name === 'details')?.attributes).not.toHaveProperty('open')
  expect(plain.field('story')?.attributes).not.toHaveProperty('aria-invalid')
  // A language that has no name keeps its code.
  expect(plain.texts('option')).toEqual(expect.arrayContaining(['German', 'xx']))
})

test('what waits is counted exactly up to a bound, and said to be more beyond it', () => {
  const lines = [0, 1, 1200].map((count) => waitingLine({ count, more: false }))
  expect(lines).toEqual(['No comments waiting', '1 comment waiting', '1,200 comments waiting'])
  expect(waitingLine({ count: 5000, more: true })).toBe('More than 5,000 comments waiting')
  expect([shortCount({ count: 1200, more: false }), shortCount({ count: 5000, more: true })]).toEqual([
    '1,200',
    '5,000+',
  ])
})

const waitingPage = (list: QueueItem[], total: number, conflict?: string) =>
  drawn(
    renderWaitingPage({
      site,
      now: morning,
      path: '/newsroom/waiting/x',
      name: 'Mo',
      items: list,
      total,
      reasons: REASONS,
      undoable: [],
      ...(conflict ? { conflict } : {}),
    }),
  )

test('the page behind a letter’s link says how much waits, and how much of it stands there', () => {
  expect(waitingPage([], 0).words).toContain('No comments are waiting for review.')
  expect(waitingPage([item()], 1).words).toContain('1 comment is waiting for review.')
  expect(waitingPage([item(), item({ revisionId: 'v2' })], 2).words).toContain(
    '2 comments are waiting for review, oldest first.',
  )
  expect(waitingPage([item()], 1300).words).toContain('This has been waiting longest, of 1,300 in all.')
  expect(waitingPage([item()], 1, 'It is decided already.').words).toContain('It is decided already.')
})

test('there too an item says where it stands, what it changes, and its signals', () => {
  const signals = [{ phase: 'b', state: 'not-checked' as const, words: 'Nobody looked', weight: 0 }]
  const page = waitingPage([item({ signals, approved: approved('c1') })], 1)
  expect(page.words).toContain('Not checked: Nobody looked')
  expect(page.words).toContain('Edit of a published comment')
  expect(page.links).toHaveProperty('/2024/05/ferry', 'The ferry')
  const plain = waitingPage([item({ story: { id: 's1', path: null, headline: 'The ferry', standfirst: '' } })], 1)
  expect(plain.words).toContain('On The ferry')
  expect(plain.links).not.toHaveProperty('/2024/05/ferry')
  expect(plain.words).not.toContain('Edit of a published comment')
  expect(plain.part('signals')).toBeUndefined()
})
