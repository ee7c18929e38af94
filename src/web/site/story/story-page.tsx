/** A story's page. */

import { NO_AI } from '../../../media/index.ts'
import { discussionMessages as m } from '../../../messages/index.ts'
import { type FiledUnder, type Term, termPath } from '../../../paper/index.ts'
import { readUrl } from '../../../text/index.ts'
import { correctionData } from '../corrections/correction-data.ts'
import { correctedMarks, Notices, StoryRecordLinks } from '../corrections/notices.tsx'
import { BreakingNews } from '../kit/breaking-news.tsx'
import { commentCount, dayAndTime, instant, shortDay } from '../kit/format.ts'
import { document, jsonLd } from '../kit/layout.tsx'
import type { PictureOnPage } from '../kit/pictures.ts'
import type { Site, StoryCorrections, StoryPageProps, StoryView } from '../kit/props.ts'
import { SponsorPlace } from '../kit/sponsor.tsx'
import { saidData } from '../said/said-data.ts'
import { SaidPanel } from '../said/said-panel.tsx'
import type { WhoSaysSo } from '../said/said-props.ts'
import { DiscussionSection } from './discussion.tsx'
import { Byline, filingData, Topics } from './filed-under.tsx'
import { makingData, StoryMaking } from './made-with-ai.tsx'
import { type LanguageAttributes, ownLanguage } from './own-language.ts'
import { PictureView } from './picture-view.tsx'
import { ReadOn } from './read-on.tsx'
import { languageAttributes, plainText, StoryBody } from './story-body.tsx'

/** An update within the hour of publishing is a slip of the pen, not news. */
const WORTH_SAYING = 60 * 60 * 1000

export function renderStoryPage({
  site,
  story,
  discussion,
  commentsOpen,
  closedAt,
  filed = [],
  mode,
  said = null,
  readOn,
  corrections,
  preview,
}: StoryPageProps): string {
  const { content } = story
  const description = content.standfirst || plainText(content.body, 200) || (corrections?.notices[0]?.cause ?? '')
  const language = languageAttributes(site, content)
  return document({
    site,
    title: `${content.searchHeadline || content.headline} · ${site.name}`,
    description,
    ...(preview ? { noIndex: true } : { path: encodeURI(story.path) }),
    section: sectionPathOf(filed),
    head: preview ? null : (
      <StoryHead
        site={site}
        story={story}
        filed={filed}
        description={description}
        language={language.lang ?? site.language}
        comments={discussion.count}
        said={said}
        corrections={corrections}
      />
    ),
    children: (
      <>
        {preview ? (
          <p class="notice preview-note">
            {preview === true ? m.preview : m.previewHeld(dayAndTime(site, preview.until))}
          </p>
        ) : (
          <BreakingNews site={site} />
        )}
        <StoryArticle
          site={site}
          story={story}
          filed={filed}
          language={language}
          said={said}
          corrections={corrections}
          comments={!preview && (commentsOpen || discussion.count > 0) ? discussion.count : null}
        />
        {preview ? null : <Share site={site} story={story} />}
        {preview ? null : <StoryRecordLinks storyPath={story.path} version={corrections?.version ?? 1} />}
        {said ? <SaidPanel site={site} said={said} /> : null}
        {preview ? null : <SponsorPlace sponsor={site.sponsor} />}
        {readOn ? <ReadOn site={site} readOn={readOn} /> : null}
        {preview ? null : (
          <DiscussionSection
            site={site}
            storyPath={story.path}
            discussion={discussion}
            open={commentsOpen}
            mode={mode}
            closedAt={closedAt}
          />
        )}
      </>
    ),
  })
}

/** As the menus escape it. */
const sectionPathOf = (filed: readonly FiledUnder[]): string | undefined => {
  const section = filed.find(({ kind }) => kind === 'section')?.term
  return section ? encodeURI(termPath(section)) : undefined
}

function StoryArticle({
  site,
  story,
  filed,
  language,
  said,
  corrections,
  comments,
}: {
  site: Site
  story: StoryView
  filed: readonly FiledUnder[]
  language: LanguageAttributes
  said: WhoSaysSo | null
  corrections: StoryCorrections | undefined
  /** How many stand under it; null where there is nowhere to go for them. */
  comments: number | null
}) {
  const { content, firstPublishedAt, updatedAt } = story
  const section = sectionAmong(filed)
  const tone = section?.tone ?? 'news'
  const after = corrections && correctedMarks(site, corrections)
  const own = ownLanguage(site, language)
  return (
    <article class={tone === 'news' ? 'story' : `story ${tone}`} {...language}>
      <header class="story-head">
        <SectionLabel section={section} written={content.section} />
        <h1>{content.headline}</h1>
        {content.standfirst ? <p class="standfirst">{content.standfirst}</p> : null}
        <p class="meta byline">
          {content.byline ? <Byline byline={content.byline} filed={filed} /> : null}
          <time datetime={instant(firstPublishedAt)} {...own}>
            {shortDay(site, firstPublishedAt)}
          </time>
          {updatedAt - firstPublishedAt > WORTH_SAYING ? (
            <span {...own}>{m.updated(<time datetime={instant(updatedAt)}>{dayAndTime(site, updatedAt)}</time>)}</span>
          ) : null}
          {comments === null ? null : (
            <a href="#discussion" {...own}>
              {comments > 0 ? commentCount(comments) : m.comment}
            </a>
          )}
        </p>
        <StoryMaking madeWithAi={content.madeWithAi} own={own} />
        {corrections ? <Notices site={site} body={content.body} corrections={corrections} own={own} /> : null}
      </header>
      {content.picture ? <PictureView picture={content.picture} lead /> : null}
      <StoryBody body={content.body} dateline={content.dateline} page={{ marks: said?.marks ?? null, after }} />
      <Topics filed={filed} />
    </article>
  )
}

/** The story's address to copy, and a letter with it: a press selects it all, without a script. */
function Share({ site, story }: { site: Site; story: StoryView }) {
  const url = site.url + encodeURI(story.path)
  const letter = new URLSearchParams({ subject: story.content.headline, body: url }).toString().replaceAll('+', '%20')
  return (
    <details class="share">
      <summary>{m.share}</summary>
      <p>
        <code dir="ltr">{url}</code>
        <a href={`mailto:?${letter}`}>{m.shareByEmail}</a>
      </p>
    </details>
  )
}

/** The section, as it is called now and with the way to it; a draft's as it is written. What is no news says so. */
function SectionLabel({ section, written }: { section: Term | null; written: string }) {
  if (!section && !written) return null
  const tone = section && section.tone !== 'news' ? m.tones[section.tone] : ''
  const accent = section?.accent ? ` accent-${section.accent}` : ''
  return (
    <p class={`label spot${accent}`}>
      {tone ? <span class="tone">{tone}</span> : null}{' '}
      {section === null ? written : section.name === tone ? null : <a href={termPath(section)}>{section.name}</a>}
    </p>
  )
}

const sectionAmong = (filed: readonly FiledUnder[]) => filed.find(({ kind }) => kind === 'section')?.term ?? null

const publisherOf = ({ name, url, dress: { logo } }: Site) => ({
  '@type': 'NewsMediaOrganization',
  name,
  url,
  ...(logo
    ? { logo: { '@type': 'ImageObject', url: url + logo.address, width: logo.width, height: logo.height } }
    : {}),
})

/** Its address; with how it was made, where that is to be said. */
const imageData = (url: string, picture: PictureOnPage | null) => {
  const making = makingData(picture?.file?.madeWithAi ?? NO_AI)
  return 'digitalSourceType' in making ? { '@type': 'ImageObject', url, ...making } : url
}

function StoryHead({
  site,
  story,
  filed,
  description,
  language,
  comments,
  said,
  corrections,
}: {
  site: Site
  story: StoryView
  filed: readonly FiledUnder[]
  description: string
  /** BCP 47; empty where nobody knows. */
  language: string
  comments: number
  said: WhoSaysSo | null
  corrections: StoryCorrections | undefined
}) {
  const { content, firstPublishedAt, updatedAt } = story
  const url = site.url + encodeURI(story.path)
  const source = content.picture?.src
  // What an editor typed for an address may be none.
  const image = source ? (readUrl(source, `${site.url}/`)?.href ?? null) : null
  const section = sectionAmong(filed)?.name ?? content.section
  const reviewedBy = content.madeWithAi.how === 'none' ? '' : content.madeWithAi.reviewedBy
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:title" content={content.shareHeadline || content.headline} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={site.name} />
      {image ? <meta property="og:image" content={image} /> : null}
      <link
        rel="alternate"
        type="application/json+oembed"
        href={`${site.url}/oembed?url=${encodeURIComponent(url)}`}
        title={content.shareHeadline || content.headline}
      />
      <meta property="article:published_time" content={instant(firstPublishedAt)} />
      <meta property="article:modified_time" content={instant(updatedAt)} />
      {jsonLd({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: content.headline,
        ...(content.searchHeadline ? { alternativeHeadline: content.searchHeadline } : {}),
        description,
        datePublished: instant(firstPublishedAt),
        dateModified: instant(updatedAt),
        ...(language ? { inLanguage: language } : {}),
        mainEntityOfPage: reviewedBy
          ? { '@type': 'WebPage', '@id': url, reviewedBy: { '@type': 'Person', name: reviewedBy } }
          : url,
        ...makingData(content.madeWithAi),
        url,
        ...(section ? { articleSection: section } : {}),
        ...filingData(site, content.byline, filed),
        ...(image ? { image: imageData(image, content.picture) } : {}),
        publisher: publisherOf(site),
        commentCount: comments,
        ...(said ? saidData(said, site.url) : {}),
        ...(corrections ? correctionData(url, corrections) : {}),
      })}
    </>
  )
}
