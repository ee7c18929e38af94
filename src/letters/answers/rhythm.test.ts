import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isQuiet, nextTime } from './rhythm.ts'

const at = (text: string) => Date.parse(text)
const berlin = { hour: 7, timeZone: 'Europe/Berlin' }

test.each([
  ['in the night, the same morning', '2026-05-01T01:00:00Z', '2026-05-01T05:00:00Z'],
  ['just then, at once', '2026-05-01T05:00:00Z', '2026-05-01T05:00:00Z'],
  ['a moment later, the next morning', '2026-05-01T05:00:00.001Z', '2026-05-02T05:00:00Z'],
  ['in winter, an hour later by the world’s clock', '2026-12-01T07:00:00Z', '2026-12-02T06:00:00Z'],
  ['on the evening before summer time', '2026-03-28T20:00:00Z', '2026-03-29T05:00:00Z'],
])('a daily letter of what came %s', (_, earliest, due) => {
  expect(new Date(nextTime('daily', berlin, at(earliest))).toISOString()).toBe(new Date(due).toISOString())
})

test('a weekly letter leaves on a Monday, and what need not wait leaves at once', () => {
  expect(new Date(nextTime('weekly', berlin, at('2026-05-01T12:00:00Z'))).toISOString()).toBe(
    '2026-05-04T05:00:00.000Z',
  )
  expect(nextTime('at once', berlin, 17)).toBe(17)
})

test('an hour that the clock leaves out is struck an hour later', () => {
  const night = { hour: 2, timeZone: 'Europe/Berlin' }
  const due = new Date(nextTime('daily', night, at('2026-03-28T22:00:00Z'))).toISOString()
  expect(['2026-03-29T01:00:00.000Z', '2026-03-29T00:00:00.000Z']).toContain(due)
})

test('whatever the zone, hour and moment, it is never before, within two days, and at that hour', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ]
  fc.assert(
    fc.property(
      fc.integer({ min: at('2025-01-01'), max: at('2035-01-01') }),
      fc.nat(23),
      fc.constantFrom(...zones),
      (earliest, hour, timeZone) => {
        const due = nextTime('daily', { hour, timeZone }, earliest)
        expect(due).toBeGreaterThanOrEqual(earliest)
        expect(due - earliest).toBeLessThanOrEqual(49 * 60 * 60 * 1000)
        const struck = Number(
          new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(due),
        )
        // Where the clock leaves the hour out, it is one of its neighbours.
        expect([hour, (hour + 1) % 24, (hour + 23) % 24]).toContain(struck)
      },
    ),
  )
})

test('quiet hours may lie on both sides of midnight', () => {
  const hours = (from: number | null, until: number | null) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
      isQuiet(Date.UTC(2026, 4, 1, hour, 30), 'UTC', from, until),
    )
  expect(hours(22, 6)).toEqual([0, 1, 2, 3, 4, 5, 22, 23])
  expect(hours(1, 3)).toEqual([1, 2])
  expect(hours(5, 5)).toEqual([])
  expect(hours(null, null)).toEqual([])
})
