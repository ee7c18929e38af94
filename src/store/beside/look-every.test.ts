import { expect, test } from 'vitest'
import { lookEvery } from '../index.ts'
import { backOff } from './back-off.ts'

test('a look that fails is told once however often it fails, waits longer each time, and tells when it goes on', async () => {
  const told: string[] = []
  const tell = (level: string) => (_: object, sentence: string) => void told.push(`${level}: ${sentence}`)
  const log = { info: tell('info'), warn: tell('warn'), error: tell('error') }
  const at: number[] = []
  let works = false
  const keeper = lookEvery(
    60_000,
    async () => {
      at.push(performance.now())
      if (!works) throw Object.assign(new Error('the database system is starting up'), { code: '57P03' })
    },
    { log, what: 'counting sheep' },
  )
  // Whoever asks meanwhile doesn't make it turn faster.
  const asked = Array.from({ length: 100 }, () => keeper.soon())
  await expect.poll(() => at.length).toBe(4)
  expect(told).toEqual(['warn: counting sheep: interrupted, and tried again by itself'])
  const [first = 0, second = 0, third = 0, fourth = 0] = at
  expect(third - second).toBeGreaterThan(1.5 * (second - first))
  expect(fourth - third).toBeGreaterThan(1.5 * (third - second))
  works = true
  await Promise.all([...asked, keeper.soon()])
  expect(told.slice(1)).toEqual(['info: counting sheep: it goes on'])
  const looks = at.length
  await Promise.all([keeper.soon(), keeper.soon()])
  expect(at.length).toBeGreaterThan(looks)
  await keeper.stop()
  await keeper.soon()
})

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const still = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('the first look is at once, or after a pause where that is asked, and the next ones each after a pause', async () => {
  let looks = 0
  const look = async () => void looks++
  const atOnce = lookEvery(60_000, look, { log: silent, what: 'x' })
  await still(20)
  expect(looks).toBe(1)
  await atOnce.stop()
  const later = lookEvery(60_000, look, { log: silent, what: 'x', waitFirst: true })
  await still(20)
  expect(looks).toBe(1)
  await later.soon()
  expect(looks).toBe(2)
  await later.stop()
  const often = lookEvery(5, look, { log: silent, what: 'x' })
  await expect.poll(() => looks).toBeGreaterThan(4)
  await often.stop()
  const ended = looks
  await still(30)
  expect(looks).toBe(ended)
})

test('who asks for a look while one is under way is answered by the next one, which may see what they did', async () => {
  const begun: (() => void)[] = []
  const keeper = lookEvery(60_000, () => new Promise<void>((resolve) => begun.push(resolve)), {
    log: silent,
    what: 'x',
  })
  await expect.poll(() => begun.length).toBe(1)
  let answered = false
  const asked = keeper.soon().then(() => {
    answered = true
  })
  begun[0]?.()
  await expect.poll(() => begun.length).toBe(2)
  expect(answered).toBe(false)
  begun[1]?.()
  await asked
  await keeper.stop()
  expect(begun).toHaveLength(2)
})

test('a look that is under way when it is to end is asked to, and waited for; what it throws then is told nobody', async () => {
  const told: string[] = []
  const tell = (_: object, sentence: string) => void told.push(sentence)
  let ended = false
  const keeper = lookEvery(
    60_000,
    (signal) =>
      new Promise<void>((_, reject) =>
        signal.addEventListener('abort', () => {
          ended = true
          reject(new Error('interrupted'))
        }),
      ),
    { log: { info: tell, warn: tell, error: tell }, what: 'x' },
  )
  const asked = keeper.soon()
  await still(5)
  await keeper.stop()
  await asked
  expect([ended, told]).toEqual([true, []])
})

test('a mistake of ours is told as an error, another failure anew, and a mended one is counted from the beginning', async () => {
  const told: string[] = []
  const tell = (level: string) => (_: object, sentence: string) => void told.push(`${level}: ${sentence}`)
  const log = { info: tell('info'), warn: tell('warn'), error: tell('error') }
  const busy = Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' })
  const going: (Error | null)[] = [new TypeError('ours'), busy, null, busy]
  const keeper = lookEvery(
    60_000,
    async () => {
      const next = going.shift()
      if (next) throw next
    },
    { log, what: 'x' },
  )
  await expect.poll(() => told.length).toBe(3)
  await keeper.soon()
  await expect.poll(() => told.length).toBe(4)
  await keeper.stop()
  expect(told).toEqual([
    'error: x: interrupted, and tried again by itself',
    'warn: x: interrupted, and tried again by itself',
    'info: x: it goes on',
    'warn: x: interrupted, and tried again by itself',
  ])
})

test('what is away is looked for a quarter of a second later, then half as often each time, and at least once a minute', () => {
  expect([0, 1, 2, 3, 9, 10, 1000].map((failures) => backOff(failures))).toEqual([
    250, 250, 500, 1000, 60_000, 60_000, 60_000,
  ])
  expect(backOff(9, 5000)).toBe(5000)
})
