/** The way on at the end of a story: what is related to it, and what comes next. */
import { discussionMessages as m } from '../../../messages/index.ts'
import { instant, shortDay } from '../kit/format.ts'
import type { PictureOnPage } from '../kit/pictures.ts'
import type { ReadOnView, Site, StoryView } from '../kit/props.ts'
import { languageAttributes } from './story-body.tsx'

/** Nothing where the site has no other story. */
export const ReadOn = ({ site, readOn: { related, next } }: { site: Site; readOn: ReadOnView }) =>
  next || related.length > 0 ? (
    <nav class="read-on" aria-label={m.readOn}>
      {related.length > 0 ? (
        <>
          <h2 class="label">{m.related}</h2>
          <ul class="plain">
            {related.map((story) => (
              <li {...languageAttributes(site, story.content)}>
                <Thumb picture={story.content.picture} />
                <h3>
                  <a href={story.path}>{story.content.headline}</a>
                </h3>
                <Day site={site} story={story} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {next ? (
        <p class="next" {...languageAttributes(site, next.content)}>
          <span class="label">{m.nextStory}</span>
          <a href={next.path} rel="next">
            {next.content.headline}
          </a>
          <Day site={site} story={next} />
        </p>
      ) : null}
    </nav>
  ) : null

const Day = ({ site, story }: { site: Site; story: StoryView }) => (
  <time class="meta" datetime={instant(story.firstPublishedAt)}>
    {shortDay(site, story.firstPublishedAt)}
  </time>
)

/** Of the library alone, whose pictures have small sizes; the headline says what it is of. */
const Thumb = ({ picture }: { picture: PictureOnPage | null }) =>
  picture?.file ? (
    <img
      class={['thumb', picture.file.focus].filter(Boolean).join(' ')}
      src={picture.src}
      srcset={picture.file.srcset}
      sizes="(min-width: 40rem) 12rem, 7rem"
      width={picture.file.width}
      height={picture.file.height}
      alt=""
      loading="lazy"
      decoding="async"
    />
  ) : null
