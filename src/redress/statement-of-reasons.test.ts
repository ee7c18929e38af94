/** What an author is told of a decision says what was done, who pointed to it and who decided; nothing that was not so. */
import { describe, expect, test } from 'vitest'
import { REASONS, type Reason } from '../house-rules/index.ts'
import type { Seen } from '../moderation/decisions/index.ts'
import { APPEAL_FOR, statementOf, wasPointedOut } from './statement-of-reasons.ts'

const day = (at: number) => `day ${at}`
const decision = {
  action: 'reject',
  automated: false,
  inCampaign: false,
  seen: null as Seen | null,
  reason: REASONS[0] as Reason,
  at: 2,
  sentAt: 1,
}
const signal = (weight: number) => ({ signals: [{ phase: 'links', words: 'One link', weight }] })

describe('a statement of reasons', () => {
  test('says whether words were held back or taken down, and when', () => {
    expect(statementOf(decision, 'own reading', day).decision).toMatch(
      /^The comment was rejected on day 2 and not published\./,
    )
    expect(statementOf({ ...decision, action: 'remove' }, 'own reading', day).decision).toMatch(
      /^The comment was removed on day 2\./,
    )
  })

  test.each([
    ['own reading', 'The newsroom reviewed it on its own initiative.'],
    ['reader report', 'A reader reported it.'],
    ['law notice', 'Someone sent a legal notice that it breaks the law.'],
  ] as const)('of a decision after %s says so', (source, sentence) => {
    const { facts } = statementOf(decision, source, day)
    expect(facts).toBe(`It was sent on day 1. ${sentence} A person in the newsroom read it and decided.`)
  })

  test('of a group says that it was decided as one, and that a program had grouped it', () => {
    const { facts, automation } = statementOf({ ...decision, inCampaign: true }, 'own reading', day)
    expect(facts).toContain('together with near-identical comments')
    expect(automation).toBe(
      'A program had sorted and marked the comment for review. A program grouped near-identical comments; a person decided on the group.',
    )
  })

  test('says that a program pointed to the comment only where one did', () => {
    expect(statementOf(decision, 'own reading', day).automation).toBe(
      'No program had flagged the comment. The decision was made by a person, not by a program.',
    )
    expect(statementOf({ ...decision, seen: { band: 'spam' } }, 'own reading', day).automation).toBe(
      'A program had sorted and marked the comment for review. The decision was made by a person, not by a program.',
    )
  })

  test('of what a rule decided never says that a person did', () => {
    expect(statementOf({ ...decision, automated: true }, 'own reading', day).automation).toBe(
      'A rule of the site decided automatically; nobody looked at the comment.',
    )
  })

  test.each<[boolean, Seen | null]>([
    [false, null],
    [false, {}],
    [false, { band: 'thought' }],
    [false, signal(0.49)],
    [true, signal(0.5)],
    [true, { signals: [...signal(0.1).signals, ...signal(0.9).signals] }],
    [true, { band: 'spam' }],
  ])('a machine pointed at it: %s, of %j', (pointed, seen) => {
    expect(wasPointedOut({ inCampaign: false, seen })).toBe(pointed)
  })
})

test('an appeal is open for six months whichever they are: never less than the law asks for', () => {
  const longest = Date.UTC(2026, 8, 1) - Date.UTC(2026, 2, 1)
  expect(APPEAL_FOR).toBeGreaterThanOrEqual(longest - 24 * 60 * 60 * 1000)
})
