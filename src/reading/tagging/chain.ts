/**
 * A linear chain over labels: the best sequence (Viterbi 1967) and each
 * label's probability at each place (forward-backward; Lafferty, McCallum and
 * Pereira 2001). Pure arithmetic over flat arrays.
 */

/** The labels, in order. B begins a span, I goes on with it. */
export const LABELS = [
  'O',
  'B-cue',
  'I-cue',
  'B-speaker',
  'I-speaker',
  'B-direct',
  'I-direct',
  'B-reported',
  'I-reported',
]
export const WIDTH = LABELS.length

/** Whether `next` may follow `label` (or the beginning, -1): an I only after its own B or I. */
export function mayFollow(label: number, next: number): boolean {
  if (next === 0 || next % 2 === 1) return true
  return label === next || label === next - 1
}

/** The labels that may stand before `b`, which lie side by side: all of them before an O or a B. */
const firstBefore = (b: number): number => (b === 0 || b % 2 === 1 ? 0 : b - 1)
const lastBefore = (b: number): number => (b === 0 || b % 2 === 1 ? WIDTH - 1 : b)

const FORBIDDEN = -1e9

/** transitions[a * WIDTH + b], with what may not follow made impossible. */
export function lawful(transitions: Float32Array): Float32Array {
  return transitions.map((weight, at) => (mayFollow((at / WIDTH) | 0, at % WIDTH) ? weight : FORBIDDEN))
}

/** The best labels. scores[i * WIDTH + label]; `breaks[i]` is 1 where a paragraph begins at i: no I goes over it. */
export function bestLabels(scores: Float32Array, transitions: Float32Array, breaks: Uint8Array): Uint8Array {
  const count = breaks.length
  const labels = new Uint8Array(count)
  if (count === 0) return labels
  const back = new Uint8Array(count * WIDTH)
  let last = new Float64Array(WIDTH).fill(FORBIDDEN)
  let now = new Float64Array(WIDTH)
  for (let b = 0; b < WIDTH; b++) if (mayFollow(-1, b)) last[b] = scores[b] as number
  for (let i = 1; i < count; i++) {
    for (let b = 0; b < WIDTH; b++) {
      let best = Number.NEGATIVE_INFINITY
      let from = 0
      const closed = breaks[i] === 1 && b > 0 && b % 2 === 0
      for (let a = firstBefore(b); a <= lastBefore(b); a++) {
        const value = (last[a] as number) + (transitions[a * WIDTH + b] as number)
        if (value > best) {
          best = value
          from = a
        }
      }
      now[b] = closed ? FORBIDDEN : best + (scores[i * WIDTH + b] as number)
      back[i * WIDTH + b] = from
    }
    const free = last
    last = now
    now = free
  }
  let label = 0
  for (let b = 1; b < WIDTH; b++) if ((last[b] as number) > (last[label] as number)) label = b
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label
    label = back[i * WIDTH + label] as number
  }
  return labels
}

export interface Marginals {
  /** Of each label at each place: count × WIDTH. */
  probabilities: Float32Array
  logPartition: number
  /** Expected number of each transition, WIDTH × WIDTH. */
  transitions: Float64Array
}

/** Probabilities of all labels everywhere. Scaled forward-backward. */
export function marginals(scores: Float32Array, transitions: Float32Array, breaks: Uint8Array): Marginals {
  const count = breaks.length
  const step = Float64Array.from(transitions, (weight) => Math.exp(weight))
  const emit = new Float64Array(count * WIDTH)
  let logPartition = 0
  for (let i = 0; i < count; i++) {
    let top = Number.NEGATIVE_INFINITY
    for (let b = 0; b < WIDTH; b++) top = Math.max(top, scores[i * WIDTH + b] as number)
    for (let b = 0; b < WIDTH; b++) {
      const closed = b > 0 && b % 2 === 0 && (i === 0 || breaks[i] === 1)
      emit[i * WIDTH + b] = closed ? 0 : Math.exp((scores[i * WIDTH + b] as number) - top)
    }
    logPartition += top
  }
  const forward = new Float64Array(count * WIDTH)
  const scale = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let sum = 0
    for (let b = 0; b < WIDTH; b++) {
      let value = i === 0 ? 1 : 0
      if (i > 0) {
        for (let a = firstBefore(b); a <= lastBefore(b); a++)
          value += (forward[(i - 1) * WIDTH + a] as number) * (step[a * WIDTH + b] as number)
      }
      value *= emit[i * WIDTH + b] as number
      forward[i * WIDTH + b] = value
      sum += value
    }
    scale[i] = sum
    logPartition += Math.log(sum)
    for (let b = 0; b < WIDTH; b++) forward[i * WIDTH + b] = (forward[i * WIDTH + b] as number) / sum
  }
  const probabilities = new Float32Array(count * WIDTH)
  const expected = new Float64Array(WIDTH * WIDTH)
  let backward = new Float64Array(WIDTH).fill(1)
  for (let i = count - 1; i >= 0; i--) {
    for (let b = 0; b < WIDTH; b++)
      probabilities[i * WIDTH + b] = (forward[i * WIDTH + b] as number) * (backward[b] as number)
    if (i === 0) break
    const earlier = new Float64Array(WIDTH)
    for (let b = 0; b < WIDTH; b++) {
      const ahead = ((backward[b] as number) * (emit[i * WIDTH + b] as number)) / (scale[i] as number)
      if (ahead === 0) continue
      for (let a = firstBefore(b); a <= lastBefore(b); a++) {
        const value = (step[a * WIDTH + b] as number) * ahead
        earlier[a] = (earlier[a] as number) + value
        expected[a * WIDTH + b] = (expected[a * WIDTH + b] as number) + value * (forward[(i - 1) * WIDTH + a] as number)
      }
    }
    backward = earlier
  }
  return { probabilities, logPartition, transitions: expected }
}
