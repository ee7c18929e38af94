/** The newsroom's page of how the machine is doing. */
import { describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { giveUp } from '../../../../test/given-up.ts'
import { site as paper } from '../../../../test/sample-paper.ts'
import { editor, freshSite } from '../../../../test/sites.ts'
import { createHistory, type Stretch } from '../../../pulse/index.ts'
import { renderMachinePage } from './machine-page.tsx'

const NOON = Date.UTC(2026, 4, 1, 12)
const MINUTE = 60_000

/** So many minutes of a paper that is read at noon; in the third nobody could ask the database. */
function someHistory(minutes: number): { hour: Stretch[]; day: Stretch[] } {
  const history = createHistory(NOON)
  for (let minute = 1; minute <= minutes; minute++) {
    for (let count = 0; count < minute; count++) history.answered('GET', '/', 200, 4)
    if (minute % 2 === 0) history.commented('taken')
    const unknown = minute === 3 ? Number.NaN : 4
    history.turn(NOON + minute * MINUTE, { memory: 98_000_000, delay: 1.5, queue: unknown, jobs: unknown })
  }
  return { hour: history.hour(), day: history.day() }
}

const page = (minutes: number) =>
  renderMachinePage({
    ...{ site: paper, person: { id: 'p', name: 'Ida', switches: ['settings'] }, now: NOON },
    ...{
      waiting: 0,
      moreWaiting: false,
      objections: { appeals: 0, reports: 0 },
      toDo: [],
      toDoScript: '',
      reviewScript: '',
    },
    ...{ version: '0.1.0', database: 'sqlite', since: NOON, troubles: [], diskFree: 40e9 },
    ...someHistory(minutes),
  } as never)

test('each number is drawn for the last hour and day, named by what it was, and stands in a table', () => {
  const html = page(45)
  const { words } = drawn(html)
  expect(words).toContain('Nothing is wrong.')
  expect(words).toContain('Courant 0.1.0 on SQLite, running since 1 May 2026 at 14:00.')
  expect(words).toContain('40 GB left on the disk.')
  expect(html.match(/<svg/g)).toHaveLength(14)
  expect(html).toContain('<title id="hour-requests">Requests a minute: 45 at the end, 45 at the most.</title>')
  expect(html).toContain('<title id="day-memory">Memory: 98 MB at the end, 98 MB at the most.</title>')
  expect(html).toContain('<title id="hour-slowestTenth">The slowest tenth: 4.7 ms at the end')
  // The line of the queue is broken where nothing was known, and the table says so.
  expect(html.match(/id="hour-queue"[\s\S]*?<\/svg>/)?.[0].match(/class="line"/g)).toHaveLength(2)
  expect(words).toMatch(/14:03\D*3\D*4\.7 ms\D*98 MB\D*1\.5 ms\D*0\D*–\D*–/)
})

test('just after a start there is nothing to draw yet, and the page says when there will be', () => {
  const { words } = drawn(page(1))
  expect(words).toContain('Nothing to show yet. The first lines are drawn two minutes after a start.')
  expect(words).toContain('The first lines are drawn half an hour after a start.')
})

for (const kind of ONE_DATABASE) {
  describe(`on ${kind}`, () => {
    test('what is wrong stands on top, with where to look at it', async ({ onTestFinished }) => {
      const site = await freshSite(kind)
      onTestFinished(() => site.drop())
      const staff = await editor(site)
      const open = async () => drawn(await (await staff.get('/newsroom/machine')).text())
      expect((await open()).words).toContain('The first lines are drawn two minutes')
      const reading = { kind: 'reading.keep', key: 'x', payload: { story: 'x' }, problem: 'It broke.' } as const
      await giveUp(site.app.store, reading, Date.now())
      const { words, links } = await open()
      expect(words).toContain('What is wrong')
      expect(words).toContain('One background task has failed.')
      expect(links).toHaveProperty('/newsroom/work')
    })
  })
}
