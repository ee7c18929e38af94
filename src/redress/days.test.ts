/** The public record is told by whole days of UTC, and none before it is over. */
import { expect, test } from 'vitest'
import { monthSpan, monthsOf, toldUntil, utcDay, yearSpan } from './days.ts'

const at = (text: string) => Date.parse(text)
const told = ({ from, to }: { from: number; to: number }) => [from, to].map((time) => new Date(time).toISOString())

test.each([
  ['2026-05-01T12:00:00Z', '2026-05-01'],
  ['2026-05-02T00:00:00Z', '2026-05-01'],
  // A decision of the day's last moment can be taken back for ten seconds.
  ['2026-05-02T00:00:09.999Z', '2026-05-01'],
  ['2026-05-02T00:00:10Z', '2026-05-02'],
  ['2026-01-01T00:00:05Z', '2025-12-31'],
])('at %s the record ends where %s begins', (now, day) => {
  expect(toldUntil(at(now))).toBe(at(`${day}T00:00:00Z`))
})

test('a day is written as in the calendar', () => {
  expect(utcDay(at('2026-03-04T23:59:59.999Z'))).toBe('2026-03-04')
})

test('a year is told as far as it has come, a past one whole, and one that has not begun not at all', () => {
  const until = at('2026-05-02T00:00:00Z')
  expect(told(yearSpan(2026, until))).toEqual(['2026-01-01T00:00:00.000Z', '2026-05-02T00:00:00.000Z'])
  expect(told(yearSpan(2025, until))).toEqual(['2025-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'])
  expect(told(yearSpan(2027, until))).toEqual(['2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'])
})

test('so is a month, also the last of a year', () => {
  const until = at('2026-01-15T00:00:00Z')
  expect(told(monthSpan(2026, 1, until))).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-15T00:00:00.000Z'])
  expect(told(monthSpan(2025, 12, until))).toEqual(['2025-12-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'])
  expect(told(monthSpan(2026, 2, until))).toEqual(['2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'])
})

test('a span is asked for month by month, with nothing left out and nothing twice', () => {
  const days = monthsOf({ from: at('2025-11-20T00:00:00Z'), to: at('2026-02-03T00:00:00Z') })
  expect(days.map((one) => told(one).map((time) => time.slice(0, 10)))).toEqual([
    ['2025-11-20', '2025-12-01'],
    ['2025-12-01', '2026-01-01'],
    ['2026-01-01', '2026-02-01'],
    ['2026-02-01', '2026-02-03'],
  ])
  expect(monthsOf({ from: 5, to: 5 })).toEqual([])
})
