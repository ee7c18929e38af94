import { expect, test } from 'vitest'
import { expectGrowth } from '../growth.ts'

let sum = 0
const steps = (count: number) => {
  for (let i = 0; i < count; i++) sum = (sum + i) % 1_000_003
}

test('a cost that grows with its size passes, one that grows with the square of it does not', () => {
  expectGrowth((size) => steps(size * 1000), 300)
  expect(() => expectGrowth((size) => steps(size * size), 1000)).toThrow('10 times as much')
  expect(sum).toBeGreaterThan(0)
})
