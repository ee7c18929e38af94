/** All corrections of the paper, the newest first. */
import type { ListedCorrection } from '../../../corrections/index.ts'
import { siteFrameMessages as frame, publicCorrectionMessages as m } from '../../../messages/index.ts'
import type { YearOfCorrections } from '../../../tickets/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { NoticeWords } from './notices.tsx'

export interface CorrectionsPageProps {
  site: Site
  corrections: readonly ListedCorrection[]
  /** From 1. */
  page: number
  hasOlder: boolean
  /** The newest first; none on further pages. */
  years: readonly YearOfCorrections[]
}

const pathOf = (page: number) => (page === 1 ? '/corrections' : `/corrections/${page}`)

export const renderCorrectionsPage = ({ site, corrections, page, hasOlder, years }: CorrectionsPageProps): string =>
  document({
    site,
    title: `${frame.corrections} · ${site.name}`,
    description: m.about(site.name),
    path: pathOf(page),
    children: (
      <section class="single corrections-page">
        <h1>{frame.corrections}</h1>
        <p class="about">{m.about(site.name)}</p>
        {page > 1 ? <p class="label page">{m.page(page)}</p> : null}
        {corrections.length === 0 ? <p class="empty">{m.none}</p> : null}
        <ol class="plain">
          {corrections.map((one) => (
            <li>
              <h2 dir="auto">
                <a href={`${encodeURI(one.story.path)}#correction-${one.id}`}>{one.story.headline}</a>
              </h2>
              <NoticeWords site={site} notice={one} />
            </li>
          ))}
        </ol>
        {page > 1 || hasOlder ? (
          <nav class="older" aria-label={m.pages}>
            {page > 1 ? (
              <a rel="prev" href={pathOf(page - 1)}>
                {m.newer}
              </a>
            ) : null}
            {hasOlder ? (
              <a rel="next" href={pathOf(page + 1)}>
                {m.older}
              </a>
            ) : null}
          </nav>
        ) : null}
        {years.length > 0 ? <Years years={years} /> : null}
      </section>
    ),
  })

const HOUR = 3_600_000

/** What each year came to. */
const Years = ({ years }: { years: readonly YearOfCorrections[] }) => (
  <section class="figures-by-year" id="figures">
    <h2>{m.figures}</h2>
    {/* A keyboard scrolls it where it is wider than the page. */}
    <section class="scrolls" tabindex={0} aria-label={m.figures}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.year}</th>
            <th scope="col" class="num">
              {m.corrections}
            </th>
            <th scope="col" class="num">
              {m.retractions}
            </th>
            <th scope="col" class="num">
              {m.received}
            </th>
            <th scope="col" class="num">
              {m.answered}
            </th>
            <th scope="col" class="num">
              {m.median}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, corrections, retractions, received, answered, median }) => (
            <tr>
              <th scope="row">{year}</th>
              <td class="num">{m.number(corrections)}</td>
              <td class="num">{m.number(retractions)}</td>
              <td class="num">{m.number(received)}</td>
              <td class="num">{m.number(answered)}</td>
              <td class="num">{median === null ? m.noMedian : m.medianOf(median.hours * HOUR, median.of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    <p class="meta">
      {m.howCounted} <a href="/corrections/figures.json">{m.asJson}</a>
    </p>
  </section>
)
