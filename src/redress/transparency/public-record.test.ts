/** What everyone is told of moderation: which decisions stand in the log, the statements and the figures, and in which order. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshStore, publishedStory } from '../../../test/stores.ts'
import { signingWith } from '../../discussion/index.ts'
import { readPublicity, setPublicity } from '../../house-rules/index.ts'
import { insertDecision } from '../../moderation/decisions/index.ts'
import { addPerson, type Person, ROLES } from '../../people/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { unpublish } from '../../story/index.ts'
import { monthSpan } from '../days.ts'
import { euStatementSchema } from './eu-schema.ts'
import { medianOf, readFigures } from './figures.ts'
import { firstDecisionAt, LINES_A_PART, readLog } from './log.ts'
import { readStatements } from './statements.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const FROM = Date.UTC(2026, 4, 1)
const TO = Date.UTC(2026, 5, 1)
const NOON = FROM + 12 * 3_600_000
const MINUTE = 60_000
const span = monthSpan(2026, 5, TO)

for (const kind of DATABASES) {
  describe(`the public record on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOON))
      storyId = (await publishedStory(store, 'A bridge opens', FROM)).id
      mo = (await addPerson(store, { name: 'Mo', mail: null, switches: ROLES.moderator }, FROM)) as Person
    })
    afterEach(() => drop())

    let sent = 0
    const post = (at = NOON, story = storyId) => {
      sent += 1
      const address = `10.6.${sent % 250}.1`
      return sentComment(store, signing, { storyId: story, text: `Words number ${sent}`, at, address })
    }
    type Recorded = Partial<Parameters<typeof insertDecision>[1]> & { ids?: Awaited<ReturnType<typeof post>> }
    const recorded = async (at: number, { ids, ...more }: Recorded = {}) => {
      const comment = ids ?? (await post(Math.min(at, NOON)))
      const id = newId(at)
      const record = { ...comment, id, action: 'reject', reason: 'attack', by: mo.id, changes: [], ...more }
      await store.transaction(at, (tx) => insertDecision(tx, record))
      return { ...comment, id }
    }
    const campaign = async (short = 0) => {
      const id = newId(NOON)
      const { revisionId } = await post()
      await store.db.insertInto('campaigns').values({ id, made_at: NOON, found_by: revisionId, short }).execute()
      return id
    }

    test('is of a span from its first moment to the last before the next', async () => {
      for (const at of [FROM - 1, FROM, TO - 1, TO]) await recorded(at)
      expect((await readLog(store.db, span, 1)).lines.map(({ at }) => at)).toEqual([TO - 1, FROM])
      expect((await readStatements(store.db, span, 1, '')).statements).toHaveLength(2)
      expect((await readFigures(store.db, span)).rejected).toEqual([{ code: 'attack', count: 2 }])
      expect(await firstDecisionAt(store.db)).toBe(FROM - 1)
    })

    test('lists what kept words from readers or answered someone, not spam, approvals, or what was taken back', async () => {
      await recorded(NOON, { action: 'approve', reason: null })
      await recorded(NOON, { reason: 'spam' })
      const back = await recorded(NOON)
      await recorded(NOON, { ids: back, action: 'undo', reason: null, undoes: back.id })
      await recorded(NOON, { action: 'reopen', reason: null })
      for (const action of ['reject', 'remove']) await recorded(NOON, { action })
      for (const action of ['overturn', 'uphold', 'keep']) await recorded(NOON, { action, reason: null })
      const { lines, more } = await readLog(store.db, span, 1)
      expect(lines.map(({ action, reason, comments }) => [action, reason, comments])).toEqual([
        ['keep', null, 1],
        ['uphold', null, 1],
        ['overturn', null, 1],
        ['remove', 'Personal attack', 1],
        ['reject', 'Personal attack', 1],
      ])
      expect(more).toBe(false)
      expect((await readStatements(store.db, span, 1, '')).statements.map((one) => one.decision_visibility)).toEqual([
        ['DECISION_VISIBILITY_CONTENT_DISABLED'],
        ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      ])
    })

    test('names a story while it is on the site; near-identical comments that were decided as one are one line', async () => {
      const gone = (await publishedStory(store, 'A ferry leaves', FROM)).id
      await recorded(NOON, { ids: await post(NOON, gone) })
      await unpublish(store, gone, null, NOON)
      const campaignId = await campaign()
      for (let i = 0; i < 3; i++) await recorded(NOON + i, { campaignId })
      const { lines } = await readLog(store.db, span, 1)
      expect(lines).toEqual([
        {
          comments: 3,
          action: 'reject',
          reason: 'Personal attack',
          story: { headline: 'A bridge opens', path: expect.stringContaining('/') },
          at: NOON + 2,
        },
        { comments: 1, action: 'reject', reason: 'Personal attack', story: null, at: NOON },
      ])
    })

    test('is told part by part, a hundred lines each, with none twice and none left out', async () => {
      const ids = await post()
      for (let i = 0; i < LINES_A_PART; i++) await recorded(NOON + i, { ids })
      expect(await readLog(store.db, span, 1)).toMatchObject({ more: false, lines: { length: 100 } })
      await recorded(NOON + 200, { ids })
      const [one, two] = [await readLog(store.db, span, 1), await readLog(store.db, span, 2)]
      expect([one.more, one.lines.length, one.lines[0]?.at]).toEqual([true, 100, NOON + 200])
      expect([two.more, two.lines.map(({ at }) => at)]).toEqual([false, [NOON]])
    })

    test('figures count each kind of decision, by whom and how long it took', async () => {
      const campaignId = await campaign()
      await recorded(NOON + 3 * MINUTE, { action: 'approve', reason: null })
      await recorded(NOON + 9.5 * MINUTE, { action: 'approve', reason: null })
      await recorded(NOON + 99 * MINUTE, { action: 'approve', reason: null, automated: true })
      await recorded(NOON + 90 * MINUTE, { action: 'remove', reason: 'private' })
      await recorded(NOON + 91 * MINUTE, { action: 'remove', reason: 'attack' })
      await recorded(NOON + 92 * MINUTE, { action: 'remove', reason: 'private' })
      await recorded(NOON + 20 * MINUTE, { reason: 'spam', campaignId })
      await recorded(NOON + 21 * MINUTE, { reason: 'spam', campaignId })
      await recorded(NOON + 22 * MINUTE, { reason: 'attack' })
      await recorded(NOON + 22 * MINUTE, { reason: 'attack', automated: true })
      await recorded(NOON + 23 * MINUTE, { action: 'reopen', reason: null })
      expect(await readFigures(store.db, span)).toMatchObject({
        received: { comments: 12, edits: 0 },
        approved: 3,
        approvedByRule: 1,
        restrictedByProgram: 1,
        rejected: [
          { code: 'attack', count: 2 },
          { code: 'spam', count: 2 },
        ],
        removed: [
          { code: 'private', count: 2 },
          { code: 'attack', count: 1 },
        ],
        inGroups: 2,
        // 3, 9, 20, 21 and 22: by people, on words that waited.
        medianMinutes: 20,
      })
    })

    test('comments and edits are counted by when they came', async () => {
      const revisions = async (number: number, at: number) => {
        const { commentId } = await post(NOON)
        await store.db
          .updateTable('comment_revisions')
          .set({ number, created_at: at })
          .where('comment_id', '=', commentId)
          .execute()
        await store.db.updateTable('comments').set({ created_at: at }).where('id', '=', commentId).execute()
      }
      for (const at of [FROM - 1, FROM, TO - 1, TO]) await revisions(2, at)
      await revisions(1, NOON)
      expect((await readFigures(store.db, span)).received).toEqual({ comments: 3, edits: 2 })
    })

    test('reports, appeals and their answers are counted by when they came and when they were answered', async () => {
      const ids = await post(FROM - 100 * MINUTE)
      const report = async (ruleOrLaw: 'rule' | 'law', at: number) => {
        const id = newId(at)
        await store.db
          .insertInto('reports')
          .values({
            id,
            comment_id: ids.commentId,
            revision_id: ids.revisionId,
            kind: ruleOrLaw,
            reason: ruleOrLaw === 'rule' ? 'attack' : 'illegal-defamation',
            words: '',
            name: '',
            mail: null,
            form_nonce: id,
            sender_key: '',
            reported_at: at,
          })
          .execute()
        return id
      }
      const answered = async (reportId: string, action: string, at: number) => {
        const { id } = await recorded(at, { ids, action, reason: action === 'remove' ? 'attack' : null })
        await store.db.insertInto('report_outcomes').values({ report_id: reportId, decision_id: id }).execute()
        return id
      }
      const appealed = async (decisionId: string, at: number, reportId: string | null = null) => {
        const id = newId(at)
        const row = { id, decision_id: decisionId, comment_id: ids.commentId, words: 'No.', appealed_at: at }
        await store.db
          .insertInto('appeals')
          .values({ ...row, report_id: reportId })
          .execute()
        return id
      }
      const outcome = async (appealId: string, action: string, at: number) => {
        const { id } = await recorded(at, { ids, action, reason: action === 'remove' ? 'attack' : null })
        await store.db
          .insertInto('appeal_outcomes')
          .values({ appeal_id: appealId, decision_id: id, alone: 0 })
          .execute()
      }
      const before = await report('rule', FROM - 1)
      const first = await report('rule', FROM)
      const law = await report('law', TO - 1)
      await report('law', TO)
      await answered(before, 'keep', FROM + 10 * MINUTE)
      await answered(law, 'remove', TO - 1)
      const kept = await answered(first, 'keep', FROM + 7.9 * MINUTE)
      const rejection = await recorded(FROM, { ids })
      const objected = await appealed(kept, FROM + 20 * MINUTE, first)
      const authors = await appealed(rejection.id, FROM + 30 * MINUTE)
      await outcome(objected, 'uphold', FROM + 23.5 * MINUTE)
      await outcome(authors, 'overturn', FROM + 39 * MINUTE)
      const { reports, appeals } = await readFigures(store.db, span)
      expect(reports).toEqual({ rule: 1, law: 1, removed: 1, kept: 2, medianMinutes: 7 })
      expect(appeals).toEqual({ received: 2, fromReporters: 1, upheld: 1, overturned: 1, medianMinutes: 3 })
      const later = await readFigures(store.db, monthSpan(2026, 6, TO + 10 * MINUTE))
      expect(later.reports).toMatchObject({ rule: 0, law: 1, removed: 0, kept: 0, medianMinutes: null })
      expect(later.appeals).toEqual({ received: 0, fromReporters: 0, upheld: 0, overturned: 0, medianMinutes: null })
    })

    test('bans are counted by when they were made, and when they were lifted', async () => {
      const comment = await store.db
        .selectFrom('comments')
        .selectAll()
        .where('id', '=', (await post()).commentId)
        .executeTakeFirstOrThrow()
      const reader = { id: newId(NOON), name: 'Ada', mail: null, verified_at: NOON, created_at: NOON, erased_at: null }
      await store.db.insertInto('readers').values(reader).execute()
      const ban = (readerId: string | null, made: number, lifted: number | null) =>
        store.db
          .insertInto('bans')
          .values({
            id: newId(made),
            reader_id: readerId,
            sender_key: readerId === null ? 'k' : null,
            comment_id: comment.id,
            reason: 'attack',
            note: '',
            story_id: null,
            made_at: made,
            made_by: mo.id,
            ends_at: made + 7 * 86_400_000,
            lifted_at: lifted,
            lifted_by: lifted === null ? null : mo.id,
          })
          .execute()
      await ban(reader.id, FROM - 1, FROM)
      await ban(reader.id, FROM, FROM - 1)
      await ban(null, TO - 1, TO - 1)
      await ban(null, TO, TO)
      expect((await readFigures(store.db, span)).bans).toEqual({ readers: 1, networks: 1, lifted: 2 })
    })

    test('nothing is public until an editor says so, each of the two for itself; saying it twice is one line of the log', async () => {
      expect(await readPublicity(store.db)).toEqual({ log: false, report: false })
      await setPublicity(store, { wanted: { log: true, report: false } }, mo.id, NOON)
      expect(await readPublicity(store.db)).toEqual({ log: true, report: false })
      await setPublicity(store, { wanted: { log: true, report: false } }, mo.id, NOON)
      await setPublicity(store, { wanted: { log: true, report: true } }, mo.id, NOON)
      await setPublicity(store, { wanted: { log: false, report: true } }, mo.id, NOON)
      const acts = await store.db
        .selectFrom('acts')
        .select('detail')
        .where('act', '=', 'moderation.publicity')
        .orderBy('sequence')
        .execute()
      expect(acts.map(({ detail }) => detail)).toEqual([
        'Moderation log: public; transparency report: not public',
        'Moderation log: public; transparency report: public',
        'Moderation log: not public; transparency report: public',
      ])
    })

    test('statements are handed out part by part, a thousand each', async () => {
      const ids = await post()
      const ofOne = Array.from({ length: 1001 }, (_, i) => ({
        id: newId(NOON + i),
        comment_id: ids.commentId,
        revision_id: ids.revisionId,
        action: 'reject',
        reason: 'attack',
        note: '',
        decided_by: mo.id,
        decided_at: NOON + i,
        changes_json: '[]',
        undoes: null,
        campaign_id: null,
        group_id: null,
        automated: 0,
        seen_json: i === 0 ? JSON.stringify({ band: 'spam' }) : null,
      }))
      await store.transaction(NOON, async (tx) => {
        for (let from = 0; from < ofOne.length; from += 50)
          await tx.rows
            .insertInto('decisions')
            .values(ofOne.slice(from, from + 50))
            .execute()
      })
      const url = 'https://harbour.example'
      const [one, two] = [await readStatements(store.db, span, 1, url), await readStatements(store.db, span, 2, url)]
      expect([one.more, one.statements.length, two.more, two.statements.length]).toEqual([true, 1000, false, 1])
      expect(one.statements.slice(0, 2).map((each) => each.automated_detection)).toEqual(['Yes', 'No'])
      expect(two.statements[0]?.puid).toBe(ofOne[1000]?.id)
      euStatementSchema.parse(one.statements[0])
    })
  })
}

test('the median is reached at half, with any number of equal ones', () => {
  const of = (...minutes: number[]) => {
    const waits = new Map<number, number>()
    for (const one of minutes) waits.set(one, (waits.get(one) ?? 0) + 1)
    return medianOf(waits)
  }
  expect(of(1, 2)).toBe(1)
  expect(of(1, 2, 3)).toBe(2)
  expect(of(5, 5, 1)).toBe(5)
  expect(of(100, 9, 20)).toBe(20)
})
