/** How the doctor's audited are gathered: what is named, what is counted, and that a moment's disorder is no fault. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshDesk } from '../../../test/desks.ts'
import { signingWith } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import { newId, type Store } from '../../store/index.ts'
import { insertDecision } from '../decisions/index.ts'
import { auditOf } from './claims.ts'
import { auditCounts } from './counts.ts'
import { auditStates } from './states.ts'

test('the first five that speak against a claim are named, over all that was looked at, and all are counted', async () => {
  const audited = auditOf({ even: 'All are even', low: 'All are low' })
  for (const from of [0, 4, 8])
    await audited.add(async () => {
      const some = [from, from + 1, from + 2, from + 3]
      return { even: some.map((n) => [`n${n}`, n % 2 === 0]), low: some.map((n) => [`n${n}`, n < 9]) }
    })
  expect(audited.all()).toEqual([
    { claim: 'All are even', looked: 12, against: ['n1', 'n3', 'n5', 'n7', 'n9'], failed: 6 },
    { claim: 'All are low', looked: 12, against: ['n9', 'n10', 'n11'], failed: 3 },
  ])
})

test('what seems wrong is looked at once more, and what was right is not', async () => {
  const audited = auditOf({ fine: 'It is fine' })
  let looks = 0
  await audited.add(async () => {
    looks += 1
    return { fine: [['a', looks > 1]] }
  })
  expect([looks, audited.all()[0]?.failed, audited.all()[0]?.looked]).toEqual([2, 0, 1])
  await audited.add(async () => {
    looks += 1
    return { fine: [['b', true]] }
  })
  expect(looks).toBe(3)
})

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`what the doctor proves on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    beforeEach(async () => {
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => NOW))
    })
    afterEach(() => drop())

    let sent = 0
    const post = () => {
      sent += 1
      return sentComment(store, signing, {
        storyId,
        text: `Words ${sent}`,
        at: NOW + sent,
        address: `10.2.${sent % 250}.1`,
      })
    }
    const found = (audited: Awaited<ReturnType<typeof auditStates>>) =>
      audited.map(({ claim, looked, failed }) => [claim.split(' ').slice(0, 3).join(' '), looked, failed])

    test('the story on the site and the three numbers of what waits are each looked', async () => {
      await post()
      await post()
      expect((await auditCounts(store.db)).map(({ looked, failed }) => [looked, failed])).toEqual([
        [1, 0],
        [3, 0],
      ])
    })

    test('the last decision on words is what they are held to, in the order in which decisions were made', async () => {
      const ids = await post()
      const decided = (from: 'held' | 'approved', to: 'approved' | 'held', at: number) =>
        store.transaction(at, (tx) =>
          insertDecision(tx, {
            ...ids,
            id: newId(at),
            action: 'x',
            reason: null,
            by: mo.id,
            changes: [{ revision: ids.revisionId, from, to }],
          }),
        )
      await decided('held', 'approved', NOW)
      await decided('approved', 'held', NOW - 1000)
      expect(found(await auditStates(store.db))[1]).toEqual(['Every revision is', 1, 0])
      await store.db.updateTable('comment_revisions').set({ state: 'rejected' }).execute()
      expect(found(await auditStates(store.db))[1]).toEqual(['Every revision is', 1, 1])
      await store.db.updateTable('comment_revisions').set({ state: 'withdrawn' }).execute()
      expect(found(await auditStates(store.db))[1]).toEqual(['Every revision is', 1, 0])
    })
  })
}
