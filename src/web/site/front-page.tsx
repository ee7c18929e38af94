/** The front page: the newest story leads, the others follow in columns. */
import { commentCount, instant, shortDay } from './format.ts'
import { document } from './layout.tsx'
import type { Site, StorySummary } from './props.ts'
import { PictureView, plainText } from './story-body.tsx'

export interface FrontPageProps {
  site: Site
  stories: StorySummary[]
  /** Where older stories are, if there are more than stand here. */
  older?: string
}

export function renderFrontPage({ site, stories, older }: FrontPageProps): string {
  const [lead, ...others] = stories
  return document({
    site,
    title: site.tagline ? `${site.name}: ${site.tagline}` : site.name,
    description: site.tagline,
    path: '/',
    plate: 'full',
    // The day of the newest story, not of the look: the page is kept until something changes.
    ...(lead ? { edition: lead.firstPublishedAt } : {}),
    children: lead ? (
      <>
        <Lead site={site} story={lead} />
        {others.length > 0 ? (
          <section aria-label="More stories" class="others">
            {others.map((story) => (
              <Brief site={site} story={story} />
            ))}
          </section>
        ) : null}
        {older ? (
          <p class="older">
            <a class="button" href={older}>
              Older stories
            </a>
          </p>
        ) : null}
      </>
    ) : (
      <section class="blank">
        <h2>No story has been published yet</h2>
        <p>When the newsroom publishes one, it stands here.</p>
        <p>
          <a href="/newsroom">To the newsroom</a>
        </p>
      </section>
    ),
  })
}

const Lead = ({ site, story }: { site: Site; story: StorySummary }) => {
  const { content } = story
  return (
    <article class="front-lead">
      <div>
        {content.section ? <p class="label spot">{content.section}</p> : null}
        <h2>
          <a href={story.path}>{content.headline}</a>
        </h2>
        <p class="standfirst">{content.standfirst || plainText(content.body, 260)}</p>
        <Foot site={site} story={story} />
      </div>
      {content.picture?.src ? (
        <PictureView picture={content.picture} />
      ) : (
        <p class="opening">{plainText(content.body, 520)}</p>
      )}
    </article>
  )
}

export const Brief = ({ site, story }: { site: Site; story: StorySummary }) => {
  const { content } = story
  return (
    <article class="brief">
      {content.section ? <p class="label spot">{content.section}</p> : null}
      <h3>
        <a href={story.path}>{content.headline}</a>
      </h3>
      <p>{content.standfirst || plainText(content.body, 160)}</p>
      <Foot site={site} story={story} />
    </article>
  )
}

const Foot = ({ site, story }: { site: Site; story: StorySummary }) => (
  <p class="meta">
    <time datetime={instant(story.firstPublishedAt)}>{shortDay(site, story.firstPublishedAt)}</time>
    {story.comments > 0 ? <a href={`${story.path}#discussion`}>{commentCount(story.comments)}</a> : null}
  </p>
)
