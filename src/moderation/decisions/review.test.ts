import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { colleague, freshDesk } from '../../../test/desks.ts'
import { publishedStory } from '../../../test/stores.ts'
import { editComment, readDiscussion, readReceipt, signingWith, withdrawComment } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import type { Store } from '../../store/index.ts'
import { countHeld, readCommentHistory } from '../comments/index.ts'
import { readQueue, readQueueState } from '../queue/index.ts'
import { readUndoables, undo } from '../undo/index.ts'
import { decide, removeComment } from './decide.ts'
import { reopen } from './reopen.ts'
import { readDecisions } from './told.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`review on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let jo: Person
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock))
      jo = await colleague(store, 'Jo', NOW)
    })
    afterEach(() => drop())

    const post = async (text: string, parentId: string | null = null) => {
      clock += 1000
      return (await sentComment(store, signing, { storyId, parentId, text, at: clock })).commentId
    }
    const waiting = async () => (await readQueue(store.db, { limit: 100 })).map(({ text }) => text)
    const heldOf = async (commentId: string) => {
      const item = (await readQueue(store.db, { limit: 100 })).find((one) => one.commentId === commentId)
      if (!item) throw new Error('not in the queue')
      return item.revisionId
    }
    const approve = async (commentId: string, by = mo) =>
      decidedOn(store, { revisionId: await heldOf(commentId), reason: null, by: by.id }, clock)
    const shown = async () =>
      (await readDiscussion(store.db, storyId)).threads.map(({ comment }) => comment?.revision.text)

    test('the queue is oldest first, with story, parent and signals in sight', async () => {
      const first = await post('First')
      await approve(first)
      await post('Second')
      await post('An answer, see https://a.example', first)
      expect(await waiting()).toEqual(['Second', 'An answer, see https://a.example'])
      const [, answer] = await readQueue(store.db, { limit: 10 })
      expect(answer).toMatchObject({ parent: { revision: { text: 'First' } }, story: { headline: 'A bridge opens' } })
      expect(answer?.signals[0]).toMatchObject({ phase: 'links', state: 'raised', words: '1 link' })
      expect(await readQueueState(store.db)).toEqual({ waiting: 2, more: false, oldestAt: NOW + 2000 })
    })

    const lastReason = async (commentId: string) =>
      (await readDecisions(store.db, commentId)).at(-1)?.reason?.code ?? null

    test('the next page of the queue begins after the last item, also when that has been decided meanwhile', async () => {
      const ids = [await post('1'), await post('2'), await post('3')]
      const after = await heldOf(ids[1] as string)
      await approve(ids[1] as string)
      expect((await readQueue(store.db, { limit: 10, after })).map(({ text }) => text)).toEqual(['3'])
    })

    test('how many wait is told for each story, up to a bound on what is counted', async () => {
      const other = (await publishedStory(store, 'A ferry leaves', NOW)).id
      const first = storyId
      for (let number = 0; number < 5; number++) {
        storyId = number === 2 ? other : first
        await post(`Words ${number}`)
      }
      storyId = first
      await approve(await post('Not waiting'))
      const counted = async (most?: number) => Object.fromEntries(await countHeld(store.db, most))
      expect(await counted()).toEqual({ [first]: 4, [other]: 1 })
      expect(await counted(5)).toEqual({ [first]: 4, [other]: 1 })
      expect(await counted(4)).toEqual({ [first]: 3, [other]: 1 })
      expect(await counted(2)).toEqual({ [first]: 2 })
    })

    test('an approved comment is shown, a rejected one is not, and its author is told why', async () => {
      const good = await post('Good')
      const bad = await post('Bad')
      await approve(good)
      await decide(store, { revisionId: await heldOf(bad), action: 'reject', reason: 'attack', by: mo.id }, clock)
      expect(await shown()).toEqual(['Good'])
      expect(await waiting()).toEqual([])
      expect((await readReceipt(store.db, bad))?.revisions[0]).toMatchObject({ state: 'rejected' })
      expect(await lastReason(bad)).toBe('attack')
    })

    test('spam is a reason with a state of its own; no reason, no rejection', async () => {
      const bad = await post('Buy now')
      const revisionId = await heldOf(bad)
      expect(await decide(store, { revisionId, action: 'reject', reason: null, by: mo.id }, clock)).toMatchObject({
        decided: false,
      })
      expect(await decide(store, { revisionId, action: 'reject', reason: 'made-up', by: mo.id }, clock)).toMatchObject({
        decided: false,
      })
      await decide(store, { revisionId, action: 'reject', reason: 'spam', by: mo.id }, clock)
      expect((await readReceipt(store.db, bad))?.revisions[0]).toMatchObject({ state: 'spam' })
    })

    test('an approval taken back after a colleague’s removal comes to the page by no way back', async () => {
      const id = await post('Regretted twice')
      const approval = await approve(id)
      const removal = await removeComment(
        store,
        { commentId: id, revisionId: await shownRevision(store, id), reason: 'attack', by: jo.id },
        clock + 1000,
      )
      if (!removal.decided) throw new Error(removal.sentence)
      const back = await undo(store, approval, mo.id, clock + 2000)
      await undo(store, removal.decisionId, jo.id, clock + 3000)
      expect(back).toEqual({ undone: false, sentence: 'A colleague has removed this comment since.' })
      // It stands as it did before the removal, and Mo can still take back what put it there.
      expect(await shown()).toEqual(['Regretted twice'])
      expect(await undo(store, approval, mo.id, clock + 4000)).toMatchObject({ undone: true })
      expect(await shown()).toEqual([])
    })

    test('of two moderators on one comment one decides, and the other is told who did what', async () => {
      const id = await post('Contested')
      const revisionId = await heldOf(id)
      const results = await Promise.all([
        decide(store, { revisionId, action: 'approve', reason: null, by: mo.id }, clock),
        decide(store, { revisionId, action: 'approve', reason: null, by: jo.id }, clock),
      ])
      expect(results.filter(({ decided }) => decided)).toHaveLength(1)
      expect(results.find(({ decided }) => !decided)).toMatchObject({
        sentence: expect.stringMatching(/^(Mo|Jo) approved it just now\.$/),
      })
    })

    test('every decision leaves a record, and undo takes it back within ten seconds with a record of its own', async () => {
      const id = await post('Hasty')
      const decisionId = await approve(id)
      expect(await readUndoables(store.db, mo.id, clock)).toMatchObject([{ action: 'approve', authorName: 'Ada' }])
      expect(await readUndoables(store.db, jo.id, clock)).toEqual([])
      clock += 10_000
      expect(await undo(store, decisionId, mo.id, clock)).toMatchObject({ undone: true })
      expect(await shown()).toEqual([])
      expect(await waiting()).toEqual(['Hasty'])
      expect((await readCommentHistory(store.db, id))?.decisions.map(({ action, by }) => [action, by])).toEqual([
        ['approve', 'Mo'],
        ['undo', 'Mo'],
      ])
      expect(await undo(store, decisionId, mo.id, clock)).toMatchObject({
        undone: false,
        sentence: expect.stringContaining('already'),
      })
      expect(await readUndoables(store.db, mo.id, clock)).toEqual([])
    })

    test('after ten seconds, or by someone else, a decision stands', async () => {
      const decisionId = await approve(await post('Considered'))
      expect(await undo(store, decisionId, jo.id, clock)).toMatchObject({ undone: false })
      expect(await undo(store, decisionId, mo.id, clock + 10_001)).toMatchObject({
        undone: false,
        sentence: expect.stringContaining('ten seconds'),
      })
      expect(await shown()).toEqual(['Considered'])
    })

    test('undoing the approval of an edit shows the earlier approved words again', async () => {
      const id = await post('Old words')
      await approve(id)
      await editComment(store, id, 'New words', clock + 1)
      const decisionId = await approve(id)
      expect(await shown()).toEqual(['New words'])
      await undo(store, decisionId, mo.id, clock)
      expect(await shown()).toEqual(['Old words'])
      expect(await waiting()).toEqual(['New words'])
    })

    test('what the author did meanwhile stands: an undo brings back neither withdrawn nor replaced words', async () => {
      const withdrawn = await post('Withdrawn')
      const one = await approve(withdrawn)
      await withdrawComment(store, withdrawn, clock)
      await undo(store, one, mo.id, clock)
      const replaced = await post('Replaced')
      const two = await approve(replaced)
      await editComment(store, replaced, 'Replacement', clock)
      await undo(store, two, mo.id, clock)
      expect(await waiting()).toEqual(['Replacement'])
      expect(await shown()).toEqual([])
    })

    test('a comment taken down is gone with all its approved words; undo brings back what was shown', async () => {
      const id = await post('First words')
      await approve(id)
      await editComment(store, id, 'Second words', clock + 1)
      await approve(id)
      const removal = await removeComment(
        store,
        { commentId: id, revisionId: await shownRevision(store, id), reason: 'private', by: mo.id },
        clock,
      )
      expect(await shown()).toEqual([])
      expect((await readReceipt(store.db, id))?.revisions[0]).toMatchObject({ state: 'removed' })
      expect(await lastReason(id)).toBe('private')
      if (!removal.decided) throw new Error(removal.sentence)
      await undo(store, removal.decisionId, mo.id, clock)
      expect(await shown()).toEqual(['Second words'])
      expect(
        await removeComment(
          store,
          { commentId: id, revisionId: await shownRevision(store, id), reason: '', by: mo.id },
          clock,
        ),
      ).toMatchObject({
        decided: false,
      })
    })

    test('several decisions can be taken back, the last one first, each as long as its ten seconds last', async () => {
      const ids = [await post('One'), await post('Two'), await post('Three')]
      const one = await approve(ids[0] as string)
      clock += 6000
      const two = await approve(ids[1] as string)
      clock += 1
      const three = await approve(ids[2] as string)
      const open = async () => (await readUndoables(store.db, mo.id, clock)).map(({ decisionId }) => decisionId)
      expect(await open()).toEqual([three, two, one])
      await undo(store, two, mo.id, clock)
      expect(await open()).toEqual([three, one])
      clock += 5000
      expect(await open()).toEqual([three])
      expect(await shown()).toEqual(['One', 'Three'])
    })

    test('what the machine had said stands with the decision', async () => {
      await approve(await post('See https://a.example and https://b.example'))
      const { seen_json } = await store.db.selectFrom('decisions').select('seen_json').executeTakeFirstOrThrow()
      expect(JSON.parse(seen_json ?? '')).toMatchObject({
        band: expect.any(String),
        signals: expect.arrayContaining([{ phase: 'links', words: '2 links', weight: 0.3 }]),
      })
    })

    test('a decided comment is reopened by any moderator at any time, and decided anew', async () => {
      const id = await post('Unjustly judged')
      await decide(store, { revisionId: await heldOf(id), action: 'reject', reason: 'attack', by: mo.id }, clock)
      clock += 86_400_000
      expect(await reopen(store, { commentId: id, by: jo.id }, clock)).toMatchObject({ reopened: true })
      expect(await waiting()).toEqual(['Unjustly judged'])
      expect((await readReceipt(store.db, id))?.revisions[0]).toMatchObject({ state: 'held' })
      expect(await lastReason(id)).toBe(null)
      expect(await reopen(store, { commentId: id, by: jo.id }, clock)).toMatchObject({
        reopened: false,
        sentence: expect.stringContaining('already'),
      })
      clock += 1000
      await approve(id, jo)
      expect(await shown()).toEqual(['Unjustly judged'])
      expect((await readCommentHistory(store.db, id))?.decisions.map(({ action, by }) => [action, by])).toEqual([
        ['reject', 'Mo'],
        ['reopen', 'Jo'],
        ['approve', 'Jo'],
      ])
    })

    test('reopened words are seen by no reader until they are approved again; earlier approved words are', async () => {
      const id = await post('Old words')
      await approve(id)
      await editComment(store, id, 'New words', clock + 1)
      await approve(id)
      await reopen(store, { commentId: id, by: jo.id }, clock)
      expect(await shown()).toEqual(['Old words'])
      expect(await waiting()).toEqual(['New words'])
    })

    test('an undo takes nothing back from a comment that was reopened since', async () => {
      const id = await post('Contested')
      const first = await approve(id)
      await reopen(store, { commentId: id, by: jo.id }, clock)
      await approve(id, jo)
      expect(await undo(store, first, mo.id, clock)).toMatchObject({
        undone: false,
        sentence: expect.stringContaining('reopened'),
      })
      expect(await shown()).toEqual(['Contested'])
    })

    test('words that their author took back are not reopened', async () => {
      const id = await post('Never mind')
      await withdrawComment(store, id, clock)
      expect(await reopen(store, { commentId: id, by: mo.id }, clock)).toMatchObject({ reopened: false })
    })

    test('words that their author took back cannot be approved any more', async () => {
      const id = await post('Never mind')
      const revisionId = await heldOf(id)
      await withdrawComment(store, id, clock)
      expect(await decide(store, { revisionId, action: 'approve', reason: null, by: mo.id }, clock)).toEqual({
        decided: false,
        sentence: 'Its author has edited or withdrawn this comment in the meantime.',
      })
    })
  })
}
