import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore, openSite, publishedStory } from '../../test/stores.ts'
import { forgetReportSenders } from '../redress/index.ts'
import { doJobs, type Store } from '../store/index.ts'
import { forgetSenders, forgettingJob } from './forget-senders.ts'
import { postComment } from './intake.ts'
import { senderKeys } from './senders.ts'
import { signingWith } from './signing.ts'
import { LIMITS } from './taking/take.ts'

const signing = signingWith(Buffer.alloc(32, 7))
/** No other part has anything to forget here. */
const nothingElse = async () => {}
const DAY = 24 * 60 * 60 * 1000
const NOON = Date.UTC(2026, 4, 1, 12)
const MIDNIGHT = Date.UTC(2026, 4, 2)

for (const kind of DATABASES) {
  describe(`senders on ${kind}`, () => {
    let store: Store
    let address: Parameters<typeof openSite>[0]
    let drop: () => Promise<void>
    let storyId: string
    beforeAll(async () => {
      ;({ store, address, drop } = await freshStore(kind, () => NOON))
      storyId = (await publishedStory(store, 'A bridge opens', NOON)).id
    })
    afterAll(() => drop())

    const post = (now: number, text: string, from = '203.0.113.7') =>
      postComment(
        store,
        signing,
        {
          storyId,
          parentId: null,
          form: { name: 'Ada', mail: '', text },
          honeypot: '',
          token: signing.formToken(now - 60_000),
          address: from,
        },
        now,
      )
    const keysSince = async (time: number) => {
      const rows = await store.db
        .selectFrom('comments')
        .select('sender_key')
        .where('created_at', '>=', time)
        .orderBy('created_at')
        .execute()
      return rows.map(({ sender_key }) => sender_key)
    }

    test('two processes that meet a new day at the same moment count under one salt', async () => {
      const others = await Promise.all([1, 2, 3].map(() => openSite(address, () => NOON)))
      try {
        const keys = await Promise.all(
          [store, ...others].map(async (one) => (await senderKeys(one, '203.0.113.7', NOON)).today),
        )
        expect(new Set(keys).size).toBe(1)
        expect(await store.db.selectFrom('sender_salts').select('day').execute()).toHaveLength(1)
      } finally {
        for (const other of others) await other.close()
      }
    })

    test('a new day has a salt of its own, which nothing on the site tells beforehand', async () => {
      await senderKeys(store, '203.0.113.7', NOON)
      await senderKeys(store, '203.0.113.7', NOON + DAY)
      const salts = await store.db.selectFrom('sender_salts').select('salt').execute()
      expect(new Set(salts.map(({ salt }) => salt)).size).toBe(2)
      for (const { salt } of salts) expect(Buffer.from(salt, 'base64url')).toHaveLength(32)
    })

    test('two sites have nothing in common on the same day: no key of one can be had from its date', async () => {
      const other = await freshStore(kind, () => NOON)
      try {
        const keys = [store, other.store].map(async (one) => (await senderKeys(one, '203.0.113.7', NOON)).today)
        expect(new Set(await Promise.all(keys)).size).toBe(2)
      } finally {
        await other.drop()
      }
    })

    test('midnight lets nobody begin to count anew', async () => {
      for (let i = 0; i < LIMITS.sender; i++) {
        expect(await post(MIDNIGHT - 60_000, `Late words ${i}`)).toMatchObject({ kind: 'posted' })
      }
      expect(await post(MIDNIGHT + 60_000, 'Early words')).toMatchObject({ kind: 'refused', why: 'limit' })
      expect(await post(MIDNIGHT + 12 * 60_000, 'Later words')).toMatchObject({ kind: 'posted' })
    })

    test('after 30 days the salt is gone and nothing links comments any more; younger ones are still counted', async () => {
      const then = NOON + 200 * DAY
      await forgetSenders(store, then, { also: nothingElse })
      expect(await store.db.selectFrom('sender_salts').selectAll().execute()).toEqual([])
      await post(then, 'Old')
      await post(then + 1000, 'Old as well')
      await post(then + 2 * DAY, 'Younger')
      const before = await keysSince(then)
      expect(before[0]).toBe(before[1])
      expect(await forgetSenders(store, then + 29 * DAY, { also: nothingElse })).toEqual({ days: 0, comments: 0 })
      expect(await keysSince(then)).toEqual(before)

      expect(await forgetSenders(store, then + 30 * DAY, { also: nothingElse })).toEqual({ days: 1, comments: 2 })
      expect(await keysSince(then)).toEqual(['', '', before[2]])
      const days = await store.db.selectFrom('sender_salts').select('day').execute()
      expect(days).toEqual([{ day: Math.floor((then + 2 * DAY) / DAY) }])
      expect(await forgetSenders(store, then + 30 * DAY, { also: nothingElse })).toEqual({ days: 0, comments: 0 })
    })

    test('reports and wishes for answers are forgotten with the comments of their day', async () => {
      const then = NOON + 250 * DAY
      const posted = await post(then, 'Reported')
      if (posted.kind !== 'posted') throw new Error('not posted')
      const { commentId } = posted
      const { id } = await store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', commentId)
        .executeTakeFirstOrThrow()
      await store.transaction(NOON, async (tx) => {
        const words = { kind: 'rule' as const, reason: 'other', words: 'Not so', name: 'Bo', mail: null }
        const report = { id: 'a report', comment_id: commentId, revision_id: id, ...words }
        await tx.rows
          .insertInto('reports')
          .values({ ...report, form_nonce: 'a nonce', sender_key: 'a key', reported_at: then })
          .execute()
        await tx.rows
          .insertInto('answer_wishes')
          .values({
            comment_id: commentId,
            address: 'a@b.example',
            network_key: 'a key',
            asked_at: then,
            written_at: null,
          })
          .execute()
      })
      const kept = async () => [
        await store.db.selectFrom('reports').select('sender_key as key').executeTakeFirst(),
        await store.db.selectFrom('answer_wishes').select('network_key as key').executeTakeFirst(),
      ]
      await forgetSenders(store, then + 29 * DAY, { also: forgetReportSenders })
      expect(await kept()).toEqual([{ key: 'a key' }, { key: 'a key' }])
      await forgetSenders(store, then + 30 * DAY, { also: forgetReportSenders })
      expect(await kept()).toEqual([{ key: '' }, { key: '' }])
    })

    test('what came at the next midnight belongs to the next day, and is kept for one day more', async () => {
      const midnight = Math.floor(NOON / DAY) * DAY + 280 * DAY
      await forgetSenders(store, midnight, { also: forgetReportSenders })
      const [last, first] = [await post(midnight + DAY - 1, 'Late'), await post(midnight + DAY, 'Early')]
      await post(midnight, 'At the beginning')
      for (const [posted, at] of [
        [last, midnight + DAY - 1],
        [first, midnight + DAY],
      ] as const) {
        if (posted.kind !== 'posted') throw new Error('not posted')
        const { id } = await store.db
          .selectFrom('comment_revisions')
          .select('id')
          .where('comment_id', '=', posted.commentId)
          .executeTakeFirstOrThrow()
        const report = {
          comment_id: posted.commentId,
          revision_id: id,
          kind: 'rule' as const,
          reason: 'other',
          words: '',
        }
        await store.db
          .insertInto('reports')
          .values({
            id: `at ${at}`,
            ...report,
            name: '',
            mail: null,
            form_nonce: `${at}`,
            sender_key: 'key',
            reported_at: at,
          })
          .execute()
        const wish = { comment_id: posted.commentId, address: 'a@b.example', network_key: 'key' }
        await store.db
          .insertInto('answer_wishes')
          .values({ ...wish, asked_at: at, written_at: null })
          .execute()
      }
      const end = midnight + 30 * DAY
      await store.db
        .insertInto('spent_proofs')
        .values([
          { nonce: 'over', expires_at: end - 1 },
          { nonce: 'not yet', expires_at: end },
        ])
        .execute()
      expect(await forgetSenders(store, end, { also: forgetReportSenders })).toEqual({ days: 1, comments: 2 })
      const reports = await store.db
        .selectFrom('reports')
        .select('sender_key')
        .where('reported_at', '>=', midnight)
        .orderBy('reported_at')
        .execute()
      const wishes = await store.db
        .selectFrom('answer_wishes')
        .select('network_key')
        .where('asked_at', '>=', midnight)
        .orderBy('asked_at')
        .execute()
      expect([reports.map(({ sender_key }) => sender_key), wishes.map(({ network_key }) => network_key)]).toEqual([
        ['', 'key'],
        ['', 'key'],
      ])
      expect((await keysSince(midnight)).map((key) => key !== '')).toEqual([false, false, true])
      expect(await store.db.selectFrom('spent_proofs').select('nonce').execute()).toEqual([{ nonce: 'not yet' }])
    })

    test('a site that was off for long makes up for it at its start, and stops when it is told to', async () => {
      const then = NOON + 300 * DAY
      await forgetSenders(store, then, { also: forgetReportSenders })
      await post(then, 'Old')
      const said: string[] = []
      const log = {
        info: (_: object, sentence: string) => said.push(sentence),
        warn: expect.fail,
        error: () => said.push('an error'),
      }
      const options = { log, now: () => then + 100 * DAY }
      const work = doJobs(store, [forgettingJob(store, { ...options, also: forgetReportSenders })], options)
      await expect.poll(() => keysSince(then)).toEqual([''])
      await work.stop()
      expect(said).toEqual(['forgot what comments of old days were counted by'])
    })

    test('no table holds an address, or a part of one that names a household', async () => {
      await post(NOON, 'From a house', '203.0.113.77')
      await post(NOON, 'From another', '2001:db8:77:1234::9')
      const tables = await store.db.introspection.getTables()
      for (const { name } of tables) {
        const rows = await store.db
          .selectFrom(name as 'comments')
          .selectAll()
          .execute()
        const text = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
        expect(text, name).not.toMatch(/203\.0\.113|2001:0?db8/i)
      }
    })
  })
}
