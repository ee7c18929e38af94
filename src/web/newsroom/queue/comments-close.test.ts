/** Comments that close at a time, as editors set it and as readers find it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { doWhatIsDue } from '../../../../test/due.ts'
import {
  demonstration,
  editor,
  freshSite,
  sendComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../../test/sites.ts'

const NOON = Date.parse('2026-03-01T12:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

for (const kind of DATABASES_OF_PAGES) {
  describe(`comments that close by themselves on ${kind}`, () => {
    let clock: { now: number }
    let site: TestSite
    let staff: Visitor
    beforeEach(async () => {
      clock = { now: NOON }
      site = await freshSite(kind, { now: () => clock.now })
      staff = await editor(site)
    })
    afterEach(() => site.drop())

    const page = async (path: string) => drawn(await (await staff.get(path)).text())
    const wait = async (ms: number) => {
      clock.now += ms
      await doWhatIsDue(site, () => clock.now)
    }
    const isTaken = async (path: string) =>
      (
        (await sendComment(visitor(site), path, { name: 'Ada', comment: 'Is it?', mail: '' })).headers.get(
          'location',
        ) ?? ''
      ).includes('/receipts/')

    test('the form is gone at their time, a comment is refused, the page says when, and they can be opened again', async () => {
      const { id, path } = await demonstration(site)
      const discussion = `/newsroom/stories/${id}/discussion`
      const past = await staff.post(`${discussion}/closing`, { at: '2026-03-01T11:00' })
      expect([past.status, drawn(await past.text()).part('closing-problem')]).toEqual([
        400,
        expect.stringContaining('has passed'),
      ])
      await staff.post(`${discussion}/closing`, { at: '2026-03-12T12:00' })
      expect((await page(discussion)).words).toContain('Comments close by themselves on 12 March 2026 at 12:00')
      expect(await isTaken(path)).toBe(true)
      await wait(11 * DAY)
      const closed = await page(path)
      expect(closed.words).toContain('Comments closed on 12 March 2026.')
      expect(closed.field('comment')).toBeUndefined()
      expect(await isTaken(path)).toBe(false)

      await staff.post(discussion, { mode: 'open' })
      await wait(DAY)
      expect((await page(path)).field('comment')).toBeDefined()
      expect(await isTaken(path)).toBe(true)
    })

    test('a story takes the site’s setting when it is first published, unless its editor says never', async () => {
      const settings = { name: 'The Echo', language: 'en', timeZone: 'UTC', commentsOpen: 'yes' }
      const refused = await staff.post('/newsroom/settings', { ...settings, commentsCloseAfter: 'soon' })
      expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('such as 14, or 0')])
      await staff.post('/newsroom/settings', { ...settings, commentsCloseAfter: '14' })
      const paths: string[] = []
      for (const headline of ['One', 'Two']) {
        const story = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
        await staff.post(story, { base: '1', headline, body: 'Boats went through.', afterwards: 'publish' })
        paths.push(`/2026/03/${headline.toLowerCase()}`)
        if (headline === 'Two') await staff.post(`${story}/discussion/closing`, { never: 'yes' })
      }
      const isOpen = async () =>
        Promise.all(paths.map(async (path) => (await page(path)).field('comment') !== undefined))
      await wait(14 * DAY - HOUR)
      expect(await isOpen()).toEqual([true, true])
      await wait(HOUR)
      expect(await isOpen()).toEqual([false, true])
      expect((await page((await demonstration(site)).path)).field('comment')).toBeDefined()
    })
  })
}
