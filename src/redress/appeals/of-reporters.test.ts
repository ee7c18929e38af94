/** Who reported a comment that stays asks for a second look; on both databases. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../../test/comments.ts'
import { DATABASES, freshDatabase } from '../../../test/databases.ts'
import { colleague, freshDesk } from '../../../test/desks.ts'
import { addressOf, openSite } from '../../../test/stores.ts'
import { mailKeysWith } from '../../access/index.ts'
import { readDiscussion, signingWith } from '../../discussion/index.ts'
import { decisionLetters } from '../../letters/index.ts'
import { undo } from '../../moderation/undo/index.ts'
import { type Person, ROLES, setDisabled } from '../../people/index.ts'
import { eraseComment } from '../../privacy/index.ts'
import { MIGRATIONS, type Store } from '../../store/index.ts'
import { toldUntil, yearSpan } from '../days.ts'
import { readDecisionSources } from '../decision-source.ts'
import { decideReports } from '../reports/decide-reports.ts'
import { readReport } from '../reports/read-report.ts'
import { report } from '../reports/report.ts'
import { readFigures } from '../transparency/figures.ts'
import { readAppeals } from './appeal.ts'
import { appealReport } from './appeal-report.ts'
import { decideAppeal } from './decide-appeal.ts'
import { countOpenAppeals, readOpenAppeals } from './open-appeals.ts'

const secret = Buffer.alloc(32, 7)
const signing = signingWith(secret)
const mailKeys = mailKeysWith(secret)
const NOON = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000

for (const kind of DATABASES) {
  describe(`second looks for who reported a comment on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let jo: Person
    let clock = NOON
    beforeEach(async () => {
      clock = NOON
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock, { role: ROLES.editor }))
      jo = await colleague(store, 'Jo', NOON)
    })
    afterEach(() => drop())

    /** A comment that readers see. */
    const published = async (text: string) => {
      clock += 60_000
      const { commentId, revisionId } = await sentComment(store, signing, { storyId, text, at: clock })
      await decidedOn(store, { revisionId, reason: null, by: mo.id }, clock)
      return commentId
    }
    const sent = async (commentId: string, mail = 'peg@quay.example') => {
      clock += 1000
      const form = { kind: 'rule', reason: 'attack', words: 'It goes for her.', name: 'Peg', mail, goodFaith: false }
      const token = signing.formToken(clock)
      const posted = {
        commentId,
        revisionId: await shownRevision(store, commentId),
        form,
        token,
        address: '198.51.100.4',
      }
      const result = await report(store, { signing, mail: mailKeys }, posted, clock)
      if (result.kind !== 'reported') throw new Error(JSON.stringify(result))
      return result.reportId
    }
    const settled = async (commentId: string, last: string, action: 'keep' | 'remove' = 'keep') => {
      const revisionId = await shownRevision(store, commentId)
      const decision = { commentId, revisionId, last, action, reason: 'attack', sentence: 'We looked.', by: mo.id }
      const result = await decideReports(store, decision, clock)
      if (!result.decided) throw new Error(result.sentence)
      clock += 20_000
    }
    const object = (reportId: string, words = 'You missed the last line.') =>
      appealReport(store, { reportId, words }, clock)
    /** A comment that was reported and stays, and the appeal of who reported it. */
    const contested = async (text: string) => {
      const commentId = await published(text)
      const reportId = await sent(commentId)
      await settled(commentId, reportId)
      const result = await object(reportId)
      if (!result.appealed) throw new Error(result.sentence)
      return { commentId, reportId, appealId: result.appealId }
    }
    const answer = async (
      appealId: string,
      verdict: 'uphold' | 'overturn',
      by: Person,
      sentence = 'We looked again.',
    ) => {
      const revisionId = await shownOf(appealId)
      return decideAppeal(store, { appealId, revisionId, verdict, sentence, reason: 'attack', by: by.id }, clock)
    }
    /** What is shown of the comment that an appeal is about. */
    const shownOf = async (appealId: string) => {
      const about = await store.db
        .selectFrom('appeals')
        .select('comment_id')
        .where('id', '=', appealId)
        .executeTakeFirst()
      return about ? shownRevision(store, about.comment_id) : ''
    }
    const shown = async () =>
      (await readDiscussion(store.db, storyId)).threads.map(({ comment }) => comment?.revision.text)
    const letters = () =>
      store.db
        .selectFrom('letters')
        .select(['about', 'to_address', 'not_before'])
        .where('kind', '=', 'report answer')
        .orderBy('not_before')
        .orderBy('to_address')
        .execute()

    test('only against “it stays”, once that is told, for six months and once; nothing typed twice makes two', async () => {
      const commentId = await published('Debated')
      const one = await sent(commentId)
      expect(await object(one)).toMatchObject({ appealed: false })
      await settled(commentId, one)
      const { at } = (await readReport(store.db, one, clock))?.outcome ?? { at: 0 }
      expect(await appealReport(store, { reportId: one, words: 'Look.' }, at + 10_000)).toMatchObject({
        appealed: false,
      })
      expect(await object(one, '  ')).toMatchObject({ appealed: false, sentence: expect.stringContaining('few words') })
      expect(await appealReport(store, { reportId: one, words: 'Look.' }, at + 184 * DAY)).toMatchObject({
        sentence: expect.stringContaining('six months'),
      })
      const first = await appealReport(store, { reportId: one, words: 'Look.' }, at + 183 * DAY)
      expect(first).toMatchObject({ appealed: true })
      expect(await object(one, 'Look.')).toEqual(first)
      expect(await object(one, 'And again.')).toMatchObject({ sentence: expect.stringContaining('already') })

      const gone = await published('Taken down')
      const other = await sent(gone)
      await settled(gone, other, 'remove')
      expect(await object(other)).toMatchObject({ appealed: false })
    })

    test('it waits among the appeals, the comment stays meanwhile, and who let it stand does not answer', async () => {
      const { appealId, reportId } = await contested('Debated')
      expect(await shown()).toEqual(['Debated'])
      expect(await readOpenAppeals(store.db, { personId: mo.id, limit: 5 })).toMatchObject([
        {
          id: appealId,
          words: 'You missed the last line.',
          reporter: { name: 'Peg', ground: 'Personal attack', words: 'It goes for her.' },
          text: 'Debated',
          decision: { action: 'keep', by: 'Mo', note: 'We looked.' },
          may: 'other',
        },
      ])
      expect(await answer(appealId, 'uphold', mo)).toMatchObject({ sentence: expect.stringContaining('someone else') })
      expect(await answer(appealId, 'uphold', jo, '')).toMatchObject({
        sentence: expect.stringContaining('reported it'),
      })
      expect(await answer(appealId, 'uphold', jo)).toMatchObject({ answered: true, undoUntil: null })
      expect(await shown()).toEqual(['Debated'])
      expect(await countOpenAppeals(store.db)).toBe(0)
      expect((await readReport(store.db, reportId, clock))?.appeal?.outcome).toBe(null)
      clock += 10_001
      expect((await readReport(store.db, reportId, clock))?.appeal).toMatchObject({
        outcome: { action: 'keep', note: 'We looked again.', alone: false },
      })
      expect(await answer(appealId, 'overturn', jo)).toMatchObject({ answered: false })
    })

    test('where nobody else reviews, who decided may answer, and that is on record', async () => {
      const { appealId, reportId } = await contested('Debated')
      await setDisabled(store, jo.id, true, clock)
      expect(await answer(appealId, 'uphold', mo)).toMatchObject({ answered: true })
      clock += 10_001
      expect((await readReport(store.db, reportId, clock))?.appeal?.outcome?.alone).toBe(true)
    })

    test('taken down after all: for everybody who had objected, with a letter each, until it is taken back', async () => {
      const { commentId, appealId, reportId } = await contested('Debated')
      const later = await sent(commentId, 'una@quay.example')
      await settled(commentId, later)
      expect(await object(later)).toMatchObject({ appealed: true })
      const before = await letters()
      const revisionId = await shownOf(appealId)
      const reasonless = { appealId, revisionId, verdict: 'overturn', sentence: '', reason: null, by: jo.id } as const
      expect(await decideAppeal(store, reasonless, clock)).toMatchObject({
        sentence: expect.stringContaining('reason'),
      })
      const removed = await answer(appealId, 'overturn', jo)
      if (!removed.answered) throw new Error(removed.sentence)
      expect(removed.undoUntil).toBe(clock + 10_000)
      expect(await shown()).toEqual([])
      expect(await countOpenAppeals(store.db)).toBe(0)
      expect((await readDecisionSources(store.db, [removed.decisionId])).get(removed.decisionId)).toBe('reader report')
      expect((await letters()).slice(before.length)).toEqual(
        ['peg@quay.example', 'una@quay.example'].map((to_address) => ({
          about: removed.decisionId,
          to_address,
          not_before: clock + 10_000,
        })),
      )
      expect(await undo(store, removed.decisionId, jo.id, clock)).toMatchObject({ undone: true })
      expect(await letters()).toEqual(before)
      expect(await shown()).toEqual(['Debated'])
      expect(await countOpenAppeals(store.db)).toBe(2)

      const again = await answer(appealId, 'overturn', jo, 'The last line does.')
      if (!again.answered) throw new Error(again.sentence)
      clock += 10_001
      for (const id of [reportId, later])
        expect((await readReport(store.db, id, clock))?.appeal?.outcome).toMatchObject({ action: 'remove' })
      const compose = decisionLetters({ store, signing, mailKeys, url: () => 'https://harbour.example' })[
        'report answer'
      ]
      const to = { name: '', address: 'peg@quay.example' }
      const letter = await compose({ id: 'l', kind: 'report answer', about: again.decisionId, to, headers: {} }, clock)
      const text = letter && 'text' in letter ? letter.text : ''
      for (const part of ['looked again', 'was removed', 'The last line does.', signing.reportKey(reportId)])
        expect(text).toContain(part)
      expect(text).not.toContain('Debated')
      const figures = await readFigures(store.db, yearSpan(2026, toldUntil(clock + DAY)))
      expect(figures.appeals).toMatchObject({ received: 2, fromReporters: 2, upheld: 0, overturned: 2 })
      expect(figures.removed).toEqual([{ code: 'attack', count: 1 }])
    })

    test('what is not shown any more waits with no appeal; an author who erases takes nothing of who objected', async () => {
      const { commentId, appealId, reportId } = await contested('Debated')
      await eraseComment(store, { commentId, erasure: 'blank', by: null }, clock)
      expect(await countOpenAppeals(store.db)).toBe(0)
      expect(await answer(appealId, 'overturn', jo)).toMatchObject({ answered: false })
      expect(await readReport(store.db, reportId, clock)).toMatchObject({
        shown: false,
        appeal: { words: 'You missed the last line.' },
      })
    })
  })

  test(`appeals and answers of before are kept as they were on ${kind}`, async () => {
    const database = await freshDatabase(kind)
    const store = await openSite(addressOf(kind, database.url), () => NOON)
    const at = MIGRATIONS.findIndex(({ name }) => name === 'objections')
    await store.transaction(NOON, async (tx) => {
      for (const migration of MIGRATIONS.slice(0, at)) await migration.up(tx.rows, kind)
    })
    // As they stood before, whatever today's program writes.
    for (const statement of [
      `insert into people (id, name, switches_json, created_at) values ('p', 'Mo', '[]', 0)`,
      `insert into stories (id, draft_json, draft_number, draft_at, comments_open, created_at) values ('s', '{}', 1, 0, 1, 0)`,
      `insert into comments (id, story_id, author_name, form_nonce, sender_key, created_at) values ('c', 's', 'Ada', 'n', '', 0)`,
      `insert into comment_revisions (id, comment_id, number, text, state, created_at, state_at)
        values ('r', 'c', 1, 'Fair', 'rejected', 0, 0)`,
      ...['d', 'e'].map(
        (
          id,
        ) => `insert into decisions (id, comment_id, revision_id, action, reason, note, decided_by, decided_at, changes_json)
        values ('${id}', 'c', 'r', 'uphold', null, '', 'p', 1, '[]')`,
      ),
      `insert into appeals (id, decision_id, comment_id, words, appealed_at) values ('a', 'd', 'c', 'It is fair.', 1)`,
      `insert into appeal_outcomes (appeal_id, decision_id, alone) values ('a', 'e', 1)`,
    ])
      await sql.raw(statement).execute(store.db)
    await store.transaction(NOON, (tx) => MIGRATIONS[at]?.up(tx.rows, kind) as Promise<void>)
    expect((await readAppeals(store.db, 'c')).get('d')).toMatchObject({
      words: 'It is fair.',
      outcome: { decisionId: 'e', verdict: 'uphold', alone: true },
    })
    await expect(sql`delete from appeal_outcomes`.execute(store.db)).rejects.toThrow('never changed')
    await expect(sql`delete from appeals`.execute(store.db)).rejects.toThrow(/foreign key/i)
    await store.close()
    await database.drop()
  })
}
