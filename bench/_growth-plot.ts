/** What grows with a site, as a drawing: a panel for each thing that is done, its median and its slowest twentieth over the sizes. */

export interface GrowthPanel {
  title: string
  /** In milliseconds, a value for each size. */
  median: readonly number[]
  p95: readonly number[]
}

const COLUMNS = 3
const WIDTH = 280
const HEIGHT = 190
const GAP = 26
/** Room for the axes and for the lines' names, within a panel. */
const LEFT = 44
const RIGHT = 52
const TOP = 30
const BOTTOM = 42
/** More of the slowest twentieth than at the smallest size is not wanted. */
export const AT_MOST = 1.5
const LABEL = 11

/**
 * Draws it as SVG that reads by day and by night. `sizes` (ascending, at least
 * one) stand on a scale on which each tenfold is as wide; times begin at 0. The
 * dashed line is 1.5 times the slowest twentieth at the smallest size.
 */
export function growthPlot(title: string, sizes: readonly number[], panels: readonly GrowthPanel[]): string {
  const rows = Math.ceil(panels.length / COLUMNS)
  const [width, height] = [COLUMNS * (WIDTH + GAP) + GAP, 44 + rows * (HEIGHT + GAP)]
  const drawn = panels.map((panel, i) => {
    const [x, y] = [GAP + (i % COLUMNS) * (WIDTH + GAP), 44 + Math.floor(i / COLUMNS) * (HEIGHT + GAP)]
    return `<g transform="translate(${x} ${y})">${panelOf(panel, sizes)}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="${LABEL}">
<style>svg{color:#1c2733;background:#fff}@media (prefers-color-scheme:dark){svg{color:#dfe6ee;background:#12181f}}</style>
<text x="${GAP}" y="26" font-size="15" font-weight="600" fill="currentColor">${escaped(title)}</text>
${drawn.join('\n')}
</svg>
`
}

function panelOf({ title, median, p95 }: GrowthPanel, sizes: readonly number[]): string {
  const bound = (p95[0] ?? 0) * AT_MOST
  const most = Math.max(bound, ...median, ...p95)
  const step = stepFor(most)
  const top = Math.max(1, Math.ceil(most / step)) * step
  const [first, last] = [Math.log10(sizes[0] ?? 1), Math.log10(sizes.at(-1) ?? 1)]
  const xOf = (size: number) => at(LEFT + ((Math.log10(size) - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT))
  const yOf = (ms: number) => at(HEIGHT - BOTTOM - (ms / top) * (HEIGHT - TOP - BOTTOM))
  const marks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => (i * top) / Math.round(top / step))
  const line = (values: readonly number[], strong: boolean) =>
    `<polyline points="${values.map((ms, i) => `${xOf(sizes[i] ?? 1)},${yOf(ms)}`).join(' ')}" fill="none" stroke="currentColor" stroke-width="${strong ? 2 : 1.25}"/>${values
      .map((ms, i) => `<circle cx="${xOf(sizes[i] ?? 1)}" cy="${yOf(ms)}" r="${strong ? 3 : 2}" fill="currentColor"/>`)
      .join('')}`
  const right = WIDTH - RIGHT
  const [high, low] = apart(yOf(p95.at(-1) ?? 0), yOf(median.at(-1) ?? 0))
  return [
    text(0, 14, title, 'font-weight="600"'),
    ...marks.map(
      (ms) =>
        `<path d="M${LEFT} ${yOf(ms)}H${right}" stroke="currentColor" stroke-opacity="${ms === 0 ? 0.7 : 0.15}"/>${text(LEFT - 6, yOf(ms) + 4, ms === top ? `${at(ms)} ms` : `${at(ms)}`, 'text-anchor="end" fill-opacity="0.8"')}`,
    ),
    ...sizes.map(
      (size) =>
        `<path d="M${xOf(size)} ${HEIGHT - BOTTOM}v4" stroke="currentColor" stroke-opacity="0.7"/>${text(xOf(size), HEIGHT - BOTTOM + 17, size.toLocaleString('en'), 'text-anchor="middle" fill-opacity="0.8"')}`,
    ),
    text((LEFT + right) / 2, HEIGHT - BOTTOM + 33, 'comments', 'text-anchor="middle" fill-opacity="0.8"'),
    `<path d="M${LEFT} ${yOf(bound)}H${right}" stroke="currentColor" stroke-opacity="0.6" stroke-dasharray="4 4"/>`,
    text(LEFT + 4, yOf(bound) - 5, `${AT_MOST} × the smallest’s p95`, 'font-size="9.5" fill-opacity="0.8"'),
    line(median, false),
    line(p95, true),
    text(right + 8, high + 4, 'p95', 'font-weight="600"'),
    text(right + 8, low + 4, 'median'),
  ].join('\n')
}

/** A round step of which four or five make up the axis. */
function stepFor(most: number): number {
  const rough = Math.max(most, 0.01) / 4
  const ten = 10 ** Math.floor(Math.log10(rough))
  return ten * ([1, 2, 5, 10].find((factor) => factor * ten >= rough) ?? 10)
}

/** Two labels, the upper and the lower, pushed apart where they would lie on one another. */
function apart(upper: number, lower: number): [number, number] {
  const lap = Math.max(0, LABEL + 2 - (lower - upper))
  return [upper - lap / 2, lower + lap / 2]
}

/** Without digits that nobody sees. */
const at = (value: number): number => Math.round(value * 100) / 100

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${at(x)}" y="${at(y)}" fill="currentColor" ${more}>${escaped(words)}</text>`

const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
