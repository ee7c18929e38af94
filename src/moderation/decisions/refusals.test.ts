/** Where a decision can't be made or taken back, the sentence says why and what to do, and nothing has changed. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { colleague, freshDesk } from '../../../test/desks.ts'
import { hearOn } from '../../../test/heard.ts'
import { editComment, readDiscussion, signingWith, withdrawComment } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { readCommentHistory } from '../comments/index.ts'
import { readUndoables, undo } from '../undo/index.ts'
import { decide, removeComment } from './decide.ts'
import { insertDecision } from './record-decision.ts'
import { reopen } from './reopen.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`what can’t be done at the desk on ${kind}`, () => {
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

    const post = (text: string) => {
      clock += 1000
      return sentComment(store, signing, { storyId, text, at: clock })
    }
    const heldOf = async (commentId: string) =>
      (
        await store.db
          .selectFrom('comment_revisions')
          .select('id')
          .where('comment_id', '=', commentId)
          .where('state', '=', 'held')
          .executeTakeFirstOrThrow()
      ).id
    const judged = (revisionId: string, reason: string | null = null, by = mo) =>
      decidedOn(store, { revisionId, reason, by: by.id }, clock)
    const removed = async (commentId: string, by = mo) => {
      const revisionId = await shownRevision(store, commentId)
      const result = await removeComment(store, { commentId, revisionId, reason: 'private', by: by.id }, clock)
      if (!result.decided) throw new Error(result.sentence)
      return result.decisionId
    }
    const shown = async () =>
      (await readDiscussion(store.db, storyId)).threads.map(({ comment }) => comment?.revision.text)
    const states = async (commentId: string) =>
      (await readCommentHistory(store.db, commentId))?.revisions.map(({ state }) => state)
    /** A decision of a kind that is made elsewhere, on record as that part leaves it. */
    const recorded = async (ids: { commentId: string; revisionId: string }, action: string, at = clock) => {
      const id = newId(at)
      await store.transaction(at, (tx) =>
        insertDecision(tx, { ...ids, id, action, reason: null, by: mo.id, changes: [] }),
      )
      return id
    }

    test('a note is kept with a rejection or a removal, cleaned; none with an approval, and one too long is refused', async () => {
      const noteOf = async (id: string) =>
        (await store.db.selectFrom('decisions').select('note').where('id', '=', id).executeTakeFirstOrThrow()).note
      const [turned, kept] = [await post('Turned away'), await post('Kept')]
      const reject = { revisionId: turned.revisionId, action: 'reject', reason: 'attack', by: mo.id } as const
      const long = await decide(store, { ...reject, note: 'é'.repeat(1001) }, clock)
      expect(long).toEqual({ decided: false, sentence: 'Keep it to 1,000 characters; it has 1,001.' })
      expect(await states(turned.commentId)).toEqual(['held'])
      const rejected = await decide(store, { ...reject, note: ' Too\r\nharsh.\u0007 ' }, clock)
      expect(rejected.decided && (await noteOf(rejected.decisionId))).toBe('Too\nharsh.')
      const approve = { revisionId: kept.revisionId, action: 'approve', reason: null, by: mo.id } as const
      const approved = await decide(store, { ...approve, note: 'Thank you' }, clock)
      expect(approved.decided && (await noteOf(approved.decisionId))).toBe('')
      const removal = { ...kept, reason: 'private', by: mo.id }
      expect(await removeComment(store, { ...removal, note: 'x'.repeat(1001) }, clock)).toMatchObject({
        decided: false,
      })
      expect(await states(kept.commentId)).toEqual(['approved'])
    })

    test('of two on one comment the slower one reads who did what, and how long ago', async () => {
      const { commentId, revisionId } = await post('Contested')
      const late = async (by: Person) =>
        decide(store, { revisionId, action: 'reject', reason: 'attack', by: by.id }, clock + 120_000)
      await judged(revisionId)
      expect(await late(jo)).toEqual({ decided: false, sentence: 'Mo approved it 2 minutes ago.' })
      expect(await late(mo)).toEqual({ decided: false, sentence: 'You approved it 2 minutes ago.' })
      for (const [action, sentence] of [
        ['keep', 'Mo kept it after a report 2 minutes ago.'],
        ['uphold', 'Mo upheld the decision on appeal 2 minutes ago.'],
        ['overturn', 'Mo overturned the decision on appeal 2 minutes ago.'],
        ['something else', 'This comment has already been decided.'],
      ]) {
        await recorded({ commentId, revisionId }, action as string)
        expect(await late(jo)).toMatchObject({ sentence })
      }
      await removed(commentId)
      expect(await late(jo)).toMatchObject({ sentence: 'Mo removed it 2 minutes ago.' })
      expect(await states(commentId)).toEqual(['removed'])
    })

    test('what was decided on one edit of a comment is not told of another', async () => {
      const { commentId, revisionId } = await post('First words')
      await judged(revisionId)
      await editComment(store, commentId, 'Second words', clock)
      const second = await heldOf(commentId)
      await judged(second, 'attack', jo)
      expect(await decide(store, { revisionId, action: 'approve', reason: null, by: jo.id }, clock)).toMatchObject({
        sentence: 'Mo approved it just now.',
      })
      expect(
        await decide(store, { revisionId: second, action: 'approve', reason: null, by: mo.id }, clock),
      ).toMatchObject({ sentence: 'Jo rejected it just now.' })
    })

    test('a reason that is none of the list decides nothing; an approval has none, whatever came with it', async () => {
      const { commentId, revisionId } = await post('Words')
      const decision = { revisionId, by: mo.id }
      expect(await decide(store, { ...decision, action: 'reject', reason: 'made-up' }, clock)).toEqual({
        decided: false,
        sentence: 'Choose a reason from the list to reject the comment.',
      })
      expect(
        await decide(store, { ...decision, revisionId: newId(clock), action: 'approve', reason: null }, clock),
      ).toEqual({ decided: false, sentence: 'There is no such comment.' })
      const removal = { commentId, revisionId, reason: 'private', by: mo.id }
      expect(await removeComment(store, removal, clock)).toEqual({
        decided: false,
        sentence: 'Readers don’t see this comment, so there is nothing to remove.',
      })
      expect(await decide(store, { ...decision, action: 'approve', reason: 'attack' }, clock)).toMatchObject({
        decided: true,
        action: 'approve',
        undoUntil: clock + 10_000,
      })
      expect((await readCommentHistory(store.db, commentId))?.decisions).toMatchObject([
        { action: 'approve', reason: null },
      ])
      expect(await removeComment(store, { ...removal, reason: 'made-up' }, clock)).toEqual({
        decided: false,
        sentence: 'Choose a reason from the list to remove the comment.',
      })
      expect(await removeComment(store, { ...removal, revisionId: newId(clock) }, clock)).toMatchObject({
        decided: false,
        sentence: expect.stringContaining('changed since you opened the page'),
      })
      expect(await shown()).toEqual(['Words'])
    })

    test('an undo names what it can’t take back: what is unknown, an undo, a reopening, an answer', async () => {
      const ids = await post('Words')
      const approval = await judged(ids.revisionId)
      expect(await undo(store, newId(clock), mo.id, clock)).toEqual({
        undone: false,
        sentence: 'There is no such decision.',
      })
      for (const action of ['overturn', 'uphold', 'keep'])
        expect(await undo(store, await recorded(ids, action), mo.id, clock)).toEqual({
          undone: false,
          sentence: 'An answer to an appeal or a report can’t be undone. Open the comment to decide again.',
        })
      expect(await undo(store, approval, mo.id, clock)).toEqual({ undone: true, ...ids })
      const { id } = await store.db
        .selectFrom('decisions')
        .select('id')
        .where('action', '=', 'undo')
        .executeTakeFirstOrThrow()
      expect(await undo(store, id, mo.id, clock)).toMatchObject({ sentence: 'There is no such decision.' })
      await judged(ids.revisionId)
      await reopen(store, { commentId: ids.commentId, by: mo.id }, clock)
      const { id: reopening } = await store.db
        .selectFrom('decisions')
        .select('id')
        .where('action', '=', 'reopen')
        .executeTakeFirstOrThrow()
      expect(await undo(store, reopening, mo.id, clock)).toMatchObject({
        sentence: 'A reopened comment waits in the queue. Decide it there.',
      })
    })

    test('an approval of earlier words that is taken back leaves the newer ones on the page, and puts nothing beside them', async () => {
      const { commentId, revisionId } = await post('Old words')
      const first = await judged(revisionId)
      await editComment(store, commentId, 'New words', clock)
      await judged(await heldOf(commentId))
      expect(await undo(store, first, mo.id, clock)).toMatchObject({ undone: true })
      expect(await shown()).toEqual(['New words'])
      expect(await states(commentId)).toEqual(['approved', 'withdrawn'])
    })

    test('a rejection that is taken back waits again, also where an earlier edit is on the page', async () => {
      const { commentId, revisionId } = await post('Old words')
      await judged(revisionId)
      await editComment(store, commentId, 'New words', clock)
      const rejection = await judged(await heldOf(commentId), 'attack')
      await undo(store, rejection, mo.id, clock)
      expect(await states(commentId)).toEqual(['held', 'approved'])
    })

    test('what happened to one comment keeps no other from being taken back', async () => {
      const [one, other] = [await post('One'), await post('Other')]
      const approval = await judged(one.revisionId)
      await judged(other.revisionId)
      await removed(other.commentId, jo)
      await reopen(store, { commentId: other.commentId, by: jo.id }, clock)
      expect(await undo(store, approval, mo.id, clock)).toMatchObject({ undone: true })
    })

    test('nor does a reopening of other words of the same comment, or a removal before it', async () => {
      const { commentId, revisionId } = await post('Old words')
      await judged(revisionId)
      await removed(commentId, jo)
      await reopen(store, { commentId, by: jo.id }, clock)
      const again = await judged(revisionId)
      await editComment(store, commentId, 'New words', clock)
      await judged(await heldOf(commentId), 'attack', jo)
      await reopen(store, { commentId, by: jo.id }, clock)
      expect(await undo(store, again, mo.id, clock)).toMatchObject({ undone: true })
    })

    test('a decision that anything was dated long before has left the house, whatever the clock says now', async () => {
      const [one, other] = [await post('One'), await post('Other')]
      const kept = await judged(one.revisionId)
      await recorded(other, 'keep', clock - 10_000)
      expect(await readUndoables(store.db, mo.id, clock)).toHaveLength(1)
      await recorded(other, 'keep', clock - 10_001)
      expect(await undo(store, kept, mo.id, clock)).toMatchObject({
        sentence: 'Others may know of this decision by now, so it can’t be undone. Open the comment to decide again.',
      })
      const later = await judged(other.revisionId)
      expect(await undo(store, later, mo.id, clock)).toMatchObject({ undone: true })
    })

    test('what can be taken back is offered with its name and until when, a dozen at most, by a clock a little off as well', async () => {
      const at = clock
      for (let i = 0; i < 14; i++) {
        const sent = { storyId, text: `Words ${i}`, at, address: `10.0.${i}.1` }
        await judged((await sentComment(store, signing, sent)).revisionId, i % 2 ? 'attack' : null)
      }
      const offered = async (now: number) => readUndoables(store.db, mo.id, now)
      expect((await offered(at))[0]).toMatchObject({ action: 'reject', authorName: 'Ada', undoUntil: at + 10_000 })
      for (const [now, count] of [
        [at - 10_001, 0],
        [at - 10_000, 12],
        [at, 12],
        [at + 10_000, 12],
        [at + 10_001, 0],
      ] as const)
        expect(await offered(now), `${now - at} ms`).toHaveLength(count)
    })

    test('reopening says where there is nothing to reopen; of a comment edited since, the last words wait', async () => {
      expect(await reopen(store, { commentId: newId(clock), by: mo.id }, clock)).toEqual({
        reopened: false,
        sentence: 'There is no such comment.',
      })
      const { commentId, revisionId } = await post('Old words')
      expect(await reopen(store, { commentId, by: mo.id }, clock)).toEqual({
        reopened: false,
        sentence: 'This comment is already waiting in the queue.',
      })
      await judged(revisionId)
      await editComment(store, commentId, 'New words', clock)
      const last = await heldOf(commentId)
      await judged(last, 'attack')
      expect(await reopen(store, { commentId, by: jo.id }, clock)).toEqual({ reopened: true, revisionId: last })
      expect(await shown()).toEqual(['Old words'])
      const other = await post('Never mind')
      await withdrawComment(store, other.commentId, clock)
      expect(await reopen(store, { commentId: other.commentId, by: mo.id }, clock)).toEqual({
        reopened: false,
        sentence: 'Its author has withdrawn this comment, so it can’t be decided any more.',
      })
    })

    test('what a decision taught is taken back with a reopening, and with no decision that was taken back before it', async () => {
      const lessons = async () =>
        (await store.db.selectFrom('spam_lessons').select('label').orderBy('number').execute()).map(
          ({ label }) => label,
        )
      const { commentId, revisionId } = await post('Buy now, buy here')
      await judged(revisionId, 'spam')
      expect(await lessons()).toEqual(['spam'])
      await reopen(store, { commentId, by: jo.id }, clock)
      expect(await lessons()).toEqual([])
      const hasty = await judged(revisionId, 'attack')
      await undo(store, hasty, mo.id, clock)
      await judged(revisionId)
      expect(await lessons()).toEqual(['fine'])
      await reopen(store, { commentId, by: jo.id }, clock)
      expect(await lessons()).toEqual([])
    })

    test('whoever shows a story hears of an approval, a removal and what takes them back, and of no rejection', async () => {
      const heard = hearOn(store)
      const news = () => heard.splice(0).filter((event) => event.startsWith('discussion.'))
      const told = [`discussion.changed ${storyId}`]
      const { commentId, revisionId } = await post('Words')
      const judge = async (reason: string | null) => decidedOn(store, { revisionId, reason, by: mo.id }, clock)
      const rejection = await judge('attack')
      expect(news()).toEqual([])
      await undo(store, rejection, mo.id, clock)
      news()
      const approval = await judge(null)
      expect(news()).toEqual(told)
      await undo(store, approval, mo.id, clock)
      expect(news()).toEqual(told)
      await judge(null)
      news()
      const removal = { commentId, revisionId, reason: 'private', by: mo.id }
      expect(await removeComment(store, removal, clock)).toMatchObject({ decided: true })
      expect(news()).toEqual(told)
      await reopen(store, { commentId, by: jo.id }, clock)
      expect(news(), 'nobody had seen it').toEqual([])
      await judge(null)
      news()
      await reopen(store, { commentId, by: jo.id }, clock)
      expect(news()).toEqual(told)
    })
  })
}
