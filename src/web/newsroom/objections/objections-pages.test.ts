/** What stands before whoever answers appeals and reports. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { approved, morning, newsroomFrame } from '../../../../test/sample-paper.ts'
import { REASONS } from '../../../house-rules/index.ts'
import type { OpenAppeal, ReportedComment } from '../../../redress/index.ts'
import { type AppealsPageProps, renderAppealsPage } from './appeals-page.tsx'
import { type ReportsPageProps, renderReportsPage } from './reports-page.tsx'

const [reason, other] = REASONS as unknown as [(typeof REASONS)[number], (typeof REASONS)[number]]
const MINUTE = 60_000

const appeal = (id: string, changes: Partial<OpenAppeal> = {}): OpenAppeal => ({
  id,
  words: 'It was on topic.',
  at: morning - 5 * MINUTE,
  commentId: 'c1',
  authorName: 'Ben',
  reporter: null,
  text: 'The ferry was better.',
  shownRevision: null,
  state: 'rejected',
  story: { id: 's1', headline: 'The ferry' },
  decision: { id: 'd1', action: 'reject', reason, note: '', by: 'Bo', at: morning },
  may: 'yes',
  ...changes,
})
const reporter = { name: 'Rita', ground: 'Personal attack', words: 'It names me.', earlierText: null }
const appeals = (props: Partial<AppealsPageProps>) =>
  drawn(
    renderAppealsPage({
      ...newsroomFrame('moderate'),
      appeals: [],
      total: props.appeals?.length ?? 0,
      reasons: REASONS,
      ...props,
    }),
  )

test('appeals are counted in the title and above the list; a list without any says where they come from', () => {
  const none = appeals({})
  expect([none.texts('title')[0]?.split(' · ')[0], none.texts('h2')]).toEqual(['Appeals', ['No appeals waiting']])
  expect(none.words).not.toContain('longest first')
  const one = appeals({ appeals: [appeal('a')] })
  expect(one.texts('title')[0]).toContain('Appeals (1)')
  expect(one.words).toContain('1 waiting, longest first.')
  expect(one.words).not.toContain('This is the first')
  expect(one.texts('h2')).toEqual(['Appeal by Ben'])
  expect(appeals({ appeals: [appeal('a')], total: 60 }).words).toContain(
    '60 waiting, longest first. This is the first.',
  )
})

test('an author’s appeal stands beside the words and the decision, and is answered by letting it stand or publishing the words', () => {
  const page = appeals({ appeals: [appeal('a', { decision: { ...appeal('a').decision, note: 'Do write again.' } })] })
  expect(page.words).toContain('5 minutes ago, about a comment on The ferry')
  expect(page.words).toContain(`Bo rejected it: ${reason.title},`)
  expect(page.words).toContain('. Note to the author: “Do write again.”')
  expect(page.texts('h3')).toEqual(['Their appeal', 'The comment'])
  expect(page.texts('button').slice(-2)).toEqual(['Uphold the decision', 'Overturn it and publish the comment'])
  expect(page.field('revision')).toBeUndefined()
  expect(page.words).not.toContain('Nobody else here reviews comments')
  const plain = appeals({
    appeals: [appeal('a', { decision: { ...appeal('a').decision, action: 'remove', reason: null } })],
  })
  expect(plain.words).toMatch(/Bo removed it, \d/)
  expect(plain.words).not.toContain('Note to the author: “')
})

test('an appeal of who reported a comment names them, their report and what they had seen, and is answered like a report', () => {
  const decision = { ...appeal('a').decision, action: 'keep', reason: null, note: 'It stays.' }
  const page = appeals({
    appeals: [appeal('a', { reporter: { ...reporter, earlierText: 'Older words.' }, shownRevision: 'v2', decision })],
  })
  expect(page.texts('h2')).toEqual(['Appeal by Rita, who reported the comment'])
  expect(page.texts('h3')).toEqual([
    'Their appeal',
    'Their report: Personal attack',
    'The comment by Ben, as readers see it',
  ])
  expect(page.words).toContain('It names me.')
  expect(page.words).toContain('The comment when it was reported')
  expect(page.words).toContain('Older words.')
  expect(page.words).toContain('Bo kept it after a report,')
  expect(page.words).toContain('Answer to the person who reported it: “It stays.”')
  expect(page.field('revision')?.attributes.value).toBe('v2')
  expect(page.texts('button').slice(-2)).toEqual(['Remove it', 'Keep it'])
  const nameless = appeals({ appeals: [appeal('a', { reporter: { ...reporter, name: '', words: '' } })] })
  expect(nameless.texts('h2')).toEqual(['Appeal by the person who reported the comment'])
  expect(nameless.words).not.toContain('The comment when it was reported')
})

test('whoever made a decision answers its appeal only where nobody else is there', () => {
  const own = appeals({ appeals: [appeal('a', { may: 'other' })] })
  expect(own.words).toContain('You made this decision, so a colleague has to answer the appeal.')
  expect(own.actions).not.toContain('/newsroom/review/appeals/a')
  const alone = appeals({ appeals: [appeal('a', { may: 'alone' })] })
  expect(alone.words).toContain('Nobody else here reviews comments, so you may answer')
  expect(alone.actions).toContain('/newsroom/review/appeals/a')
})

test('of several appeals the one that has to be put right says so, with what was typed for it', () => {
  const problem = { appealId: 'b', sentence: 'Say why.', typed: 'Becau', reason: other.code }
  const page = appeals({ appeals: [appeal('a'), appeal('b', { reporter })], problem })
  expect(page.texts('p').filter((text) => text === 'Say why.')).toHaveLength(1)
  const fields = page.elements.filter(({ attributes }) => attributes.name === 'sentence')
  expect(fields.map(({ text, attributes }) => [text, attributes['aria-describedby']])).toEqual([
    ['\n', undefined],
    ['\nBecau', 'problem-b'],
  ])
  expect(page.elements.filter(({ attributes }) => 'selected' in attributes).map(({ text }) => text)).toEqual([
    other.title,
  ])
  // One that waits no more has no form: its words come back above the list.
  const gone = appeals({ appeals: [appeal('a')], problem: { ...problem, appealId: 'gone' } })
  expect(gone.words).toMatch(/Say why\..*You wrote.*Becau/)
  expect(page.words).not.toContain('You wrote')
  expect(appeals({ problem: { ...problem, typed: ' ' } }).words).not.toContain('You wrote')
})

test('what was just answered is said, and a removal can be taken back from there', () => {
  expect(appeals({ answered: {} }).words).toContain('Answered. The person who appealed is told on their page.')
  const undo = appeals({ answered: { undo: 'd9' } })
  expect(undo.actions).toContain('/newsroom/review/appeals/undo')
  expect(undo.field('decision')?.attributes.value).toBe('d9')
  expect(appeals({}).words).not.toContain('Answered.')
})

type OneReport = ReportedComment['reports'][number]
const report = (id: string, changes: Partial<OneReport> = {}): OneReport => ({
  id,
  kind: 'rule',
  ground: 'Off topic',
  words: '',
  name: '',
  mail: null,
  at: morning - 120 * MINUTE,
  earlierText: null,
  ...changes,
})
const reported = (id: string, reports: OneReport[], path: string | null = '/2024/05/ferry'): ReportedComment => ({
  comment: approved(id),
  story: { id: 's1', path, headline: 'The ferry' },
  reports,
})
const reports = (props: Partial<ReportsPageProps>) =>
  drawn(
    renderReportsPage({
      ...newsroomFrame('moderate'),
      reported: [],
      total: props.reported?.length ?? 0,
      reasons: REASONS,
      ...props,
    }),
  )

test('reported comments are counted, the first of many are said to be that, and none is said to be none', () => {
  const none = reports({})
  expect([none.texts('title')[0]?.split(' · ')[0], none.texts('h2')]).toEqual(['Reports', ['No reported comments']])
  const one = reports({ reported: [reported('x', [report('r1')])] })
  expect(one.texts('title')[0]).toContain('Reports (1)')
  expect(one.words).toContain('1 reported comment.')
  expect(one.words).not.toContain('This is the first')
  expect(one.texts('h2')).toEqual(['Reader x'])
  expect(reports({ reported: [reported('x', [report('r1')])], total: 80 }).words).toContain(
    '80 reported comments, longest waiting first. This is the first.',
  )
})

test('each report says what it names, since when, in whose words, and whether the comment was edited since', () => {
  const page = reports({
    reported: [
      reported('x', [
        report('r1'),
        report('r2', {
          kind: 'law',
          ground: 'Threats',
          words: 'He threatens me.',
          name: 'Rita',
          mail: 'r@a.example',
          earlierText: 'Older words.',
        }),
        report('r3', { mail: 'only@a.example' }),
      ]),
    ],
  })
  expect(page.texts('h3')).toEqual(['3 reports'])
  const [first, second, third] = page.texts('li').filter((text) => /^(Off topic|Legal notice)/.test(text))
  expect(first).toBe('Off topic 2 hours ago')
  expect(second).toMatch(/^Legal notice: Threats 2 hours ago, before the comment was edited ?He threatens me\./)
  expect(second).toContain('The comment when it was reportedOlder words.')
  expect(second).toContain('Rita, r@a.example')
  expect(third).toBe('Off topic 2 hours agoonly@a.example')
  // The answer is to all that stood there: what comes while it is written waits for its own.
  expect(page.field('last')?.attributes.value).toBe('r3')
  expect(page.field('revision')?.attributes.value).toBe('r-x')
  expect(page.links).toHaveProperty('/2024/05/ferry#c-x', 'The ferry')
  const off = reports({ reported: [reported('x', [report('r1')], null)] })
  expect(off.words).toContain('The ferry, ')
  expect(Object.values(off.links)).not.toContain('The ferry')
  expect(off.texts('h3')).toEqual(['1 report'])
})

test('what was decided on reports is said, and a removal can be taken back', () => {
  expect(reports({ decided: { action: 'remove' } }).words).toContain('Removed. Those who reported it see your answer')
  expect(reports({ decided: { action: 'keep' } }).words).toContain('Kept. Those who reported it see your answer')
  const undo = reports({ decided: { action: 'remove', undo: 'd9' } })
  expect([undo.actions[0], undo.field('decision')?.attributes.value]).toEqual(['/newsroom/sign-out', 'd9'])
  expect(undo.actions).toContain('/newsroom/review/reports/undo')
})

test('an answer to a report that has to be put right comes back where it was typed; to one that is gone above the list', () => {
  const problem = { commentId: 'y', sentence: 'Say why it stays.', typed: 'Becau', reason: other.code }
  const page = reports({ reported: [reported('x', [report('r1')]), reported('y', [report('r2')])], problem })
  const fields = page.elements.filter(({ attributes }) => attributes.name === 'sentence')
  expect(fields.map(({ text }) => text)).toEqual(['\n', '\nBecau'])
  expect(page.texts('p').filter((text) => text === 'Say why it stays.')).toHaveLength(1)
  expect(page.words).not.toContain('You wrote')
  const gone = reports({ reported: [reported('x', [report('r1')])], problem })
  expect(gone.words).toMatch(/Say why it stays\..*You wrote.*Becau/)
})
