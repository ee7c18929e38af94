/** What a report takes at its limits, and what a moderator's page shows of reports. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshDesk } from '../../../test/desks.ts'
import { mailKeysWith } from '../../access/index.ts'
import { editComment, signingWith } from '../../discussion/index.ts'
import { groundsOf, REASONS, wordReason } from '../../house-rules/index.ts'
import { removeComment } from '../../moderation/decisions/index.ts'
import { type Person, ROLES } from '../../people/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { decideReports } from './decide-reports.ts'
import { countReported, readReported } from './open-reports.ts'
import { readReport } from './read-report.ts'
import { checkReport, LONGEST_REPORT, REPORT_LIMITS, type ReportForm, report } from './report.ts'

const secret = Buffer.alloc(32, 7)
const signing = signingWith(secret)
const mailKeys = mailKeysWith(secret)
const NOON = Date.UTC(2026, 4, 1, 12)
const HOUR = 3_600_000

const law: ReportForm = {
  kind: 'law',
  reason: 'illegal-defamation',
  words: 'It is false.',
  name: 'Peg Hollis',
  mail: 'peg@quay.example',
  goodFaith: true,
}
const rule: ReportForm = { kind: 'rule', reason: 'attack', words: '', name: '', mail: '', goodFaith: false }

describe('a report’s form', () => {
  const grounds = groundsOf(REASONS)
  const checked = (form: ReportForm) => {
    const result = checkReport(form, grounds)
    return 'sentence' in result ? `${result.field}: ${result.sentence}` : result
  }

  test('is tidied and kept; an address that was not given is none', () => {
    expect(
      checked({ ...law, words: ' It\r\nis\u0007 false. ', name: ' Peg \n Hollis ', mail: ' PEG@Quay.example ' }),
    ).toEqual({
      kind: 'law',
      reason: 'illegal-defamation',
      words: 'It\nis false.',
      name: 'Peg Hollis',
      mail: 'peg@quay.example',
    })
    expect(checked(rule)).toEqual({ kind: 'rule', reason: 'attack', words: '', name: '', mail: null })
  })

  test.each<[string, ReportForm]>([
    ['kind: Say whether it breaks a house rule or the law.', { ...rule, kind: '' }],
    ['reason: Choose the law it breaks.', { ...law, reason: 'attack' }],
    ['reason: Choose the rule it breaks.', { ...rule, reason: 'illegal-defamation' }],
    ['words: Say in your own words what is wrong with it.', { ...law, words: ' ' }],
    ['words: Say in your own words what is wrong with it.', { ...rule, reason: 'other' }],
    ['words: Keep it to 5,000 characters; it has 5,001.', { ...rule, words: '😀'.repeat(LONGEST_REPORT + 1) }],
    ['name: A legal notice needs your name. Only the newsroom sees it.', { ...law, name: ' ' }],
    ['name: Keep the name to 200 characters.', { ...rule, name: 'x'.repeat(201) }],
    ['mail: A legal notice needs your email address, so that the newsroom can answer.', { ...law, mail: '' }],
    ['mail: That doesn’t look like an email address. Please check it.', { ...rule, mail: 'peg at quay' }],
    [
      'mail: That doesn’t look like an email address. Please check it.',
      { ...rule, mail: `${'x'.repeat(245)}@y.example` },
    ],
    ['mail: That doesn’t look like an email address. Please check it.', { ...law, mail: 'a@b, c@d' }],
  ])('%s', (sentence, form) => {
    expect(checked(form)).toBe(sentence)
  })

  test('takes all that fits, and asks who reports the abuse of children for no name', () => {
    expect(checked({ ...rule, words: 'x'.repeat(LONGEST_REPORT), name: 'x'.repeat(200) })).toMatchObject({
      kind: 'rule',
    })
    expect(checked({ ...rule, mail: `${'x'.repeat(244)}@y.example` })).toMatchObject({ kind: 'rule' })
    expect(checked({ ...law, reason: 'minors', name: '', mail: '' })).toMatchObject({ name: '', mail: null })
    expect(checked({ ...law, goodFaith: false })).toMatch(/^goodFaith: Tick the box/)
    expect(checked({ ...rule, reason: 'other', words: 'Rude.' })).toMatchObject({ reason: 'other' })
    expect(checked({ ...law, reason: 'other' })).toMatchObject({ reason: 'other' })
    expect(checked({ ...law, reason: 'other', name: '' })).toMatch(/^name/)
  })
})

for (const kind of DATABASES) {
  describe(`reports on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let clock = NOON
    beforeEach(async () => {
      clock = NOON
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock, { role: ROLES.editor }))
    })
    afterEach(() => drop())

    const published = async (text: string) => {
      clock += 60_000
      const ids = await sentComment(store, signing, { storyId, text, at: clock, address: `10.4.${clock % 250}.1` })
      await decidedOn(store, { revisionId: ids.revisionId, reason: null, by: mo.id }, clock)
      return ids
    }
    const send = async (commentId: string, form = rule, { address = '198.51.100.4', revisionId = '' } = {}) => {
      const shown = revisionId || (await shownRevision(store, commentId))
      const posted = { commentId, revisionId: shown, form, token: signing.formToken(clock), address }
      return report(store, { signing, mail: mailKeys }, posted, clock)
    }
    const sent = async (commentId: string, form = rule, more: Parameters<typeof send>[2] = {}) => {
      const result = await send(commentId, form, more)
      if (result.kind !== 'reported') throw new Error(JSON.stringify(result))
      return result.reportId
    }

    test('twenty from one network in an hour are taken, over all comments; the next an hour later', async () => {
      const [one, other] = [await published('One'), await published('Other')]
      for (let i = 0; i < REPORT_LIMITS.sender; i++) await sent((i % 2 ? one : other).commentId)
      const many = 'There have been many reports from your network. Keep your text and send it again in an hour.'
      expect(await send(one.commentId)).toMatchObject({ kind: 'refused', field: null, sentence: many })
      expect(await send(one.commentId, rule, { address: '192.0.2.1' })).toMatchObject({ kind: 'reported' })
      clock += HOUR - 1
      expect(await send(one.commentId)).toMatchObject({ sentence: many })
      clock += 1
      expect(await send(one.commentId)).toMatchObject({ kind: 'reported' })
    })

    test('two hundred may wait on one comment; those that were answered are none of them', async () => {
      const { commentId, revisionId } = await published('Debated')
      const last = await sent(commentId)
      const row = await store.db.selectFrom('reports').selectAll().executeTakeFirstOrThrow()
      const { sequence: _, ...values } = row
      const more = (count: number) =>
        Array.from({ length: count }, (_, i) => ({
          ...values,
          id: newId(clock + i),
          form_nonce: newId(clock),
          sender_key: 'k',
        }))
      await store.db
        .insertInto('reports')
        .values(more(REPORT_LIMITS.comment - 2))
        .execute()
      expect(await send(commentId, rule, { address: '192.0.2.1' })).toMatchObject({ kind: 'reported' })
      expect(await send(commentId, rule, { address: '192.0.2.2' })).toEqual({
        kind: 'refused',
        field: null,
        sentence: 'Very many readers have already reported this comment; the newsroom is looking at it.',
      })
      const decision = {
        commentId,
        revisionId,
        last,
        action: 'keep',
        reason: null,
        sentence: 'It stays.',
        by: mo.id,
      } as const
      expect(await decideReports(store, decision, clock)).toMatchObject({ decided: true })
      expect(await send(commentId, rule, { address: '192.0.2.3' })).toMatchObject({ kind: 'reported' })
    })

    test('words that an edit has replaced can still be reported; words never shown, or another comment’s, not', async () => {
      const { commentId, revisionId } = await published('First words')
      const other = await published('Other')
      await editComment(store, commentId, 'Second words', clock)
      const held = await store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('state', '=', 'held')
        .executeTakeFirstOrThrow()
      expect(await send(commentId, rule, { revisionId: held.id })).toMatchObject({ kind: 'other words' })
      expect(await send(commentId, rule, { revisionId: other.revisionId })).toMatchObject({ kind: 'other words' })
      await decidedOn(store, { revisionId: held.id, reason: null, by: mo.id }, clock)
      const earlier = await sent(commentId, { ...law, reason: 'other' }, { revisionId })
      const now = await sent(commentId)
      const [reported] = await readReported(store.db, 5)
      expect(reported).toMatchObject({
        comment: { revision: { text: 'Second words' } },
        story: { id: storyId, headline: 'A bridge opens' },
      })
      expect(reported?.reports.map(({ id, ground, earlierText, name }) => [id, ground, earlierText, name])).toEqual([
        [earlier, 'Another law', 'First words', 'Peg Hollis'],
        [now, 'Personal attack', null, ''],
      ])
    })

    test('the longest waiting comes first, as many as are asked for; what is no longer shown waits no more', async () => {
      const [one, two, three] = [await published('One'), await published('Two'), await published('Three')]
      for (const { commentId } of [two, three, one, two]) await sent(commentId)
      const texts = async (limit: number) =>
        (await readReported(store.db, limit)).map(({ comment }) => comment.revision.text)
      expect(await texts(5)).toEqual(['Two', 'Three', 'One'])
      expect(await texts(2)).toEqual(['Two', 'Three'])
      expect(await countReported(store.db)).toBe(3)
      await removeComment(store, { ...two, reason: 'attack', by: mo.id }, clock)
      expect(await texts(5)).toEqual(['Three', 'One'])
      expect(await countReported(store.db)).toBe(2)
    })

    test('a decision on reports says what it lacks, and is about the words that stood on the page', async () => {
      const { commentId, revisionId } = await published('Debated')
      const last = await sent(commentId)
      const decision = {
        commentId,
        revisionId,
        last,
        action: 'keep',
        reason: null,
        sentence: 'It stays.',
        by: mo.id,
      } as const
      expect(await decideReports(store, { ...decision, sentence: ' ' }, clock)).toEqual({
        decided: false,
        sentence: 'Write a note to the people who reported it that says why the comment stays.',
      })
      expect(await decideReports(store, { ...decision, sentence: 'x'.repeat(1001) }, clock)).toEqual({
        decided: false,
        sentence: 'Keep it to 1,000 characters; it has 1,001.',
      })
      expect(await decideReports(store, { ...decision, action: 'remove', sentence: '' }, clock)).toEqual({
        decided: false,
        sentence: 'Choose a reason from the list to remove the comment.',
      })
      expect(await decideReports(store, { ...decision, revisionId: newId(clock) }, clock)).toMatchObject({
        sentence: expect.stringContaining('changed since you opened the page'),
      })
      expect(await decideReports(store, { ...decision, last: newId(clock) }, clock)).toMatchObject({
        sentence: expect.stringContaining('These reports are no longer open'),
      })
      expect(await decideReports(store, { ...decision, sentence: 'x'.repeat(1000) }, clock)).toMatchObject({
        decided: true,
      })
      const read = async () => readReport(store.db, last, clock)
      expect(await read()).toMatchObject({
        outcome: null,
        appealUntil: null,
        shown: true,
        kind: 'rule',
        ground: 'Personal attack',
      })
      const at = clock
      clock += 10_001
      expect(await read()).toMatchObject({
        outcome: { action: 'keep', reason: null, at },
        appealUntil: at + 183 * 24 * HOUR,
        appeal: null,
      })
      expect(await readReport(store.db, newId(clock), clock)).toBe(null)
    })

    test('a rule is worded for readers up to its longest, and the same words again are no new wording', async () => {
      const typed = { code: 'attack', title: 'x'.repeat(40), sentence: 'y'.repeat(300), law: 'never asked for' }
      expect(await wordReason(store, { ...typed, code: 'made-up' }, mo.id, clock)).toMatchObject({ field: 'title' })
      expect(await wordReason(store, { ...typed, title: 'x'.repeat(41) }, mo.id, clock)).toEqual({
        field: 'title',
        sentence: 'Keep it to 40 characters; it has 41.',
      })
      expect(await wordReason(store, { ...typed, sentence: 'y'.repeat(301) }, mo.id, clock)).toMatchObject({
        field: 'sentence',
      })
      for (let i = 0; i < 2; i++)
        expect(await wordReason(store, { ...typed, title: ` ${typed.title} ` }, mo.id, clock)).toBe(null)
      const unlawful = {
        code: 'illegal-defamation',
        title: 'Defamation',
        sentence: 'It is false.',
        law: 'z'.repeat(500),
      }
      expect(await wordReason(store, { ...unlawful, law: ' ' }, mo.id, clock)).toMatchObject({ field: 'law' })
      expect(await wordReason(store, { ...unlawful, law: 'z'.repeat(501) }, mo.id, clock)).toMatchObject({
        field: 'law',
      })
      expect(await wordReason(store, unlawful, mo.id, clock)).toBe(null)
      for (const change of [{ law: 'Another law' }, { sentence: 'It is not true.' }, { title: 'Slander' }])
        expect(await wordReason(store, { ...unlawful, ...change }, mo.id, clock)).toBe(null)
      const kept = await store.db.selectFrom('rule_wordings').select(['title', 'law']).orderBy('sequence').execute()
      expect(kept.map(({ title, law }) => [title.slice(0, 10), law?.slice(0, 3) ?? null])).toEqual([
        ['xxxxxxxxxx', null],
        ['Defamation', 'zzz'],
        ['Defamation', 'Ano'],
        ['Defamation', 'zzz'],
        ['Slander', 'zzz'],
      ])
    })
  })
}
