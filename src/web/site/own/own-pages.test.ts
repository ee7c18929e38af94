/** The pages of one reader alone: receipts, reports, appeals, the account, and what letters lead to. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { content, morning, site, story } from '../../../../test/sample-paper.ts'
import { REASONS } from '../../../house-rules/index.ts'
import type { Report } from '../../../redress/index.ts'
import { renderConfirmPage, renderNoticesPage, renderStopPage } from '../reports/notices-page.tsx'
import { mayAppeal, renderReportReceiptPage } from '../reports/report-receipt-page.tsx'
import { type AccountProps, renderAccountDoor, renderAccountPage } from './receipt-account-page.tsx'
import { AnswersTold } from './receipt-answers.tsx'
import { AppealForm } from './receipt-appeal-page.tsx'
import { DecisionTold } from './receipt-decision.tsx'
import { renderErasePage } from './receipt-erase-page.tsx'
import { renderReceiptPage, renderReceiptsPage } from './receipt-page.tsx'
import type { ReceiptDecision, ReceiptPageProps, ReceiptRevision, ReceiptView } from './receipt-props.ts'

const [reason] = REASONS as unknown as [(typeof REASONS)[number]]
const DAY = 86_400_000

const report: Report = {
  id: 'r1',
  commentId: 'c1',
  storyId: story.id,
  kind: 'rule',
  ground: 'Personal attack',
  words: '',
  name: '',
  mail: null,
  at: morning,
  outcome: null,
  appealUntil: null,
  appeal: null,
  shown: true,
}
const stays = { decisionId: 'd1', action: 'keep' as const, reason: null, note: '', at: morning }
const gone = { ...stays, action: 'remove' as const, reason }
const asked = { id: 'a1', words: 'Look again.', at: morning, outcome: null }
const answered = (outcome: typeof stays | typeof gone, alone = false) => ({ ...asked, outcome: { ...outcome, alone } })
const onStory = { headline: 'The ferry', path: '/2024/05/ferry' }
const receiptOf = (changes: Partial<Report>, on: typeof onStory | null = onStory, now = morning) =>
  drawn(renderReportReceiptPage({ site, report: { ...report, ...changes }, path: '/reports/key', story: on, now }))

test.each<[Partial<Report>, string]>([
  [{}, 'Waiting for a decision'],
  [{ shown: false }, 'No longer shown'],
  [{ outcome: gone, shown: false }, 'Removed'],
  [{ outcome: stays }, 'It stays'],
  [{ outcome: stays, shown: false }, 'It stays'],
  [{ outcome: stays, appeal: asked }, 'Waiting for a second look'],
  [{ outcome: stays, appeal: asked, shown: false }, 'No longer shown'],
  [{ outcome: stays, appeal: answered(gone), shown: false }, 'Removed'],
  [{ outcome: stays, appeal: answered(stays) }, 'It stays'],
])('who reported a comment sees what became of it (%#): %j', (changes, title) => {
  expect(receiptOf(changes).texts('h1')).toEqual([title])
})

test('a report leads to the comment while it is shown, to the story otherwise, and nowhere where that is gone', () => {
  expect(receiptOf({}).links).toHaveProperty('/2024/05/ferry#c-c1', 'a comment on The ferry')
  expect(receiptOf({ shown: false }).links).toHaveProperty('/2024/05/ferry', 'The ferry')
  const nowhere = receiptOf({}, null)
  expect(nowhere.words).toContain('about a comment. Reason given: Personal attack.')
  expect(Object.keys(nowhere.links)).not.toContain('/2024/05/ferry')
})

test('a second look can be asked for once, in time, while the comment is shown', () => {
  const open = { outcome: stays, appealUntil: morning }
  expect(mayAppeal({ ...report, ...open }, morning)).toBe(true)
  expect(mayAppeal({ ...report, ...open }, morning + 1)).toBe(false)
  expect(mayAppeal({ ...report, ...open, shown: false }, morning)).toBe(false)
  expect(mayAppeal({ ...report, ...open, appeal: asked }, morning)).toBe(false)
  expect(mayAppeal({ ...report, ...open, appealUntil: null }, morning)).toBe(false)
  expect(receiptOf(open).links).toHaveProperty('/reports/key/appeal', 'Ask for a second look')
  expect(receiptOf({ ...open, shown: false }).links).not.toHaveProperty('/reports/key/appeal')
  expect(receiptOf({ ...open, shown: false }).words).toContain('If you disagree')
  expect(receiptOf({}).words).not.toContain('If you disagree')
})

test('the answer is told with its reason and sentence, and with who gave it where nobody else could', () => {
  const plain = receiptOf({ outcome: stays })
  expect(plain.words).not.toContain('The reason:')
  expect(plain.part('from-newsroom')).toBeUndefined()
  const down = receiptOf({ outcome: { ...gone, note: 'Thank you.' }, shown: false })
  expect(down.words).toContain(`The reason: ${reason.title}. ${reason.sentence}`)
  expect(down.part('from-newsroom')).toBe('Thank you.')
  const alone = receiptOf({ outcome: stays, appeal: answered({ ...stays, note: 'It is fine.' }, true) })
  expect(alone.words).toContain('Nobody else reviews comments here, so the same person answered.')
  expect(alone.part('from-newsroom')).toBe('It is fine.')
  expect(receiptOf({ outcome: stays, appeal: answered(stays) }).words).not.toContain('Nobody else reviews')
})

test('an appeal is shown with its words, and says that somebody will read it only while somebody will', () => {
  const waits = 'Another person reads it, if there is one, and decides.'
  expect(receiptOf({ outcome: stays, appeal: asked }).part('appeal')).toContain(waits)
  expect(receiptOf({ outcome: stays, appeal: asked }).part('appeal')).toContain('Look again.')
  expect(receiptOf({ outcome: stays, appeal: asked, shown: false }).part('appeal')).not.toContain(waits)
  expect(receiptOf({ outcome: stays, appeal: answered(stays) }).part('appeal')).not.toContain(waits)
  expect(receiptOf({}).part('appeal')).toBeUndefined()
})

test('a report’s page has what was written, and says how to come back to it', () => {
  const plain = receiptOf({})
  expect([plain.texts('p')[0], plain.texts('h2')]).toEqual(['The Harbour Courant', ['Keep this page’s address']])
  expect(plain.words).toContain('Your report')
  expect(plain.words).toContain('the only way back to your report.')
  expect(plain.words).toContain('https://harbour.example/reports/key')
  const full = receiptOf({ kind: 'law', words: 'He threatens me.', mail: 'r@a.example' })
  expect(full.words).toContain('Your legal notice')
  expect(full.words).toContain('He threatens me.')
  expect(full.words).toContain('the only way back to your report, besides the email we send you.')
})

const decision = (changes: Partial<ReceiptDecision> = {}): ReceiptDecision => ({
  id: 'd',
  title: 'Off topic',
  sentence: 'It is not about this story.',
  note: '',
  statement: {
    decision: 'The comment was not published.',
    facts: 'A person read it.',
    ground: { kind: 'house rule', title: 'Off topic', sentence: 'It is not about this story.', law: null },
    automation: 'No program decided; a person did.',
    redress: 'You can appeal here.',
  },
  appeal: null,
  appealPath: '/receipts/key/appeal/d',
  appealUntil: morning,
  reopened: false,
  ...changes,
})
const told = (changes: Partial<ReceiptDecision>) => drawn(String(DecisionTold({ site, decision: decision(changes) })))
const appealed = { id: 'a', decisionId: 'd', words: 'It was on topic.', at: morning, outcome: null }
const outcome = (verdict: 'uphold' | 'overturn', alone: boolean, note = '') => ({
  decisionId: 'e',
  verdict,
  alone,
  note,
  at: morning,
})

test('under a decision stands the way to appeal, until when; or why there is none', () => {
  expect(told({}).links).toHaveProperty('/receipts/key/appeal/d', 'Appeal')
  expect(told({}).words).toContain('Until 16 May 2024, free of charge.')
  expect(told({ appealPath: null }).words).toContain('The six months in which you could appeal are over.')
  expect(told({ appealUntil: null }).words).toContain('are over.')
  expect(told({ reopened: true }).words).toContain('The newsroom has since reviewed this comment again.')
  expect(told({ reopened: true }).links).not.toHaveProperty('/receipts/key/appeal/d')
})

test('what became of an appeal is told with who answered', () => {
  const words = (changes: Partial<ReceiptDecision>) => told(changes).part('appeal')
  expect(words({ appeal: appealed })).toContain('It is waiting for an answer')
  expect(words({ appeal: appealed, reopened: true })).toContain('so there is nothing left to appeal against.')
  expect(words({ appeal: appealed, appealUntil: null })).toContain('so there is nothing left to appeal against.')
  const right = words({ appeal: { ...appealed, outcome: outcome('overturn', false, 'Sorry.') } })
  expect(right).toContain('Your appeal succeeded. The newsroom published your comment on 16 May 2024.')
  expect(right).toContain('Someone other than the person who made the decision answered.Sorry.')
  const wrong = told({ appeal: { ...appealed, outcome: outcome('uphold', true) } })
  expect(wrong.part('appeal')).toContain('The decision stands. The newsroom answered on 16 May 2024.')
  expect(wrong.part('appeal')).toContain(
    'The person who made the decision answered, because nobody else reviews comments here.',
  )
  expect(wrong.part('from-newsroom')).toBeUndefined()
})

const revision = (state: ReceiptRevision['state'], changes: Partial<ReceiptRevision> = {}): ReceiptRevision => ({
  id: `r-${state}`,
  number: 1,
  text: `Words ${state}.`,
  state,
  createdAt: morning,
  stateAt: morning,
  decision: null,
  ...changes,
})
const view = (revisions: ReceiptRevision[], changes: Partial<ReceiptView> = {}): ReceiptView => ({
  commentId: 'c',
  path: '/receipts/key',
  story: { headline: content.headline, path: story.path, isOpen: true },
  authorName: 'Ada',
  createdAt: morning,
  parent: null,
  publicPath: null,
  revisions,
  ...changes,
})
const receipt = (
  revisions: ReceiptRevision[],
  changes: Partial<ReceiptView> = {},
  more: Partial<ReceiptPageProps> = {},
) =>
  drawn(
    renderReceiptPage({
      site,
      receipt: view(revisions, changes),
      answers: { state: 'none', address: '', typed: '' },
      ...more,
    }),
  )

test('a receipt leads to the comment where readers see it, and to the story while that is on the site', () => {
  const shown = receipt([revision('approved')], { publicPath: '/2024/05/x#c-c' })
  expect(shown.links).toHaveProperty('/2024/05/x#c-c', 'See it under the story')
  expect(shown.links).toHaveProperty(story.path, content.headline)
  const both = receipt([revision('held'), revision('approved')], { publicPath: '/2024/05/x#c-c' })
  expect(both.links).toHaveProperty('/2024/05/x#c-c', 'See the earlier version under the story')
  const off = receipt([revision('held')], { story: { headline: content.headline, path: null, isOpen: false } })
  expect(off.links).not.toHaveProperty(story.path)
  expect(off.words).toContain(`On ${content.headline},`)
})

test('where the story is closed a comment can’t be changed, but still be taken back', () => {
  const closed = { story: { headline: content.headline, path: story.path, isOpen: false } }
  const page = receipt([revision('held')], closed)
  expect(page.words).toContain('Comments on this story are closed, so this one can no longer be edited.')
  expect(page.actions).toContain('/receipts/key/withdraw')
  expect(page.actions).not.toContain('/receipts/key/edit')
  expect(receipt([revision('rejected')], closed).actions).not.toContain('/receipts/key/withdraw')
  const late = receipt([revision('held')], closed, { problem: { sentence: 'It is closed.', text: 'Newer' } })
  expect(late.texts('textarea')).toEqual(['Newer'])
  expect(late.words).not.toContain('so this one can no longer be edited')
})

test('new words that have to be put right stand in the form again, with what is wrong named by it', () => {
  const problem = { sentence: 'Write something.', text: 'Newer' }
  const page = receipt([revision('held')], {}, { problem })
  const field = page.field('comment')
  expect(field?.text).toBe('\nNewer')
  expect(field?.attributes['aria-invalid']).toBe('true')
  expect(page.part(field?.attributes['aria-describedby'] ?? '')).toBe('Write something.')
  const plain = receipt([revision('held')])
  expect(plain.field('comment')?.text).toBe('\nWords held.')
  expect(plain.field('comment')?.attributes).not.toHaveProperty('aria-invalid')
  expect(plain.words).toContain('Your edit replaces this version.')
  expect(receipt([revision('approved')]).words).toContain('The published version stays up until then.')
  expect(receipt([revision('held'), revision('approved')]).words).toContain(
    'The published version stays up until then.',
  )
})

test('a decision stands with the words it was on, and only where it still says something', () => {
  const page = receipt([revision('rejected', { decision: decision({ note: 'Do write again.' }) })])
  expect(page.part('state')).toContain('The reason: Off topic. It is not about this story.')
  expect(page.part('from-newsroom')).toBe('Do write again.')
  expect(receipt([revision('rejected', { decision: decision() })]).part('from-newsroom')).toBeUndefined()
  for (const state of ['held', 'approved'] as const)
    expect(receipt([revision(state, { decision: decision({ reopened: true }) })]).part('state')).not.toContain(
      'The reason',
    )
  const earlier = receipt([revision('approved'), revision('rejected', { decision: decision() })])
  expect(earlier.part('earlier')).toContain('Not published · 16 May 2024')
  expect(earlier.part('earlier')).toContain('No program decided; a person did.')
  expect(receipt([revision('approved')]).words).not.toContain('Earlier versions')
})

test('answers by mail are offered while the comment may stand, and can be stopped for as long as they are told', () => {
  const answers = (state: 'none' | 'told') => ({ answers: { state, address: '', typed: '' } })
  expect(receipt([revision('rejected')], {}, answers('none')).words).not.toContain('Replies by email')
  expect(receipt([revision('rejected')], {}, answers('told')).actions).toContain('/receipts/key/answers/stop')
  expect(receipt([revision('held')], {}, answers('none')).actions).toContain('/receipts/key/answers')
})

test('erased words are said to be erased, on the receipt and in the list', () => {
  expect(receipt([revision('withdrawn', { text: '' })]).words).toContain('Its text has been erased.')
  expect(receipt([revision('withdrawn')]).words).not.toContain('Its text has been erased.')
  const list = drawn(renderReceiptsPage({ site, receipts: [view([revision('withdrawn', { text: '' })])] }))
  expect(list.links).toHaveProperty('/receipts/key', '(text erased)')
  expect(list.words).not.toContain('This browser remembers no comments.')
  const exact = drawn(renderReceiptsPage({ site, receipts: [view([revision('held', { text: 'x'.repeat(120) })])] }))
  expect(exact.links['/receipts/key']).toBe('x'.repeat(120))
})

test('where no mail leaves, none is offered or promised, and what was promised before can be stopped', () => {
  const silent = { ...site, mailLeaves: false }
  const drawnReceipt = (told: ReceiptPageProps['answers']) =>
    drawn(renderReceiptPage({ site: silent, receipt: view([revision('held')]), answers: told })).words
  expect(drawnReceipt({ state: 'none', address: '', typed: '' })).not.toContain('email')
  expect(drawnReceipt({ state: 'asked', address: 'a@a.example', typed: '' })).not.toContain('sending')
  expect(drawnReceipt({ state: 'told', address: '', typed: '' })).toContain('Stop these emails')
  const door = (doorScript: string | null) => drawn(renderAccountDoor({ site: silent, doorScript, signedOut: false }))
  expect(door('/assets/door.js').actions).not.toContain('/account/link')
  expect(door(null).words).toContain('nobody can open an account here for now')
})

test('being told of answers says what waits for a letter, and gives back an address that is none', () => {
  const section = (answers: Parameters<typeof AnswersTold>[0]['answers']) =>
    drawn(String(AnswersTold({ path: '/receipts/key', answers })))
  expect(section({ state: 'none', address: '', typed: '' }).texts('button')).toEqual(['Tell me about replies'])
  const waits = section({ state: 'asked', address: 'a@a.example', typed: '' })
  expect(waits.words).toContain('sending a confirmation link to a@a.example')
  expect(waits.texts('button')).toEqual(['Send the link again'])
  const wrong = section({ state: 'none', address: '', typed: 'a@', sentence: 'That is no address.' })
  expect(wrong.field('mail')?.attributes).toMatchObject({
    value: 'a@',
    'aria-invalid': 'true',
    'aria-describedby': 'answers-problem',
  })
  expect(wrong.part('answers-problem')).toBe('That is no address.')
  expect(waits.field('mail')?.attributes).not.toHaveProperty('aria-invalid')
  expect(section({ state: 'told', address: '', typed: '' }).texts('button')).toEqual(['Stop these emails'])
})

test('the form of an appeal says until when, and gives back what was typed', () => {
  const form = (problem: string | undefined, until: number | null) =>
    drawn(String(AppealForm({ site, action: '/receipts/key/appeal/d', until, words: 'Because', problem })))
  expect(form(undefined, morning).words).toContain('You can appeal once, until 16 May 2024.')
  expect(form(undefined, null).words).not.toContain('You can appeal once')
  expect(form(undefined, null).field('words')?.attributes).not.toHaveProperty('aria-invalid')
  const wrong = form('Say why.', morning)
  expect([wrong.part('appeal-problem'), wrong.field('words')?.text]).toEqual(['Say why.', '\nBecause'])
  expect(wrong.field('words')?.attributes['aria-describedby']).toBe('appeal-problem')
})

const account = (props: Partial<AccountProps> = {}) =>
  drawn(
    renderAccountPage({
      site,
      doorScript: null,
      reader: { id: 'x', name: 'Ada', mail: 'a@a.example', verifiedAt: morning, createdAt: morning },
      receipts: [],
      next: null,
      passkeys: [],
      sessions: [{ id: 's1', device: 'Firefox', way: 'link', createdAt: morning, seenAt: morning }],
      here: 's1',
      noticesPath: null,
      ...props,
    }),
  )
const nameless = { id: 'x', name: '', mail: null, verifiedAt: morning, createdAt: morning }

test('an account without an address asks for one, and says what its lack means', () => {
  const without = account({ reader: nameless })
  expect(without.texts('h1')).toEqual(['Welcome'])
  expect(without.words).toContain('No email address, since')
  expect(without.words).toContain('your passkeys are the only way to sign in.')
  expect(without.actions).toContain('/account/link')
  expect(account().actions).not.toContain('/account/link')
  const sent = account({ reader: nameless, asked: true })
  expect(sent.words).toContain('If that address can get email from us, a link will arrive there soon.')
  expect(sent.words).not.toContain('the only way in.')
  const wrong = account({ reader: nameless, problem: 'That is no address.', typedMail: 'a@' })
  expect(wrong.field('mail')?.attributes).toMatchObject({
    value: 'a@',
    'aria-invalid': 'true',
    'aria-describedby': 'problem',
  })
  expect(account({ reader: nameless, problem: 'Another thing.' }).field('mail')?.attributes).not.toHaveProperty(
    'aria-invalid',
  )
  expect(without.field('mail')?.attributes).not.toHaveProperty('aria-invalid')
})

test('an account says what was done or is wrong, and gives back a name that can’t be', () => {
  const done = account({ done: 'Saved.' })
  expect(done.part('notice')).toBe('Saved.')
  expect(account().part('notice')).toBeUndefined()
  const wrong = account({ problem: 'Give a name.', typedName: ' ' })
  expect(wrong.part('problem')).toBe('Give a name.')
  expect(wrong.field('name')?.attributes).toMatchObject({ value: ' ', 'aria-invalid': 'true' })
  expect(account().field('name')?.attributes).toMatchObject({ value: 'Ada' })
  expect(account().field('name')?.attributes).not.toHaveProperty('aria-invalid')
})

test('an account ends other browsers’ sessions, never by mistake its own', () => {
  const other = { id: 's2', device: 'Safari', way: 'passkey', createdAt: morning, seenAt: morning }
  const here = { id: 's1', device: 'Firefox', way: 'link', createdAt: morning, seenAt: morning }
  const two = account({ sessions: [here, other] })
  expect(
    two.elements.filter(({ attributes }) => attributes.name === 'session').map(({ attributes }) => attributes.value),
  ).toEqual(['s2'])
  expect(two.actions).toContain('/account/sessions/end-others')
  expect(two.texts('span')).toContain('This browser')
  expect(account().actions).not.toContain('/account/sessions/end-others')
})

test('an account has its comments, its passkeys and what it is told by mail', () => {
  const none = account()
  expect(none.words).toContain('No comments yet. Comments you send while signed in are listed here')
  expect(none.words).toContain('No passkeys. You sign in by email link.')
  expect(Object.values(none.links)).not.toContain('Earlier comments')
  expect(Object.values(none.links)).not.toContain('Email choices')
  const full = account({
    receipts: [view([revision('held')])],
    next: '/account?after=c',
    noticesPath: '/notices/key',
    passkeys: [{ id: 'k1', name: 'my phone', createdAt: morning, usedAt: null }],
    doorScript: '/assets/door.js',
  })
  expect(full.links).toMatchObject({ '/account?after=c': 'Earlier comments', '/notices/key': 'Email choices' })
  expect(full.words).not.toContain('None')
  expect(full.field('passkey')?.attributes.value).toBe('k1')
  // A site that is reached by a number can have no passkeys, and offers none.
  expect(full.actions).toContain('/account/passkeys')
  expect(none.actions).not.toContain('/account/passkeys')
})

test('the door of accounts offers passkeys only where there can be some, and gives back what was typed', () => {
  const door = (props: Partial<Parameters<typeof renderAccountDoor>[0]>) =>
    drawn(renderAccountDoor({ site, doorScript: null, ...props }))
  expect(door({}).actions).toEqual(['/account/link'])
  expect(door({ doorScript: '/assets/door.js' }).actions).toEqual(['/account/passkey', '/account/link', '/account/new'])
  expect(door({ doorScript: '/assets/door.js' }).elements.find(({ name }) => name === 'script')?.attributes.src).toBe(
    '/assets/door.js',
  )
  expect(door({}).elements.some(({ name }) => name === 'script')).toBe(false)
  expect([door({}).texts('h1'), door({ signedOut: true }).texts('h1')]).toEqual([
    ['Your account'],
    ['You are signed out'],
  ])
  expect(door({ asked: true }).part('notice')).toContain(
    'a sign-in link will arrive there soon. It works for 24 hours.',
  )
  expect(door({}).part('notice')).toBeUndefined()
  const wrong = door({ problem: 'That is no address.', mail: 'a@', name: 'Ada', doorScript: '/assets/door.js' })
  expect(wrong.part('problem')).toBe('That is no address.')
  expect(wrong.field('mail')?.attributes).toMatchObject({ value: 'a@', 'aria-describedby': 'problem' })
  expect(wrong.field('name')?.attributes.value).toBe('Ada')
  expect(door({}).field('mail')?.attributes).not.toHaveProperty('aria-describedby')
})

test('erasing says what goes, of an account and of one comment, and what has to be chosen', () => {
  const page = (of: 'account' | 'comment', problem?: string) =>
    drawn(renderErasePage({ site, of, action: '/x/erase', back: '/x', ...(problem ? { problem } : {}) }))
  expect(page('account').words).toContain('passkeys, email choices and account.')
  expect(page('account').texts('legend')).toEqual(['The text of your comments'])
  expect(page('comment').words).toContain('This permanently erases your name and email address from this comment')
  expect(page('comment').texts('legend')).toEqual(['The text of the comment'])
  expect(page('comment').part('problem')).toBeUndefined()
  const wrong = page('comment', 'Choose what becomes of the words.')
  expect(wrong.part('problem')).toBe('Choose what becomes of the words.')
  expect(wrong.elements.find(({ name }) => name === 'fieldset')?.attributes['aria-describedby']).toBe('problem')
})

const subscription = { commentId: 'c1', scope: 'thread' as const, since: morning - DAY, story: onStory }
const notices = (props: Partial<Parameters<typeof renderNoticesPage>[0]> = {}) =>
  drawn(
    renderNoticesPage({
      site,
      path: '/notices/key',
      address: 'a•••@a.example',
      choices: { rhythm: 'weekly', subscriptions: [subscription] },
      hour: 7,
      ...props,
    }),
  )

test('a reader’s choices of letters stand as they were made', () => {
  const page = notices()
  const chosen = page.elements.filter(({ attributes }) => 'checked' in attributes || 'selected' in attributes)
  expect(chosen.map(({ attributes }) => attributes.value)).toEqual(['weekly', 'thread'])
  expect(page.words).toContain('Once a week, on Monday at 07:00')
  expect(page.links).toHaveProperty('/2024/05/ferry#c-c1', 'The ferry')
  expect(page.actions).toEqual(['/notices/key', '/notices/key/stop'])
  expect(page.part('notice')).toBeUndefined()
  expect(notices({ done: 'saved' }).part('notice')).toBe('Saved.')
})

test('who gets no letters has nothing to stop, who has no address nothing to choose', () => {
  const off = notices({ choices: { rhythm: 'off', subscriptions: [] } })
  expect(off.actions).toEqual(['/notices/key'])
  expect(off.words).toContain('We don’t email you about replies to any of your comments.')
  const none = notices({ address: null })
  expect([none.actions, none.part('empty')]).toEqual([
    [],
    expect.stringContaining('We have no email address for you here'),
  ])
  const gone = notices({ choices: { rhythm: 'daily', subscriptions: [{ ...subscription, story: null }] } })
  expect(gone.words).toContain('On a story that is no longer on the site')
})

test('a letter that asks leads to a page that says whose account the address becomes', () => {
  const page = (account: 'this' | 'other' | null, on: typeof onStory | null = onStory) =>
    drawn(
      renderConfirmPage({
        site,
        path: '/mail/confirm/t',
        address: 'a@a.example',
        story: on,
        account,
        stopPath: '/mail/stop/k',
      }),
    ).words
  expect(page('this')).toContain('It also becomes your account’s address')
  expect(page('other')).toContain('That address already has an account')
  expect(page(null)).not.toMatch(/account/)
  expect(page(null)).toContain('wrote a comment on “The ferry” and asked')
  expect(page(null, null)).toContain('wrote a comment and asked')
})

test('letters are stopped by a button, and begun again by another', () => {
  const page = (unwanted: boolean, done: boolean) =>
    drawn(renderStopPage({ site, path: '/mail/stop/k', unwanted, done }))
  expect([page(false, false).texts('h1'), page(false, false).field('write')?.attributes.value]).toEqual([
    ['Shall we stop emailing you?'],
    'never',
  ])
  expect([page(true, false).texts('h1'), page(true, false).field('write')?.attributes.value]).toEqual([
    ['We don’t email you'],
    'again',
  ])
  expect(page(true, false).part('notice')).toBeUndefined()
  expect(page(true, true).part('notice')).toContain('Nobody can have an email sent to you from here.')
  expect(page(false, true).part('notice')).toContain('Emails can reach you again.')
  expect([page(true, false), page(false, false)].map(({ texts }) => texts('button'))).toEqual([
    ['Email me again'],
    ['Never email me again'],
  ])
  expect(page(true, false).words).toContain('This site sends no emails that readers ask for')
  expect(page(false, false).words).toContain('This site will send no more emails that readers ask for')
})
