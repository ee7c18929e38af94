/** The front page: a lead with its seconds, a band for each section, and what came last. */
import { frontMessages as m } from '../../../messages/index.ts'
import type { Term } from '../../../paper/index.ts'
import { BreakingNews } from '../kit/breaking-news.tsx'
import { document } from '../kit/layout.tsx'
import type { Site, StorySummary } from '../kit/props.ts'
import { SponsorPlace } from '../kit/sponsor.tsx'
import { composeFront } from './compose.ts'
import { Latest, placedStory, SectionBand, Top } from './spread.tsx'

export interface FrontPageProps {
  site: Site
  /** The newest first. */
  stories: readonly StorySummary[]
  /** Ids of those that an editor keeps on top, in their order. */
  pinned?: readonly string[]
  /** In the editor's order. */
  sections?: readonly Term[]
  /** Milliseconds since the epoch. */
  now: number
  /** Where older stories are, if there are more than stand here. */
  older?: string
}

export function renderFrontPage({ site, stories, pinned = [], sections = [], now, older }: FrontPageProps): string {
  const { lead, seconds, bands, latest } = composeFront({
    stories: stories.map(placedStory),
    pinned,
    sections: sections.map(({ id }) => id),
  })
  const bySection = new Map(sections.map((section) => [section.id, section]))
  const newest = stories.reduce((at, { firstPublishedAt }) => Math.max(at, firstPublishedAt), 0)
  return document({
    site,
    title: site.tagline ? `${site.name}: ${site.tagline}` : site.name,
    description: site.tagline,
    path: '/',
    plate: 'full',
    head: site.tags.map(({ name, content }) => <meta name={name} content={content} />),
    // The day of the newest story, not of the look: a page that was kept overnight is yesterday's paper.
    ...(lead ? { edition: newest } : {}),
    children: lead ? (
      <div class="front">
        <BreakingNews site={site} />
        <Top site={site} now={now} lead={lead} seconds={seconds} />
        {bands.map(({ section, stories: inBand }) => {
          const term = bySection.get(section)
          return term ? <SectionBand site={site} now={now} section={term} stories={inBand} /> : null
        })}
        <Latest site={site} now={now} stories={latest} />
        {older ? (
          <p class="older">
            <a href={older}>{m.older}</a>
          </p>
        ) : null}
        <SponsorPlace sponsor={site.sponsor} />
      </div>
    ) : (
      <section class="blank">
        <h2>{m.noStories}</h2>
        <p>{m.firstStory(<a href="/newsroom">{m.theNewsroom}</a>)}</p>
      </section>
    ),
  })
}
