import { expect, test } from 'vitest'
import { lull } from '../index.ts'

/** Keeps this process busy, with breaths between. */
function busy(): () => void {
  let on = true
  const work = () => {
    const until = performance.now() + 10
    while (performance.now() < until);
    if (on) setImmediate(work)
  }
  work()
  return () => {
    on = false
  }
}

const never = new AbortController().signal

test('work that nobody waits for goes on at once where there is nothing else to do, and later where there is', async () => {
  const order: string[] = []
  const rest = busy()
  const waiting = lull(20, never).then(() => order.push('goes on'))
  await new Promise((resolve) => setTimeout(resolve, 200))
  order.push('people are served')
  rest()
  await waiting
  expect(order).toEqual(['people are served', 'goes on'])
})

test('without a pause, or where it is to end, it waits for nothing', async () => {
  const rest = busy()
  const ended = new AbortController()
  ended.abort()
  await Promise.all([lull(0, never), lull(60_000, ended.signal)])
  rest()
})
