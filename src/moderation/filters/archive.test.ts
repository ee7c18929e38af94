/** What a trial looks at, and who is known well enough: the words that count of each comment, and a record without a stain. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, examineAll, sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshDesk } from '../../../test/desks.ts'
import { editComment, signingWith } from '../../discussion/index.ts'
import { type Person, ROLES } from '../../people/index.ts'
import { verifyReader } from '../../readers/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { readRecords, searchComments } from '../comments/index.ts'
import { addRule, changeRule, listRules, switchOff, switchOn } from './keep-rules.ts'
import { beginTrial, saveProgress, stopTrial, trialFor } from './keep-trials.ts'
import { isKnownEnough, readKnownReaders, setKnownReaders } from './known-readers.ts'
import { archiveSpan, firstApprovals, readArchiveSlice, readCaught } from './read-archive.ts'
import type { RuleWords } from './rule.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000
const watches: RuleWords = { name: 'Watches', pattern: { kind: 'words', words: ['watch'] }, effect: 'spam' }

for (const kind of DATABASES) {
  describe(`the archive as rules and moderators see it on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let ada: string
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock, { role: ROLES.editor }))
      const verified = { address: 'ada@reader.example', name: 'Ada' }
      ada = (await store.transaction(NOW, (tx) => verifyReader(tx, verified))).id
    })
    afterEach(() => drop())

    let sent = 0
    const post = (text: string, readerId: string | null = null) => {
      clock += 1000
      sent += 1
      return sentComment(store, signing, { storyId, text, at: clock, readerId, address: `10.1.${sent % 250}.1` })
    }
    const judged = async (text: string, reason: string | null = null, readerId: string | null = null) => {
      const ids = await post(text, readerId)
      await decidedOn(store, { revisionId: ids.revisionId, reason, by: mo.id }, clock)
      return ids
    }

    test('of an edited comment the words that readers see count, else the newest; the newest comment comes first', async () => {
      const shown = await judged('Shown')
      clock += 1
      await editComment(store, shown.commentId, 'Waits', clock)
      await examineAll(store, clock)
      const waits = await post('First words')
      clock += 1
      await editComment(store, waits.commentId, 'Newer words', clock)
      await examineAll(store, clock)
      const slice = await readArchiveSlice(store.db, null, 9)
      expect(slice.map(({ text, state }) => [text, state])).toEqual([
        ['Newer words', 'held'],
        ['Shown', 'approved'],
      ])
      expect((await readArchiveSlice(store.db, null, 1)).map(({ text }) => text)).toEqual(['Newer words'])
      expect((await readArchiveSlice(store.db, waits.commentId, 9)).map(({ text }) => text)).toEqual(['Shown'])
      expect(await readArchiveSlice(store.db, shown.commentId, 9)).toEqual([])
      const ids = [shown.commentId, newId(clock), waits.commentId]
      expect((await readCaught(store.db, ids)).map(({ text }) => text)).toEqual(['Shown', 'Newer words'])
      expect(await readCaught(store.db, [])).toEqual([])
      expect(await archiveSpan(store.db)).toEqual({ newest: slice[0]?.createdAt, oldest: slice[1]?.createdAt })
      // Found by staff in every state, the last words marked as such.
      const { comments } = await searchComments(store, { author: 'Ada' })
      expect(comments.map(({ text, last, number }) => [text, last, number])).toEqual([
        ['Newer words', true, 2],
        ['First words', false, 1],
        ['Waits', true, 2],
        ['Shown', false, 1],
      ])
      expect((await searchComments(store, {})).comments).toHaveLength(4)
      expect((await searchComments(store, { words: ' ' })).comments).toHaveLength(4)
      expect((await searchComments(store, { since: clock })).comments.map(({ text }) => text)).toEqual(['Newer words'])
    })

    test('a reader is known from their first approved comment on, and well known with enough of them and none that was not', async () => {
      const known = async (comments: number, now = clock) =>
        store.transaction(now, (tx) => isKnownEnough(tx, ada, comments))
      expect(await firstApprovals(store.db, [])).toEqual(new Map())
      await judged('One', null, ada)
      const at = clock
      await judged('Two', null, ada)
      await judged('Somebody’s')
      expect(await firstApprovals(store.db, [ada, newId(NOW)])).toEqual(new Map([[ada, at]]))
      expect([await known(2), await known(3)]).toEqual([true, false])
      const { commentId } = await judged('Three', 'off-topic', ada)
      const stained = clock
      expect(await known(2)).toBe(false)
      expect(await known(2, stained + 90 * DAY - 1)).toBe(false)
      expect(await known(2, stained + 90 * DAY)).toBe(true)
      const [record] = (await readRecords(store.db, [{ id: commentId, reader_id: ada, sender_key: '' }])).values()
      expect(record).toEqual({
        verified: true,
        readerId: ada,
        approved: 2,
        rejected: 0,
        spam: 0,
        waiting: 0,
        since: at,
      })
      await store.db.updateTable('readers').set({ verified_at: null }).where('id', '=', ada).execute()
      expect(await known(2, stained + 90 * DAY)).toBe(false)
    })

    test('approving without review takes three to a thousand comments, and ends with nothing', async () => {
      const set = (comments: number | null) => setKnownReaders(store, { comments, by: mo.id }, clock)
      for (const wrong of [2, 1001, 3.5])
        expect(await set(wrong)).toEqual({ problem: 'Give a whole number of approved comments from 3 to 1,000.' })
      expect(await readKnownReaders(store.db)).toBe(null)
      for (const right of [3, 1000]) {
        expect(await set(right)).toBe(null)
        expect(await readKnownReaders(store.db)).toEqual({ comments: right, by: mo.id, at: clock })
      }
      await set(null)
      expect(await readKnownReaders(store.db)).toBe(null)
    })

    const add = async (words: RuleWords) => {
      const added = await addRule(store, words, mo.id, clock)
      if (!added.saved) throw new Error(added.problem)
      return added.id
    }
    const begun = async (ruleId: string) => {
      const trial = await beginTrial(store, { ruleId, by: mo.id }, clock)
      if ('problem' in trial) throw new Error(trial.problem)
      return trial.trialId
    }
    const found = { looked: 1, caught: 0, states: {}, months: [], approved: [], others: [] }

    test('of a trial that has ended nothing changes any more, whoever is still at it', async () => {
      const trialId = await begun(await add(watches))
      const began = clock
      const save = (as: 'unfinished' | 'finished', looked: number) =>
        saveProgress(store, { trialId, beforeId: null, backTo: null, found: { ...found, looked } }, as, clock)
      expect(await save('unfinished', 1)).toBe(true)
      expect(await save('finished', 2)).toBe(true)
      clock += 1000
      expect(await save('unfinished', 1)).toBe(false)
      expect(await save('finished', 1)).toBe(false)
      await stopTrial(store, trialId, mo.id, clock)
      const [rule] = await listRules(store.db)
      expect(await trialFor(store.db, { id: rule?.id ?? '', pattern: watches.pattern })).toMatchObject({
        state: 'finished',
        endedAt: began,
        found: { looked: 2 },
      })
    })

    test('rules at work are listed first, then drafts, then those that are off, each by name', async () => {
      const ids: Record<string, string> = {}
      for (const name of ['B', 'D', 'A', 'C']) ids[name] = await add({ ...watches, name })
      for (const name of ['B', 'D']) {
        await stopTrial(store, await begun(ids[name] as string), mo.id, clock)
        const on = { id: ids[name] as string, version: 1, by: mo.id }
        expect(await switchOn(store, { ...on, partial: false }, clock)).toMatchObject({ switched: false })
        expect(await switchOn(store, { ...on, partial: true }, clock)).toEqual({ switched: true })
      }
      await switchOff(store, ids.B as string, mo.id, clock)
      await switchOff(store, ids.A as string, mo.id, clock)
      expect((await listRules(store.db)).map(({ name, state, onVersion }) => [name, state, onVersion])).toEqual([
        ['D', 'on', 1],
        ['A', 'draft', null],
        ['C', 'draft', null],
        ['B', 'off', null],
      ])
      expect(await switchOn(store, { id: newId(clock), version: 1, partial: true, by: mo.id }, clock)).toEqual({
        switched: false,
        problem: 'There is no such rule.',
      })
      const change = { id: ids.A as string, base: 1, by: mo.id }
      expect(await changeRule(store, { ...change, words: { ...watches, name: 'b' } }, clock)).toEqual({
        saved: false,
        problem: 'There is already a rule called “b”. Choose another name.',
      })
      expect(await changeRule(store, { ...change, words: { ...watches, name: 'A' } }, clock)).toMatchObject({
        version: 1,
      })
      expect(
        await changeRule(store, { ...change, words: { ...watches, name: 'A', effect: 'label' } }, clock),
      ).toMatchObject({ version: 2 })
    })
  })
}
