/** The public record over HTTP: off until switched on, told by the day, drawn once a day. */
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
import { decide } from '../../../moderation/decisions/index.ts'
import { euStatementSchema } from '../../../redress/index.ts'

const DAY = 24 * 60 * 60 * 1000

for (const kind of ONE_DATABASE) {
  describe(`the public record on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let clock: number
    let story: { id: string; path: string }
    beforeEach(async () => {
      clock = Date.UTC(2026, 11, 30, 12)
      site = await freshSite(kind, { now: () => clock })
      staff = await editor(site)
      story = await demonstration(site)
    })
    afterEach(() => site.drop())

    const get = (path: string) => fetch(site.url + path)
    const textOf = async (path: string) => (await get(path)).text()
    const reject = async (comment: string, reason: string) => {
      clock += 1000
      const receipt = await postComment(visitor(site), story.path, { name: 'Quiet Reader', comment })
      const { db } = site.app.store
      const revision = await db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', receipt.slice('/receipts/'.length, '/receipts/'.length + 26))
        .executeTakeFirstOrThrow()
      const person = await db.selectFrom('people').select('id').executeTakeFirstOrThrow()
      const decision = { revisionId: revision.id, action: 'reject' as const, reason, by: person.id }
      expect(await decide(site.app.store, decision, clock)).toMatchObject({ decided: true })
    }
    const switchOn = (what: Record<string, string>) => staff.post('/newsroom/review/reasons/publicity', what)

    test('nobody finds any of it before an editor has switched it on, and each by its own switch', async () => {
      await reject('Never seen', 'attack')
      clock += DAY
      const log = ['/moderation', '/moderation/2026/12']
      const report = ['/moderation/years', '/moderation/2026', '/moderation/2026.csv', '/moderation/2026.json']
      const states = async (paths: string[]) => Promise.all(paths.map(async (path) => (await get(path)).status))
      expect(new Set(await states([...log, ...report]))).toEqual(new Set([404]))
      await switchOn({ log: 'yes' })
      expect([new Set(await states(log)), new Set(await states(report))]).toEqual([new Set([200]), new Set([404])])
      await switchOn({ report: 'yes' })
      expect([new Set(await states(log)), new Set(await states(report))]).toEqual([new Set([404]), new Set([200])])
    })

    test('a decision is told when its day is over, under the story’s headline as it is now', async () => {
      await switchOn({ log: 'yes', report: 'yes' })
      await reject('Never seen', 'attack')
      expect(await textOf('/moderation')).toContain('Nothing was rejected or removed.')
      clock += DAY
      const log = await textOf('/moderation')
      expect(log).toContain('was not published: personal attack.')
      expect(log).toContain('Wednesday, 30 December 2026')
      expect(log).not.toMatch(/Never seen|Quiet Reader|12:00/)
      const headline = /on “<a href="[^"]+">([^<]+)<\/a>”/.exec(log)?.[1]
      expect(headline).toBeTruthy()
      await staff.post(`/newsroom/stories/${story.id}/unpublish`, {})
      await expect.poll(() => textOf('/moderation')).toContain('on a story that is no longer on the site')
      expect(await textOf('/moderation')).not.toContain(headline)
    })

    test('pages are kept for the day with an ETag, and drawn anew with the next one', async () => {
      await switchOn({ log: 'yes', report: 'yes' })
      await reject('One', 'attack')
      clock += DAY
      for (const path of ['/moderation', '/moderation/2026', '/moderation/2026.csv', '/moderation/2026.json']) {
        const first = await get(path)
        const etag = first.headers.get('etag') ?? ''
        const again = await fetch(site.url + path, { headers: { 'if-none-match': etag } })
        expect([path, again.status]).toEqual([path, 304])
      }
      await reject('Two', 'hate')
      const today = await textOf('/moderation/2026')
      clock += DAY
      expect(await textOf('/moderation/2026')).not.toBe(today)
      expect(await textOf('/moderation/2026/12')).toContain('hate or threat')
    })

    test('figures come as CSV and statements as JSON that keeps the EU’s rules; years and months without decisions are 404', async () => {
      await switchOn({ log: 'yes', report: 'yes' })
      await reject('One', 'attack')
      await reject('Buy', 'spam')
      clock += DAY
      const csv = await get('/moderation/2026.csv')
      expect(csv.headers.get('content-type')).toContain('text/csv')
      const rows = (await csv.text()).split('\r\n')
      expect(rows[0]).toBe('year,about,what,value,unit')
      expect(rows).toContain('2026,"Rejected, by reason",Personal attack,1,decisions')
      expect(rows).toContain('2026,"Rejected, by reason",Spam,1,decisions')
      expect(rows).toContain('2026,Appeals,Median time to an answer,,minutes')
      const { statements, next } = (await (await get('/moderation/2026.json')).json()) as {
        statements: unknown[]
        next: string | null
      }
      expect([statements.length, next]).toEqual([1, null])
      for (const statement of statements) euStatementSchema.parse(statement)
      for (const path of ['2025', '2027', '2025.csv', '2026/11', '2027/01', '2026/12/2', '2026/2.json', '2026/13', 'x'])
        expect([path, (await get(`/moderation/${path}`)).status]).toEqual([path, 404])
    })

    test('before anything was decided the log is empty, the list of years too, and both say so', async () => {
      await switchOn({ log: 'yes', report: 'yes' })
      expect(await textOf('/moderation')).toContain('Nothing was rejected or removed.')
      expect(await textOf('/moderation/years')).toContain('Nothing has been decided yet')
      expect((await get('/moderation/2026')).status).toBe(404)
    })
  })
}
