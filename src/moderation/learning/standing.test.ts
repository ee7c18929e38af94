/** Who is known, and when the model is kept: a reader with nothing but approved comments, and lessons nobody can take back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshDesk } from '../../../test/desks.ts'
import { signingWith } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import { verifyReader } from '../../readers/index.ts'
import type { Store } from '../../store/index.ts'
import { removeComment, reopen } from '../decisions/index.ts'
import { undo } from '../undo/index.ts'
import { KEEP_AFTER, KEEP_EVERY, keepModel } from './keep-model.ts'
import { standingOf } from './standing.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`what decisions add up to on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let ada: string
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock))
      const verified = { address: 'ada@reader.example', name: 'Ada' }
      ada = (await store.transaction(NOW, (tx) => verifyReader(tx, verified))).id
    })
    afterEach(() => drop())

    let sent = 0
    const post = (readerId: string | null = ada) => {
      clock += 1000
      sent += 1
      const address = `10.8.${sent % 250}.1`
      return sentComment(store, signing, { storyId, text: `Words number ${sent}`, at: clock, readerId, address })
    }
    const judged = async (reason: string | null = null, readerId: string | null = ada) => {
      const ids = await post(readerId)
      return { ...ids, decisionId: await decidedOn(store, { revisionId: ids.revisionId, reason, by: mo.id }, clock) }
    }
    const standing = async (readerId: string | null = ada) =>
      (await standingOf(store.db, readerId)).map(({ words, weight, state }) => [words, weight, state])

    test('three approved comments make a reader known; what waits or was off topic takes nothing of it', async () => {
      for (let i = 0; i < 2; i++) await judged()
      expect(await standing()).toEqual([])
      await judged(null, null)
      await post()
      await judged('off-topic')
      expect(await standing()).toEqual([])
      await judged()
      expect(await standing()).toEqual([['Verified reader, 3 approved comments', 0, 'ok']])
      expect(await standing(null)).toEqual([])
    })

    test('spam, or a comment that was taken down, ends it', async () => {
      for (let i = 0; i < 3; i++) await judged()
      const { commentId } = await judged()
      const revisionId = await shownRevision(store, commentId)
      const removal = await removeComment(store, { commentId, revisionId, reason: 'private', by: mo.id }, clock)
      expect(await standing()).toEqual([])
      if (!removal.decided) throw new Error(removal.sentence)
      await undo(store, removal.decisionId, mo.id, clock)
      expect(await standing()).toHaveLength(1)
      await judged('spam')
      expect(await standing()).toEqual([])
    })

    test('what was long ago counts no more: the latest fifty comments are looked at, and fifty lessons are kept together', async () => {
      await judged('spam')
      for (let i = 0; i < KEEP_EVERY - 2; i++) await judged()
      expect(await keepModel(store, clock + KEEP_AFTER), 'it is not written for a handful of lessons').toBe(0)
      await judged()
      expect(await standing()).toEqual([])
      expect(await keepModel(store, clock + KEEP_AFTER)).toBe(KEEP_EVERY)
      await judged()
      expect(await standing()).toEqual([['Verified reader, 50 approved comments', 0, 'ok']])
    })

    const kept = async () => {
      const lessons = await store.db.selectFrom('spam_lessons').select('features').orderBy('number').execute()
      return lessons.map(({ features }) => features === null)
    }

    test('the model is kept with what can’t be taken back any more, and with no lesson after the first that can', async () => {
      await judged()
      await judged('spam')
      const old = clock
      clock = old + KEEP_AFTER
      expect(await keepModel(store, clock - 1, 1), 'a moment too young').toBe(1)
      await judged('attack')
      // By a clock that was set back since it was learnt.
      clock += 1
      const before = clock
      clock = old + KEEP_AFTER
      await judged()
      clock = before + KEEP_AFTER
      expect(await kept()).toEqual([true, false, false, false])
      expect(await keepModel(store, clock, 4)).toBe(0)
      expect(await keepModel(store, clock - 2, 1)).toBe(1)
      expect(await kept()).toEqual([true, true, false, false])
      clock += KEEP_AFTER
      expect(await keepModel(store, clock, 3)).toBe(0)
      expect(await keepModel(store, clock, 2)).toBe(2)
      expect(await kept()).toEqual([true, true, true, true])
      expect(
        (await store.db.selectFrom('spam_kept').selectAll().execute()).map(({ lesson, kept_at }) => [lesson, kept_at]),
      ).toEqual([[4, clock]])
      expect(await store.db.selectFrom('spam_state').select(['kept_lesson', 'last_lesson']).execute()).toEqual([
        { kept_lesson: 4, last_lesson: 4 },
      ])
      expect(await keepModel(store, clock, 0)).toBe(0)
    })

    test('a lesson that is kept stays learnt, also where its comment is reopened', async () => {
      const { decisionId } = await judged('spam')
      clock += KEEP_AFTER + 1
      await keepModel(store, clock, 1)
      const marks = () => store.db.selectFrom('spam_state').select('mark').execute()
      const before = await marks()
      const { comment_id } = await store.db
        .selectFrom('decisions')
        .select('comment_id')
        .where('id', '=', decisionId)
        .executeTakeFirstOrThrow()
      await reopen(store, { commentId: comment_id, by: mo.id }, clock)
      expect(await kept()).toEqual([true])
      expect(await marks()).toEqual(before)
    })
  })
}
