/** The newsroom's frame, its front desk, its log and its search. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { morning, newsroomFrame } from '../../../../test/sample-paper.ts'
import type { FoundComment } from '../../../moderation/comments/index.ts'
import type { StaffLogLine, Switch } from '../../../people/index.ts'
import { logAddress, renderStaffLogPage } from '../figures/log-page.tsx'
import { ago, since } from '../kit/layout.tsx'
import { renderSearchPage, type SearchPageProps } from '../queue/search-page.tsx'
import { readListSearch } from '../workflow/list-ask.ts'
import { renderDeskPage } from './desk-page.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type List = Parameters<typeof renderDeskPage>[0]['list']
const listOf = (stories: List['stories'], more: Partial<List> = {}): List => ({
  search: readListSearch(() => undefined),
  stories,
  count: stories.length,
  page: 1,
  pages: 1,
  sections: [],
  writers: [],
  trash: 0,
  ...more,
})

const bar = (switches: Switch[], frame: Partial<ReturnType<typeof newsroomFrame>> = {}) => {
  const page = drawn(
    renderDeskPage({
      ...newsroomFrame(...switches),
      ...frame,
      list: listOf([]),
      givenUp: 0,
      happened: { upsets: [], embargoes: [], ended: [] },
      notes: [],
      reminder: null,
    }),
  )
  return {
    ...page,
    nav: page.elements
      .find(({ name }) => name === 'nav')
      ?.text.replace(/\s+/g, ' ')
      .trim(),
  }
}

test('the bar has the places that somebody may go to, and marks where they are', () => {
  expect(bar([]).nav).toBe('StoriesStatementsView the site')
  expect(bar(['moderate']).nav).toBe('StoriesStatementsReview 0 waitingView the site')
  expect(bar(['settings']).nav).toBe('StoriesPaperStatementsPeopleSettingsLogView the site')
  const here = bar(['moderate', 'settings']).elements.filter(({ attributes }) => attributes['aria-current'] === 'page')
  expect(here.map(({ text }) => text)).toEqual(['Stories'])
  expect(bar(['moderate'], { waiting: 5000, moreWaiting: true }).nav).toContain('Review 5,000+ waiting')
})

test('how long ago something was is said as people say it', () => {
  const at = (span: number) => [since(morning, morning - span), ago(morning, morning - span)]
  expect(at(-HOUR)).toEqual(['just now', 'just now'])
  expect(at(29_000)).toEqual(['just now', 'just now'])
  expect(at(MINUTE)).toEqual(['1 minute', '1 minute ago'])
  expect(at(59 * MINUTE)).toEqual(['59 minutes', '59 minutes ago'])
  expect(at(HOUR)).toEqual(['1 hour', '1 hour ago'])
  expect(at(47 * HOUR)).toEqual(['47 hours', '47 hours ago'])
  expect(at(48 * HOUR)).toEqual(['2 days', '2 days ago'])
})

const story = (id: string, changes: Partial<List['stories'][number]> = {}) => ({
  id,
  headline: `Story ${id}`,
  byline: '',
  section: '',
  createdBy: null,
  writer: 'Ana',
  changedAt: morning - 3 * HOUR,
  number: 1,
  state: 'draft' as const,
  stage: 'draft' as const,
  path: null,
  publishedAt: null,
  comments: 0,
  held: 0,
  goesOut: null,
  heldUntil: null,
  ...changes,
})
const desk = (switches: Switch[], props: Partial<Parameters<typeof renderDeskPage>[0]> = {}) =>
  drawn(
    renderDeskPage({
      ...newsroomFrame(...switches),
      list: listOf([]),
      givenUp: 0,
      happened: { upsets: [], embargoes: [], ended: [] },
      notes: [],
      reminder: null,
      ...props,
    }),
  )

test('the desk says in one line what waits, each with its number and the way there, or that nothing does', () => {
  expect(desk(['moderate']).part('to-do')).toBe('Waiting for youNothing waits.')
  const toDo = [
    { kind: 'notices' as const, count: 1, more: false },
    { kind: 'comments' as const, count: 5000, more: true },
    { kind: 'appeals' as const, count: 1, more: false },
    { kind: 'tickets' as const, count: 2, more: false },
  ]
  const page = desk(['moderate', 'publish'], { toDo, waiting: 5000, moreWaiting: true })
  expect(page.words).toContain('1 legal notice · 5,000+ comments to review · 1 appeal · 2 reported errors')
  expect(page.links).toMatchObject({
    '/newsroom/review/reports': '1 legal notice',
    '/newsroom/review': '5,000+ comments to review',
    '/newsroom/tickets': '2 reported errors',
  })
  expect(page.words).toContain('The numbers beside the stories count only the oldest 5,000.')
  // In the bar comments have their number beside Review.
  const bar = page.elements.find(({ attributes }) => attributes['data-to-do'] === 'bar')
  expect(bar?.text).toBe('1 legal notice · 1 appeal · 2 reported errors')
  expect(page.elements.find(({ name }) => name === 'to-do')?.attributes['data-total']).toBe('5004')
})

test('who may change settings is told on the desk of work that was given up, and nobody else', () => {
  expect(desk(['settings'], { givenUp: 1 }).part('notice')).toBe('1 background task has failed.')
  expect(desk(['settings'], { givenUp: 2 }).links).toHaveProperty('/newsroom/work', '2 background tasks have failed')
  expect(desk(['settings']).part('notice')).toBeUndefined()
  expect(desk(['moderate'], { givenUp: 1 }).part('notice')).toBeUndefined()
})

test('who may write begins a story from the desk; who may not has no such button', () => {
  expect(desk(['write']).actions).toContain('/newsroom/stories')
  expect(desk(['write']).links).toHaveProperty('/newsroom/paste')
  expect(desk(['moderate']).actions).not.toContain('/newsroom/stories')
})

test('the list says of each story what state it is in, whose it is, its comments, and what waits on it', () => {
  const page = desk(['write'], {
    moreWaiting: true,
    list: listOf([
      story('a', { headline: '', section: 'Town', stage: 'back', state: 'back' }),
      story('b', { state: 'live', path: '/2024/05/b', comments: 1, held: 2 }),
      story('c', { state: 'changed', stage: 'checked', path: '/2024/05/c', comments: 12, writer: null }),
    ]),
  })
  expect(page.texts('h2')).toEqual(['(no headline)', 'Story b', 'Story c'])
  expect(page.texts('li')).toEqual([
    'Choose (no headline)(no headline)TownAnachanged 3 hours agoSent back',
    'Choose Story bStory bAnachanged 3 hours agoView on the site1 comment2+ waitingOn the site',
    'Choose Story cStory cthe command linechanged 3 hours agoView on the site12 commentsOn the site, with unpublished changes · changes checked',
  ])
  expect(page.words).not.toContain('No stories yet.')
  expect(desk(['write']).words).toContain('No stories yet.')
  expect(desk(['moderate'], { list: listOf([story('a')]) }).field('story')).toBeUndefined()
})

const line = (act: string, changes: Partial<StaffLogLine> = {}): StaffLogLine => ({
  key: act,
  at: morning,
  by: 'Bo',
  byId: 'p2',
  through: null,
  act,
  about: 'x1',
  detail: 'Did something',
  ...changes,
})
const log = (
  lines: StaffLogLine[],
  more: { next?: string; later?: boolean; asked?: { by: string; kind: string } } = {},
) =>
  drawn(
    renderStaffLogPage({
      ...newsroomFrame('settings'),
      lines,
      programs: new Map([['g1', 'Wire']]),
      people: ['Bo', 'Cy'].map((name) => ({ id: name, name, mail: null, switches: [], disabled: false })),
      asked: more.asked ?? { by: '', kind: '' },
      next: more.next ?? null,
      later: more.later ?? false,
    }),
  )

test.each([
  ['decision.approve', '/newsroom/comments/x1'],
  ['comment.removed', '/newsroom/comments/x1'],
  ['story.published', '/newsroom/stories/x1'],
  ['reading.corrected', '/newsroom/stories/x1'],
  ['reader.found', '/newsroom/readers/x1'],
])('a line of the log on %s leads to %s', (act, href) => {
  expect(Object.keys(log([line(act)]).links)).toContain(href)
  expect(Object.keys(log([line(act, { about: null })]).links)).not.toContain(href)
})

test('an erased comment and a person of the staff have no page that a line of the log could lead to', () => {
  const links = Object.keys(log([line('comment.erased'), line('person.disabled')]).links)
  expect(links.filter((href) => href.includes('x1'))).toEqual([])
})

test('the log says who did it also where nobody of the staff did', () => {
  const who = (changes: Partial<StaffLogLine>, act = 'story.published') => log([line(act, changes)]).texts('strong')[0]
  expect(who({})).toBe('Bo')
  expect(who({ by: null, byId: null })).toBe('The site itself, or the command line')
  expect(who({ by: null })).toBe('One of the staff')
  expect(who({ by: null, byId: null }, 'session.failed')).toBe('Someone')
})

test('what a program did stands in the log under its name and that of its person', () => {
  const who = (through: string) => log([line('story.saved', { through })]).texts('strong')[0]
  expect(who('g1')).toBe('Program Wire, made by Bo')
  expect(who('g2')).toBe('Program that is not known here, made by Bo')
})

test('decisions stand in the log in words, with their reason where they have one', () => {
  const words = (act: string, detail: string) => log([line(act, { detail })]).texts('li')[0]
  expect(words('decision.reject', 'spam')).toContain('Bo: Rejected a comment (spam) See the comment')
  expect(words('decision.approve', '')).toContain('Bo: Approved a comment See the comment')
  expect(words('decision.new-kind', '')).toContain('decision.new-kind')
  expect(words('story.published', 'Published “The ferry”')).toContain('Bo: Published “The ferry” See the story')
})

test('the log keeps what it was asked for, on the form and in what leads on', () => {
  const page = log([line('story.published')], {
    asked: { by: 'Cy', kind: '' },
    later: true,
    next: '/newsroom/log?by=Cy&after=k',
  })
  expect(page.elements.filter(({ attributes }) => 'selected' in attributes).map(({ text }) => text)).toEqual(['Cy'])
  expect(page.links).toMatchObject({
    '/newsroom/log?by=Cy': 'Newest',
    '/newsroom/log?by=Cy&after=k': 'Older',
  })
  const first = log([])
  expect(first.words).toContain('Nothing like this has been done yet.')
  expect(Object.values(first.links)).not.toContain('Newest')
  expect(log([], { later: true }).words).toContain('Nothing older.')
  expect(logAddress({ by: '', kind: '' })).toBe('/newsroom/log')
  expect(logAddress({ by: 'a', kind: 'b' }, 'c')).toBe('/newsroom/log?by=a&kind=b&after=c')
})

const comment = (changes: Partial<FoundComment> = {}): FoundComment => ({
  commentId: 'c1',
  revisionId: 'v1',
  number: 1,
  text: 'The ferry was better.',
  found: new Set(),
  state: 'held',
  authorName: 'Ben',
  createdAt: morning,
  story: { id: 's1', headline: 'The ferry' },
  last: true,
  ...changes,
})
const nothing = { q: '', state: '', story: '', author: '', days: '' }
const search = (props: Partial<SearchPageProps> = {}) =>
  drawn(
    renderSearchPage({ ...newsroomFrame('moderate'), question: nothing, storyHeadline: null, stories: [], ...props }),
  )

test('a search that was not asked anything says what to type; one that found nothing says what to do', () => {
  expect(search().words).toContain('Type a word, or choose a state')
  const none = (before: number | null, isFirst?: boolean) =>
    search({ found: { comments: [], before }, ...(isFirst === undefined ? {} : { isFirst }) })
  expect(none(null).words).toContain('No comment matches all of this.')
  expect(none(null, false).words).toContain('No older comments match.')
  expect(none(7).words).toContain('No match among the newest comments. Look through older ones.')
  expect(none(null).texts('h2')).toEqual(['No comments found'])
  const problem = search({ problem: 'There is no such story.', found: { comments: [], before: null } })
  expect(problem.words).not.toContain('No comments found')
  expect(problem.field('story')?.attributes).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': 'problem' })
  expect(search().field('story')?.attributes).not.toHaveProperty('aria-invalid')
})

test('what was found is counted, leads on with the same question, and says what became of it', () => {
  const question = { ...nothing, q: 'ferry', state: 'held', days: '7' }
  const page = search({
    question,
    storyHeadline: 'The ferry',
    found: {
      comments: [
        comment(),
        comment({ last: false, state: 'rejected' }),
        comment({ state: 'approved', story: { id: 's2', headline: '' } }),
      ],
      before: 7,
    },
  })
  expect(page.texts('title')[0]).toContain('ferry · Search comments')
  expect(page.texts('h2')).toEqual(['3 comments, newest first'])
  expect(page.words).toContain('Story: The ferry')
  expect(page.links).toHaveProperty('/newsroom/review/search?q=ferry&state=held&days=7&before=7', 'Older comments')
  expect(page.links).toHaveProperty('/newsroom/stories/s2', '(no headline)')
  expect(
    page.elements.filter(({ attributes }) => attributes.class?.startsWith('label state-of')).map(({ text }) => text),
  ).toEqual(['Waiting for review', 'Earlier version: rejected', 'Published'])
  // Only what was decided, and is the last word on it, can be taken up again.
  expect(page.actions.filter((action) => action.endsWith('/reopen'))).toHaveLength(1)
  expect(page.field('q')?.attributes.value).toBe('ferry')
  expect(page.elements.filter(({ attributes }) => 'selected' in attributes).map(({ text }) => text)).toEqual([
    'Waiting for review',
    'week',
  ])
  const one = search({ question, found: { comments: [comment()], before: null } })
  expect(one.texts('h2')).toEqual(['1 comment'])
  expect(one.words).not.toContain('Older comments')
  expect(one.words).not.toContain('Story: ')
  expect(search().texts('title')[0]).toMatch(/^Search comments/)
})

test('a choice that is set and not offered any more stays chosen', () => {
  const page = search({ question: { ...nothing, days: '400' } })
  expect(page.elements.filter(({ attributes }) => 'selected' in attributes).map(({ text }) => text)).toEqual(['400'])
})
