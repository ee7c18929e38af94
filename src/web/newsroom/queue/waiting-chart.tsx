/** How many comments waited, hour by hour, drawn on the server; the table under it says the same in figures. */
import { waitingMessages as m } from '../../../messages/index.ts'
import type { WaitingAt } from '../../../moderation/figures/index.ts'
import { weekday } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'

/** The drawing's own units; it is stretched to the page's width, its lines are not. */
const WIDTH = 1000
const HEIGHT = 160

export const WaitingChart = ({ site, points }: { site: Site; points: readonly WaitingAt[] }) => {
  const days = daysOf(site, points)
  const most = points.reduce((a, b) => (b.waiting > a.waiting ? b : a))
  if (most.waiting === 0) return <p class="empty">{m.noneInChart}</p>
  const first = points[0]?.at ?? 0
  const last = points.at(-1)?.at ?? 1
  const x = (at: number) => round(((at - first) / Math.max(1, last - first)) * WIDTH)
  const y = (waiting: number) => round(HEIGHT - (waiting / most.waiting) * (HEIGHT - 4))
  const line = points.map(({ at, waiting }) => `${x(at)} ${y(waiting)}`).join(' L')
  return (
    <figure class="waiting-chart">
      <div class="plot">
        <span class="most meta">{m.number(most.waiting)}</span>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-labelledby="waiting-title">
          <title id="waiting-title">{m.chart(most.waiting, weekday(site, most.at))}</title>
          {days.slice(1).map(({ from }) => (
            <line class="day" x1={x(from)} x2={x(from)} y1="0" y2={HEIGHT} />
          ))}
          <path class="area" d={`M${x(first)} ${HEIGHT} L${line} L${x(last)} ${HEIGHT} Z`} />
          <path class="line" d={`M${line}`} />
        </svg>
        <DayNames site={site} days={days} first={first} last={last} />
      </div>
      <details>
        <summary>{m.asTable}</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{m.day}</th>
                <th scope="col">{m.fewest}</th>
                <th scope="col">{m.most}</th>
                <th scope="col">{m.atEndOfDay}</th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr>
                  <th scope="row">{weekday(site, day.from)}</th>
                  <td>{Math.min(...day.waiting)}</td>
                  <td>{Math.max(...day.waiting)}</td>
                  <td>{day.waiting.at(-1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

/** Under the drawing, each day's name where the day begins; a day cut short at either end has no room for one. */
const DayNames = ({
  site,
  days,
  first,
  last,
}: {
  site: Site
  days: readonly { from: number }[]
  first: number
  last: number
}) => (
  <svg class="days" width="100%" height="22" aria-hidden="true">
    {days.slice(1, -1).map(({ from }) => (
      <text x={`${round(((from - first) / Math.max(1, last - first)) * 100)}%`} dx="4" y="16">
        {weekday(site, from)}
      </text>
    ))}
  </svg>
)

const round = (value: number): number => Math.round(value * 10) / 10

/** The points by the day that they fall on at the site. */
function daysOf(site: Site, points: readonly WaitingAt[]): { from: number; waiting: number[] }[] {
  const days: { name: string; from: number; waiting: number[] }[] = []
  for (const { at, waiting } of points) {
    const name = weekday(site, at)
    const day = days.at(-1)
    if (day?.name === name) day.waiting.push(waiting)
    else days.push({ name, from: at, waiting: [waiting] })
  }
  return days
}
