import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshDesk } from '../../../test/desks.ts'
import { editComment, signingWith, withdrawComment } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import type { RevisionStateName, Store } from '../../store/index.ts'
import { removeComment } from '../decisions/index.ts'
import { undo } from '../undo/index.ts'
import { auditReview } from './audit.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`the doctor on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock))
    })
    afterEach(() => drop())

    const post = async (text: string) => {
      clock += 1000
      return (await sentComment(store, signing, { storyId, text, at: clock })).commentId
    }
    const heldOf = (commentId: string) =>
      store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', commentId)
        .where('state', '=', 'held')
        .executeTakeFirstOrThrow()
    const decided = async (commentId: string, reason: string | null = null) => {
      clock += 1000
      return decidedOn(store, { revisionId: (await heldOf(commentId)).id, reason, by: mo.id }, clock)
    }
    const later = () => {
      clock += 1000
      return clock
    }
    const faults = async () =>
      (await auditReview(store.db)).filter(({ failed }) => failed > 0).map(({ claim, against }) => ({ claim, against }))
    const force = (id: string, state: RevisionStateName) =>
      store.db.updateTable('comment_revisions').set({ state }).where('id', '=', id).execute()

    test('after everything that can happen to comments, all is well', async () => {
      const shown = await post('Shown, then changed')
      await decided(shown)
      await editComment(store, shown, 'Changed words', later())
      await decided(shown)
      const down = await post('Shown, then taken down')
      await decided(down)
      await removeComment(
        store,
        { commentId: down, revisionId: await shownRevision(store, down), reason: 'attack', by: mo.id },
        later(),
      )
      const regretted = await post('Rejected, then not')
      await undo(store, await decided(regretted, 'spam'), mo.id, clock + 1000)
      const withdrawn = await post('Withdrawn by its author')
      await decided(withdrawn)
      await withdrawComment(store, withdrawn, later())
      await post('Still waiting')
      const found = await auditReview(store.db)
      expect(await faults()).toEqual([])
      expect(found.map(({ looked }) => looked).every((looked) => looked > 0)).toBe(true)
    })

    test('words that are shown though nobody approved them are found', async () => {
      const { id } = await heldOf(await post('Slipped through'))
      await force(id, 'approved')
      expect(await faults()).toEqual([
        { claim: expect.stringContaining('was approved by someone'), against: [id] },
        { claim: expect.stringContaining('state its last decision gave it'), against: [id] },
      ])
    })

    test('a decision that was not carried out is found', async () => {
      const commentId = await post('Approved')
      const { id } = await heldOf(commentId)
      await decided(commentId)
      await force(id, 'held')
      expect(await faults()).toEqual([{ claim: expect.stringContaining('its last decision gave it'), against: [id] }])
    })
  })
}
