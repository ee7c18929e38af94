/** Who says so, names' pages and the search, on a running site: what readers see of them, when, and what is kept. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  acceptName,
  type Change,
  correctStatement,
  readKeptReading,
  recordReading,
  renameName,
  setWhoSaysSo,
  withdrawName,
} from '../../src/archive/index.ts'
import { listPeople } from '../../src/people/index.ts'
import type { ReadingText } from '../../src/reading/index.ts'
import { createStory, emptyContent, publish, readingTextOf, unpublish } from '../../src/story/index.ts'
import { type SampleFindings, sampleReading } from '../../src/web/site/sample-reading.ts'
import { DATABASES } from '../databases.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../sites.ts'

const MOOR: SampleFindings = {
  names: [{ kind: 'person', name: 'Edda Moor', roles: ['lock keeper'] }],
  statements: [
    { said: ['“The weir is done,”'], by: 'Edda Moor', cue: 'said', kind: 'direct' },
    { said: ['the sluice would follow'], by: 'Edda Moor', cue: 'added', through: ['a letter'] },
  ],
}
const WORDS = [
  '“The weir is done,” Edda Moor, the lock keeper, said.',
  'She added in a letter that the sluice would follow.',
]

for (const kind of DATABASES) {
  describe(`who says so, on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let by: string
    beforeEach(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      by = (await listPeople(site.app.store.db))[0]?.id as string
    })
    afterEach(() => site.drop())

    const get = async (path: string) => {
      const response = await fetch(site.url + path)
      return { status: response.status, text: await response.text(), headers: response.headers }
    }
    /** A published story with its reading, by hand: what is tested is what is shown of it. */
    async function publishRead(headline: string, paragraphs = WORDS, findings = MOOR) {
      const { store } = site.app
      const body = paragraphs.map((text, index) => ({ id: `p${index}`, type: 'paragraph' as const, text }))
      const content = { ...emptyContent, headline, body }
      const id = await createStory(store, { content, by: null, commentsOpen: true }, Date.now())
      const published = await publish(store, { id, by: null }, Date.now())
      if ('problem' in published) throw new Error(published.problem)
      const text = readingTextOf(content, '2026-05-18')
      const reading = sampleReading(text.blocks, findings)
      await store.transaction((write) =>
        recordReading(write, { storyId: id, version: published.version, text, reading }, Date.now()),
      )
      return { id, path: published.path }
    }
    const show = (id: string, on = true) => setWhoSaysSo(site.app.store, id, on, by, Date.now())
    const accept = async () => {
      const name = await acceptName(site.app.store, { kind: 'person', name: 'Edda Moor', by }, Date.now())
      if ('problem' in name) throw new Error(name.problem)
      return name
    }

    test('a story shows who says so while its switch is on; switched off, its page has the bytes it had before', async () => {
      const { id, path } = await publishRead('The weir is done')
      await show(id, false)
      const before = await get(path)
      expect(before.text).not.toContain('Who says so')
      await show(id)
      const on = await get(path)
      expect(on.text).toContain('Who says so')
      expect(on.text).toContain('href="#b-p0"')
      expect(on.text).toContain('"@type":"Quotation"')
      await show(id, false)
      expect((await get(path)).text).toBe(before.text)
    })

    test('a correction is on the page at once, and what is said to be no statement is not', async () => {
      const { id, path } = await publishRead('The weir is done')
      await show(id)
      expect((await get(path)).text).toContain('the sluice would follow</a>')
      const text = (await readKeptReading(site.app.store.db, id))?.text as ReadingText
      const reading = sampleReading(text.blocks, MOOR)
      const correct = (statement: string, change: Change) =>
        correctStatement(site.app.store, { storyId: id, text, reading, statement, change, by }, Date.now())
      await correct('s1', { what: 'speaker', words: 'The harbour master' })
      await correct('s2', { what: 'not-a-statement' })
      const page = await get(path)
      expect(page.text).toContain('The harbour master')
      expect(page.text).not.toContain('the sluice would follow</a>')
    })

    test('kept pages are what a fresh render gives, after every change of a name, a switch and a story', async () => {
      const { id, path } = await publishRead('The weir is done')
      const paths = [path, '/people', '/people/edda-moor', '/sitemap.xml']
      const texts = () => Promise.all(paths.map(async (one) => (await get(one)).text))
      let name = { id: '' }
      const changes: Record<string, () => Promise<unknown>> = {
        'the switch': () => show(id),
        'a name accepted': async () => {
          name = await accept()
        },
        'a name written otherwise': () =>
          renameName(site.app.store, { id: name.id, name: 'Edda M. Moor', by }, Date.now()),
        'a second story': async () => show((await publishRead('The weir again')).id),
        'a name taken back': () => withdrawName(site.app.store, { id: name.id, by }, Date.now()),
        'a name accepted again': accept,
        'a story taken off': () => unpublish(site.app.store, id),
      }
      for (const [what, change] of Object.entries(changes)) {
        const before = await texts()
        await change()
        const keptNow = await texts()
        expect(keptNow, `${what} shows`).not.toEqual(before)
        await site.restart()
        const port = (text: string) => text.replace(/(localhost|127\.0\.0\.1):\d+/g, 'site')
        expect((await texts()).map(port), `after ${what}`).toEqual(keptNow.map(port))
      }
    })

    test('a name has no page before it is accepted, and none while no story shows it', async () => {
      const { id, path } = await publishRead('The weir is done')
      await show(id)
      expect((await get('/people/edda-moor')).status).toBe(404)
      await accept()
      const page = await get('/people/edda-moor')
      expect(page.status).toBe(200)
      expect(page.text).toContain(`href="${path}#b-p0"`)
      expect((await get('/people')).text).toContain('href="/people/edda-moor"')
      expect((await get(path)).text).toContain('href="/people/edda-moor"')
      expect((await get('/sitemap.xml')).text).toContain('/people/edda-moor<')
      await show(id, false)
      expect((await get('/people/edda-moor')).status).toBe(404)
      expect((await get('/people')).text).not.toContain('edda-moor')
      for (const odd of [
        '/people/%00',
        '/people/%ff',
        '/people/..%2f',
        `/people/${'x'.repeat(3000)}`,
        '/places/edda-moor',
      ])
        expect([odd, (await get(odd)).status]).toEqual([odd, 404])
    })

    test('the search finds what stories that show it say, and nothing of the others; the newsroom finds all', async () => {
      const shown = await publishRead('The weir is done')
      await publishRead('A second weir', ['“The weir will stay,” Edda Moor said.'], {
        names: [{ kind: 'person', name: 'Edda Moor' }],
        statements: [{ said: ['“The weir will stay,”'], by: 'Edda Moor', cue: 'said', kind: 'direct' }],
      })
      await show(shown.id)
      const ask = '?speaker=moor&about=weir'
      const { text, status, headers } = await get(`/said${ask}`)
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(text).toContain('“The weir is done,”')
      expect(text).not.toContain('will stay')
      expect(text).toContain('<meta name="robots" content="noindex"/>')
      const inside = await (await staff.get(`/newsroom/said${ask}`)).text()
      expect(inside).toContain('“The weir is done,”')
      expect(inside).toContain('“The weir will stay,”')
      expect((await get('/said?about=bread')).text).toContain('No statement about “bread” was found.')
      for (const bad of ['/said?speaker=moor&after=zzz', `/said?about=${'x'.repeat(121)}`]) {
        const answer = await get(bad)
        expect([bad, answer.status]).toEqual([bad, 400])
        expect(answer.text).toContain('role="alert"')
      }
      expect((await get('/said?speaker=%00&about=%ff%22%27%25')).status).toBe(200)
    })

    test('what is asked is kept nowhere, however much is asked', async () => {
      await get('/said')
      await get('/people')
      const first = (await get('/people')).headers.get('etag')
      const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => get(`/said?about=word${i}`)))
      for (const [i, { text, headers }] of answers.entries()) {
        expect(text).toContain(`“word${i}”`)
        expect(headers.get('etag')).toBe(null)
      }
      expect((await get('/people')).headers.get('etag')).toBe(first)
    })
  })
}
