/** What holds for every page and answer of a running site. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readQueue } from '../../src/moderation/queue/index.ts'
import { addPerson, makeSignInLink, type Switch } from '../../src/people/index.ts'
import { publish, readDraft, saveDraft, unpublish } from '../../src/story/index.ts'
import { openSite } from '../../test/stores.ts'
import { DATABASES } from '../databases.ts'
import { demonstration, editor, freshSite, postComment, type TestSite, type Visitor, visitor } from '../sites.ts'

for (const kind of DATABASES) {
  describe(`a site on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let storyId: string
    let storyPath: string
    beforeEach(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      ;({ id: storyId, path: storyPath } = await demonstration(site))
    })
    afterEach(() => site.drop())

    const kept = () => [
      '/',
      storyPath,
      storyPath.slice(0, 8),
      '/archive',
      '/feed.xml',
      '/sitemap.xml',
      '/robots.txt',
      '/api/stories',
      `/api/stories/${storyId}`,
      `/api/stories/${storyId}/comments`,
    ]
    const texts = async (url: string) => Promise.all(kept().map(async (path) => (await fetch(url + path)).text()))

    test('a kept page is what a fresh render gives, after every kind of change', async () => {
      const changes: Record<string, () => Promise<unknown>> = {
        'a comment approved': async () => {
          await postComment(visitor(site), storyPath, { name: 'Ada', comment: 'Approved words.' })
          for (const { revisionId } of await readQueue(site.app.store.db, { limit: 9 })) {
            await staff.post('/newsroom/review/decide', { revision: revisionId, action: 'approve' })
          }
        },
        'a setting': () => staff.post('/newsroom/settings/house-rule', { rule: 'Be brief.' }),
        'a new version': async () => {
          const draft = await readDraft(site.app.store.db, storyId)
          const content = { ...draft!.content, headline: 'Another headline' }
          await saveDraft(
            site.app.store,
            { storyId, base: draft!.number, content, commentsOpen: true, by: 'x' },
            Date.now(),
          )
          await publish(site.app.store, { id: storyId, by: null }, Date.now())
        },
        'comments closed': async () => {
          const draft = await readDraft(site.app.store.db, storyId)
          await saveDraft(
            site.app.store,
            { storyId, base: draft!.number, content: draft!.content, commentsOpen: false, by: 'x' },
            Date.now(),
          )
        },
        'a story taken off': () => unpublish(site.app.store, storyId, null, Date.now()),
      }
      for (const [what, change] of Object.entries(changes)) {
        const before = await texts(site.url)
        await change()
        const keptNow = await texts(site.url)
        expect(keptNow, `${what} shows`).not.toEqual(before)
        await site.restart()
        // A server that has kept nothing yet draws every page anew; only the port in addresses differs.
        const port = (text: string) => text.replace(/(localhost|127\.0\.0\.1)(:|%3A)\d+/g, 'site')
        expect((await texts(site.url)).map(port), `after ${what}`).toEqual(keptNow.map(port))
      }
    })

    test('kept pages are answered with an ETag, compressed where it is wanted, and 304 to who has them', async () => {
      for (const path of kept()) {
        const first = await fetch(site.url + path, { headers: { 'accept-encoding': 'gzip' } })
        expect(first.headers.get('cache-control')).toBe('public, no-cache')
        const again = await fetch(site.url + path, {
          headers: { 'accept-encoding': 'br', 'if-none-match': first.headers.get('etag') ?? '' },
        })
        expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
        const head = await fetch(site.url + path, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } })
        // Packed quickly for the first who asks, well from then on: either name is answered with 304.
        const named = (answer: Response) => answer.headers.get('etag')?.replace('-q', '')
        expect([head.status, named(head), await head.text()]).toEqual([200, named(first), ''])
      }
    })

    test('every answer carries the headers that keep a page to itself', async () => {
      const css = /\/assets\/[^"]+\.css/.exec(await (await fetch(site.url)).text())?.[0] as string
      for (const path of [
        ...kept(),
        css,
        '/nothing',
        '/newsroom/sign-in',
        '/newsroom',
        '/receipts',
        '/api/nothing',
        '/form-token',
      ]) {
        const answers = [await fetch(site.url + path, { redirect: 'manual' })]
        const etag = answers[0]?.headers.get('etag')
        if (etag) answers.push(await fetch(site.url + path, { headers: { 'if-none-match': etag } }))
        for (const { headers, status } of answers) {
          expect([path, status, headers.get('content-security-policy')]).toEqual([
            path,
            status,
            expect.stringContaining("default-src 'none'"),
          ])
          expect(headers.get('x-content-type-options')).toBe('nosniff')
          expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
          expect(headers.get('origin-agent-cluster')).toBe('?1')
          expect(headers.get('permissions-policy')).toContain('camera=()')
          // Feeds and the API are for others; so are they for their pages.
          const isForOthers = /^\/api\/|\.(xml|txt)$/.test(path)
          expect([path, headers.get('cross-origin-resource-policy')]).toEqual([
            path,
            isForOthers ? 'cross-origin' : 'same-origin',
          ])
          // Said where the site is at home on https only: on this one it would lock its readers out.
          expect(headers.get('strict-transport-security')).toBe(null)
        }
      }
      for (const path of kept().slice(0, 4)) expect((await fetch(site.url + path)).headers.get('set-cookie')).toBe(null)
      expect((await fetch(site.url)).headers.get('content-security-policy')).not.toContain('script-src')
    })

    test('mistakes have one shape each, as a page and as JSON, with a sentence that says what to do', async () => {
      const cases: [string, RequestInit, number][] = [
        ['/nothing', {}, 404],
        ['/2026/13/x/y/z', {}, 404],
        ['/api/stories/none', {}, 404],
        ['/feed.xml', { method: 'POST' }, 405],
        [`${storyPath}/comments`, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }, 400],
        ['/receipts/made-up', {}, 404],
      ]
      for (const [path, init, status] of cases) {
        const json = await fetch(site.url + path, { ...init, headers: { ...init.headers, accept: 'application/json' } })
        expect([path, json.status]).toEqual([path, status])
        expect(await json.json()).toEqual({
          error: { status, title: expect.stringMatching(/\S/), sentence: expect.stringMatching(/^[A-Z].*\.$/) },
        })
        if (path.startsWith('/api/')) continue
        const page = await fetch(site.url + path, init)
        expect(page.headers.get('content-type')).toContain('text/html')
        expect(await page.text()).toMatch(/<h1>[^<]+<\/h1>/)
      }
      await unpublish(site.app.store, storyId, null, Date.now())
      expect((await fetch(site.url + storyPath)).status).toBe(410)
    })

    test('the newsroom is closed to strangers and to forms of other sites', async () => {
      const stranger = visitor(site)
      for (const path of [
        '/newsroom',
        '/newsroom/review',
        '/newsroom/people',
        '/newsroom/settings',
        '/newsroom/paste',
        `/newsroom/stories/${storyId}`,
        `/newsroom/stories/${storyId}/preview`,
      ]) {
        const response = await stranger.get(path)
        expect([path, response.status, response.headers.get('location')]).toEqual([path, 303, '/newsroom/sign-in'])
      }
      for (const headers of [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        const response = await staff.post(
          '/newsroom/settings/house-rule',
          { rule: 'Do evil.' },
          headers as unknown as Record<string, string>,
        )
        expect(response.status).toBe(403)
      }
      expect(
        (await staff.post('/newsroom/settings/house-rule', { rule: 'Do good.' }, { origin: site.url })).status,
      ).toBe(303)
      expect(await (await fetch(site.url + storyPath)).text()).toContain('Do good.')
    })

    test('a role is a set of switches: what is not among them is refused with a sentence', async () => {
      const as = async (switches: readonly Switch[]) => {
        const person = await addPerson(site.app.store, { name: switches.join(' '), mail: null, switches }, Date.now())
        if ('problem' in person) throw new Error(person.problem)
        const someone = visitor(site)
        await someone.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, Date.now()) })
        return someone
      }
      const moderator = await as(['moderate'])
      const reporter = await as(['write'])
      expect((await moderator.get('/newsroom/review')).status).toBe(200)
      for (const path of ['/newsroom/paste', '/newsroom/people', '/newsroom/settings'])
        expect((await moderator.get(path)).status).toBe(403)
      expect((await reporter.get('/newsroom/review')).status).toBe(403)
      expect((await moderator.post(`/newsroom/stories/${storyId}/unpublish`, {})).status).toBe(403)
      // A reporter changes their own stories, not a colleague's, and does not publish.
      const theirs = await reporter.post(`/newsroom/stories/${storyId}`, { base: '1', headline: 'Mine now' })
      expect([theirs.status, await theirs.text()]).toEqual([403, expect.stringContaining('colleague')])
      const made = await reporter.post('/newsroom/stories', {})
      const own = made.headers.get('location') as string
      const saved = await reporter.post(own, {
        base: '1',
        headline: 'My "own"',
        body: "It's mine.",
        afterwards: 'publish',
      })
      expect([saved.status, await saved.text()]).toEqual([400, expect.stringContaining('Saved, but not published')])
      const draft = await readDraft(site.app.store.db, own.split('/').at(-1) as string)
      expect(draft).toMatchObject({ state: 'draft', content: { headline: 'My “own”', body: [{ text: 'It’s mine.' }] } })
    })

    test('of two people who save one draft the second is shown both texts, and loses nothing', async () => {
      const one = await staff.post(`/newsroom/stories/${storyId}`, { base: '1', headline: 'First saver', body: 'One.' })
      expect(one.status).toBe(303)
      const two = await staff.post(`/newsroom/stories/${storyId}`, {
        base: '1',
        headline: 'Second saver',
        body: 'Two.',
      })
      const page = await two.text()
      expect(two.status).toBe(409)
      expect(page).toContain('First saver')
      expect(page).toContain('Second saver')
      const base = /name="base" value="(\d+)"/.exec(page)?.[1] as string
      expect(
        (await staff.post(`/newsroom/stories/${storyId}`, { base, headline: 'Second saver', body: 'Two.' })).status,
      ).toBe(303)
      expect((await readDraft(site.app.store.db, storyId))?.content.headline).toBe('Second saver')
    })

    test('a comment without a token is shown back once, and then taken', async () => {
      const reader = visitor(site)
      const fields = { name: 'Ada', mail: '', comment: 'First try.\n\n> quoted' }
      const check = await reader.post(`${storyPath}/comments`, fields)
      const html = await check.text()
      expect(check.status).toBe(200)
      expect(html).toContain('Check your comment')
      const token = /name="token" value="([^"]+)"/.exec(html)?.[1] as string
      const sent = await reader.post(`${storyPath}/comments`, { ...fields, token })
      expect(sent.status).toBe(303)
      const receipt = await (await reader.get(sent.headers.get('location') as string)).text()
      expect(receipt).toContain('First try.')
      // The browser remembers it, for receipts only.
      expect(await (await reader.get('/receipts')).text()).toContain('First try.')
      expect(await (await visitor(site).get('/receipts')).text()).not.toContain('First try.')
    })

    test('an answer is drawn under the comment it answers, deeper ones say whom they answer', async () => {
      const ids: string[] = []
      for (const [name, parent] of [
        ['Top', ''],
        ['Under', 0],
        ['Deeper', 1],
      ] as const) {
        const receipt = await postComment(visitor(site), storyPath, {
          name,
          comment: `${name} speaks.`,
          parent: parent === '' ? '' : (ids[parent] as string),
        })
        ids.push(receipt.slice('/receipts/'.length, '/receipts/'.length + 26))
        for (const { revisionId } of await readQueue(site.app.store.db, { limit: 9 }))
          await staff.post('/newsroom/review/decide', { revision: revisionId, action: 'approve' })
      }
      const html = await (await fetch(site.url + storyPath)).text()
      // The demonstration's own comment was approved along with the first.
      expect(html).toContain('4 comments')
      const list = (await (await fetch(`${site.url}/api/stories/${storyId}/comments`)).json()) as {
        comments: { name: string; parent: string | null }[]
      }
      expect(
        list.comments.filter(({ name }) => name !== 'A first reader').map(({ name, parent }) => [name, parent]),
      ).toEqual([
        ['Top', null],
        ['Under', ids[0]],
        ['Deeper', ids[1]],
      ])
      expect((await fetch(`${site.url}${storyPath}/reply/${ids[2]}`)).status).toBe(200)
    })

    test('a change made on the command line shows on the running site soon after', async () => {
      expect(await (await fetch(site.url)).text()).toContain('ferry')
      const address = kind === 'sqlite' ? { kind, file: site.database } : { kind, url: site.database }
      const other = await openSite(address, Date.now)
      await unpublish(other, storyId, null, Date.now())
      await other.close()
      await expect.poll(async () => (await fetch(site.url + storyPath)).status).toBe(410)
    })
  })
}
