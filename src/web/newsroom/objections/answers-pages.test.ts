import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../../test/sites.ts'
import { readPublicity } from '../../../house-rules/index.ts'
import { decide, removeComment } from '../../../moderation/decisions/index.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'
import { appeal, decideAppeal, decideReports } from '../../../redress/index.ts'
import { newId } from '../../../store/index.ts'

for (const kind of ONE_DATABASE) {
  describe(`answering appeals and reports on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: string
    let jo: string
    let clock = Date.now()
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => clock })
      staff = await editor(site)
      story = (await demonstration(site)).path
      const person = await addPerson(site.app.store, { name: 'Jo', mail: null, switches: ROLES.moderator }, clock)
      if ('problem' in person) throw new Error(person.problem)
      jo = person.id
    })
    afterEach(() => site.drop())

    const comment = async () => {
      const receipt = await postComment(visitor(site), story, { name: 'Ben', comment: 'The ferry was better' })
      const commentId = receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
      const revision = await site.app.store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', commentId)
        .executeTakeFirstOrThrow()
      return { commentId, revisionId: revision.id }
    }

    test('every page of the review desk has its places above its heading, so that neither moves from page to page', async () => {
      const { commentId } = await comment()
      const queue = await (await staff.get('/newsroom/review')).text()
      const places = /<nav class="places"[^>]*>(.*?)<\/nav>/s.exec(queue)?.[1] as string
      const paths = [...places.matchAll(/href="([^"]+)"/g)].map(([, path]) => path as string)
      expect(paths).toHaveLength(12)
      const further = [`/newsroom/comments/${commentId}`, `/newsroom/comments/${commentId}/ban`]
      for (const path of [...paths, ...further, '/newsroom/review/sample', '/newsroom/review/rules/new'])
        expect(await (await staff.get(path)).text(), path).toMatch(
          /<main[^>]*>(<a class="skip"[^>]*>[^<]*<\/a>)?<nav class="places" aria-label="Review">.*?<\/nav>(<review-desk[^>]*>)?<div class="head">.*?<h1/s,
        )
    })

    test('who moderates but has no say in the settings neither sees nor changes the reasons, what is public, or the model', async () => {
      const mo = visitor(site)
      await mo.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, jo, clock) })
      expect((await mo.get('/newsroom/review')).status).toBe(200)
      for (const path of ['reasons', 'model']) expect((await mo.get(`/newsroom/review/${path}`)).status, path).toBe(403)
      for (const path of ['reasons', 'reasons/publicity'])
        expect((await mo.post(`/newsroom/review/${path}`, { log: 'yes', report: 'yes' })).status, path).toBe(403)
      expect(await readPublicity(site.app.store.db)).toEqual({ log: false, report: false })
    })

    test('a sentence typed for an appeal that a colleague has answered meanwhile is given back', async () => {
      const { commentId, revisionId } = await comment()
      const { store } = site.app
      const rejected = await decide(store, { revisionId, action: 'reject', reason: 'attack', by: jo }, clock)
      if (!rejected.decided) throw new Error(rejected.sentence)
      clock += 60_000
      const made = await appeal(store, { commentId, decisionId: rejected.decisionId, words: 'It was none.' }, clock)
      if (!made.appealed) throw new Error(made.sentence)
      const other = await addPerson(store, { name: 'Mo', mail: null, switches: ROLES.moderator }, clock)
      if ('problem' in other) throw new Error(other.problem)
      const verdict = { appealId: made.appealId, verdict: 'uphold', sentence: 'It was one.', by: other.id } as const
      expect(await decideAppeal(store, verdict, clock)).toMatchObject({ answered: true })
      const fields = { verdict: 'uphold', sentence: 'My careful words <of> answer' }
      const late = await staff.post(`/newsroom/review/appeals/${made.appealId}`, fields)
      expect(late.status).toBe(409)
      const html = await late.text()
      expect(html).toContain('Someone has already answered this appeal.')
      expect(html).toContain('My careful words &lt;of&gt; answer')
    })

    test('and so is one typed for reports on a comment that a colleague has taken down meanwhile', async () => {
      const { commentId, revisionId } = await comment()
      const { store } = site.app
      await decide(store, { revisionId, action: 'approve', reason: null, by: jo }, clock)
      await removeComment(store, { commentId, revisionId, reason: 'attack', by: jo }, clock)
      const fields = { act: 'keep', last: newId(clock), reason: '', sentence: 'My careful words <of> answer' }
      const late = await staff.post(`/newsroom/review/reports/${commentId}`, fields)
      expect(late.status).toBe(409)
      expect(await late.text()).toMatch(/These reports are no longer open.*My careful words &lt;of&gt; answer/s)
    })

    test('who reported a comment that stays asks for a second look by the report’s own address, without JavaScript', async () => {
      const { commentId, revisionId } = await comment()
      const { store } = site.app
      await decide(store, { revisionId, action: 'approve', reason: null, by: jo }, clock)
      const reader = visitor(site)
      const token = /name="token" value="([^"]+)"/.exec(await (await reader.get(`/report/${commentId}`)).text())?.[1]
      const reported = {
        token: token as string,
        revision: revisionId,
        ground: 'rule attack',
        words: 'It goes for her.',
        name: '',
        mail: '',
      }
      const path = (await reader.post(`/report/${commentId}`, reported)).headers.get('location') as string
      const page = async (at = path) => (await reader.get(at)).text()
      expect((await reader.get(`${path}/appeal`)).headers.get('location')).toBe(path)
      const { id: last } = await store.db.selectFrom('reports').select('id').executeTakeFirstOrThrow()
      const kept = {
        commentId,
        revisionId,
        last,
        action: 'keep',
        reason: null,
        sentence: 'It is fair.',
        by: jo,
      } as const
      expect(await decideReports(store, kept, clock)).toMatchObject({ decided: true })
      clock += 60_000
      expect(await page()).toContain(`href="${path}/appeal"`)
      expect(await page(`${path}/appeal`)).toContain('It is fair.')
      const empty = await reader.post(`${path}/appeal`, { words: ' ' })
      expect([empty.status, await empty.text()]).toEqual([400, expect.stringContaining('Say in a few words')])
      expect((await reader.post(`${path}/appeal`, { words: 'Read the <end>.' })).headers.get('location')).toBe(
        `${path}#appeal`,
      )
      expect(await page()).toMatch(/Waiting for a second look.*Read the &lt;end&gt;\./s)
      const late = await reader.post(`${path}/appeal`, { words: 'And <this>.' })
      expect([late.status, await late.text()]).toEqual([400, expect.stringMatching(/already.*And &lt;this&gt;\./s)])

      const queue = await (await staff.get('/newsroom/review/appeals')).text()
      expect(queue).toMatch(/Appeal by the person who reported the comment.*Personal attack.*The ferry was better/s)
      const appealPath = /action="(\/newsroom\/review\/appeals\/[0-9a-z]{26})"/.exec(queue)?.[1] as string
      const typed = { revision: revisionId, verdict: 'overturn', sentence: 'My <careful> words', reason: '' }
      expect(await (await staff.post(appealPath, typed)).text()).toMatch(/Choose a reason.*My &lt;careful&gt; words/s)
      const answer = async () => {
        const done = await staff.post(appealPath, { ...typed, reason: 'attack' })
        return (await staff.get(done.headers.get('location') as string)).text()
      }
      const decision = /name="decision" value="([^"]+)"/.exec(await answer())?.[1] as string
      expect(await page()).toContain('No longer shown')
      await staff.post('/newsroom/review/appeals/undo', { decision })
      expect(await (await visitor(site).get(story)).text()).toContain('The ferry was better')
      expect(await page()).toContain('Waiting for a second look')
      expect(await answer()).toContain('Removed.')
      clock += 10_001
      expect(await (await visitor(site).get(story)).text()).not.toContain('The ferry was better')
      expect(await page()).toMatch(/removed the comment.*My &lt;careful&gt; words/s)
    })
  })
}
