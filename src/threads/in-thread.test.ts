import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { need } from '../../test/need.ts'
import { inThread } from './index.ts'

await need('build')

/** Of a kind of its own, by its memory, so that no other file's threads are counted. */
const limits = { time: 60_000, memory: 137 }
const noPicture = { do: 'logo', bytes: new Uint8Array([1, 2, 3]), mostPixels: 1000 }

let started = 0
const count = () => started++
process.on('worker', count)
afterAll(() => process.off('worker', count))
beforeEach(() => {
  started = 0
})

test('pieces of work that follow one another are done by one thread', async () => {
  for (let piece = 0; piece < 3; piece++) {
    expect(await inThread('look-worker', noPicture, limits)).toEqual({
      answer: { failed: expect.stringContaining('unsupported image format') },
    })
  }
  expect(started).toBe(1)
})

test('pieces of work at the same time have a thread each, and each its own answer', async () => {
  const page = (words: string) => ({
    input: { mediaType: 'text/html', text: `<title>${words}</title><p>${words} is said here at some length.</p>` },
    options: {},
  })
  const answers = await Promise.all(
    ['One', 'Two', 'Three'].map((words) => inThread('page-worker', page(words), { ...limits, memory: 538 })),
  )
  expect(started).toBe(3)
  for (const [index, words] of ['One', 'Two', 'Three'].entries()) {
    expect(JSON.stringify(answers[index])).toContain(`${words} is said here`)
  }
})

test('a thread that took too long, or broke, does no other work', async () => {
  const own = { ...limits, memory: 139 }
  expect(await inThread('look-worker', noPicture, { ...own, time: 1 })).toEqual({ end: 'too long' })
  expect(await inThread('page-worker', null, own)).toMatchObject({ end: 'broken' })
  expect(started).toBe(2)
  expect(await inThread('look-worker', noPicture, own)).toHaveProperty('answer')
  expect(started).toBe(3)
})

test('threads that have waited long enough are gone, and what comes then has a new one', async () => {
  const own = { ...limits, memory: 141 }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    await Promise.all([inThread('look-worker', noPicture, own), inThread('look-worker', noPicture, own)])
    vi.advanceTimersByTime(10_000)
    started = 0
    expect(await inThread('look-worker', noPicture, own)).toHaveProperty('answer')
    expect(started).toBe(1)
  } finally {
    vi.useRealTimers()
  }
})
