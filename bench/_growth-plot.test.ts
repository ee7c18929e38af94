import { expect, test } from 'vitest'
import { growthPlot } from './_growth-plot.ts'

const pointsOf = (svg: string) =>
  [...svg.matchAll(/<polyline points="([^"]+)"/g)].map(([, points = '']) =>
    points.split(' ').map((point) => point.split(',').map(Number) as [number, number]),
  )

test('each tenfold of comments is as wide, and twice the time as high', () => {
  const svg = growthPlot('Growth', [10, 100, 1000], [{ title: 'read', median: [1, 1, 1], p95: [2, 3, 4] }])
  const [median, p95] = pointsOf(svg) as [[number, number][], [number, number][]]
  const [a, b, c] = p95.map(([x]) => x) as [number, number, number]
  expect(b - a).toBeCloseTo(c - b, 1)
  const floor = Number(/M\d+ ([\d.]+)H/.exec(svg)?.[1])
  expect(floor - (p95[2] as [number, number])[1]).toBeCloseTo(4 * (floor - (median[2] as [number, number])[1]), 1)
})

test('all that is drawn lies within the drawing, whatever was measured', () => {
  for (const p95 of [[0.02], [0, 0, 0], [3, 300, 30_000]]) {
    const sizes = p95.map((_, i) => 10 ** (i + 4))
    const svg = growthPlot('a < b & c', sizes, [{ title: 'read', median: p95, p95 }])
    expect(svg).not.toMatch(/NaN|Infinity/)
    expect(svg).toContain('a &#60; b &#38; c')
    for (const [x, y] of pointsOf(svg).flat()) expect(x >= 0 && x <= 280 && y >= 0 && y <= 190).toBe(true)
  }
})
