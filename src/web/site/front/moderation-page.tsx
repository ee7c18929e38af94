/** The public log of moderation: what was decided, in plain words; no words of comments, no names, no hour. */
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
    title: `Moderation in ${name} · ${site.name}`,
    path: part === 1 ? path : `${path}/${part}`,
    noIndex: true,
    children: (
      <section class="single moderation">
        <p class="label">Moderation</p>
        <h1>{name}</h1>
        <p class="about">
          What the newsroom decided on comments, by the <a href="/house-rules">house rules</a>. Approved comments stand
          under their stories; advertising is counted in the yearly report only. Days are told once they are over.
        </p>
        {lines.length === 0 ? <p class="empty">Nothing was kept back or taken down.</p> : null}
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
          <nav class="older" aria-label="Parts of this month">
            {part > 1 ? <a href={part === 2 ? path : `${path}/${part - 1}`}>Later in the month</a> : null}{' '}
            {more ? <a href={`${path}/${part + 1}`}>Earlier in the month</a> : null}
          </nav>
        ) : null}
        {months.length > 1 || reports ? (
          <nav class="more-record" aria-label="More of the record">
            <h2>More of the record</h2>
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
                  <a href="/moderation/years">Yearly reports</a>
                </li>
              ) : null}
            </ul>
          </nav>
        ) : null}
      </section>
    ),
  })
}

const Line = ({ line }: { line: LogLine }) => {
  const { before, verb } = SENTENCES[line.action](line.comments)
  return (
    <>
      {before}{' '}
      {line.story ? (
        <>
          on “<a href={line.story.path}>{line.story.headline}</a>”
        </>
      ) : (
        'on a story that is no longer on the site'
      )}{' '}
      {verb}
      {line.reason ? `: ${line.reason.toLowerCase()}` : ''}.
    </>
  )
}

const alike = (count: number, one: string): string =>
  count === 1 ? one : `${count.toLocaleString('en')} near-identical comments`

const SENTENCES: Record<LogLine['action'], (count: number) => { before: string; verb: string }> = {
  reject: (n) => ({ before: alike(n, 'A comment'), verb: `${n === 1 ? 'was' : 'were'} not published` }),
  remove: (n) => ({ before: alike(n, 'A comment'), verb: `${n === 1 ? 'was' : 'were'} taken down` }),
  overturn: () => ({ before: 'A comment', verb: 'was published after an appeal' }),
  uphold: () => ({ before: 'The decision on a comment', verb: 'stood after an appeal' }),
  keep: () => ({ before: 'A reported comment', verb: 'stayed on the page' }),
}
