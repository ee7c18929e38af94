/** What an editor reads of a rule: whether it is at work, what its trial found, and what can be done next. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { morning, newsroomFrame } from '../../../../test/sample-paper.ts'
import type { CaughtComment, Rule, Trial } from '../../../moderation/filters/index.ts'
import { type RulePageProps, renderNewRulePage, renderRulePage } from './rule-page.tsx'
import { wordsOfCatch, wordsOfPattern } from './rule-words.ts'
import { type RulesPageProps, renderRulesPage } from './rules-page.tsx'

const DAY = 86_400_000
const rule: Rule = {
  id: 'r1',
  name: 'Watches',
  pattern: { kind: 'words', words: ['cheap watches'] },
  effect: 'spam',
  version: 2,
  madeAt: morning,
  madeBy: 'Ada',
  state: 'draft',
  onVersion: null,
  switchedAt: null,
  switchedBy: null,
}
const on = { state: 'on', onVersion: 2, switchedAt: morning, switchedBy: 'Bo' } as const
const trial: Trial = {
  id: 't1',
  ruleId: 'r1',
  version: 2,
  pattern: rule.pattern,
  state: 'finished',
  startedAt: morning,
  endedAt: morning,
  beforeId: null,
  backTo: morning - 10 * DAY,
  found: { looked: 12_300, caught: 0, states: {}, months: [], approved: [], others: [] },
}
const found = (changes: Partial<Trial['found']>) => ({ ...trial.found, ...changes })
const caught = (id: string, state: CaughtComment['state']): CaughtComment => ({
  id,
  authorName: `Author of ${id}`,
  createdAt: morning,
  text: `${id} ${'x'.repeat(300)}`,
  state,
})
const form = {
  name: 'Watches',
  kind: 'words',
  words: 'cheap watches',
  domains: '',
  links: 'any',
  more: '',
  effect: 'spam',
} as const
const page = ({ rule: changes = {}, ...props }: { rule?: Partial<Rule> } & Partial<Omit<RulePageProps, 'rule'>> = {}) =>
  drawn(
    renderRulePage({
      ...newsroomFrame('settings'),
      rule: { ...rule, ...changes },
      form,
      base: 2,
      versions: [],
      trial: null,
      inTheWay: null,
      approved: [],
      others: [],
      span: null,
      reloads: false,
      done: null,
      ...props,
    }),
  )
const acts = (props: Parameters<typeof page>[0]) =>
  page(props).actions.filter((action) => /(try|stop|on|off)$/.test(action) && action.includes('/rules/'))

test.each([
  ['on', 'Switched on. It checks every comment from now on.'],
  ['off', 'Switched off. The comments it has marked stay marked.'],
  ['saved', 'Saved as version 2.'],
] as const)('what was just done to a rule (%s) is said once, and nothing else', (done, sentence) => {
  expect(
    page({ done })
      .texts('p')
      .filter((text) => /^(Switched o|Saved as)/.test(text)),
  ).toEqual([sentence])
  expect(page().words).not.toContain(sentence)
})

test('a rule that was not tried can only be tried; one that is at work can only be switched off or tried again', () => {
  expect(acts({})).toEqual(['/newsroom/review/rules/r1/try'])
  expect(page().words).toContain('This version has not been tried.')
  expect(acts({ trial })).toEqual(['/newsroom/review/rules/r1/try', '/newsroom/review/rules/r1/on'])
  expect(acts({ rule: on, trial })).toEqual(['/newsroom/review/rules/r1/off', '/newsroom/review/rules/r1/try'])
})

test('of two versions the page says which is at work, and offers the newer one', () => {
  const two = page({ rule: { ...on, onVersion: 1 }, trial })
  expect(two.words).toContain('Version 1 is on. This is version 2, which has not been switched on yet.')
  expect(two.texts('button')).toContain('Switch on version 2')
  expect(page({ rule: on, trial }).words).not.toContain('has not been switched on yet')
  expect(page({ trial }).words).not.toContain('has not been switched on yet')
  const versions = [2, 1].map((number) => ({ ...rule, number }))
  const marked = page({ rule: { ...on, onVersion: 1 }, versions })
    .texts('li')
    .filter((text) => text.startsWith('Version'))
  expect(marked.map((text) => text.startsWith('Version 1 on'))).toEqual([false, true])
})

test('who switched it last, and which way, stands under its versions', () => {
  expect(page({ rule: on }).words).toContain('Last switched on by Bo, 16 May 2024.')
  expect(page({ rule: { ...on, state: 'off', onVersion: null, switchedBy: null } }).words).toContain(
    'Last switched off by someone, 16 May 2024.',
  )
  expect(page().words).not.toContain('Last switched')
})

test('while a trial runs the page says how far it is and offers to stop it; nothing is switched on meanwhile', () => {
  const running = { ...trial, state: 'running', endedAt: null } as const
  const span = { newest: morning, oldest: morning - 40 * DAY }
  const drawnRunning = page({ trial: running, span, reloads: true })
  expect(drawnRunning.words).toContain('The trial is running: 12,300 comments so far, back to 6 May 2024.')
  expect(drawnRunning.elements.find(({ name }) => name === 'progress')?.attributes).toMatchObject({
    max: '100',
    value: '25',
  })
  expect(drawnRunning.links).toHaveProperty('/newsroom/review/rules/r1?still', 'Stop refreshing')
  expect(acts({ trial: running })).toEqual(['/newsroom/review/rules/r1/stop'])
  expect(page({ trial: running }).links).toHaveProperty('/newsroom/review/rules/r1', 'Refresh')
  const begun = page({ trial: { ...running, backTo: null, found: found({ looked: 0 }) }, span })
  expect(begun.words).toContain('0 comments so far.')
  expect(begun.words).not.toContain('There are no comments yet')
  expect(begun.elements.find(({ name }) => name === 'progress')?.attributes.value).toBe('0')
  // Comments that came since it began are newer than the newest then.
  const ahead = page({ trial: { ...running, backTo: morning + DAY }, span })
  expect(ahead.elements.find(({ name }) => name === 'progress')?.attributes.value).toBe('0')
  const oneOnly = page({ trial: running, span: { newest: morning, oldest: morning } })
  expect(oneOnly.elements.find(({ name }) => name === 'progress')?.attributes.value).toBe('0')
})

test('a trial of another rule stands in the way, and leads there; one of its own older version is said to be that', () => {
  const other = page({ trial, inTheWay: { id: 'r2', name: 'Clocks' } })
  expect(other.links).toHaveProperty('/newsroom/review/rules/r2', 'Clocks')
  expect(other.actions).toContain('/newsroom/review/rules/r2/stop')
  expect(other.actions).not.toContain('/newsroom/review/rules/r1/try')
  const own = page({ inTheWay: { id: 'r1', name: 'Watches' } })
  expect(own.words).toContain('A trial of an earlier version is running.')
})

test('a trial that was stopped is told as far as it came, and only who knows that can switch the rule on', () => {
  const stopped = { ...trial, state: 'stopped' } as const
  const drawnStopped = page({ trial: stopped })
  expect(drawnStopped.words).toContain('Stopped on 16 May 2024. 12,300 comments checked, back to 6 May 2024.')
  expect(drawnStopped.texts('button')).toEqual(
    expect.arrayContaining(['Try it again from the start', 'Switch on after a partial trial']),
  )
  expect(drawnStopped.field('partial')?.attributes).toHaveProperty('required')
  expect(page({ trial: { ...stopped, backTo: null } }).words).toContain('I know that no comments were tried')
  const whole = page({ trial })
  expect(whole.words).toContain('All 12,300 comments were checked on 16 May 2024.')
  expect(whole.words).not.toContain('Stopped')
  expect(whole.field('partial')).toBeUndefined()
  expect(whole.texts('button')).toEqual(expect.arrayContaining(['Try it again', 'Switch on']))
})

test('a site without a comment is told that a trial could find none', () => {
  expect(page({ trial: { ...trial, found: found({ looked: 0 }) } }).words).toContain('There are no comments yet')
  expect(page({ trial }).words).not.toContain('There are no comments yet')
})

test('what a rule catches is told by what became of it, by month, and with the approved comments first', () => {
  const result = page({
    trial: {
      ...trial,
      found: found({
        caught: 1500,
        states: { approved: 2, rejected: 1, spam: 1490, held: 7 },
        months: [
          { month: '2024-05', looked: 2000, caught: 1200 },
          { month: '2024-04', looked: 10_000, caught: 300 },
          { month: '2024-03', looked: 300, caught: 0 },
        ],
      }),
    },
    approved: [caught('a1', 'approved')],
    others: [caught('s1', 'spam')],
  })
  expect(result.words).toContain('1,500 caught, 2 of them approved')
  expect(result.words).toContain('The others it catches: 1 rejected, 1,490 rejected as spam and 7 waiting for review.')
  expect(result.texts('tr').slice(1)).toEqual(['May 20241,200 2,000', 'April 2024300 10,000'])
  expect(
    result.elements.filter(({ name }) => name === 'meter').map((one) => [one.attributes.value, one.attributes.max]),
  ).toEqual([
    ['1200', '1200'],
    ['300', '1200'],
  ])
  expect(result.texts('h3')).toEqual(['Approved comments it catches: the newest 1'])
  expect(result.texts('summary')).toContain('Some of the other 1,498')
  // What it would have kept from readers matters most: the rest unfolds.
  const details = result.elements.find(({ name, text }) => name === 'details' && text.includes('Some of the other'))
  expect(details?.attributes).not.toHaveProperty('open')
  const [approvedLine, spamLine] = result.texts('li').filter((text) => text.startsWith('Author of'))
  expect(approvedLine).not.toContain('Published')
  expect(spamLine).toContain('· Spam')
  expect(spamLine).toContain(`s1 ${'x'.repeat(277)}`)
  expect(spamLine).not.toContain('x'.repeat(278))
})

test('where a rule caught nobody’s approved words the others stand open, and one month is no list of months', () => {
  const result = page({
    trial: {
      ...trial,
      found: found({ caught: 1, states: { spam: 1 }, months: [{ month: '2024-05', looked: 9, caught: 1 }] }),
    },
    others: [caught('s1', 'spam')],
  })
  expect(result.words).toContain('1 caught, not an approved comment')
  expect(result.texts('table')).toEqual([])
  expect(result.texts('h3')).toEqual([])
  const details = result.elements.find(({ name, text }) => name === 'details' && text.includes('The others'))
  expect(details?.attributes).toHaveProperty('open')
  const all = page({
    trial: { ...trial, found: found({ caught: 1, states: { approved: 1 } }) },
    approved: [caught('a1', 'approved')],
  })
  expect(all.texts('h3')).toEqual(['Approved comments it catches'])
  expect(all.words).not.toContain('The others it catches')
  expect(page({ trial }).words).toContain('Nothing caught')
})

test('the form stands open where something has to be put right', () => {
  const isOpen = (props: Parameters<typeof page>[0]) =>
    'open' in
    (page(props).elements.find(({ name, text }) => name === 'details' && text.includes('Edit this rule'))?.attributes ??
      {})
  expect(isOpen({})).toBe(false)
  expect(isOpen({ problem: 'Somebody saved it meanwhile.' })).toBe(true)
  const faulty = page({ fieldProblem: { field: 'words', sentence: 'Give a word.' } })
  expect(faulty.field('words')?.attributes).toMatchObject({
    'aria-invalid': 'true',
    'aria-describedby': 'rule-problem',
  })
  expect(faulty.field('name')?.attributes).not.toHaveProperty('aria-invalid')
  expect(page().field('words')?.attributes).not.toHaveProperty('aria-invalid')
})

test('a new rule has a form for each kind, and the kind that is chosen is marked', () => {
  const fields = (kind: 'words' | 'links' | 'first') =>
    drawn(renderNewRulePage({ ...newsroomFrame('settings'), form: { ...form, kind } }))
  const marked = (kind: 'words' | 'links' | 'first') =>
    fields(kind)
      .elements.filter(({ attributes }) => attributes['aria-current'] === 'page' && attributes.href?.includes('kind='))
      .map(({ attributes }) => attributes.href)
  for (const kind of ['words', 'links', 'first'] as const)
    expect(marked(kind)).toEqual([`/newsroom/review/rules/new?kind=${kind}`])
  expect(['words', 'domains'].map((name) => fields('words').field(name)?.name)).toEqual(['textarea', undefined])
  expect(['words', 'domains'].map((name) => fields('links').field(name)?.name)).toEqual([undefined, 'textarea'])
  expect(['words', 'domains'].map((name) => fields('first').field(name)?.name)).toEqual([undefined, undefined])
})

const list = (props: Partial<RulesPageProps>) =>
  drawn(renderRulesPage({ ...newsroomFrame('settings'), rules: [], known: null, ...props }))

test('the list of rules says of each what it does, who made or switched it, and whether a newer version waits', () => {
  expect(list({}).words).toContain('No rules yet.')
  const lines = list({
    rules: [
      rule,
      { ...rule, ...on },
      { ...rule, ...on, onVersion: 1, switchedBy: null },
      { ...rule, madeBy: null, effect: 'label', pattern: { kind: 'first' } },
    ],
  })
    .texts('li')
    .filter((text) => text.includes('Watches'))
  expect(lines.map((text) => text.includes('with a newer version in draft'))).toEqual([false, false, true, false])
  expect(lines[0]).toContain('Looks for “cheap watches” and sorts the comment under “likely spam”.')
  expect(lines[0]).toContain('Drafted by Ada, 16 May 2024')
  expect(lines[1]).toContain('Switched on by Bo, 16 May 2024')
  expect(lines[2]).toContain('Switched on by someone')
  expect(lines[3]).toContain('Drafted by someone')
  expect(list({ rules: [rule] }).words).not.toContain('No rules yet.')
})

test('whether known readers appear at once is said with who allowed it, and can be changed or taken back', () => {
  const off = list({})
  expect(off.words).toContain('Off: a person reads every comment before anyone sees it.')
  expect([off.field('comments')?.attributes.value, off.texts('button')]).toEqual([
    '10',
    ['Sign out', 'Approve without review'],
  ])
  expect(off.words).not.toContain('Saved.')
  const allowed = list({ known: { comments: 25, by: 'Bo', at: morning }, saved: true })
  expect(allowed.words).toContain(
    'On: comments by verified readers with at least 25 approved comments appear at once. Allowed by Bo, 16 May 2024.',
  )
  expect(allowed.words).toContain('Saved. This applies to every comment from now on')
  expect([allowed.field('comments')?.attributes.value, allowed.texts('button')]).toEqual([
    '25',
    ['Sign out', 'Change the number', 'Review every comment again'],
  ])
  const typed = list({ known: { comments: 25, by: null, at: morning }, typed: 'many', problem: 'Give a number.' })
  expect(typed.words).toContain('Allowed by someone')
  expect(typed.field('comments')?.attributes).toMatchObject({
    value: 'many',
    'aria-invalid': 'true',
    'aria-describedby': 'known-problem',
  })
  expect(off.field('comments')?.attributes).not.toHaveProperty('aria-invalid')
})

test('what a rule looks for is told in a few words, however long its list', () => {
  expect(wordsOfPattern({ kind: 'words', words: ['a', 'b', 'c', 'd'] })).toBe('“a”, “b”, “c” and “d”')
  expect(wordsOfPattern({ kind: 'words', words: ['a', 'b', 'c', 'd', 'e', 'f'] })).toBe('“a”, “b”, “c”, “d” and 2 more')
  expect(wordsOfPattern({ kind: 'links', domains: ['a.example'], more: 0 })).toBe('links to a.example')
  expect([0, 1, 2].map((more) => wordsOfPattern({ kind: 'links', domains: [], more }))).toEqual([
    'any link',
    'more than 1 link',
    'more than 2 links',
  ])
})

test('what a rule caught is told with how much of it was fine', () => {
  expect(wordsOfCatch(0, 0)).toBe('Nothing caught')
  expect(wordsOfCatch(1200, 0)).toBe('1,200 caught, none of them approved')
  expect(wordsOfCatch(2, 1)).toBe('2 caught, 1 of them approved')
  expect(wordsOfCatch(3, 2)).toBe('3 caught, 2 of them approved')
  expect(wordsOfCatch(3, 3)).toBe('3 caught, all of them approved')
})
