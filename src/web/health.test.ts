/** What machines ask: whether the program lives, whether it takes readers, and its counters. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../test/databases.ts'
import { demonstration, freshSite, postComment, sendComment, type TestSite, visitor } from '../../test/sites.ts'

const TOKEN = '0123456789abcdef0123'

for (const kind of DATABASES_OF_PAGES) {
  describe(`on ${kind}`, () => {
    let site: TestSite
    beforeEach(async () => {
      site = await freshSite(kind, { config: { metricsToken: TOKEN, grace: 1 } })
    })
    afterEach(() => site.drop())
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(site.url + path, { headers })
      return [answer.status, await answer.text()] as const
    }
    const metrics = async () => (await ask('/metrics', { authorization: `Bearer ${TOKEN}` }))[1]

    test('where another version has changed the database the program lives, and wants no readers', async () => {
      expect([await ask('/healthz'), await ask('/readyz')]).toEqual([
        [200, 'ok\n'],
        [200, 'ready\n'],
      ])
      await sql`insert into schema_versions (number, name, applied_at) values (9999, 'to come', 0)`.execute(
        site.app.store.db,
      )
      expect(await ask('/readyz')).toEqual([
        503,
        'Another version of Courant has changed the database. Start this one anew with that version.\n',
      ])
      expect(await ask('/healthz')).toEqual([200, 'ok\n'])
    })

    test('where the database is away the program lives, and wants no readers', async () => {
      await site.app.store.db.schema.alterTable('schema_versions').renameTo('elsewhere').execute()
      expect((await ask('/readyz'))[0]).toBe(500)
      await site.app.store.db.schema.alterTable('elsewhere').renameTo('schema_versions').execute()
      expect((await ask('/readyz'))[0]).toBe(200)
    })

    test('told to end it says so first, and answers for as long as it was given', async () => {
      const restarted = site.restart()
      await expect.poll(() => ask('/readyz')).toEqual([503, 'This Courant is about to end.\n'])
      expect((await ask('/'))[0]).toBe(200)
      await restarted
      expect(await ask('/readyz')).toEqual([200, 'ready\n'])
    })

    test('the counters are for whoever has their token', async () => {
      expect((await ask('/metrics'))[0]).toBe(401)
      expect((await ask('/metrics', { authorization: `Bearer ${TOKEN}x` }))[0]).toBe(401)
      const [status, words] = await ask('/metrics', { authorization: `Bearer ${TOKEN}` })
      expect(status).toBe(200)
      expect(words).toContain('# TYPE courant_requests_total counter')
      expect(words).toContain('courant_requests_total{method="GET",route="/metrics",status="401"} 2')
    })

    test('requests are counted by their route, whether the page was kept or drawn, and comments by what became of them', async () => {
      const { path } = await demonstration(site)
      for (let time = 0; time < 3; time++) await ask(path)
      await ask(`${path}?from=a-letter`)
      await ask('/no/such/page')
      const story = '/:year{[0-9]{4}}/:month{[0-9]{2}}/:slug'
      await postComment(visitor(site), path, { name: 'Ottilie', comment: 'The pier was shut by noon.' })
      await sendComment(visitor(site), path, { name: '', comment: '', mail: '' })
      const told = await metrics()
      expect(told).toContain(`courant_requests_total{method="GET",route="${story}",status="200"} 4`)
      expect(told).toContain('courant_requests_total{method="GET",route="/*",status="404"} 1')
      expect(told).toContain(`courant_request_seconds_count{route="${story}"} 4`)
      expect(told).toContain('courant_comments_total{outcome="taken"} 1')
      expect(told).toContain('courant_comments_total{outcome="refused"} 1')
      expect(told).toMatch(/courant_page_cache_hits [3-9]/)
      expect(told).toMatch(/courant_page_cache_bytes [1-9]\d+/)
      expect(told).toContain('courant_queue_comments 2')
      expect(told).toMatch(/courant_jobs\{kind="[\w.-]+",state="waiting"\} 1/)
      expect(told).toMatch(/courant_database_statement_seconds_count\{worked="yes"\} [1-9]/)
      expect(told).toContain('courant_database_up 1')
      expect(told).toContain('nodejs_eventloop_lag_p99_seconds')
      expect(told).not.toMatch(/Ottilie|pier was shut|from=a-letter|no\/such/)
      expect(told).not.toContain(path)
    })
  })
}

test('without a token there are no counters to read', async ({ onTestFinished }) => {
  const site = await freshSite(DATABASES_OF_PAGES[0] ?? 'sqlite')
  onTestFinished(() => site.drop())
  const answer = await fetch(`${site.url}/metrics`, { headers: { authorization: 'Bearer ' } })
  expect(answer.status).toBe(404)
})
