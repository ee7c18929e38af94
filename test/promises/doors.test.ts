/**
 * Who gets in where: every address with every method, as everybody, held
 * against the table of addresses. What the table says is docs/contracts/addresses.md.
 */
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMailLink } from '../../src/access/index.ts'
import { addPerson, makeSignInLink, SWITCHES, type Switch } from '../../src/people/index.ts'
import { createStory, emptyContent } from '../../src/story/index.ts'
import { ADDRESSES, type Address, behindDoors, createRoutes, type Env } from '../../src/web/index.ts'
import { ONE_DATABASE } from '../databases.ts'
import { demonstration, freshSite, postComment, type TestSite, type Visitor, visitor } from '../sites.ts'
import { ways } from '../thorough.ts'
import { patternOf, placeOf } from '../walk.ts'

/**
 * All that a browser or a program may send, as far as it differs; PUT and DELETE are as PATCH where the table
 * has no line. On PostgreSQL those alone that differ in what they ask of the database.
 */
const METHODS = {
  // Posts last: they change what is there.
  sqlite: [...ways(['GET', 'HEAD', 'PATCH', 'OPTIONS'], ['PUT', 'DELETE']), 'POST'],
  postgres: ['GET', 'DELETE', 'POST'],
}
const UNKNOWN = '0'.repeat(26)

/** Somebody who comes, and what the table has to know of them. */
interface Caller {
  who: string
  switches: readonly Switch[] | null
  isReader: boolean
  isProved: boolean
  visitor: Visitor
}
type Verdict =
  | 'in'
  | 'no such method'
  | 'sign in'
  | 'no token'
  | 'not in their role'
  | 'show the account’s door'
  | 'prove it'
  | 'broken'

// Who is let in is said by one table, whatever the database.
for (const kind of ONE_DATABASE) {
  describe(`the doors of a site on ${kind}`, () => {
    let site: TestSite
    let story: { id: string; path: string }
    let own: string
    let receiptKey: string
    let spare: string
    let callers: Caller[]

    beforeAll(async () => {
      site = await freshSite(kind)
      story = await demonstration(site)
      const receipt = await postComment(visitor(site), story.path, { name: 'Ada', comment: 'Approved or not.' })
      receiptKey = receipt.slice('/receipts/'.length)
      spare = await person(['write'])
      callers = [
        { who: 'nobody', switches: null, isReader: false, isProved: false, visitor: visitor(site) },
        { who: 'somebody whose session has ended', ...(await staff(['settings'])), switches: null },
        {
          who: 'a reader with an account',
          switches: null,
          isReader: true,
          isProved: false,
          visitor: await reader('a@b.example'),
        },
        { who: 'staff without any switch', ...(await staff([])) },
        ...(await Promise.all(SWITCHES.map(async (one) => ({ who: `who may ${one}`, ...(await staff([one])) })))),
        { who: 'an editor', ...(await staff(SWITCHES)) },
        { who: 'an editor who signed in yesterday', ...(await staff(SWITCHES, 86_400_000)), isProved: false },
      ]
      const ended = callers[1] as Caller
      const cookies = new Map(ended.visitor.cookies)
      await ended.visitor.post('/newsroom/sign-out', { sure: 'yes' })
      for (const [name, value] of cookies) ended.visitor.cookies.set(name, value)
      const writer = await site.app.store.db
        .selectFrom('people')
        .select('id')
        .where('name', '=', 'write')
        .executeTakeFirstOrThrow()
      own = await createStory(site.app.store, { content: emptyContent, by: writer.id, commentsOpen: true }, Date.now())
    })
    afterAll(() => site.drop())

    async function person(switches: readonly Switch[]): Promise<string> {
      const name = switches.join(' ') || 'nothing'
      const added = await addPerson(
        site.app.store,
        { name: spare ? name : 'Spare', mail: null, switches: ['write'] },
        Date.now(),
      )
      if ('problem' in added) throw new Error(added.problem)
      const set = { switches_json: JSON.stringify(switches) }
      await site.app.store.transaction(Date.now(), (tx) =>
        tx.rows.updateTable('people').set(set).where('id', '=', added.id).execute(),
      )
      return added.id
    }
    async function staff(switches: readonly Switch[], ago = 0) {
      const someone = visitor(site)
      const id = await person(switches)
      const token = await makeSignInLink(site.app.store, id, Date.now())
      expect((await someone.post('/newsroom/sign-in', { token })).status).toBe(303)
      const set = { proved_at: Date.now() - ago }
      await site.app.store.transaction(Date.now(), (tx) =>
        tx.rows.updateTable('sessions').set(set).where('person_id', '=', id).execute(),
      )
      return { switches, isReader: false, isProved: true, visitor: someone }
    }
    async function reader(mail: string): Promise<Visitor> {
      const someone = visitor(site)
      const token = await site.app.store.transaction(Date.now(), (tx) =>
        makeMailLink(tx, { purpose: 'account', address: mail }),
      )
      expect((await someone.post(`/account/open/${token}`, {})).status).toBe(303)
      return someone
    }

    /** The addresses of a line with what is there in the places of its parameters; a story's both as one's own and a colleague's. */
    const placesOf = (path: string): string[] => {
      const known = { storyPath: story.path, commentId: receiptKey.slice(0, 26), receiptKey, personId: spare }
      const stories = path.includes('newsroom/stories/:id') ? [own, story.id] : [story.id]
      return stories.map((storyId) => placeOf(path, { ...known, storyId }))
    }

    /** Whatever the answer, a refusal at a door as well: run by the site's own code alone, kept by nobody, not to be found. */
    const isKeptInTheNewsroom = (place: string, { headers }: Response): boolean =>
      !/^\/newsroom(\/|$)/.test(place) ||
      (/script-src 'self'/.test(headers.get('content-security-policy') ?? '') &&
        headers.get('cache-control') === 'no-store' &&
        headers.get('x-robots-tag') === 'noindex')

    const lineAt = (method: string, place: string): Address | undefined =>
      ADDRESSES.find((line) => line.method === (method === 'HEAD' ? 'GET' : method) && patternOf(line.path).test(place))

    function expected(line: Address | undefined, place: string, caller: Caller): Verdict {
      if (!line) return 'no such method'
      const { who, proof } = line
      if (who === 'anyone' || who === 'a key') return 'in'
      // No session opens these, whosever it is.
      if (typeof who === 'object' && 'program' in who) return 'no token'
      if (who === 'reader') return caller.isReader ? 'in' : 'show the account’s door'
      const { switches } = caller
      if (switches === null) return 'sign in'
      const isOwn = place.includes(own) && caller.who === 'who may write'
      const mayChange = switches.includes('write') && (isOwn || switches.includes('edit others'))
      if (who === 'own story') return mayChange ? 'in' : 'not in their role'
      if (who === 'own story, or moderate')
        return mayChange || switches.includes('moderate') ? 'in' : 'not in their role'
      if (who === 'publish or settings')
        return switches.includes('publish') || switches.includes('settings') ? 'in' : 'not in their role'
      if (who !== 'staff' && !who.every((one) => switches.includes(one))) return 'not in their role'
      return proof && !caller.isProved ? 'prove it' : 'in'
    }

    async function ask(method: string, place: string, caller: Caller, wanted?: Verdict): Promise<Response> {
      const cookie = [...caller.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      // No form: who is let in is told so, and changes nothing but where no form is asked for. A form that waits for a
      // proof is kept meanwhile, so it has to be one.
      const form = wanted === 'prove it' ? 'application/x-www-form-urlencoded' : 'text/plain'
      const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
      const headers = { cookie, ...(hasBody ? { 'content-type': form } : {}) }
      return fetch(site.url + place, { method, redirect: 'manual', headers, body: hasBody ? 'typed=words' : null })
    }

    async function verdictOf(response: Response): Promise<Verdict> {
      const text = await response.text()
      if (response.status >= 500) return 'broken'
      if (response.status === 405) return 'no such method'
      if (response.status === 303 && response.headers.get('location') === '/newsroom/sign-in') return 'sign in'
      if (response.status === 401 && response.headers.get('www-authenticate') === 'Bearer') return 'no token'
      if (response.status === 403) return 'not in their role'
      if (
        response.status === 200 &&
        text.includes('action="/account/link"') &&
        !text.includes('action="/account/sign-out"')
      )
        return 'show the account’s door'
      return text.includes('Confirm it’s you') ? 'prove it' : 'in'
    }

    /** By other methods nothing has a line of its own, so one of each kind is enough: a stranger, a reader, and who may do everything. */
    const whoTries = (method: string): Caller[] =>
      method === 'GET' || method === 'POST'
        ? callers
        : callers.filter(({ who }) => ['nobody', 'a reader with an account', 'an editor'].includes(who))

    /** Who goes in here loses the session; so these are tried by nobody who still needs it. */
    const endsASession = (method: string, place: string) => method === 'POST' && /\/sign-out$/.test(place)

    const allowedAt = (place: string): string =>
      ['GET', 'POST', 'PATCH']
        .filter((method) => lineAt(method, place))
        .map((method) => (method === 'GET' ? 'GET, HEAD' : method))
        .join(', ')

    test('an address that is not in the table is not there, whoever asks and by whatever method', async () => {
      for (const place of [
        '/nothing/there',
        '/newsroom/nothing',
        '/newsroom/review/nothing/at/all',
        '/account/nothing',
        '/api/nothing',
        '/receipts/a/b/c',
      ])
        for (const method of METHODS[kind])
          for (const caller of [callers[0], callers.at(-2)] as Caller[])
            expect([method, place, (await ask(method, place, caller)).status]).toEqual([method, place, 404])
    })

    test('a key opens nothing where it is made up, or another’s', async () => {
      const second = (await postComment(visitor(site), story.path, { name: 'Bea', comment: 'Another one.' })).slice(
        '/receipts/'.length,
      )
      // Another comment's proof under this one's id.
      const mixed = receiptKey.slice(0, 26) + second.slice(26)
      for (const { method, path } of ADDRESSES.filter(({ who }) => who === 'a key'))
        for (const key of [UNKNOWN, mixed])
          for (const caller of callers) {
            const place = path.replace(/:(key|token)/, key).replace(':decision', UNKNOWN)
            const response = await ask(method, place, caller)
            expect([method, place, caller.who, response.status]).toEqual([
              method,
              place,
              caller.who,
              expect.toBeOneOf([400, 404, 410]),
            ])
            expect(await response.text()).not.toContain('Approved or not.')
          }
    })

    test('a reader’s account takes nothing of another’s: no session, no passkey, no comment', async () => {
      const [one, other] = [await reader('one@b.example'), await reader('other@b.example')]
      await postComment(one, story.path, { name: 'One', comment: 'Only for its author.' })
      const ids = await site.app.store.db.selectFrom('reader_sessions').select('token_hash').execute()
      for (const { token_hash } of ids) await other.post('/account/sessions/end', { session: token_hash })
      expect(await (await one.get('/account')).text()).toContain('Only for its author.')
      const again = await reader('other@b.example')
      for (const place of ['/account', '/account/export'])
        expect(await (await again.get(place)).text()).not.toContain('Only for its author.')
    })

    test('nobody of the staff ends a colleague’s session by naming it', async () => {
      const [one, other] = [await staff(['write']), await staff(['moderate'])]
      const ids = await site.app.store.db.selectFrom('sessions').select('token_hash').execute()
      for (const { token_hash } of ids)
        await other.visitor.post('/newsroom/account/sessions/end', { session: token_hash })
      expect((await one.visitor.get('/newsroom')).status).toBe(200)
    })

    // Last: whoever is let in takes the story off the site, among other things.
    test('let in at every address, by every method, whom the table lets in, and nobody else', async () => {
      const places = [...new Set(ADDRESSES.flatMap(({ path }) => placesOf(path)))]
      const wrong: string[] = []
      let tried = 0
      for (const place of places) {
        for (const method of METHODS[kind]) {
          const line = lineAt(method, place)
          const answers = await Promise.all(
            whoTries(method).map(async (caller) => {
              if (endsASession(method, place)) return null
              const wanted = expected(line, place, caller)
              const response = await ask(method, place, caller, wanted)
              const found = await verdictOf(response)
              // An answer without a body says the same by its status.
              const isRight =
                method === 'HEAD' && response.status === 200
                  ? wanted !== 'sign in' && wanted !== 'not in their role' && wanted !== 'no token'
                  : found === wanted
              const allow = response.headers.get('allow')
              const isSaid = wanted !== 'no such method' || allow === allowedAt(place)
              return isRight && isSaid && isKeptInTheNewsroom(place, response)
                ? null
                : `${method} ${place} as ${caller.who}: ${found} (${response.status}, ${allow}), not ${wanted}`
            }),
          )
          tried += answers.length
          wrong.push(...answers.filter((answer) => answer !== null))
        }
      }
      expect(wrong).toEqual([])
      expect(tried).toBeGreaterThan(4_000)
    }, 600_000)
  })
}

test('a route without a line in the table, and a line without a route, end the program at its start', () => {
  const web = {} as never
  createRoutes(web)
  const forgotten = new Hono<Env>()
  const withAll = () => {
    for (const { method, path } of ADDRESSES) forgotten.on(method, path, (c) => c.text(''))
    forgotten.post('/newsroom/forgotten', (c) => c.text(''))
  }
  expect(() => behindDoors(forgotten, web, withAll)).toThrow('POST /newsroom/forgotten')
  expect(() => behindDoors(new Hono<Env>(), web, () => {})).toThrow('GET /newsroom/review/model')
})

test('what the site is run by is for those alone who may change settings', () => {
  const whose = (who: string) => ADDRESSES.filter((line) => String(line.who) === who).map(({ path }) => path)
  expect(whose('settings')).toEqual(
    expect.arrayContaining([
      '/newsroom/review/model',
      '/newsroom/review/reasons',
      '/newsroom/review/reasons/publicity',
      '/newsroom/review/rules/:id/on',
      '/newsroom/people/:id/switches',
      '/newsroom/settings',
      '/newsroom/letters',
      '/newsroom/work',
      '/newsroom/machine',
      '/newsroom/log',
    ]),
  )
  for (const { path, who } of ADDRESSES) {
    if (!path.startsWith('/newsroom/')) continue
    if (/\/(people|settings|letters|work|machine|log|model|reasons|rules)\b/.test(path))
      expect([path, who]).toEqual([path, ['settings']])
    if (/\/(erase|export)$/.test(path)) expect([path, who]).toEqual([path, ['moderate', 'settings']])
    if (who === 'anyone') expect(path).toMatch(/\/sign-(in|out)/)
  }
})
