/**
 * Stories as fronts show them, in five sizes: the lead, seconds, briefs, opinions, and lines of what came last.
 * A card leads to its story by its headline; its picture is a second way for the pointer alone.
 */

import { captionMessages, frontMessages as m } from '../../../messages/index.ts'
import { authorsOf, type Term, termPath } from '../../../paper/index.ts'
import { foldedWords } from '../../../text/index.ts'
import { timeInBrief } from '../kit/brief-time.ts'
import { commentCount, instant, timeOfDay } from '../kit/format.ts'
import type { PictureOnPage } from '../kit/pictures.ts'
import type { Site, StorySummary } from '../kit/props.ts'
import { type LanguageAttributes, ownLanguage } from '../story/own-language.ts'
import { languageAttributes, plainText } from '../story/story-body.tsx'

export interface CardProps {
  site: Site
  story: StorySummary
  /** Milliseconds since the epoch: how long ago something was is said as of then. Null where its day stands over it: then by the clock. */
  now: number | null
  /** The level that its page needs. */
  heading?: 'h2' | 'h3' | 'h4'
  /** Whether it names its section; not where the page or the band does. */
  sectioned?: boolean
}

/** The story that leads: words across the whole width, its picture below them, beside its opening; or, in a narrower place, picture first. */
export const Lead = ({ site, story, now, heading: Heading = 'h2', sectioned = true }: CardProps) => {
  const { content } = story
  const picture = shownPictureOf(story)
  const language = languageOf(site, story)
  return (
    <article class={classesOf('lead', story)} {...language}>
      <div class="head">
        <Kicker story={story} sectioned={sectioned} />
        <Heading>
          <a href={story.path}>{content.headline}</a>
        </Heading>
      </div>
      {picture ? <CardPicture story={story} picture={picture} sizes="(min-width: 56rem) 47rem, 100vw" lead /> : null}
      <div class="words">
        <p class="standfirst">{excerptOf(story, 260)}</p>
        {picture && content.standfirst ? <MoreWords body={content.body} /> : null}
        <Foot site={site} story={story} now={now} own={ownLanguage(site, language)} byline />
      </div>
      {picture ? null : <Opening story={story} />}
    </article>
  )
}

/** How the story begins; enough of it stands in two columns where there is room. */
const MoreWords = ({ body }: Pick<StorySummary['content'], 'body'>) => {
  const text = plainText(body, 700)
  return <p class={text.length > 350 ? 'more-words long' : 'more-words'}>{text}</p>
}

/** A story of weight: its picture, its headline and what it is about. An opinion is set as one. */
export const Second = (props: CardProps) =>
  toneOf(props.story) === 'opinion' ? <OpinionCard {...props} /> : <Card {...props} size="second" excerpt={170} />

/** A story in a few lines, with its picture small where it has one. An opinion is set as one. */
export const Brief = (props: CardProps) =>
  toneOf(props.story) === 'opinion' ? <OpinionCard {...props} /> : <Card {...props} size="brief" excerpt={110} />

/** How wide pictures stand: on a page of several columns, on one of two, and on a phone, where they are small. */
const SECOND_SIZES = '(min-width: 56rem) 24rem, (min-width: 43rem) 50vw, 9rem'
const BRIEF_SIZES = '8rem'

const Card = ({
  site,
  story,
  now,
  heading: Heading = 'h3',
  sectioned = true,
  size,
  excerpt,
}: CardProps & { size: 'second' | 'brief'; excerpt: number }) => {
  const picture = shownPictureOf(story)
  const language = languageOf(site, story)
  return (
    <article class={classesOf(size, story)} {...language}>
      {picture ? (
        <CardPicture story={story} picture={picture} sizes={size === 'second' ? SECOND_SIZES : BRIEF_SIZES} />
      ) : null}
      <div class="words">
        <Kicker story={story} sectioned={sectioned} />
        <Heading>
          <a href={story.path}>{story.content.headline}</a>
        </Heading>
        <p class="excerpt">{excerptOf(story, excerpt)}</p>
        <Foot site={site} story={story} now={now} own={ownLanguage(site, language)} />
      </div>
    </article>
  )
}

/** An opinion: whose it is comes first. */
export const OpinionCard = ({ site, story, now, heading: Heading = 'h3', sectioned = true }: CardProps) => {
  const authors = authorsOf(story.content.byline)
  const { portrait } = story
  const language = languageOf(site, story)
  return (
    <article class={classesOf('opinion', story)} {...language}>
      {portrait?.file ? (
        <img
          class={['portrait', portrait.file.focus].filter(Boolean).join(' ')}
          src={portrait.src}
          srcset={portrait.file.srcset}
          sizes="5rem"
          width={portrait.file.width}
          height={portrait.file.height}
          alt=""
          loading="lazy"
          decoding="async"
        />
      ) : null}
      <div class="words">
        <Kicker story={story} sectioned={sectioned} />
        {authors.length > 0 ? <p class="author">{m.authors(authors)}</p> : null}
        <Heading>
          <a href={story.path}>{story.content.headline}</a>
        </Heading>
        <p class="excerpt">{excerptOf(story, 150)}</p>
        <Foot site={site} story={story} now={now} own={ownLanguage(site, language)} />
      </div>
    </article>
  )
}

/** One line: when, what, and under which section; for an ordered or unordered list. */
export const LatestLine = ({ site, story, now, sectioned = true }: CardProps) => {
  const language = languageOf(site, story)
  return (
    <li class={classesOf('latest-line', story)} {...language}>
      <CardTime site={site} story={story} now={now} own={ownLanguage(site, language)} />
      <p>
        <a href={story.path}>{story.content.headline}</a>
      </p>
      <Kicker story={story} sectioned={sectioned} />
    </li>
  )
}

/** What says something in the site's words within a story's. */
interface OwnWordsProps {
  site: Site
  story: StorySummary
  now: number | null
  own: LanguageAttributes
}

const CardTime = ({ site, story: { firstPublishedAt: at }, now, own }: OwnWordsProps) => (
  <time datetime={instant(at)} {...own}>
    {now === null ? timeOfDay(site, at) : timeInBrief(site, at, now)}
  </time>
)

/** The section, as a way to it; and, in words, that something is no news. */
const Kicker = ({ story, sectioned }: { story: StorySummary; sectioned: boolean }) => {
  const section = sectionOf(story)
  const tone = toneOf(story)
  const said = tone === 'news' ? '' : m.tones[tone]
  // A section that is called so says it, here or over all of its cards.
  const isSaid = said !== '' && section !== null && foldedWords(section.name).join(' ') === foldedWords(said).join(' ')
  const named = sectioned ? section : null
  const written = sectioned && !section ? story.content.section : ''
  if (!named && !written && (said === '' || isSaid)) return null
  return (
    <p class="label spot kicker">
      {said && !isSaid ? <span class="tone">{said}</span> : null}
      {named ? <a href={termPath(named)}>{named.name}</a> : written}
    </p>
  )
}

const Foot = ({ byline = false, ...props }: OwnWordsProps & { byline?: boolean }) => {
  const { story, own } = props
  return (
    <p class="meta">
      {byline && story.content.byline ? <span class="by">{story.content.byline}</span> : null}
      <CardTime {...props} />
      {story.comments > 0 ? (
        <a href={`${story.path}#discussion`} {...own}>
          {commentCount(story.comments)}
        </a>
      ) : null}
    </p>
  )
}

/** In 3:2, around what is to stay in view. Where its words tell nothing more, who listens is told of the story once. */
const CardPicture = ({
  story,
  picture: { src, alt, file },
  sizes,
  lead = false,
}: {
  story: StorySummary
  picture: PictureOnPage
  sizes: string
  lead?: boolean
}) => (
  <figure>
    <a href={story.path} tabindex={-1} {...(alt === '' ? { 'aria-hidden': 'true' as const } : {})}>
      <img
        src={src}
        {...(file ? { srcset: file.srcset, sizes, width: file.width, height: file.height, class: file.focus } : {})}
        alt={alt}
        decoding="async"
        {...(lead ? { fetchpriority: 'high' as const } : { loading: 'lazy' as const })}
      />
    </a>
    {file && file.madeWithAi.how !== 'none' ? (
      <figcaption class="meta">{captionMessages.ai[file.madeWithAi.how]}</figcaption>
    ) : null}
  </figure>
)

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

/** Of the words that a card shows; the rest of the story is not looked through for it. */
const languageOf = (site: Site, { content }: StorySummary) =>
  languageAttributes(site, { ...content, body: content.standfirst ? [] : content.body.slice(0, 1) })

export const sectionOf = ({ filed }: StorySummary): Term | null =>
  filed.find(({ kind }) => kind === 'section')?.term ?? null

export const toneOf = (story: StorySummary) => sectionOf(story)?.tone ?? 'news'

/** The picture that a card can show; a caption alone is none. */
const shownPictureOf = ({ content: { picture } }: StorySummary): PictureOnPage | null => (picture?.src ? picture : null)

function classesOf(kind: string, story: StorySummary): string {
  const section = sectionOf(story)
  const accent = section?.accent ? `accent-${section.accent}` : ''
  const pictured = kind !== 'latest-line' && kind !== 'opinion' && shownPictureOf(story) ? 'with-picture' : ''
  const tone = toneOf(story)
  return ['card', kind, pictured, tone === 'news' ? '' : `tone-${tone}`, accent].filter(Boolean).join(' ')
}

/** What a story is about, in at most so many characters where it has no standfirst; never its headline once more. */
function excerptOf({ content: { headline, standfirst, body } }: StorySummary, limit: number): string {
  const isHeadline = (text: string) => {
    if (text.length >= 2 * headline.length) return false
    const said = foldedWords(headline).join(' ')
    return said !== '' && foldedWords(text).join(' ') === said
  }
  if (standfirst && !isHeadline(standfirst)) return standfirst
  const [first] = body.filter(({ type }) => type === 'paragraph')
  return plainText(
    first?.type === 'paragraph' && isHeadline(first.text) ? body.filter((one) => one !== first) : body,
    limit,
  )
}
