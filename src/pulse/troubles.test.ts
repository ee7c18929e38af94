/** What counts as wrong, and what as a bad minute. */
import { expect, test } from 'vitest'
import { type Stretch, troublesOf } from './index.ts'

const NOW = Date.UTC(2026, 10, 30, 12)
const MINUTE = 60_000

const minute = (of: Partial<Stretch>): Stretch => ({
  ...{ at: NOW, requests: 60, comments: 1, failures: 0, slowestTenth: 4 },
  ...{ memory: 1e8, delay: 1, queue: 0, jobs: 0, ...of },
})
const known = {
  hour: Array.from({ length: 60 }, () => minute({})),
  backlog: {
    queue: { count: 3, more: false, oldestAt: NOW - MINUTE },
    jobs: [{ kind: 'trash.empty', waiting: 1, failing: 0, running: 0, dead: 0, nextAt: NOW + MINUTE }],
    letters: { waiting: 2, failed: 0 },
    unsent: 5,
  },
  ...{ untold: null, memory: { used: 1e8, of: 1e9 }, disk: { free: 4e10, of: 1e11 }, now: NOW },
}
const [job] = known.backlog.jobs
const kinds = (more: Partial<Parameters<typeof troublesOf>[0]>) => troublesOf({ ...known, ...more })

test('of a machine that does its work nothing is said, whatever waits for people', () => {
  expect(kinds({})).toEqual([])
  expect(kinds({ hour: [] })).toEqual([])
})

test('one slow minute is none; several are', () => {
  const lately = (of: Partial<Stretch>, times: number) => [
    ...known.hour.slice(times),
    ...Array.from({ length: times }, () => minute(of)),
  ]
  expect(kinds({ hour: lately({ slowestTenth: 3000, delay: 400 }, 1) })).toEqual([])
  expect(kinds({ hour: lately({ slowestTenth: 3000, delay: 400 }, 3) })).toEqual([
    { kind: 'busy', ms: 400 },
    { kind: 'slow', ms: 3000 },
  ])
  // Long ago is long ago.
  expect(kinds({ hour: [...lately({ slowestTenth: 3000 }, 5), ...known.hour.slice(50)] })).toEqual([])
})

test('what readers could not be shown is counted over the hour', () => {
  expect(kinds({ hour: [minute({ failures: 2 }), ...known.hour.slice(2), minute({ failures: 1 })] })).toEqual([
    { kind: 'failures', count: 3 },
  ])
})

test('memory, disk, work and a cache are told of while something can be done', () => {
  expect(kinds({ memory: { used: 9e8, of: 1e9 } })).toEqual([{ kind: 'memory', used: 9e8, of: 1e9 }])
  expect(kinds({ disk: { free: 4e9, of: 1e12 } })).toEqual([{ kind: 'disk', free: 4e9 }])
  expect(kinds({ disk: { free: 9e9, of: 1e12 } })).toEqual([])
  expect(kinds({ untold: NOW - 30_000 })).toEqual([])
  expect(kinds({ untold: NOW - 2 * MINUTE })).toEqual([{ kind: 'cache untold', since: NOW - 2 * MINUTE }])
  const jobs = [{ ...job, kind: 'trash.empty', dead: 2, waiting: 1, failing: 0, running: 0, nextAt: NOW - 10 * MINUTE }]
  expect(kinds({ backlog: { ...known.backlog, jobs, letters: { waiting: 0, failed: 1 } } })).toEqual([
    { kind: 'jobs failed', count: 2 },
    { kind: 'jobs late', since: NOW - 10 * MINUTE },
    { kind: 'letters failed', count: 1 },
  ])
})
