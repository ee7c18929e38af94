/** A story's way through the newsroom, as people press it; without JavaScript. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { addPerson, makeSignInLink, ROLES, type Switch } from '../../../people/index.ts'
import { scheduleJob } from '../../../schedule/index.ts'

const NOON = Date.parse('2026-03-28T12:00Z')
const HOUR = 3_600_000

for (const kind of ONE_DATABASE) {
  describe(`a story’s way on ${kind}`, () => {
    let clock: { now: number }
    let site: TestSite
    let staff: Visitor
    let writer: Visitor
    beforeEach(async () => {
      clock = { now: NOON }
      site = await freshSite(kind, { now: () => clock.now })
      staff = await editor(site)
      writer = await colleague('Ana', ROLES.reporter)
    })
    afterEach(() => site.drop())

    const colleague = async (name: string, switches: readonly Switch[]) => {
      const person = await addPerson(site.app.store, { name, mail: null, switches }, clock.now)
      if ('problem' in person) throw new Error(person.problem)
      const one = visitor(site)
      await one.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, clock.now) })
      return one
    }
    const page = async (who: Visitor, path: string) => drawn(await (await who.get(path)).text())
    const begin = async (who: Visitor, headline: string) => {
      const story = (await who.post('/newsroom/stories', {})).headers.get('location') ?? ''
      await save(who, story, 1, headline)
      return story
    }
    const save = (who: Visitor, story: string, base: number, headline: string, more: Record<string, string> = {}) =>
      who.post(story, { base: String(base), headline, body: 'Boats went through on Monday.', ...more })
    const buttons = async (who: Visitor, path: string) =>
      (await page(who, path)).elements
        .filter(({ name, attributes }) => name === 'button' && attributes.name === 'afterwards')
        .map(({ attributes }) => attributes.value)
    const listed = async (who: Visitor, query: string) => (await page(who, `/newsroom/stories${query}`)).texts('h2')

    test('the writer says that it is ready with the words they typed, and the editor that it is checked', async () => {
      const story = await begin(writer, 'The lock reopens')
      expect(await buttons(writer, story)).toEqual(['ready'])
      expect((await save(writer, story, 2, 'The lock is open', { afterwards: 'ready' })).status).toBe(303)
      expect((await page(writer, story)).part('standing')).toContain('Ready to be checked, says Ana')
      expect(await listed(staff, '?state=ready')).toEqual(['The lock is open'])
      expect(await buttons(staff, story)).toEqual(['checked', 'draft', 'back', 'embargo', 'publish'])
      await save(staff, story, 3, 'The lock is open', { afterwards: 'checked' })
      expect((await page(writer, story)).part('standing')).toContain('Checked by')
      await save(writer, story, 4, 'The lock is shut')
      const { links, part } = await page(staff, story)
      expect(part('standing')).toContain('Changed since it was checked by')
      const changes = Object.keys(links).find((href) => href.includes('/history?')) ?? ''
      expect((await page(staff, changes)).words).toContain('The lock is shut')
    })

    test('sent back, it says why at its head; without a sentence the form comes back with what was typed', async () => {
      const story = await begin(writer, 'The lock reopens')
      await save(writer, story, 2, 'The lock reopens', { afterwards: 'ready' })
      const refused = await save(staff, story, 3, 'The lock reopens today', { afterwards: 'back', toWriter: '' })
      expect(refused.status).toBe(400)
      expect(drawn(await refused.text()).field('headline')?.attributes.value).toBe('The lock reopens today')
      await save(writer, story, 4, 'The lock reopens today', { afterwards: 'ready' })
      await save(staff, story, 5, 'The lock reopens today', { afterwards: 'back', toWriter: 'Ring the lock keeper.' })
      expect((await page(writer, story)).part('to-writer')).toBe('Ring the lock keeper.')
      expect(await listed(writer, '?state=back')).toEqual(['The lock reopens today'])
    })

    test('nobody marks what they may not, nor words that changed under them', async () => {
      const story = await begin(staff, 'The lock reopens')
      const foreign = await page(writer, story)
      expect(foreign.actions.filter((action) => /\/(ready|checked|send-back|trash)$/.test(action))).toEqual([])
      expect(foreign.field('afterwards')).toBeUndefined()
      expect((await writer.post(`${story}/ready`, { number: '2' })).status).toBe(403)
      const own = await begin(writer, 'Swans')
      expect((await writer.post(`${own}/checked`, { number: '2' })).status).toBe(403)
      const sly = await save(writer, own, 2, 'Swans', { afterwards: 'checked' })
      expect(drawn(await sly.text()).words).toContain('takes permission to publish')
      // Who publishes and changes no colleague’s words has forms of their own, with what they have read.
      const publisher = await colleague('Pam', ['write', 'publish'])
      const shown = await page(publisher, own)
      expect(shown.actions).toContain(`${own}/checked`)
      const number = shown.field('number')?.attributes.value ?? ''
      await save(writer, own, 3, 'Swans sing')
      const late = await publisher.post(`${own}/checked`, { number })
      expect([late.status, drawn(await late.text()).part('problem')]).toEqual([
        400,
        expect.stringContaining('Read it again'),
      ])
      await save(writer, own, 4, 'Swans sing', { afterwards: 'ready' })
      expect((await page(publisher, own)).actions).toContain(`${own}/send-back`)
      publisher.cookies.delete('courant_session')
      const signedOut = await publisher.post(`${own}/send-back`, { number: '5', toWriter: 'Which swans?' })
      expect([signedOut.status, await signedOut.text()]).toEqual([401, expect.stringContaining('Which swans?')])
    })

    test('with a second person asked for, an editor’s own story waits for a colleague, by hand and at its time', async () => {
      const settings = await page(staff, '/newsroom/settings')
      expect(settings.field('secondPerson')?.attributes.checked).toBeUndefined()
      await staff.post('/newsroom/settings', { name: 'Echo', language: 'en', timeZone: 'UTC', secondPerson: 'yes' })
      expect((await page(staff, '/newsroom/settings')).part('notice')).toContain('may publish')
      const story = await begin(staff, 'The lock reopens')
      expect((await page(staff, story)).part('standing')).toContain('somebody else has to check what')
      const refused = await save(staff, story, 2, 'The lock reopens', { afterwards: 'publish' })
      expect([refused.status, drawn(await refused.text()).part('problem')]).toEqual([
        400,
        expect.stringContaining('nobody else has read what'),
      ])
      await staff.post(`${story}/schedule`, { at: '2026-03-28T13:00' })
      clock.now += HOUR
      const id = story.split('/').at(-1) ?? ''
      await scheduleJob(site.app.store, { now: () => clock.now }).run({ story: id } as never, {} as never)
      expect((await page(staff, '/newsroom')).part('alert')).toMatch(/did not: .*nobody else has read what/)
      const publisher = await colleague('Pam', ROLES.editor)
      const shown = await page(publisher, story)
      const base = shown.field('base')?.attributes.value ?? ''
      const out = await save(publisher, story, Number(base), 'The lock reopens', { afterwards: 'publish' })
      expect(out.headers.get('location')).toContain('published')
      expect((await page(staff, '/newsroom/settings')).part('notice')).toBeUndefined()
    })

    test('several at once: each is done or says why not, and what can be is undone', async () => {
      const [one, two] = [await begin(writer, 'One'), await begin(writer, 'Two')]
      const { id } = await demonstration(site)
      const choices = (await page(writer, '/newsroom/stories')).elements
        .filter(({ attributes }) => attributes.name === 'story')
        .map(({ attributes }) => attributes.value ?? '')
      expect(choices).toHaveLength(3)
      const send = async (who: Visitor, act: string, more: Record<string, string> = {}) => {
        const form = new FormData()
        for (const choice of choices) form.append('story', choice)
        for (const [name, value] of Object.entries({ act, ...more })) form.append(name, value)
        return drawn(await (await who.post('/newsroom/chosen', form)).text())
      }
      const ready = await send(writer, 'ready')
      expect(ready.part('notice')).toContain('2 stories marked as ready.')
      expect(ready.part('alert')).toMatch(/1 could not be:.*colleague’s story/)
      const trashed = await send(staff, 'trash')
      expect(trashed.part('notice')).toContain('2 stories moved to the trash.')
      expect(trashed.part('alert')).toContain('is on the site')
      expect(await listed(staff, '')).toHaveLength(1)
      expect((await send(staff, 'restore')).part('notice')).toContain('2 stories brought back.')
      const off = await send(staff, 'off')
      expect([off.part('notice'), off.part('alert')]).toEqual([
        expect.stringContaining('1 story taken off the site.'),
        expect.stringMatching(/2 could not be/),
      ])
      expect((await send(staff, 'section')).part('problem')).toContain('Choose the section')
      expect((await send(staff, 'section', { section: 'Town' })).part('notice')).toContain('3 stories put')
      expect(await listed(staff, '?section=town&q=monday')).toEqual(['Two', 'One'])
      for (const story of [one, two, `/newsroom/stories/${id}`])
        expect((await page(staff, story)).field('headline')).toBeDefined()
      const none = await staff.post('/newsroom/chosen', { act: 'trash' })
      expect([none.status, drawn(await none.text()).part('problem')]).toEqual([
        400,
        expect.stringContaining('Choose at least one'),
      ])
    })

    test('the trash: thrown away, undone, deleted for good by a second press, each by whoever may', async () => {
      const story = await begin(writer, 'The lock reopens')
      const id = story.split('/').at(-1) ?? ''
      const gone = await writer.post(`${story}/trash`, {})
      const list = await page(writer, gone.headers.get('location') ?? '')
      expect(list.part('notice')).toContain('The lock reopens is in the trash now.')
      const missing = await writer.get(story)
      expect([missing.status, drawn(await missing.text()).words]).toEqual([
        404,
        expect.stringContaining('in the trash'),
      ])
      const stranger = await colleague('Josef', ROLES.reporter)
      expect((await stranger.post(`/newsroom/trash/${id}/restore`, {})).status).toBe(403)
      expect((await page(stranger, '/newsroom/trash')).actions).not.toContain(`/newsroom/trash/${id}/restore`)
      const back = await writer.post(`/newsroom/trash/${id}/restore`, {})
      expect((await page(writer, back.headers.get('location') ?? '')).part('notice')).toContain('is back')
      await writer.post(`${story}/trash`, {})
      expect((await page(writer, '/newsroom/trash')).words).toContain('deleted in 30 days')
      await writer.post(`/newsroom/trash/${id}/delete`, {})
      expect((await page(writer, '/newsroom/trash')).words).toContain('The trash is empty.')
      expect((await writer.post(`/newsroom/trash/${id}/restore`, {})).status).toBe(404)
    })

    test('a story that readers see goes in one act by whoever may publish, and so does the sample story', async () => {
      const { id, path } = await demonstration(site)
      expect((await writer.post(`/newsroom/stories/${id}/trash-live`, {})).status).toBe(403)
      expect((await staff.post(`/newsroom/stories/${id}/trash`, {})).status).toBe(400)
      expect((await staff.post('/newsroom/start/sample', {})).status).toBe(303)
      expect([(await visitor(site).get(path)).status, await listed(staff, '')]).toEqual([410, []])
      expect((await page(staff, '/newsroom/trash')).words).toContain('The last ferry leaves')
      await staff.post(`/newsroom/trash/${id}/delete`, {})
      expect((await visitor(site).get(path)).status).toBe(410)
    })

    test('an empty list says how to begin, and one where nothing fits how to go on', async () => {
      await staff.post('/newsroom/start/sample', {})
      const empty = await page(staff, '/newsroom/stories')
      expect([empty.part('empty'), empty.field('q')]).toEqual([expect.stringContaining('No stories yet'), undefined])
      await begin(staff, 'The lock reopens')
      const none = await page(staff, '/newsroom/stories?q=nothing')
      expect(none.part('empty')).toContain('No story fits')
      expect(none.field('q')?.attributes.value).toBe('nothing')
      expect(none.links).toHaveProperty('/newsroom/stories', 'Show all stories')
    })

    test('the paper’s pages lead staff to where they are edited, and stay byte for byte what they are to readers', async () => {
      const { id, path } = await demonstration(site)
      const reader = visitor(site)
      await staff.post('/newsroom/pages', { kind: 'about' })
      for (const [at, words, href] of [
        [path, 'Edit this story', `/newsroom/stories/${id}`],
        ['/', 'Edit the front page', '/newsroom/front'],
        ['/sections/town', 'Edit this section', undefined],
      ] as const) {
        const before = await (await reader.get(at)).text()
        const shown = await staff.get(at)
        const html = await shown.text()
        expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'no-store'])
        const line = drawn(html).elements.find(({ attributes }) => attributes.class === 'staff-line')
        expect(line?.text).toBe(`Newsroom${words}`)
        const links = Object.entries(drawn(html).links)
        const [target = ''] = links.find(([, said]) => said === words) ?? []
        if (href) expect(target).toBe(href)
        expect((await staff.get(target)).status, target).toBe(200)
        const after = await reader.get(at)
        expect(await after.text()).toBe(before)
        expect(after.headers.get('cache-control')).toBe('public, no-cache')
      }
      expect(await (await staff.get('/feed.xml')).text()).toBe(await (await reader.get('/feed.xml')).text())
      const etag = (await reader.get('/')).headers.get('etag') ?? ''
      expect((await staff.get('/', { 'if-none-match': etag })).status).toBe(200)
      await staff.post('/newsroom/sign-out', { sure: 'yes' })
      expect(staff.cookies.has('courant_staff')).toBe(false)
      expect(await (await staff.get('/')).text()).toBe(await (await reader.get('/')).text())
    })
  })
}
