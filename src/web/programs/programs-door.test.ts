/** The door of programs, and what is thrown at it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../test/databases.ts'
import { ask, someoneOfStaff, tokenOf } from '../../../test/programs.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor } from '../../../test/sites.ts'
import { PROGRAM_ACTS } from '../../access/index.ts'
import { type Person, setDisabled, setSwitches } from '../../people/index.ts'
import { listPrograms, removeProgram, SCOPES, type Scope } from '../../programs/index.ts'
import { PUBLIC_OPERATIONS } from '../api/v1/addresses.ts'
import { PROGRAM_OPERATIONS, STAFF } from './addresses.ts'

const UNKNOWN = '0'.repeat(26)
const DAY = 24 * 60 * 60 * 1000

for (const kind of ONE_DATABASE) {
  describe('the door of programs', () => {
    let site: TestSite
    let staff: Visitor
    let ann: Person
    let all: string
    let clock = Date.UTC(2026, 4, 1, 12)
    beforeAll(async () => {
      site = await freshSite(kind, { now: () => clock })
      staff = await editor(site)
      ann = await someoneOfStaff(site, 'Ann', undefined, clock)
      all = await tokenOf(site, ann, SCOPES, clock)
    })
    afterAll(() => site.drop())

    const scopeOf = ({ who }: { who: unknown }) => (who as { program: Scope }).program
    const placeOf = (path: string) => path.replace(/:\w+/g, UNKNOWN)
    const bodyFor = (method: string) => (method === 'GET' ? {} : { body: {} })
    const drafts = (token: string, more: { headers?: Record<string, string>; query?: string } = {}) =>
      ask(site, 'GET', `/api/v1/drafts${more.query ?? ''}`, { token, headers: more.headers ?? {} })
    const sentenceOf = ({ body }: { body: { error: { sentence: string } } }) => body.error.sentence

    test('each address is opened by its own scope, and by no other', async () => {
      for (const scope of SCOPES) {
        const token = await tokenOf(site, ann, [scope], clock)
        for (const one of PROGRAM_OPERATIONS) {
          const { status } = await ask(site, one.method, placeOf(one.path), { token, ...bodyFor(one.method) })
          expect([one.id, scope, status === 403]).toEqual([one.id, scope, scopeOf(one) !== scope])
          expect(status).not.toBe(401)
        }
      }
    })

    test('without a token, with a broken one, and with a session alone, nothing opens', async () => {
      const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      for (const one of PROGRAM_OPERATIONS)
        for (const headers of [
          {},
          { cookie },
          { authorization: all },
          { authorization: `Basic ${all}` },
          { authorization: `Bearer ${all} ${all}` },
          { authorization: `Bearer ${all}x`, cookie },
          { authorization: 'Bearer ', cookie },
          { authorization: `Bearer courant_${'a'.repeat(5000)}` },
        ] as Record<string, string>[]) {
          const answer = await ask(site, one.method, placeOf(one.path), { headers, ...bodyFor(one.method) })
          expect([one.id, headers.authorization, answer.status]).toEqual([one.id, headers.authorization, 401])
          expect(answer.headers.get('www-authenticate')).toBe('Bearer')
          expect(sentenceOf(answer)).toMatch(/token/)
        }
    })

    test('beside a session the token alone counts', async () => {
      const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const token = await tokenOf(site, ann, ['settings:read'], clock)
      expect((await drafts(token, { headers: { cookie } })).status).toBe(403)
      expect((await ask(site, 'GET', '/newsroom/log', { token }).catch(() => null))?.status ?? 'a page').toBe('a page')
    })

    test('a token in an address is refused, with what to do about it', async () => {
      for (const query of [`?token=${all}`, `?access_token=${all}&limit=1`]) {
        const answer = await ask(site, 'GET', `/api/v1/drafts${query}`)
        expect([answer.status, sentenceOf(answer)]).toEqual([400, expect.stringContaining('Never put a token')])
        expect((await drafts(all, { query })).status).toBe(400)
      }
      expect(site.log()).not.toContain(all)
    })

    test('one that ended or was removed, and one whose person lost the right since, open nothing', async () => {
      const bea = await someoneOfStaff(site, 'Bea', undefined, clock)
      const [token, other] = [await tokenOf(site, bea, SCOPES, clock), await tokenOf(site, bea, SCOPES, clock)]
      expect((await drafts(token)).status).toBe(200)
      await setSwitches(site.app.store, bea.id, { switches: ['write'] }, clock)
      expect((await drafts(token)).status).toBe(200)
      const queue = await ask(site, 'GET', '/api/v1/queue', { token })
      expect([queue.status, sentenceOf(queue)]).toEqual([403, expect.stringContaining('Bea, who made this token')])
      const [program] = (await listPrograms(site.app.store.db)).filter(({ madeBy }) => madeBy === bea.id)
      await removeProgram(site.app.store, { id: program?.id ?? '', by: ann.id }, clock)
      expect([(await drafts(token)).status, (await drafts(other)).status].sort()).toEqual([200, 401])
      await setDisabled(site.app.store, bea.id, true, clock)
      expect([(await drafts(token)).status, (await drafts(other)).status]).toEqual([401, 401])

      clock += 30 * DAY
      const ended = await drafts(all)
      expect([ended.status, sentenceOf(ended)]).toEqual([401, expect.stringContaining('ended on 31 May 2026')])
      clock -= 30 * DAY
      expect((await drafts(all)).status).toBe(200)
    })

    test('no page of another site reads an answer, or sends anything', async () => {
      const headers = { origin: 'https://elsewhere.example' }
      for (const one of [...PROGRAM_OPERATIONS, ...PUBLIC_OPERATIONS]) {
        const path = placeOf(one.path)
        const asked = { 'access-control-request-method': one.method, 'access-control-request-headers': 'authorization' }
        const before = await ask(site, 'OPTIONS', path, { headers: { ...headers, ...asked } })
        const sent = await ask(site, one.method, path, { token: all, headers, ...bodyFor(one.method) })
        for (const answer of [before, sent])
          for (const [name] of answer.headers)
            expect([one.id, name]).not.toEqual([one.id, expect.stringMatching(/^access-control/)])
        expect([403, 405]).toContain(before.status)
        if (one.method !== 'GET') expect([one.id, sent.status]).toEqual([one.id, 403])
        else if (typeof one.who === 'object')
          expect(sent.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      }
    })

    const create = (body: unknown, headers: Record<string, string> = {}) =>
      ask(site, 'POST', STAFF.create.path, { token: all, body, headers })

    test('what is sent has the fields that are known, and each other is refused by its name', async () => {
      const block = { id: 'a', type: 'paragraph', text: 'x' }
      const wrong: [unknown, RegExp][] = [
        [{ headlin: 'x' }, /no field “headlin” here: it can be “headline”/],
        [{ picture: { src: '', alt: '', caption: 'x', credit: '', rights: '', size: 1 } }, /“picture.size”/],
        [{ body: [{ ...block, html: '<b>' }] }, /“body.0.html”/],
        [JSON.parse('{"__proto__": {"headline": "x"}}'), /“__proto__”/],
        ['{"__proto__": {"headline": "x"}}', /“__proto__”/],
        ['{"constructor": 1}', /“constructor”/],
        [{ headline: 1 }, /“headline” must be of the type string/],
        [{ headline: null }, /“headline” must be of the type string/],
        [{ topics: ['a,b'] }, /“topics.0” has a form/],
        [{ topics: Array(101).fill('a') }, /“topics” can be 100 at most/],
        [{ body: [block, block] }, /Two blocks have the id “a”/],
        [{ body: [{ ...block, type: 'script' }] }, /“body/],
        [{ body: [{ ...block, marks: [{ type: 'link', from: 0, to: 1, href: 'javascript:alert(1)' }] }] }, /“body/],
        [{ language: 'not a language' }, /language/],
        [{ body: 'x'.repeat(200_001) }, /200,000/],
        [{ madeWithAi: { how: 'none' } }, /“madeWithAi/],
        ['[]', /in braces/],
        ['"x"', /in braces/],
        ['null', /in braces/],
        ['{', /not JSON/],
        ['', /not JSON/],
        ['{"headline": "\\ud800"}', /half of a pair/],
        ['['.repeat(100_000), /not JSON/],
      ]
      for (const [body, sentence] of wrong) {
        const answer = await create(body)
        expect([JSON.stringify(body).slice(0, 80), answer.status]).toEqual([expect.anything(), 400])
        expect(sentenceOf(answer)).toMatch(sentence)
      }
      const deep = `{"headline": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`
      expect((await create(deep)).status).toBe(400)
      const nul = await create('{"headline": "A\\u0000B"}')
      expect([nul.status, nul.body.content.headline]).toEqual([201, 'AB'])
    })

    test('what is too much, not JSON by its type, or not UTF-8 is refused whole', async () => {
      const large = await create(`{"headline": "${'x'.repeat(9 * 1024 * 1024)}"}`)
      expect([large.status, sentenceOf(large)]).toEqual([413, expect.stringContaining('8,388,608 bytes')])
      const typed = await create('headline=x', { 'content-type': 'application/x-www-form-urlencoded' })
      expect([typed.status, sentenceOf(typed)]).toEqual([415, expect.stringContaining('Send JSON')])
      const response = await fetch(site.url + STAFF.create.path, {
        method: 'POST',
        headers: { authorization: `Bearer ${all}`, 'content-type': 'application/json' },
        body: new Uint8Array([...Buffer.from('{"headline": "'), 0xff, ...Buffer.from('"}')]),
      })
      expect(response.status).toBe(400)
    })

    test('a cursor that somebody made up begins nowhere it should not, or is refused', async () => {
      for (const path of ['/api/v1/drafts', '/api/v1/queue', '/api/v1/stories'])
        for (const after of ['', 'x', '%FF', '!!!', Buffer.from(`x ${UNKNOWN}`).toString('base64url')]) {
          const answer = await ask(site, 'GET', `${path}?after=${after}`, { token: all })
          expect([path, after, answer.status]).toEqual([path, after, 400])
        }
      const { id } = await demonstration(site)
      const early = Buffer.from(`-1 ${id}`).toString('base64url')
      expect((await ask(site, 'GET', `/api/v1/stories?after=${early}`)).body).toEqual({ stories: [], after: null })
      const bad = ['?limit=0', '?limit=101', '?limit=x', '?limit=1&limit=2', '?sort=name', `?after=${'x'.repeat(201)}`]
      for (const query of bad)
        expect([query, (await ask(site, 'GET', `/api/v1/stories${query}`)).status]).toEqual([query, 400])
    })

    test('one that goes round in a circle is told to wait, and may still read', async () => {
      const token = await tokenOf(site, ann, ['stories:read', 'stories:write'], clock)
      expect((await ask(site, 'POST', STAFF.create.path, { token, body: {} })).status).toBe(201)
      await site.app.store.transaction(clock, (tx) =>
        tx.rows.updateTable('letter_limits').set({ count: PROGRAM_ACTS }).where('key', 'like', 'program %').execute(),
      )
      const answer = await ask(site, 'POST', STAFF.create.path, { token, body: {} })
      expect([answer.status, sentenceOf(answer)]).toEqual([429, expect.stringContaining('300 things a minute')])
      expect((await drafts(token)).status).toBe(200)
    })
  })
}
