/**
 * How other systems have let unreviewed words, names and addresses out. Each
 * was found in a released program; each is a test here.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readQueue } from '../../src/moderation/queue/index.ts'
import { DATABASES } from '../databases.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  sendComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../sites.ts'

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
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

    const send = async (comment: string, parent = '') => {
      const receipt = await postComment(visitor(site), storyPath, {
        name: 'Quiet Reader',
        mail: 'quiet@reader.example',
        comment,
        parent,
      })
      return { receipt, id: receipt.slice('/receipts/'.length, '/receipts/'.length + 26) }
    }
    const decide = async (id: string, action: 'approve' | 'reject') => {
      const item = (await readQueue(site.app.store.db, { limit: 100 })).find(({ commentId }) => commentId === id)
      const response = await staff.post(
        '/newsroom/review/decide',
        { revision: item?.revisionId ?? '', action, reason: 'off-topic' },
        { accept: 'application/json' },
      )
      expect(response.status).toBe(200)
      return ((await response.json()) as { decision: { id: string } }).decision.id
    }

    test('no act of a stranger on a held comment answers with its words, its name or that it exists', async () => {
      const { id } = await send('secret words')
      const stranger = visitor(site)
      for (const path of [
        `/api/comments/${id}`,
        `/api/stories/${storyId}/comments/${id}`,
        `${storyPath}/comments/${id}`,
        `${storyPath}/reply/${id}`,
        `/receipts/${id}`,
      ]) {
        const unknown = path.replace(id, '0'.repeat(26))
        for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
          const [there, nowhere] = await Promise.all(
            [path, unknown].map((address) =>
              fetch(site.url + address, {
                method,
                redirect: 'manual',
                ...(method === 'GET' ? {} : { body: method === 'OPTIONS' ? null : 'like=1' }),
              }),
            ),
          )
          const body = await there!.text()
          expect(body).not.toMatch(/secret words|Quiet Reader|quiet@reader/)
          // What is held and what never was are answered alike.
          expect(there!.status).toBe(nowhere!.status)
          expect(there!.status).toBeGreaterThanOrEqual(400)
        }
      }
      expect(await (await stranger.get(storyPath)).text()).not.toContain(id)
    })

    test('ids do not count up: from one comment’s id no other can be told', async () => {
      const ids = [(await send('one')).id, (await send('two')).id, (await send('three')).id]
      const chance = ids.map((id) => id.slice(10))
      expect(new Set(chance).size).toBe(3)
      for (const part of chance) expect(part).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
    })

    test('an approved answer to a comment that went back to the queue: the count is what is shown, everywhere', async () => {
      const parent = await send('the parent')
      const decision = await decide(parent.id, 'approve')
      const answer = await send('the answer', parent.id)
      await decide(answer.id, 'approve')
      await staff.post('/newsroom/review/undo', { decision })
      const page = await (await fetch(site.url + storyPath)).text()
      const list = (await (await fetch(`${site.url}/api/stories/${storyId}/comments`)).json()) as {
        count: number
        comments: unknown[]
      }
      expect(list.count).toBe(1)
      expect(list.comments).toHaveLength(1)
      expect(page.match(/<article class="comment"/g)).toHaveLength(1)
      expect(page).toContain('<h2 id="discussion-heading">1 comment</h2>')
      expect(await (await fetch(site.url)).text()).toContain('1 comment')
      expect(page).not.toContain('the parent')
    })

    test('a made-up X-Forwarded-For does not walk round the limit', async () => {
      const statuses: number[] = []
      for (let i = 0; i < 25; i++) {
        const response = await sendComment(
          visitor(site),
          storyPath,
          { name: 'Flood', mail: '', comment: `number ${i}` },
          { 'x-forwarded-for': `198.51.${i}.1` },
        )
        statuses.push(response.status)
        if (response.status === 429) expect(await response.text()).toContain(`number ${i}`)
      }
      expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(20)
      expect(statuses.at(-1)).toBe(429)
    })

    test('nobody is told a reader’s mail address, and many links are held like any other words', async () => {
      const { id } = await send('see https://a.example https://b.example https://c.example')
      expect(await (await fetch(site.url + storyPath)).text()).not.toContain('a.example')
      await decide(id, 'approve')
      for (const path of [
        storyPath,
        '/',
        '/feed.xml',
        `/api/stories/${storyId}/comments`,
        `${storyPath}/reply/${id}`,
      ]) {
        expect(await (await fetch(site.url + path)).text()).not.toContain('quiet@reader')
      }
    })

    test('a page loads nothing from anyone else: no avatars by the hash of a mail address, no fonts, no scripts', async () => {
      const { id, receipt } = await send('hello')
      await decide(id, 'approve')
      for (const path of ['/', storyPath, '/archive', receipt, `${storyPath}/reply/${id}`, '/nothing']) {
        const html = await (await fetch(site.url + path)).text()
        const loaded = [
          ...html.matchAll(
            /<(?:img|script|iframe|source|video|audio|embed|object)[^>]*?(?:src|data)="([^"]*)"|<link[^>]*rel="(?:stylesheet|preload|icon)"[^>]*href="([^"]*)"/g,
          ),
        ].map(([, a, b]) => a ?? b)
        expect(loaded.filter((address) => /^(https?:)?\/\//.test(address ?? ''))).toEqual([])
      }
    })
  })
}
