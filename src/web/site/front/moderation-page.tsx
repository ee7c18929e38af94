/** The public log of moderation: what was decided, in plain words; no words of comments, no names, no hour. */
import { moderationMessages as m } from '../../../messages/index.ts'
import type { LogLine } from '../../../redress/index.ts'
import { longDay, monthOf } from '../kit/format.ts'
import { inGroups } from '../kit/in-groups.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

export interface LogPageProps {
  site: Site
  /** /moderation/YYYY/MM */
  path: string
  /** YYYY/MM */
  month: string
  part: number
  lines: readonly LogLine[]
  more: boolean
  /** The months that have a page, newest first, as YYYY/MM. */
  months: readonly string[]
  reports: boolean
}

export function renderLogPage({ site, path, month, part, lines, more, months, reports }: LogPageProps): string {
  const inUtc = { ...site, timeZone: 'UTC' }
  const name = monthOf(site, `/${month}`)
  const days = inGroups(lines, ({ at }) => longDay(inUtc, at))
  return document({
    site,
    title: `${m.moderationIn(name)} · ${site.name}`,
    path: part === 1 ? path : `${path}/${part}`,
    noIndex: true,
    children: (
      <section class="single moderation">
        <p class="label">{m.moderation}</p>
        <h1>{name}</h1>
        <p class="about">{m.logLead(<a href="/house-rules">{m.houseRules}</a>)}</p>
        {lines.length === 0 ? <p class="empty">{m.nothingDecided}</p> : null}
        {days.map(([day, ofDay]) => (
          <section>
            <h2>{day}</h2>
            <ul class="plain log">
              {ofDay.map((line) => (
                <li>
                  <Line line={line} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {part > 1 || more ? (
          <nav class="older" aria-label={m.partsOfMonth}>
            {part > 1 ? <a href={part === 2 ? path : `${path}/${part - 1}`}>{m.laterInMonth}</a> : null}{' '}
            {more ? <a href={`${path}/${part + 1}`}>{m.earlierInMonth}</a> : null}
          </nav>
        ) : null}
        {months.length > 1 || reports ? (
          <nav class="more-record" aria-label={m.moreOfRecord}>
            <h2>{m.moreOfRecord}</h2>
            <ul class="plain">
              {months
                .filter((one) => one !== month)
                .map((one) => (
                  <li>
                    <a href={`/moderation/${one}`}>{monthOf(site, `/${one}`)}</a>
                  </li>
                ))}
              {reports ? (
                <li>
                  <a href="/moderation/years">{m.yearlyReports}</a>
                </li>
              ) : null}
            </ul>
          </nav>
        ) : null}
      </section>
    ),
  })
}

const Line = ({ line: { action, comments, story, reason } }: { line: LogLine }) =>
  m.lines[action](comments, story && <a href={story.path}>{story.headline}</a>, reason)
