/** The discussion on pages of other sites: who may show it, how a comment comes from there, and who can't send one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../../test/sites.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 86_400_000
const PAPER = 'https://paper.example'
/** As a browser sends it from a page of a listed site. */
const FROM_PAPER = { origin: PAPER, 'sec-fetch-site': 'cross-site' }

for (const kind of ONE_DATABASE) {
  describe(`on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: { id: string; path: string }
    let clock = NOW
    beforeAll(async () => {
      site = await freshSite(kind, { now: () => clock, config: { proxies: 1 } })
      staff = await editor(site)
      story = await demonstration(site)
    })
    afterAll(() => site.drop())

    const list = async (typed: string) =>
      expect((await staff.post('/newsroom/embedding', { site: typed })).status).toBe(303)
    const unlist = async (origin: string) =>
      expect((await staff.post('/newsroom/embedding/remove', { site: origin })).status).toBe(303)
    const get = async (path: string, who = visitor(site)) => {
      const response = await who.get(path)
      const ancestors = /frame-ancestors ([^;]+)/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
      return { status: response.status, headers: response.headers, ancestors, html: await response.text() }
    }
    const page = (url: string) => get(`/embed/story?url=${encodeURIComponent(url)}`)
    const countOf = async () =>
      Number(
        (
          await site.app.store.db
            .selectFrom('comments')
            .select((c) => c.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? ''
    let words = 0
    const fields = (more: Record<string, string> = {}) => ({
      ...{ story: story.id, name: 'Wren', mail: '', comment: `From elsewhere, word ${++words}.`, website: '' },
      ...more,
    })
    const approve = async (id: string) => {
      const { id: revision } = await site.app.store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', id)
        .executeTakeFirstOrThrow()
      expect((await staff.post('/newsroom/review/decide', { revision, action: 'approve' })).status).toBe(303)
    }
    const shown = async (comment: string) => {
      const receipt = await postComment(visitor(site), story.path, { name: 'Ada', comment })
      const id = receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
      await approve(id)
      return id
    }

    test('until an editor lists a site, nothing of it is there for anybody', async () => {
      for (const path of [`/embed/story?id=${story.id}`, `/embed/story?url=${PAPER}${story.path}`]) {
        const { status, ancestors, html } = await get(path)
        expect([status, ancestors]).toEqual([404, "'none'"])
        expect(html).toContain('has not let any other site show its comments')
      }
      expect((await visitor(site).post('/embed/comments', fields())).status).toBe(404)
      expect((await visitor(site).post(`${story.path}/comments`, fields(), FROM_PAPER)).status).toBe(403)
    })

    test('an editor lists sites and takes them out; what can’t be one comes back with a sentence', async () => {
      await list('https://www.paper.example')
      await list(PAPER)
      const settings = await staff.get('/newsroom/embedding')
      const html = await settings.text()
      expect(drawn(html).words).toContain('https://www.paper.example')
      expect(html).toContain('&lt;courant-discussion src=')
      const refused = await staff.post('/newsroom/embedding', { site: 'http://plain.example' })
      const told = await refused.text()
      expect([refused.status, told.includes('value="http://plain.example"')]).toEqual([400, true])
      expect(told).toContain('List the site by its https address')
      await unlist('https://www.paper.example')
      const again = await staff.post('/newsroom/embedding/remove', { site: 'https://www.paper.example' })
      expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('not in the list any more')])
    })

    test('a listed site, and no other, shows the approved comments and the form; no cookie is set', async () => {
      const id = await shown('The tide does not vote.')
      const { status, ancestors, headers, html } = await page(PAPER + story.path)
      expect([status, ancestors]).toEqual([200, PAPER])
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('x-frame-options')).toBeNull()
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none';.*script-src 'self'/)
      expect(html).toContain('The tide does not vote.')
      expect(html).toContain(`href="/embed/reply/${id}"`)
      expect(html).toMatch(new RegExp(`href="/report/${id}" target="_blank"`))
      expect(html).toContain(`<input type="hidden" name="story" value="${story.id}"/>`)
      expect(html).not.toMatch(/form-token|form-proof|name="token"/)
      // Whatever leads out of the frame opens beside the page around it.
      for (const [link] of html.matchAll(/<a [^>]*href="\/(?!embed\/)[^>]*>/g))
        expect(link).toContain('target="_blank"')
      expect((await get(`/embed/story?id=${story.id}`)).html).toBe(html)
      // Whoever is signed in gets the same.
      expect((await get(`/embed/story?id=${story.id}`, staff)).html).toBe(html)
    })

    test('a page about no story, or of a site that is not listed, is told so in a frame', async () => {
      for (const url of [`${PAPER}/2026/05/nothing`, `https://evil.example${story.path}`, 'nonsense', '']) {
        const { status, ancestors, html } = await page(url)
        expect([url, status, ancestors]).toEqual([url, 404, PAPER])
        expect(html).toContain('There is no discussion for this page.')
        expect(html).not.toContain('<nav')
      }
      for (const id of ['x', '0'.repeat(26), `${story.id}x`])
        expect((await get(`/embed/story?id=${id}`)).status).toBe(404)
    })

    test('the list counts from the moment it is changed, also for what was kept', async () => {
      const at = `/embed/story?id=${story.id}`
      const before = await get(at)
      expect(before.ancestors).toBe(PAPER)
      await list('https://other.example')
      const after = await get(at)
      expect(after.ancestors).toBe(`https://other.example ${PAPER}`)
      // Also for who has it from before: the page is the same, and the answer is another.
      expect(after.html).toBe(before.html)
      expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
      await unlist('https://other.example')
      expect((await get(at)).ancestors).toBe(PAPER)
    })

    test('a comment is shown once more, then taken without a cookie, held, and seen in the frame once it is approved', async () => {
      const reader = visitor(site)
      const sent = fields()
      const before = await countOf()
      const check = await reader.post('/embed/comments', sent)
      const html = await check.text()
      expect([check.status, check.headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(check.headers.get('content-security-policy')).toContain(`frame-ancestors ${PAPER}`)
      expect(html).toContain('Check your comment')
      expect(html).toContain(sent.comment)
      expect(html).toContain('action="/embed/comments"')
      expect(await countOf()).toBe(before)

      const taken = await reader.post('/embed/comments', { ...sent, token: tokenIn(html) })
      const thanks = await taken.text()
      expect([taken.status, await countOf()]).toEqual([200, before + 1])
      expect(taken.headers.get('content-security-policy')).toContain(`frame-ancestors ${PAPER}`)
      expect(thanks).toContain('Waiting for review')
      expect(thanks).not.toContain(sent.comment)
      expect(reader.cookies.size).toBe(0)
      const receipt = /href="\/receipts\/([^"]+)" target="_blank"/.exec(thanks)?.[1] ?? ''
      expect((await get(`/receipts/${receipt}`)).html).toContain(sent.comment)
      // The same once more, as after a broken connection, is the same comment.
      expect(await (await reader.post('/embed/comments', { ...sent, token: tokenIn(html) })).text()).toContain(receipt)
      expect(await countOf()).toBe(before + 1)

      expect((await page(PAPER + story.path)).html).not.toContain(sent.comment)
      await approve(receipt.slice(0, 26))
      expect((await page(PAPER + story.path)).html).toContain(sent.comment)
    })

    test('an answer goes the same way', async () => {
      const id = await shown('Who rings the bell?')
      const form = await get(`/embed/reply/${id}`)
      expect([form.status, form.ancestors]).toEqual([200, PAPER])
      expect(form.html).toContain('Who rings the bell?')
      expect(form.html).not.toContain('name="token"')
      const sent = fields({ parent: id })
      const check = await (await visitor(site).post('/embed/comments', sent)).text()
      expect(check).toContain('Who rings the bell?')
      expect((await visitor(site).post('/embed/comments', { ...sent, token: tokenIn(check) })).status).toBe(200)
      const row = await site.app.store.db
        .selectFrom('comments')
        .select('parent_id')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      expect(row.parent_id).toBe(id)
      const gone = await get(`/embed/reply/${'0'.repeat(26)}`)
      expect([gone.status, gone.ancestors]).toEqual([404, PAPER])
    })

    test('what is wrong comes back in the frame with the words', async () => {
      for (const [wrong, status, sentence] of [
        [{ name: '' }, 400, 'name'],
        [{ comment: '' }, 400, ''],
        [{ story: 'x' }, 400, ''],
        [{ story: '0'.repeat(26) }, 404, 'not on the site'],
        [{ parent: 'x' }, 400, ''],
      ] as const) {
        const sent = fields(wrong)
        const answer = await visitor(site).post('/embed/comments', sent)
        const html = await answer.text()
        expect([wrong, answer.status]).toEqual([wrong, status])
        expect(html).toContain(sentence)
        expect(html).toContain(sent.comment)
        expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors ${PAPER}`)
        expect(html).not.toContain('<nav')
      }
      const long = await visitor(site).post('/embed/comments', fields({ comment: 'x'.repeat(300_000) }))
      expect([long.status, long.headers.get('content-security-policy')]).toEqual([
        413,
        expect.stringContaining(`frame-ancestors ${PAPER}`),
      ])
    })

    test('no token but that of the page with the words takes a comment: none, one to write with, one made up, an old one, one used', async () => {
      const before = await countOf()
      const first = tokenIn((await get(`${story.path}/reply/${await shown('A question?')}`)).html)
      expect(first).not.toBe('')
      for (const token of ['', first, 'x'.repeat(51), 'nonsense']) {
        const answer = await visitor(site).post('/embed/comments', fields({ token }))
        expect([token, answer.status, (await answer.text()).includes('Check your comment')]).toEqual([token, 200, true])
      }
      expect(await countOf()).toBe(before + 1)

      const sent = fields()
      const token = tokenIn(await (await visitor(site).post('/embed/comments', sent)).text())
      expect(await (await visitor(site).post('/embed/comments', { ...sent, token })).text()).toContain('Thank you')
      const replayed = await (await visitor(site).post('/embed/comments', fields({ token }))).text()
      expect(replayed).toContain('already been sent with a different comment')
      const later = fields()
      const old = tokenIn(await (await visitor(site).post('/embed/comments', later)).text())
      clock += DAY + 1000
      expect(await (await visitor(site).post('/embed/comments', { ...later, token: old })).text()).toContain(
        'more than a day',
      )
      expect(await countOf()).toBe(before + 2)
    })

    test('the frame’s form takes nothing from a page of another site, listed or not, whatever the form says of itself', async () => {
      const before = await countOf()
      const sent = fields({ origin: PAPER, url: PAPER + story.path, referer: PAPER })
      const token = tokenIn(await (await visitor(site).post('/embed/comments', sent)).text())
      for (const headers of [
        FROM_PAPER,
        { origin: PAPER },
        { origin: 'null' },
        { origin: 'null', 'sec-fetch-site': 'cross-site' },
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: site.url, 'sec-fetch-site': 'cross-site' },
      ] as Record<string, string>[]) {
        const answer = await visitor(site).post('/embed/comments', { ...sent, token }, headers)
        expect([headers, answer.status]).toEqual([headers, 403])
        expect(await answer.text()).not.toContain(sent.comment)
      }
      expect(await countOf()).toBe(before)
    })

    test('a form of a listed site is shown once more on a page of ours, and nothing of it is kept, whatever comes with it', async () => {
      const before = await countOf()
      const reader = visitor(site)
      await reader.get('/form-token')
      const page = await (await reader.get(`${story.path}/reply/${await shown('And now?')}`)).text()
      for (const headers of [FROM_PAPER, { origin: PAPER }, { ...FROM_PAPER, 'sec-fetch-site': 'same-site' }])
        for (const token of [
          '',
          tokenIn(page),
          tokenIn(await (await reader.post('/embed/comments', fields())).text()),
        ]) {
          const sent = fields({ token })
          const answer = await reader.post(`${story.path}/comments`, sent, headers)
          const html = await answer.text()
          expect([headers, token, answer.status]).toEqual([headers, token, 200])
          expect(html).toContain('Check your comment')
          expect(html).toContain(sent.comment)
          expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
          expect(answer.headers.get('access-control-allow-origin')).toBeNull()
        }
      expect(await countOf()).toBe(before + 1)
      // From that page it is sent as any comment of this site's own.
      const sent = fields()
      const check = await (await visitor(site).post(`${story.path}/comments`, sent, FROM_PAPER)).text()
      const own = { origin: site.url, 'sec-fetch-site': 'same-origin' }
      const taken = await visitor(site).post(`${story.path}/comments`, { ...sent, token: tokenIn(check) }, own)
      expect([taken.status, taken.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/receipts\//)])
    })

    test('a form of any other site is refused, and none of it stands on the answer: another origin, none, one that is made up, one that looks alike', async () => {
      const before = await countOf()
      for (const headers of [
        { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
        { origin: `${PAPER}.evil.example`, 'sec-fetch-site': 'cross-site' },
        { origin: 'http://paper.example', 'sec-fetch-site': 'cross-site' },
        { origin: `${PAPER}:8443`, 'sec-fetch-site': 'cross-site' },
        { origin: `${PAPER}/`, 'sec-fetch-site': 'cross-site' },
        { origin: 'https://PAPER.example', 'sec-fetch-site': 'cross-site' },
        { origin: 'null', 'sec-fetch-site': 'cross-site' },
        { origin: '', 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'cross-site', referer: `${PAPER}/` },
        { 'sec-fetch-site': 'same-site' },
      ] as Record<string, string>[]) {
        const sent = fields({ origin: PAPER })
        const answer = await staff.post(`${story.path}/comments`, sent, headers)
        expect([headers, answer.status]).toEqual([headers, 403])
        expect(await answer.text()).not.toContain(sent.comment)
      }
      // Being listed opens nothing else.
      for (const path of [`${story.path}/wrong`, '/account/link', '/newsroom/embedding', '/form-proof', '/report/x'])
        expect([path, (await staff.post(path, fields({ site: 'evil.example' }), FROM_PAPER)).status]).toEqual([
          path,
          403,
        ])
      expect(await countOf()).toBe(before)
    })

    test('cookies of somebody who is signed in say nothing in a frame', async () => {
      const sent = fields()
      const check = await (await staff.post('/embed/comments', sent)).text()
      expect(await (await staff.post('/embed/comments', { ...sent, token: tokenIn(check) })).text()).toContain(
        'Thank you',
      )
      const row = await site.app.store.db
        .selectFrom('comments')
        .select('reader_id')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      expect(row.reader_id).toBeNull()
    })

    test('a network that sends too many is asked to wait, as on the site itself', async () => {
      const headers = { 'x-forwarded-for': '203.0.113.9' }
      const send = async () => {
        const sent = fields()
        const check = await (await visitor(site).post('/embed/comments', sent, headers)).text()
        return visitor(site).post('/embed/comments', { ...sent, token: tokenIn(check) }, headers)
      }
      for (let i = 0; i < 20; i++) expect((await send()).status).toBe(200)
      const refused = await send()
      expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('<textarea')])
    })

    test('closed comments are shown without a form', async () => {
      await staff.post(`/newsroom/stories/${story.id}/discussion`, { mode: 'closed' })
      const { status, html } = await page(PAPER + story.path)
      expect([status, html.includes('<form')]).toEqual([200, false])
      expect(html).toContain('closed')
      const check = await visitor(site).post('/embed/comments', fields())
      const token = tokenIn(await check.text())
      expect((await visitor(site).post('/embed/comments', fields({ token }))).status).toBe(409)
      await staff.post(`/newsroom/stories/${story.id}/discussion`, { mode: 'open' })
    })

    test('the element’s script can be loaded by pages of other sites, is small, and asks for a frame', async () => {
      const answer = await fetch(`${site.url}/embed.js`)
      const script = await answer.text()
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(answer.headers.get('cache-control')).toBe('public, max-age=3600')
      expect(Buffer.byteLength(script)).toBeLessThanOrEqual(12 * 1024)
      expect(script).toContain('courant-discussion')
    })
  })
}
