/** A page that is kept is answered from there however its address is spelt, and is kept once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toldUntil } from '../../src/redress/index.ts'
import { createStory, emptyContent, publish } from '../../src/story/index.ts'
import { DATABASES } from '../databases.ts'
import { editor, freshSite, type TestSite } from '../sites.ts'

for (const kind of DATABASES) {
  describe(`a site on ${kind}`, () => {
    let site: TestSite
    beforeAll(async () => {
      site = await freshSite(kind)
    })
    afterAll(() => site.drop())

    /** How many answers a route was asked for while `work` ran: each of those is a line in the log. */
    const routed = async (work: () => Promise<unknown>): Promise<number> => {
      const count = () => site.log().split('"msg":"answered"').length
      const before = count()
      await work()
      return count() - before
    }
    const published = async (headline: string): Promise<string> => {
      const content = {
        ...emptyContent,
        headline,
        body: [{ id: 'aaaaaaa1', type: 'paragraph' as const, text: 'Words.' }],
      }
      const now = Date.now()
      const id = await createStory(site.app.store, { content, by: null, commentsOpen: true }, now)
      const result = await publish(site.app.store, { id, by: null }, now)
      if ('problem' in result) throw new Error(result.problem)
      const row = await site.app.store.db.selectFrom('published_stories').select('path').where('id', '=', id).execute()
      return row[0]?.path as string
    }

    test('a story whose headline is in any script is drawn once and then answered as it is kept', async () => {
      for (const headline of ['Größere Fähren', 'Ночной паром', '夜のフェリー', 'العبّارة الليلية', 'Plain ferry']) {
        const path = await published(headline)
        const escaped = encodeURI(path)
        const first = await (await fetch(site.url + path)).text()
        expect(first).toContain(headline)
        const others = [
          escaped,
          escaped.replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase()),
          encodeURI(path.normalize('NFD')),
          `${escaped}/`,
          `${escaped}?from=feed`,
          escaped.replace('/20', '/%320'),
        ]
        const answers = await routed(async () => {
          for (const other of others) expect(await (await fetch(site.url + other)).text()).toBe(first)
        })
        expect([headline, answers]).toEqual([headline, 0])
      }
    })

    test('so are the front page, lists and the API, however they are spelt', async () => {
      for (const [path, other] of [
        ['/archive', '/%61rchive'],
        ['/archive', '/archive/'],
        ['/feed.xml', '/feed%2Exml'],
        ['/api/stories', '/api/%73tories/'],
      ] as const) {
        const first = await (await fetch(site.url + path)).text()
        const answers = await routed(async () => expect(await (await fetch(site.url + other)).text()).toBe(first))
        expect([other, answers]).toEqual([other, 0])
      }
    })

    test('an escaped slash, percent sign or NUL is what it was before the page was kept: no page', async () => {
      const path = encodeURI(await published('Слон'))
      const asked = [path.replace(/\/(?=[^/]*$)/, '%2f'), path.replaceAll('%', '%25'), `${path}%00`]
      const statuses = () => Promise.all(asked.map(async (one) => (await fetch(site.url + one)).status))
      const before = await statuses()
      expect((await fetch(site.url + path)).status).toBe(200)
      expect([before, await statuses()]).toEqual([
        [404, 404, 404],
        [404, 404, 404],
      ])
    })

    test('a page of the moderation log is kept for its day, where no address reaches it', async () => {
      const staff = await editor(site)
      await staff.post('/newsroom/review/reasons/publicity', { log: 'yes' })
      expect((await fetch(`${site.url}/moderation`)).status).toBe(200)
      const until = toldUntil(Date.now())
      for (const sign of ['%20', '%00'])
        expect([sign, (await fetch(`${site.url}/moderation${sign}${until}`)).status]).toEqual([sign, 404])
    })
  })
}
