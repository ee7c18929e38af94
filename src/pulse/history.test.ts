/** What the process remembers of the last hour and the last day. */
import { expect, test } from 'vitest'
import { createHistory } from './index.ts'

const NOON = Date.UTC(2026, 10, 30, 12)
const MINUTE = 60_000
const measured = (of: Partial<{ memory: number; delay: number; queue: number; jobs: number }> = {}) => ({
  ...{ memory: 90e6, delay: 1, queue: 0, jobs: 0 },
  ...of,
})

test('a minute is told by how many were answered, how slow the slowest tenth was, and what was measured at its end', () => {
  const history = createHistory(NOON)
  for (let count = 0; count < 90; count++) history.answered('GET', '/', 200, 0.5)
  for (let count = 0; count < 9; count++) history.answered('GET', '/said', 200, 400)
  history.answered('GET', '/said', 503, 30_000)
  history.commented('taken')
  history.commented('taken')
  history.commented('refused')
  expect(history.hour()).toEqual([])
  history.turn(NOON + MINUTE, measured({ queue: 7 }))
  expect(history.hour()).toEqual([
    {
      ...{ at: NOON + MINUTE, requests: 100, comments: 2, failures: 1, slowestTenth: 1 },
      ...{ memory: 90e6, delay: 1, queue: 7, jobs: 0 },
    },
  ])
  // One more slow one, and it is no longer a tenth that is slow.
  for (let count = 0; count < 89; count++) history.answered('GET', '/', 200, 0.5)
  for (let count = 0; count < 11; count++) history.answered('GET', '/said', 200, 400)
  history.turn(NOON + 2 * MINUTE, measured())
  expect(history.hour().at(-1)?.slowestTenth).toBeGreaterThan(200)
})

test('a minute that took longer counts as long as it took, and one without a request has no slowest tenth', () => {
  const history = createHistory(NOON)
  for (let count = 0; count < 30; count++) history.answered('GET', '/', 200, 1)
  history.turn(NOON + 2 * MINUTE, measured())
  history.turn(NOON + 3 * MINUTE, measured())
  expect(history.hour().map(({ requests, slowestTenth }) => [requests, slowestTenth])).toEqual([
    [15, expect.closeTo(0.9)],
    [0, Number.NaN],
  ])
})

test('it holds an hour by minutes and a day by quarters, and of a quarter the worst delay', () => {
  const history = createHistory(NOON)
  for (let minute = 1; minute <= 30 * 60; minute++) {
    for (let count = 0; count < 4; count++) history.answered('GET', '/', 200, 3)
    history.turn(NOON + minute * MINUTE, measured({ delay: minute % 15 === 3 ? 70 : 1, memory: minute }))
  }
  const [hour, day] = [history.hour(), history.day()]
  expect([hour.length, hour[0]?.at, hour.at(-1)?.at]).toEqual([60, NOON + 1741 * MINUTE, NOON + 1800 * MINUTE])
  expect([day.length, day[0]?.at, day.at(-1)?.at]).toEqual([96, NOON + 375 * MINUTE, NOON + 1800 * MINUTE])
  expect(day.at(-1)).toMatchObject({ requests: 4, delay: 70, memory: 1800 })
})
