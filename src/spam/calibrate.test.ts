/** A chance is worth what the decisions here have shown, weighed against what was known at the start. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { said } from './_comments.ts'
import { calibrationsOf, fitCalibration, logistic, type Trial } from './calibrate.ts'
import { learn } from './learn.ts'
import { type Calibration, emptyModel } from './model.ts'

/** How little trials and start speak for a calibration: the start holds the slope by eight trials' weight, the shift by one. */
function against({ slope, shift }: Calibration, trials: readonly Trial[], start: Calibration): number {
  let sum = (8 * (slope - start.slope) ** 2 + (shift - start.shift) ** 2) / 2
  for (const { margin, was, counts } of trials) {
    const chance = logistic(slope * margin + shift)
    sum -= counts * Math.log(was ? chance : 1 - chance)
  }
  return sum
}

test('of all calibrations it is the likeliest: none near it fits what was tried and what was known better', () => {
  const trial = fc.record({
    margin: fc.double({ min: -4, max: 4, noNaN: true }),
    was: fc.boolean(),
    counts: fc.constantFrom(0.25, 0.5, 1),
  })
  const start = fc.record({
    slope: fc.double({ min: 0.5, max: 2, noNaN: true }),
    shift: fc.double({ min: -3, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(trial, { maxLength: 60 }), start, (trials, from) => {
      const found = fitCalibration(trials, from)
      expect(found.slope).toBeGreaterThanOrEqual(from.slope / 10)
      const best = against(found, trials, from)
      for (const [slope, shift] of [
        [0.01, 0],
        [-0.01, 0],
        [0, 0.01],
        [0, -0.01],
      ] as const) {
        if (found.slope + slope < from.slope / 10) continue
        const near = { slope: found.slope + slope, shift: found.shift + shift }
        // Where it is as flat as this, no calibration is told from its neighbour by what it says.
        expect(against(near, trials, from)).toBeGreaterThan(best - 1e-6)
      }
    }),
    { numRuns: 60 },
  )
})

test('a decision counts by how hard it may pull, for each head by what it says to it', () => {
  const model = emptyModel()
  for (let i = 0; i < 12; i++) learn(model, said('Buy now'), 'spam', { author: null, campaign: 'one' })
  const [spam, rules] = calibrationsOf(model)
  // Of one campaign all decisions together count for two: the start gives way to no dozen of them.
  expect(Math.abs(spam.slope - 1)).toBeLessThan(0.1)
  expect(Math.abs(spam.shift)).toBeLessThan(0.6)
  expect(rules).toEqual({ slope: 1, shift: -3 })
})
