/** What readers are answered when they send something: where it leads on, with which status, and what is given back. */
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
import { setPublicity } from '../../../house-rules/index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 86_400_000
const UNKNOWN = '0'.repeat(26)

for (const kind of ONE_DATABASE) {
  describe(`on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let path: string
    let clock = NOW
    beforeAll(async () => {
      site = await freshSite(kind, { now: () => clock })
      staff = await editor(site)
      path = (await demonstration(site)).path
    })
    afterAll(() => site.drop())

    const idOf = (receipt: string) => receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
    /** A comment that readers see. */
    const shown = async (name: string, comment: string) => {
      const id = idOf(await postComment(visitor(site), path, { name, comment }))
      const { id: revision } = await site.app.store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', id)
        .executeTakeFirstOrThrow()
      await staff.post('/newsroom/review/decide', { revision, action: 'approve' })
      return id
    }
    const send = async (who: Visitor, address: string, fields: Record<string, string>, headers = {}) => {
      const response = await who.post(address, fields, headers)
      return { status: response.status, location: response.headers.get('location'), html: await response.text() }
    }

    test('a program that sends a comment has its receipt as JSON; one without a token has a token to send it with', async () => {
      const json = { accept: 'application/json' }
      const fields = { name: 'Prog', mail: '', comment: 'From a program' }
      const first = await visitor(site).post(`${path}/comments`, fields, json)
      expect([first.status, first.headers.get('cache-control')]).toEqual([409, 'no-store'])
      const { token, error } = (await first.json()) as { token: string; error: { sentence: string } }
      expect(error.sentence).toContain('send it again with this token')
      const second = await visitor(site).post(`${path}/comments`, { ...fields, token }, json)
      expect([second.status, await second.json()]).toEqual([
        201,
        { receipt: expect.stringMatching(/^http.*\/receipts\//) },
      ])
      const empty = await visitor(site).post(`${path}/comments`, { ...fields, comment: '', token }, json)
      expect([empty.status, await empty.json()]).toMatchObject([400, { error: { status: 400, title: 'Not sent yet' } }])
    })

    test('a comment goes to no story that is not there, answers none that is not, and its words come back', async () => {
      const fields = { name: 'Ben', mail: '', comment: 'Lost words?' }
      const reader = visitor(site)
      const nowhere = await send(reader, '/2026/05/nothing/comments', fields)
      expect([nowhere.status, nowhere.html]).toEqual([404, expect.stringContaining('This story is not on the site')])
      expect(nowhere.html).toContain('Lost words?')
      const odd = await send(reader, `${path}/comments`, { ...fields, parent: 'x' })
      expect([odd.status, odd.html]).toEqual([400, expect.stringContaining('Lost words?')])
      await reader.get('/form-token')
      const gone = await send(reader, `${path}/comments`, { ...fields, parent: UNKNOWN })
      expect([gone.status, gone.html]).toEqual([409, expect.stringContaining('Lost words?')])
      for (const [address, status] of [
        [`${path}/reply/${UNKNOWN}`, 404],
        [`${path}/reply/x`, 404],
        ['/2026/05/nothing/reply/x', 404],
      ] as const)
        expect([address, (await reader.get(address)).status]).toEqual([address, status])
    })

    test('the form’s token is a cookie for the site’s own pages alone', async () => {
      const cookies = async (headers: Record<string, string>) => {
        const response = await visitor(site).get('/form-token', headers)
        expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
          200,
          'image/gif',
          'no-store',
        ])
        return response.headers.getSetCookie().length
      }
      expect(await cookies({})).toBe(1)
      expect(await cookies({ 'sec-fetch-site': 'same-origin' })).toBe(1)
      expect(await cookies({ 'sec-fetch-site': 'cross-site' })).toBe(0)
    })

    test('where a story is closed there is nothing to answer a comment with', async () => {
      const { id } = await demonstration(site)
      const comment = await shown('Kim', 'To be answered')
      expect((await visitor(site).get(`${path}/reply/${comment}`)).status).toBe(200)
      await staff.post(`/newsroom/stories/${id}/discussion`, { mode: 'closed' })
      const closed = await visitor(site).get(`${path}/reply/${comment}`)
      expect([closed.status, closed.headers.get('location')]).toEqual([303, `${path}#discussion`])
      await staff.post(`/newsroom/stories/${id}/discussion`, { mode: 'open' })
    })

    test('a report is asked for again where something lacks, with all that was typed, and leads to a page of its own', async () => {
      const comment = await shown('Rob', 'To be reported')
      const reader = visitor(site)
      const form = drawn(await (await reader.get(`/report/${comment}`)).text())
      const fields = {
        revision: form.field('revision')?.attributes.value ?? '',
        token: form.field('token')?.attributes.value ?? '',
        ground: 'rule attack',
        words: 'It names me.',
        name: 'Rita',
        mail: '',
      }
      clock += 10_000
      const lacks = await send(reader, `/report/${comment}`, { ...fields, ground: '' })
      expect(lacks.status).toBe(400)
      const again = drawn(lacks.html)
      expect([again.field('words')?.text, again.field('name')?.attributes.value]).toEqual(['\nIt names me.', 'Rita'])
      expect(again.field('ground')?.attributes).toMatchObject({
        'aria-invalid': 'true',
        'aria-describedby': 'report-problem',
      })
      const law = await send(reader, `/report/${comment}`, { ...fields, ground: 'law', faith: 'yes' })
      expect([law.status, 'checked' in (drawn(law.html).field('faith')?.attributes ?? {})]).toEqual([400, true])
      const sent = await send(reader, `/report/${comment}`, fields)
      expect([sent.status, sent.location]).toEqual([303, expect.stringMatching(/^\/reports\//)])
      const receipt = await reader.get(sent.location as string)
      expect([receipt.status, await receipt.text()]).toEqual([200, expect.stringContaining('Waiting for a decision')])
      // Nothing was decided: there is nothing to object to.
      const early = await reader.get(`${sent.location}/appeal`)
      expect([early.status, early.headers.get('location')]).toEqual([303, sent.location])
      const appeal = await send(reader, `${sent.location}/appeal`, { words: 'But why?' })
      expect([appeal.status, appeal.html]).toEqual([400, expect.stringContaining('But why?')])
    })

    test('a report on nothing, and a report’s address that is none, are said to be that', async () => {
      const reader = visitor(site)
      for (const id of [UNKNOWN, 'x']) {
        expect((await reader.get(`/report/${id}`)).status).toBe(404)
        const sent = await send(reader, `/report/${id}`, { words: 'Lost words?' })
        expect([sent.status, sent.html]).toEqual([404, expect.stringContaining('Lost words?')])
      }
      for (const address of ['/reports/x', '/reports/x/appeal']) {
        const response = await reader.get(address)
        expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('Report not found')])
      }
      expect((await send(reader, '/reports/x/appeal', { words: 'x' })).status).toBe(404)
    })

    test('a letter’s link that is over or incomplete says what to do', async () => {
      const reader = visitor(site)
      const over = 'It has been used, is older than 24 hours, or is incomplete.'
      const bad = 'Open the link exactly as it was in the email.'
      for (const [address, status, sentence] of [
        ['/mail/confirm/x', 410, over],
        ['/mail/stop/x', 404, bad],
        ['/notices/x', 404, bad],
        ['/notices/x/stop', 404, bad],
        ['/account/open/x', 410, 'Ask for a new one'],
      ] as const) {
        const look = await reader.get(address)
        expect([address, look.status, await look.text()]).toEqual([address, status, expect.stringContaining(sentence)])
        expect([address, (await send(reader, address, { rhythm: 'off' })).status]).toEqual([address, status])
      }
    })

    test('who asks for a link with an address that is none is told so, and it is given back', async () => {
      const wrong = await send(visitor(site), '/account/link', { mail: 'ada@' })
      expect([wrong.status, drawn(wrong.html).field('mail')?.attributes.value]).toEqual([400, 'ada@'])
      const asked = await send(visitor(site), '/account/link', { mail: ' ada@a.example ' })
      expect([asked.status, asked.html]).toEqual([
        200,
        expect.stringContaining('If that address can get email from us'),
      ])
      for (const address of ['/account', '/account/erase']) {
        const closed = await visitor(site).get(address)
        expect([address, await closed.text()]).toEqual([address, expect.stringContaining('An account is optional')])
        expect(closed.headers.get('x-robots-tag')).toBe('noindex')
        expect(closed.headers.get('cache-control')).toBe('no-store')
      }
    })

    test('the public record has the months and years since the first decision, and no others', async () => {
      const get = async (address: string) => (await fetch(site.url + address)).status
      expect([await get('/moderation'), await get('/moderation/years')]).toEqual([404, 404])
      const { id: editorId } = await site.app.store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
      await setPublicity(site.app.store, { wanted: { log: true, report: true } }, editorId, clock)
      clock = NOW + 40 * DAY
      const found = ['', '/years', '/2026', '/2026.csv', '/2026.json', '/2026/05', '/2026/06']
      const missing = [
        '/2025',
        '/2027',
        '/2026/04',
        '/2026/07',
        '/2026/05/2',
        '/2026/2.json',
        '/x',
        '/2026/05/0',
        '/2025.csv',
      ]
      for (const address of found) expect([address, await get(`/moderation${address}`)]).toEqual([address, 200])
      for (const address of missing) expect([address, await get(`/moderation${address}`)]).toEqual([address, 404])
      const newest = drawn(await (await fetch(`${site.url}/moderation`)).text())
      expect(newest.texts('h1')).toEqual(['June 2026'])
      const report = drawn(await (await fetch(`${site.url}/moderation/2026`)).text())
      expect(report.words).toContain('From January to 9 June 2026,')
      await setPublicity(site.app.store, { wanted: { log: false, report: true } }, editorId, clock)
      clock += DAY
      expect([await get('/moderation'), await get('/moderation/2026')]).toEqual([404, 200])
      await setPublicity(site.app.store, { wanted: { log: true, report: false } }, editorId, clock)
      clock += DAY
      expect([await get('/moderation'), await get('/moderation/2026'), await get('/moderation/years')]).toEqual([
        200, 404, 404,
      ])
    })
  })
}
