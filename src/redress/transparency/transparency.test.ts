import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REASONS } from '../../house-rules/index.ts'
import { toCsv } from './csv.ts'
import { euStatementSchema } from './eu-schema.ts'
import { type EuDecision, euStatement } from './eu-statement.ts'
import { medianOf } from './figures.ts'

const SENT = Date.UTC(2026, 2, 3, 23, 59)
const decision = (changes: Partial<EuDecision> = {}): EuDecision => ({
  id: '01jx2x3x4x5x6x7x8x9xaxbxcx',
  action: 'reject',
  reason: REASONS[0] as EuDecision['reason'],
  automated: false,
  inCampaign: false,
  seen: null,
  source: 'own reading',
  sentAt: SENT,
  at: SENT + 120_000,
  endedAt: null,
  language: 'en',
  ...changes,
})
const url = 'https://harbour.example'
const problemsOf = (statement: unknown) =>
  euStatementSchema.safeParse(statement).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('a statement of reasons for the EU’s database', () => {
  test.each(REASONS)('of a decision for the reason $code keeps the published rules', (reason) => {
    expect(problemsOf(euStatement(decision({ reason }), url))).toEqual([])
  })

  test('of any decision keeps the published rules, whatever an editor called the rule', () => {
    const anyDecision = fc.record({
      id: fc.stringMatching(/^[0-9a-z]{26}$/),
      action: fc.constantFrom('reject' as const, 'remove' as const),
      reason: fc
        .tuple(fc.constantFrom(...REASONS), fc.string({ minLength: 1 }), fc.string({ minLength: 1 }))
        .filter(([, title, sentence]) => title.trim() !== '' && sentence.trim() !== '')
        .map(([reason, title, sentence]) => ({ ...reason, title: title.repeat(90), sentence: sentence.repeat(900) })),
      automated: fc.boolean(),
      inCampaign: fc.boolean(),
      seen: fc.constantFrom(null, { band: 'spam' }, { signals: [{ phase: 'links', words: 'One link', weight: 0.7 }] }),
      source: fc.constantFrom('law notice' as const, 'reader report' as const, 'own reading' as const),
      sentAt: fc.integer({ min: Date.UTC(2021, 0, 1), max: Date.UTC(2035, 0, 1) }),
      language: fc.constantFrom(null, 'de', 'EN', 'haw', ''),
    })
    fc.assert(
      fc.property(anyDecision, fc.nat(9), fc.boolean(), (one, days, overturned) => {
        const at = one.sentAt + days * 86_400_000
        const statement = euStatement({ ...one, at, endedAt: overturned ? at + 60_000 : null }, url)
        expect(problemsOf(statement)).toEqual([])
      }),
    )
  })

  test('says which kind of decision it was, on which ground, from which source and how far by machine', () => {
    expect(euStatement(decision(), url)).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_ground: 'Off topic',
      category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
      category_specification: ['KEYWORD_OTHER'],
      category_specification_other: 'Off topic',
      source_type: 'SOURCE_VOLUNTARY',
      content_date: '2026-03-03',
      application_date: '2026-03-04',
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
      content_language: 'EN',
    })
    const law = REASONS.find(({ ground }) => ground === 'law') as EuDecision['reason']
    const removal = {
      action: 'remove',
      reason: law,
      source: 'law notice',
      inCampaign: true,
      endedAt: SENT + 9e7,
    } as const
    expect(euStatement(decision(removal), url)).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      end_date_visibility_restriction: '2026-03-05',
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: law.law,
      source_type: 'SOURCE_ARTICLE_16',
      automated_detection: 'Yes',
      automated_decision: 'AUTOMATED_DECISION_PARTIALLY',
    })
  })

  test.each<[string, Record<string, unknown>]>([
    ['decision_visibility', { decision_visibility: undefined }],
    ['decision_visibility', { decision_visibility: [] }],
    ['decision_visibility_other', { decision_visibility: ['DECISION_VISIBILITY_OTHER'] }],
    ['decision_facts', { decision_facts: 'x'.repeat(5001) }],
    ['decision_facts', { decision_facts: ' ' }],
    ['decision_ground', { decision_ground: undefined }],
    ['illegal_content_legal_ground', { decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT' }],
    ['incompatible_content_ground', { incompatible_content_ground: 'x'.repeat(501) }],
    ['incompatible_content_explanation', { incompatible_content_explanation: undefined }],
    ['content_type', { content_type: [] }],
    ['content_type_other', { content_type: ['CONTENT_TYPE_OTHER'] }],
    ['category', { category: 'STATEMENT_CATEGORY_SCOPE_OF_PLATFORM_SERVICE' }],
    ['category_specification_other', { category_specification: ['KEYWORD_HATE_SPEECH'] }],
    ['territorial_scope.0', { territorial_scope: ['US'] }],
    ['content_language', { content_language: 'en' }],
    ['content_date', { content_date: '2026-02-30' }],
    ['content_date', { content_date: '1999-12-31' }],
    ['application_date', { application_date: '2026-3-4' }],
    ['application_date', { application_date: '2019-12-31' }],
    ['end_date_visibility_restriction', { end_date_visibility_restriction: '2026-03-03' }],
    ['source_type', { source_type: 'SOURCE_OTHER' }],
    ['source_identity', { source_identity: 'Somebody' }],
    ['automated_detection', { automated_detection: 'Maybe' }],
    ['automated_decision', { automated_decision: 'Yes' }],
    ['puid', { puid: 'a puid' }],
    ['puid', { puid: 'x'.repeat(501) }],
    ['', { url: 'https://harbour.example' }],
  ])('is refused where %s breaks a rule: %o', (field, change) => {
    expect(problemsOf({ ...euStatement(decision(), url), ...change })).toContain(field)
  })
})

describe('the figures as CSV', () => {
  test('are lines of RFC 4180, and no text is taken for a formula', () => {
    expect(
      toCsv([
        ['about', 'what', 'value'],
        ['Rejected, by rule', '=HYPERLINK("x")', 3],
        ['-1', 'two\nlines', null],
      ]),
    ).toBe('about,what,value\r\n"Rejected, by rule","\'=HYPERLINK(""x"")",3\r\n\'-1,"two\nlines",\r\n')
  })

  test('give back what was put in, to any reader of RFC 4180', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const guarded = rows.map((row) => row.map((text) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)))
        expect(readCsv(toCsv(rows))).toEqual(guarded)
      }),
    )
  })
})

/** A reader of its own, so that the writer is not its own judge. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === '"') at++
        cell += text[at]
      }
      at++
    } else for (; text[at] !== ',' && text[at] !== '\r'; at++) cell += text[at]
    row.push(cell)
    if (text[at] === ',') {
      at++
      continue
    }
    rows.push(row)
    row = []
    at += 2
  }
  return rows
}

test('the median is the middle one, the lower of two, and none of nothing', () => {
  expect(medianOf(new Map())).toBe(null)
  expect(medianOf(new Map([[5, 1]]))).toBe(5)
  expect(
    medianOf(
      new Map([
        [90, 1],
        [1, 1],
        [3, 2],
      ]),
    ),
  ).toBe(3)
})
