/** Stories that go out by themselves, as an editor sets them and as readers find them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES, ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { doWhatIsDue } from '../../../../test/due.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../../../../test/sites.ts'

const NOON = Date.parse('2026-03-28T12:00Z')
const HOUR = 3_600_000

for (const kind of DATABASES_OF_PAGES) {
  describe(`a story's schedule on ${kind}`, () => {
    let clock: { now: number }
    let site: TestSite
    let staff: Visitor
    let story: string
    beforeEach(async () => {
      clock = { now: NOON }
      site = await freshSite(kind, { now: () => clock.now })
      staff = await editor(site)
      story = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
      await staff.post(story, { base: '1', headline: 'The lock reopens', body: 'Boats went through on Monday.' })
    })
    afterEach(() => site.drop())

    const page = async (path: string) => drawn(await (await staff.get(path)).text())
    const schedule = (fields: Record<string, string>) => staff.post(`${story}/schedule`, fields)
    /** Does what is due by now, as the running program does within seconds. */
    const wait = async (ms: number) => {
      clock.now += ms
      await doWhatIsDue(site, () => clock.now)
    }
    const front = async () => (await page('/')).words

    test('it goes out at its time as it is saved by then, and once', async () => {
      expect((await schedule({ at: '2026-03-28T14:00' })).status).toBe(303)
      expect((await page('/newsroom')).words).toContain('goes out 28 March 2026 at 14:00')
      const typed = { base: '2', headline: 'The lock reopens at last', body: 'Boats went through on Monday.' }
      await staff.post(story, typed)
      await wait(HOUR)
      expect(await front()).not.toContain('The lock reopens')
      await wait(HOUR)
      expect(await front()).toContain('The lock reopens at last')
      await wait(HOUR)
      expect((await page(`${story}/versions`)).words).not.toContain('Version 2')
      expect((await page('/newsroom')).words).not.toContain('goes out')
    })

    test('a cancelled one stays a draft; one that was put off goes out later', async () => {
      await schedule({ at: '2026-03-28T13:00' })
      await schedule({ at: '2026-03-28T15:00' })
      await wait(HOUR)
      expect(await front()).not.toContain('The lock reopens')
      await staff.post(`${story}/schedule/cancel`, {})
      await wait(3 * HOUR)
      expect(await front()).not.toContain('The lock reopens')
    })

    test('what fell due while the program was stopped goes out when it starts, and the newsroom is told how late', async () => {
      await schedule({ at: '2026-03-28T13:00' })
      clock.now += 3 * HOUR
      await site.restart()
      await wait(0)
      expect(await front()).toContain('The lock reopens')
      expect((await page('/newsroom')).words).toContain('“The lock reopens” went out 2 hours late')
      await staff.post(`${story}/schedule/seen`, {})
      expect((await page('/newsroom')).words).not.toContain('hours late')
    })

    test('a story that was published by hand is not published again at its time', async () => {
      await schedule({ at: '2026-03-28T13:00' })
      const typed = { base: '2', headline: 'The lock reopens', body: 'Boats went through.', afterwards: 'publish' }
      await staff.post(story, typed)
      await staff.post(story, { base: '3', headline: 'Half a thou', body: 'Boats went through.' })
      await wait(2 * HOUR)
      expect(await front()).not.toContain('Half a thou')
    })

    test('a change to a live story goes out with its kind and sentence, which are asked for when its time is set', async () => {
      const typed = { base: '2', headline: 'The lock reopens', body: 'Boats went through.' }
      await staff.post(story, { ...typed, afterwards: 'publish' })
      await staff.post(story, { ...typed, base: '3', body: 'Boats went through on Sunday.' })
      const at = '2026-03-28T13:00'
      const refused = await schedule({ at, change: 'correction', cause: '' })
      const again = drawn(await refused.text())
      expect([refused.status, again.part('schedule-problem')]).toEqual([400, expect.stringContaining('what was wrong')])
      expect((await schedule({ at, change: 'retraction', cause: 'All wrong.' })).status).toBe(400)
      expect((await schedule({ at, change: 'correction', cause: 'The day was missing.' })).status).toBe(303)
      expect((await page('/corrections')).words).not.toContain('The day was missing.')
      await wait(HOUR)
      expect((await page('/corrections')).words).toContain('The day was missing.')
    })

    test('a retracted story says what its schedule would do, and one taken off the site has none any more', async () => {
      const typed = { base: '2', headline: 'The lock reopens', body: 'Boats went through.', afterwards: 'publish' }
      await staff.post(story, typed)
      await staff.post(story, { ...typed, base: '3', change: 'retraction', cause: 'None of it was true.' })
      expect((await page(story)).words).toContain('At its time the draft’s words go back on the site')
      await schedule({ at: '2026-03-28T13:00', change: 'update' })
      await staff.post(`${story}/unpublish`, {})
      await wait(HOUR)
      expect(await front()).not.toContain('The lock reopens')
    })

    test('a story leaves the site at its time, and the newsroom is told', async () => {
      const typed = { base: '2', headline: 'The lock reopens', body: 'Boats went through.', afterwards: 'publish' }
      await staff.post(story, typed)
      const refused = await staff.post(`${story}/schedule/end`, { at: '2026-03-28T11:00' })
      expect([refused.status, drawn(await refused.text()).part('end-problem')]).toEqual([
        400,
        expect.stringContaining('has passed'),
      ])
      await staff.post(`${story}/schedule/end`, { at: '2026-03-28T13:00' })
      await staff.post(`${story}/schedule/end`, { at: '2026-03-28T14:00' })
      expect((await page(story)).words).toContain('Leaves the site by itself on 28 March 2026 at 14:00')
      await wait(HOUR)
      expect(await front()).toContain('The lock reopens')
      await wait(HOUR)
      expect(await front()).not.toContain('The lock reopens')
      expect((await page('/newsroom')).words).toContain('“The lock reopens” left the site on 28 March 2026 at 14:00')
      await staff.post(`${story}/schedule/end/seen`, {})
      expect((await page('/newsroom')).words).not.toContain('left the site')
    })

    test('a story that stays, or was taken off by hand, leaves nothing to tell', async () => {
      const typed = { base: '2', headline: 'The lock reopens', body: 'Boats went through.', afterwards: 'publish' }
      await staff.post(story, typed)
      await staff.post(`${story}/schedule/end`, { at: '2026-03-28T13:00' })
      await staff.post(`${story}/schedule/end/cancel`, {})
      await wait(HOUR)
      expect(await front()).toContain('The lock reopens')
      await staff.post(`${story}/schedule/end`, { at: '2026-03-28T14:00' })
      await staff.post(`${story}/unpublish`, {})
      await wait(HOUR)
      expect((await page('/newsroom')).words).not.toContain('left the site')
    })

    test('one that the copy desk stops says so on the home page, and stays a draft', async () => {
      await schedule({ at: '2026-03-28T13:00' })
      await staff.post(story, { base: '2', headline: '', body: 'Boats went through on Monday.' })
      await wait(HOUR)
      expect((await page('/newsroom')).part('alert')).toMatch(/was to go out on 28 March 2026 at 13:00, and did not: /)
    })
  })
}

for (const kind of ONE_DATABASE) {
  describe(`a time for a schedule on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: string
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => NOON })
      staff = await editor(site)
      await staff.post('/newsroom/start/paper', { name: 'The Echo', timeZone: 'Europe/London' })
      story = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
    })
    afterEach(() => site.drop())

    const answer = async (fields: Record<string, string>) => {
      const response = await staff.post(`${story}/schedule`, fields)
      return { status: response.status, page: drawn(await response.text()) }
    }

    test('that has passed, or is none, is refused with a sentence', async () => {
      const past = await answer({ at: '2026-03-28T11:00' })
      expect([past.status, past.page.part('schedule-problem')]).toEqual([400, expect.stringContaining('has passed')])
      const none = await answer({ at: 'at dawn' })
      expect([none.status, none.page.part('schedule-problem')]).toEqual([400, expect.stringContaining('Choose a day')])
    })

    test('that clocks skip is asked about', async () => {
      const { status, page } = await answer({ at: '2026-03-29T01:30' })
      expect([status, page.part('schedule-problem')]).toEqual([400, expect.stringContaining('skip 01:30')])
      expect(page.field('at')?.attributes.value).toBe('2026-03-29T01:30')
    })

    test('that comes twice is asked about, and the answer counts', async () => {
      const { status, page } = await answer({ at: '2026-10-25T01:30' })
      expect([status, page.part('schedule-problem')]).toEqual([400, expect.stringContaining('comes twice')])
      const second = String(Date.parse('2026-10-25T01:30Z'))
      expect(page.field('moment', second)).toBeDefined()
      expect((await answer({ at: '2026-10-25T01:30', moment: second })).status).toBe(303)
      const shown = drawn(await (await staff.get(story)).text())
      const time = shown.elements.find(
        ({ name, attributes }) => name === 'time' && attributes.datetime?.startsWith('2026-10'),
      )
      expect(time?.attributes.datetime).toBe('2026-10-25T01:30:00.000Z')
    })
  })
}
