/** How a cost grows with what it is for. No seconds are asserted: only what so many times as much costs, beside the least. */
import { expect } from 'vitest'

/** Processor time under this (µs) tells nothing: the clock's own steps are as large. */
const LEAST = 1000
const ROUNDS = 6

/**
 * Fails where `work` costs more like the square of its size than like its size:
 * one of so many times the size beside so many of the size.
 * What counts is the process's own processor time, the least of several: a busy
 * machine makes some of them long, and a cost that grows with the square is long
 * in all of them.
 */
export function expectGrowth(work: (size: number) => unknown, size: number, times = 10): void {
  work(size)
  // Half-way between the two would be 0.5: what is large is also collected as garbage, and finds the processor's caches full.
  const bound = times ** 0.65
  const oneByOne = () => {
    for (let i = 0; i < times; i++) work(size)
  }
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < ROUNDS; round++) {
    small = Math.min(small, costOf(oneByOne))
    large = Math.min(
      large,
      costOf(() => work(size * times)),
    )
    if (large / Math.max(small, LEAST) < bound) return
  }
  expect(
    large / Math.max(small, LEAST),
    `what ${times} times as much costs, beside so many times the same`,
  ).toBeLessThan(bound)
}

function costOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
