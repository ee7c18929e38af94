/** The desk's figures are of a time and of what a person decided in it: what each leaves out. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { colleague, freshDesk } from '../../../test/desks.ts'
import { signingWith, withdrawComment } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import { eraseComment } from '../../privacy/index.ts'
import { readAppealed } from '../../redress/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { insertDecision } from '../decisions/index.ts'
import { readAnswerTimes, usuallyWithin } from './answer-time.ts'
import { agreementOf, lookAgain, readAgreement, readSampleItem } from './blind-sample.ts'
import { countBack, HOUR, readFlow } from './waiting.ts'
import { readWeek } from './week.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000
const DAY = 24 * HOUR

for (const kind of DATABASES) {
  describe(`of what time and whose the figures are on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let jo: Person
    beforeEach(async () => {
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => NOW, { publishedAt: NOW - 200 * DAY }))
      jo = await colleague(store, 'Jo', NOW)
    })
    afterEach(() => drop())

    let sent = 0
    const post = (at: number) => {
      sent += 1
      return sentComment(store, signing, { storyId, text: `Words number ${sent}`, at, address: `10.7.${sent % 250}.1` })
    }
    interface Recorded {
      action?: string
      reason?: string | null
      by?: Person
      automated?: boolean
      campaignId?: string | null
      undoes?: string | null
      wait?: number
      inSample?: boolean
      ids?: Awaited<ReturnType<typeof post>>
    }
    /** A decision on record, as each way to decide leaves it. */
    const recorded = async (at: number, { wait = MINUTE, ids, by = mo, inSample = false, ...more }: Recorded = {}) => {
      const comment = ids ?? (await post(at - wait))
      // The last letter of an id says whether it is looked at twice.
      const id = `${newId(at).slice(0, 25)}${inSample ? '0' : 'z'}`
      const record = { ...comment, action: 'approve', reason: null, changes: [], ...more, id, by: by.id }
      await store.transaction(at, (tx) => insertDecision(tx, record))
      return { ...comment, id }
    }

    test('the time to a decision is that of approvals and rejections by a person, from one moment to another', async () => {
      const campaign = null
      await recorded(NOW - DAY, { wait: MINUTE })
      await recorded(NOW - DAY + 1, {
        wait: 2 * MINUTE,
        action: 'reject',
        reason: 'attack',
        by: jo,
        campaignId: campaign,
      })
      await recorded(NOW, { wait: 3 * MINUTE, action: 'reject', reason: 'spam' })
      await recorded(NOW - HOUR, { wait: 40 * MINUTE, action: 'remove', reason: 'attack' })
      await recorded(NOW - HOUR, { wait: 50 * MINUTE, automated: true })
      await recorded(NOW - HOUR, { wait: 60 * MINUTE, action: 'reopen' })
      const of = async (asked: Partial<Parameters<typeof readAnswerTimes>[1]>) => {
        const { decisions, median } = await readAnswerTimes(store.db, { since: NOW - DAY, spam: true, ...asked })
        return [decisions, median === null ? null : median / MINUTE]
      }
      expect(await of({})).toEqual([2, 2])
      expect(await of({ since: NOW - DAY - 1 })).toEqual([3, 2])
      expect(await of({ since: NOW - DAY - 1, until: NOW - 1 })).toEqual([2, 1])
      expect(await of({ until: NOW })).toEqual([2, 2])
      expect(await of({ spam: false })).toEqual([1, 2])
      expect(await of({ by: mo.id })).toEqual([1, 3])
    })

    test('half came within the median, four in five within the other', async () => {
      for (let i = 1; i <= 10; i++) await recorded(NOW, { wait: i * MINUTE })
      expect(await readAnswerTimes(store.db, { since: NOW - DAY, spam: true })).toEqual({
        decisions: 10,
        median: 5 * MINUTE,
        fourInFive: 8 * MINUTE,
      })
    })

    test('the week is told beside the week before, and appeals and second looks over ninety days', async () => {
      const week = 7 * DAY
      await recorded(NOW - 1, { by: mo })
      await recorded(NOW - week, { by: jo })
      await recorded(NOW - 2 * week + 1, { by: jo })
      await recorded(NOW - 2 * week, { by: jo })
      await recorded(NOW - 90 * DAY + 1, { action: 'reject', reason: 'attack' })
      await recorded(NOW - 90 * DAY, { action: 'reject', reason: 'attack' })
      const told = await readWeek(store.db, mo.id, NOW)
      expect([told.mine.decisions, told.all.decisions, told.before.decisions]).toEqual([1, 1, 2])
      expect([told.appealed.mine.decisions, told.appealed.all.decisions]).toEqual([1, 1])
      expect((await readWeek(store.db, jo.id, NOW)).appealed).toMatchObject({
        mine: { decisions: 0 },
        all: { decisions: 1 },
      })
      expect(told.waiting).toHaveLength(7 * 24 + 1)
      // What these decisions were about still waits: only their record was written.
      expect(told.waiting.at(-1)).toEqual({ at: NOW, waiting: 6 })
    })

    test('of what was appealed is told what was decided since, without spam and what was taken back', async () => {
      await recorded(NOW - DAY, { action: 'reject', reason: 'attack' })
      await recorded(NOW - DAY + 1, { action: 'reject', reason: 'attack' })
      await recorded(NOW - HOUR, { action: 'remove', reason: 'private', by: jo })
      await recorded(NOW - HOUR, { action: 'reject', reason: 'spam' })
      await recorded(NOW - HOUR)
      const back = await recorded(NOW - HOUR, { action: 'reject', reason: 'attack' })
      await recorded(NOW - HOUR, { action: 'undo', ids: back, undoes: back.id })
      const since = NOW - DAY
      expect(await readAppealed(store.db, { since })).toEqual({ decisions: 2, appealed: 0, overturned: 0, open: 0 })
      expect(await readAppealed(store.db, { since, by: jo.id })).toMatchObject({ decisions: 1 })
    })

    test('an appeal that waits is counted with whose decision it is about, by when that was made', async () => {
      const one = await recorded(NOW - DAY, { action: 'reject', reason: 'attack' })
      const appeals = { comment_id: one.commentId, words: 'No.', appealed_at: NOW }
      await store.db
        .updateTable('comment_revisions')
        .set({ state: 'rejected' })
        .where('id', '=', one.revisionId)
        .execute()
      await store.db
        .insertInto('appeals')
        .values({ ...appeals, id: newId(NOW), decision_id: one.id })
        .execute()
      const open = async (since: number, by?: Person) =>
        (await readAppealed(store.db, { since, ...(by ? { by: by.id } : {}) })).open
      expect(await open(NOW - DAY - 1)).toBe(1)
      expect(await open(NOW - DAY)).toBe(0)
      expect(await open(NOW - DAY - 1, mo)).toBe(1)
      expect(await open(NOW - DAY - 1, jo)).toBe(0)
    })

    test('a second look is at a fresh decision of somebody else’s by hand, on words that are still there, the newest first', async () => {
      const MONTH = 30 * DAY
      const sampled = (at: number, more: Recorded = {}) => recorded(at, { inSample: true, ...more })
      const next = async () => (await readSampleItem(store.db, jo.id, NOW))?.decisionId ?? null
      await sampled(NOW - MONTH)
      await recorded(NOW - HOUR)
      await sampled(NOW - HOUR, { by: jo })
      await sampled(NOW - HOUR, { automated: true })
      await sampled(NOW - HOUR, { action: 'remove', reason: 'attack' })
      const campaign = newId(NOW)
      const some = await post(NOW - HOUR)
      await store.db
        .insertInto('campaigns')
        .values({ id: campaign, made_at: NOW, found_by: some.revisionId, short: 0 })
        .execute()
      await sampled(NOW - HOUR, { campaignId: campaign })
      const erased = await sampled(NOW - HOUR)
      await eraseComment(store, { commentId: erased.commentId, erasure: 'keep', by: null }, NOW)
      const withdrawn = await sampled(NOW - HOUR)
      await withdrawComment(store, withdrawn.commentId, NOW)
      expect(await next()).toBe(null)
      const old = await sampled(NOW - MONTH + 1)
      expect(await next()).toBe(old.id)
      // Written last, whatever its time.
      const last = await sampled(NOW - MONTH + 2, { action: 'reject', reason: 'hate' })
      expect(await readSampleItem(store.db, jo.id, NOW)).toMatchObject({
        decisionId: last.id,
        commentId: last.commentId,
        authorName: 'Ada',
        story: { id: storyId },
      })
      const look = { decisionId: last.id, personId: jo.id, reason: null }
      expect(await lookAgain(store, { ...look, action: 'remove' }, NOW)).toEqual({
        looked: false,
        sentence: 'Choose to approve it, or a reason to reject it.',
      })
      expect(await lookAgain(store, { ...look, action: 'reject', reason: 'made-up' }, NOW)).toMatchObject({
        sentence: 'Choose a reason from the list to reject it.',
      })
      expect(await lookAgain(store, { ...look, action: 'approve', reason: 'hate' }, NOW)).toEqual({
        looked: true,
        same: false,
        commentId: last.commentId,
        decided: { by: 'Mo', action: 'reject', reason: expect.objectContaining({ code: 'hate' }) },
      })
      expect(await next()).toBe(old.id)
      expect(await lookAgain(store, { ...look, decisionId: old.id, action: 'approve' }, NOW + 1)).toMatchObject({
        looked: false,
        sentence: 'This one has been looked at, or has changed since. Here is the next.',
      })
      expect(await lookAgain(store, { ...look, decisionId: old.id, action: 'approve' }, NOW)).toMatchObject({
        looked: true,
        same: true,
      })
      expect(await readAgreement(store.db, NOW - 1)).toEqual({
        looks: 2,
        same: 1,
        kappa: null,
        apart: [{ commentId: last.commentId, decided: 'reject (Hate)', looked: 'approve', at: NOW }].map((one) => ({
          ...one,
          decided: expect.stringMatching(/^reject \(.+\)$/),
        })),
      })
      expect((await readAgreement(store.db, NOW)).looks).toBe(0)
    })

    test('the ten newest looks on which two were of different minds are named', async () => {
      for (let i = 0; i < 12; i++) {
        const { id } = await recorded(NOW - HOUR, { inSample: true })
        const look = { decisionId: id, personId: jo.id, action: 'reject', reason: 'attack' }
        expect(await lookAgain(store, look, NOW + i)).toMatchObject({ looked: true })
      }
      const { looks, same, apart } = await readAgreement(store.db, NOW - 1)
      expect([looks, same]).toEqual([12, 0])
      expect(apart.map(({ at }) => at - NOW)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
      expect(apart[0]).toMatchObject({ decided: 'approve', looked: 'reject (Personal attack)' })
    })

    test('what was taken down or answered did not wait, and what came before the time is left out', async () => {
      const start = Math.floor(NOW / HOUR)
      const since = NOW - 3 * HOUR
      await post(since - 1)
      const one = await post(since)
      await recorded(since - 1, { ids: one })
      await recorded(since, { ids: one })
      await recorded(since + HOUR, { ids: one, action: 'remove', reason: 'attack' })
      await recorded(since + HOUR, { ids: one, action: 'keep' })
      const again = await recorded(since + HOUR, { ids: one, action: 'reopen' })
      const rejection = await recorded(since + HOUR, { ids: one, action: 'reject', reason: 'attack' })
      await recorded(since + 2 * HOUR, { ids: one, action: 'undo', undoes: rejection.id })
      const removal = await recorded(since + 2 * HOUR, { ids: one, action: 'remove', reason: 'attack' })
      await recorded(since + 2 * HOUR, { ids: one, action: 'undo', undoes: removal.id })
      expect(again.id).toBeTruthy()
      const { came, left } = await readFlow(store.db, since)
      const hours = (flow: ReadonlyMap<number, number>) => [0, 1, 2, 3].map((ago) => flow.get(start - 3 + ago) ?? 0)
      expect(hours(came)).toEqual([1, 1, 1, 0])
      expect(hours(left)).toEqual([1, 1, 0, 0])
    })
  })
}

test('readers are told each span up to its last moment, and none beyond a week', () => {
  const told = (minutes: number, decisions = 20) =>
    usuallyWithin({ decisions, median: 0, fourInFive: minutes * MINUTE })
  expect([0, 5, 5.1, 10, 20, 30, 60].map((minutes) => told(minutes))).toEqual([5, 5, 10, 10, 20, 30, 60])
  expect([61, 120, 121, 241, 481, 1441, 2881, 5761].map((minutes) => told(minutes))).toEqual([
    120, 120, 240, 480, 1440, 2880, 5760, 10_080,
  ])
  expect(told(7 * 24 * 60)).toBe(7 * 24 * 60)
  expect(told(7 * 24 * 60 + 0.1)).toBe(null)
  expect(usuallyWithin({ decisions: 30, median: null, fourInFive: null })).toBe(null)
})

test('agreement beyond chance is as Cohen reckons it', () => {
  const pairs = (yesYes: number, yesNo: number, noYes: number, noNo: number) => [
    ...Array(yesYes).fill([true, true]),
    ...Array(yesNo).fill([true, false]),
    ...Array(noYes).fill([false, true]),
    ...Array(noNo).fill([false, false]),
  ]
  // His textbook case: 20 and 15 alike of 50, with chance at a half.
  expect(agreementOf(pairs(20, 5, 10, 15))).toEqual({ looks: 50, same: 35, kappa: expect.closeTo(0.4) })
  expect(agreementOf(pairs(0, 10, 10, 0)).kappa).toBeCloseTo(-1)
})

test('nobody waits below nothing, whatever the hours say', () => {
  const hour = Math.floor(NOW / HOUR)
  const points = countBack(
    1,
    {
      came: new Map([
        [hour, 3],
        [hour - 1, 1],
      ]),
      left: new Map([[hour - 1, 4]]),
    },
    NOW,
    2,
  )
  expect(points).toEqual([
    { at: (hour - 1) * HOUR, waiting: 1 },
    { at: hour * HOUR, waiting: 0 },
    { at: NOW, waiting: 1 },
  ])
})
