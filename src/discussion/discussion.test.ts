import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examineAll } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { addReader } from '../readers/index.ts'
import { newId, type Store } from '../store/index.ts'
import { readDraft, saveDraft, unpublish } from '../story/index.ts'
import {
  countComments,
  editComment,
  type Post,
  postComment,
  readDiscussion,
  readReceipt,
  signingWith,
  withdrawComment,
} from './index.ts'
import { PACE_LIMITS, paceFor } from './pace.ts'
import { signalsFor } from './phases/all.ts'
import { networkOf, senderKeys } from './senders.ts'
import { LIMITS } from './taking/take.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`a discussion on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let story: { id: string; path: string }
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop } = await freshStore(kind, () => clock))
      story = await publishedStory(store, 'A bridge opens', NOW)
    })
    afterEach(() => drop())

    const post = (change: Partial<Post> & { text?: string } = {}) =>
      postComment(
        store,
        signing,
        {
          storyId: story.id,
          parentId: null,
          form: { name: 'Ada', mail: '', text: change.text ?? 'A word about the bridge.' },
          honeypot: '',
          token: signing.formToken(clock - 60_000),
          address: '203.0.113.7',
          ...change,
        },
        clock,
      )
    const posted = async (change: Parameters<typeof post>[0] = {}) => {
      const result = await post(change)
      if (result.kind !== 'posted') throw new Error(`not posted: ${JSON.stringify(result)}`)
      await examineAll(store, clock)
      return result.commentId
    }
    const approve = (commentId: string) =>
      store.transaction(clock, (tx) =>
        tx.rows
          .updateTable('comment_revisions')
          .set({ state: 'approved' })
          .where('comment_id', '=', commentId)
          .where('state', '=', 'held')
          .execute(),
      )

    test('a posted comment is held: its receipt has it, the discussion has not', async () => {
      const id = await posted()
      expect((await readReceipt(store.db, id))?.revisions).toMatchObject([
        { number: 1, state: 'held', text: 'A word about the bridge.' },
      ])
      expect(await readDiscussion(store.db, story.id)).toEqual({ count: 0, threads: [] })
      expect(await countComments(store.db, [story.id])).toEqual(new Map())
    })

    test('comments stand in the order in which they were written, whenever each was approved', async () => {
      const written: string[] = []
      for (const address of ['203.0.113.7', '198.51.100.7', '192.0.2.7']) {
        written.push(await posted({ text: `Words from ${address}`, address }))
        clock += 60_000
      }
      for (const id of [...written].reverse()) await approve(id)
      const { threads } = await readDiscussion(store.db, story.id)
      expect(threads.map(({ id }) => id)).toEqual(written)
    })

    test('what came more than ten minutes ago makes no haste', async () => {
      for (let i = 0; i < PACE_LIMITS.sender.brisk; i++) await posted({ text: `Words number ${i}` })
      const began = clock
      const paceAt = async (now: number) => paceFor(store.db, (await senderKeys(store, '203.0.113.7', now)).recent, now)
      expect(await paceAt(began + 10 * 60_000 - 1)).toBe('brisk')
      expect(await paceAt(began + 10 * 60_000)).toBe('calm')
    })

    test('a wish to be told of answers is never dropped without a word: who can’t be reached is told before', async () => {
      const wish = (mail: string, readerId: string | null = null) =>
        post({ form: { name: 'Ada', mail, text: 'Tell me.', tell: true }, readerId })
      const readerId = newId(NOW)
      await store.transaction(NOW, (tx) => addReader(tx, { id: readerId, name: 'Ada' }))
      // Signed in by a passkey alone, there is no address either.
      for (const refused of [
        await wish(''),
        await wish('', readerId),
        await wish('a,b@c'),
        await wish('<ada@a.example>'),
      ])
        expect(refused).toMatchObject({ kind: 'refused', why: 'form', problem: { field: 'mail' } })
      expect(await wish('ada@a.example', readerId)).toMatchObject({ kind: 'posted' })
      expect(await store.db.selectFrom('answer_wishes').select('address').execute()).toEqual([
        { address: 'ada@a.example' },
      ])
    })

    test('how long it took to write is kept, where that is known, and what was said of it', async () => {
      const kept = async (token: string) => {
        const id = await posted({ token, text: 'A word about the bridge, and one more.' })
        return store.db
          .selectFrom('comment_revisions')
          .select(['seconds_to_write', 'number', 'band'])
          .where('comment_id', '=', id)
          .executeTakeFirst()
      }
      expect(await kept(signing.formToken(clock - 61_400))).toEqual({ seconds_to_write: 61, number: 1, band: 'fine' })
      expect(await kept(signing.formToken(clock - 60_000, 'second'))).toMatchObject({ seconds_to_write: null })
      const words = await store.db.selectFrom('comment_words').select('search_words').execute()
      expect(words[0]).toEqual({ search_words: 'a word about the bridge and one more' })
    })

    test('a story that everyone writes on at once takes three thousand in an hour, and says when to come again', async () => {
      const rows = Array.from({ length: LIMITS.story }, (_, i) => ({
        ...{ id: newId(clock), story_id: story.id, parent_id: null, author_name: 'Bo', author_mail: null },
        ...{ form_nonce: `n${i}`, sender_key: `k${i}`, reader_id: null, erased_at: null, created_at: clock },
      }))
      expect(rows).toHaveLength(3000)
      await store.transaction(clock, async (tx) => {
        for (let from = 0; from < rows.length; from += 500)
          await tx.rows
            .insertInto('comments')
            .values(rows.slice(from, from + 500))
            .execute()
      })
      // As many in ten minutes are a flood, in which words without work are shown once more.
      const second = () => signing.formToken(clock - 60_000, 'second')
      expect(await post({ token: second() })).toMatchObject({
        kind: 'refused',
        why: 'limit',
        sentence: expect.stringMatching(/more comments than anyone can read.*again in an hour\.$/),
      })
      const other = await publishedStory(store, 'A road closes', NOW)
      expect(await post({ storyId: other.id, token: second() })).toMatchObject({ kind: 'posted' })
      clock += 60 * 60_000
      expect(await post()).toMatchObject({ kind: 'posted' })
    })

    test('the same form sent twice is one comment', async () => {
      const token = signing.formToken(clock - 60_000)
      expect(await post({ token })).toEqual(await post({ token }))
      expect(await store.db.selectFrom('comments').select('id').execute()).toHaveLength(1)
    })

    test('the same form sent twice at the same moment is one comment', async () => {
      const token = signing.formToken(clock - 60_000)
      const results = await Promise.all([1, 2, 3, 4].map(() => post({ token })))
      expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
      expect(await store.db.selectFrom('comments').select('id').execute()).toHaveLength(1)
    })

    test('a used token with other words posts nothing and asks once more', async () => {
      const token = signing.formToken(clock - 60_000)
      await posted({ token })
      expect(await post({ token, text: 'Other words.' })).toEqual({ kind: 'confirm', why: 'used token' })
    })

    test.each([
      ['no token', null],
      ['no token', 'made-up'],
      ['no token', 'A'.repeat(51)],
      ['old token', signing.formToken(NOW - 25 * 60 * 60 * 1000)],
    ] as const)('%s: the words come back for a second look', async (why, token) => {
      expect(await post({ token })).toEqual({ kind: 'confirm', why })
    })

    test('a signal moves a comment and never refuses it', async () => {
      const id = await posted({
        honeypot: 'http://buy.example',
        token: signing.formToken(clock),
        text: 'See https://a.example and https://b.example',
        form: { name: 'https://c.example', mail: '', text: 'See https://a.example and https://b.example' },
      })
      const raised = await store.db
        .selectFrom('signals')
        .innerJoin('comment_revisions', 'comment_revisions.id', 'signals.revision_id')
        .select('phase')
        .where('comment_id', '=', id)
        .where('signals.state', '=', 'raised')
        .execute()
      expect(raised.map(({ phase }) => phase).sort()).toEqual(['hidden field', 'links', 'time to write'])
    })

    test('a phase that fails says "not checked" and lets the comment through', () => {
      const failing = {
        name: 'broken',
        look: () => {
          throw new Error('no model')
        },
      }
      const comment = { storyId: 's', parentId: null, authorName: 'A', authorMail: null, readerId: null, text: 't' }
      expect(signalsFor(comment, { timeToWrite: 9000, honeypot: '', recentFromSender: 0 }, [failing])).toMatchObject([
        { phase: 'broken', state: 'not-checked' },
      ])
    })

    test('past the limit a network is asked to wait, another network is not', async () => {
      for (let i = 0; i < LIMITS.sender; i++) await posted({ text: `Comment ${i}`, address: `203.0.113.${i}` })
      expect(await post()).toMatchObject({
        kind: 'refused',
        why: 'limit',
        sentence: expect.stringContaining('ten minutes'),
      })
      await posted({ address: '198.51.100.1' })
      clock += 11 * 60 * 1000
      await posted()
    })

    test('what is wrong with a form is said in one sentence, and nothing is kept', async () => {
      for (const [form, field] of [
        [{ name: ' ', mail: '', text: 'Words' }, 'name'],
        [{ name: 'Ada', mail: 'not mail', text: 'Words' }, 'mail'],
        [{ name: 'Ada', mail: '', text: ' \n\u200b ' }, 'text'],
        [{ name: 'Ada', mail: '', text: '🦆'.repeat(10_001) }, 'text'],
      ] as const) {
        expect(await post({ form })).toMatchObject({
          kind: 'refused',
          why: 'form',
          problem: { field, sentence: expect.stringMatching(/^[A-Z][^\n]+\.$/) },
        })
      }
      expect(await store.db.selectFrom('comments').select('id').execute()).toEqual([])
    })

    test('ten thousand ducks are within the limit, and NUL does not break a database', async () => {
      await posted({ form: { name: 'A\u0000da', mail: '', text: `${'🦆'.repeat(9_999)}\u0000!` } })
    })

    test('closed comments, a story off the site and an answer to words that are not shown are refused with a sentence', async () => {
      const held = await posted()
      expect(await post({ parentId: held })).toMatchObject({ kind: 'refused', why: 'no parent' })
      const draft = await readDraft(store.db, story.id)
      await saveDraft(
        store,
        { storyId: story.id, base: 1, content: draft!.content, commentsOpen: false, by: 'x' },
        clock,
      )
      expect(await post()).toMatchObject({ kind: 'refused', why: 'closed' })
      await unpublish(store, story.id, null, Date.now())
      expect(await post()).toMatchObject({ kind: 'refused', why: 'no story' })
    })

    test('an edited comment waits again, and the approved words stay up', async () => {
      const id = await posted()
      await approve(id)
      expect(await editComment(store, id, 'Better words.', clock + 1)).toEqual({ edited: true })
      const shown = await readDiscussion(store.db, story.id)
      expect(shown.threads[0]?.comment?.revision.text).toBe('A word about the bridge.')
      expect((await readReceipt(store.db, id))?.revisions.map(({ state }) => state)).toEqual(['held', 'approved'])
      await approve(id)
      expect((await readDiscussion(store.db, story.id)).threads[0]?.comment?.revision).toMatchObject({
        text: 'Better words.',
        number: 2,
      })
    })

    test('an edit of waiting words replaces them in the queue, and keeps them', async () => {
      const id = await posted()
      await editComment(store, id, 'Second.', clock + 1)
      await editComment(store, id, 'Third.', clock + 2)
      expect((await readReceipt(store.db, id))?.revisions.map(({ text, state }) => [text, state])).toEqual([
        ['Third.', 'held'],
        ['Second.', 'withdrawn'],
        ['A word about the bridge.', 'withdrawn'],
      ])
    })

    test('edits sent at the same moment leave exactly one waiting', async () => {
      const id = await posted()
      await Promise.all(['a', 'b', 'c', 'd'].map((text) => editComment(store, id, text, clock + 1)))
      expect((await readReceipt(store.db, id))?.revisions.filter(({ state }) => state === 'held')).toHaveLength(1)
    })

    test('withdrawn words are gone from the page and from the queue, and cannot be changed any more', async () => {
      const id = await posted()
      await approve(id)
      await editComment(store, id, 'Better words.', clock + 1)
      await withdrawComment(store, id, clock + 2)
      await withdrawComment(store, id, clock + 3)
      expect((await readDiscussion(store.db, story.id)).count).toBe(0)
      expect((await readReceipt(store.db, id))?.revisions.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
      expect(await editComment(store, id, 'Again.', clock + 4)).toMatchObject({ edited: false })
    })

    test('an approved answer stays under a place without words when its parent goes, and the count is what is shown', async () => {
      const parent = await posted()
      await approve(parent)
      const answer = await posted({ parentId: parent, text: 'I agree.' })
      await approve(answer)
      await withdrawComment(store, parent, clock + 1)
      const discussion = await readDiscussion(store.db, story.id)
      expect(discussion).toMatchObject({
        count: 1,
        threads: [
          { id: parent, comment: null, replies: [{ id: answer, comment: { revision: { text: 'I agree.' } } }] },
        ],
      })
      expect(await countComments(store.db, [story.id])).toEqual(new Map([[story.id, 1]]))
    })

    test('no address is kept, only a keyed hash that changes every day', async () => {
      await posted()
      const [row] = await store.db.selectFrom('comments').selectAll().execute()
      expect(JSON.stringify(row)).not.toContain('203.0.113')
      expect((await senderKeys(store, '203.0.113.250', NOW)).today).toBe(row?.sender_key)
      expect((await senderKeys(store, '203.0.114.7', NOW)).today).not.toBe(row?.sender_key)
      expect((await senderKeys(store, '203.0.113.7', NOW + 24 * 60 * 60 * 1000)).today).not.toBe(row?.sender_key)
    })
  })
}

test('a receipt key cannot be made up, and one letter off opens nothing', () => {
  const key = signing.receiptKey('0'.repeat(26))
  expect(signing.readReceiptKey(key)).toBe('0'.repeat(26))
  for (let i = 0; i < key.length; i++) {
    const other = key[i] === '1' ? '2' : '1'
    expect(signing.readReceiptKey(key.slice(0, i) + other + key.slice(i + 1))).toBe(null)
  }
  expect(signingWith(Buffer.alloc(32, 8)).readReceiptKey(key)).toBe(null)
})

test('addresses are shortened to their network', () => {
  expect(networkOf('203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('2001:db8:1:2::3')).toBe('2001:db8:1::/48')
  expect(networkOf('2001:0db8:0001:ffff:1:2:3:4')).toBe('2001:db8:1::/48')
  expect(networkOf('::1')).toBe('0:0:0::/48')
})

test('no byte of a form’s token can be foretold but for those of its time', () => {
  const tokens = Array.from({ length: 200 }, () => Buffer.from(signing.formToken(NOW), 'base64url'))
  for (let place = 6; place < 22; place++)
    expect(new Set(tokens.map((token) => token[place])).size, `byte ${place}`).toBeGreaterThan(50)
})
