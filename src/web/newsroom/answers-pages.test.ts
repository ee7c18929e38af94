import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../test/sites.ts'
import { addPerson, ROLES } from '../../people/index.ts'
import { appeal, decide, decideAppeal, removeComment } from '../../review/index.ts'
import { newId } from '../../store/index.ts'

for (const kind of DATABASES) {
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
      expect(paths).toHaveLength(11)
      const further = [`/newsroom/comments/${commentId}`, `/newsroom/comments/${commentId}/ban`]
      for (const path of [...paths, ...further, '/newsroom/review/sample', '/newsroom/review/rules/new'])
        expect(await (await staff.get(path)).text(), path).toMatch(
          /<main[^>]*><nav class="places" aria-label="Review">.*?<\/nav>(<review-desk[^>]*>)?<div class="head">.*?<h1/s,
        )
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
      expect(html).toContain('This appeal has been answered meanwhile.')
      expect(html).toContain('My careful words &lt;of&gt; answer')
    })

    test('and so is one typed for reports on a comment that a colleague has taken down meanwhile', async () => {
      const { commentId, revisionId } = await comment()
      const { store } = site.app
      await decide(store, { revisionId, action: 'approve', reason: null, by: jo }, clock)
      await removeComment(store, { commentId, reason: 'attack', by: jo }, clock)
      const fields = { act: 'keep', last: newId(clock), reason: '', sentence: 'My careful words <of> answer' }
      const late = await staff.post(`/newsroom/review/reports/${commentId}`, fields)
      expect(late.status).toBe(409)
      expect(await late.text()).toMatch(/These reports wait no more.*My careful words &lt;of&gt; answer/s)
    })
  })
}
