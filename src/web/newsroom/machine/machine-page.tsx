/** How the machine is doing: what is wrong on top, then the last hour and the last day. */
import { machineMessages as m } from '../../../messages/index.ts'
import type { Stretch, Trouble } from '../../../pulse/index.ts'
import { dayAndTime, instant, timeOfDay } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from '../settings/settings-places.tsx'
import { MachinePlot } from './machine-plot.tsx'

export interface MachinePageProps extends Frame {
  version: string
  database: 'sqlite' | 'postgres'
  /** When this process began, in milliseconds since the epoch. */
  since: number
  troubles: readonly Trouble[]
  /** Left on the disk, in bytes; null where nobody can say. */
  diskFree: number | null
  hour: readonly Stretch[]
  day: readonly Stretch[]
}

/** What is drawn, in this order. */
const SERIES: readonly {
  field: Exclude<keyof Stretch, 'at' | 'failures'>
  label: string
  hint?: string
  say(value: number): string
}[] = [
  { field: 'requests', label: m.requests, say: m.count },
  { field: 'slowestTenth', label: m.slowestTenth, hint: m.slowestTenthHint, say: m.milliseconds },
  { field: 'memory', label: m.memoryUsed, say: m.megabytes },
  { field: 'delay', label: m.delay, hint: m.delayHint, say: m.milliseconds },
  { field: 'comments', label: m.comments, say: m.count },
  { field: 'queue', label: m.queue, say: m.count },
  { field: 'jobs', label: m.jobs, say: m.count },
]

export const renderMachinePage = (props: MachinePageProps): string => {
  const { site, version, database, since, troubles, diskFree, hour, day, ...frame } = props
  const began = <time datetime={instant(since)}>{dayAndTime(site, since)}</time>
  return newsroomDocument({
    site,
    frame: { site, ...frame },
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="machine" />
        <h1>{m.title}</h1>
        {troubles.length === 0 ? <p class="notice">{m.allWell}</p> : <Troubles troubles={troubles} now={frame.now} />}
        <p class="meta">
          {m.lead(version, database === 'sqlite' ? m.sqlite : m.postgres, began)}{' '}
          {diskFree === null ? null : m.diskLeft(m.megabytes(diskFree))}
        </p>
        <Range site={site} title={m.lastHour} name="hour" empty={m.hourEmpty} stretches={hour} />
        <Range site={site} title={m.lastDay} name="day" empty={m.dayEmpty} stretches={day} />
      </>
    ),
  })
}

const Troubles = ({ troubles, now }: { troubles: readonly Trouble[]; now: number }) => (
  <section class="alert" aria-labelledby="what-is-wrong">
    <h2 id="what-is-wrong">{m.wrong}</h2>
    <ul>
      {troubles.map((trouble) => (
        <li>{sentenceOf(trouble, now)}</li>
      ))}
    </ul>
  </section>
)

function sentenceOf(trouble: Trouble, now: number) {
  switch (trouble.kind) {
    case 'failures':
      return m.failures(trouble.count)
    case 'slow':
      return m.slow(trouble.ms)
    case 'busy':
      return m.busy(trouble.ms)
    case 'memory':
      return m.memory(trouble.used, trouble.of)
    case 'disk':
      return m.disk(trouble.free)
    case 'cache untold':
      return m.cacheUntold(now - trouble.since)
    case 'jobs failed':
      return withLink(m.jobsFailed(trouble.count), '/newsroom/work', m.toWork)
    case 'jobs late':
      return withLink(m.jobsLate(now - trouble.since), '/newsroom/work', m.toWork)
    case 'letters failed':
      return withLink(m.lettersFailed(trouble.count), '/newsroom/letters', m.toLetters)
  }
}

const withLink = (sentence: string, href: string, label: string) => (
  <>
    {sentence} <a href={href}>{label}</a>
  </>
)

interface RangeProps {
  site: Site
  title: string
  name: string
  empty: string
  stretches: readonly Stretch[]
}

const Range = ({ site, title, name, empty, stretches }: RangeProps) => (
  <section>
    <h2>{title}</h2>
    {stretches.length < 2 ? (
      <p class="empty">{empty}</p>
    ) : (
      <>
        <div class="machine-plots">
          {SERIES.map(({ field, label, hint, say }) => (
            <MachinePlot
              {...{ site, label, hint, say, id: `${name}-${field}` }}
              points={stretches.map((stretch) => ({ at: stretch.at, value: stretch[field] }))}
            />
          ))}
        </div>
        <details>
          <summary>{m.asTable}</summary>
          <div class="scroll" tabindex={0}>
            <table class="figures">
              <thead>
                <tr>
                  <th scope="col">{m.time}</th>
                  {SERIES.map(({ label }) => (
                    <th scope="col">{label}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {stretches.toReversed().map((stretch) => (
                  <tr>
                    <th scope="row">
                      <time datetime={instant(stretch.at)}>{timeOfDay(site, stretch.at)}</time>
                    </th>
                    {SERIES.map(({ field, say }) => (
                      <td>{Number.isNaN(stretch[field]) ? m.unknown : say(stretch[field])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </>
    )}
  </section>
)
