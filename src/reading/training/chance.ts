/** Chance that can be repeated, and the step of descent that all training here takes. */

/** Mulberry32 (Tommy Ettinger): 0 to 1, the same after the same seed. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** 0 to `count` - 1 in an order of chance (Fisher and Yates). */
export function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = order.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1))
    ;[order[i], order[k]] = [order[k] as number, order[i] as number]
  }
  return order
}

/** One step of AdaGrad (Duchi, Hazan and Singer 2011) on one weight. */
export function descend(weights: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  squares[at] = (squares[at] as number) + slope * slope
  weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(squares[at] as number)
}
