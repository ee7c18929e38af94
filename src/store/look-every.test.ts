import { expect, test } from 'vitest'
import { lookEvery } from './index.ts'

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
