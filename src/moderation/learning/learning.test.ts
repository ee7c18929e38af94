import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshDesk } from '../../../test/desks.ts'
import { countingStatements } from '../../../test/queries.ts'
import { openSite } from '../../../test/stores.ts'
import { tries } from '../../../test/thorough.ts'
import { signingWith } from '../../discussion/index.ts'
import { telling } from '../../letters/index.ts'
import type { Person } from '../../people/index.ts'
import type { SpamLabel, SpamText } from '../../spam/index.ts'
import { anyComment, FINE, learn, modelToBytes, SPAM, score, scorerOf, startModel } from '../../spam/index.ts'
import { countJobs, type DatabaseAddress, doJobs, newId, openStore, type Store } from '../../store/index.ts'
import { noting } from '../../webhooks/index.ts'
import { decide, insertDecision, removeComment } from '../decisions/index.ts'
import { examineAt } from '../examination/index.ts'
import { openHand } from '../queue/index.ts'
import { undo } from '../undo/index.ts'
import { KEEP_AFTER, keepModel } from './keep-model.ts'
import { keepModelReady } from './keep-ready.ts'
import { withModel } from './known-model.ts'
import { learnDecision, learning } from './learn-decision.ts'
import { knowPlace } from './place.ts'
import { LULL, rescoringJob } from './rescoring-job.ts'

const log = { info: expect.fail, warn: expect.fail, error: expect.fail }
const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const place = { url: () => 'https://harbour-post.example' }

/** What each reason teaches, as the desk's list has it. */
const REASON: Record<SpamLabel, string | null> = { fine: null, spam: 'spam', 'broke-rules': 'attack' }

/** An address in a network of its own. */
const network = (number: number) => `100.64.${number % 250}.7`

const bytesOf = (store: Store) => withModel(store, store.db, ({ model }) => Buffer.from(modelToBytes(model)))

for (const kind of DATABASES) {
  describe(`the spam model at the desk on ${kind}`, () => {
    let store: Store
    let address: DatabaseAddress
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let clock = NOW
    let sender = 0
    beforeEach(async () => {
      clock = NOW
      ;({ store, address, drop, storyId, mo } = await freshDesk(kind, () => clock))
    })
    afterEach(() => drop())

    /** Somebody new each time, unless an address is given. */
    const post = async (text: string, from = network(sender++), through = store) => {
      clock += 1000
      const sent = { storyId, text, at: clock, address: from }
      const ids = await sentComment(through, signing, sent, examineAt(through, place))
      const row = await through.db
        .selectFrom('comment_revisions')
        .selectAll()
        .where('id', '=', ids.revisionId)
        .executeTakeFirstOrThrow()
      return { ...ids, row }
    }
    const judge = (revisionId: string, label: SpamLabel, through = store) =>
      decidedOn(through, { revisionId, reason: REASON[label], by: mo.id }, clock)
    const lessons = () => store.db.selectFrom('spam_lessons').selectAll().orderBy('number').execute()
    const spamOf = (said: SpamText) => withModel(store, store.db, ({ model }) => score(scorerOf(model), said).spam)

    test('a comment comes in with its chances, in words, and stands in the queue by them', async () => {
      const fine = await post('The ferry was late again this morning and nobody at the pier knew why.')
      const spam = await post('FREE gift cards here http://gift-cards.example.xyz/claim?id=7')
      expect(fine.row).toMatchObject({ band: 'fine', language: 'en' })
      expect(fine.row.spam_chance).toBeLessThan(0.1)
      expect(spam.row).toMatchObject({ band: 'spam' })
      expect(spam.row.spam_chance).toBeGreaterThan(0.9)
      const [signal] = await store.db
        .selectFrom('signals')
        .selectAll()
        .where('revision_id', '=', spam.revisionId)
        .where('phase', '=', 'spam model')
        .execute()
      expect(signal?.words).toMatch(/^Spam score 9\d%: .*a link/)
    })

    test('of a language that nobody has decided on it can’t tell: no chance is kept, and a person thinks; decisions teach it', async () => {
      const days = ['Montag', 'Dienstag', 'Mittwoch', 'Samstag', 'Sonntag']
      const about = (day: string) => `Am ${day} war die Fähre wieder zu spät, und niemand am Steg wusste warum`
      const first = await post(about('Montag'))
      expect(first.row).toMatchObject({ band: 'thought', spam_chance: null, rules_chance: null })
      for (const day of days) await judge((await post(about(day))).revisionId, 'fine')
      const later = await post(about('Freitag'))
      expect(later.row.spam_chance).toBeLessThan(0.5)
      const [lesson] = await lessons()
      expect(lesson?.spam_before).toBeNull()
    })

    test('an insult or a telephone number needs thought, with no word of spam', async () => {
      const rude = await post('The harbour master is an idiot, and so is the clerk of the board.')
      const told = await post('Ask the pilot yourself, his number is 01632 960145 and he is up until ten.')
      for (const { row } of [rude, told]) {
        expect(row.band).toBe('thought')
        expect(row.spam_chance).toBeLessThan(0.5)
      }
    })

    test('an approval teaches fine, spam teaches spam, an attack teaches a broken rule; off topic teaches nothing', async () => {
      await judge((await post('Well said, the mayor has a point there')).revisionId, 'fine')
      await judge((await post('Buy cheap watches at watches.example.shop')).revisionId, 'spam')
      await judge((await post('The clerk is a liar and a drunk')).revisionId, 'broke-rules')
      const offTopic = await post('What did you all have for lunch today?')
      await decide(store, { revisionId: offTopic.revisionId, action: 'reject', reason: 'off-topic', by: mo.id }, clock)
      const kept = await lessons()
      expect(kept.map(({ label }) => label)).toEqual(['fine', 'spam', 'broke-rules'])
      for (const { spam_before } of kept) expect(spam_before).toEqual(expect.any(Number))
    })

    test('words that are taken down after their approval teach as well', async () => {
      const { commentId, revisionId } = await post('Lovely, see lovely-deals.example.shop')
      await judge(revisionId, 'fine')
      await removeComment(store, { commentId, revisionId, reason: 'spam', by: mo.id }, clock)
      expect((await lessons()).map(({ label }) => label)).toEqual(['fine', 'spam'])
    })

    test('what was decided is known to the next comment, and to one that another process takes', async () => {
      const other = await openSite(address, () => clock)
      const seen: number[] = []
      for (const through of [store, other, store, other, store, other]) {
        const { row, revisionId } = await post(
          `The lantern festival was ${seen.length} times better, fellow lanterners`,
          undefined,
          through,
        )
        seen.push(row.spam_chance as number)
        await judge(revisionId, 'spam', through === store ? other : store)
      }
      await other.close()
      expect(seen[0]).toBeLessThan(0.2)
      expect(seen[5]).toBeGreaterThan(0.5)
      for (let i = 1; i < seen.length; i++) expect(seen[i]).toBeGreaterThan(seen[i - 1] as number)
    })

    test('whatever is decided, taken back, rolled back and kept, by two processes and through restarts: the model is the one that learnt what stands, in order', async () => {
      const texts = [...FINE, ...SPAM]
      const action = fc.oneof(
        {
          weight: 6,
          arbitrary: fc.record({
            what: fc.constant('decide' as const),
            text: fc.nat(texts.length - 1),
            label: fc.constantFrom<SpamLabel>('fine', 'spam', 'broke-rules'),
            by: fc.nat(1),
            from: fc.nat(3),
          }),
        },
        { weight: 3, arbitrary: fc.record({ what: fc.constant('undo' as const), pick: fc.nat(9), by: fc.nat(1) }) },
        {
          weight: 2,
          arbitrary: fc.record({
            what: fc.constant('roll back' as const),
            by: fc.nat(1),
            label: fc.constantFrom<SpamLabel>('fine', 'spam'),
          }),
        },
        { weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const), by: fc.nat(1) }) },
        { weight: 1, arbitrary: fc.record({ what: fc.constant('keep' as const), by: fc.nat(1) }) },
      )
      interface Stands {
        decisionId: string
        at: number
        said: SpamText
        label: SpamLabel
        author: string
        campaign: string | null
      }
      const stands: Stands[] = []
      const stores = [store, await openSite(address, () => clock)]
      const wrong = await post('Words that no decision stands on')
      const play = async (one: typeof action extends fc.Arbitrary<infer One> ? One : never) => {
        const through = stores[one.by] as Store
        if (one.what === 'decide') {
          const { row, revisionId, commentId } = await post(texts[one.text] as string, network(one.from), through)
          const { sender_key } = await store.db
            .selectFrom('comments')
            .selectAll()
            .where('id', '=', commentId)
            .executeTakeFirstOrThrow()
          const said = {
            text: row.text,
            name: 'Ada',
            secondsToWrite: 60,
            hour: new Date(row.created_at).getUTCHours(),
            ownDomains: ['harbour-post.example'],
          }
          const decisionId = await judge(revisionId, one.label, through)
          stands.push({ decisionId, at: clock, said, label: one.label, author: sender_key, campaign: row.campaign_id })
        } else if (one.what === 'undo') {
          const young = stands.filter(({ at }) => clock - at <= 10_000)
          const back = young[one.pick % Math.max(1, young.length)]
          if (!back) return
          expect(await undo(through, back.decisionId, mo.id, clock)).toMatchObject({ undone: true })
          stands.splice(stands.indexOf(back), 1)
        } else if (one.what === 'roll back') {
          const id = newId(clock)
          const decision = {
            id,
            decisionId: id,
            ...wrong,
            action: one.label === 'fine' ? 'approve' : 'reject',
            reason: REASON[one.label],
            by: mo.id,
            changes: [],
          }
          await expect(
            through.transaction(clock, async (tx) => {
              await insertDecision(tx, decision)
              await learnDecision(tx, decision)
              throw new Error('the disk is full')
            }),
          ).rejects.toThrow('the disk is full')
        } else if (one.what === 'restart') {
          if (one.by === 1) {
            await stores[1]?.close()
            stores[1] = await openSite(address, () => clock)
          }
        } else {
          clock += KEEP_AFTER + 1
          await keepModel(through, clock, 1)
        }
      }
      await fc.assert(
        fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (actions) => {
          clock += 11 * 60_000
          for (const one of actions) await play(one)
          const model = startModel()
          for (const { said, label, author, campaign } of stands) learn(model, said, label, { author, campaign })
          const expected = Buffer.from(modelToBytes(model))
          for (const through of stores) expect(Buffer.compare(await bytesOf(through), expected)).toBe(0)
        }),
        { numRuns: tries(kind === 'sqlite' ? 8 : 3), endOnFailure: true },
      )
      await stores[1]?.close()
    })

    test('decisions at the same moment by two processes are learnt one after the other, the same in both', async () => {
      const other = await openSite(address, () => clock)
      const posted = []
      for (const text of FINE) posted.push(await post(text))
      await Promise.all(posted.map(({ revisionId }, i) => judge(revisionId, 'fine', i % 2 ? store : other)))
      expect(await lessons()).toHaveLength(FINE.length)
      expect(Buffer.compare(await bytesOf(store), await bytesOf(other))).toBe(0)
      await other.close()
    })

    test('a kept model and its later lessons make the same model at the next start; kept lessons lose their features and stay for the figures', async () => {
      for (const text of FINE) await judge((await post(text)).revisionId, 'fine')
      clock += KEEP_AFTER + 1
      await judge((await post(SPAM[0] as string)).revisionId, 'spam')
      expect(await keepModel(store, clock, 1)).toBe(FINE.length)
      expect((await lessons()).map(({ features }) => features !== null)).toEqual([...FINE.map(() => false), true])
      const again = await openSite(address, () => clock)
      expect(Buffer.compare(await bytesOf(again), await bytesOf(store))).toBe(0)
      await again.close()
      expect(await keepModel(store, clock, 1)).toBe(0)
    })

    test('what waits is scored anew after the model has learnt, and stands where it then belongs; what somebody has in hand does not move', async () => {
      const work = doJobs(store, [rescoringJob(store, { now: () => clock, pause: 0 })], { log, now: () => clock })
      const about = (number: number) => `Come and see the lanterns, they were better ${number} years ago`
      const waits = await post(about(3))
      const inHand = await post('All of the lanterns were better years ago, come and see for yourselves')
      await work.idle()
      await openHand(store, { by: mo.id, hand: 'a page' }, {}, clock)
      await releaseOnly(waits.revisionId)
      for (let i = 0; i < 8; i++)
        await judge((await post(`${anyComment(i).text}: the lanterns were better years ago`)).revisionId, 'spam')
      clock += LULL
      await work.idle()
      const now = async (id: string) =>
        store.db.selectFrom('comment_revisions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const after = await now(waits.revisionId)
      expect(after.spam_chance).toBeGreaterThan((waits.row.spam_chance as number) + 0.2)
      expect(after.band).not.toBe('fine')
      const signals = await store.db
        .selectFrom('signals')
        .selectAll()
        .where('revision_id', '=', waits.revisionId)
        .where('phase', '=', 'spam model')
        .execute()
      expect(signals).toHaveLength(1)
      expect(signals[0]?.weight).toBeCloseTo(after.spam_chance as number, 2)
      expect(await now(inHand.revisionId)).toMatchObject({ band: inHand.row.band, spam_chance: inHand.row.spam_chance })
      await work.stop()
    })

    test('a burst of decisions is followed by one pass over what waits, and each costs one statement more for it', async () => {
      const waits: Awaited<ReturnType<typeof post>>[] = []
      for (const text of [...FINE, ...SPAM]) waits.push(await post(text))
      const deciding = async (label: SpamLabel, on: Store) => {
        const counted = countingStatements(on)
        await judge(waits.shift()?.revisionId ?? '', label, counted.store)
        return counted.statements()
      }
      // The first decision of each brings the model into memory, or up to date with the other's.
      const costOn = async (on: Store) => {
        await deciding('fine', on)
        return { fine: await deciding('fine', on), spam: await deciding('spam', on) }
      }
      const without = await openStore(address, () => clock, [learning, telling, ...noting])
      knowPlace(without, place.url)
      const alone = await costOn(without)
      const rescorings = async () => (await countJobs(store.db)).filter(({ kind }) => kind === 'spam.rescore')
      expect(await rescorings()).toEqual([])
      expect(await costOn(store)).toEqual({ fine: alone.fine + 1, spam: alone.spam + 1 })
      await without.close()
      await Promise.all(waits.map(({ revisionId }) => judge(revisionId, 'fine')))
      expect(await rescorings()).toEqual([
        { kind: 'spam.rescore', waiting: 1, failing: 0, running: 0, dead: 0, nextAt: clock + LULL },
      ])
    })

    test('each process has the model ready once another has learnt, before the next comment asks for it', async () => {
      const other = await openSite(address, () => clock)
      const isReady = () => withModel(other, other.db, ({ scorer }) => scorer !== null)
      const keeper = keepModelReady(other, { log, every: 20 })
      await expect.poll(isReady).toBe(true)
      await judge((await post(SPAM[0] as string)).revisionId, 'spam')
      await expect.poll(isReady).toBe(true)
      await keeper.stop()
      await other.close()
    })

    /** Gives one item back to the queue. */
    const releaseOnly = (revisionId: string) =>
      store.transaction(clock, (tx) => tx.rows.deleteFrom('claims').where('revision_id', '=', revisionId).execute())

    /** What all decisions made so far could pull together, in decisions. */
    const weight = () =>
      withModel(store, store.db, ({ model }) => model.remembered.reduce((sum, { most }) => sum + most, 0) / 16384)

    test('twenty decisions about one author never weigh more than ten, as docs/spam.md says; about twenty authors they weigh twenty', async () => {
      for (let i = 0; i < 20; i++) {
        // Within one day, and slowly enough for the intake's own limit.
        clock += 15 * 60_000
        await judge((await post(anyComment(i).text, '203.0.113.7')).revisionId, 'spam')
      }
      expect(await weight()).toBeLessThanOrEqual(10)
      const ofOne = await spamOf(anyComment(40))
      for (let i = 0; i < 20; i++) await judge((await post(anyComment(50 + i).text, network(i))).revisionId, 'spam')
      expect(await weight()).toBeGreaterThan(25)
      expect(await spamOf(anyComment(40))).toBeGreaterThan(ofOne)
    })

    test('twenty near-identical comments from twenty hands never weigh more than four: two before they are known for a campaign, two as one', async () => {
      for (let i = 0; i < 20; i++) {
        const text = `Visitors ${i * 7} walked from pier ${i} to the lighthouse museum for tea number ${i * 3}`
        await judge((await post(text, network(i))).revisionId, 'spam')
      }
      expect(await weight()).toBeLessThanOrEqual(4)
    })
  })
}
