import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor, DAY, record } from '../../../test/archives.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshSite, type TestSite } from '../../../test/sites.ts'
import { acceptName, correctStatement, withdrawName } from '../../archive/index.ts'
import { setWhoSaysSo, unpublish } from '../../story/index.ts'

const NOW = Date.UTC(2026, 4, 31, 12)

for (const kind of DATABASES) {
  describe(`who said what, for programs, on ${kind}`, () => {
    let site: TestSite
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => NOW })
    })
    afterEach(() => site.drop())

    const get = async (path: string) => {
      const response = await fetch(`${site.url}${path}`)
      return { status: response.status, headers: response.headers, body: await response.json() }
    }
    const words = async (path: string) =>
      ((await get(path)).body.statements as { words: string }[]).map((statement) => statement.words)
    const says = (said: string, on: number, shown = true) =>
      record(
        site.app.store,
        {
          headline: `The bridge, day ${on}`,
          blocks: { p: `${said}, said Ada Harbour in a letter.` },
          said: [
            {
              block: 'p',
              words: said,
              speaker: 'Ada Harbour',
              name: 'person:ada-harbour',
              cue: 'said',
              source: 'a letter',
            },
          ],
          names: ['person: Ada Harbour, mayor'],
        },
        NOW - 100 * DAY + on * DAY,
        { shown },
      )

    test('a statement has all that is known of it', async () => {
      const { id, path } = await says('The bridge is safe', 1)
      const by = await anEditor(site.app.store, NOW)
      await acceptName(site.app.store, { kind: 'person', name: 'Ada Harbour', by }, NOW)
      const { status, headers, body } = await get('/api/statements?speaker=harbour&about=bridges')
      expect(status).toBe(200)
      expect(headers.get('content-type')).toContain('application/json')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(body).toEqual({
        statements: [
          {
            id: expect.any(String),
            story: {
              id,
              url: `${site.app.url}${path}`,
              headline: 'The bridge, day 1',
              firstPublishedAt: '2026-02-21T12:00:00.000Z',
            },
            block: 'p',
            day: '2026-02-21',
            kind: 'reported',
            words: 'The bridge is safe',
            quoted: '',
            cue: 'said',
            polarity: 'neutral',
            speaker: {
              text: 'Ada Harbour',
              name: 'Ada Harbour',
              kind: 'person',
              url: `${site.app.url}/people/ada-harbour`,
            },
            sources: [{ kind: 'document', text: 'a letter' }],
            corrected: false,
          },
        ],
        after: null,
      })
    })

    test('fifty come at a time, and the next from where they ended', async () => {
      for (let i = 0; i < 53; i++) await says(`The bridge is safe, part ${i}`, i)
      const first = await get('/api/statements?about=bridge')
      expect(first.body.statements).toHaveLength(50)
      const rest = await get(`/api/statements?about=bridge&after=${encodeURIComponent(first.body.after)}`)
      expect(rest.body).toMatchObject({
        statements: [
          { words: 'The bridge is safe, part 2' },
          { words: 'The bridge is safe, part 1' },
          { words: 'The bridge is safe, part 0' },
        ],
        after: null,
      })
    })

    test('what it can’t take is told in one sentence', async () => {
      const sentences = {
        '/api/statements?after=x': /“after” must come from the previous answer/,
        [`/api/statements?speaker=${'x'.repeat(201)}`]: /“speaker” to 200 characters/,
        '/api/statements?about=a&about=b': /“about” once/,
        [`/api/names?q=${'x'.repeat(201)}`]: /“q” to 200 characters/,
      }
      for (const [path, sentence] of Object.entries(sentences)) {
        const { status, body } = await get(path)
        expect([status, body.error.status], path).toEqual([400, 400])
        expect(body.error.sentence).toMatch(sentence)
      }
      expect((await get('/api/statements?speaker="&about=%ff%22(')).status).toBe(200)
      const withNul = await get('/api/statements?about=%00')
      expect([withNul.status, withNul.body.error.sentence]).toEqual([400, expect.stringContaining('%00')])
      for (const path of [
        '/api/names/people/nobody',
        '/api/names/persons/ada',
        '/api/names/people/%F0%9F',
        '/api/names/places/a%00',
      ]) {
        const { status, body } = await get(path)
        expect([status, body.error?.status], path).toEqual([404, 404])
      }
    })

    test('a name’s page is kept, and changes with everything on it', async () => {
      const { store } = site.app
      const by = await anEditor(store, NOW)
      const page = () => get('/api/names/people/ada-harbour')
      const story = await says('The bridge is safe', 1)
      expect((await page()).status).toBe(404)
      const name = await acceptName(store, { kind: 'person', name: 'Ada Harbour', by }, NOW)
      expect((await get('/api/names')).body).toEqual({
        names: [{ kind: 'person', name: 'Ada Harbour', url: `${site.app.url}/people/ada-harbour` }],
      })
      expect((await get('/api/names?q=harb')).body.names).toHaveLength(1)
      expect((await get('/api/names?q=tom')).body.names).toEqual([])
      const { body, headers } = await page()
      expect(headers.get('etag')).toBeTruthy()
      expect(body).toMatchObject({
        name: 'Ada Harbour',
        spellings: ['Ada Harbour'],
        roles: [{ role: 'mayor', stories: 1 }],
        stories: [{ id: story.id }],
        statements: [{ words: 'The bridge is safe' }],
      })
      await says('The bridge is closed', 2)
      expect(await words('/api/names/people/ada-harbour')).toEqual(['The bridge is safe', 'The bridge is closed'])
      const statement = story.reading.statements[0]?.id as string
      await correctStatement(
        store,
        {
          storyId: story.id,
          text: story.text,
          reading: story.reading,
          statement,
          changes: [{ what: 'not-a-statement' }],
          by,
        },
        NOW,
      )
      expect(await words('/api/names/people/ada-harbour')).toEqual(['The bridge is closed'])
      if ('id' in name) await withdrawName(store, { id: name.id, by }, NOW)
      expect((await page()).status).toBe(404)
    })

    test('nothing is told of a story that was taken off the site or switched off', async () => {
      const { store } = site.app
      const hidden = await says('The bridge is a secret', 1, false)
      const shown = await says('The bridge is safe', 2)
      expect(await words('/api/statements?about=bridge')).toEqual(['The bridge is safe'])
      await unpublish(store, shown.id, null, Date.now())
      expect(await words('/api/statements?about=bridge')).toEqual([])
      await setWhoSaysSo(store, hidden.id, true, null, NOW)
      expect(await words('/api/statements?about=bridge')).toEqual(['The bridge is a secret'])
    })
  })
}
