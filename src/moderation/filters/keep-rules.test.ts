/** Rules as they are kept, tried, switched on and put to comments, on both databases. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examineAll } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { giveUp } from '../../../test/given-up.ts'
import { freshStore, openSite, publishedStory } from '../../../test/stores.ts'
import { tries } from '../../../test/thorough.ts'
import { type Post, postComment, setStoryMode, signingWith } from '../../discussion/index.ts'
import { addPerson, ROLES } from '../../people/index.ts'
import { banAuthor } from '../../readers/index.ts'
import { doJobs, dropJob, newId, type Store, type Work } from '../../store/index.ts'
import { decide } from '../decisions/index.ts'
import { examineAt } from '../examination/index.ts'
import { readUndoables } from '../undo/index.ts'
import { addRule, changeRule, listRules, readRuleVersions, switchOff, switchOn } from './keep-rules.ts'
import { beginTrial, readTrial, stopTrial, trialFor } from './keep-trials.ts'
import { setKnownReaders } from './known-readers.ts'
import type { RulePattern, RuleWords } from './rule.ts'
import { trialJob, tryRule } from './trials.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000
const fail = (facts: object, sentence: string) => expect.fail(`${sentence}: ${JSON.stringify(facts)}`)
const log = { info: fail, warn: fail, error: fail }
/** Words with nothing in common, so that none is taken for a repetition of another. */
const SAID = [
  'The lamps on the new bridge were lit yesterday evening, all forty of them.',
  'My grandfather rowed people over the river for a penny before there was any crossing.',
  'Has the council said what the winter repairs are going to cost us?',
  'I walked there with the children on Sunday and the railings are lower than I thought.',
  'Buses should stop on both banks, or half of the town has won nothing by it.',
  'Cyclists and prams on one narrow path will not go well for long.',
]
const watches: RuleWords = {
  name: 'Watches',
  pattern: { kind: 'words', words: ['cheap watches'] },
  effect: 'spam',
}

for (const kind of DATABASES) {
  describe(`rules on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let address: Awaited<ReturnType<typeof freshStore>>['address']
    let work: Work
    let ada: string
    let story: { id: string }
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop, address } = await freshStore(kind, () => clock))
      const person = await addPerson(store, { name: 'Ada', mail: null, switches: ROLES.editor }, NOW)
      if ('problem' in person) throw new Error(person.problem)
      ada = person.id
      story = await publishedStory(store, 'A bridge opens', NOW)
      work = working()
    })
    afterEach(async () => {
      await work.stop()
      await drop()
    })
    /** A process that does what has to be done. */
    const working = (on = store) =>
      doJobs(on, [trialJob(on, { now: () => clock, url: () => 'https://paper.example' })], { log, now: () => clock })

    let senders = 0
    const send = async (text: string, more: Partial<Post> & { on?: Store } = {}) => {
      senders++
      const result = await postComment(
        more.on ?? store,
        signing,
        {
          storyId: story.id,
          parentId: null,
          form: { name: `Reader ${senders}`, mail: '', text },
          honeypot: '',
          token: signing.formToken(clock - 120_000),
          address: `10.${senders >> 8}.${senders & 255}.1`,
          ...more,
        },
        clock,
      )
      await examineAll(store, clock, examineAt(more.on ?? store, { url: () => 'https://paper.example' }))
      if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
      return result.commentId
    }
    const revisionOf = async (commentId: string) =>
      store.db.selectFrom('comment_revisions').selectAll().where('comment_id', '=', commentId).executeTakeFirstOrThrow()
    const rulesSaid = async (commentId: string) =>
      (
        await store.db
          .selectFrom('signals as s')
          .innerJoin('comment_revisions as r', 'r.id', 's.revision_id')
          .select(['s.phase', 's.words', 's.state'])
          .where('r.comment_id', '=', commentId)
          .where('s.phase', 'like', 'rule: %')
          .execute()
      ).map(({ phase, words, state }) => `${phase} | ${words} | ${state}`)
    /** Comments that came in long ago, put straight into the archive. */
    const fillArchive = async (texts: readonly string[]) => {
      await store.transaction(clock, async (tx) => {
        const comments = texts.map((text) => {
          clock += 1000
          return { id: newId(clock), text, at: clock }
        })
        await tx.rows
          .insertInto('comments')
          .values(
            comments.map(({ id, at }) => ({
              id,
              story_id: story.id,
              parent_id: null,
              author_name: 'Reader',
              author_mail: null,
              form_nonce: id,
              sender_key: '',
              reader_id: null,
              erased_at: null,
              created_at: at,
            })),
          )
          .execute()
        await tx.rows
          .insertInto('comment_revisions')
          .values(
            comments.map(({ id, text, at }) => ({
              id: newId(at),
              comment_id: id,
              number: 1,
              text,
              state: 'rejected' as const,
              created_at: at,
              state_at: at,
              band: 'thought' as const,
              spam_chance: null,
              rules_chance: null,
              campaign_id: null,
              language: null,
              seconds_to_write: null,
            })),
          )
          .execute()
      })
    }
    const add = async (words: RuleWords) => {
      const added = await addRule(store, words, ada, clock)
      if (!added.saved) throw new Error(added.problem)
      return added.id
    }
    const tryIt = async (ruleId: string) => {
      const begun = await tryRule(store, { ruleId, by: ada, patience: 60_000 }, clock)
      if ('problem' in begun) throw new Error(begun.problem)
      const trial = await readTrial(store.db, begun.trialId)
      if (!trial) throw new Error('no trial')
      return trial
    }
    const atWork = async (words: RuleWords) => {
      const id = await add(words)
      await tryIt(id)
      expect(await switchOn(store, { id, version: 1, partial: false, by: ada }, clock)).toEqual({ switched: true })
      return id
    }
    const approve = async (commentId: string) =>
      expect(
        await decide(
          store,
          { revisionId: (await revisionOf(commentId)).id, action: 'approve', reason: null, by: ada },
          clock,
        ),
      ).toMatchObject({ decided: true })

    test('a rule is drafted, tried, switched on, and from then on says so beside comments and orders them', async () => {
      const fine = await send('Lovely bridge, but cheap watches at its end')
      await approve(fine)
      await send('CHEAP WATCHES here')
      await send('The bridge is late.')
      const id = await add(watches)
      const before = await send('cheap watches before the rule')
      expect(await rulesSaid(before)).toEqual([])

      const trial = await tryIt(id)
      expect(trial).toMatchObject({
        state: 'finished',
        found: { looked: 4, caught: 3, states: { approved: 1, held: 2 }, approved: [fine] },
      })
      expect(trial.found.months).toEqual([{ month: '2026-05', looked: 4, caught: 3 }])

      await switchOn(store, { id, version: 1, partial: false, by: ada }, clock)
      const after = await send('Buy ch3ap w@tches')
      expect(await rulesSaid(after)).toEqual(['rule: Watches | Rule “Watches”: “cheap watches” | raised'])
      expect(await revisionOf(after)).toMatchObject({ state: 'held', band: 'spam' })
      expect(await rulesSaid(await send('Nothing of the kind.'))).toEqual([])

      await switchOff(store, id, ada, clock)
      expect(await rulesSaid(await send('cheap watches again'))).toEqual([])
      expect((await listRules(store.db)).map(({ name, state, switchedBy }) => [name, state, switchedBy])).toEqual([
        ['Watches', 'off', 'Ada'],
      ])
      const acts = await store.db
        .selectFrom('acts')
        .select(['act', 'by'])
        .where('about', '=', id)
        .orderBy('id')
        .execute()
      expect(acts.map(({ act }) => act).sort()).toEqual(['rule.added', 'rule.off', 'rule.on', 'rule.tried'])
      expect(acts.every(({ by }) => by === ada)).toBe(true)
    })

    test('no rule is switched on that was not tried, nor a version whose pattern was not', async () => {
      const id = await add(watches)
      const on = (version: number) => switchOn(store, { id, version, partial: true, by: ada }, clock)
      expect(await on(1)).toMatchObject({ switched: false, problem: expect.stringContaining('Try this version') })
      await tryIt(id)
      const pattern: RulePattern = { kind: 'words', words: ['cheap watches', 'dear watches'] }
      await changeRule(store, { id, base: 1, words: { ...watches, pattern }, by: ada }, clock)
      expect(await on(1)).toMatchObject({
        switched: false,
        problem: expect.stringContaining('changed in the meantime'),
      })
      expect(await on(2)).toMatchObject({ switched: false })
      await tryIt(id)
      expect(await on(2)).toEqual({ switched: true })
      // Another name or effect catches nothing else, so the trial holds; what is at work stays until then.
      await changeRule(store, { id, base: 2, words: { name: 'Sellers', pattern, effect: 'label' }, by: ada }, clock)
      expect(await rulesSaid(await send('dear watches'))).toEqual([
        'rule: Watches | Rule “Watches”: “dear watches” | raised',
      ])
      expect(await on(3)).toEqual({ switched: true })
      const labelled = await send('dear watches')
      expect(await rulesSaid(labelled)).toEqual(['rule: Sellers | Rule “Sellers”: “dear watches” | raised'])
      expect((await readRuleVersions(store.db, id)).map(({ number, name, madeBy }) => [number, name, madeBy])).toEqual([
        [3, 'Sellers', 'Ada'],
        [2, 'Watches', 'Ada'],
        [1, 'Watches', 'Ada'],
      ])
      await expect(store.db.updateTable('rule_versions').set({ name: 'x' }).execute()).rejects.toThrow()
    })

    test('of two who change a rule at once the second is told, and loses nothing', async () => {
      const id = await add(watches)
      await changeRule(store, { id, base: 1, words: { ...watches, effect: 'label' }, by: ada }, clock)
      expect(
        await changeRule(store, { id, base: 1, words: { ...watches, effect: 'thought' }, by: ada }, clock),
      ).toMatchObject({ saved: false, problem: expect.stringContaining('Ada changed this rule') })
      expect(await addRule(store, { ...watches, name: 'WATCHES' }, ada, clock)).toMatchObject({ saved: false })
    })

    test('one trial runs at a time; one that was stopped counts only for who says so', async () => {
      for (let i = 0; i < 3; i++) await send(`cheap watches ${i}`)
      const [one, other] = [await add(watches), await add({ ...watches, name: 'Other' })]
      await work.stop()
      const begun = await beginTrial(store, { ruleId: one, by: ada }, clock)
      if ('problem' in begun) throw new Error(begun.problem)
      expect(await tryRule(store, { ruleId: other, by: ada, patience: 0 }, clock)).toMatchObject({
        problem: 'A trial of “Watches” is running. Wait until it has finished, or stop it.',
      })
      await stopTrial(store, begun.trialId, ada, clock)
      expect((await trialFor(store.db, { id: one, pattern: watches.pattern }))?.state).toBe('stopped')
      expect(await switchOn(store, { id: one, version: 1, partial: false, by: ada }, clock)).toMatchObject({
        switched: false,
      })
      expect(await switchOn(store, { id: one, version: 1, partial: true, by: ada }, clock)).toEqual({ switched: true })
      work = working()
      expect((await tryIt(other)).found.caught).toBe(3)
      expect((await trialFor(store.db, { id: one, pattern: watches.pattern }))?.state).toBe('stopped')
    })

    test('a stop keeps how far it is, and another process goes on from there and finds the same', async () => {
      await fillArchive(
        Array.from({ length: 230 }, (_, i) => (i % 3 === 0 ? `cheap watches ${i}` : `About the bridge, ${i}`)),
      )
      const whole = (await tryIt(await add({ ...watches, name: 'Whole' }))).found
      const begun = await tryRule(store, { ruleId: await add(watches), by: ada, patience: 0 }, clock)
      if ('problem' in begun) throw new Error(begun.problem)
      await work.stop()
      const other = await openSite(address, () => clock)
      const there = working(other)
      await there.idle()
      await there.stop()
      await other.close()
      expect(await readTrial(store.db, begun.trialId)).toMatchObject({ state: 'finished', found: whole })
      expect(whole).toMatchObject({ looked: 230, caught: 77 })
    })

    test('whoever tries a rule hears that it is done also where another process does it', async () => {
      await work.stop()
      const other = await openSite(address, () => clock)
      const there = working(other)
      expect((await tryIt(await add(watches))).state).toBe('finished')
      await there.stop()
      await other.close()
    })

    test('a trial that was given up stands in the way of others until it is let go', async () => {
      await work.stop()
      const [one, next] = [await add(watches), await add({ ...watches, name: 'Next' })]
      const begun = await beginTrial(store, { ruleId: one, by: ada }, clock)
      if ('problem' in begun) throw new Error(begun.problem)
      const { trialId } = begun
      const given = { kind: 'rule.trial', key: trialId, payload: { trial: trialId }, problem: 'no' } as const
      const number = await giveUp(store, given, clock)
      expect(await tryRule(store, { ruleId: next, by: ada, patience: 0 }, clock)).toHaveProperty('problem')
      await store.transaction(clock, (tx) => dropJob(tx, number))
      expect((await readTrial(store.db, trialId))?.state).toBe('stopped')
      work = working()
      expect((await tryIt(next)).state).toBe('finished')
    })

    test('the other process on the same database works by the same rules', async () => {
      const other = await openSite(address, () => clock)
      try {
        const id = await atWork(watches)
        const saidThere = async () => rulesSaid(await send('cheap watches there', { on: other }))
        await expect.poll(saidThere).toHaveLength(1)
        await switchOff(store, id, ada, clock)
        await expect.poll(saidThere).toHaveLength(0)
      } finally {
        await other.close()
      }
    })

    test('a rule of first comments knows verified readers alone', async () => {
      const [known, stranger] = [await reader('Known'), await reader('New')]
      await approve(await send('A first word', { readerId: known }))
      clock += 1000
      await send('A second word', { readerId: known })
      await send('A word by nobody')
      const id = await add({ name: 'First', pattern: { kind: 'first' }, effect: 'thought' })
      expect((await tryIt(id)).found).toMatchObject({ looked: 3, caught: 2 })
      await switchOn(store, { id, version: 1, partial: false, by: ada }, clock)
      expect(await rulesSaid(await send('A third word', { readerId: known }))).toEqual([])
      for (const readerId of [stranger, null]) {
        const comment = await send('A word', { readerId })
        expect(await rulesSaid(comment)).toHaveLength(1)
        expect((await revisionOf(comment)).band).not.toBe('fine')
      }
    })

    test('no rule, whatever it says, changes what becomes of a comment: not as it comes in, not when it is tried', async () => {
      const word = fc.constantFrom('cheap', 'watches', 'bridge', 'casino', 'https://pills.com', 'free')
      const pattern: fc.Arbitrary<RulePattern> = fc.oneof(
        fc
          .uniqueArray(fc.constantFrom('cheap', 'watch*', 'bridge casino', 'free'), { minLength: 1, maxLength: 3 })
          .map((words) => ({ kind: 'words' as const, words })),
        fc.constant({ kind: 'links' as const, domains: ['pills.com'], more: 0 }),
        fc.nat(3).map((more) => ({ kind: 'links' as const, domains: [], more })),
        fc.constant({ kind: 'first' as const }),
      )
      const rule = fc.record({
        pattern,
        effect: fc.constantFrom('label' as const, 'thought' as const, 'spam' as const),
      })
      const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
      const states = async () =>
        new Map(
          (await store.db.selectFrom('comment_revisions').select(['id', 'state', 'state_at']).execute()).map(
            ({ id, ...rest }) => [id, JSON.stringify(rest)],
          ),
        )
      let number = 0
      await fc.assert(
        fc.asyncProperty(rule, fc.array(text, { minLength: 1, maxLength: 4 }), async (drawn, texts) => {
          const [first] = await Promise.all(texts.map((one) => send(one)))
          if (first && number % 2 === 0) await approve(first)
          const before = await states()
          const id = await atWork({ name: `Rule ${++number}`, ...drawn })
          expect(await states()).toEqual(before)
          for (const one of texts) expect((await revisionOf(await send(one))).state).toBe('held')
          for (const [revision, state] of before) expect((await states()).get(revision)).toBe(state)
          await switchOff(store, id, ada, clock)
        }),
        { numRuns: tries(12), endOnFailure: true },
      )
      expect(await store.db.selectFrom('decisions').select('id').where('automated', '=', 1).execute()).toEqual([])
    })

    const reader = async (name: string, verified = true) => {
      const id = newId(clock)
      await store.transaction(clock, (tx) =>
        tx.rows
          .insertInto('readers')
          .values({
            id,
            name,
            mail: null,
            verified_at: verified ? clock : null,
            created_at: clock,
            erased_at: null,
          })
          .execute(),
      )
      return id
    }

    describe('approving without review', () => {
      let known: string
      let said = 0
      beforeEach(async () => {
        said = 0
        known = await reader('Known')
        for (let i = 0; i < 3; i++) {
          clock += 60_000
          await approve(await send(`Word ${i} about the bridge, and about its arches.`, { readerId: known }))
        }
        clock += DAY
      })
      const state = async (more: Partial<Post> = { readerId: known }) =>
        (await revisionOf(await send(SAID[said++ % SAID.length] as string, more))).state
      const allow = () => setKnownReaders(store, { comments: 3, by: ada }, clock)

      test('is off unless an editor allows it; leaves a decision that says nobody looked; and ends when they say so', async () => {
        expect(await state()).toBe('held')
        expect(await allow()).toBeNull()
        expect(await state()).toBe('approved')
        const decided = await store.db.selectFrom('decisions').selectAll().where('automated', '=', 1).execute()
        expect(decided).toMatchObject([
          {
            action: 'approve',
            decided_by: ada,
            note: expect.stringContaining('Nobody read it first'),
            changes_json: JSON.stringify([{ revision: decided[0]?.revision_id, from: 'held', to: 'approved' }]),
          },
        ])
        expect(await readUndoables(store.db, ada, clock), 'no decision of hers of a moment ago').toEqual([])
        await setKnownReaders(store, { comments: null, by: ada }, clock)
        expect(await state()).toBe('held')
        expect(await setKnownReaders(store, { comments: 1, by: ada }, clock)).toMatchObject({
          problem: expect.any(String),
        })
      })

      test('ends at once, also in a process that has not heard of it yet', async () => {
        await allow()
        expect(await state()).toBe('approved')
        const other = await openSite(address, () => clock)
        await setKnownReaders(other, { comments: null, by: ada }, clock)
        expect(await state()).toBe('held')
        await other.close()
      })

      test('is for known readers alone: signed in, verified, with enough approved comments and nothing unusual in the words', async () => {
        await allow()
        expect(await state({ readerId: null })).toBe('held')
        expect(await state({ readerId: await reader('New') })).toBe('held')
        const linked = { name: 'Known', mail: '', text: 'See https://a.example/x and judge.' }
        expect(await state({ readerId: known, form: linked })).toBe('held')
        expect(await state()).toBe('approved')
        expect(await state({ readerId: await unverifiedCopyOf(known) })).toBe('held')
      })

      test('is not for a story on hold, nor after a comment was rejected, nor where a rule says something', async () => {
        await allow()
        await setStoryMode(store, { storyId: story.id, mode: { kind: 'hold' }, by: ada }, clock)
        const onHold = await send('The lamps were lit, and it was a sight to see.', { readerId: known })
        expect((await revisionOf(onHold)).state).toBe('held')
        await setStoryMode(store, { storyId: story.id, mode: { kind: 'open' }, by: ada }, clock)
        const rule = await atWork({ name: 'Lamps', pattern: { kind: 'words', words: ['lamps'] }, effect: 'label' })
        expect(await state()).toBe('held')
        await switchOff(store, rule, ada, clock)
        expect(await state()).toBe('approved')
        const { id } = await revisionOf(onHold)
        await decide(store, { revisionId: id, action: 'reject', reason: 'attack', by: ada }, clock)
        expect(await state()).toBe('held')
        clock += 91 * DAY
        expect(await state()).toBe('approved')
      })

      test('does not feed itself: what nobody read gives no standing', async () => {
        await allow()
        for (let i = 0; i < 3; i++) await state()
        await setKnownReaders(store, { comments: 5, by: ada }, clock)
        expect(await state()).toBe('held')
      })

      test('a banned reader gets in no words at all', async () => {
        await allow()
        const comment = await store.db
          .selectFrom('comments')
          .selectAll()
          .where('reader_id', '=', known)
          .executeTakeFirstOrThrow()
        await banAuthor(
          store,
          {
            author: { commentId: comment.id, readerId: known, senderKey: '', createdAt: comment.created_at },
            reason: 'attack',
            storyId: null,
            term: 'week',
            by: ada,
          },
          clock,
        )
        await expect(state()).rejects.toThrow('banned')
      })

      /** A reader with the same comments, but of whom it is not known who they are. */
      const unverifiedCopyOf = async (readerId: string) => {
        const id = await reader('Copy', false)
        await store.transaction(clock, (tx) =>
          tx.rows.updateTable('comments').set({ reader_id: id }).where('reader_id', '=', readerId).execute(),
        )
        return id
      }
    })
  })
}
