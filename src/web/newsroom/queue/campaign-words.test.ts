/** How a campaign is told to whoever decides it. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { morning, newsroomFrame } from '../../../../test/sample-paper.ts'
import { REASONS } from '../../../house-rules/index.ts'
import type { Campaign, CampaignMember } from '../../../moderation/campaigns/index.ts'
import { type CampaignPageProps, renderCampaignPage } from './campaign-page.tsx'
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
  [{ size: 1, networks: 1 }, 'One comment from one network'],
  [{ size: 5000, more: true, networks: 1300 }, 'More than 5,000 comments from 1,300 networks'],
])('a campaign is named by its size and where it came from: %j', (changes, title) => {
  expect(page({ campaign: campaign(changes) }).texts('h1')).toEqual([title])
})

test.each([
  [{}, '3 wait for a decision.'],
  [{ waiting: 1 }, 'One waits for a decision.'],
  [{ waiting: 0 }, 'Nothing waits; each was decided by itself.'],
  [{ waiting: 0, decision: decided('approve') }, 'Approved by Bo, 16 May 2024'],
  [{ waiting: 1, decision: decided('reject') }, `Rejected (${reason.title}) by Bo, 16 May 2024`],
])('where a campaign stands is said in a sentence: %j', (changes, sentence) => {
  expect(page({ campaign: campaign(changes) }).words).toContain(sentence)
})

test('what came after the decision waits for one of its own, and is counted', () => {
  expect(page({ campaign: campaign({ waiting: 0, decision: decided('reject') }) }).words).not.toMatch(/more waits?\./)
  expect(page({ campaign: campaign({ waiting: 1, decision: decided('reject') }) }).words).toContain('; one more waits.')
  expect(page({ campaign: campaign({ waiting: 1300, decision: decided('reject') }) }).words).toContain(
    '; 1,300 more wait.',
  )
})

test('only what stands on the page is approved; all that had come by then is rejected', () => {
  const all = page()
  expect(all.texts('h2')).toContain('Decide all 3 that wait')
  expect(all.texts('button')).toContain('Approve all')
  expect(all.field('shown')?.attributes.value).toBe('v-a v-b v-c')
  expect(all.field('last')?.attributes.value).toBe('v-b')
  expect(all.words).not.toContain('What you can read below is approved')
  const some = page({ campaign: campaign({ waiting: 1300 }) })
  expect(some.texts('h2')).toContain('Decide all 1,300 that wait')
  expect(some.texts('button')).toContain('Approve the 3 below')
  expect(some.words).toContain('Approving covers what you can read below, the latest 3; the others come up next.')
  expect(some.words).toContain('The latest 3 of 1,300.')
  expect(all.words).not.toContain('The latest 3 of')
  const one = page({ campaign: campaign({ waiting: 1 }), waitingMembers: [member('a')] })
  expect(one.texts('h2')).toContain('Decide the one that waits')
  expect(one.texts('button')).toContain('Approve it')
  expect(one.texts('span')).toContain('Reject it:')
  expect(all.texts('span')).toContain('Reject all:')
  const none = page({ campaign: campaign({ waiting: 0 }), waitingMembers: [] })
  expect(none.actions).not.toContain('/newsroom/review/campaigns/k1/decide')
  expect(none.words).toContain('Nothing of it waits.')
  expect(all.words).not.toContain('Nothing of it waits.')
})

test('only as many are promised to be decided as no colleague has in hand', () => {
  const some = page({
    waitingMembers: [member('a'), { ...member('b'), holder: 'Mo' }, { ...member('c'), holder: 'Mo' }],
  })
  expect(some.texts('h2')).toContain('Decide 1 of the 3 that wait')
  expect(some.texts('button')).toContain('Approve it')
  expect(some.words).toContain('2 are in colleagues’ hands and are left to them.')
  const none = page({ campaign: campaign({ waiting: 1 }), waitingMembers: [{ ...member('a'), holder: 'Mo' }] })
  expect(none.actions).not.toContain('/newsroom/review/campaigns/k1/decide')
  expect(none.words).toContain('there is nothing to decide here just now')
})

test('each member says where it stands, what became of it, who has it in hand, and how it differs', () => {
  const mixed = page({
    campaign: campaign({ size: 5 }),
    waitingMembers: [member('a'), member('b'), member('c', { text: 'Vote yes on the new quay', holder: 'Bo' })],
    decidedMembers: [member('d', { state: 'spam' })],
  })
  const lines = mixed.texts('li').filter((text) => text.startsWith('Author'))
  expect(lines.map((text) => text.includes('Word for word the typical one.'))).toEqual([true, true, false, true])
  expect(lines[0]).not.toContain(' · ')
  expect(lines[2]).toContain('· Bo has it in hand')
  expect(lines[3]).toContain('· Spam')
  expect(mixed.texts('h2')).toContain('Decided before')
  expect(mixed.words).toContain('The latest 1 of 2.')
  expect(page().texts('h2')).not.toContain('Decided before')
})

test('what was just decided can be taken back, and says how many were left to colleagues', () => {
  const just = (count: number, left: number) =>
    page({ justDecided: { groupId: 'g1', count, left, seconds: 7, words: 'rejected' } })
  expect(just(1, 0).part('undo')).toBe('One comment rejected.Undo (7 s)')
  expect(just(1200, 1).part('undo')).toContain('1,200 comments rejected. One was left: a colleague has it in hand.')
  expect(just(2, 3).part('undo')).toContain('3 were left: colleagues have them in hand.')
  expect(just(2, 0).actions).toContain('/newsroom/review/campaigns/k1/undo')
  expect(page().part('undo')).toBeUndefined()
  expect(page({ justUndone: 1 }).words).toContain('One comment waits again.')
  expect(page({ justUndone: 4 }).words).toContain('4 comments wait again.')
  expect(page().words).not.toContain('again.')
})

test('a few words that many write are said to be no sign of anything', () => {
  expect(page({ campaign: campaign({ short: true }) }).words).toContain('A few words that many people write')
  expect(page().words).not.toContain('A few words that many people write')
  expect(list({ open: [campaign({ short: true })] }).texts('h3')[0]).toContain('Few words')
  expect(list({ open: [campaign()] }).texts('h3')[0]).not.toContain('Few words')
})

test('the list has what waits first; its further pages have past ones alone', () => {
  const none = list({})
  expect(none.texts('h2')).toEqual(['Waiting', 'Decided'])
  expect(none.words).toContain('No campaign waits.')
  expect(none.words).toContain('None so far.')
  expect(none.words).not.toContain('Earlier ones')
  const further = list({ open: null, past: [campaign()], next: 'k0' })
  expect(further.texts('h2')).toEqual(['Decided'])
  expect(further.links).toHaveProperty('/newsroom/review/campaigns?after=k0', 'Earlier ones')
  expect(further.words).not.toContain('None so far.')
  expect(list({ open: [campaign()] }).words).not.toContain('No campaign waits.')
})

test('a long sample is cut after its last whole letter, a short one stands as it is', () => {
  const exact = 'x'.repeat(220)
  expect(list({ open: [campaign({ sample: exact })] }).texts('blockquote')).toEqual([exact])
  expect(list({ open: [campaign({ sample: `${'x'.repeat(219)}👩 and more` })] }).texts('blockquote')).toEqual([
    `${'x'.repeat(219)}👩 …`,
  ])
  expect(
    list({ open: [campaign({ sample: 'two\n\nlines' })] }).elements.find(({ name }) => name === 'blockquote')?.text,
  ).toBe('two lines')
})
