/** Coral's door: who isn't Coral gets nothing there, and whatever comes is answered with a sentence. */
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../test/databases.ts'
import { drawn } from '../../../test/drawn.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../../../test/sites.ts'

const SECRET = 'ssec_0123456789abcdef0123456789abcdef'
const PAGE = '/newsroom/coral'
/** As Coral sends it, blanks and all. */
const asked = (body: string, more: object = {}) =>
  JSON.stringify(
    {
      action: 'NEW',
      comment: { body, parentID: null },
      author: { id: 'baf4e943', role: 'COMMENTER' },
      story: { id: '245b3856', url: 'https://other.example/story' },
      site: { id: 'a4bede88' },
      tenantID: '19ba5794',
      tenantDomain: 'other.example',
      ...more,
    },
    null,
    2,
  )

for (const kind of DATABASES_OF_PAGES) {
  describe(`a Coral site that asks, on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    beforeAll(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
    })
    afterAll(() => site.drop())

    const ask = async (body: string | Buffer, { secret = SECRET, headers = {} as Record<string, string> } = {}) => {
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
      const sent = { 'content-type': 'application/json', 'x-coral-signature': signature, ...headers }
      const answer = await fetch(`${site.url}/api/coral`, {
        method: 'POST',
        headers: sent,
        body: new Uint8Array(Buffer.from(body)),
      })
      const text = await answer.text()
      return { status: answer.status, json: text === '' ? null : JSON.parse(text) }
    }
    const page = async () => drawn(await (await staff.get(PAGE)).text()).words
    const hostile = asked('You pathetic idiot, I will kill you.')

    test('nobody is answered until an editor has switched it on with Coral’s secret', async () => {
      expect(await page()).toContain('Switched off.')
      expect((await ask(hostile)).status).toBe(404)
      const bad = await staff.post(PAGE, { secret: 'short' })
      expect([bad.status, drawn(await bad.text()).words]).toEqual([
        400,
        expect.stringContaining('whole signing secret'),
      ])
      expect((await staff.post(PAGE, { secret: SECRET })).status).toBe(303)
      const html = await (await staff.get(PAGE)).text()
      expect(html).toContain('/api/coral')
      expect(html).not.toContain(SECRET)
      expect(await ask(hostile)).toEqual({
        status: 200,
        json: { status: 'SYSTEM_WITHHELD', actions: [{ actionType: 'FLAG', reason: 'COMMENT_DETECTED_TOXIC' }] },
      })
      const fine = asked('The weir was mended in spring, and the ferry runs again on Mondays.', { later: { x: 1 } })
      expect(await ask(fine)).toEqual({ status: 204, json: null })
      expect(await page()).toContain('2 comments looked at, 1 held.')
    })

    test('what is not signed by its secret is refused, before anything in it is looked at', async () => {
      const before = await page()
      const refused = { status: 403, json: expect.objectContaining({}) }
      for (const headers of [
        { 'x-coral-signature': '' },
        { 'x-coral-signature': 'sha256=00' },
        { 'x-coral-signature': `sha1=${'0'.repeat(40)}` },
        { 'x-coral-signature': `sha256=${'0'.repeat(64)}` },
      ])
        expect(await ask(hostile, { headers }), headers['x-coral-signature']).toEqual(refused)
      expect(await ask(hostile, { secret: 'another secret of 32 characters.' })).toEqual(refused)
      expect(await ask('{', { secret: 'another secret of 32 characters.' })).toEqual(refused)
      // From another site's page, in somebody's browser.
      expect((await ask(hostile, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
      expect(await page()).toBe(before)
    })

    test('the same question sent again gets the same answer, and moves a count and nothing else', async () => {
      const comments = () => site.app.store.db.selectFrom('comments').selectAll().execute()
      const before = await comments()
      const [first, again] = [await ask(hostile), await ask(hostile)]
      expect(again).toEqual(first)
      expect(await comments()).toEqual(before)
    })

    test('what is too large, no JSON or no question is refused with a sentence', async () => {
      const sentences: Record<string, unknown> = {}
      for (const [name, body] of [
        ['too large', asked('x'.repeat(300_000))],
        ['no JSON', '{"comment":'],
        ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
        ['no question', '{"comment":{"body":7}}'],
        ['nothing', ''],
      ] as const) {
        const { status, json } = await ask(body)
        sentences[name] = status
        expect(JSON.stringify(json)).toMatch(/[A-Z][^.]{8,}\./)
      }
      expect(sentences).toEqual({
        'too large': 413,
        'no JSON': 400,
        'not UTF-8': 400,
        'no question': 400,
        nothing: 400,
      })
      for (const body of ['', 'x\u0000y', '<b>x</b>'.repeat(5000), '\ud800'])
        expect([200, 204]).toContain((await ask(asked(body))).status)
      expect((await fetch(`${site.url}/api/coral`)).status).toBe(405)
    })

    test('switched off, it is there for nobody, and the log says who did what', async () => {
      expect((await staff.post(`${PAGE}/remove`, {})).status).toBe(303)
      expect((await ask(hostile)).status).toBe(404)
      const log = drawn(await (await staff.get('/newsroom/log?kind=settings')).text()).words
      expect(log).toContain('Began to look at comments of a Coral site')
      expect(log).toContain('Stopped looking at comments of a Coral site')
      expect(log).not.toContain(SECRET)
    })
  })
}
