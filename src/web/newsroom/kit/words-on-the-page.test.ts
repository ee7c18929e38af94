/** Whoever decides, decides on the words that stood on their page; where others are shown since, they are told so and see those. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shownRevision } from '../../../../test/comments.ts'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../../test/sites.ts'
import { decide } from '../../../moderation/decisions/index.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'

const JSON_PLEASE = { accept: 'application/json' }

for (const kind of DATABASES_OF_PAGES) {
  describe(`the words on the page, on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let reader: Visitor
    let story: string
    let jo: string
    let receipt: string
    let id: string
    let clock = Date.UTC(2026, 4, 1, 12)
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => clock })
      staff = await editor(site)
      reader = visitor(site)
      story = (await demonstration(site)).path
      const person = await addPerson(site.app.store, { name: 'Jo', mail: null, switches: ROLES.moderator }, clock)
      if ('problem' in person) throw new Error(person.problem)
      jo = person.id
      receipt = await postComment(reader, story, { name: 'Ben', comment: 'The ferry was better' })
      id = receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
      await approveWaiting()
    })
    afterEach(() => site.drop())

    const approveWaiting = async () => {
      const { store } = site.app
      const waits = await store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', id)
        .where('state', '=', 'held')
        .executeTakeFirstOrThrow()
      const result = await decide(store, { revisionId: waits.id, action: 'approve', reason: null, by: jo }, clock)
      expect(result).toMatchObject({ decided: true })
      clock += 20_000
    }
    /** Its author writes something else, and a colleague approves that. */
    const edited = async (comment: string) => {
      expect((await reader.post(`${receipt}/edit`, { comment })).status).toBe(303)
      await approveWaiting()
    }
    const fieldsOf = (html: string, action: string) => {
      const form = html.slice(html.indexOf(`action="${action}"`))
      return (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
    }
    const isShown = async (words: string) => (await (await visitor(site).get(story)).text()).includes(words)
    const report = async () => {
      const field = fieldsOf(await (await reader.get(`/report/${id}`)).text(), `/report/${id}`)
      const asked = { token: field('token'), revision: field('revision'), ground: 'rule attack', name: '', mail: '' }
      return (words: string) => reader.post(`/report/${id}`, { ...asked, words })
    }

    test('a comment is not taken down for words that its moderator has not read; the page shows them and asks again', async () => {
      const remove = `/newsroom/comments/${id}/remove`
      const revision = fieldsOf(await (await staff.get(`/newsroom/comments/${id}`)).text(), remove)('revision')
      await edited('Nobody has read this')
      const answer = await staff.post(remove, { revision, reason: 'attack' })
      const page = await answer.text()
      expect([answer.status, page]).toEqual([409, expect.stringMatching(/has changed since.*Nobody has read this/s)])
      expect(page).toMatch(/value="attack" class="first"/)
      expect(await isShown('Nobody has read this')).toBe(true)
      expect((await staff.post(remove, { reason: 'attack' })).status).toBe(409)
      const script = await staff.post(remove, { revision, reason: 'attack' }, JSON_PLEASE)
      const now = await shownRevision(site.app.store, id)
      expect([script.status, await script.json()]).toEqual([
        409,
        { ok: false, sentence: expect.any(String), shown: { revision: now, text: 'Nobody has read this' } },
      ])
      expect(fieldsOf(page, remove)('revision')).toBe(now)
      const done = await staff.post(remove, { revision: now, reason: 'attack' }, JSON_PLEASE)
      const { decision } = (await done.json()) as { decision: { id: string } }
      expect(await isShown('Nobody has read this')).toBe(false)
      await staff.post('/newsroom/review/undo', { decision: decision.id }, JSON_PLEASE)
      expect(await isShown('Nobody has read this')).toBe(true)
    })

    test('a reader reports the words they read, and the newsroom sees those beside what stands now', async () => {
      const send = await report()
      await edited('Something milder')
      expect((await send('It goes for her.')).status).toBe(303)
      const page = await (await staff.get('/newsroom/review/reports')).text()
      expect(page).toMatch(
        /Something milder.*before the comment was edited.*comment when it was reported.*The ferry was better/s,
      )
    })

    test('a report of words that were never shown under this comment is given back with what was typed', async () => {
      const field = fieldsOf(await (await reader.get(`/report/${id}`)).text(), `/report/${id}`)
      const form = {
        token: field('token'),
        revision: id,
        ground: 'rule attack',
        words: 'My <words>',
        name: '',
        mail: '',
      }
      const answer = await reader.post(`/report/${id}`, form)
      expect([answer.status, await answer.text()]).toEqual([
        409,
        expect.stringMatching(/send your report again.*My &lt;words&gt;/s),
      ])
    })

    for (const act of ['remove', 'keep'])
      test(`reports are not answered (${act}) where others than the words on the page are shown; the sentence is kept`, async () => {
        await (await report())('It goes for her.')
        const path = `/newsroom/review/reports/${id}`
        const field = fieldsOf(await (await staff.get('/newsroom/review/reports')).text(), path)
        const typed = { act, last: field('last'), reason: 'attack', sentence: 'My <careful> words' }
        await edited('Nobody has read this')
        const late = await staff.post(path, { ...typed, revision: field('revision') })
        const page = await late.text()
        expect(late.status).toBe(409)
        expect(page).toMatch(/Nobody has read this.*has changed since.*My &lt;careful&gt; words/s)
        expect(page).toMatch(/<option value="attack" selected/)
        expect(await isShown('Nobody has read this')).toBe(true)
        const again = await staff.post(path, { ...typed, revision: fieldsOf(page, path)('revision') })
        expect(again.status).toBe(303)
        expect(await isShown('Nobody has read this')).toBe(act === 'keep')
      })

    test('nor is who reported a comment answered on an appeal, and both words are on the page', async () => {
      const at = (await (await report())('It goes for her.')).headers.get('location') as string
      const reports = fieldsOf(
        await (await staff.get('/newsroom/review/reports')).text(),
        `/newsroom/review/reports/${id}`,
      )
      const kept = { act: 'keep', last: reports('last'), revision: reports('revision'), sentence: 'Fair.', reason: '' }
      // Somebody else than who decided has to answer, where there is somebody else.
      const colleague = visitor(site)
      const token = await makeSignInLink(site.app.store, jo, clock)
      expect((await colleague.post('/newsroom/sign-in', { token })).status).toBe(303)
      expect((await colleague.post(`/newsroom/review/reports/${id}`, kept)).status).toBe(303)
      clock += 20_000
      expect((await reader.post(`${at}/appeal`, { words: 'Read it again.' })).status).toBe(303)
      const before = await (await staff.get('/newsroom/review/appeals')).text()
      const path = /action="(\/newsroom\/review\/appeals\/[0-9a-z]{26})"/.exec(before)?.[1] as string
      await edited('Nobody has read this')
      const typed = { verdict: 'overturn', reason: 'attack', sentence: 'My <careful> words' }
      const late = await staff.post(path, { ...typed, revision: fieldsOf(before, path)('revision') })
      const page = await late.text()
      expect(late.status).toBe(409)
      expect(page).toMatch(/The ferry was better.*Nobody has read this.*has changed since.*My &lt;careful&gt; words/s)
      expect(await isShown('Nobody has read this')).toBe(true)
      expect((await staff.post(path, { ...typed, revision: fieldsOf(page, path)('revision') })).status).toBe(303)
      expect(await isShown('Nobody has read this')).toBe(false)
    })
  })
}
