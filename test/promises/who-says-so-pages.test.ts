/** Who says so, names' pages and the search, on a running site: what readers see of them, when, and what is kept. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  acceptName,
  type Change,
  correctStatement,
  readKeptReading,
  recordReading,
  renameName,
  withdrawName,
} from '../../src/archive/index.ts'
import { addPerson, listPeople, makeSignInLink } from '../../src/people/index.ts'
import type { ReadingText } from '../../src/reading/index.ts'
import { createStory, emptyContent, publish, readingTextOf, setWhoSaysSo, unpublish } from '../../src/story/index.ts'
import { DATABASES } from '../databases.ts'
import { readingByHand, type Said } from '../readings.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../sites.ts'

const MOOR: Said[] = [
  { id: 's1', words: '“The weir is done,”', speaker: 'Edda Moor', cue: 'said' },
  { id: 's2', words: 'the sluice would follow', speaker: 'Edda Moor', cue: 'added', source: 'a letter' },
]
const NAMES = ['person: Edda Moor, lock keeper']
const WORDS = [
  '“The weir is done,” Edda Moor, the lock keeper, said.',
  'She added in a letter that the sluice would follow.',
]

for (const kind of DATABASES) {
  describe(`the pages of who says so, on ${kind}`, () => {
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
    async function publishRead(headline: string, paragraphs = WORDS, said = MOOR) {
      const { store } = site.app
      const body = paragraphs.map((text, index) => ({ id: `p${index}`, type: 'paragraph' as const, text }))
      const content = { ...emptyContent, headline, body }
      const id = await createStory(store, { content, by: null, commentsOpen: true }, Date.now())
      const published = await publish(store, { id, by: null }, Date.now())
      if ('problem' in published) throw new Error(published.problem)
      const text = readingTextOf(content, '2026-05-18')
      const reading = readingByHand(text, said, NAMES)
      await store.transaction(Date.now(), (tx) =>
        recordReading(tx, { storyId: id, version: published.version, text, reading }),
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
      expect(on.text).toContain('href="#b-p0:~:text=')
      expect(on.text).toContain('"@type":"Quotation"')
      await show(id, false)
      expect((await get(path)).text).toBe(before.text)
    })

    test('a correction is on the page at once, and what is said to be no statement is not', async () => {
      const { id, path } = await publishRead('The weir is done')
      await show(id)
      expect((await get(path)).text).toContain('the sluice would follow.</a>')
      const text = (await readKeptReading(site.app.store.db, id))?.text as ReadingText
      const reading = readingByHand(text, MOOR, NAMES)
      const correct = (statement: string, change: Change) =>
        correctStatement(site.app.store, { storyId: id, text, reading, statement, changes: [change], by }, Date.now())
      await correct('s1', { what: 'speaker', words: 'The harbour master' })
      await correct('s2', { what: 'not-a-statement' })
      const page = await get(path)
      expect(page.text).toContain('The harbour master')
      expect(page.text).not.toContain('the sluice would follow.</a>')
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
        'a story taken off': () => unpublish(site.app.store, id, null, Date.now()),
      }
      for (const [what, change] of Object.entries(changes)) {
        const before = await texts()
        await change()
        const keptNow = await texts()
        expect(keptNow, `${what} shows`).not.toEqual(before)
        await site.restart()
        // A story that came later is led to once the page is next drawn: 10,000 pages are not dropped for each.
        const port = (text: string) =>
          text.replace(/(localhost|127\.0\.0\.1)(:|%3A)\d+/g, 'site').replace(/<nav class="read-on"[\s\S]*?<\/nav>/, '')
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
      expect(page.text).toContain(`href="${path}#b-p0:~:text=`)
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

    test('a name’s page begins with the newest story, and tells each from its beginning', async () => {
      const { id } = await publishRead('The weir is done')
      const later = await publishRead(
        'A second weir',
        ['“We stay,” Edda Moor said. “Come and see,” she said.'],
        [
          { words: '“We stay,”', speaker: 'Edda Moor', cue: 'said' },
          { words: '“Come and see,”', speaker: 'Edda Moor', cue: 'said' },
        ],
      )
      await accept()
      for (const story of [id, later.id]) await show(story)
      const { text } = await get('/people/edda-moor')
      const said = [...text.matchAll(/<p dir="auto"><a[^>]*>([^<]*)</g)].map(([, words]) => words)
      expect(said).toEqual([
        '“We stay,” Edda Moor said.',
        '“Come and see,” she said.',
        '“The weir is done,” Edda Moor, the lock keeper, said.',
        'She added in a letter that the sluice would follow.',
      ])
    })

    test('the search finds what stories that show it say, and nothing of the others; the newsroom finds all', async () => {
      const shown = await publishRead('The weir is done')
      await publishRead(
        'A second weir',
        ['“The weir will stay,” Edda Moor said.'],
        [{ words: '“The weir will stay,”', speaker: 'Edda Moor', cue: 'said' }],
      )
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
      expect((await get('/said?speaker=%ed%a0%80&about=%ff%22%27%25')).status).toBe(200)
      expect((await get('/said?speaker=%00')).status).toBe(400)
    })

    describe('in the newsroom', () => {
      let storyId: string
      let address: string
      beforeEach(async () => {
        const body = '"Nobody asked us," said Tom Holt, a carter. "We would have said yes."\n\nThe road is old.'
        const made = await staff.post('/newsroom/stories', {})
        address = made.headers.get('location') as string
        storyId = address.split('/').at(-1) as string
        await staff.post(address, { base: '1', headline: 'The road stays', body, commentsOpen: 'yes' })
      })

      const page = async (who = staff) => (await who.get(`${address}/reading`)).text()
      const statementOf = async () => /name="statement" value="([^"]+)"/.exec(await page())?.[1] as string
      const correct = (fields: Record<string, string>, who = staff) =>
        who.post(`${address}/reading/correct`, { how: 'channel', source: '', speaker: 'Tom Holt', ...fields })

      test('a speaker and a source are corrected in one go, shown with who did it, and taken back in one', async () => {
        const statement = await statementOf()
        expect(await page()).toContain('<strong>Tom Holt</strong>')
        const done = await correct({ statement, speaker: 'Ida Lowe', source: 'the parish letter', how: 'document' })
        expect([done.status, done.headers.get('location')]).toEqual([
          303,
          `${address}/reading#${encodeURIComponent(`st-${statement}`)}`,
        ])
        expect(await page()).toMatch(
          /<strong>Ida Lowe<\/strong>[\s\S]*written in the parish letter[\s\S]*Corrected by Editor/,
        )
        await correct({ statement, act: 'as read' })
        expect(await page()).toContain('<strong>Tom Holt</strong>')
        expect(await page()).not.toContain('parish letter')
      })

      test('a name of the story is that name, however it is written; saving what was shown corrects nothing', async () => {
        const statement = await statementOf()
        await correct({ statement })
        expect(await page()).not.toContain('Corrected by')
        await correct({ statement, speaker: '' })
        expect(await page()).toContain('Without a speaker')
        await correct({ statement, speaker: 'tom holt' })
        expect(await page()).toContain('<strong>Tom Holt</strong>')
      })

      test('what is no statement is set aside with the way back', async () => {
        const statement = await statementOf()
        await correct({ statement, act: 'strike' })
        const struck = await page()
        expect(struck).toContain('Marked as not a statement')
        expect(struck).toContain('No statements found')
        await correct({ statement, act: 'as read' })
        expect(await page()).not.toContain('Marked as not a statement')
      })

      test('what can’t be kept is given back with a sentence; what is gone is said to be', async () => {
        const statement = await statementOf()
        const long = await correct({ statement, speaker: 'x'.repeat(300) })
        const text = await long.text()
        expect(long.status).toBe(400)
        expect(text).toContain('Keep the speaker to 200 characters.')
        expect(text).toContain('x'.repeat(300))
        expect(await page()).not.toContain('Corrected by')
        // A speaker is not kept without the source that was typed with it.
        const half = await correct({ statement, speaker: 'Eve Holt', source: 'x'.repeat(201) })
        expect(await half.text()).toContain('Keep the source to 200 characters.')
        expect(await page()).not.toContain('Corrected by')
        const late = await correct({ statement: 'gone', speaker: 'Eve Holt', source: 'a note' })
        expect(await late.text()).toMatch(/You typed[\s\S]*Eve Holt[\s\S]*a note/)
        for (const [path, fields] of [
          ['correct', { statement: 'gone' }],
          ['correct', {}],
          ['names', { name: 'person:nobody', act: 'accept' }],
          ['names', { name: 'person:tom-holt', act: 'dance' }],
          ['names', { name: 'person:tom-holt', act: 'join', same: 'Nobody at all' }],
        ] as [string, Record<string, string>][]) {
          const answer = await staff.post(`${address}/reading/${path}`, fields)
          expect([path, fields, answer.status]).toEqual([path, fields, 400])
          expect(await answer.text()).toMatch(/role="alert"[^>]*>[A-Z“][^<]*\.</)
        }
      })

      test('a name is accepted, joined to another and parted again, and taken back', async () => {
        const names = (fields: Record<string, string>) => staff.post(`${address}/reading/names`, fields)
        const name = 'person:tom-holt'
        const other = await acceptName(site.app.store, { kind: 'person', name: 'Thomas Holt', by }, Date.now())
        const accepted = 'problem' in other ? '' : other.id
        await names({ name, act: 'join', same: 'thomas holt ' })
        expect(await page()).toContain('Counts as Thomas Holt')
        await names({ name, act: 'part', accepted })
        await names({ name, act: 'accept' })
        expect(await page()).toContain('The page opens once a published story shows this name.')
        await staff.post(`${address}/reading/panel`, { shown: 'yes' })
        await publish(site.app.store, { id: storyId, by }, Date.now())
        expect(await page()).toContain('href="/people/tom-holt"')
        expect((await get('/people/tom-holt')).text).toContain('Nobody asked us')
        const own = /name="accepted" value="([^"]+)"/.exec(await page())?.[1] as string
        await names({ name, act: 'withdraw', accepted: own })
        const gone = await get('/people/tom-holt')
        expect(gone.status).toBe(410)
        expect(gone.text).toContain('The newsroom has removed this name’s page.')
      })

      test('times are counted from the day of the page that was pasted, and from that of publication once it is out', async () => {
        const pasted = `The lock is mended\n\nPublished: Tuesday, 14 May 2024\n\n${'The keeper opened it on Monday, and boats passed. '.repeat(4)}`
        const made = await staff.post('/newsroom/paste', { page: pasted })
        const place = made.headers.get('location') as string
        const times = async () =>
          /<p class="meta">\s*Counted from[^<]*/.exec(await (await staff.get(`${place}/reading`)).text())?.[0]
        expect(await times()).toMatch(/from 14 May 2024, the day of the page it came from/)
        expect(await page()).toMatch(/Counted from [^,]*, today\./)
        const id = place.split('/').at(-1) as string
        await publish(site.app.store, { id, by, date: Date.UTC(2024, 4, 20, 12) }, Date.now())
        expect(await times()).toMatch(/from 20 May 2024, the day it was published/)
      })

      test('a colleague without the switch may look, and change nothing', async () => {
        const statement = await statementOf()
        const reporter = await addPerson(site.app.store, { name: 'R', mail: null, switches: ['write'] }, Date.now())
        if ('problem' in reporter) throw new Error(reporter.problem)
        const other = visitor(site)
        const token = await makeSignInLink(site.app.store, reporter.id, Date.now())
        await other.post('/newsroom/sign-in', { token })
        expect(await page(other)).toContain('Tom Holt')
        expect(await page(other)).not.toContain('reading/correct')
        for (const [path, fields] of [
          ['correct', { statement, speaker: 'Me' }],
          ['names', { name: 'person:tom-holt', act: 'accept' }],
          ['panel', { shown: 'yes' }],
        ] as [string, Record<string, string>][])
          expect([path, (await other.post(`${address}/reading/${path}`, fields)).status]).toEqual([path, 403])
        expect(await page()).not.toContain('Corrected by')
        expect((await visitor(site).get(`${address}/reading`)).headers.get('location')).toBe('/newsroom/sign-in')
      })
    })

    test('who may write and not publish corrects a draft, but nothing that readers see at once', async () => {
      const writer = await addPerson(site.app.store, { name: 'W', mail: null, switches: ['write'] }, Date.now())
      if ('problem' in writer) throw new Error(writer.problem)
      const own = visitor(site)
      await own.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, writer.id, Date.now()) })
      const address = (await own.post('/newsroom/stories', {})).headers.get('location') as string
      const body = '"Nobody asked us," said Tom Holt, a carter. "We would have said yes."'
      await own.post(address, { base: '1', headline: 'The road stays', body, commentsOpen: 'yes' })
      const page = async () => (await own.get(`${address}/reading`)).text()
      const statement = /name="statement" value="([^"]+)"/.exec(await page())?.[1] as string
      const acts: [string, Record<string, string>][] = [
        ['correct', { statement, speaker: 'Ida Lowe', source: '', how: 'channel' }],
        ['panel', { shown: 'yes' }],
        ['names', { name: 'person:tom-holt', act: 'accept' }],
      ]
      const statuses = async () => {
        const found: number[] = []
        for (const [path, fields] of acts) found.push((await own.post(`${address}/reading/${path}`, fields)).status)
        return found
      }
      expect(await statuses()).toEqual([303, 303, 403])
      expect(await page()).toContain('reading/correct')
      expect(await page()).not.toContain('reading/names')
      await publish(site.app.store, { id: address.split('/').at(-1) as string, by }, Date.now())
      expect(await statuses()).toEqual([403, 403, 403])
      expect(await page()).not.toMatch(/action="[^"]*\/reading\//)
      expect(await page()).toContain('Ida Lowe')
    })

    test('what is asked is kept nowhere, however much is asked', async () => {
      await get('/said')
      await get('/people')
      // "-q" says that the page was packed quickly, for its first reader; it is the same page.
      const etagOfPeople = async () => (await get('/people')).headers.get('etag')?.replace('-q', '')
      const first = await etagOfPeople()
      const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => get(`/said?about=word${i}`)))
      for (const [i, { text, headers }] of answers.entries()) {
        expect(text).toContain(`“word${i}”`)
        expect(headers.get('etag')).toBe(null)
      }
      expect(await etagOfPeople()).toBe(first)
    })
  })
}
