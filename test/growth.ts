/** How a cost grows with what it is for. No seconds are asserted: only what so many times as much costs, beside the least. */
import { expect } from 'vitest'

/** Processor time under this (µs) tells nothing: the clock's own steps are as large. */
const LEAST = 1000
const ROUNDS = 6
/** Of what is small, so many for one of what is large: its least has to be true, and costs little. */
const OF_THE_SMALL = 3

/**
 * Fails where `work` costs more like the square of its size than like its size.
 * What counts is the process's own processor time, the least of several: a busy
 * machine makes some of them long, and a cost that grows with the square is long
 * in all of them.
 */
export function expectGrowth(work: (size: number) => unknown, size: number, times = 10): void {
  work(size)
  const bound = times ** 1.5
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < OF_THE_SMALL; i++)
      small = Math.min(
        small,
        costOf(() => work(size)),
      )
    large = Math.min(
      large,
      costOf(() => work(size * times)),
    )
    if (large / Math.max(small, LEAST) < bound) return
  }
  expect(large / Math.max(small, LEAST), `what ${times} times as much costs`).toBeLessThan(bound)
}

function costOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
