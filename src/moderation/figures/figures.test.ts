import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { colleague, freshDesk } from '../../../test/desks.ts'
import { signingWith, withdrawComment } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import { eraseComment } from '../../privacy/index.ts'
import { appeal, decideAppeal, readAppealed } from '../../redress/index.ts'
import type { Store } from '../../store/index.ts'
import { reopen } from '../decisions/index.ts'
import { undo } from '../undo/index.ts'
import { type AnswerTimes, readAnswerTimes, usuallyWithin } from './answer-time.ts'
import { agreementOf, lookAgain, readAgreement, readSampleItem } from './blind-sample.ts'
import { countBack, HOUR, readFlow } from './waiting.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12, 30)
const MINUTE = 60_000

for (const kind of DATABASES) {
  describe(`the desk's figures on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let jo: Person
    beforeEach(async () => {
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => NOW, { publishedAt: NOW - 48 * HOUR }))
      jo = await colleague(store, 'Jo', NOW)
    })
    afterEach(() => drop())

    let sent = 0
    const post = (at: number) => {
      sent += 1
      const text = `Comment number ${sent} about the bridge`
      return sentComment(store, signing, { storyId, text, at, address: `203.0.${sent % 250}.7` })
    }
    const decided = (
      { revisionId }: { revisionId: string },
      at: number,
      { by = mo, reason = null }: { by?: Person; reason?: string | null } = {},
    ) => decidedOn(store, { revisionId, reason, by: by.id }, at)

    test('the median time to a decision counts what a person decided and did not take back', async () => {
      for (const minutes of [2, 10, 30]) {
        const comment = await post(NOW - 60 * MINUTE)
        await decided(comment, NOW - 60 * MINUTE + minutes * MINUTE)
      }
      const regretted = await post(NOW - 60 * MINUTE)
      const decision = await decided(regretted, NOW - MINUTE)
      await undo(store, decision, mo.id, NOW - MINUTE + 1000)
      const spam = await post(NOW - 60 * MINUTE)
      await decided(spam, NOW - 59 * MINUTE, { by: jo, reason: 'spam' })
      expect(await readAnswerTimes(store.db, { since: NOW - 24 * HOUR, spam: false })).toEqual({
        decisions: 3,
        median: 10 * MINUTE,
        fourInFive: 30 * MINUTE,
      })
      expect(await readAnswerTimes(store.db, { since: NOW - 24 * HOUR, spam: true, by: jo.id })).toMatchObject({
        decisions: 1,
        median: MINUTE,
      })
      expect(await readAnswerTimes(store.db, { since: NOW, spam: true })).toEqual({
        decisions: 0,
        median: null,
        fourInFive: null,
      })
    })

    test('how many waited at each hour is what the queue held then', async () => {
      const start = Math.floor(NOW / HOUR) * HOUR
      const first = await post(start - 4.5 * HOUR)
      const second = await post(start - 3.5 * HOUR)
      const third = await post(start - 3.4 * HOUR)
      await decided(first, start - 2.5 * HOUR)
      const regretted = await decided(second, start - 1.5 * HOUR, { reason: 'attack' })
      await undo(store, regretted, mo.id, start - 1.5 * HOUR + 5000)
      await withdrawComment(store, third.commentId, start - 0.5 * HOUR)
      const points = countBack(1, await readFlow(store.db, start - 5 * HOUR), NOW, 5)
      expect(points.map(({ at, waiting }) => [(at - start) / HOUR, waiting])).toEqual([
        [-4, 1],
        [-3, 3],
        [-2, 2],
        [-1, 2],
        [0, 1],
        [0.5, 1],
      ])
    })

    test('a comment withdrawn after it was approved did not wait', async () => {
      const start = Math.floor(NOW / HOUR) * HOUR
      const comment = await post(start - 2.5 * HOUR)
      await decided(comment, start - 2.4 * HOUR)
      await withdrawComment(store, comment.commentId, start - 0.5 * HOUR)
      const points = countBack(0, await readFlow(store.db, start - 5 * HOUR), NOW, 3)
      expect(points.map(({ waiting }) => waiting)).toEqual([0, 0, 0, 0])
    })

    test('a comment erased after it was rejected did not wait, and one withdrawn after its approval was undone did', async () => {
      const start = Math.floor(NOW / HOUR) * HOUR
      const erased = await post(start - 2.5 * HOUR)
      await decided(erased, start - 2.4 * HOUR, { reason: 'attack' })
      const regretted = await post(start - 2.5 * HOUR)
      await undo(store, await decided(regretted, start - 2.4 * HOUR), mo.id, start - 2.4 * HOUR + 5000)
      await eraseComment(store, { commentId: erased.commentId, erasure: 'blank', by: null }, start - 0.5 * HOUR)
      await withdrawComment(store, regretted.commentId, start - 1.5 * HOUR)
      const points = countBack(0, await readFlow(store.db, start - 5 * HOUR), NOW, 3)
      expect(points.map(({ at, waiting }) => [(at - start) / HOUR, waiting])).toEqual([
        [-2, 1],
        [-1, 0],
        [0, 0],
        [0.5, 0],
      ])
    })

    test('an appeal that a newer decision has overtaken waits for no answer', async () => {
      const comment = await post(NOW - 60 * MINUTE)
      const decisionId = await decided(comment, NOW - 50 * MINUTE, { reason: 'attack' })
      await appeal(store, { commentId: comment.commentId, decisionId, words: 'No.' }, NOW - 40 * MINUTE)
      const since = NOW - 24 * HOUR
      expect(await readAppealed(store.db, { since })).toMatchObject({ appealed: 1, open: 1 })
      await reopen(store, { commentId: comment.commentId, by: jo.id }, NOW - 30 * MINUTE)
      expect(await readAppealed(store.db, { since })).toMatchObject({ appealed: 1, open: 0 })
    })

    test('of rejections is told how many were appealed and how many of those overturned', async () => {
      const rejected = []
      for (let i = 0; i < 3; i++) {
        const comment = await post(NOW - 60 * MINUTE)
        rejected.push({ ...comment, decisionId: await decided(comment, NOW - 50 * MINUTE, { reason: 'attack' }) })
      }
      await decided(await post(NOW - 60 * MINUTE), NOW - 50 * MINUTE, { reason: 'spam' })
      for (const [i, { commentId, decisionId }] of rejected.slice(0, 2).entries()) {
        const result = await appeal(store, { commentId, decisionId, words: 'It was no attack.' }, NOW - 40 * MINUTE)
        if (!result.appealed) throw new Error(result.sentence)
        if (i > 0) continue
        const verdict = { appealId: result.appealId, verdict: 'overturn', sentence: '', by: jo.id } as const
        expect(await decideAppeal(store, verdict, NOW - 30 * MINUTE)).toMatchObject({ answered: true })
      }
      const since = NOW - 24 * HOUR
      expect(await readAppealed(store.db, { since })).toEqual({ decisions: 3, appealed: 2, overturned: 1, open: 1 })
      expect(await readAppealed(store.db, { since, by: jo.id })).toMatchObject({ decisions: 0, appealed: 0 })
    })

    /** Ids are random; decisions are made until one falls into the sample. */
    const sampled = async (by = mo) => {
      for (let i = 0; i < 200; i++) {
        await decided(await post(NOW - 30 * MINUTE), NOW - 20 * MINUTE, { by, reason: i % 2 ? 'attack' : null })
        const item = await readSampleItem(store.db, by === mo ? jo.id : mo.id, NOW)
        if (item) return item
      }
      throw new Error('no decision in the sample')
    }

    test('a second look is blind, is taken once, and tells only afterwards what was decided', async () => {
      const item = await sampled()
      expect(JSON.stringify(item)).not.toMatch(/approve|reject|attack|Mo/)
      expect(await readSampleItem(store.db, mo.id, NOW), 'one does not look again at what one decided').toBeNull()
      const look = { decisionId: item.decisionId, personId: jo.id, action: 'reject', reason: null }
      expect(await lookAgain(store, look, NOW)).toEqual({
        looked: false,
        sentence: 'Choose a reason from the list to reject it.',
      })
      expect(await lookAgain(store, { ...look, reason: 'hate' }, NOW)).toMatchObject({
        looked: true,
        decided: { by: 'Mo' },
      })
      expect(await lookAgain(store, { ...look, reason: 'hate' }, NOW)).toMatchObject({ looked: false })
      expect((await readSampleItem(store.db, jo.id, NOW))?.decisionId).not.toBe(item.decisionId)
      expect((await readAgreement(store.db, NOW - HOUR)).looks).toBe(1)
    })

    test('what was taken back is no longer in the sample', async () => {
      const item = await sampled()
      await undo(store, item.decisionId, mo.id, NOW - 20 * MINUTE + 1000)
      expect((await readSampleItem(store.db, jo.id, NOW))?.decisionId).not.toBe(item.decisionId)
    })
  })
}

const times = (decisions: number, fourInFive: number | null): AnswerTimes => ({
  decisions,
  median: fourInFive,
  fourInFive,
})

test('readers are told a span as people say it, and none while too little is known', () => {
  expect(usuallyWithin(times(19, MINUTE))).toBeNull()
  expect(usuallyWithin(times(20, MINUTE))).toBe(5)
  expect(usuallyWithin(times(20, 41 * MINUTE))).toBe(60)
  expect(usuallyWithin(times(20, 25 * HOUR))).toBe(48 * 60)
  expect(usuallyWithin(times(20, 24 * 30 * HOUR))).toBeNull()
})

test('agreement is told apart from what chance alone would give', () => {
  const both = [true, true] as const
  const neither = [false, false] as const
  const often = (...pairs: (readonly [boolean, boolean])[]) => Array(10).fill(pairs).flat()
  expect(agreementOf(often(both, neither))).toEqual({ looks: 20, same: 20, kappa: 1 })
  expect(agreementOf(often(both, neither, [true, false], [false, true])).kappa).toBe(0)
  expect(agreementOf(often(both, both)), 'all alike: chance explains it').toMatchObject({ same: 20, kappa: null })
  expect(agreementOf([both, [true, false]]), 'too few to say').toEqual({ looks: 2, same: 1, kappa: null })
  expect(agreementOf([])).toEqual({ looks: 0, same: 0, kappa: null })
})

test('counting back from now through any hours gives what counting forward gave', () => {
  const hour = Math.floor(NOW / HOUR)
  const hours = fc.array(fc.record({ came: fc.nat(50), left: fc.nat(50) }), { minLength: 1, maxLength: 100 })
  fc.assert(
    fc.property(fc.nat(100), hours, (before, flows) => {
      let waiting = before
      const expected: number[] = []
      for (const flow of flows) {
        flow.left = Math.min(flow.left, waiting + flow.came)
        expected.push(waiting)
        waiting += flow.came - flow.left
      }
      const number = (i: number) => hour - flows.length + 1 + i
      const came = new Map(flows.map((flow, i) => [number(i), flow.came]))
      const left = new Map(flows.map((flow, i) => [number(i), flow.left]))
      expect(countBack(waiting, { came, left }, NOW, flows.length).map((point) => point.waiting)).toEqual([
        ...expected,
        waiting,
      ])
    }),
  )
})
