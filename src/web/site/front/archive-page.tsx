/** The archive: its months by year, a year by its months, and the stories of a month by day. */
import type { Child } from 'hono/jsx'
import { frontMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import { dayAndMonth, monthAlone, monthOf } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site, StorySummary } from '../kit/props.ts'
import { Brief } from './cards.tsx'

interface Month {
  /** /YYYY/MM */
  path: string
  stories: number
}

interface OfMonth {
  /** /YYYY/MM */
  month: string
  /** The newest first. */
  stories: readonly StorySummary[]
}

interface OfYear {
  /** /YYYY */
  year: string
  /** Of that year, the newest first. */
  months: readonly Month[]
  /** Some of each month. */
  stories: readonly StorySummary[]
  /** Milliseconds since the epoch. */
  now: number
}

export type ArchivePageProps = { site: Site } & (
  | { /** The newest first. */ months: readonly Month[] }
  | OfMonth
  | OfYear
)

export function renderArchivePage(props: ArchivePageProps): string {
  if ('year' in props) return oneYear(props)
  return 'months' in props ? allMonths(props) : oneMonth(props)
}

const allMonths = ({ site, months }: { site: Site; months: readonly Month[] }) =>
  document({
    site,
    title: `${siteFrameMessages.archive} · ${site.name}`,
    path: '/archive',
    children: (
      <section class="archive">
        <h1>{siteFrameMessages.archive}</h1>
        {months.length === 0 ? <p class="empty">{m.noStories}</p> : null}
        {inRuns(months, ({ path }) => path.slice(1, 5)).map(([year, ofYear]) => (
          <section class="year" aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>
              <a href={`/${year}`}>{year}</a>
            </h2>
            <ul class="plain months">
              {ofYear.map(({ path, stories }) => (
                <li>
                  <a href={path}>{monthAlone(site, path)}</a> <span class="meta">{m.stories(stories)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    ),
  })

const oneYear = ({ site, year, months, stories, now }: OfYear & { site: Site }) => {
  const name = year.slice(1)
  return document({
    site,
    title: `${name} · ${site.name}`,
    path: year,
    children: (
      <section class="archive">
        <h1>{name}</h1>
        {months.map(({ path, stories: count }) => (
          <section class="day">
            <div class="day-head">
              <h2>
                <a href={path}>{monthAlone(site, path)}</a>
              </h2>
              <p class="meta">{m.stories(count)}</p>
            </div>
            <Cards site={site} stories={stories.filter((story) => story.path.startsWith(`${path}/`))} now={now}>
              {count > 3 ? (
                <p class="meta more">
                  <a href={path}>{m.allOf(monthOf(site, path))}</a>
                </p>
              ) : null}
            </Cards>
          </section>
        ))}
        <WaysOn links={[['/archive', m.allMonths]]} />
      </section>
    ),
  })
}

const oneMonth = ({ site, month, stories }: OfMonth & { site: Site }) => {
  const year = month.slice(0, 5)
  return document({
    site,
    title: `${monthOf(site, month)} · ${site.name}`,
    path: month,
    children: (
      <section class="archive">
        <h1>{monthOf(site, month)}</h1>
        {inRuns(stories, ({ firstPublishedAt }) => dayAndMonth(site, firstPublishedAt)).map(([day, ofDay]) => (
          <section class="day">
            <h2>{day}</h2>
            <Cards site={site} stories={ofDay} now={null} />
          </section>
        ))}
        <WaysOn
          links={[
            [year, m.allOf(year.slice(1))],
            ['/archive', m.allMonths],
          ]}
        />
      </section>
    ),
  })
}

const Cards = ({
  site,
  stories,
  now,
  children,
}: {
  site: Site
  stories: readonly StorySummary[]
  now: number | null
  children?: Child
}) => (
  <div class="cards">
    {stories.map((story) => (
      <Brief site={site} story={story} now={now} />
    ))}
    {children}
  </div>
)

const WaysOn = ({ links }: { links: readonly (readonly [href: string, says: string])[] }) => (
  <p class="older">
    {links.map(([href, says]) => (
      <a href={href}>{says}</a>
    ))}
  </p>
)

/** Neighbours that are named alike, together. */
function inRuns<T>(list: readonly T[], nameOf: (one: T) => string): [string, T[]][] {
  const runs: [string, T[]][] = []
  for (const one of list) {
    const name = nameOf(one)
    const last = runs.at(-1)
    if (last?.[0] === name) last[1].push(one)
    else runs.push([name, [one]])
  }
  return runs
}
