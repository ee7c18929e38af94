import { expect, test } from 'vitest'
import { firstIdAt, isId, newId } from './index.ts'

const LATER = Date.UTC(2100, 0, 1)

test('an id is a time of 48 bits and 80 bits of chance, in Crockford’s letters', () => {
  // The example of the specification.
  expect(firstIdAt(1469918176385).toUpperCase()).toBe('01ARYZ6S410000000000000000')
  expect(firstIdAt(2 ** 48 - 1)).toBe(`7zzzzzzzzz${'0'.repeat(16)}`)
  const id = newId(LATER)
  expect(id).toHaveLength(26)
  expect(id.slice(0, 10)).toBe(firstIdAt(LATER).slice(0, 10))
  const firsts = new Set(Array.from({ length: 100 }, (_, i) => newId(LATER + 1 + i)[10]))
  expect(firsts.size).toBeGreaterThan(10)
})

test('ids of one process grow, within a millisecond and where the clock is set back', () => {
  const ids = [
    ...Array.from({ length: 500 }, () => newId(LATER + 1000)),
    ...Array.from({ length: 500 }, (_, i) => newId(LATER + 1000 - i)),
    newId(LATER + 1001),
  ]
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[999]?.slice(0, 10)).toBe(ids[0]?.slice(0, 10))
})

test('none can be guessed from the one before: the step between two is of 64 bits', () => {
  const value = (id: string) =>
    [...id.slice(10)].reduce(
      (sum, letter) => sum * 32n + BigInt('0123456789abcdefghjkmnpqrstvwxyz'.indexOf(letter)),
      0n,
    )
  const ids = Array.from({ length: 100 }, () => newId(LATER + 2000))
  const steps = ids.slice(1).map((id, i) => value(id) - value(ids[i] as string))
  expect(steps.every((step) => step > 0n && step <= 2n ** 64n)).toBe(true)
  expect(steps.some((step) => step > 2n ** 60n)).toBe(true)
})

test('what can be no id is known before the database is asked', () => {
  expect(isId(newId(LATER))).toBe(true)
  for (const text of ['', 'x', newId(LATER).toUpperCase(), `${newId(LATER)}0`, newId(LATER).slice(1), 'i'.repeat(26)])
    expect(isId(text), text).toBe(false)
})
