/** The plan, as a newsroom makes it: lines that are added, moved, begun and taken out, and who may. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { addPerson, makeSignInLink, type Person, setDisabled } from '../../../people/index.ts'

/** A Monday. */
const NOON = Date.parse('2026-11-30T12:00Z')
const WEEK = '/newsroom/planning/2026-W49'

for (const kind of DATABASES_OF_PAGES) {
  describe(`the plan on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let ana: Person
    let hers: Visitor
    let now = NOON
    beforeEach(async () => {
      now = NOON
      site = await freshSite(kind, { now: () => now })
      staff = await editor(site)
      await staff.post('/newsroom/sections', { name: 'News' })
      const person = await addPerson(site.app.store, { name: 'Ana Ruiz', mail: null, switches: ['write'] }, NOON)
      if ('problem' in person) throw new Error(person.problem)
      ana = person
      hers = visitor(site)
      await hers.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, ana.id, NOON) })
    })
    afterEach(() => site.drop())

    const page = async (path = '/newsroom/planning', who = staff) => drawn(await (await who.get(path)).text())
    const line = async (path?: string, who?: Visitor) =>
      (await page(path, who)).elements
        .filter(({ attributes }) => attributes.class?.split(' ').includes('plan-line'))
        .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    const VOTE = {
      ...{ headline: 'Council budget vote', day: '2026-12-01', slot: 'evening', section: 'News' },
      ...{ words: '600', deadline: '16:00', photographer: '' },
    }
    const add = (fields: Record<string, string> = {}, who = staff) =>
      who.post('/newsroom/planning', { ...VOTE, writer: ana.id, ...fields })
    const added = async (fields?: Record<string, string>) =>
      `/newsroom/plans/${(await add(fields)).headers.get('location')?.split('#plan-')[1]}`

    test('has a line on its day with all that was said of it, before there is a story', async () => {
      expect((await add()).headers.get('location')).toMatch(/^\/newsroom\/planning\/2026-W49#plan-/)
      expect(await line()).toEqual([
        expect.stringMatching(/^Evening, by 16:00 ?News ?Council budget vote ?Ana Ruiz ?600 words ?Not begun/),
      ])
      expect(await line('/newsroom/planning/2026-W50')).toEqual([])
      expect(await line(`${WEEK}?writer=${ana.id}&section=news`)).toHaveLength(1)
      expect(await line(`${WEEK}?section=Sport`)).toEqual([])
    })

    test('begins its story with one press: the writer’s, with headline, section and byline; pressed twice, once', async () => {
      const plan = await added()
      const story = (await staff.post(`${plan}/begin`, {})).headers.get('location') ?? ''
      expect((await staff.post(`${plan}/begin`, {})).headers.get('location')).toBe(story)
      const form = await page(story, hers)
      expect(['headline', 'byline'].map((name) => form.field(name)?.attributes.value)).toEqual([
        'Council budget vote',
        'By Ana Ruiz',
      ])
      expect(await line()).toEqual([expect.stringContaining('Draft')])
      await hers.post(story, { base: '1', headline: 'Council passes budget', body: 'It did.', section: 'News' })
      expect(await line()).toEqual([expect.stringContaining('Council passes budget')])
      await staff.post(story, { base: '2', headline: 'Council passes budget', body: 'It did.', afterwards: 'publish' })
      expect(await line()).toEqual([expect.stringContaining('On the site')])
    })

    test('names a photographer who is not of the staff, also by who may plan only for themselves', async () => {
      const plan = await added({ photographerName: ' Noor  Haddad ' })
      expect(await line()).toEqual([expect.stringContaining('photo Noor Haddad')])
      expect((await page(plan, hers)).field('photographerName')?.attributes.value).toBe('Noor Haddad')
      const both = await hers.post(plan, { ...VOTE, writer: ana.id, photographer: ana.id, photographerName: 'Noor' })
      expect([both.status, drawn(await both.text()).words]).toEqual([400, expect.stringContaining('not both')])
      await hers.post(plan, { ...VOTE, number: '1', writer: ana.id, photographer: ana.id })
      expect(await line()).toEqual([expect.stringContaining('photo Ana Ruiz')])
    })

    test('says in words what is late', async () => {
      await add()
      now = Date.parse('2026-12-01T16:01Z')
      expect(await line(WEEK)).toEqual([expect.stringContaining('Late: the deadline has passed')])
    })

    test('says until when a story is under embargo, which is not late; its page and the plan lead to one another', async () => {
      const plan = await added()
      const story = (await staff.post(`${plan}/begin`, {})).headers.get('location') ?? ''
      await staff.post(story, { base: '1', headline: 'Council passes budget', body: 'It did.', section: 'News' })
      await staff.post(`${story}/embargo`, { at: '2026-12-02T00:01' })
      now = Date.parse('2026-12-01T16:01Z')
      expect(await line(WEEK)).toEqual([
        expect.stringMatching(/600 words ?Under embargo until 2 December 2026 at 00:01/),
      ])
      expect(await line(WEEK)).toEqual([expect.not.stringContaining('Late')])
      const linksOf = async (path: string) => (await page(path)).elements.map(({ attributes }) => attributes.href)
      expect(await linksOf(WEEK)).toContain(`${story}/embargo`)
      expect(await linksOf(`${story}/embargo`)).toContain(`${WEEK}#plan-${plan.split('/').at(-1)}`)
      expect((await page(`${story}/embargo`)).words).toContain('Planned for Tuesday 1 December, evening, by 16:00.')
    })

    test('is moved to another day by form, or to the ideas, which are a page of their own', async () => {
      const plan = await added()
      const moved = await staff.post(`${plan}/move`, { day: '2026-12-08', filter: `?writer=${ana.id}` })
      expect(moved.headers.get('location')).toMatch(/^\/newsroom\/planning\/2026-W50\?writer=\w+#plan-/)
      expect(await line('/newsroom/planning/2026-W50')).toHaveLength(1)
      expect((await staff.post(`${plan}/move`, { day: 'soon' })).status).toBe(400)
      await staff.post(`${plan}/move`, { day: '' })
      expect(await line('/newsroom/planning/ideas')).toEqual([expect.not.stringContaining('by 16:00')])
      await staff.post(`${plan}/remove`, {})
      expect(await line('/newsroom/planning/ideas')).toEqual([])
      expect((await staff.get(plan)).status).toBe(404)
    })

    test('is changed in a form; of two who change it, the second is told, and loses nothing', async () => {
      const plan = await added()
      const save = (fields: Record<string, string>) =>
        staff.post(plan, { ...VOTE, writer: ana.id, number: '1', ...fields })
      expect((await save({ words: '450' })).status).toBe(303)
      const second = await save({ headline: 'Zz other' })
      const again = drawn(await second.text())
      expect([second.status, again.part('problem')]).toEqual([400, expect.stringContaining('changed this line')])
      expect(again.field('headline')?.attributes.value).toBe('Zz other')
      expect((await save({ headline: 'Zz other', number: again.field('number')?.attributes.value ?? '' })).status).toBe(
        303,
      )
      expect(await line()).toEqual([expect.stringContaining('Zz other')])
    })

    test('comes back with what was typed where it can’t be kept', async () => {
      const response = await add({ headline: 'Zz typed', words: 'many' })
      const again = drawn(await response.text())
      expect([response.status, again.part('problem')]).toEqual([400, expect.stringContaining('a number of words')])
      expect(again.field('headline')?.attributes.value).toBe('Zz typed')
    })

    test('is a reporter’s for themselves only', async () => {
      const me = await site.app.store.db
        .selectFrom('people')
        .select('id')
        .where('id', '!=', ana.id)
        .executeTakeFirstOrThrow()
      const forOther = await add({ writer: me.id }, hers)
      expect([forOther.status, drawn(await forOther.text()).part('problem')]).toEqual([
        400,
        expect.stringContaining('only plan your own'),
      ])
      expect((await add({}, hers)).status).toBe(303)
      const plan = await added({ writer: me.id })
      for (const act of ['', '/move', '/begin', '/remove'])
        expect((await hers.post(`${plan}${act}`, { day: '' })).status, act).toBe(403)
      expect(await line(WEEK, hers)).toHaveLength(2)
    })

    test('has a story that is there already, from its own page', async () => {
      const story = (await hers.post('/newsroom/stories', {})).headers.get('location') ?? ''
      await hers.post(story, { base: '1', headline: 'Lamps on the pier', body: 'They are lit.' })
      expect((await page(story, hers)).words).toContain('This story isn’t in the plan.')
      for (let twice = 0; twice < 2; twice++) await hers.post(`${story}/plan`, { day: '2026-12-02', slot: 'morning' })
      expect((await page(story, hers)).words).toMatch(/Planned for Wednesday,? 2 December, morning\./)
      expect(await line()).toEqual([expect.stringMatching(/^Morning ?Lamps on the pier ?Ana Ruiz/)])
    })

    test('stays, and says so, when its writer is suspended, its section deleted, or its story', async () => {
      const plan = await added()
      const story = (await staff.post(`${plan}/begin`, {})).headers.get('location')?.split('/').at(-1) ?? ''
      await setDisabled(site.app.store, ana.id, true, NOON)
      const [section] = await site.app.store.db.selectFrom('terms').select('id').where('name', '=', 'News').execute()
      await staff.post(`/newsroom/sections/${section?.id}/remove`, {})
      expect(await line()).toEqual([expect.stringMatching(/News \(no such section\).*Ana Ruiz \(suspended\)/)])
      expect((await page(plan)).field('writer', ana.id)?.text ?? (await page(plan)).words).toContain('(suspended)')
      await site.app.store.transaction(now, (tx) => tx.rows.deleteFrom('stories').where('id', '=', story).execute())
      expect(await line()).toEqual([expect.stringContaining('Not begun')])
    })
  })
}
