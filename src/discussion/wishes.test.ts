/** Who is told of answers: only whose address is theirs beyond doubt, and nobody whose address somebody typed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examineAll } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { addReader, verifyReader } from '../readers/index.ts'
import { newId, type Store, type Transaction } from '../store/index.ts'
import {
  countComments,
  holdReader,
  type Post,
  postComment,
  readAnswersTold,
  readPublicComment,
  readPublicComments,
  signingWith,
  sweepWishes,
  wishForAnswers,
} from './index.ts'
import { queueVerification, subscribe, VERIFY } from './wishes.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000

for (const kind of DATABASES) {
  describe(`wishes to be told of answers on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      storyId = (await publishedStory(store, 'A bridge opens', NOW)).id
    })
    afterEach(() => drop())

    const write = <T>(work: (tx: Transaction) => Promise<T>, at = NOW) => store.transaction(at, work)
    const posted = async (form: Partial<Post['form']> = {}, more: Partial<Post> = {}) => {
      const result = await postComment(
        store,
        signing,
        {
          ...{ storyId, parentId: null, honeypot: '', token: signing.formToken(NOW - 60_000), address: '203.0.113.7' },
          form: { name: 'Ada', mail: '', text: 'A word about the bridge.', ...form },
          ...more,
        },
        NOW,
      )
      if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
      await examineAll(store, NOW)
      return result.commentId
    }
    const letters = () => store.db.selectFrom('letters').select(['kind', 'about', 'to_address', 'text']).execute()

    test('of an address that was typed, that address is asked first, once; nothing is told before', async () => {
      const comment = await posted({ mail: 'ADA@Paper.example', tell: true })
      expect(await readAnswersTold(store.db, comment)).toEqual({ state: 'asked', address: 'ada@paper.example' })
      const letter = { kind: VERIFY, about: comment, to_address: 'ada@paper.example', text: '' }
      expect(await letters()).toEqual([letter])
      await write((w) => queueVerification(w, { commentId: comment, address: 'ada@paper.example', notBefore: NOW }))
      expect(await letters()).toEqual([letter])
      // Another address for the same comment takes the place of the first.
      const wish = { commentId: comment, readerId: null, network: 'n' }
      await write((w) => wishForAnswers(w, { ...wish, address: 'ben@paper.example' }))
      expect(await letters()).toEqual([{ ...letter, to_address: 'ben@paper.example' }])
      expect(await readAnswersTold(store.db, comment)).toEqual({ state: 'asked', address: 'ben@paper.example' })
      await write((w) => wishForAnswers(w, { ...wish, address: null }))
      await write((w) => wishForAnswers(w, { ...wish, address: 'no address' }))
      expect(await readAnswersTold(store.db, comment)).toEqual({ state: 'asked', address: 'ben@paper.example' })
    })

    test('without one nobody is asked', async () => {
      const comment = await posted({ mail: 'ada@paper.example' })
      expect(await readAnswersTold(store.db, comment)).toEqual({ state: 'none' })
      expect(await letters()).toEqual([])
    })

    test('of a reader whose address is known they are told from then on; of one without, the typed address is asked', async () => {
      const ada = await write((w) => verifyReader(w, { address: 'ada@paper.example', name: 'Ada' }))
      const comment = await posted({ tell: true }, { readerId: ada.id })
      expect(await readAnswersTold(store.db, comment)).toEqual({ state: 'told' })
      expect(await letters()).toEqual([])
      await write((w) => subscribe(w, { readerId: ada.id, commentId: comment }), NOW + 1)
      const rows = await store.db.selectFrom('subscriptions').select(['reader_id', 'since']).execute()
      expect(rows).toEqual([{ reader_id: ada.id, since: NOW }])
      const id = newId(NOW)
      await write((w) => addReader(w, { id, name: 'Rita' }))
      const other = await posted({ tell: true, mail: 'rita@paper.example' }, { readerId: id })
      expect(await readAnswersTold(store.db, other)).toMatchObject({ state: 'asked' })
    })

    test('what a reader chose of how often stays when they wish for more', async () => {
      const ada = await write((w) => verifyReader(w, { address: 'ada@paper.example', name: 'Ada' }))
      await write((w) => holdReader(w, ada.id))
      await store.db.updateTable('reader_notices').set({ rhythm: 'weekly' }).execute()
      await posted({ tell: true }, { readerId: ada.id })
      expect(await store.db.selectFrom('reader_notices').select(['reader_id', 'rhythm']).execute()).toEqual([
        { reader_id: ada.id, rhythm: 'weekly' },
      ])
    })

    test('that nobody confirmed are forgotten after thirty days', async () => {
      await posted({ mail: 'ada@paper.example', tell: true })
      const left = async () => (await store.db.selectFrom('answer_wishes').select('address').execute()).length
      await write((w) => sweepWishes(w), NOW + 30 * DAY)
      expect(await left()).toBe(1)
      await write((w) => sweepWishes(w), NOW + 30 * DAY + 1)
      expect(await left()).toBe(0)
    })

    test('an answer goes under a comment of its own story that is to be seen, and what is asked for by id is seen only then', async () => {
      const other = (await publishedStory(store, 'A road closes', NOW)).id
      const [held, up] = [await posted(), await posted()]
      await store.db.updateTable('comment_revisions').set({ state: 'approved' }).where('comment_id', '=', up).execute()
      const answer = (parentId: string, on = storyId) => posted({ text: 'I agree.' }, { parentId, storyId: on })
      await expect(answer(held)).rejects.toThrow(/no longer on the page/)
      await expect(answer(up, other)).rejects.toThrow(/no longer on the page/)
      await answer(up)
      expect([await readPublicComment(store.db, held), (await readPublicComment(store.db, up))?.id]).toEqual([null, up])
      expect([...(await readPublicComments(store.db, [held, up])).keys()]).toEqual([up])
      expect((await readPublicComments(store.db, [])).size).toBe(0)
      expect(await countComments(store.db, [storyId, other])).toEqual(new Map([[storyId, 1]]))
      expect((await countComments(store.db, [])).size).toBe(0)
    })

    test('who was erased meanwhile has written as nobody', async () => {
      const ada = await write((w) => verifyReader(w, { address: 'ada@paper.example', name: 'Ada' }))
      await store.db.updateTable('readers').set({ erased_at: NOW }).where('id', '=', ada.id).execute()
      const comment = await posted({}, { readerId: ada.id })
      const row = await store.db.selectFrom('comments').select('reader_id').where('id', '=', comment).execute()
      expect(row).toEqual([{ reader_id: null }])
    })
  })
}
