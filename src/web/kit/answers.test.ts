/** What holds for every address: who may send to it, what is answered where there is nothing, and data for programs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../test/databases.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../test/sites.ts'

for (const kind of DATABASES_OF_PAGES) {
  describe(`on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let path: string
    beforeAll(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      path = (await demonstration(site)).path
    })
    afterAll(() => site.drop())

    test('a form is taken from the site’s own pages, over http or https, and from programs; from no page of another’s', async () => {
      const host = new URL(site.url).host
      const status = async (address: string, headers: Record<string, string>) =>
        (await staff.post(address, { rule: 'Be brief.' }, headers)).status
      const own = '/newsroom/settings/house-rule'
      for (const headers of [
        {},
        { 'sec-fetch-site': 'same-origin' },
        { 'sec-fetch-site': 'none' },
        { origin: `http://${host}` },
        { origin: `https://${host}` },
        { origin: site.app.url },
      ] as Record<string, string>[])
        expect([headers, await status(own, headers)]).toEqual([headers, 303])
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'cross-site', origin: `http://${host}` },
        { origin: 'https://other.example' },
        { origin: 'null' },
      ] as Record<string, string>[])
        expect([headers, await status(own, headers)]).toEqual([headers, 403])
    })

    test('an old browser that names no page sends from a receipt, whose address is its key, and into no account', async () => {
      const reader = visitor(site)
      const receipt = await postComment(reader, path, { name: 'Ben', comment: 'Hello there' })
      const sent = await reader.post(`${receipt}/withdraw`, {}, { origin: 'null' })
      expect(sent.status).toBe(303)
      expect((await reader.post('/account/link', { mail: 'b@a.example' }, { origin: 'null' })).status).toBe(403)
      // The button behind a letter's link stands on such a page as well.
      expect((await reader.post('/account/open/made-up', {}, { origin: 'null' })).status).toBe(410)
    })

    test('an address that takes no such method says which it takes', async () => {
      const answer = async (address: string, method: string) => {
        const response = await fetch(site.url + address, { method, redirect: 'manual' })
        return [response.status, response.headers.get('allow'), await response.text()]
      }
      expect(await answer('/feed.xml', 'POST')).toEqual([405, 'GET, HEAD', expect.stringContaining('can be read')])
      expect(await answer(`${path}/comments`, 'GET')).toEqual([
        405,
        'POST',
        expect.stringContaining('takes what a form sends'),
      ])
      expect(await answer('/form-proof', 'PUT')).toEqual([405, 'GET, HEAD, POST', expect.any(String)])
      const [status, , words] = await answer('/api/nothing', 'GET')
      expect([status, words]).toEqual([404, expect.stringContaining('/api/v1/openapi.json says what there is.')])
      expect((await answer('/nothing', 'GET'))[2]).toContain('The archive has every story.')
      expect((await answer('/nothing', 'GET'))[2]).toContain('Go to the front page')
      expect((await answer('/feed.xml', 'POST'))[2]).not.toContain('Go to the front page')
    })

    test('the site says that it is well, and what search engines leave alone', async () => {
      const well = await fetch(`${site.url}/healthz`)
      expect([well.status, well.headers.get('cache-control'), await well.text()]).toEqual([200, 'no-store', 'ok\n'])
      const robots = await (await fetch(`${site.url}/robots.txt`)).text()
      expect(robots).toContain('Disallow: /newsroom')
      expect(robots).toContain('/sitemap.xml')
    })

    test('programs are answered in JSON that nobody keeps, and told what they asked wrongly', async () => {
      const ask = async (query: string) => {
        const response = await fetch(`${site.url}/api/statements?${query}`)
        return { response, body: (await response.json()) as { error?: { sentence: string }; statements?: unknown[] } }
      }
      const good = await ask('about=ferry')
      expect([
        good.response.status,
        good.response.headers.get('content-type'),
        good.response.headers.get('cache-control'),
      ]).toEqual([200, 'application/json; charset=utf-8', 'no-store'])
      expect(good.body.statements).toEqual(expect.any(Array))
      const twice = await ask('about=a&about=b')
      expect([twice.response.status, twice.body.error?.sentence]).toEqual([400, 'Give “about” once.'])
      const long = await ask(`about=${'x'.repeat(201)}`)
      expect([long.response.status, long.body.error?.sentence]).toEqual([400, 'Keep “about” to 200 characters.'])
      expect((await ask(`about=${'x'.repeat(200)}`)).response.status).toBe(200)
    })

    test('a comment in the API says when its words were changed, and only then', async () => {
      const reader = visitor(site)
      const receipt = await postComment(reader, path, { name: 'Zoe', comment: 'First words' })
      const approveAll = async () => {
        const held = await site.app.store.db
          .selectFrom('comment_revisions')
          .select('id')
          .where('state', '=', 'held')
          .execute()
        for (const { id } of held) await staff.post('/newsroom/review/decide', { revision: id, action: 'approve' })
      }
      const { id } = await demonstration(site)
      const comment = async () => {
        const { comments } = (await (await fetch(`${site.url}/api/stories/${id}/comments`)).json()) as {
          comments: { name: string; text: string; revisedAt: string | null }[]
        }
        return comments.find(({ name }) => name === 'Zoe')
      }
      await approveAll()
      expect(await comment()).toMatchObject({ text: 'First words', revisedAt: null })
      await reader.post(`${receipt}/edit`, { comment: 'Second words' })
      await approveAll()
      expect(await comment()).toMatchObject({ text: 'Second words', revisedAt: expect.stringMatching(/^\d{4}-/) })
    })
  })
}
