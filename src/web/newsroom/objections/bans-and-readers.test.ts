/** Who is kept out, and who is known. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { morning, newsroomFrame } from '../../../../test/sample-paper.ts'
import { REASONS } from '../../../house-rules/index.ts'
import { renderReaderPage, renderReadersPage } from '../people/readers-page.tsx'
import { type BanLine, renderBanPage, renderBansPage } from './bans-page.tsx'

const DAY = 86_400_000
const ban = (changes: Partial<BanLine> = {}): BanLine => ({
  id: 'b1',
  whom: 'reader',
  readerName: 'Ben',
  storyId: null,
  commentId: 'c1',
  reason: 'attack',
  note: '',
  madeAt: morning - DAY,
  sequence: 1,
  madeBy: 'Bo',
  endsAt: null,
  liftedAt: null,
  liftedBy: null,
  reasonTitle: 'Personal attack',
  story: null,
  ...changes,
})
const story = { id: 's1', headline: 'The ferry', path: null }
const bans = (standing: BanLine[], over: BanLine[] = [], contact = 'desk@a.example') =>
  drawn(renderBansPage({ ...newsroomFrame('moderate'), standing, over, contact }))

test.each([
  [{}, 'Ben, on the whole site: Personal attack'],
  [{ readerName: null, story }, 'A reader, on The ferry: Personal attack'],
  [{ whom: 'network', readerName: null }, 'A network, on the whole site: Personal attack'],
] as const)('a ban says whom it keeps out, where and why: %j', (changes, words) => {
  expect(
    bans([ban(changes)])
      .texts('li')
      .find((text) => text.includes('Personal attack')),
  ).toContain(words)
})

test.each([
  [{}, 'By Bo, 15 May 2024 at 14:20; for good'],
  [{ madeBy: null, endsAt: morning + DAY }, 'By someone, 15 May 2024 at 14:20; until 17 May 2024'],
  [{ liftedAt: morning, liftedBy: 'Cy' }, '; lifted by Cy, 16 May 2024'],
  [{ liftedAt: morning }, '; lifted by someone, 16 May 2024'],
])('a ban says who made it and how long it holds: %j', (changes, words) => {
  expect(bans([ban(changes)]).words).toContain(words)
})

test('a ban is lifted where it stands; one that is over has no button', () => {
  const lifts = (one: BanLine) => bans([one]).actions.filter((action) => action.endsWith('/lift'))
  expect(lifts(ban())).toEqual(['/newsroom/review/bans/b1/lift'])
  expect(lifts(ban({ endsAt: morning + 1 }))).toHaveLength(1)
  expect(lifts(ban({ endsAt: morning }))).toEqual([])
  expect(lifts(ban({ liftedAt: morning }))).toEqual([])
  expect(bans([ban()]).texts('button')).toContain('Lift ban: Ben')
  expect(bans([ban({ readerName: null })]).texts('button')).toContain('Lift ban: a reader')
  expect(bans([ban({ whom: 'network', readerName: null })]).texts('button')).toContain('Lift ban: a network')
})

test('a ban leads to the comment it was made at, and gives the sentence that its person was told', () => {
  expect(bans([ban({ note: 'Calm down.' })]).words).toContain('Note to them: “Calm down.”')
  expect(bans([ban()]).words).not.toContain('Note to them')
  expect(bans([ban()]).links).toHaveProperty('/newsroom/comments/c1', 'Ben')
  expect(Object.values(bans([ban({ commentId: null })]).links)).not.toContain('Ben')
})

test('the list says where nobody is banned, and where those who are can’t tell whom to write to', () => {
  const none = bans([])
  expect(none.words).toContain('Nobody is banned.')
  expect(none.words).not.toContain('Ended or lifted')
  expect(bans([], [ban({ liftedAt: morning })]).texts('summary')).toEqual(['Ended or lifted'])
  expect(none.words).not.toContain('not how to reach it')
  expect(bans([ban()], [], '').words).toContain(
    'They are told that they can object to the newsroom, but not how to reach it',
  )
})

const form = { reason: 'attack', scope: 'site', term: 'month', note: 'Calm down.' }
const banPage = (props: Partial<Parameters<typeof renderBanPage>[0]> = {}) =>
  drawn(
    renderBanPage({
      ...newsroomFrame('moderate'),
      commentId: 'c1',
      authorName: 'Ben',
      story,
      reasons: REASONS,
      known: { as: 'reader', name: 'Ben' },
      standing: null,
      form,
      ...props,
    }),
  )
const checked = (page: ReturnType<typeof banPage>) =>
  page.elements.filter(({ attributes }) => 'checked' in attributes).map(({ attributes }) => attributes.value)

test('a verified reader is banned for a term of one’s choice, and what was typed is there again', () => {
  const page = banPage()
  expect(page.words).toContain('Ben is a verified reader. The ban applies wherever they sign in.')
  expect(checked(page)[0]).toBe('attack')
  expect(checked(page)).toContain('site')
  expect(checked(page)).not.toContain('story')
  expect(checked(banPage({ form: { ...form, scope: 'story' } }))).toContain('story')
  expect(checked(banPage({ form: { ...form, scope: 'story' } }))).not.toContain('site')
  expect(page.field('note')?.text).toBe('\nCalm down.')
  expect(page.field('term')?.attributes.type).toBe('radio')
  expect(page.words).toContain('If they have a verified address, they are also told by email.')
})

test('somebody unknown is banned by their network, until its key is over; somebody who can’t be told any more is not', () => {
  const network = banPage({ known: { as: 'network', until: morning } })
  expect(network.words).toContain('the ban ends on 16 May 2024 at 14:20.')
  expect(network.field('term')?.attributes).toMatchObject({ type: 'hidden', value: 'day' })
  expect(network.words).not.toContain('also told by email')
  const nobody = banPage({ known: null })
  expect(nobody.words).toContain('It’s no longer possible to tell who wrote this')
  expect(nobody.actions).not.toContain('/newsroom/comments/c1/ban')
  expect(network.words).not.toContain('It’s no longer possible to tell')
})

test('where a ban holds already the form says which, and until when', () => {
  expect(banPage({ standing: ban() }).part('notice')).toBe(
    'The author is banned on the whole site for good. See all bans',
  )
  expect(banPage({ standing: ban({ story, endsAt: morning }) }).part('notice')).toBe(
    'The author is banned on The ferry until 16 May 2024 at 14:20. See all bans',
  )
  expect(banPage().part('notice')).toBeUndefined()
})

const reader = (changes: object = {}) => ({
  id: 'r1',
  name: 'Ben',
  mail: 'b@a.example' as string | null,
  since: morning,
  erasedAt: null as number | null,
  comments: 3,
  ...changes,
})
const readers = (props: Partial<Parameters<typeof renderReadersPage>[0]>) =>
  drawn(renderReadersPage({ ...newsroomFrame('moderate'), readers: [], find: '', next: null, later: false, ...props }))

test('readers are listed by name or what is left of it, with the number of their comments', () => {
  const page = readers({
    readers: [
      reader(),
      reader({ id: 'r2', name: '', mail: null, comments: 1 }),
      reader({ id: 'r3', erasedAt: morning, comments: 0 }),
    ],
    next: '/newsroom/readers?after=r3',
  })
  expect(page.links).toMatchObject({
    '/newsroom/readers/r1': 'Ben',
    '/newsroom/readers/r2': '(no name)',
    '/newsroom/readers/r3': 'Erased',
    '/newsroom/readers?after=r3': 'Older',
  })
  const lines = page.texts('li').filter((text) => text.includes('since'))
  expect(lines[0]).toContain('b@a.example, 3 comments, since')
  expect(lines[1]).toContain('1 comment, since')
  expect(lines[1]).not.toContain('a.example')
})

test('an empty list of readers says whether nobody is known, nobody came before, or nobody fits', () => {
  expect(readers({}).part('empty')).toBe('No readers yet.')
  expect(readers({ later: true }).part('empty')).toBe('No older readers.')
  expect(readers({ find: 'Zoe', later: true }).part('empty')).toBe('No reader found with that name or address.')
  expect(readers({ find: 'Zoe' }).field('find')?.attributes.value).toBe('Zoe')
  expect(readers({ readers: [reader()] }).part('empty')).toBeUndefined()
  expect(Object.values(readers({}).links)).not.toContain('Older')
})

const record = (props: Partial<Parameters<typeof renderReaderPage>[0]> = {}) =>
  drawn(
    renderReaderPage({
      ...newsroomFrame('moderate'),
      reader: reader(),
      comments: [],
      next: null,
      mayErase: false,
      erased: false,
      ...props,
    }),
  )
const written = {
  commentId: 'c1',
  storyId: 's1',
  authorName: 'B.',
  createdAt: morning,
  text: 'Hello.',
  state: 'approved' as const,
}

test('a reader’s page has what they wrote and what can be done; erasing is for who may change the settings', () => {
  const page = record({
    comments: [written, { ...written, commentId: 'c0', text: '' }],
    next: '/newsroom/readers/r1?after=c0',
  })
  expect(page.links).toMatchObject({
    '/newsroom/comments/c1': 'Hello.',
    '/newsroom/comments/c0': '(text erased)',
    '/newsroom/comments/c1/ban': 'Ban this reader',
    '/newsroom/readers/r1?after=c0': 'Older',
  })
  expect(page.words).not.toContain('No comments.')
  expect(page.words).toContain('People who can change settings can download and erase')
  expect(page.actions).not.toContain('/newsroom/readers/r1/erase')
  const boss = record({ mayErase: true })
  expect(boss.actions).toContain('/newsroom/readers/r1/erase')
  expect(boss.links).toHaveProperty('/newsroom/readers/r1/export')
  expect(boss.words).toContain('No comments.')
  expect(boss.words).toContain('A reader who has not commented can’t be banned.')
  expect(boss.words).not.toContain('Older')
})

test('of somebody who was erased the page says when, and nothing can be done any more', () => {
  const page = record({ reader: reader({ mail: null, erasedAt: morning }), mayErase: true, erased: true })
  expect(page.texts('h1')).toEqual(['Erased'])
  expect(page.words).toContain('Erased. We no longer keep the name or address.')
  expect(page.words).toContain('No address, since 16 May 2024 at 14:20; erased 16 May 2024 at 14:20')
  expect(page.words).not.toContain('Actions')
  expect(record().words).not.toContain('erased')
  expect(record().words).not.toContain('We no longer keep')
})
