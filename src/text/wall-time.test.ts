import { expect, test } from 'vitest'
import { momentsOf } from './wall-time.ts'

const at = (iso: string) => Date.parse(iso)

test.each([
  ['an ordinary time', '2026-11-30T11:07', 'Europe/London', ['2026-11-30T11:07Z']],
  ['an hour that clocks skip', '2026-03-29T01:30', 'Europe/London', []],
  ['an hour that stands twice', '2026-10-25T01:30', 'Europe/London', ['2026-10-25T00:30Z', '2026-10-25T01:30Z']],
  ['the minute after a skipped hour', '2026-03-29T02:00', 'Europe/London', ['2026-03-29T01:00Z']],
  [
    'half an hour that stands twice',
    '2026-04-05T01:45',
    'Australia/Lord_Howe',
    ['2026-04-04T14:45Z', '2026-04-04T15:15Z'],
  ],
  ['a day that a whole country skipped', '2011-12-30T12:00', 'Pacific/Apia', []],
  ['a zone of a quarter of an hour', '2026-06-01T06:00', 'Asia/Kathmandu', ['2026-06-01T00:15Z']],
])('%s', (_, time, zone, moments) => {
  expect(momentsOf(time, zone)).toEqual(moments.map(at))
})

test.each(['2026-02-30T10:00', '2026-11-30', 'tomorrow', '2026-11-30T25:00'])('%s is no time', (time) => {
  expect(momentsOf(time, 'UTC')).toBe(null)
})
