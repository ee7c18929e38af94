/** What came last is what was written last, whatever the clock said: within a millisecond, and where it was set back. */

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../../test/comments.ts'
import { DATABASES, freshDatabase } from '../../../test/databases.ts'
import { colleague, freshDesk } from '../../../test/desks.ts'
import { addressOf, openSite } from '../../../test/stores.ts'
import { mailKeysWith } from '../../access/index.ts'
import { readReceipt, signingWith } from '../../discussion/index.ts'
import { readReasons, wordReason } from '../../house-rules/index.ts'
import { sendDue } from '../../mail/index.ts'
import { type Person, readStaffLog as readActs } from '../../people/index.ts'
import { appeal, countOpenAppeals, decideReports, readLog, readReported, report } from '../../redress/index.ts'
import { MIGRATIONS, newId, type Store } from '../../store/index.ts'
import { auditReview } from '../audit/index.ts'
import { readCommentHistory } from '../comments/index.ts'
import { keepShowing, LEASE, openHand } from '../queue/index.ts'
import { readUndoables, undo } from '../undo/index.ts'
import { whoHolds } from './conflict.ts'
import { decide, removeComment } from './decide.ts'
import { loggedDecisions } from './logged.ts'
import { readDecisions } from './told.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const mailKeys = mailKeysWith(Buffer.alloc(32, 7))
const NOON = Date.UTC(2026, 4, 1, 12)
const HOUR = 3_600_000
const DAY = 24 * HOUR

for (const kind of DATABASES) {
  describe(`where the clock is set back on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let jo: Person
    let clock = NOON
    beforeEach(async () => {
      clock = NOON
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock))
      jo = await colleague(store, 'Jo', NOON)
    })
    afterEach(() => drop())

    const sent = (text: string) => sentComment(store, signing, { storyId, text, at: clock })
    const faults = async () => (await auditReview(store.db)).filter(({ failed }) => failed > 0)
    const removed = async (commentId: string, by = mo.id) => {
      const result = await removeComment(
        store,
        { commentId, revisionId: await shownRevision(store, commentId), reason: 'private', by },
        clock,
      )
      if (!result.decided) throw new Error(result.sentence)
      return result.decisionId
    }

    /** A comment approved and then, when the clock says `then`, taken down; as often as chance could go wrong. */
    const takenDown = async (then: number) => {
      for (let i = 0; i < 8; i++) {
        clock = NOON
        const { commentId, revisionId } = await sent(`Words number ${i}, of their own.`)
        await decidedOn(store, { revisionId, reason: null, by: mo.id }, clock)
        clock = then
        const removal = await removed(commentId)
        const actions = (await readDecisions(store.db, commentId)).map(({ action }) => action)
        expect(actions).toEqual(['approve', 'remove'])
        expect((await readCommentHistory(store.db, commentId))?.decisions.map(({ action }) => action)).toEqual(actions)
        expect((await readReceipt(store.db, commentId))?.revisions[0]).toMatchObject({ state: 'removed' })
        clock += 20_000
        const asked = { commentId, decisionId: removal, words: 'It was true.' }
        expect(await appeal(store, asked, clock)).toMatchObject({ appealed: true })
        expect(await countOpenAppeals(store.db)).toBe(i + 1)
      }
      expect(await faults()).toEqual([])
      const acts = (await readActs(store.db, { kind: 'decision', limit: 100 }, [loggedDecisions])).lines.map(
        ({ act }) => act,
      )
      expect(acts).toEqual(Array.from({ length: 8 }, () => ['decision.remove', 'decision.approve']).flat())
    }
    test('the author of a comment that was approved and taken down in one millisecond can appeal, and no fault is found', () =>
      takenDown(NOON))
    test('the same where an hour was taken from the clock between the two', () => takenDown(NOON - HOUR))

    test('two opposite decisions of one millisecond are told in the order in which they were made', async () => {
      for (let i = 0; i < 8; i++) {
        const { commentId, revisionId } = await sent(`Words number ${i}, of their own.`)
        const first = await decidedOn(store, { revisionId, reason: null, by: mo.id }, clock)
        expect(await undo(store, first, mo.id, clock)).toMatchObject({ undone: true })
        await decidedOn(store, { revisionId, reason: 'attack', by: mo.id }, clock)
        const history = await readCommentHistory(store.db, commentId)
        expect(history?.decisions.map(({ action }) => action)).toEqual(['approve', 'undo', 'reject'])
      }
      expect(await faults()).toEqual([])
    })

    test('the log and the public log begin with what happened last', async () => {
      const one = await sent('The first.')
      await decidedOn(store, { revisionId: one.revisionId, reason: 'attack', by: mo.id }, clock)
      clock -= HOUR
      const two = await sent('The second.')
      await decidedOn(store, { revisionId: two.revisionId, reason: 'private', by: mo.id }, clock)
      await wordReason(store, { code: 'attack', title: 'Rude', sentence: 'Be kind.', law: '' }, jo.id, clock)
      const log = await readActs(store.db, { limit: 3 }, [loggedDecisions])
      expect(log.lines.map(({ act }) => act)).toEqual(['rule.worded', 'decision.reject', 'decision.reject'])
      expect(log.lines.map(({ about }) => about).slice(1)).toEqual([two.commentId, one.commentId])
      const next = await readActs(store.db, { limit: 1, after: log.lines[1]?.key }, [loggedDecisions])
      expect(next.lines.map(({ about }) => about)).toEqual([one.commentId])
      const told = await readLog(store.db, { from: NOON - DAY, to: NOON + DAY }, 1)
      const reasons = await readReasons(store.db)
      expect(told.lines.map(({ reason }) => reason)).toEqual([
        reasons.find(({ code }) => code === 'private')?.title,
        // As it was worded when that was decided, though the clock says that it was worded before.
        expect.not.stringMatching('Rude'),
      ])
    })

    test('a report that came after those that were seen waits for an answer of its own', async () => {
      const { commentId, revisionId } = await sent('Reported words.')
      await decidedOn(store, { revisionId, reason: null, by: mo.id }, clock)
      const reported = async (words: string) => {
        const form = { kind: 'rule', reason: 'attack', words, name: '', mail: '', goodFaith: false }
        const posted = {
          commentId,
          revisionId,
          form,
          token: signing.formToken(clock - 60_000),
          address: '198.51.100.4',
        }
        const result = await report(store, { signing, mail: mailKeys }, posted, clock)
        if (result.kind !== 'reported') throw new Error(JSON.stringify(result))
        return result.reportId
      }
      const seen = await reported('The first.')
      clock -= HOUR
      await reported('The second.')
      const answer = {
        commentId,
        revisionId,
        last: seen,
        action: 'keep' as const,
        reason: null,
        sentence: 'It stays.',
        by: mo.id,
      }
      expect(await decideReports(store, answer, clock)).toMatchObject({ decided: true })
      const [left] = await readReported(store.db, 10)
      expect(left?.reports.map(({ words }) => words)).toEqual(['The second.'])
    })

    test('what a moderator has in hand stays in that hand for one lease, and no longer', async () => {
      const { revisionId } = await sent('In hand.')
      await openHand(store, { by: mo.id, hand: 'page' }, {}, clock)
      clock -= 3 * DAY
      expect(await openHand(store, { by: jo.id, hand: 'other' }, {}, clock)).toEqual([])
      const early = { revisionId, action: 'approve' as const, reason: null, by: jo.id }
      expect(await decide(store, early, clock)).toMatchObject({
        decided: false,
        sentence: 'Mo is reviewing this comment.',
      })
      clock += LEASE - 1000
      await keepShowing(store, { by: jo.id, hand: 'other' }, [], clock)
      expect(await whoHolds(store.db, revisionId, jo.id, clock)).toBe('Mo is reviewing this comment.')
      clock += 2000
      expect(await openHand(store, { by: jo.id, hand: 'other' }, {}, clock)).toEqual([revisionId])
    })

    test('a decision can be taken back for its ten seconds, and by no correction of the clock for longer or anew', async () => {
      const { commentId, revisionId } = await sent('Decided.')
      const decision = await decidedOn(store, { revisionId, reason: 'attack', by: mo.id }, clock)
      clock -= 500
      expect(await readUndoables(store.db, mo.id, clock)).toHaveLength(1)
      clock -= HOUR
      expect(await readUndoables(store.db, mo.id, clock)).toEqual([])
      expect(await undo(store, decision, mo.id, clock)).toMatchObject({ undone: false })
      expect(await appeal(store, { commentId, decisionId: decision, words: 'No.' }, clock)).toMatchObject({
        appealed: true,
      })
      clock = NOON + 1000
      expect(await undo(store, decision, mo.id, clock)).toMatchObject({
        undone: false,
        sentence: 'Others may know of this decision by now, so it can’t be undone. Open the comment to decide again.',
      })
    })

    test('a letter leaves when it was to leave, and one in hand is tried again as soon as if it had been taken now', async () => {
      const letter = (id: string, times: { made: number; due: number; again: number | null }) =>
        store.db
          .insertInto('letters')
          .values({
            id,
            kind: 'test',
            about: null,
            to_name: '',
            to_address: 'zoe@paper.example',
            subject: 'Hello',
            text: 'Hello',
            headers_json: '{}',
            not_before: times.due,
            created_at: times.made,
            sent_at: null,
            attempts: times.again === null ? 0 : 1,
            problem: null,
            again_at: times.again,
          })
          .execute()
      await letter(newId(clock), { made: clock, due: clock + 10_000, again: null })
      await letter(newId(clock), { made: clock - 10 * DAY, due: clock - 10 * DAY, again: clock + 60_000 })
      clock -= 5 * DAY
      const sending = () =>
        sendDue(store, {
          transport: { way: 'file', deliver: async () => {}, rest: () => {}, close: async () => {} } as never,
          from: async () => ({ name: '', address: 'desk@paper.example' }),
          composers: {},
          now: () => clock,
          log: { info: () => {}, warn: () => {}, error: () => {} },
        })
      expect(await sending()).toMatchObject({ sent: 0 })
      clock += 10_000
      expect(await sending()).toMatchObject({ sent: 1 })
      clock += 5 * 60_000
      expect(await sending()).toMatchObject({ sent: 1 })
    })

    test('a number in the order of what happened is never changed, and given to no two things', async () => {
      const { revisionId } = await sent('Decided.')
      await decidedOn(store, { revisionId, reason: null, by: mo.id }, clock)
      await expect(sql`update decisions set sequence = sequence + 100`.execute(store.db)).rejects.toThrow(
        'never changed',
      )
      await expect(sql`update decisions set action = 'reject'`.execute(store.db)).rejects.toThrow('never changed')
      await expect(
        sql`update decisions set sequence = sequence + 100, seen_json = null, note = ''`.execute(store.db),
      ).rejects.toThrow('never changed')
      const { rows } = await sql<{ sequence: number }>`
        select sequence from decisions union all select sequence from acts union all select sequence from story_versions`.execute(
        store.db,
      )
      expect(new Set(rows.map(({ sequence }) => sequence)).size).toBe(rows.length)
    })
  })
  test(`what was decided before is put into the best order that is known on ${kind}`, async () => {
    const database = await freshDatabase(kind)
    const store = await openSite(addressOf(kind, database.url), () => NOON)
    const at = MIGRATIONS.findIndex(({ name }) => name === 'order of what happened')
    await store.transaction(NOON, async (tx) => {
      for (const migration of MIGRATIONS.slice(0, at)) await migration.up(tx.rows, kind)
    })
    const decided = (id: string, action: string, time: number, undoes: string | null = null) =>
      `insert into decisions (id, comment_id, revision_id, action, note, decided_by, decided_at, changes_json, undoes, seen_json)
         values ('${id}', 'c', 'r', '${action}', 'Why', 'p', ${time}, '[]', ${undoes === null ? 'null' : `'${undoes}'`}, '{}')`
    for (const statement of [
      `insert into people (id, name, switches_json, created_at) values ('p', 'Mo', '[]', 0)`,
      `insert into stories (id, draft_json, draft_number, draft_at, comments_open, created_at) values ('s', '{}', 1, 0, 1, 0)`,
      `insert into comments (id, story_id, author_name, form_nonce, sender_key, created_at) values ('c', 's', 'Ada', 'n', '', 0)`,
      `insert into comment_revisions (id, comment_id, number, text, state, created_at, state_at) values ('r', 'c', 1, 'Words', 'held', 0, 0)`,
      decided('z', 'approve', 5000),
      decided('b', 'undo', 5000, 'z'),
      decided('a', 'reject', 6000),
    ])
      await sql.raw(statement).execute(store.db)
    await store.transaction(NOON, async (tx) => {
      for (const migration of MIGRATIONS.slice(at)) await migration.up(tx.rows, kind)
    })
    const rows = await store.db.selectFrom('decisions').select(['action', 'sequence']).orderBy('sequence').execute()
    expect(rows.map(({ action }) => action)).toEqual(['approve', 'undo', 'reject'])
    await sql.raw(decided('0', 'remove', 1)).execute(store.db)
    const last = await store.db.selectFrom('decisions').select('action').orderBy('sequence', 'desc').executeTakeFirst()
    expect(last?.action).toBe('remove')
    await expect(sql`update decisions set reason = 'x'`.execute(store.db)).rejects.toThrow('never changed')
    // Words of the author's may still be taken out of it, and nothing else.
    await sql`update decisions set seen_json = null, note = ''`.execute(store.db)
    await store.close()
    await database.drop()
  })
}
