/** The spam model's page tells what the model had said before each decision, and nothing that was learnt after it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshDesk } from '../../../test/desks.ts'
import { signingWith } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { insertDecision } from '../decisions/index.ts'
import { readModelFigures, readWeighed } from './model-figures.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000
const WEEK = 7 * DAY

for (const kind of DATABASES) {
  describe(`the spam model’s figures on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let sent = 0
    beforeEach(async () => {
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => NOW, { publishedAt: NOW - 20 * WEEK }))
    })
    afterEach(() => drop())

    const post = (text = `Words number ${sent}`) => {
      sent += 1
      return sentComment(store, signing, { storyId, text, at: NOW - 10 * WEEK, address: `10.9.${sent % 250}.1` })
    }
    let number = 0
    /** A lesson as a decision leaves it, with the chances that the model had given. */
    const lesson = async (
      label: 'fine' | 'spam' | 'broke-rules',
      at: number,
      spam: number | null,
      { rules = null as number | null, ids = undefined as Awaited<ReturnType<typeof post>> | undefined } = {},
    ) => {
      const comment = ids ?? (await post())
      const id = newId(at)
      number += 1
      await store.transaction(at, async (tx) => {
        const record = { ...comment, id, action: 'approve', reason: null, by: mo.id, changes: [] }
        await insertDecision(tx, record)
        await tx.rows
          .insertInto('spam_lessons')
          .values({
            number,
            decision_id: id,
            revision_id: comment.revisionId,
            label,
            learnt_at: at,
            spam_before: spam,
            rules_before: rules,
            campaign_id: null,
            features: null,
          })
          .execute()
      })
      return comment
    }
    const figures = () => readModelFigures(store.db, NOW)

    test('are none where nothing was learnt', async () => {
      expect(await figures()).toEqual({
        learnt: { fine: 0, spam: 0, 'broke-rules': 0 },
        since: null,
        decisions: 0,
        spam: { said: 0, was: 0, right: 0 },
        rules: { said: 0, was: 0, right: 0 },
        weeks: [],
        bins: [],
        falseAlarms: [],
        missed: [],
      })
    })

    test('count what was learnt at any time, and judge the model by the last eight weeks where it had been asked', async () => {
      await lesson('spam', NOW - 8 * WEEK, 0.9)
      await lesson('fine', NOW - 9 * WEEK, 0.9)
      await lesson('fine', NOW - 8 * WEEK + 1, 0.1)
      await lesson('spam', NOW - DAY, null)
      await lesson('spam', NOW - DAY, 0.8)
      const { learnt, since, decisions, spam } = await figures()
      expect(learnt).toEqual({ fine: 2, spam: 3, 'broke-rules': 0 })
      expect(since).toBe(NOW - 9 * WEEK)
      expect(decisions).toBe(2)
      expect(spam).toEqual({ said: 1, was: 1, right: 1 })
    })

    test('take an even chance for a yes; of a broken rule spam says nothing, nor does a comment that nobody asked about', async () => {
      await lesson('spam', NOW - DAY, 0.5, { rules: 0.9 })
      await lesson('fine', NOW - DAY, 0.5, { rules: 0.5 })
      await lesson('broke-rules', NOW - DAY, 0.49, { rules: 0.6 })
      await lesson('broke-rules', NOW - DAY, 0.2, { rules: 0.49 })
      await lesson('broke-rules', NOW - DAY, 0.2, { rules: null })
      const { spam, rules } = await figures()
      expect(spam).toEqual({ said: 2, was: 1, right: 1 })
      expect(rules).toEqual({ said: 2, was: 2, right: 1 })
    })

    test('list the latest false alarms and what was missed, with their words, the newest first and twenty at most', async () => {
      const alarm = await lesson('fine', NOW - 3 * DAY, 0.5, { ids: await post('Taken for spam') })
      await lesson('fine', NOW - 2 * DAY, 0.49)
      const missed = await lesson('spam', NOW - 3 * DAY, 0.49, { ids: await post('Not seen') })
      await lesson('spam', NOW - 2 * DAY, 0.5)
      await lesson('broke-rules', NOW - DAY, 0.7, { ids: await post('An attack') })
      const found = await figures()
      expect(found.falseAlarms.map(({ text, chance }) => [text, chance])).toEqual([
        ['An attack', 0.7],
        ['Taken for spam', 0.5],
      ])
      expect(found.falseAlarms[1]).toEqual({
        commentId: alarm.commentId,
        authorName: 'Ada',
        text: 'Taken for spam',
        chance: 0.5,
        at: NOW - 3 * DAY,
      })
      expect(found.missed.map(({ commentId, text }) => [commentId, text])).toEqual([[missed.commentId, 'Not seen']])
      for (let i = 0; i < 20; i++) await lesson('fine', NOW - i, 0.9)
      expect((await figures()).falseAlarms).toHaveLength(20)
    })

    test('of a comment that was decided again take the last decision', async () => {
      const ids = await post()
      await lesson('spam', NOW - 2 * DAY, 0.9, { ids })
      await lesson('fine', NOW - DAY, 0.9, { ids })
      const { decisions, spam } = await figures()
      expect(decisions).toBe(1)
      expect(spam).toEqual({ said: 1, was: 0, right: 0 })
      // Of one millisecond, that which was learnt last.
      const twice = await post()
      await lesson('fine', NOW - DAY, 0.1, { ids: twice })
      await lesson('spam', NOW - DAY, 0.1, { ids: twice })
      expect((await figures()).missed).toHaveLength(1)
    })

    test('stand by weeks that end now, the newest first, without those in which nothing was decided', async () => {
      await lesson('spam', NOW, 0.9)
      await lesson('fine', NOW - WEEK + 1, 0.1)
      await lesson('spam', NOW - WEEK, 0.1)
      await lesson('fine', NOW - 3 * WEEK, 0.9)
      expect((await figures()).weeks).toEqual([
        { from: NOW - WEEK, decisions: 2, spam: { said: 1, was: 1, right: 1 } },
        { from: NOW - 2 * WEEK, decisions: 1, spam: { said: 0, was: 1, right: 0 } },
        { from: NOW - 4 * WEEK, decisions: 1, spam: { said: 1, was: 0, right: 0 } },
      ])
    })

    test('show by tenths whether a chance was what it said', async () => {
      await lesson('fine', NOW - DAY, 0.25)
      await lesson('spam', NOW - DAY, 0.2)
      await lesson('spam', NOW - DAY, 1)
      await lesson('spam', NOW - DAY, 0.9)
      const { bins } = await figures()
      expect(bins).toEqual([
        { from: 0.2, count: 2, said: expect.closeTo(0.225), was: 0.5 },
        { from: 0.9, count: 2, said: expect.closeTo(0.95), was: 1 },
      ])
    })

    test('name what weighs most with the model among the latest decided comments, but not what one comment alone has', async () => {
      const approved = async (text: string) =>
        decidedOn(store, { revisionId: (await post(text)).revisionId, reason: null, by: mo.id }, NOW)
      for (let i = 0; i < 8; i++) await approved(`Subscribe to my page, number ${i}`)
      await approved('Visit my channel')
      const weighed = await readWeighed(store)
      expect(weighed.length).toBeLessThanOrEqual(12)
      expect(weighed.length).toBeGreaterThan(3)
      const words = weighed.map((one) => one.words)
      expect(words).not.toContain('“channel”')
      expect(words.join()).not.toContain('(link)')
      const sizes = weighed.map(({ weight }) => Math.abs(weight))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      for (const { weight, comments } of weighed) {
        expect(Math.abs(weight)).toBeGreaterThanOrEqual(0.05)
        expect(comments).toBeGreaterThanOrEqual(2)
        // In the mean over its comments: no more than one feature moves.
        expect(Math.abs(weight)).toBeLessThan(3)
      }
      const follow = (await readWeighed(store, 1000)).find((one) => one.words === '“subscribe”')
      expect(follow).toMatchObject({ comments: 8 })
      expect(follow?.weight).toBeGreaterThan(0)
      expect(await readWeighed(store, 2)).toEqual(weighed.slice(0, 2))
    })
  })
}
