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
function mayFollow(label: number, next: number): boolean {
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

/**
 * Probabilities of all labels everywhere: count × WIDTH. Scaled forward-backward.
 * Where `expected` is given (WIDTH × WIDTH), the expected number of each
 * transition is added to it, which only training asks for.
 */
export function marginals(
  scores: Float32Array,
  transitions: Float32Array,
  breaks: Uint8Array,
  expected: Float64Array | null = null,
): Float32Array {
  const count = breaks.length
  const step = Float64Array.from(transitions, (weight) => Math.exp(weight))
  const emit = emissionsOf(scores, breaks)
  const forward = new Float64Array(count * WIDTH)
  const scale = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const [here, before] = [i * WIDTH, (i - 1) * WIDTH]
    let sum = 0
    for (let b = 0; b < WIDTH; b++) {
      const chance = emit[here + b] as number
      if (chance === 0) continue
      let value = i === 0 ? 1 : 0
      if (i > 0) {
        const last = lastBefore(b)
        for (let a = firstBefore(b); a <= last; a++) {
          value += (forward[before + a] as number) * (step[a * WIDTH + b] as number)
        }
      }
      value *= chance
      forward[here + b] = value
      sum += value
    }
    scale[i] = sum
    for (let b = 0; b < WIDTH; b++) forward[here + b] = (forward[here + b] as number) / sum
  }
  const probabilities = new Float32Array(count * WIDTH)
  let backward = new Float64Array(WIDTH).fill(1)
  let earlier = new Float64Array(WIDTH)
  for (let i = count - 1; i >= 0; i--) {
    const [here, before] = [i * WIDTH, (i - 1) * WIDTH]
    for (let b = 0; b < WIDTH; b++) probabilities[here + b] = (forward[here + b] as number) * (backward[b] as number)
    if (i === 0) break
    earlier.fill(0)
    for (let b = 0; b < WIDTH; b++) {
      const ahead = ((backward[b] as number) * (emit[here + b] as number)) / (scale[i] as number)
      if (ahead === 0) continue
      const last = lastBefore(b)
      for (let a = firstBefore(b); a <= last; a++) {
        const at = a * WIDTH + b
        const value = (step[at] as number) * ahead
        earlier[a] = (earlier[a] as number) + value
        if (expected) expected[at] = (expected[at] as number) + value * (forward[before + a] as number)
      }
    }
    const free = backward
    backward = earlier
    earlier = free
  }
  return probabilities
}

/** The scores of each place as factors, the largest 1; 0 where a paragraph forbids a label. */
function emissionsOf(scores: Float32Array, breaks: Uint8Array): Float64Array {
  const emit = new Float64Array(scores.length)
  for (let i = 0; i < breaks.length; i++) {
    const here = i * WIDTH
    let top = scores[here] as number
    for (let b = 1; b < WIDTH; b++) if ((scores[here + b] as number) > top) top = scores[here + b] as number
    const opens = i === 0 || breaks[i] === 1
    for (let b = 0; b < WIDTH; b++) {
      if (opens && b > 0 && b % 2 === 0) continue
      emit[here + b] = Math.exp((scores[here + b] as number) - top)
    }
  }
  return emit
}
