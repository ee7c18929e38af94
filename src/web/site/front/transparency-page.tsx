/** The yearly transparency report, and the list of years that have one. */
import type { FigureRow } from '../../../redress/index.ts'
import { minutesInWords, shortDay } from '../kit/format.ts'
import { inGroups } from '../kit/in-groups.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { withoutReviewSentence } from '../story/story-mode.ts'

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
    title: `Moderation in ${year} · ${site.name}`,
    path: `/moderation/${year}`,
    children: (
      <section class="single moderation">
        <p class="label">Transparency report</p>
        <h1>Moderation in {year}</h1>
        <p class="about">
          {through === null ? 'The whole year' : `From January to ${shortDay({ ...site, timeZone: 'UTC' }, through)}`},
          as the record has it: decisions that were taken back within ten seconds count nowhere. Days are those of
          Universal Time.
        </p>
        <table class="report">
          <caption class="visually-hidden">Moderation in {year}</caption>
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
        <h2>How it is done</h2>
        <p>
          {typeof site.withoutReview === 'number'
            ? withoutReviewSentence(site.withoutReview)
            : 'Every comment is read before it appears.'}{' '}
          Programs order comments for review, mark what looks like advertising and group what is alike. People decide
          what is not published, by the <a href="/house-rules">house rules</a>; each decision can be appealed against
          for six months and is then answered by someone else where there is someone else.
        </p>
        <h2>As data</h2>
        <ul class="plain">
          <li>
            <a href={`/moderation/${year}.csv`}>These figures as CSV</a>
          </li>
          <li>
            <a href={`/moderation/${year}.json`}>The statements of reasons</a>, as the EU’s DSA Transparency Database
            takes them; without advertising, for which the law asks for none
          </li>
        </ul>
        <YearLinks years={years.filter((one) => one !== year)} log={log} />
      </section>
    ),
  })
}

export function renderYearsPage({ site, years, log }: { site: Site; years: readonly number[]; log: boolean }): string {
  return document({
    site,
    title: `Transparency reports · ${site.name}`,
    path: '/moderation/years',
    children: (
      <section class="single moderation">
        <p class="label">Moderation</p>
        <h1>Transparency reports</h1>
        {years.length === 0 ? <p class="empty">Nothing has been decided yet, so there is nothing to report.</p> : null}
        <YearLinks years={years} log={log} />
      </section>
    ),
  })
}

const YearLinks = ({ years, log }: { years: readonly number[]; log: boolean }) =>
  years.length > 0 || log ? (
    <nav class="more-record" aria-label="More on moderation">
      <ul class="plain">
        {years.map((year) => (
          <li>
            <a href={`/moderation/${year}`}>Moderation in {year}</a>
          </li>
        ))}
        {log ? (
          <li>
            <a href="/moderation">The log of moderation</a>
          </li>
        ) : null}
      </ul>
    </nav>
  ) : null

const valueIn = (value: number | null, unit: FigureRow['unit']): string =>
  value === null ? '—' : unit === 'minutes' ? minutesInWords(value) : value.toLocaleString('en')
