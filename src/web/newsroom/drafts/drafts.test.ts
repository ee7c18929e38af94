/** What the editor's script says to the server and hears from it while two people write. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'

interface Line {
  /** The next event of this kind, with its facts. */
  next(event: string): Promise<unknown>
  /** Fulfilled when the line has ended. */
  ended: Promise<void>
  close(): void
}

for (const kind of DATABASES_OF_PAGES) {
  describe(`a draft that two people have open, on ${kind}`, () => {
    let site: TestSite
    let ada: Visitor
    let draft: string
    let now = Date.UTC(2026, 4, 31, 12)
    const lines: Line[] = []
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => now })
      ada = await editor(site)
      draft = (await ada.post('/newsroom/stories', {})).headers.get('location') as string
    })
    afterEach(async () => {
      for (const line of lines.splice(0)) line.close()
      await site.drop()
    })

    const signedIn = async (name: string, switches: readonly (typeof ROLES.editor)[number][], at: { url: string }) => {
      const person = await addPerson(site.app.store, { name, mail: null, switches }, now)
      if ('problem' in person) throw new Error(person.problem)
      const one = visitor(at)
      await one.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, now) })
      return one
    }
    let keys = 0
    const post = async (who: Visitor, what: string, facts: object) => {
      const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(`${site.url}${draft}/${what}`, {
        method: 'POST',
        body: JSON.stringify(facts),
        headers: { cookie, accept: 'application/json', 'content-type': 'application/json' },
      })
      return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
    }
    const send = (who: Visitor, base: number, steps: unknown[], client = 'tab') =>
      post(who, 'steps', { base, client, key: `key ${++keys}`, steps })
    const put = (id: string, text: string) => ({ type: 'put', block: { id, type: 'paragraph', text }, after: null })
    const open = async (who: Visitor, client: string): Promise<Line> => {
      const response = await who.get(`${draft}/live?client=${client}`, { accept: 'text/event-stream' })
      expect(response.headers.get('content-type')).toContain('text/event-stream')
      const reader = (response.body as ReadableStream<Uint8Array>).getReader()
      const heard: { event: string; data: unknown }[] = []
      let wake = () => {}
      const ended = (async () => {
        let rest = ''
        for (;;) {
          const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
          if (done) return
          rest += new TextDecoder().decode(value)
          const whole = rest.split('\n\n')
          rest = whole.pop() ?? ''
          for (const one of whole) {
            const fact = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(one)?.[1] ?? ''
            heard.push({ event: fact('event'), data: JSON.parse(fact('data')) })
          }
          wake()
        }
      })()
      const line: Line = {
        ended,
        close: () => void reader.cancel().catch(() => {}),
        async next(event) {
          for (;;) {
            const at = heard.findIndex((one) => one.event === event)
            if (at >= 0) return heard.splice(at, 1)[0]?.data
            await new Promise<void>((resolve) => {
              wake = resolve
            })
          }
        },
      }
      lines.push(line)
      return line
    }

    test('hears of each step, of who is there and of who writes where, also through another process', async () => {
      const other = await site.another()
      const bea = await signedIn('Bea', ROLES.editor, { url: other.url.replace('localhost', '127.0.0.1') })
      const line = await open(bea, 'b')
      expect(await line.next('present')).toEqual([{ id: expect.any(String), name: 'Bea', face: null, place: null }])
      expect(await send(ada, 1, [put('a', 'The ferry is late.')], 'a')).toEqual({
        status: 200,
        number: 2,
        savedAt: now,
      })
      expect(await line.next('steps')).toMatchObject({
        number: 2,
        client: 'a',
        by: { name: expect.any(String) },
        steps: [put('a', 'The ferry is late.')],
      })
      await post(ada, 'locks', { place: 'a', client: 'a' })
      await line.next('locks')
      expect(await line.next('locks')).toMatchObject([
        { place: 'a', client: 'a', person: { name: expect.any(String) } },
      ])
      const read = (await (await bea.get(`${draft}/draft?client=b`)).json()) as Record<string, unknown>
      expect(read).toMatchObject({
        number: 2,
        savedAt: now,
        content: { body: [{ id: 'a', text: 'The ferry is late.' }] },
        locks: [{ place: 'a' }],
        present: [{ name: 'Bea', place: null }],
      })
      line.close()
      await other.stop()
    })

    test('says in one sentence what stands in the way, and keeps everything', async () => {
      const bea = await signedIn('Bea', ROLES.editor, site)
      await send(ada, 1, [put('a', 'Ada’s.')], 'a')
      expect(await send(bea, 1, [put('a', 'Bea’s.')], 'b')).toMatchObject({
        status: 409,
        why: 'changed',
        places: ['a'],
        number: 2,
        theirs: { body: [{ text: 'Ada’s.' }] },
        say: expect.stringMatching(/ has changed this passage since\. Both are kept: choose which one stands\.$/),
      })
      await post(ada, 'locks', { place: 'a', client: 'a' })
      expect(await send(bea, 2, [put('a', 'Bea’s.')], 'b')).toMatchObject({ status: 409, why: 'locked', place: 'a' })
      expect(await post(bea, 'locks', { place: 'a', client: 'b' })).toMatchObject({ status: 409, why: 'locked' })
      expect(await post(bea, 'locks', { place: 'a', client: 'b', take: true })).toMatchObject({
        status: 200,
        locks: [{ place: 'a', person: { name: 'Bea' } }],
      })
      expect(await send(bea, 2, [put('a', 'Bea’s.')], 'b')).toMatchObject({ status: 200, number: 3 })
      expect(await send(bea, 3, [put('b', 'word '.repeat(50_000))], 'b')).toMatchObject({
        status: 413,
        why: 'long',
        say: expect.stringContaining('the limit is 200,000'),
      })
      for (const steps of [
        [],
        [{ type: 'drop' }],
        [{ type: 'field', field: 'body', value: [] }],
        [put('A b', '')],
        'x',
      ])
        expect(await post(bea, 'steps', { base: 3, client: 'b', key: 'k', steps })).toMatchObject({
          status: 400,
          say: expect.stringContaining('kept in this browser'),
        })
    })

    test('is nobody else’s to change, and says so; a session that ended is told', async () => {
      const josef = await signedIn('Josef', ROLES.reporter, site)
      expect(await send(josef, 1, [put('a', 'Mine.')])).toMatchObject({ status: 403, say: expect.any(String) })
      expect((await josef.get(`${draft}/draft`)).status).toBe(200)
      await josef.post('/newsroom/sign-out', { sure: 'yes' })
      expect(await send(josef, 1, [put('a', 'Mine.')])).toMatchObject({ status: 401, say: expect.any(String) })
      expect((await visitor(site).get(`${draft}/draft`, { accept: 'application/json' })).status).toBe(401)
    })

    test('lets its lines end with the program, and opens no more of them than a person can use', async () => {
      const line = await open(ada, 'a')
      await line.next('present')
      for (let i = 1; i < 20; i++) await open(ada, `a${i}`)
      const refused = await ada.get(`${draft}/live?client=more`, { accept: 'text/event-stream' })
      expect([refused.status, await refused.json()]).toEqual([
        429,
        { why: 'too many', say: 'You have 20 drafts open. Close one to see here what others write.' },
      ])
      await site.restart()
      await line.ended
      now += 60_000
      expect(await ((await ada.get(`${draft}/draft`)).json() as Promise<object>)).toMatchObject({ present: [] })
    })
  })
}
