/** The front page: the newest story leads, the others follow in columns. */
import { frontMessages as m } from '../../../messages/index.ts'
import { commentCount, instant, shortDay } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site, StorySummary } from '../kit/props.ts'
import { SponsorPlace } from '../kit/sponsor.tsx'
import { languageAttributes, PictureView, plainText } from '../story/story-body.tsx'

/** Stories that stand directly under the first. */
const SECOND = 3

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
    head: site.tags.map(({ name, content }) => <meta name={name} content={content} />),
    // The day of the newest story, not of the look: the page is kept until something changes.
    ...(lead ? { edition: lead.firstPublishedAt } : {}),
    children: lead ? (
      <>
        <Lead site={site} story={lead} />
        {others.length > 0 ? (
          <section aria-label={m.next} class="seconds">
            {others.slice(0, SECOND).map((story) => (
              <Brief site={site} story={story} />
            ))}
          </section>
        ) : null}
        {others.length > SECOND ? (
          <section aria-labelledby="more" class="more">
            <h2 id="more" class="label">
              {m.more}
            </h2>
            <div class="others">
              {others.slice(SECOND).map((story) => (
                <Brief site={site} story={story} />
              ))}
            </div>
          </section>
        ) : null}
        {older ? (
          <p class="older">
            <a href={older}>{m.older}</a>
          </p>
        ) : null}
        <SponsorPlace sponsor={site.sponsor} />
      </>
    ) : (
      <section class="blank">
        <h2>{m.noStories}</h2>
        <p>{m.firstStory(<a href="/newsroom">{m.theNewsroom}</a>)}</p>
      </section>
    ),
  })
}

const Lead = ({ site, story }: { site: Site; story: StorySummary }) => {
  const { content } = story
  return (
    <article
      class={content.picture?.src ? 'front-lead with-picture' : 'front-lead'}
      {...languageAttributes(site, content)}
    >
      <div>
        {content.section ? <p class="label spot">{content.section}</p> : null}
        <h2>
          <a href={story.path}>{content.headline}</a>
        </h2>
        <p class="standfirst">{content.standfirst || plainText(content.body, 260)}</p>
        <Foot site={site} story={story} />
      </div>
      {content.picture?.src ? <PictureView picture={content.picture} lead /> : <Opening story={story} />}
    </article>
  )
}

/** The story's first words, as they stand on its page; where there is no standfirst, they stand under the headline already. */
function Opening({ story }: { story: StorySummary }) {
  const { body, dateline, standfirst } = story.content
  const first = standfirst ? body.filter((block) => block.type === 'paragraph').slice(0, 3) : []
  if (first.length === 0) return null
  return (
    <div class="opening">
      {first.map((block, index) => (
        <p>
          {dateline && index === 0 ? <span class="dateline">{dateline} — </span> : null}
          {block.text}
        </p>
      ))}
    </div>
  )
}

/** A story in a few lines; `heading` is of the level that its page needs. */
export const Brief = ({
  site,
  story,
  heading: Heading = 'h3',
}: {
  site: Site
  story: StorySummary
  heading?: 'h2' | 'h3'
}) => {
  const { content } = story
  return (
    <article class="brief" {...languageAttributes(site, content)}>
      {content.section ? <p class="label spot">{content.section}</p> : null}
      <Heading>
        <a href={story.path}>{content.headline}</a>
      </Heading>
      <p>{content.standfirst || plainText(content.body, 160)}</p>
      <Foot site={site} story={story} />
    </article>
  )
}

const Foot = ({ site, story }: { site: Site; story: StorySummary }) => (
  <p class="meta">
    {story.content.byline ? <span class="by">{story.content.byline}</span> : null}
    <time datetime={instant(story.firstPublishedAt)}>{shortDay(site, story.firstPublishedAt)}</time>
    {story.comments > 0 ? <a href={`${story.path}#discussion`}>{commentCount(story.comments)}</a> : null}
  </p>
)
