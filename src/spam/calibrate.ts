/**
 * What a margin is worth: Platt's two numbers (Platt 1999), fitted to the
 * margins that the remembered decisions had before the model was told. What
 * was known at the start holds on until the decisions here say otherwise.
 */
import { type Calibration, HEADS, MOST_PULL, PULL_UNIT, pullOf, type SpamModel } from './model.ts'

/** How tightly the slope's logarithm and the shift hold to where they started: one over a variance. */
const SLOPE_HOLDS = 8
const SHIFT_HOLDS = 1

/** One decision: the margin it was given unseen, what it then was, and how much it counts (0 to 1). */
export interface Trial {
  margin: number
  was: boolean
  counts: number
}

/** By head. */
export function calibrationsOf(model: SpamModel): [spam: Calibration, rules: Calibration] {
  const [spam, rules] = HEADS.map((_, head) => {
    const trials: Trial[] = []
    for (const one of model.remembered) {
      const direction = pullOf(one.label, head)
      if (direction === 0) continue
      const counts = (one.most * PULL_UNIT) / MOST_PULL
      trials.push({ margin: (one.before[head] as number) / 256, was: direction > 0, counts })
    }
    return fitCalibration(trials, model.start[head] as Calibration)
  })
  return [spam as Calibration, rules as Calibration]
}

/** The likeliest slope (never below a tenth of its start) and shift, by Newton's steps; no trials give the start back. */
export function fitCalibration(trials: readonly Trial[], start: Calibration): Calibration {
  let { slope, shift } = start
  for (let round = 0; round < 25; round++) {
    let [g0, g1] = [SLOPE_HOLDS * (slope - start.slope), SHIFT_HOLDS * (shift - start.shift)]
    let [h00, h01, h11] = [SLOPE_HOLDS, 0, SHIFT_HOLDS]
    for (const { margin, was, counts } of trials) {
      const chance = logistic(slope * margin + shift)
      const off = counts * (chance - (was ? 1 : 0))
      const bend = counts * Math.max(chance * (1 - chance), 1e-6)
      g0 += off * margin
      g1 += off
      h00 += bend * margin * margin
      h01 += bend * margin
      h11 += bend
    }
    const determinant = h00 * h11 - h01 * h01
    const bySlope = (h11 * g0 - h01 * g1) / determinant
    const byShift = (h00 * g1 - h01 * g0) / determinant
    // Far from the likeliest place a full step can overshoot.
    const damping = Math.min(1, 2 / Math.max(Math.abs(bySlope), Math.abs(byShift)))
    slope = Math.max(start.slope / 10, slope - damping * bySlope)
    shift -= damping * byShift
    if (Math.abs(bySlope) + Math.abs(byShift) < 1e-7) break
  }
  return { slope, shift }
}

export const logistic = (value: number) => 1 / (1 + Math.exp(-value))
