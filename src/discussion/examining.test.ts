/** Comments are on disk first and examined right after: what holds in between, and that many at once are as each alone. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examineAll } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { countingStatements } from '../../test/queries.ts'
import { freshStore, openSite, publishedStory } from '../../test/stores.ts'
import { tries } from '../../test/thorough.ts'
import { openHand, readItems } from '../moderation/queue/index.ts'
import { addPerson, type Person, ROLES } from '../people/index.ts'
import type { Store } from '../store/index.ts'
import {
  type Examine,
  eraseAuthor,
  examining,
  type Post,
  postComment,
  readDiscussion,
  setStoryMode,
  signingWith,
} from './index.ts'
import { examineByPhases } from './triage.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`what came in on ${kind}`, () => {
    let store: Store
    let other: Store
    let drop: () => Promise<void>
    let story: string
    beforeEach(async () => {
      const fresh = await freshStore(kind, () => NOW)
      ;({ store, drop } = fresh)
      other = await openSite(fresh.address, () => NOW)
      story = (await publishedStory(store, 'A ferry leaves', NOW)).id
    })
    afterEach(async () => {
      await other.close()
      await drop()
    })

    const tokens = Array.from({ length: 12 }, () => signing.formToken(NOW - 60_000))
    const sending = (number: number, change: Partial<Post> = {}): Post => ({
      storyId: story,
      parentId: null,
      form: { name: 'Ada', mail: '', text: `Words about the ferry, number ${number}` },
      honeypot: '',
      token: signing.formToken(NOW - 60_000),
      address: `10.1.${number}.1`,
      ...change,
    })
    const post = (number: number, change: Partial<Post> = {}, on = store) =>
      postComment(on, signing, sending(number, change), NOW)
    const rows = () =>
      store.db
        .selectFrom('comment_revisions as r')
        .innerJoin('comments as c', 'c.id', 'r.comment_id')
        .leftJoin('comment_words as w', 'w.revision_id', 'r.id')
        .select(['r.id', 'r.text', 'r.state', 'r.band', 'r.to_examine', 'w.search_words'])
        .orderBy('r.text')
        .execute()
    const signals = () => store.db.selectFrom('signals').selectAll().orderBy('revision_id').orderBy('phase').execute()

    test('waits for its examination unseen by readers, and stands in the queue after all that has a band', async () => {
      const mo = (await addPerson(store, { name: 'Mo', mail: null, switches: ROLES.moderator }, NOW)) as Person
      await post(1)
      await examineAll(store, NOW)
      await post(2)
      await post(3)
      expect(await readDiscussion(store.db, story)).toEqual({ count: 0, threads: [] })
      const ids = await openHand(store, { by: mo.id, hand: 'page' }, {}, NOW)
      const read = async () => (await readItems(store.db, ids)).map(({ text, band }) => `${text.at(-1)} ${band}`)
      expect(await read()).toEqual(['1 fine', '2 unexamined', '3 unexamined'])
      await examineAll(store, NOW)
      expect(await read()).toEqual(['1 fine', '2 fine', '3 fine'])
    })

    test('is examined once, however many processes share the work', async () => {
      for (let i = 0; i < 80; i++) await post(i)
      await Promise.all([examineAll(store, NOW), examineAll(other, NOW), examineAll(store, NOW)])
      // What one of them had in hand while the others looked.
      await examineAll(store, NOW)
      const all = await rows()
      expect(all).toHaveLength(80)
      expect(all.every(({ to_examine, search_words }) => to_examine === null && search_words !== null)).toBe(true)
    })

    test('is examined as if nothing had been, wherever an examination was cut off', async () => {
      await post(1, { form: { name: 'Ada', mail: '', text: 'See https://a.example' } })
      await post(2)
      const before = await rows()
      const cut = new Error('cut off')
      const cutAt: Examine[] = [
        () => Promise.reject(cut),
        async (tx, comments) => {
          await examineByPhases(tx, comments)
          throw cut
        },
        async (tx, comments) =>
          (await examineByPhases(tx, comments)).map((triage) => ({ ...triage, afterwards: () => Promise.reject(cut) })),
      ]
      for (const examine of cutAt) {
        // Also when it had done everything but the commit.
        const cutting: Store = {
          ...store,
          transaction: (now, work) =>
            store.transaction(now, async (tx) => {
              await work(tx)
              throw cut
            }),
        }
        await expect(examining(cutting, { now: () => NOW, examine }).some()).rejects.toThrow('cut off')
        expect(await rows()).toEqual(before)
        expect(await signals()).toEqual([])
      }
      await examineAll(store, NOW)
      expect((await signals()).map(({ phase, state }) => `${phase} ${state}`)).toContain('links raised')
      expect((await rows()).every(({ to_examine }) => to_examine === null)).toBe(true)
    })

    test('says that it could not be examined where that is so; what came with it is examined', async () => {
      await post(1, { form: { name: 'Ada', mail: '', text: 'Unheard of' } })
      await post(2, { form: { name: 'Ada', mail: '', text: 'See https://a.example' } })
      await examineAll(store, NOW, async (tx, comments) => {
        if (comments.some(({ text }) => text === 'Unheard of')) throw new Error('never heard of it')
        return examineByPhases(tx, comments)
      })
      expect(await rows()).toMatchObject([
        { text: 'See https://a.example', band: 'fine', to_examine: null },
        { text: 'Unheard of', state: 'held', band: 'thought', to_examine: null, search_words: 'unheard of' },
      ])
      expect((await signals()).map(({ phase, state }) => `${phase} ${state}`)).toEqual(
        expect.arrayContaining(['examination not-checked', 'links raised']),
      )
    })

    test.each(['ten to the hour', 'null', '3'])(
      'says that it could not be examined where its mark holds %s; what waits with it is examined',
      async (mark) => {
        await post(1)
        await store.db.updateTable('comment_revisions').set({ to_examine: mark }).execute()
        await post(2, { form: { name: 'Ada', mail: '', text: 'See https://a.example' } })
        await examineAll(store, NOW)
        expect(await rows()).toMatchObject([
          { text: 'See https://a.example', band: 'fine', to_examine: null },
          { state: 'held', band: 'thought', to_examine: null, search_words: 'words about the ferry number 1' },
        ])
        expect((await signals()).map(({ phase, state }) => `${phase} ${state}`)).toEqual(
          expect.arrayContaining(['examination not-checked', 'links raised']),
        )
      },
    )

    test('is examined with the others though its mark can’t be read, also where words are read before', async () => {
      await post(1)
      await store.db.updateTable('comment_revisions').set({ to_examine: 'ten to the hour' }).execute()
      await post(2)
      const ahead: string[] = []
      const readAhead = async (comments: readonly { text: string }[]) => {
        ahead.push(...comments.map(({ text }) => text))
      }
      const { some } = examining(store, { now: () => NOW, readAhead })
      expect(await some()).toBe(2)
      expect(await some()).toBe(0)
      expect(ahead).toEqual(['Words about the ferry, number 2'])
    })

    test('is not examined any more once its words are erased', async () => {
      const result = await post(1, { honeypot: 'ada@a.example' })
      if (result.kind !== 'posted') throw new Error(result.kind)
      await store.transaction(NOW, (tx) => eraseAuthor(tx, result.commentId, { words: true }))
      await examineAll(store, NOW)
      expect(await rows()).toMatchObject([{ text: '', state: 'withdrawn', to_examine: null, search_words: null }])
    })

    test('takes as many statements for forty that come together as for one, and so does their examination', async () => {
      const counted = async (first: number, many: number) => {
        const { store: counting, statements } = countingStatements(store)
        await Promise.all(Array.from({ length: many }, (_, i) => post(first + i, {}, counting)))
        const taken = statements()
        await examining(counting, { now: () => NOW }).some()
        return [taken, statements() - taken]
      }
      await post(0)
      await examineAll(store, NOW)
      // The day’s salt is made by the first, and not counted.
      const one = await counted(1, 1)
      const forty = await counted(2, 32)
      expect(forty).toEqual(one)
    })

    test('happens sixteen at a time while it keeps up, so that readers come between', async () => {
      await Promise.all(Array.from({ length: 32 }, (_, i) => post(i)))
      await post(32)
      const turns: number[] = []
      const readAhead = async (comments: readonly unknown[]) => void turns.push(comments.length)
      const keeper = examining(store, { now: () => NOW, readAhead }).keep(console)
      await expect.poll(() => turns).toEqual([16, 16, 1])
      await keeper.stop()
    })

    test('together is answered as it would be one after the other', async () => {
      const person = (await addPerson(store, { name: 'Ed', mail: null, switches: ROLES.editor }, NOW)) as Person
      const each = fc.record({
        form: fc.nat({ max: tokens.length - 1 }),
        network: fc.nat({ max: 2 }),
        words: fc.nat({ max: 2 }),
        name: fc.constantFrom('Ada', 'Ben'),
        place: fc.nat({ max: 3 }),
      })
      let run = 0
      await fc.assert(
        fc.asyncProperty(fc.array(each, { minLength: 1, maxLength: 24 }), async (many) => {
          run++
          const places = await Promise.all(
            [0, 1].map(async (side) => {
              const made = []
              for (const name of ['open', 'slow', 'closed']) {
                const { id } = await publishedStory(store, `${name} ${run} ${side}`, NOW)
                const mode = { open: { kind: 'open' }, slow: { kind: 'slow', minutes: 5 }, closed: { kind: 'closed' } }
                await setStoryMode(store, { storyId: id, mode: mode[name as 'open'] as never, by: person.id }, NOW)
                made.push(id)
              }
              return [...made, '0'.repeat(26)]
            }),
          )
          const forms = [0, 1].map(() => tokens.map(() => signing.formToken(NOW - 60_000)))
          const sent = (side: number) =>
            many.map(({ form, network, words, name, place }) => ({
              storyId: places[side]?.[place] as string,
              parentId: null,
              form: { name, mail: '', text: `Words ${words}` },
              honeypot: '',
              token: forms[side]?.[form] as string,
              // Each side and run has networks of its own, so that neither counts for the other.
              address: `10.${100 + side}.${(run * 3 + network) % 250}.1`,
            }))
          const alone: Awaited<ReturnType<typeof post>>[] = []
          for (const one of sent(0)) alone.push(await postComment(store, signing, one, NOW))
          const together = await Promise.all(sent(1).map((one) => postComment(store, signing, one, NOW)))
          const told = (results: typeof alone) => {
            const ids = results.map((result) => (result.kind === 'posted' ? result.commentId : null))
            return results.map((result) =>
              result.kind === 'posted' ? `posted ${ids.indexOf(result.commentId)}` : `${result.kind} ${result.why}`,
            )
          }
          expect(told(together)).toEqual(told(alone))
        }),
        { numRuns: tries(30) },
      )
    })
  })
}
