/** The queue as it is handed out: its order, its filters, and that two people never get one item. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examineAll } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshStore, publishedStory } from '../../../test/stores.ts'
import { tries } from '../../../test/thorough.ts'
import { postComment, signingWith, withdrawComment } from '../../discussion/index.ts'
import { addPerson, type Person, ROLES } from '../../people/index.ts'
import { type BandName, type Store, takeTurns } from '../../store/index.ts'
import { decide } from '../decisions/index.ts'
import { readUndoables, undo } from '../undo/index.ts'
import { BATCH, keepShowing, LEASE, openHand, releaseHand, takeMore } from './claims.ts'
import { countBands, countSince, MOST_COUNTED, readItems, readQueueState } from './read.ts'
import { LONGEST_WAIT, type Place } from './weave.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const HOUR = 3_600_000

for (const kind of DATABASES) {
  describe(`the queue on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let bridge: string
    let ferry: string
    let mo: Person
    let jo: Person
    let clock = NOW
    let sent = 0
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop } = await freshStore(kind, () => clock))
      bridge = (await publishedStory(store, 'A bridge opens', NOW - 10 * HOUR)).id
      ferry = (await publishedStory(store, 'A ferry leaves', NOW - 10 * HOUR)).id
      mo = (await addPerson(store, { name: 'Mo', mail: null, switches: ROLES.moderator }, NOW)) as Person
      jo = (await addPerson(store, { name: 'Jo', mail: null, switches: ROLES.moderator }, NOW)) as Person
    })
    afterEach(() => drop())

    interface Sent {
      text?: string
      name?: string
      story?: string
      band?: BandName
      language?: string
      at?: number
      network?: string
    }
    /** Posts a comment at a time; answers the id of its held revision. */
    const post = async (comment: Sent = {}) => {
      sent += 1
      const at = comment.at ?? clock
      const form = { name: comment.name ?? 'Ada', mail: '', text: comment.text ?? `Words number ${sent}` }
      const address = comment.network ?? `10.${sent % 250}.${Math.floor(sent / 250)}.1`
      const token = signing.formToken(at - 60_000)
      const result = await postComment(
        store,
        signing,
        { storyId: comment.story ?? bridge, parentId: null, form, honeypot: '', token, address },
        at,
      )
      await examineAll(store, at, async () => [
        {
          signals: /https?:/.test(form.text)
            ? [{ phase: 'links', state: 'raised', words: 'One link', weight: 0.1 }]
            : [],
          band: comment.band ?? 'fine',
          spam: null,
          rules: null,
          campaignId: null,
          language: comment.language ?? null,
        },
      ])
      if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
      const { id } = await store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', result.commentId)
        .executeTakeFirstOrThrow()
      return id
    }
    const open = (person: Person, filter = {}, hand = 'page') =>
      openHand(store, { by: person.id, hand: `${person.id} ${hand}` }, filter, clock)
    const texts = async (ids: readonly string[]) => (await readItems(store.db, ids)).map(({ text }) => text)

    test('an item says whether others of its name or its sender wait, and nothing of itself', async () => {
      const [one, two, alone] = [
        await post({ name: 'Cy', network: '10.200.1.1' }),
        await post({ name: 'Di', network: '10.200.1.1' }),
        await post({ name: 'Flo' }),
      ]
      const other = await post({ name: 'Cy' })
      const said = async () =>
        Object.fromEntries(
          (await readItems(store.db, [one, two, alone, other])).map((item) => [item.revisionId, item.alsoWaiting]),
        )
      expect(await said()).toEqual({
        [one]: { byName: true, fromSender: true },
        [two]: { byName: false, fromSender: true },
        [alone]: { byName: false, fromSender: false },
        [other]: { byName: true, fromSender: false },
      })
      // What was decided waits no more.
      await decide(store, { revisionId: one, action: 'approve', reason: null, by: mo.id }, clock)
      expect(await said()).toMatchObject({
        [two]: { byName: false, fromSender: false },
        [other]: { byName: false, fromSender: false },
      })
    })

    test('is woven from its bands by their shares, each oldest first', async () => {
      for (const band of ['spam', 'thought', 'fine'] as const)
        for (let i = 1; i <= 4; i++) await post({ band, text: `${band} ${i}`, at: clock - 1000 + i })
      expect(await texts(await open(mo))).toEqual([
        'fine 1',
        'thought 1',
        'fine 2',
        'spam 1',
        'thought 2',
        'fine 3',
        'fine 4',
        'thought 3',
        'spam 2',
        'thought 4',
        'spam 3',
        'spam 4',
      ])
    })

    test.runIf(kind === 'postgres')(
      'a page may ask for more while its decision is on the way: neither waits for the other',
      async () => {
        for (let i = 0; i < 3; i++) await post()
        const [revisionId] = (await open(mo)) as [string]
        let deciding: ReturnType<typeof decide> | undefined
        await store.transaction(clock, async (tx) => {
          await takeTurns(tx, 'claims')
          deciding = decide(store, { revisionId, action: 'approve', reason: null, by: mo.id }, clock)
          await expect
            .poll(
              async () =>
                (
                  await sql`select 1 from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`.execute(store.db)
                ).rows,
            )
            .toHaveLength(1)
          // What a page that asks for more does in its turn.
          await sql`set local lock_timeout = '300ms'`.execute(tx.rows)
          await tx.rows.updateTable('claims').set({ hand: 'newer page' }).where('person_id', '=', mo.id).execute()
        })
        expect(await deciding).toMatchObject({ decided: true })
        expect(await store.db.selectFrom('claims').select('hand').execute()).toHaveLength(2)
      },
    )

    test('whoever decides one at a time still reads all bands, not those without a sign of spam alone', async () => {
      for (let i = 0; i < 40; i++) await post({ band: 'fine', at: clock - 5000 + i })
      for (let i = 0; i < 40; i++) await post({ band: 'spam', at: clock - 4000 + i })
      const read: Place[] = []
      for (let i = 0; i < 18; i++) {
        const [first] = await readItems(store.db, await open(mo))
        read.push(first!.band)
        clock += 1000
        await decide(store, { revisionId: first!.revisionId, action: 'approve', reason: null, by: mo.id }, clock)
      }
      expect(read.filter((band) => band === 'spam').length).toBeGreaterThanOrEqual(4)
      expect(read.filter((band) => band === 'fine').length).toBeGreaterThanOrEqual(10)
    })

    test('what has waited longer than the cap comes first, oldest first, whatever its band', async () => {
      await post({ text: 'new and fine' })
      await post({ text: 'old spam', band: 'spam', at: clock - LONGEST_WAIT - 2000 })
      await post({ text: 'old and fine', at: clock - LONGEST_WAIT - 1000 })
      await post({ text: 'not yet old', band: 'spam', at: clock - LONGEST_WAIT })
      expect(await texts(await open(mo))).toEqual(['old spam', 'old and fine', 'new and fine', 'not yet old'])
    })

    test('what came in the same instant has one order, by id', async () => {
      const ids = [await post(), await post(), await post()]
      expect(await open(mo)).toEqual([...ids].sort())
    })

    test('what one person has in hand is handed to nobody else until the lease ends', async () => {
      for (let i = 0; i < BATCH + 5; i++) await post({ at: clock - 1000 + i })
      const first = await open(mo)
      expect(first).toHaveLength(BATCH)
      expect(await open(jo)).toHaveLength(5)
      clock += LEASE - 1
      expect(await open(jo)).toHaveLength(5)
      clock += 2
      expect((await open(jo)).filter((id) => first.includes(id))).toHaveLength(BATCH - 5)
    })

    test('who decides keeps what is in hand, and gets nothing back into it whose lease has ended', async () => {
      const others = BATCH - 1
      for (let i = 0; i < BATCH; i++) await post({ at: clock - 1000 + i })
      const [first, second] = (await open(mo)) as [string, string]
      const approve = (revisionId: string) =>
        decide(store, { revisionId, action: 'approve', reason: null, by: mo.id }, clock)
      clock += LEASE - 1
      await approve(first)
      clock += LEASE - 1
      expect(await open(jo)).toEqual([])
      clock += 2
      await approve(second)
      expect(await open(jo)).toHaveLength(others - 1)
    })

    test('a page that opens again shows first what is in hand, in its order, and more after it', async () => {
      for (let i = 0; i < BATCH + 5; i++) await post({ at: clock - 1000 + i })
      const first = await open(mo)
      await decide(store, { revisionId: first[0]!, action: 'approve', reason: null, by: mo.id }, clock)
      const second = await open(mo)
      expect(second.slice(0, -1)).toEqual(first.slice(1))
      expect(second).toHaveLength(BATCH)
    })

    test('further items come without those that are shown, and with those that a broken line had lost', async () => {
      for (let i = 0; i < BATCH * 3; i++) await post({ at: clock - 1000 + i })
      const hand = { by: mo.id, hand: 'page' }
      const first = await openHand(store, hand, {}, clock)
      const lost = await takeMore(store, hand, {}, first, clock)
      expect(lost.filter((id) => first.includes(id))).toEqual([])
      expect(await takeMore(store, hand, {}, first, clock)).toEqual(lost)
      const more = await takeMore(store, hand, {}, [...first, ...lost], clock)
      expect(new Set([...first, ...lost, ...more]).size).toBe(first.length + lost.length + more.length)
    })

    test('a page that closes gives back what it had; what a newer page took over stays in hand', async () => {
      await post()
      await open(mo, {}, 'old page')
      await open(mo, {}, 'new page')
      await releaseHand(store, { by: mo.id, hand: `${mo.id} old page` }, clock)
      expect(await open(jo)).toEqual([])
      await releaseHand(store, { by: mo.id, hand: `${mo.id} new page` }, clock)
      expect(await open(jo)).toHaveLength(1)
    })

    test('a page that is looked at keeps its items, and after an absence gets back those that are free', async () => {
      const ids = [await post({ at: clock - 2 }), await post({ at: clock - 1 })]
      const hand = { by: mo.id, hand: 'page' }
      await openHand(store, hand, {}, clock)
      for (let i = 0; i < 4; i++) {
        clock += LEASE / 2
        await keepShowing(store, hand, ids, clock)
      }
      expect(await open(jo)).toEqual([])
      clock += LEASE + 1
      await decide(store, { revisionId: ids[0]!, action: 'approve', reason: null, by: jo.id }, clock)
      await keepShowing(store, hand, ids, clock)
      expect(await open(jo)).toEqual([])
      expect(await open(mo)).toEqual([ids[1]])
    })

    test('what someone else has in hand is not decided over their head: the sentence says who has it', async () => {
      const id = await post()
      await open(mo)
      expect(await decide(store, { revisionId: id, action: 'approve', reason: null, by: jo.id }, clock)).toEqual({
        decided: false,
        sentence: 'Mo is reviewing this comment.',
      })
      await decide(store, { revisionId: id, action: 'approve', reason: null, by: mo.id }, clock)
      clock += 130_000
      const late = { revisionId: id, action: 'reject' as const, reason: 'spam' }
      expect(await decide(store, { ...late, by: jo.id }, clock)).toMatchObject({
        sentence: 'Mo approved it 2 minutes ago.',
      })
      expect(await decide(store, { ...late, by: mo.id }, clock)).toMatchObject({
        sentence: 'You approved it 2 minutes ago.',
      })
    })

    test('what is taken back is in the hand of who took it back', async () => {
      const id = await post()
      const done = await decide(store, { revisionId: id, action: 'approve', reason: null, by: mo.id }, clock)
      if (!done.decided) throw new Error(done.sentence)
      await undo(store, done.decisionId, mo.id, clock, 'page')
      expect(await open(jo)).toEqual([])
      expect(await open(mo)).toEqual([id])
    })

    test('words that their author took back are handed out no more', async () => {
      const id = await post()
      const { comment_id } = await store.db
        .selectFrom('comment_revisions')
        .select('comment_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await open(mo)
      await withdrawComment(store, comment_id, clock)
      expect(await open(mo)).toEqual([])
    })

    test('two moderators never have one item, whatever they do, and however much of it at once', async () => {
      for (let i = 0; i < 60; i++)
        await post({ band: (['fine', 'thought', 'spam'] as const)[i % 3]!, at: clock - 5000 + i })
      const people = [mo, jo]
      const taking = fc.array(fc.record({ who: fc.nat(1), what: fc.constantFrom('open', 'more', 'keep') }), {
        minLength: 2,
        maxLength: 6,
      })
      const between = fc.record({ who: fc.nat(1), what: fc.constantFrom('decide', 'release', 'wait') })
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(taking, between), { maxLength: 5 }), async (rounds) => {
          await store.db.deleteFrom('claims').execute()
          /** Who was given what, and until when it is theirs. */
          const given = new Map<string, { who: number; until: number }>()
          const shows: string[][] = [[], []]
          const stillThere = (who: number) => {
            for (const one of given.values()) if (one.who === who && one.until > clock) one.until = clock + LEASE
          }
          for (const [together, { who, what }] of rounds) {
            const taken = await Promise.all(
              together.map(async ({ who, what }) => {
                const hand = { by: people[who]!.id, hand: 'page' }
                if (what === 'keep') await keepShowing(store, hand, shows[who]!, clock)
                const ids =
                  what === 'open'
                    ? await openHand(store, hand, {}, clock)
                    : what === 'more'
                      ? await takeMore(store, hand, {}, shows[who]!, clock)
                      : []
                return { who, ids }
              }),
            )
            const now = together.map(({ who }) => who)
            for (const { who, ids } of taken)
              for (const id of ids) {
                const before = given.get(id)
                if (before && before.who !== who) expect(before.until).toBeLessThanOrEqual(clock)
                given.set(id, { who, until: clock + LEASE })
                if (!shows[who]!.includes(id)) shows[who]!.push(id)
              }
            for (const who of now) stillThere(who)

            const hand = { by: people[who]!.id, hand: 'page' }
            if (what === 'wait') clock += 200_000
            if (what === 'release') {
              await releaseHand(store, hand, clock)
              for (const [id, one] of given) if (one.who === who) given.delete(id)
              shows[who] = []
            }
            const mine = shows[who]!.find((id) => given.get(id)?.who === who && given.get(id)!.until > clock)
            if (what === 'decide' && mine) {
              const decision = { revisionId: mine, action: 'approve' as const, reason: null, by: hand.by }
              expect(await decide(store, decision, clock)).toMatchObject({ decided: true })
              await undo(store, (await readUndoables(store.db, hand.by, clock))[0]!.decisionId, hand.by, clock, 'page')
              stillThere(who)
            }
          }
        }),
        { numRuns: tries(15), endOnFailure: true },
      )
    })

    test('every filter leaves what it says, and several together what all of them say', async () => {
      await post({ text: 'Alpha', name: 'Ada', story: ferry, language: 'de', network: '10.9.9.1' })
      await post({ text: 'Beta http://a.example', name: 'Bo', band: 'spam', network: '10.9.9.2' })
      await post({ text: 'Gamma rays of hope', name: 'Ada', band: 'thought', at: clock - 2 * HOUR })
      await post({ text: 'Delta', name: 'Cy', story: ferry, band: 'spam', language: 'de' })
      const left = async (filter: object) => {
        const found = await texts(await open(mo, filter))
        await store.db.deleteFrom('claims').execute()
        return found.map((text) => text.split(' ')[0]).sort()
      }
      const alpha = await store.db
        .selectFrom('comments')
        .innerJoin('comment_revisions as r', 'r.comment_id', 'comments.id')
        .select('comments.id')
        .where('r.text', '=', 'Alpha')
        .executeTakeFirstOrThrow()
      expect(await left({})).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma'])
      expect(await left({ story: ferry })).toEqual(['Alpha', 'Delta'])
      expect(await left({ author: 'Ada' })).toEqual(['Alpha', 'Gamma'])
      expect(await left({ from: alpha.id })).toEqual(['Alpha', 'Beta'])
      expect(await left({ band: 'spam' })).toEqual(['Beta', 'Delta'])
      expect(await left({ signal: 'links' })).toEqual(['Beta'])
      expect(await left({ language: 'de' })).toEqual(['Alpha', 'Delta'])
      expect(await left({ waited: 60 })).toEqual(['Gamma'])
      expect(await left({ words: 'ray' })).toEqual(['Gamma'])
      expect(await left({ words: 'ray "hope rays"' })).toEqual([])
      expect(await left({ words: '…' })).toEqual([])
      expect(await left({ story: ferry, band: 'spam', language: 'de' })).toEqual(['Delta'])
      expect(await left({ author: 'Ada', words: 'gamma', band: 'thought', waited: 90 })).toEqual(['Gamma'])
      expect(await left({ from: alpha.id, signal: 'links' })).toEqual(['Beta'])
      expect(await left({ story: ferry, author: 'Bo' })).toEqual([])
    })

    test('of a comment whose network is forgotten nobody is shown but itself: those forgotten have nothing in common', async () => {
      const ids = [await post(), await post(), await post()]
      await store.transaction(clock, (tx) => tx.rows.updateTable('comments').set({ sender_key: '' }).execute())
      const [item] = await readItems(store.db, ids.slice(1))
      expect(await open(mo, { from: item!.commentId })).toEqual([ids[1]])
    })

    test('what a filter shuts out goes back to the others; what it lets through stays in hand', async () => {
      const fine = await post({ at: clock - 2 })
      const spam = await post({ band: 'spam', at: clock - 1 })
      expect(await open(mo)).toEqual([fine, spam])
      expect(await open(mo, { band: 'spam' })).toEqual([spam])
      expect(await open(jo)).toEqual([fine])
      expect(await open(mo, { words: 'number' })).toEqual([spam])
    })

    test('counts are what is there: by band, since a time, and in all', async () => {
      expect(await readQueueState(store.db)).toEqual({ waiting: 0, more: false, oldestAt: null })
      await post({ at: clock - 1000 })
      await post({ band: 'spam' })
      const id = await post({ band: 'spam' })
      expect(await readQueueState(store.db)).toEqual({ waiting: 3, more: false, oldestAt: clock - 1000 })
      expect(await countBands(store.db)).toMatchObject({
        fine: { count: 1 },
        thought: { count: 0 },
        spam: { count: 2 },
      })
      expect(await countSince(store.db, clock - 500)).toEqual({ count: 2, more: false })
      await decide(store, { revisionId: id, action: 'reject', reason: 'spam', by: mo.id }, clock)
      expect(await countBands(store.db)).toMatchObject({ spam: { count: 1, more: false } })
    })

    test('beyond a few thousand the count says that there are more', async () => {
      const one = await post()
      const row = await store.db
        .selectFrom('comment_revisions')
        .selectAll()
        .where('id', '=', one)
        .executeTakeFirstOrThrow()
      const comment = await store.db.selectFrom('comments').selectAll().executeTakeFirstOrThrow()
      await store.transaction(clock, async (tx) => {
        for (let from = 0; from < MOST_COUNTED; from += 500) {
          const numbers = Array.from({ length: 500 }, (_, i) => `copy${from + i}`)
          await tx.rows
            .insertInto('comments')
            .values(numbers.map((id) => ({ ...comment, id, form_nonce: id })))
            .execute()
          const { text_number: _, ...revision } = row as typeof row & { text_number?: unknown }
          await tx.rows
            .insertInto('comment_revisions')
            .values(numbers.map((id) => ({ ...revision, id, comment_id: id })))
            .execute()
        }
      })
      expect(await readQueueState(store.db)).toMatchObject({ waiting: MOST_COUNTED, more: true })
      expect(await countBands(store.db)).toMatchObject({ fine: { more: true } })
    })
  })
}
