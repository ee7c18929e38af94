/** The archive: its months by year, and the stories of one by day. */
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

export type ArchivePageProps = { site: Site } & (
  | { /** The newest first. */ months: readonly Month[] }
  | { /** /YYYY/MM */ month: string /** The newest first. */; stories: readonly StorySummary[] }
)

export function renderArchivePage(props: ArchivePageProps): string {
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
            <h2 id={`year-${year}`}>{year}</h2>
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

const oneMonth = ({ site, month, stories }: { site: Site; month: string; stories: readonly StorySummary[] }) =>
  document({
    site,
    title: `${monthOf(site, month)} · ${site.name}`,
    path: month,
    children: (
      <section class="archive">
        <h1>{monthOf(site, month)}</h1>
        {inRuns(stories, ({ firstPublishedAt }) => dayAndMonth(site, firstPublishedAt)).map(([day, ofDay]) => (
          <section class="day">
            <h2>{day}</h2>
            <div class="cards">
              {ofDay.map((story) => (
                <Brief site={site} story={story} now={null} />
              ))}
            </div>
          </section>
        ))}
        <p class="older">
          <a href="/archive">{m.allMonths}</a>
        </p>
      </section>
    ),
  })

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
