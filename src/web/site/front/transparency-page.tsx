/** The yearly transparency report, and the list of years that have one. */
import { moderationMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import type { FigureRow } from '../../../redress/index.ts'
import { minutesInWords, shortDay } from '../kit/format.ts'
import { inGroups } from '../kit/in-groups.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

export interface TransparencyPageProps {
  site: Site
  year: number
  /** The last day that is counted, where the year is not over; in milliseconds since the epoch. */
  through: number | null
  rows: readonly FigureRow[]
  /** Newest first. */
  years: readonly number[]
  log: boolean
}

export function renderTransparencyPage({ site, year, through, rows, years, log }: TransparencyPageProps): string {
  const groups = inGroups(rows, ({ about }) => about)
  return document({
    site,
    title: `${m.moderationIn(String(year))} · ${site.name}`,
    path: `/moderation/${year}`,
    children: (
      <section class="single moderation">
        <p class="label">{m.report}</p>
        <h1>{m.moderationIn(String(year))}</h1>
        <p class="about">{m.figuresOf(through === null ? null : shortDay({ ...site, timeZone: 'UTC' }, through))}</p>
        <table class="report">
          <caption class="visually-hidden">{m.moderationIn(String(year))}</caption>
          {groups.map(([about, ofGroup]) => (
            <tbody>
              <tr>
                <th scope="rowgroup" colspan={2} class="label">
                  {about}
                </th>
              </tr>
              {ofGroup.map(({ what, value, unit }) => (
                <tr>
                  <th scope="row">{what}</th>
                  <td>{valueIn(value, unit)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
        <h2>{m.howItIsDone}</h2>
        <p>
          {m.howDone(
            typeof site.withoutReview === 'number'
              ? siteFrameMessages.withoutReview(site.withoutReview)
              : m.everyCommentRead,
            <a href="/house-rules">{m.houseRules}</a>,
          )}
        </p>
        <h2>{m.asData}</h2>
        <ul class="plain">
          <li>
            <a href={`/moderation/${year}.csv`}>{m.asCsv}</a>
          </li>
          <li>{m.statementsAsData(<a href={`/moderation/${year}.json`}>{m.statements}</a>)}</li>
        </ul>
        <YearLinks years={years.filter((one) => one !== year)} log={log} />
      </section>
    ),
  })
}

export function renderYearsPage({ site, years, log }: { site: Site; years: readonly number[]; log: boolean }): string {
  return document({
    site,
    title: `${m.reports} · ${site.name}`,
    path: '/moderation/years',
    children: (
      <section class="single moderation">
        <p class="label">{m.moderation}</p>
        <h1>{m.reports}</h1>
        {years.length === 0 ? <p class="empty">{m.nothingToReport}</p> : null}
        <YearLinks years={years} log={log} />
      </section>
    ),
  })
}

const YearLinks = ({ years, log }: { years: readonly number[]; log: boolean }) =>
  years.length > 0 || log ? (
    <nav class="more-record" aria-label={m.moreOnModeration}>
      <ul class="plain">
        {years.map((year) => (
          <li>
            <a href={`/moderation/${year}`}>{m.moderationIn(String(year))}</a>
          </li>
        ))}
        {log ? (
          <li>
            <a href="/moderation">{m.log}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  ) : null

const valueIn = (value: number | null, unit: FigureRow['unit']): string =>
  value === null ? '—' : unit === 'minutes' ? minutesInWords(value) : m.figure(value)
