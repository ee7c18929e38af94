import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../../../../test/sites.ts'
import { readSourcePages } from '../../../story/index.ts'

const SENTENCE =
  'The harbour board voted five to two on Tuesday night to dredge the inner channel for the first time in eleven years, and nobody was surprised.'

for (const kind of ONE_DATABASE) {
  describe(`pasting a page on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    beforeEach(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
    })
    afterEach(() => site.drop())

    test('while a long page is being read, others are answered, kept pages and new ones', async () => {
      const page = `<!doctype html><title>Long</title><article>${`<p>${SENTENCE}</p>`.repeat(1000)}</article>`
      const order: string[] = []
      await staff.get('/')
      const pasted = staff.post('/newsroom/paste', { page }).then((response) => {
        order.push('pasted')
        return response
      })
      for (const path of ['/', '/newsroom', '/', '/newsroom']) {
        expect((await staff.get(path)).status).toBe(200)
        order.push(path)
      }
      expect((await pasted).status).toBe(303)
      expect(order).toEqual(['/', '/newsroom', '/', '/newsroom', 'pasted'])
    })

    test('a page that is nested too deeply is given back as it came, with what to do, and no draft is made', async () => {
      const page = `<!doctype html>${'<div>'.repeat(257)}<p>“It wants to turn,” she said.\n<i>Jo`
      const before = await site.app.store.db.selectFrom('stories').select('id').execute()
      const response = await staff.post('/newsroom/paste', { page })
      expect(response.status).toBe(400)
      const html = await response.text()
      expect(html).toMatch(/role="alert"[^>]*>This page is nested too deeply to be read[^<]*paste that instead\.</)
      expect(fieldOf(html, 'page')).toBe(page)
      expect(await site.app.store.db.selectFrom('stories').select('id').execute()).toEqual(before)
    })

    test('a page whose story is longer than a story may be is given back as well', async () => {
      const page = `The Channel\n\n${`${SENTENCE} `.repeat(1500)}`
      const response = await staff.post('/newsroom/paste', { page })
      expect(response.status).toBe(400)
      const html = await response.text()
      expect(html).toMatch(/This story has \d{3},\d{3} characters; the limit is 200,000\./)
      expect(fieldOf(html, 'page')).toBe(page)
    })

    test('a story longer than a story may be is given back, and nothing of it is saved', async () => {
      const made = await staff.post('/newsroom/stories', {})
      const path = made.headers.get('location') as string
      const body = `${SENTENCE} `.repeat(50_000)
      const response = await staff.post(path, { headline: 'Too long', body, base: '1' })
      expect(response.status).toBe(400)
      const html = await response.text()
      expect(html).toContain('the limit is 200,000. Shorten it, or split it into several stories.')
      expect(fieldOf(html, 'body')).toBe(body)
      expect(await (await staff.get(path)).text()).not.toContain('Too long')
    })

    test('a page that was read stays beside its story as it came', async () => {
      const page = `<!doctype html><title>Short</title><article>${`<p>${SENTENCE}</p>`.repeat(4)}</article>`
      const response = await staff.post('/newsroom/paste', { page })
      const id = response.headers.get('location')?.split('/').at(-1) as string
      const [source] = await readSourcePages(site.app.store.db, id)
      expect(Buffer.from(source?.bytes ?? []).toString()).toBe(page)
    })
  })
}

/** What stands in a textarea of a page, as a browser would send it. */
function fieldOf(html: string, name: string): string | undefined {
  const found = new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1]
  return found
    ?.replace(/^\n/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
