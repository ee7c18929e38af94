/** How a campaign is told to whoever decides it. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { morning, newsroomFrame } from '../../../../test/sample-paper.ts'
import { REASONS } from '../../../house-rules/index.ts'
import type { Campaign, CampaignMember } from '../../../moderation/campaigns/index.ts'
import { type CampaignPageProps, renderCampaignPage } from './campaign-page.tsx'
import { outcomeInWords } from './campaign-words.tsx'
import { type CampaignsPageProps, renderCampaignsPage } from './campaigns-page.tsx'

const [reason] = REASONS as unknown as [(typeof REASONS)[number]]
const campaign = (changes: Partial<Campaign> = {}): Campaign => ({
  id: 'k1',
  short: false,
  size: 1200,
  more: false,
  waiting: 3,
  networks: 9,
  firstAt: morning,
  lastAt: morning,
  sample: 'Vote no on the new quay',
  decision: null,
  ...changes,
})
const decided = (action: 'approve' | 'reject') => ({
  groupId: 'g1',
  action,
  reason: action === 'reject' ? reason : null,
  by: { id: 'p2', name: 'Bo' },
  at: morning,
  count: 2,
})
const member = (id: string, changes: Partial<CampaignMember> = {}): CampaignMember => ({
  revisionId: `v-${id}`,
  commentId: id,
  authorName: `Author ${id}`,
  text: 'Vote no on the new quay',
  state: 'held',
  createdAt: morning,
  arrival: 1,
  story: { id: 's1', headline: 'The quay' },
  holder: null,
  ...changes,
})
const page = (props: Partial<CampaignPageProps> = {}) =>
  drawn(
    renderCampaignPage({
      ...newsroomFrame('moderate'),
      campaign: campaign(),
      waitingMembers: [member('a', { arrival: 2 }), member('b', { arrival: 3 }), member('c', { arrival: 1 })],
      decidedMembers: [],
      reasons: REASONS,
      ...props,
    }),
  )
const list = (props: Partial<CampaignsPageProps>) =>
  drawn(renderCampaignsPage({ ...newsroomFrame('moderate'), open: [], past: [], next: null, ...props }))

test.each([
  [{}, '1,200 comments from 9 networks'],
  [{ size: 1, networks: 1 }, '1 comment from 1 network'],
  [{ size: 5000, more: true, networks: 1300 }, 'More than 5,000 comments from 1,300 networks'],
])('a campaign is named by its size and where it came from: %j', (changes, title) => {
  expect(page({ campaign: campaign(changes) }).texts('h1')).toEqual([title])
})

test.each([
  [{}, '3 waiting for review.'],
  [{ waiting: 1 }, '1 waiting for review.'],
  [{ waiting: 0 }, 'None waiting; each comment was decided separately.'],
  [{ waiting: 0, decision: decided('approve') }, 'Approved by Bo, 16 May 2024'],
  [{ waiting: 1, decision: decided('reject') }, `Rejected (${reason.title}) by Bo, 16 May 2024`],
])('where a campaign stands is said in a sentence: %j', (changes, sentence) => {
  expect(page({ campaign: campaign(changes) }).words).toContain(sentence)
})

test('what came after the decision waits for one of its own, and is counted', () => {
  expect(page({ campaign: campaign({ waiting: 0, decision: decided('reject') }) }).words).not.toMatch(/more waiting/)
  expect(page({ campaign: campaign({ waiting: 1, decision: decided('reject') }) }).words).toContain('; 1 more waiting.')
  expect(page({ campaign: campaign({ waiting: 1300, decision: decided('reject') }) }).words).toContain(
    '; 1,300 more waiting.',
  )
})

test('only what stands on the page is approved; all that had come by then is rejected', () => {
  const all = page()
  expect(all.texts('h2')).toContain('Decide all 3 waiting comments')
  expect(all.texts('button')).toContain('Approve all')
  expect(all.field('shown')?.attributes.value).toBe('v-a v-b v-c')
  expect(all.field('last')?.attributes.value).toBe('v-b')
  expect(all.words).not.toContain('which you can read below')
  const some = page({ campaign: campaign({ waiting: 1300 }) })
  expect(some.texts('h2')).toContain('Decide all 1,300 waiting comments')
  expect(some.texts('button')).toContain('Approve the 3 below')
  expect(some.words).toContain(
    '“Approve” covers the latest 3 comments, which you can read below; the others come up next.',
  )
  expect(some.words).toContain('The latest 3 of 1,300.')
  expect(all.words).not.toContain('The latest 3 of')
  const one = page({ campaign: campaign({ waiting: 1 }), waitingMembers: [member('a')] })
  expect(one.texts('h2')).toContain('Decide the waiting comment')
  expect(one.texts('button')).toContain('Approve it')
  expect(one.texts('span')).toContain('Reject it:')
  expect(all.texts('span')).toContain('Reject all:')
  const none = page({ campaign: campaign({ waiting: 0 }), waitingMembers: [] })
  expect(none.actions).not.toContain('/newsroom/review/campaigns/k1/decide')
  expect(none.words).toContain('None waiting.')
  expect(all.words).not.toContain('None waiting.')
})

test('only as many are promised to be decided as no colleague has in hand', () => {
  const some = page({
    waitingMembers: [member('a'), { ...member('b'), holder: 'Mo' }, { ...member('c'), holder: 'Mo' }],
  })
  expect(some.texts('h2')).toContain('Decide 1 of the 3 waiting')
  expect(some.texts('button')).toContain('Approve it')
  expect(some.words).toContain('Colleagues are reviewing 2 of them, so they are left out.')
  const none = page({ campaign: campaign({ waiting: 1 }), waitingMembers: [{ ...member('a'), holder: 'Mo' }] })
  expect(none.actions).not.toContain('/newsroom/review/campaigns/k1/decide')
  expect(none.words).toContain('there is nothing to decide right now')
})

test('each member says where it stands, what became of it, who has it in hand, and how it differs', () => {
  const mixed = page({
    campaign: campaign({ size: 5 }),
    waitingMembers: [member('a'), member('b'), member('c', { text: 'Vote yes on the new quay', holder: 'Bo' })],
    decidedMembers: [member('d', { state: 'spam' })],
  })
  const lines = mixed.texts('li').filter((text) => text.startsWith('Author'))
  expect(lines.map((text) => text.includes('Identical to the typical comment.'))).toEqual([true, true, false, true])
  expect(lines[0]).not.toContain(' · ')
  expect(lines[2]).toContain('· Bo is reviewing it')
  expect(lines[3]).toContain('· Spam')
  expect(mixed.texts('h2')).toContain('Decided')
  expect(mixed.words).toContain('The latest 1 of 2.')
  expect(page().texts('h2')).not.toContain('Decided')
})

test('what was just decided can be taken back, and says how many were left to colleagues', () => {
  const just = (left: number) =>
    page({
      justDecided: { groupId: 'g1', left, seconds: 7, words: outcomeInWords({ ...decided('reject'), count: 1200 }) },
    })
  expect(just(0).part('undo')).toBe(`1,200 comments rejected (${reason.title}).Undo (7 s)`)
  expect(just(1).part('undo')).toContain('1 was left out: a colleague is reviewing it.')
  expect(just(3).part('undo')).toContain('3 were left out: colleagues are reviewing them.')
  expect(just(0).actions).toContain('/newsroom/review/campaigns/k1/undo')
  expect(page().part('undo')).toBeUndefined()
  expect(page({ justUndone: 1 }).words).toContain('1 comment waiting again.')
  expect(page({ justUndone: 4 }).words).toContain('4 comments waiting again.')
  expect(page().words).not.toContain('waiting again.')
})

test('a few words that many write are said to be no sign of anything', () => {
  expect(page({ campaign: campaign({ short: true }) }).words).toContain('Many people write these few words')
  expect(page().words).not.toContain('Many people write these few words')
  expect(list({ open: [campaign({ short: true })] }).texts('h3')[0]).toContain('Short')
  expect(list({ open: [campaign()] }).texts('h3')[0]).not.toContain('Short')
})

test('the list has what waits first; its further pages have past ones alone', () => {
  const none = list({})
  expect(none.texts('h2')).toEqual(['Waiting', 'Decided'])
  expect(none.words).toContain('No campaigns waiting.')
  expect(none.words).toContain('None yet.')
  expect(none.words).not.toContain('Earlier campaigns')
  const further = list({ open: null, past: [campaign()], next: 'k0' })
  expect(further.texts('h2')).toEqual(['Decided'])
  expect(further.links).toHaveProperty('/newsroom/review/campaigns?after=k0', 'Earlier campaigns')
  expect(further.words).not.toContain('None yet.')
  expect(list({ open: [campaign()] }).words).not.toContain('No campaigns waiting.')
})

test('a long sample is cut between words, or after its last whole letter, a short one stands as it is', () => {
  expect(
    list({ open: [campaign({ sample: `${'Not for sale. '.repeat(15)}Not for sale` })] }).texts('blockquote'),
  ).toEqual([`${'Not for sale. '.repeat(15)}Not for …`])
  const exact = 'x'.repeat(220)
  expect(list({ open: [campaign({ sample: exact })] }).texts('blockquote')).toEqual([exact])
  expect(list({ open: [campaign({ sample: `${'x'.repeat(219)}👩 and more` })] }).texts('blockquote')).toEqual([
    `${'x'.repeat(219)}👩 …`,
  ])
  expect(
    list({ open: [campaign({ sample: 'two\n\nlines' })] }).elements.find(({ name }) => name === 'blockquote')?.text,
  ).toBe('two lines')
})
