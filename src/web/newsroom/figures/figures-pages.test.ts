/** What the desk reads off its figures. */
import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { morning, newsroomFrame, site } from '../../../../test/sample-paper.ts'
import type { Week } from '../../../moderation/figures/index.ts'
import { WaitingChart } from '../queue/waiting-chart.tsx'
import { ReliabilityPlot } from './reliability-plot.tsx'
import { renderWeekPage } from './week-page.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const times = (decisions: number, median: number | null, fourInFive: number | null) => ({
  decisions,
  median,
  fourInFive,
})
const none = { decisions: 0, appealed: 0, overturned: 0, open: 0 }
const quiet: Week = {
  mine: times(0, null, null),
  all: times(0, null, null),
  before: times(0, null, null),
  waiting: [{ at: morning, waiting: 0 }],
  agreement: { looks: 0, same: 0, kappa: null, apart: [] },
  appealed: { mine: none, all: none },
}
const weekPage = (week: Partial<Week>, more: { promised?: number | null; hasSample?: boolean } = {}) =>
  drawn(
    renderWeekPage({
      ...newsroomFrame('moderate'),
      week: { ...quiet, ...week },
      promised: more.promised ?? null,
      hasSample: more.hasSample ?? false,
    }),
  )

test('times to a decision are given in the unit that people would say them in', () => {
  const page = weekPage({
    mine: times(1200, MINUTE / 2 - 1, MINUTE),
    all: times(3, 59.4 * MINUTE, HOUR),
    before: times(3, 47 * HOUR, 48 * HOUR),
  })
  expect(page.texts('td')).toEqual(
    expect.arrayContaining(['1,200', 'under a minute', '1 minute', '59 minutes', '1 hour', '47 hours']),
  )
  expect(page.texts('td')).toContain('2 days')
  expect(
    weekPage({})
      .texts('td')
      .filter((text) => text === '–'),
  ).toHaveLength(6)
})

test('the week says what readers are promised, or why they are promised nothing yet', () => {
  expect(weekPage({}, { promised: 120 }).words).toContain('we usually answer within 2 hours')
  expect(weekPage({}).words).toContain('Readers are not told yet how long we usually take')
})

test('appeals are counted with their share, and nobody is shown a share of nothing', () => {
  const page = weekPage({
    appealed: { mine: none, all: { decisions: 8, appealed: 2, overturned: 1, open: 3 } },
  })
  const rows = page.texts('tr')
  expect(rows.find((row) => row.startsWith('Yours'))).toBe('Yours0000')
  expect(rows.find((row) => row.startsWith('Everyone’s'))).toBe('Everyone’s82 (25%)1 (50%)3')
})

test('second looks say how often two people agree, and lead to where they did not', () => {
  expect(weekPage({}).words).toContain('No second looks yet.')
  expect(weekPage({}).words).toContain('None for you to look at right now.')
  expect(weekPage({}).words).not.toContain('Where we disagreed')
  const one = weekPage({ agreement: { looks: 1, same: 1, kappa: null, apart: [] } }, { hasSample: true })
  expect(one.words).toContain('1 second look in three months, 1 with the same decision.')
  expect(one.links).toHaveProperty('/newsroom/review/sample', 'Take a second look')
  const apart = [{ commentId: 'c9', decided: 'approve', looked: 'Off topic', at: morning }]
  const more = weekPage({ agreement: { looks: 20, same: 15, kappa: -0.125, apart } })
  expect(more.words).toMatch(/20 second looks in three months, 15 with the same decision \(Cohen’s kappa −0\.1[23]\)/)
  expect(more.links).toHaveProperty('/newsroom/comments/c9', 'One chose to approve, the other to Off topic')
})

// Three days at the site, which is two hours ahead of Universal Time: 15, 16 and 17 May.
const waiting = [
  { at: Date.UTC(2024, 4, 15, 20), waiting: 2 },
  { at: Date.UTC(2024, 4, 15, 21), waiting: 4 },
  { at: Date.UTC(2024, 4, 15, 22), waiting: 1500 },
  { at: Date.UTC(2024, 4, 16, 21), waiting: 750 },
  { at: Date.UTC(2024, 4, 16, 22), waiting: 0 },
]

test('what waited is drawn from the first hour to the last, and the most of it reaches the top', () => {
  const chart = drawn(String(WaitingChart({ site, points: waiting })))
  expect(chart.words).toContain('1,500')
  expect(chart.texts('title')[0]).toBe('Comments waiting, hour by hour. Most: 1,500, on Thu 16 May')
  const line = chart.elements.find(({ attributes }) => attributes.class === 'line')?.attributes.d
  expect(
    line
      ?.split(/[ML]/)
      .slice(1)
      .map((point) => point.trim()),
  ).toEqual(['0 159.8', '38.5 159.6', '76.9 4', '961.5 82', '1000 160'])
  const area = chart.elements.find(({ attributes }) => attributes.class === 'area')?.attributes.d
  expect(area).toMatch(/^M0 160 L.* L1000 160 Z$/)
  // A day that is cut short at either end has no room for its name.
  const names = chart.elements.filter(({ name }) => name === 'text')
  expect(names.map(({ text, attributes }) => [text, attributes.x])).toEqual([['Thu 16 May', '7.7%']])
  expect(chart.elements.filter(({ attributes }) => attributes.class === 'day').map((one) => one.attributes.x1)).toEqual(
    ['76.9', '961.5'].map((x, index) => (index === 0 ? x : '1000')),
  )
})

test('the table under the drawing has each day’s fewest, most and last, by the site’s own days', () => {
  const chart = drawn(String(WaitingChart({ site, points: waiting })))
  expect(chart.texts('tr').slice(1)).toEqual(['Wed 15 May244', 'Thu 16 May7501500750', 'Fri 17 May000'])
})

test('a week in which nothing waited, and one with a single hour, are told as well', () => {
  expect(drawn(String(WaitingChart({ site, points: [{ at: morning, waiting: 0 }] }))).words).toBe(
    'No comments were waiting at the end of any hour in these seven days.',
  )
  const single = drawn(String(WaitingChart({ site, points: [{ at: morning, waiting: 3 }] })))
  expect(single.elements.find(({ attributes }) => attributes.class === 'line')?.attributes.d).toBe('M0 4')
})

test('a chance that kept its word lies on the broken line, the size of a point says of how many, and the table has all', () => {
  const plot = drawn(
    String(
      ReliabilityPlot({
        bins: [
          { from: 0, count: 1600, said: 0, was: 0 },
          { from: 0.9, count: 400, said: 1, was: 0.75 },
        ],
      }),
    ),
  )
  const even = plot.elements.find(({ attributes }) => attributes.class === 'even')?.attributes
  const [first, second] = plot.elements.filter(({ name }) => name === 'circle').map(({ attributes }) => attributes)
  expect([first?.cx, first?.cy]).toEqual([even?.x1, even?.y1])
  expect([second?.cx, Number(second?.cy)]).toEqual([
    even?.x2,
    Number(even?.y2) + (Number(even?.y1) - Number(even?.y2)) / 4,
  ])
  // A quarter as many, half as far above the least.
  expect([first?.r, second?.r]).toEqual(['11', '7'])
  // The whole frame and the words around it are inside the picture.
  const frame = plot.elements.find(({ attributes }) => attributes.class === 'frame')?.attributes
  const [, , width = 0, height = 0] = (
    plot.elements.find(({ name }) => name === 'svg')?.attributes.viewBox ??
    plot.elements.find(({ name }) => name === 'svg')?.attributes.viewbox ??
    ''
  )
    .split(' ')
    .map(Number)
  expect([even?.x1, even?.y2]).toEqual([frame?.x, frame?.y])
  expect(Number(even?.x2)).toBe(Number(frame?.x) + Number(frame?.width))
  expect(Number(even?.y1)).toBe(Number(frame?.y) + Number(frame?.height))
  expect(Number(even?.x2)).toBeLessThan(width)
  for (const { attributes } of plot.elements.filter(({ name }) => name === 'text')) {
    expect(Number(attributes.x)).toBeGreaterThanOrEqual(0)
    expect(Number(attributes.y)).toBeLessThan(height)
  }
  expect(plot.texts('text').slice(0, 6)).toEqual(['0%', '0%', '50%', '50%', '100%', '100%'])
  expect(plot.texts('tr').slice(1)).toEqual(['0–10%1,6000%0%', '90–100%400100%75%'])
})
