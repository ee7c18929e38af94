/** One number over time, drawn on the server; the table below all of them says the same. */
import { machineMessages as m } from '../../../messages/index.ts'
import { timeOfDay } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'

/** The drawing's own units; it is stretched to the page's width, its lines are not. */
const WIDTH = 1000
const HEIGHT = 120

export interface Point {
  at: number
  /** NaN where nobody knew. */
  value: number
}

interface PlotProps {
  site: Site
  /** Of the drawing, in the page. */
  id: string
  label: string
  hint?: string | undefined
  say(value: number): string
  points: readonly Point[]
}

export const MachinePlot = ({ site, id, label, hint, say, points }: PlotProps) => {
  const known = points.filter(({ value }) => !Number.isNaN(value))
  const last = known.at(-1)
  const most = Math.max(...known.map(({ value }) => value))
  const [first, end] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1]
  const x = (at: number) => round(((at - first) / Math.max(1, end - first)) * WIDTH)
  const y = (value: number) => round(HEIGHT - (most === 0 ? 0 : (value / most) * (HEIGHT - 4)))
  return (
    <figure class="machine-plot">
      <figcaption>
        <strong>{label}</strong>
        <bdi>{last ? say(last.value) : m.unknown}</bdi>
      </figcaption>
      {last ? (
        <div class="plot">
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-labelledby={id}>
            <title id={id}>{m.drawing(label, say(last.value), say(most))}</title>
            {stretchesOf(points).map((stretch) => (
              <>
                <path
                  class="area"
                  d={`M${x(stretch[0]?.at ?? 0)} ${HEIGHT} L${lineOf(stretch, x, y)} L${x(stretch.at(-1)?.at ?? 0)} ${HEIGHT} Z`}
                />
                <path class="line" d={`M${lineOf(stretch, x, y)}`} />
              </>
            ))}
          </svg>
        </div>
      ) : null}
      <p class="from-to meta" aria-hidden="true">
        <span>{timeOfDay(site, first)}</span>
        {last ? <span>{m.atMost(say(most))}</span> : null}
        <span>{timeOfDay(site, end)}</span>
      </p>
      {hint ? <p class="meta">{hint}</p> : null}
    </figure>
  )
}

const lineOf = (points: readonly Point[], x: (at: number) => number, y: (value: number) => number): string =>
  points.map(({ at, value }) => `${x(at)} ${y(value)}`).join(' L')

/** Where nothing is known the line is broken. */
function stretchesOf(points: readonly Point[]): Point[][] {
  const stretches: Point[][] = [[]]
  for (const point of points) {
    if (Number.isNaN(point.value)) stretches.push([])
    else stretches.at(-1)?.push(point)
  }
  return stretches.filter((stretch) => stretch.length > 0)
}

const round = (value: number): number => Math.round(value * 10) / 10
