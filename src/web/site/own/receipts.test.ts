/** What authors do on their own pages while the newsroom decides, over HTTP. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { type PostOffice, postOffice } from '../../../../test/letters.ts'
import { visitor } from '../../../../test/sites.ts'

const ADDRESS = 'ada@reader.example'
/** Until a decision can't be taken back any more, in milliseconds. */
const TOLD = 10_001

for (const kind of ONE_DATABASE) {
  describe(`an author’s own pages on ${kind}`, () => {
    let office: PostOffice
    beforeEach(async () => {
      office = await postOffice(kind)
    })
    afterEach(() => office.end())

    const author = () => visitor(office.site)
    const page = async (path: string) => (await author().get(path)).text()
    const undo = (decision: string) =>
      office.staff.post('/newsroom/review/undo', { decision }, { accept: 'application/json' })

    test('words withdrawn while a decision can still be taken back never come back, and nobody is written to', async () => {
      const one = await office.comment({ comment: 'Zzwithdrawn', mail: ADDRESS, tell: 'yes' })
      const [asked] = await office.deliver()
      await author().post(asked?.link('/mail/confirm/') as string, {})
      const decision = await office.decide(one.id, 'reject', 'attack')
      expect(await page(one.receipt)).toContain('Waiting for review')
      expect((await author().post(`${one.receipt}/withdraw`, {})).status).toBe(303)
      expect(await page(one.receipt)).toContain('Withdrawn by you')
      expect((await undo(decision)).status).toBe(200)
      const revisions = office.site.app.store.db.selectFrom('comment_revisions').select('state')
      expect(await revisions.where('comment_id', '=', one.id).execute()).toEqual([{ state: 'withdrawn' }])

      const other = await office.comment({ comment: 'Zzanother', mail: ADDRESS, tell: 'yes' })
      const [again] = await office.deliver()
      await author().post(again?.link('/mail/confirm/') as string, {})
      await office.decide(other.id, 'reject', 'attack')
      await author().post(`${other.receipt}/withdraw`, {})
      office.clock.now += TOLD
      expect(await office.deliver()).toEqual([])
      const told = await page(other.receipt)
      expect(told).toContain('Withdrawn by you')
      expect(told).not.toContain('The reason:')
      expect(told).not.toContain('/appeal/')
    })

    test('a decision that can still be taken back is not in what the author takes out either', async () => {
      const one = await office.comment({ comment: 'Zzuntold' })
      await office.decide(one.id, 'reject', 'attack')
      const taken = async () => (await author().get(`${one.receipt}/export`)).json()
      expect(await taken()).toMatchObject({ comments: [{ words: [{ state: 'held' }], decisions: [] }] })
      office.clock.now += TOLD
      expect(await taken()).toMatchObject({
        comments: [{ words: [{ state: 'rejected' }], decisions: [{ reason: 'attack' }] }],
      })
    })

    test('a note that goes with a rejection or a removal stands on the author’s page, once it can’t be taken back', async () => {
      const one = await office.comment({ comment: 'Zzfirst' })
      const { store } = office.site.app
      const revisionOf = async (state: 'held' | 'approved') =>
        (
          await store.db
            .selectFrom('comment_revisions')
            .select('id')
            .where('comment_id', '=', one.id)
            .where('state', '=', state)
            .executeTakeFirstOrThrow()
        ).id
      const reject = { action: 'reject', reason: 'attack', note: ' Say it without the name, Zzplease. ' }
      await office.staff.post('/newsroom/review/decide', { ...reject, revision: await revisionOf('held') })
      expect(await page(one.receipt)).not.toContain('Zzplease')
      office.clock.now += TOLD
      expect(await page(one.receipt)).toContain('Say it without the name, Zzplease.')
      expect(await (await office.staff.get(`/newsroom/comments/${one.id}`)).text()).toContain('Zzplease')

      await office.staff.post(`/newsroom/comments/${one.id}/reopen`, {})
      await office.decide(one.id, 'approve')
      office.clock.now += TOLD
      const removal = { revision: await revisionOf('approved'), reason: 'private', note: 'Zzher address is hers.' }
      expect((await office.staff.post(`/newsroom/comments/${one.id}/remove`, removal)).status).toBe(303)
      office.clock.now += TOLD
      expect(await page(one.receipt)).toContain('Zzher address is hers.')
    })

    test('new words or an appeal that come too late are given back to who typed them', async () => {
      const one = await office.comment({ comment: 'Zzfirst' })
      const decision = await office.decide(one.id, 'reject', 'attack')
      office.clock.now += TOLD
      const edit = await author().post(`${one.receipt}/edit`, { comment: 'Zztyped for an hour' })
      expect(edit.status).toBe(400)
      expect(await edit.text()).toMatch(/can no longer be edited[\s\S]*Zztyped for an hour/)

      await office.staff.post(`/newsroom/comments/${one.id}/reopen`, {})
      await office.decide(one.id, 'reject', 'off-topic')
      office.clock.now += TOLD
      const appeal = await author().post(`${one.receipt}/appeal/${decision}`, { words: 'Zzit was no attack' })
      expect(appeal.status).toBe(404)
      expect(await appeal.text()).toContain('Zzit was no attack')

      const other = await office.comment({ comment: 'Zzsecond' })
      await office.staff.post(`/newsroom/stories/${office.story.id}/discussion`, { mode: 'closed' })
      const late = await author().post(`${other.receipt}/edit`, { comment: 'Zztyped in vain' })
      expect(late.status).toBe(400)
      expect(await late.text()).toMatch(/are closed[\s\S]*Zztyped in vain/)
      expect(await page(other.receipt)).not.toContain('Save changes')
      expect((await author().post(`${other.receipt}/withdraw`, {})).status).toBe(303)
      expect(await page(other.receipt)).toContain('Withdrawn by you')
    })

    test('words sent to an address that is not complete are given back, whatever they were for', async () => {
      const { id, receipt } = await office.comment({ comment: 'Zzfirst' })
      const cut = receipt.slice(0, -1)
      const sent: Record<string, Record<string, string>> = {
        [`${cut}/edit`]: { comment: 'Zzwritten anew' },
        [`${cut}/appeal/${id}`]: { words: 'Zzit was no attack' },
        [`${cut.replace('/receipts/', '/reports/')}/appeal`]: { words: 'Zzit was one' },
      }
      for (const [address, fields] of Object.entries(sent)) {
        const response = await author().post(address, fields)
        expect(response.status, address).toBe(404)
        expect(await response.text(), address).toContain(Object.values(fields)[0])
      }
    })
  })
}
