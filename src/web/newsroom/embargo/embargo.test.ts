/** Versions under embargo, as editors handle them and as readers don't see them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES, ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { doWhatIsDue } from '../../../../test/due.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../../../../test/sites.ts'
import { addPerson, ROLES } from '../../../people/index.ts'
import { markStory } from '../../../workflow/index.ts'

const NOON = Date.parse('2026-03-28T12:00Z')
const HOUR = 3_600_000

for (const kind of DATABASES_OF_PAGES) {
  describe(`a version under embargo on ${kind}`, () => {
    let clock: { now: number }
    let site: TestSite
    let staff: Visitor
    let story: string
    beforeEach(async () => {
      clock = { now: NOON }
      site = await freshSite(kind, { now: () => clock.now })
      staff = await editor(site)
      story = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
      await save({ headline: 'The lock reopens' })
    })
    afterEach(() => site.drop())

    const base = async (path = story) =>
      drawn(await (await staff.get(path)).text()).field('base')?.attributes.value ?? '1'
    const save = async (fields: Record<string, string>) =>
      staff.post(story, { base: await base(), body: 'Boats went through on Monday.', ...fields })
    const page = async (path: string) => drawn(await (await staff.get(path)).text())
    const put = (fields: Record<string, string>) => staff.post(`${story}/embargo`, fields)
    const wait = async (ms: number) => {
      clock.now += ms
      await doWhatIsDue(site, () => clock.now)
    }
    const front = async () => (await page('/')).words
    const storyPath = async () =>
      (await (await fetch(`${site.url}/api/stories`)).json()).stories
        .map(({ url }: { url: string }) => new URL(url).pathname)
        .find((path: string) => path.includes('lock')) as string
    const publish = (fields: Record<string, string> = {}) =>
      save({ headline: 'The lock reopens', afterwards: 'publish', ...fields })

    test('it goes live at its time with the words that it had when it was put there, and once', async () => {
      expect((await put({ at: '2026-03-28T14:00' })).status).toBe(303)
      expect((await page('/newsroom')).words).toContain('under embargo until 28 March 2026 at 14:00')
      await save({ headline: 'The lock reopens after all' })
      await wait(HOUR)
      expect(await front()).not.toContain('The lock')
      await wait(HOUR)
      expect(await front()).toContain('The lock reopens')
      expect(await front()).not.toContain('after all')
      expect((await page('/newsroom')).words).toContain('On the site, with unpublished changes')
      await wait(HOUR)
      const versions = (await page(`${story}/versions`)).words
      expect(versions).toContain('Version 1')
      expect(versions).not.toContain('Version 2')
    })

    test('while it waits, the draft can be saved and not published', async () => {
      await put({ at: '2026-03-28T14:00' })
      const answer = await publish({ headline: 'Half a thought' })
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('waits under embargo')])
      expect(await front()).not.toContain('Half a thought')
      const scheduled = await staff.post(`${story}/schedule`, { at: '2026-03-28T13:00' })
      expect([scheduled.status, await scheduled.text()]).toEqual([400, expect.stringContaining('waits under embargo')])
    })

    test('an update to a live story is told with its sentence when it goes live, and not before', async () => {
      await publish()
      const path = await storyPath()
      await save({ headline: 'The lock reopens', body: 'Boats went through on Sunday.' })
      await put({ at: '2026-03-28T14:00', change: 'correction', cause: 'The day was wrong.' })
      await wait(HOUR)
      expect((await page(path)).words).not.toContain('The day was wrong.')
      expect((await page(path)).words).toContain('on Monday')
      expect((await page('/corrections')).words).not.toContain('The day was wrong.')
      await wait(HOUR)
      expect((await page(path)).words).toContain('The day was wrong.')
      expect((await page(path)).words).toContain('on Sunday')
    })

    test('it can be moved, lifted early and withdrawn', async () => {
      await put({ at: '2026-03-28T13:00' })
      expect((await staff.post(`${story}/embargo/move`, { at: '2026-03-28T16:00' })).status).toBe(303)
      await wait(2 * HOUR)
      expect(await front()).not.toContain('The lock')
      await staff.post(`${story}/embargo/lift`, {})
      expect(await front()).toContain('The lock reopens')

      await save({ headline: 'The lock closes' })
      await put({ at: '2026-03-28T16:00', change: 'update' })
      await staff.post(`${story}/embargo/withdraw`, {})
      await wait(4 * HOUR)
      expect(await front()).not.toContain('The lock closes')
      expect((await page(`${story}/versions`)).words).toContain('Withdrawn: The lock closes')
    })

    test('one that waits is replaced by a newer one under the same embargo, and readers are told nothing', async () => {
      await put({ at: '2026-03-28T14:00' })
      await save({ headline: 'The lock reopens at last' })
      const waiting = await page(`${story}/embargo`)
      await put({ replace: waiting.field('replace')?.attributes.value ?? '' })
      await wait(2 * HOUR)
      expect(await front()).toContain('The lock reopens at last')
      const path = await storyPath()
      expect((await page(path)).words).not.toContain('Corrected')
      expect((await page(`${path}/versions`)).words).not.toContain('Version 2')
    })

    test('what readers see is corrected while it waits, and it is mended with the draft where it says the same', async () => {
      await publish({ body: 'Boats went through on Monday.\n\nThe toll is £8.' })
      const path = await storyPath()
      await save({ headline: 'The secret lock', body: 'Boats went through in secret.\n\nThe toll is £8.' })
      await put({ at: '2026-03-28T14:00', change: 'update' })
      const form = await page(`${story}/correct`)
      expect(form.words).not.toContain('secret')
      const typed = { headline: 'The lock reopens', body: 'Boats went through on Tuesday.\n\nThe toll is £5.' }
      const answer = await staff.post(`${story}/correct`, {
        ...{ ...typed, base: form.field('base')?.attributes.value ?? '' },
        ...{ change: 'correction', cause: 'The toll was given as £8; it is £5.' },
      })
      expect(answer.status).toBe(303)
      const after = await page(answer.headers.get('location') ?? '')
      expect(after.words).toMatch(/In the draft, one place had other words already/)
      expect(after.words).toMatch(/In the version under embargo, one place had other words already/)
      const seen = (await page(path)).words
      for (const words of ['The toll was given as £8; it is £5.', 'on Tuesday', 'The toll is £5.'])
        expect(seen).toContain(words)
      expect(seen).not.toContain('secret')
      await wait(2 * HOUR)
      const live = (await page(path)).words
      for (const words of ['The secret lock', 'in secret', 'The toll is £5.']) expect(live).toContain(words)
    })

    test('retracting what readers see, and taking it off the site, withdraws the version that waits', async () => {
      await publish()
      const path = await storyPath()
      await save({ headline: 'The secret lock' })
      await put({ at: '2026-03-28T14:00', change: 'update' })
      const form = await page(`${story}/correct`)
      const retracted = await staff.post(`${story}/correct`, {
        base: form.field('base')?.attributes.value ?? '',
        ...{ headline: 'The lock reopens', body: 'Boats went through on Monday.' },
        ...{ change: 'retraction', cause: 'None of it was true.' },
      })
      expect(retracted.status).toBe(303)
      await wait(3 * HOUR)
      expect((await page(path)).words).toContain('Retracted: The lock reopens')
      expect(await front()).not.toContain('secret')

      await put({ at: '2026-03-28T16:00', change: 'update' })
      await staff.post(`${story}/unpublish`, {})
      await wait(3 * HOUR)
      expect((await staff.get(path)).status).toBe(410)
    })

    test('what fell due while the program was stopped goes live when it starts, and the newsroom is told how late', async () => {
      await put({ at: '2026-03-28T13:00' })
      clock.now += 3 * HOUR
      await site.restart()
      await wait(0)
      expect(await front()).toContain('The lock reopens')
      expect((await page('/newsroom')).words).toContain('“The lock reopens” went out 2 hours late')
      await staff.post(`${story}/embargo/seen`, {})
      expect((await page('/newsroom')).words).not.toContain('hours late')
    })
  })
}

for (const kind of ONE_DATABASE) {
  describe(`an embargo as it is typed on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: string
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => NOON })
      staff = await editor(site)
      await staff.post('/newsroom/start/paper', { name: 'The Echo', timeZone: 'Europe/London' })
      story = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
      await staff.post(story, { base: '1', headline: 'The lock', body: 'Boats went through.' })
    })
    afterEach(() => site.drop())

    const put = async (fields: Record<string, string>) => {
      const response = await staff.post(`${story}/embargo`, fields)
      return { status: response.status, page: drawn(await response.text()) }
    }

    test('before now, or at no time, is refused with a sentence', async () => {
      const past = await put({ at: '2026-03-28T11:00' })
      expect([past.status, past.page.part('embargo-problem')]).toEqual([400, expect.stringContaining('before now')])
      const none = await put({ at: 'at dawn' })
      expect([none.status, none.page.part('embargo-problem')]).toEqual([400, expect.stringContaining('Choose a day')])
    })

    test('at a time that clocks skip or show twice is asked about', async () => {
      const skipped = await put({ at: '2026-03-29T01:30' })
      expect([skipped.status, skipped.page.part('embargo-problem')]).toEqual([
        400,
        expect.stringContaining('skip 01:30'),
      ])
      const twice = await put({ at: '2026-10-25T01:30' })
      const second = String(Date.parse('2026-10-25T01:30Z'))
      expect(twice.page.field('moment', second)).toBeDefined()
      expect((await put({ at: '2026-10-25T01:30', moment: second })).status).toBe(303)
    })

    test('a story that the copy desk stops, or that is scheduled, is not put under embargo', async () => {
      await staff.post(`${story}/schedule`, { at: '2026-03-28T14:00' })
      expect((await put({ at: '2026-03-28T15:00' })).page.part('embargo-problem')).toContain(
        'Cancel the schedule first',
      )
      await staff.post(`${story}/schedule/cancel`, {})
      await staff.post(story, { base: '2', headline: '', body: 'Boats went through.' })
      expect((await put({ at: '2026-03-28T15:00' })).status).toBe(400)
    })

    test('a retraction is made at once, and a correction says what was wrong', async () => {
      await staff.post(story, { base: '2', headline: 'The lock', body: 'Boats went through.', afterwards: 'publish' })
      const later = { at: '2026-03-28T15:00' }
      expect((await put({ ...later, change: 'retraction', cause: 'x' })).page.part('embargo-problem')).toContain(
        'at once',
      )
      expect((await put({ ...later, change: 'correction' })).page.part('embargo-problem')).toContain('what was wrong')
    })

    test('where the paper wants a second person, it is asked for when the version is put there, and not again', async () => {
      const settings = { name: 'The Echo', language: 'en', timeZone: 'UTC', commentsOpen: 'yes', secondPerson: 'yes' }
      expect((await staff.post('/newsroom/settings', settings)).status).toBe(303)
      const later = { at: '2026-03-28T15:00' }
      const alone = await put(later)
      expect([alone.status, alone.page.part('embargo-problem')]).toEqual([
        400,
        expect.stringContaining('nobody else has read'),
      ])
      const { store } = site.app
      const id = story.split('/').at(-1) ?? ''
      const colleague = await addPerson(store, { name: 'Bo', mail: null, switches: ROLES.editor }, NOON)
      if ('problem' in colleague) throw new Error(colleague.problem)
      await markStory(store, { storyId: id, mark: 'checked', number: 2, words: '', by: colleague.id }, NOON)
      expect((await put(later)).status).toBe(303)
      await staff.post(story, { base: '2', headline: 'The lock, and more', body: 'Nobody has read this.' })
      await staff.post(`${story}/embargo/lift`, {})
      expect(drawn(await (await staff.get('/')).text()).words).toContain('The lock')
    })
  })
}
