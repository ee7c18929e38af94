/** What programs do with a token: stories filed, published and taken off, the queue read and decided. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../test/databases.ts'
import { drawn } from '../../../test/drawn.ts'
import { ask, type Sent, someoneOfStaff, tokenOf } from '../../../test/programs.ts'
import { editor, freshSite, postComment, type TestSite, type Visitor, visitor } from '../../../test/sites.ts'
import { lockPlace } from '../../drafting/index.ts'
import { putUnderEmbargo } from '../../embargo/index.ts'
import { openHand } from '../../moderation/queue/index.ts'
import type { Person } from '../../people/index.ts'
import { changeSiteSettings } from '../../publication/index.ts'
import { readDraft } from '../../story/index.ts'
import type { Operation } from '../api/kit/operation.ts'
import { readAs } from '../api/kit/what-is-wrong.ts'
import { PUBLIC } from '../api/v1/addresses.ts'
import { STAFF } from './addresses.ts'
import { conflictSchema } from './schemas.ts'

for (const kind of ONE_DATABASE) {
  describe('a program with a token', () => {
    let site: TestSite
    let staff: Visitor
    let ann: Person
    let token: string
    let all: string
    beforeAll(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      ann = await someoneOfStaff(site, 'Ann')
      all = await tokenOf(site, ann)
      token = all
    })
    afterAll(() => site.drop())

    /** Sends what an operation takes, and holds what comes against what it promises: no field too few, and none too many. */
    async function does(one: Operation, params: Record<string, string>, sent: Sent & { query?: string } = {}) {
      const path = one.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
      const answer = await ask(site, one.method, path + (sent.query ?? ''), { token, ...sent })
      if (answer.status < 300) {
        expect([one.id, answer.status]).toEqual([one.id, one.status ?? 200])
        expect(readAs(one.answer as never, answer.body), one.id).toEqual({ value: answer.body })
      } else {
        const status = answer.status as 400
        expect(one.mayAlso?.includes(status) || [400, 401, 403, 413, 415, 429].includes(status), one.id).toBe(true)
        expect(readAs(conflictSchema, answer.body), one.id).toEqual({ value: answer.body })
        expect(answer.body.error.sentence).toMatch(/^.{10,}[.]$/s)
      }
      expect(answer.headers.get('cache-control')).toBe('no-store')
      return answer
    }
    const begin = async (fields: object = {}) =>
      (await does(STAFF.create, {}, { body: { headline: 'Ferry late', body: 'Boats wait.', ...fields } })).body
    const log = async () => drawn(await (await staff.get('/newsroom/log')).text()).words

    test('files a story, changes it, publishes it and takes it off again', async () => {
      const made = await begin({ topics: ['Boats'], body: 'Boats **wait**.\n\n## Why\n\n"Fog," said Ada.' })
      expect(made).toMatchObject({ number: 1, state: 'draft', url: null, savedBy: { name: 'Ann' } })
      expect(made.content.body.map(({ type }: { type: string }) => type)).toEqual(['paragraph', 'heading', 'paragraph'])
      // As the form does: with real quotation marks.
      expect(made.content.body[2].text).toBe('“Fog,” said Ada.')
      const id = made.id as string
      expect((await does(PUBLIC.story, { id })).status).toBe(404)

      const changed = (await does(STAFF.change, { id }, { body: { number: 1, standfirst: 'Since six.' } })).body
      expect(changed).toMatchObject({ number: 2, content: { headline: 'Ferry late', standfirst: 'Since six.' } })
      expect(changed.content.body).toEqual(made.content.body)
      const list = (await does(STAFF.drafts, {})).body
      expect(list.drafts[0]).toMatchObject({ id, number: 2, headline: 'Ferry late', state: 'draft' })

      const out = (await does(STAFF.publish, { id }, { body: { number: 2 } })).body
      expect(out).toMatchObject({ version: 1, draft: { state: 'published', url: out.url } })
      expect((await does(PUBLIC.story, { id })).body).toMatchObject({ url: out.url, standfirst: 'Since six.' })
      const blocks = changed.content.body.map((block: { type: string }) =>
        block.type === 'heading' ? { ...block, text: 'Why so late' } : block,
      )
      const third = (await does(STAFF.change, { id }, { body: { number: 2, body: blocks } })).body
      expect(third.content.body).toEqual(blocks)
      const correction = { kind: 'correction', cause: 'They were late.' }
      const again = (await does(STAFF.publish, { id }, { body: { number: 3, change: correction } })).body
      expect(again.version).toBe(2)
      expect((await does(PUBLIC.story, { id })).body.corrections).toMatchObject([{ text: 'They were late.' }])

      expect((await does(STAFF.unpublish, { id }, { body: {} })).body).toMatchObject({ state: 'draft', url: null })
      expect((await does(PUBLIC.story, { id })).status).toBe(404)
      const words = await log()
      for (const did of [
        'Started a story',
        'Saved a story',
        'Published version 1',
        'Published a correction',
        'Unpublished',
      ])
        expect(words).toContain(`Program Wire, made by Ann: ${did}: Ferry late`)
    })

    test('an older story keeps its date, at its first publication only', async () => {
      const { id } = await begin()
      const dated = { number: 1, date: '2019-05-16T09:30:00Z' }
      for (const date of ['yesterday', '2019-13-01'])
        expect((await does(STAFF.publish, { id }, { body: { number: 1, date } })).status).toBe(400)
      const { body } = await does(STAFF.publish, { id }, { body: dated })
      expect(body.draft.firstPublishedAt).toBe('2019-05-16T09:30:00.000Z')
      expect(new URL(body.url).pathname).toMatch(/^\/2019\/05\//)
      expect((await does(STAFF.publish, { id }, { body: dated })).status).toBe(400)
    })

    test('two who change different fields are in nobody’s way; of one field nothing is overwritten', async () => {
      const { id } = await begin({ standfirst: 'One.' })
      await does(STAFF.change, { id }, { body: { number: 1, byline: 'By Ada' } })
      const both = (await does(STAFF.change, { id }, { body: { number: 1, standfirst: 'Two.' } })).body
      expect(both.content).toMatchObject({ byline: 'By Ada', standfirst: 'Two.' })
      const late = await does(STAFF.change, { id }, { body: { number: 1, standfirst: 'Three.' } })
      expect(late.status).toBe(409)
      expect(late.body.theirs).toMatchObject({ number: both.number, content: { standfirst: 'Two.' } })
      expect((await does(STAFF.change, { id }, { body: { number: 99, standfirst: 'Four.' } })).status).toBe(409)
      expect((await does(STAFF.publish, { id }, { body: { number: 1 } })).body.theirs.number).toBe(both.number)
    })

    test('where a colleague is writing just now nothing is saved', async () => {
      const { id } = await begin()
      const ben = await someoneOfStaff(site, 'Ben')
      await lockPlace(
        site.app.store,
        { storyId: id, place: 'headline', personId: ben.id, client: 'tab', take: false },
        Date.now(),
      )
      const { status, body } = await does(STAFF.change, { id }, { body: { number: 1, headline: 'Ferry gone' } })
      expect([status, body.error.sentence]).toEqual([409, expect.stringContaining('Ben is writing there')])
      expect((await readDraft(site.app.store.db, id))?.content.headline).toBe('Ferry late')
    })

    test('a story of a colleague’s is not a reporter’s to change, nor is publishing', async () => {
      const { id } = await begin()
      const rob = await someoneOfStaff(site, 'Rob', ['write'])
      const theirs = await tokenOf(site, rob, ['stories:read', 'stories:write'])
      const change = { token: theirs, body: { number: 1, headline: 'Mine' } }
      expect((await does(STAFF.change, { id }, change)).status).toBe(403)
      expect((await does(STAFF.publish, { id }, { token: theirs, body: { number: 1 } })).status).toBe(403)
      const own = (await does(STAFF.create, {}, { token: theirs, body: { headline: 'Mine' } })).body
      expect((await does(STAFF.change, { id: own.id }, change)).status).toBe(200)
    })

    test('what one person’s program wrote another person has to publish, where the paper wants two', async () => {
      await changeSiteSettings(site.app.store, { wanted: { secondPerson: true } }, null, Date.now())
      const { id } = await begin()
      const alone = await does(STAFF.publish, { id }, { body: { number: 1 } })
      expect([alone.status, alone.body.error.sentence]).toEqual([409, expect.stringContaining('what Ann wrote')])
      const zoe = await tokenOf(site, await someoneOfStaff(site, 'Zoe'))
      expect((await does(STAFF.publish, { id }, { token: zoe, body: { number: 1 } })).status).toBe(200)
      await changeSiteSettings(site.app.store, { wanted: { secondPerson: false } }, null, Date.now())
    })

    test('a version under embargo waits for its time, and a story that a check stops is not published', async () => {
      const { id } = await begin({ headline: 'Quiet until noon' })
      const until = Date.now() + 3_600_000
      const change = { kind: '', cause: '' }
      await putUnderEmbargo(site.app.store, { storyId: id, until, by: ann.id, seen: 1, change }, Date.now())
      expect((await does(STAFF.draft, { id })).body.heldUntil).toBe(new Date(until).toISOString())
      expect((await does(STAFF.publish, { id }, { body: { number: 1 } })).status).toBe(409)
      expect((await does(PUBLIC.story, { id })).status).toBe(404)
      expect((await does(PUBLIC.stories, {})).text).not.toContain('Quiet until noon')
      const empty = await begin({ headline: '' })
      expect((await does(STAFF.publish, { id: empty.id }, { body: { number: 1 } })).status).toBe(409)
    })

    test('reads the queue part by part, with no address of anybody’s, and decides', async () => {
      const { id } = await begin({ headline: 'Bridge open' })
      const { body } = await does(STAFF.publish, { id }, { body: { number: 1 } })
      const path = new URL(body.url).pathname
      const [demo] = (await does(STAFF.queue, {})).body.waiting
      await does(STAFF.decide, { id: demo.id }, { body: { action: 'approve' } })
      for (const comment of ['First', 'Second', 'Third'])
        await postComment(visitor(site), path, { name: 'Cy', mail: 'cy@reader.example', comment })
      const first = await does(STAFF.queue, {}, { query: '?limit=2' })
      expect(first.body.waiting).toMatchObject([
        { text: 'First', name: 'Cy', story: { id, headline: 'Bridge open' } },
        { text: 'Second' },
      ])
      expect(first.text).not.toContain('reader.example')
      const rest = await does(STAFF.queue, {}, { query: `?limit=2&after=${first.body.after}` })
      expect(rest.body).toMatchObject({ waiting: [{ text: 'Third' }], after: null })

      const [one, two, three] = [...first.body.waiting, ...rest.body.waiting] as { id: string; comment: string }[]
      const decide = (words: { id: string } | undefined, sent: object) =>
        does(STAFF.decide, { id: words?.id ?? '' }, { body: sent })
      expect((await decide(one, { action: 'approve' })).body).toMatchObject({ comment: one?.comment })
      expect((await decide(one, { action: 'approve' })).body.error.sentence).toContain('You approved it')
      expect((await decide(two, { action: 'reject' })).status).toBe(409)
      const { reasons } = (await does(PUBLIC.reasons, {})).body
      expect((await decide(two, { action: 'reject', reason: reasons[0].code, note: 'No.' })).status).toBe(200)
      const mo = await someoneOfStaff(site, 'Mo', ['moderate'])
      await openHand(site.app.store, { by: mo.id, hand: 'page' }, {}, Date.now())
      expect((await decide(three, { action: 'approve' })).body.error.sentence).toBe('Mo is reviewing this comment.')
      expect((await decide({ id: '0'.repeat(26) }, { action: 'approve' })).status).toBe(409)
      expect((await decide({ id: 'x' }, { action: 'approve' })).status).toBe(404)
      expect((await does(PUBLIC.comments, { id })).body).toMatchObject({ count: 1, comments: [{ text: 'First' }] })
      expect(await log()).toContain('Program Wire, made by Ann: Approved a comment')
    })

    test('reads the settings and the staff, without anybody’s address', async () => {
      expect((await does(STAFF.settings, {})).body).toMatchObject({ language: 'en', secondPerson: false })
      const people = await does(STAFF.people, {})
      expect(people.body.people).toContainEqual({ id: ann.id, name: 'Ann', can: ann.switches, suspended: false })
      expect(people.text).not.toContain('@')
    })

    test('takes the list of drafts and of stories part by part, each once', async () => {
      for (let i = 0; i < 52; i++) await begin({ headline: `Boat ${i}` })
      const seen: string[] = []
      let after: string | null = null
      do {
        const part: { drafts: { id: string }[]; after: string | null } = (
          await does(STAFF.drafts, {}, { query: after ? `?after=${after}` : '' })
        ).body
        seen.push(...part.drafts.map(({ id }) => id))
        // Who changes one meanwhile puts none of the others out of its place.
        if (!after) await does(STAFF.change, { id: seen.at(-1) ?? '' }, { body: { number: 1, byline: 'By Ada' } })
        after = part.after
      } while (after)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThan(52)

      const shown: string[] = []
      do {
        const part = (await does(PUBLIC.stories, {}, { query: `?limit=1${after ? `&after=${after}` : ''}` })).body
        shown.push(...part.stories.map(({ id }: { id: string }) => id))
        after = part.after
      } while (after)
      expect(shown).toEqual((await does(PUBLIC.stories, {})).body.stories.map(({ id }: { id: string }) => id))
      expect(shown.length).toBeGreaterThan(2)
    })

    test('sections, topics and authors are told once readers find a story under them', async () => {
      const { id } = await begin({ section: 'Harbour', topics: ['Secret merger'], byline: 'By Ida Vale' })
      const names = async () => {
        const lists = await Promise.all([PUBLIC.sections, PUBLIC.topics, PUBLIC.authors].map((one) => does(one, {})))
        return lists.flatMap(({ body }) => body.terms.map(({ name }: { name: string }) => name))
      }
      await staff.post('/newsroom/topics', { name: 'Secret merger' })
      expect(await names()).not.toContain('Secret merger')
      await does(STAFF.publish, { id }, { body: { number: 1 } })
      expect(await names()).toEqual(expect.arrayContaining(['Harbour', 'Secret merger']))
    })
  })
}
