/** Whether chances keep their word, drawn on the server: what was said against what came true. The table says the same. */
import { modelMessages as m } from '../../../messages/index.ts'
import type { ModelFigures } from '../../../moderation/learning/index.ts'

/** The drawing's own units. */
const SIZE = 300
const LEFT = 62
const BOTTOM = 40
const LARGEST = 11

export const ReliabilityPlot = ({ bins }: { bins: ModelFigures['bins'] }) => {
  const most = Math.max(...bins.map(({ count }) => count))
  const x = (chance: number) => round(LEFT + chance * SIZE)
  const y = (share: number) => round(10 + (1 - share) * SIZE)
  return (
    <figure class="reliability">
      <svg
        viewBox={`0 0 ${LEFT + SIZE + 10} ${SIZE + 10 + BOTTOM}`}
        role="img"
        aria-labelledby="reliability-title reliability-words"
      >
        <title id="reliability-title">{m.plot}</title>
        <desc id="reliability-words">{m.plotHint}</desc>
        <rect class="frame" x={LEFT} y="10" width={SIZE} height={SIZE} />
        <line class="even" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        <polyline class="line" points={bins.map(({ said, was }) => `${x(said)},${y(was)}`).join(' ')} />
        {bins.map(({ said, was, count }) => (
          <circle class="point" cx={x(said)} cy={y(was)} r={round(3 + (LARGEST - 3) * Math.sqrt(count / most))} />
        ))}
        {[0, 0.5, 1].map((mark) => (
          <>
            <text x={x(mark)} y={SIZE + 26} text-anchor="middle">
              {m.percent(Math.round(mark * 100))}
            </text>
            <text x={LEFT - 6} y={y(mark) + 4} text-anchor="end">
              {m.percent(Math.round(mark * 100))}
            </text>
          </>
        ))}
        <text x={x(0.5)} y={SIZE + 44} text-anchor="middle">
          {m.score}
        </text>
        <text x="12" y={y(0.5)} text-anchor="middle" transform={`rotate(-90 12 ${y(0.5)})`}>
          {m.wasSpam}
        </text>
      </svg>
      <figcaption class="meta">{m.points}</figcaption>
      <details>
        <summary>{m.asTable}</summary>
        <div class="scroll" tabindex={0}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{m.scores}</th>
                <th scope="col">{m.comments}</th>
                <th scope="col">{m.average}</th>
                <th scope="col">{m.actualSpam}</th>
              </tr>
            </thead>
            <tbody>
              {bins.map(({ from, count, said, was }) => (
                <tr>
                  <th scope="row">{m.range(Math.round(from * 100), Math.round(from * 100) + 10)}</th>
                  <td>{m.number(count)}</td>
                  <td>{m.percent(Math.round(said * 100))}</td>
                  <td>{m.percent(Math.round(was * 100))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
