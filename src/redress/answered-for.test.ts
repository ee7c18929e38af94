/** Decisions are answered for: told, appealed against, led to by reports, counted and logged; on both databases. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { colleague, freshDesk } from '../../test/desks.ts'
import { mailKeysWith } from '../access/index.ts'
import { forgetSenders, readDiscussion, signingWith } from '../discussion/index.ts'
import { readWordings, wordReason } from '../house-rules/index.ts'
import { decisionLetters } from '../letters/index.ts'
import { readDecisions, removeComment, reopen } from '../moderation/decisions/index.ts'
import { undo } from '../moderation/undo/index.ts'
import { addPerson, type Person, ROLES, setDisabled } from '../people/index.ts'
import { verifyReader } from '../readers/index.ts'
import type { Store } from '../store/index.ts'
import { appeal, readAppeals } from './appeals/appeal.ts'
import { decideAppeal } from './appeals/decide-appeal.ts'
import { countOpenAppeals, readOpenAppeals } from './appeals/open-appeals.ts'
import { toldUntil, yearSpan } from './days.ts'
import { decideReports } from './reports/decide-reports.ts'
import { forgetReportSenders } from './reports/forget-senders.ts'
import { countReported, readReported } from './reports/open-reports.ts'
import { readReport } from './reports/read-report.ts'
import { type ReportForm, report } from './reports/report.ts'
import { euStatementSchema } from './transparency/eu-schema.ts'
import { readFigures } from './transparency/figures.ts'
import { readLog } from './transparency/log.ts'
import { readStatements } from './transparency/statements.ts'

const secret = Buffer.alloc(32, 7)
const signing = signingWith(secret)
const mailKeys = mailKeysWith(secret)
const NOON = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000

for (const kind of DATABASES) {
  describe(`decisions answered for on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let jo: Person
    let clock = NOON
    beforeEach(async () => {
      clock = NOON
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock))
      jo = await colleague(store, 'Jo', NOON, ROLES.editor)
    })
    afterEach(() => drop())

    const post = async (text: string, readerId: string | null = null) => {
      clock += 60_000
      return (await sentComment(store, signing, { storyId, text, at: clock, readerId })).commentId
    }
    const heldOf = async (commentId: string) => {
      const row = await store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', commentId)
        .where('state', '=', 'held')
        .executeTakeFirstOrThrow()
      return row.id
    }
    const judge = async (commentId: string, reason: string | null, by = mo, note = '') =>
      decidedOn(store, { revisionId: await heldOf(commentId), reason, by: by.id, note }, clock)
    const shown = async () =>
      (await readDiscussion(store.db, storyId)).threads.map(({ comment }) => comment?.revision.text)
    const letters = () =>
      store.db
        .selectFrom('letters')
        .select(['kind', 'about', 'to_address', 'not_before'])
        .orderBy('not_before')
        .orderBy('id')
        .execute()
    /** What a letter says as it leaves; empty where it has nothing to say any more. */
    const written = async (kind: 'decision' | 'report', about: string, address: string) => {
      const compose = decisionLetters({ store, signing, mailKeys, url: () => 'https://harbour.example' })[kind]
      const letter = await compose({ id: 'l', kind, about, to: { name: '', address }, headers: {} }, clock)
      return letter && 'text' in letter ? letter.text : ''
    }
    const open = (personId: string) => readOpenAppeals(store.db, { personId, limit: 10 })
    const answer = (appealId: string, verdict: 'uphold' | 'overturn', by: Person, sentence = 'We looked again.') =>
      decideAppeal(store, { appealId, verdict, sentence, by: by.id }, clock)
    /** Rejects a comment and appeals a minute later. */
    const appealed = async (text: string, reason = 'attack') => {
      const commentId = await post(text)
      const decisionId = await judge(commentId, reason)
      clock += 60_000
      const result = await appeal(store, { commentId, decisionId, words: 'It attacks nobody.' }, clock)
      if (!result.appealed) throw new Error(result.sentence)
      return { commentId, decisionId, appealId: result.appealId }
    }

    test('an appeal is answered by someone else than who decided; the words come back, on record', async () => {
      const { commentId, decisionId, appealId } = await appealed('Fair words')
      expect(await open(mo.id)).toMatchObject([{ id: appealId, words: 'It attacks nobody.', may: 'other' }])
      expect(await open(jo.id)).toMatchObject([
        {
          text: 'Fair words',
          may: 'yes',
          decision: { by: 'Mo', action: 'reject', reason: { title: 'Personal attack' } },
        },
      ])
      expect(await answer(appealId, 'overturn', mo)).toMatchObject({
        answered: false,
        sentence: expect.stringContaining('someone else'),
      })
      expect(await shown()).toEqual([])
      expect(await answer(appealId, 'overturn', jo)).toMatchObject({ answered: true })
      expect(await shown()).toEqual(['Fair words'])
      expect((await readAppeals(store.db, commentId)).get(decisionId)?.outcome).toMatchObject({
        verdict: 'overturn',
        note: 'We looked again.',
        alone: false,
      })
      expect((await readDecisions(store.db, commentId)).map(({ action, byId }) => [action, byId])).toEqual([
        ['reject', mo.id],
        ['overturn', jo.id],
      ])
      expect(await countOpenAppeals(store.db)).toBe(0)
      expect(await answer(appealId, 'uphold', jo)).toMatchObject({ answered: false })
    })

    test('the only one who reviews may answer an appeal against themselves, and the record says so', async () => {
      const { commentId, decisionId, appealId } = await appealed('Lonely words')
      // Someone has to be left who may change settings.
      await addPerson(store, { name: 'Ed', mail: null, switches: ['settings'] }, clock)
      expect(await setDisabled(store, jo.id, true, clock)).toBe(null)
      expect(await open(mo.id)).toMatchObject([{ may: 'alone' }])
      expect(await answer(appealId, 'uphold', mo, ' ')).toMatchObject({
        answered: false,
        sentence: 'Write a note to the author that says why the decision stands.',
      })
      expect(await answer(appealId, 'uphold', mo)).toMatchObject({ answered: true })
      expect(await shown()).toEqual([])
      expect((await readAppeals(store.db, commentId)).get(decisionId)?.outcome).toMatchObject({
        verdict: 'uphold',
        alone: true,
      })
    })

    test('an appeal is taken once a decision, after the undo window, for six months, and never without words', async () => {
      const commentId = await post('Late words')
      const decisionId = await judge(commentId, 'off-topic')
      const asked = { commentId, decisionId, words: 'It is on topic.' }
      expect(await appeal(store, asked, clock + 10_000)).toMatchObject({ appealed: false })
      expect(await appeal(store, { ...asked, words: ' \n ' }, clock + 20_000)).toMatchObject({ appealed: false })
      expect(await appeal(store, { ...asked, words: 'x'.repeat(5001) }, clock + 20_000)).toMatchObject({
        appealed: false,
        sentence: expect.stringContaining('5,001'),
      })
      expect(await appeal(store, asked, clock + 184 * DAY)).toMatchObject({
        appealed: false,
        sentence: expect.stringContaining('six months'),
      })
      const first = await appeal(store, asked, clock + 183 * DAY)
      expect(first).toMatchObject({ appealed: true })
      expect(await appeal(store, asked, clock + 183 * DAY)).toEqual(first)
      expect(await appeal(store, { ...asked, words: 'And another thing.' }, clock + 183 * DAY)).toMatchObject({
        appealed: false,
        sentence: expect.stringContaining('already'),
      })
    })

    test('nobody appeals by another comment’s receipt, against an approval, or against what was taken back', async () => {
      const [one, other] = [await post('One'), await post('Other')]
      const rejection = await judge(one, 'attack')
      const approval = await judge(other, null)
      clock += 1000
      expect(await undo(store, rejection, mo.id, clock)).toMatchObject({ undone: true })
      clock += 60_000
      for (const asked of [
        { commentId: other, decisionId: rejection },
        { commentId: one, decisionId: rejection },
        { commentId: other, decisionId: approval },
      ])
        expect(await appeal(store, { ...asked, words: 'Why?' }, clock)).toMatchObject({ appealed: false })
      expect(await countOpenAppeals(store.db)).toBe(0)
    })

    test('words that were taken up again wait with no appeal, and it can’t be answered any more', async () => {
      const { commentId, appealId } = await appealed('Second thoughts')
      expect(await reopen(store, { commentId, by: jo.id }, clock)).toMatchObject({ reopened: true })
      expect(await countOpenAppeals(store.db)).toBe(0)
      expect(await answer(appealId, 'overturn', jo)).toMatchObject({ answered: false })
      expect(await shown()).toEqual([])
    })

    test('an appeal brings back exactly what a removal took', async () => {
      const commentId = await post('Shown words')
      await judge(commentId, null)
      clock += 60_000
      const removal = await removeComment(
        store,
        { commentId, revisionId: await shownRevision(store, commentId), reason: 'private', by: mo.id },
        clock,
      )
      if (!removal.decided) throw new Error(removal.sentence)
      clock += 60_000
      const result = await appeal(store, { commentId, decisionId: removal.decisionId, words: 'All public.' }, clock)
      if (!result.appealed) throw new Error(result.sentence)
      await answer(result.appealId, 'overturn', jo, '')
      expect(await shown()).toEqual(['Shown words'])
    })

    const law: ReportForm = {
      kind: 'law',
      reason: 'illegal-defamation',
      words: 'It says I stole the bell, which is false.',
      name: 'Peg Hollis',
      mail: 'peg@quay.example',
      goodFaith: true,
    }
    const rule: ReportForm = { kind: 'rule', reason: 'attack', words: '', name: '', mail: '', goodFaith: false }
    const send = async (commentId: string, form: ReportForm, address = '198.51.100.4') => {
      clock += 1000
      const token = signing.formToken(clock)
      return report(
        store,
        { signing, mail: mailKeys },
        { commentId, revisionId: await shownRevision(store, commentId), form, token, address },
        clock,
      )
    }
    const sent = async (commentId: string, form: ReportForm, address?: string) => {
      const result = await send(commentId, form, address)
      if (result.kind !== 'reported') throw new Error(JSON.stringify(result))
      return result.reportId
    }
    const settle = async (commentId: string, last: string, action: 'remove' | 'keep', sentence = 'We looked.') =>
      decideReports(
        store,
        {
          commentId,
          revisionId: await shownRevision(store, commentId),
          last,
          action,
          reason: 'unsupported',
          sentence,
          by: jo.id,
        },
        clock,
      )

    test('a reported comment stays until a person decides; then all who reported it are told', async () => {
      const commentId = await post('She stole the bell')
      await judge(commentId, null)
      const [one, two] = [await sent(commentId, rule), await sent(commentId, law, '192.0.2.9')]
      expect(await shown()).toEqual(['She stole the bell'])
      expect(await readReported(store.db, 10)).toMatchObject([
        { reports: [{ ground: 'Personal attack' }, { ground: 'Unlawful defamation', name: 'Peg Hollis' }] },
      ])
      const decided = await settle(commentId, two, 'remove', '')
      if (!decided.decided) throw new Error(decided.sentence)
      expect(await shown()).toEqual([])
      expect((await readReport(store.db, one, clock))?.outcome).toBe(null)
      clock += 10_001
      for (const id of [one, two])
        expect(await readReport(store.db, id, clock)).toMatchObject({
          outcome: { action: 'remove', reason: { code: 'unsupported' } },
          shown: false,
        })
      expect(await countReported(store.db)).toBe(0)
      expect((await letters()).map(({ kind, to_address }) => [kind, to_address])).toEqual([
        ['report', 'peg@quay.example'],
        ['report answer', 'peg@quay.example'],
      ])
    })

    test('a removal that is taken back leaves the reports waiting and no letter on its way', async () => {
      const commentId = await post('Contested')
      await judge(commentId, null)
      const id = await sent(commentId, law)
      const decided = await settle(commentId, id, 'remove')
      if (!decided.decided) throw new Error(decided.sentence)
      expect(await undo(store, decided.decisionId, jo.id, clock)).toMatchObject({ undone: true })
      expect(await shown()).toEqual(['Contested'])
      expect(await readReported(store.db, 10)).toHaveLength(1)
      clock += 20_000
      expect((await readReport(store.db, id, clock))?.outcome).toBe(null)
      expect((await letters()).map(({ kind }) => kind)).toEqual(['report'])
    })

    test('a decision answers what was seen; a report that came meanwhile waits for one of its own', async () => {
      const commentId = await post('Debated')
      await judge(commentId, null)
      const seen = await sent(commentId, rule)
      const later = await sent(commentId, rule)
      expect(await settle(commentId, seen, 'keep', '')).toMatchObject({ decided: false })
      expect(await settle(commentId, seen, 'keep')).toMatchObject({ decided: true })
      expect(await shown()).toEqual(['Debated'])
      expect((await readReported(store.db, 10))[0]?.reports.map(({ id }) => id)).toEqual([later])
      expect(await settle(commentId, seen, 'keep')).toMatchObject({ decided: false })
    })

    test('a notice under the law asks for name, mail, reasons and good faith; a report of a rule for none of them', async () => {
      const commentId = await post('Anything')
      await judge(commentId, null)
      for (const [field, change] of Object.entries({
        kind: { kind: 'else' },
        reason: { reason: 'attack' },
        words: { words: ' ' },
        name: { name: '' },
        mail: { mail: 'peg' },
        goodFaith: { goodFaith: false },
      }))
        expect(await send(commentId, { ...law, ...change }), field).toMatchObject({ kind: 'refused', field })
      expect(await send(commentId, { ...law, reason: 'minors', name: '', mail: '' })).toMatchObject({
        kind: 'reported',
      })
      expect(await send(commentId, rule)).toMatchObject({ kind: 'reported' })
      expect(await send(commentId, { ...rule, reason: 'other' })).toMatchObject({ kind: 'refused', field: 'words' })
    })

    test('only what is shown can be reported, a form works once, and a flood from one network ends', async () => {
      const commentId = await post('Held words')
      expect(await send(commentId, rule)).toMatchObject({ kind: 'refused', field: null })
      await judge(commentId, null)
      const token = signing.formToken(clock)
      const revisionId = await shownRevision(store, commentId)
      const posted = { commentId, revisionId, token, address: '198.51.100.4' }
      const again = (form: ReportForm) => report(store, { signing, mail: mailKeys }, { ...posted, form }, clock)
      const first = await again(rule)
      expect(first).toMatchObject({ kind: 'reported' })
      expect(await again(rule)).toEqual(first)
      expect(await again({ ...rule, words: 'Other words' })).toEqual({ kind: 'confirm' })
      for (let i = 1; i < 20; i++) await sent(commentId, rule)
      expect(await send(commentId, rule)).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('hour') })
      expect(await send(commentId, rule, '192.0.2.1')).toMatchObject({ kind: 'reported' })
    })

    test('nobody has mail sent to someone else by reporting: one letter a day, and nothing typed is in it', async () => {
      const commentId = await post('Target')
      await judge(commentId, null)
      const id = await sent(commentId, {
        ...law,
        name: 'Click https://bad.example',
        words: 'Visit https://bad.example',
      })
      for (let i = 0; i < 5; i++) await sent(commentId, law, `192.0.${i}.1`)
      expect(await letters()).toHaveLength(1)
      const text = await written('report', id, law.mail)
      expect(text).toContain(`https://harbour.example/reports/${signing.reportKey(id)}`)
      expect(text).not.toContain('bad.example')
      expect(text).toContain(`https://harbour.example/mail/stop/${mailKeys.stopKey(law.mail)}`)
    })

    test('a letter about a decision goes to verified readers only, not for spam or approval, and an undo takes it back', async () => {
      const reader = await store.transaction(clock, (tx) =>
        verifyReader(tx, { address: 'ada@reader.example', name: 'Ada' }),
      )
      await judge(await post('By nobody known'), 'attack')
      await judge(await post('Buy now', reader.id), 'spam')
      await judge(await post('Fine', reader.id), null)
      const hasty = await judge(await post('Hasty', reader.id), 'attack')
      await undo(store, hasty, mo.id, clock)
      expect(await letters()).toEqual([])
      const commentId = await post('Told', reader.id)
      const decisionId = await judge(commentId, 'attack', mo, 'Leave his mother out.')
      expect(await letters()).toEqual([
        { kind: 'decision', about: decisionId, to_address: 'ada@reader.example', not_before: clock + 10_000 },
      ])
      clock += 20_000
      const text = await written('decision', decisionId, 'ada@reader.example')
      for (const part of ['A bridge opens', 'Personal attack', 'Leave his mother out.', signing.receiptKey(commentId)])
        expect(text).toContain(part)
      expect(text).not.toContain('Told')
      expect(await written('decision', hasty, 'ada@reader.example')).toBe('')
    })

    test('a rule is worded anew for what is decided from then on; an old decision keeps its words', async () => {
      const old = await post('Old case')
      await judge(old, 'attack')
      clock += 60_000
      const typed = { code: 'attack', title: 'Against a person', sentence: 'It goes for the person.', law: '' }
      expect(await wordReason(store, typed, jo.id, clock)).toBe(null)
      expect(await wordReason(store, { ...typed, title: ' ' }, jo.id, clock)).toMatchObject({ field: 'title' })
      const recent = await post('New case')
      await judge(recent, 'attack')
      const titles = async (id: string) => (await readDecisions(store.db, id)).map(({ reason }) => reason?.title)
      expect([await titles(old), await titles(recent)]).toEqual([['Personal attack'], ['Against a person']])
      expect((await readWordings(store.db))('attack', clock)?.sentence).toBe('It goes for the person.')
    })

    test('figures, log and statements count what stands, in whole days, without names or words', async () => {
      await judge(await post('Fine words'), null)
      await judge(await post('Buy my words'), 'spam')
      await undo(store, await judge(await post('Hasty words'), 'hate'), mo.id, clock)
      const { appealId } = await appealed('Attacking words')
      await answer(appealId, 'overturn', jo)
      const commentId = await post('Reported words')
      await judge(commentId, null)
      const decided = await settle(commentId, await sent(commentId, law), 'remove', 'Peg Hollis is right.')
      expect(decided).toMatchObject({ decided: true })
      const year = (now: number) => yearSpan(2026, toldUntil(now))
      expect((await readLog(store.db, year(clock), 1)).lines).toEqual([])

      const span = year(clock + DAY)
      const { lines } = await readLog(store.db, span, 1)
      expect(lines.map(({ action, reason }) => [action, reason])).toEqual([
        ['remove', 'Unsupported accusation'],
        ['overturn', null],
        ['reject', 'Personal attack'],
      ])
      expect(await readFigures(store.db, span)).toMatchObject({
        received: { comments: 5, edits: 0 },
        approved: 2,
        approvedByRule: 0,
        restrictedByProgram: 0,
        rejected: [
          { code: 'attack', count: 1 },
          { code: 'spam', count: 1 },
        ],
        removed: [{ code: 'unsupported', count: 1 }],
        appeals: { received: 1, overturned: 1, upheld: 0 },
        reports: { rule: 0, law: 1, removed: 1, kept: 0 },
      })
      const { statements, more } = await readStatements(store.db, span, 1, 'https://harbour.example')
      expect(more).toBe(false)
      expect(statements.map(({ source_type, end_date_visibility_restriction: end }) => [source_type, end])).toEqual([
        ['SOURCE_VOLUNTARY', '2026-05-01'],
        ['SOURCE_ARTICLE_16', undefined],
      ])
      for (const statement of statements) euStatementSchema.parse(statement)
      const told = JSON.stringify([lines, statements])
      expect(told).not.toMatch(/Attacking|Reported words|Hollis|\b(Ada|Mo|Jo)\b/)
      expect(JSON.stringify(statements)).not.toContain('bridge')
    })

    test('after thirty days nothing tells which reports came from one network', async () => {
      const commentId = await post('Reported twice')
      await judge(commentId, null)
      await sent(commentId, rule)
      await sent(commentId, rule)
      const keys = () => store.db.selectFrom('reports').select('sender_key').distinct().execute()
      await forgetSenders(store, clock + 29 * DAY, { also: forgetReportSenders })
      expect(await keys()).toEqual([{ sender_key: expect.stringMatching(/^[\w-]{22}$/) }])
      await forgetSenders(store, clock + 31 * DAY, { also: forgetReportSenders })
      expect(await keys()).toEqual([{ sender_key: '' }])
    })

    test('what was answered is never changed', async () => {
      const { appealId } = await appealed('Kept')
      await answer(appealId, 'uphold', jo)
      await wordReason(store, { code: 'attack', title: 'T', sentence: 'S', law: '' }, jo.id, clock)
      for (const table of ['appeal_outcomes', 'rule_wordings'] as const)
        await expect(store.transaction(clock, (tx) => tx.rows.deleteFrom(table).execute())).rejects.toThrow(
          'never changed',
        )
    })
  })
}
