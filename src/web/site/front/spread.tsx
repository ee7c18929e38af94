/** The parts that fronts are put together from: the top, a section's band, and "Latest". */
import { frontMessages as m } from '../../../messages/index.ts'
import { type Term, termPath } from '../../../paper/index.ts'
import { isLongAgo } from '../kit/brief-time.ts'
import type { Site, StorySummary } from '../kit/props.ts'
import { Brief, LatestLine, Lead, Second, sectionOf, toneOf } from './cards.tsx'
import type { Placeable } from './compose.ts'

/** A story and what its place depends on. */
export interface PlacedStory extends Placeable {
  story: StorySummary
}

/** What composeFront is given. */
export const placedStory = (story: StorySummary): PlacedStory => ({
  story,
  id: story.id,
  firstPublishedAt: story.firstPublishedAt,
  section: sectionOf(story)?.id ?? null,
  tone: toneOf(story),
  hasPicture: Boolean(story.content.picture?.src),
  hasStandfirst: story.content.standfirst !== '',
})

interface SpreadProps {
  site: Site
  /** Milliseconds since the epoch. */
  now: number
  /** Whether cards name their sections; not on a section's own front. */
  sectioned?: boolean
}

/** The lead, and below and beside it so many that no row has a gap. */
export const Top = ({
  lead,
  seconds,
  ...props
}: SpreadProps & { lead: PlacedStory; seconds: readonly PlacedStory[] }) => (
  <section class={`top top-${seconds.length}`} aria-label={m.top}>
    <Lead {...props} story={lead.story} />
    {seconds.map(({ story }) => (
      <Second {...props} story={story} />
    ))}
  </section>
)

/** Three to five stories of a section: one large, the others medium and small. */
export const SectionBand = ({
  section,
  stories,
  ...props
}: SpreadProps & { section: Term; stories: readonly PlacedStory[] }) => {
  const [large, ...others] = stories
  const accent = section.accent ? ` accent-${section.accent}` : ''
  const headed = { ...props, sectioned: false, heading: 'h3' as const }
  return (
    <section
      class={`band band-${stories.length} tone-${section.tone}${accent}`}
      aria-labelledby={`band-${section.slug}`}
    >
      <div class="band-head">
        <h2 id={`band-${section.slug}`} class="label">
          <a href={termPath(section)}>{section.name}</a>
        </h2>
        <a class="meta" href={termPath(section)}>
          {m.moreIn(section.name)}
        </a>
      </div>
      {large ? <Second {...headed} story={large.story} /> : null}
      {others.map(({ story }) => (
        <Brief {...headed} story={story} />
      ))}
    </section>
  )
}

/** What came out and stands nowhere else, in lines; "Earlier" where none of it is of these days. */
export const Latest = ({
  stories,
  title,
  ...props
}: SpreadProps & { stories: readonly PlacedStory[]; title?: string }) => {
  if (stories.length === 0) return null
  const isOld = stories.every(({ firstPublishedAt }) => isLongAgo(firstPublishedAt, props.now))
  return (
    <section class={stories.length > 5 ? 'latest many' : 'latest'} aria-labelledby="latest">
      <h2 id="latest" class="label">
        {title ?? (isOld ? m.earlier : m.latest)}
      </h2>
      <ol class="plain">
        {stories.map(({ story }) => (
          <LatestLine {...props} story={story} />
        ))}
      </ol>
    </section>
  )
}
