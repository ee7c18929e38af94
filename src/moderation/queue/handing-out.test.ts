/** What the queue hands out, at its limits; and the addresses that filters come from. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { colleague, freshDesk } from '../../../test/desks.ts'
import { holdComments } from '../../../test/held-comments.ts'
import { publishedStory } from '../../../test/stores.ts'
import { signingWith } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { decide } from '../decisions/index.ts'
import { BATCH, keepInHand, keepShowing, LEASE, openHand, releaseHand, takeMore } from './claims.ts'
import { filterFields, LONGEST_FIELD, readFilter } from './filter.ts'
import { countBands, countSince, readItems, readQueue, readQueueItem, readQueueState } from './read.ts'
import { inOrder, LONGEST_WAIT, type Waiting } from './weave.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const HOUR = 3_600_000
const MINUTE = 60_000

for (const kind of DATABASES) {
  describe(`handing out on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let bridge: string
    let mo: Person
    let jo: Person
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop, storyId: bridge, mo } = await freshDesk(kind, () => clock, { publishedAt: NOW - 10 * HOUR }))
      jo = await colleague(store, 'Jo', NOW)
    })
    afterEach(() => drop())

    /** So many that wait, a millisecond apart, the oldest first; answers their words' ids in that order. */
    const hold = async (count: number, { text = 'Words', name = 'Ada', at = NOW - HOUR, story = bridge } = {}) => {
      const ids = await holdComments(
        store,
        story,
        Array.from({ length: count }, (_, i) => ({ text: `${text} ${i}`, name, at: at + i })),
      )
      const rows = await store.db
        .selectFrom('comment_revisions')
        .select(['id', 'comment_id'])
        .where('comment_id', 'in', ids)
        .execute()
      return ids.map((id) => rows.find((row) => row.comment_id === id)?.id as string)
    }
    const handOf = (person: Person, page = 'page') => ({ by: person.id, hand: page })
    const open = (person: Person, filter = {}, page = 'page') => openHand(store, handOf(person, page), filter, clock)
    const claims = () => store.db.selectFrom('claims').selectAll().execute()

    test('a person has sixty in hand at the most, however often a page asks for more', async () => {
      await hold(80)
      const shown = await open(mo)
      for (let i = 0; i < 4; i++) {
        clock += 1000
        shown.push(...(await takeMore(store, handOf(mo), {}, shown, clock)))
      }
      expect([shown.length, new Set(shown).size, (await claims()).length]).toEqual([60, 60, 60])
      expect(await open(mo)).toEqual(shown)
    })

    test('what a page asks for beyond what it shows is one batch, with what was lost on the way', async () => {
      await hold(45)
      const shown = await open(mo)
      expect(shown).toHaveLength(BATCH)
      const more = await takeMore(store, handOf(mo), {}, shown.slice(0, 15), clock)
      expect(more).toHaveLength(BATCH)
      expect(more.slice(0, 5)).toEqual(shown.slice(15))
      expect(await takeMore(store, handOf(mo), {}, [...shown, ...more], clock)).toHaveLength(45 - BATCH - 15)
    })

    test('a page shown again without its items gets all of them back, and asks for none of a colleague’s', async () => {
      const ids = await hold(3)
      await open(jo)
      await keepShowing(store, handOf(mo), ids, clock)
      expect((await claims()).map(({ person_id }) => person_id)).toEqual([jo.id, jo.id, jo.id])
      await releaseHand(store, handOf(jo, 'another page'), clock)
      expect(await claims()).toHaveLength(3)
      await releaseHand(store, handOf(jo), clock)
      await keepShowing(store, handOf(mo), ids.slice(1), clock)
      expect((await claims()).map(({ revision_id }) => revision_id).sort()).toEqual(ids.slice(1).sort())
      expect(await open(jo)).toEqual([ids[0]])
    })

    test('a page that is looked at renews what it shows, and what another page of the same person shows not', async () => {
      const ids = await hold(2)
      await open(mo, {}, 'one')
      await store.db
        .updateTable('claims')
        .set({ hand: 'other' })
        .where('revision_id', '=', ids[1] as string)
        .execute()
      clock += LEASE - 1
      await keepShowing(store, handOf(mo, 'one'), [ids[0] as string], clock)
      clock += 1
      expect(await open(jo)).toEqual([ids[1]])
    })

    test('a lease lasts to its last moment, and a decision by its holder makes it whole', async () => {
      const ids = await hold(3)
      await open(mo)
      clock += LEASE - 1
      expect(await open(jo)).toEqual([])
      const approve = { revisionId: ids[0] as string, action: 'approve' as const, reason: null, by: mo.id }
      expect(await decide(store, approve, clock)).toMatchObject({ decided: true })
      expect((await claims()).map(({ expires_at }) => expires_at - clock)).toEqual([LEASE, LEASE])
      clock += LEASE
      expect(await open(jo)).toEqual(ids.slice(1))
    })

    test('what was brought back is in the hand of who brought it back, unless somebody else has it', async () => {
      const [id] = (await hold(1)) as [string]
      const keep = (person: Person) =>
        store.transaction(clock, (tx) => keepInHand(tx, { revisionId: id, ...handOf(person) }))
      await keep(mo)
      await keep(jo)
      expect(await claims()).toMatchObject([{ person_id: mo.id, expires_at: clock + LEASE }])
      clock += LEASE
      await keep(jo)
      expect(await claims()).toMatchObject([{ person_id: jo.id, hand: 'page', taken_at: clock }])
    })

    test('what has waited beyond the cap fills a batch by itself where there is enough of it', async () => {
      const old = await hold(BATCH + 2, { at: NOW - LONGEST_WAIT - HOUR })
      const [fresh] = await hold(1, { text: 'New', at: NOW - MINUTE })
      expect(await open(mo)).toEqual(old.slice(0, BATCH))
      expect(await open(jo)).toEqual([...old.slice(BATCH), fresh])
    })

    test('a filter by name or story finds what few comments have in the order of the queue, and nothing of a colleague’s', async () => {
      const ferry = (await publishedStory(store, 'A ferry leaves', NOW)).id
      const [first] = await hold(1, { name: 'Bo', at: NOW - 2 * HOUR })
      const [second] = await hold(1, { name: 'Bo', story: ferry, at: NOW - HOUR })
      await hold(2)
      expect(await open(mo, { author: 'Bo', story: ferry })).toEqual([second])
      expect(await open(jo, { author: 'Bo' })).toEqual([first])
      expect(await open(mo, { author: 'Bo' })).toEqual([second])
      expect(await open(mo, { author: 'Nobody' })).toEqual([])
      expect(await open(mo, { from: newId(NOW) })).toEqual([])
    })

    test('waiting for so many minutes includes the last of them', async () => {
      const [at] = await hold(1, { at: NOW - 60 * MINUTE })
      await hold(1, { at: NOW - 60 * MINUTE + 1 })
      expect(await open(mo, { waited: 60 })).toEqual([at])
    })

    test('counts are told exactly up to their bound, and that there are more beyond it', async () => {
      const ids = await hold(3)
      expect(await countSince(store.db, NOW - HOUR)).toEqual({ count: 2, more: false })
      expect(await countSince(store.db, NOW - HOUR - 1)).toEqual({ count: 3, more: false })
      const row = await store.db
        .selectFrom('comment_revisions')
        .selectAll()
        .where('id', '=', ids[0] as string)
        .executeTakeFirstOrThrow()
      const { comment_id } = row
      const comment = await store.db
        .selectFrom('comments')
        .selectAll()
        .where('id', '=', comment_id)
        .executeTakeFirstOrThrow()
      const copies = async (from: number, to: number) => {
        const names = Array.from({ length: to - from }, (_, i) => `copy${from + i}`)
        await store.transaction(clock, async (tx) => {
          for (let i = 0; i < names.length; i += 250) {
            const some = names.slice(i, i + 250)
            await tx.rows
              .insertInto('comments')
              .values(some.map((id) => ({ ...comment, id, form_nonce: id })))
              .execute()
            await tx.rows
              .insertInto('comment_revisions')
              .values(some.map((id) => ({ ...row, id, comment_id: id })))
              .execute()
          }
        })
      }
      await copies(0, 997)
      expect((await countBands(store.db)).fine).toEqual({ count: 1000, more: false })
      await copies(997, 998)
      expect((await countBands(store.db)).fine).toEqual({ count: 1000, more: true })
      expect(await countSince(store.db, 0)).toEqual({ count: 1000, more: true })
      expect(await readQueueState(store.db)).toEqual({ waiting: 1001, more: false, oldestAt: NOW - HOUR })
    })

    test('an item has around it what a moderator needs, and items come in the order in which they were asked for', async () => {
      const sent = (text: string, parentId: string | null = null, network = 1) =>
        sentComment(store, signing, { storyId: bridge, parentId, text, at: clock, address: `10.5.${network}.1` })
      const parent = await sent('A parent')
      await decide(store, { revisionId: parent.revisionId, action: 'approve', reason: null, by: mo.id }, clock)
      const answer = await sent('An answer', parent.commentId, 2)
      const alone = await sent('Alone', null, 3)
      expect((await readItems(store.db, [alone.revisionId, answer.revisionId])).map(({ text }) => text)).toEqual([
        'Alone',
        'An answer',
      ])
      expect((await readItems(store.db, [answer.revisionId, alone.revisionId])).map(({ text }) => text)).toEqual([
        'An answer',
        'Alone',
      ])
      expect(await readItems(store.db, [])).toEqual([])
      expect(await readQueueItem(store.db, parent.revisionId)).toBe(null)
      expect(await readQueueItem(store.db, answer.revisionId)).toMatchObject({
        number: 1,
        approved: null,
        parent: { revision: { text: 'A parent' } },
        story: { id: bridge, headline: 'A bridge opens' },
      })
      expect(await readQueueItem(store.db, alone.revisionId)).toMatchObject({ parent: null, approved: null })
      expect((await readQueue(store.db, { limit: 1 })).map(({ text }) => text)).toHaveLength(1)
      expect(await readQueue(store.db, { limit: 5, after: newId(NOW) })).toHaveLength(2)
    })

    test('signals stand with their own item, the heaviest first, then by name', async () => {
      const [one, other] = (await hold(2)) as [string, string]
      await store.db.deleteFrom('signals').execute()
      const signal = (revision_id: string, phase: string, weight: number) => ({
        revision_id,
        phase,
        state: 'raised' as const,
        words: phase,
        weight,
      })
      await store.db
        .insertInto('signals')
        .values([signal(one, 'a', 0.1), signal(one, 'c', 0.5), signal(one, 'b', 0.5), signal(other, 'd', 0.9)])
        .execute()
      const items = await readItems(store.db, [one, other])
      expect(items.map(({ signals }) => signals.map(({ phase }) => phase))).toEqual([['b', 'c', 'a'], ['d']])
    })
  })
}

describe('a filter', () => {
  const id = newId(NOW)
  const read = (fields: Record<string, string>) => readFilter((name) => fields[name])

  test('comes back from its address as it was', () => {
    const filter = {
      words: 'two words',
      story: id,
      author: 'Ada',
      from: id,
      band: 'spam' as const,
      signal: 'links',
      language: 'de',
      waited: 60,
    }
    expect(read(Object.fromEntries(filterFields(filter)))).toEqual(filter)
    expect(filterFields({ band: 'spam' })).toEqual([['band', 'spam']])
    expect(read({})).toEqual({})
  })

  test('leaves out what makes no sense', () => {
    expect(
      read({
        story: 'x',
        from: 'y',
        band: 'good',
        language: 'german',
        waited: 'long',
        q: ' ',
        author: '\0',
        signal: '',
      }),
    ).toEqual({})
    for (const language of ['e', 'deut', 'DE', 'd1']) expect(read({ language })).toEqual({})
    expect(read({ language: 'haw' })).toEqual({ language: 'haw' })
    for (const waited of ['0', '-1', '1.5', String(366 * 24 * 60 + 1)]) expect(read({ waited })).toEqual({})
    for (const waited of [1, 366 * 24 * 60]) expect(read({ waited: String(waited) })).toEqual({ waited })
    expect(read({ author: ` A\0da ${'x'.repeat(300)}` }).author).toHaveLength(LONGEST_FIELD)
    expect(read({ author: ' A\0da ' })).toEqual({ author: 'Ada' })
  })
})

describe('the order', () => {
  const NONE = { fine: 0, thought: 0, spam: 0 }
  const item = (id: string, band: Waiting['band'], ago: number): Waiting => ({ id, band, createdAt: NOW - ago })

  test('gives the next place to the band that is furthest behind its share, counting what is in hand', () => {
    const items = (['fine', 'thought', 'spam'] as const).flatMap((band) =>
      [1, 2, 3].map((i) => item(`${band}${i}`, band, 10 - i)),
    )
    const order = (given: typeof NONE, limit = 3) => inOrder(items, { now: NOW, limit, given }).map(({ id }) => id)
    expect(order(NONE)).toEqual(['fine1', 'thought1', 'fine2'])
    expect(order({ ...NONE, fine: 3 })).toEqual(['thought1', 'spam1', 'thought2'])
    expect(order({ fine: 3, thought: 2, spam: 0 })).toEqual(['spam1', 'fine1', 'thought1'])
    expect(order(NONE, 0)).toEqual([])
    expect(order(NONE, 100)).toHaveLength(9)
  })

  test('puts what waited beyond the cap first, by age alone and by id within an instant, and counts it to the limit', () => {
    const items = [
      item('b', 'spam', LONGEST_WAIT + 1),
      item('a', 'fine', LONGEST_WAIT + 1),
      item('c', 'thought', LONGEST_WAIT + 2),
      item('d', 'fine', LONGEST_WAIT),
    ]
    const order = (limit: number) => inOrder(items, { now: NOW, limit, given: NONE }).map(({ id }) => id)
    expect(order(9)).toEqual(['c', 'a', 'b', 'd'])
    expect(order(2)).toEqual(['c', 'a'])
    expect(order(3)).toEqual(['c', 'a', 'b'])
  })
})
