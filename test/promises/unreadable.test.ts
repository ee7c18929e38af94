/** What no database can be asked: a sentence for whoever sent it, never a broken answer. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HonoRequest } from 'hono/request'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ADDRESSES } from '../../src/web/index.ts'
import { STRICTEST_DATABASES } from '../databases.ts'
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
import { ways } from '../thorough.ts'
import { type Known, placeOf } from '../walk.ts'
import { ROOT } from './programs.ts'

/** As they stand in an address. */
const HOSTILE = ways(
  ['a%00b', '%ff%fe', '%zz', '99999999999999999999', '-1'],
  ['%00', '%2500', '%ed%a0%80', '4294967296', '1e400'],
)
const NUMBERS = ['2147483648', '9007199254740993', '99999999999999999999', '-1', '1.5', '1e400', 'NaN']

const sources = readdirSync(join(ROOT, 'src/web'), { recursive: true })
  .map(String)
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\./.test(path))
  .map((path) => readFileSync(join(ROOT, 'src/web', path), 'utf8'))
/** Every name that any page looks for after "?". */
const QUERY = [
  ...new Set([
    ...sources.flatMap((text) => [...text.matchAll(/\bquer(?:y|ies)\('(\w+)'\)/g)].map(([, name]) => name as string)),
    ...['q', 'author', 'from', 'band', 'signal', 'language', 'waited', 'days', 'state'],
  ]),
]

for (const kind of STRICTEST_DATABASES) {
  describe(`a site on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let known: Known
    beforeAll(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      const { id, path } = await demonstration(site)
      const receipt = await postComment(visitor(site), path, { name: 'Ada', comment: 'Words.' })
      const person = await site.app.store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
      const receiptKey = receipt.slice('/receipts/'.length)
      known = { storyId: id, storyPath: path, commentId: receiptKey.slice(0, 26), receiptKey, personId: person.id }
    })
    afterAll(() => site.drop())

    const broken = async (asked: readonly (readonly [method: string, address: string])[]): Promise<string[]> => {
      const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const found: string[] = []
      for (const [method, address] of asked) {
        const body = method === 'GET' ? null : new URLSearchParams({ nothing: 'typed' })
        const response = await fetch(site.url + address, { method, redirect: 'manual', headers: { cookie }, body })
        const text = await response.text()
        if (response.status >= 500) found.push(`${response.status} ${method} ${address}`)
        // Whoever is refused is told something.
        if (response.status >= 400 && text.length < 20) found.push(`no sentence: ${method} ${address}`)
      }
      return found
    }

    test('no part of an address, whatever it holds, breaks an answer', async () => {
      const asked = ADDRESSES.filter(({ path }) => !path.endsWith('/sign-out')).flatMap(({ method, path }) =>
        (path.match(/:\w+(?:\{(?:[^{}]|\{[^}]*\})*\})?/g) ?? []).flatMap((part) =>
          HOSTILE.map((value) => [method, placeOf(path.replace(part, '@'), known).replace('@', value)] as const),
        ),
      )
      expect(asked.length).toBeGreaterThan(50 * HOSTILE.length)
      expect(await broken(asked)).toEqual([])
      expect((await staff.get('/2026/05/a%00b')).status).toBe(404)
    }, 300_000)

    test('no question after an address, whatever it holds, breaks an answer', async () => {
      const pages = ADDRESSES.filter(({ method }) => method === 'GET').map(({ path }) => placeOf(path, known))
      const all = pages.flatMap((page) =>
        HOSTILE.map((value) => ['GET', `${page}?${QUERY.map((name) => `${name}=${value}`).join('&')}`] as const),
      )
      expect(await broken(all)).toEqual([])
      const answer = await staff.get('/said?speaker=a%00b')
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('%00')])
      // The same where the page is kept as where it is drawn.
      expect([(await staff.get('/?from=%00')).status, (await staff.get('/?from=%00')).status]).toEqual([400, 400])
    }, 300_000)

    test('a name that draws nothing is none: of a comment, a reader, one of the staff, a site, a rule; nor is a headline', async () => {
      for (const nothing of [
        '\u3164',
        '\u2800\u00ad',
        '\u115f\u1160',
        '\u17b4\u17b5',
        '\ufe0f\u{e0100}',
        '\u{e0061}\u200b',
      ]) {
        const comment = await sendComment(visitor(site), known.storyPath, {
          name: nothing,
          mail: '',
          comment: 'Words.',
        })
        expect([nothing, comment.status]).toEqual([nothing, 400])
        const wordless = await sendComment(visitor(site), known.storyPath, { name: 'Ada', mail: '', comment: nothing })
        expect([nothing, wordless.status]).toEqual([nothing, 400])
        for (const [address, fields] of [
          ['/account/new/ask', { name: nothing }],
          ['/newsroom/people', { name: nothing, mail: '', switches: 'write' }],
          ['/newsroom/settings', { name: nothing, language: 'en', timeZone: 'UTC' }],
          ['/newsroom/review/rules', { name: nothing, kind: 'words', words: 'kite', effect: 'label' }],
          ['/newsroom/review/reasons', { code: 'off-topic', title: nothing, sentence: 'A sentence.', law: '' }],
        ] as [string, Record<string, string>][])
          expect([nothing, address, (await staff.post(address, fields)).status]).toEqual([nothing, address, 400])
        const made = (await staff.post('/newsroom/stories', {})).headers.get('location') as string
        const story = { base: '1', headline: nothing, body: 'Words.', afterwards: 'publish' }
        expect([nothing, (await staff.post(made, story)).status]).toEqual([nothing, 400])
      }
    })

    test('no number breaks an answer that a database could not be asked with', async () => {
      const searches = [
        '/newsroom/review/search',
        '/newsroom/review',
        '/newsroom/log',
        '/newsroom/readers',
        '/said',
        '/api/statements',
      ]
      // Only watched: each page is asked with every name that it looks for, and with no other.
      const looks = [vi.spyOn(HonoRequest.prototype, 'query'), vi.spyOn(HonoRequest.prototype, 'queries')]
      onTestFinished(() => looks.forEach((look) => void look.mockRestore()))
      for (const page of searches) {
        // Grows as the page looks for more, as it may once it has found something.
        const names = new Set(['q'])
        for (const name of names) {
          const asked = NUMBERS.map((value) => {
            const query = new URLSearchParams({ q: 'words', about: 'words' })
            query.set(name, value)
            return ['GET', `${page}?${query}`] as const
          })
          expect(await broken(asked)).toEqual([])
          for (const look of looks) {
            for (const [looked] of look.mock.calls as string[][]) if (looked) names.add(looked)
            look.mockClear()
          }
        }
        expect([page, names.size]).toEqual([page, expect.toSatisfy((size: number) => size > 2)])
      }
      // A form's number: what was typed comes back, since nothing was opened under such a number.
      await staff.post('/newsroom/review/rules', { name: 'Kites', kind: 'words', words: 'kite', effect: 'label' })
      const rule = await site.app.store.db.selectFrom('rules').select('id').executeTakeFirstOrThrow()
      for (const base of NUMBERS) {
        const story = { headline: 'Kept words', body: 'Words.', base }
        const saved = await staff.post(`/newsroom/stories/${known.storyId}`, story)
        expect([base, saved.status, await saved.text()]).toEqual([base, 409, expect.stringContaining('Kept words')])
        const form = { name: 'Kites and kites', kind: 'words', words: 'kite', effect: 'label', base }
        expect([base, (await staff.post(`/newsroom/review/rules/${rule.id}`, form)).status]).toEqual([
          base,
          expect.toBeOneOf([400, 409]),
        ])
        const on = await staff.post(`/newsroom/review/rules/${rule.id}/on`, { version: base })
        expect([base, on.status]).toEqual([base, expect.toBeOneOf([400, 409])])
      }
    }, 300_000)
  })
}
