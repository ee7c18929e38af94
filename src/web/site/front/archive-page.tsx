/** The archive: its months, and the stories of one. */
import { frontMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import { monthOf } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site, StorySummary } from '../kit/props.ts'
import { Brief } from './front-page.tsx'

export type ArchivePageProps = { site: Site } & (
  | { months: { path: string; stories: number }[] }
  | { /** /YYYY/MM */ month: string; stories: StorySummary[] }
)

export function renderArchivePage(props: ArchivePageProps): string {
  return 'months' in props ? allMonths(props) : oneMonth(props)
}

const allMonths = ({ site, months }: { site: Site; months: { path: string; stories: number }[] }) =>
  document({
    site,
    title: `${siteFrameMessages.archive} · ${site.name}`,
    path: '/archive',
    children: (
      <section class="archive">
        <h1>{siteFrameMessages.archive}</h1>
        {months.length === 0 ? <p class="empty">{m.noStories}</p> : null}
        <ul class="plain months">
          {months.map(({ path, stories }) => (
            <li>
              <a href={path}>{monthOf(site, path)}</a> <span class="meta">{m.stories(stories)}</span>
            </li>
          ))}
        </ul>
      </section>
    ),
  })

const oneMonth = ({ site, month, stories }: { site: Site; month: string; stories: StorySummary[] }) =>
  document({
    site,
    title: `${monthOf(site, month)} · ${site.name}`,
    path: month,
    children: (
      <section class="archive">
        <h1>{monthOf(site, month)}</h1>
        <div class="others">
          {stories.map((story) => (
            <Brief site={site} story={story} heading="h2" />
          ))}
        </div>
        <p class="older">
          <a href="/archive">{m.allMonths}</a>
        </p>
      </section>
    ),
  })
