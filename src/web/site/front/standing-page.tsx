/** A page that stands: About, Imprint and the like. */
import { frontMessages as m } from '../../../messages/index.ts'
import { pagePath, type StandingPage } from '../../../paper/index.ts'
import type { StoryContent } from '../../../story/index.ts'
import { instant, longDay } from '../kit/format.ts'
import { document, jsonLd } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { plainText, StoryBody } from '../story/story-body.tsx'

export interface StandingPageProps {
  site: Site
  page: StandingPage
  /** Its words, with pictures and files as they are shown. */
  content: StoryContent
  /** Shown to the newsroom: it says so. */
  preview?: boolean
}

/** As schema.org names it. */
const TYPES: Record<StandingPage['kind'], string> = {
  about: 'AboutPage',
  contact: 'ContactPage',
  imprint: 'WebPage',
  privacy: 'WebPage',
  accessibility: 'WebPage',
  '': 'WebPage',
}

const LONGEST_DESCRIPTION = 160

export function renderStandingPage({ site, page, content, preview = false }: StandingPageProps): string {
  const path = encodeURI(pagePath(page.slug))
  const description = plainText(content.body, LONGEST_DESCRIPTION)
  return document({
    site,
    title: `${page.title} · ${site.name}`,
    ...(description ? { description } : {}),
    path,
    ...(preview ? { noIndex: true } : {}),
    head: preview
      ? null
      : jsonLd({
          '@context': 'https://schema.org',
          '@type': TYPES[page.kind],
          name: page.title,
          url: site.url + path,
          inLanguage: site.language,
          dateModified: instant(page.changedAt),
          isPartOf: { '@type': 'WebSite', name: site.name, url: `${site.url}/` },
        }),
    children: (
      <>
        {preview ? (
          <p class="notice preview-note" role="status">
            {m.pagePreview(page.published)}
          </p>
        ) : null}
        <article class="single standing">
          <h1>{page.title}</h1>
          <StoryBody body={content.body} page={{ marks: null }} />
          <p class="meta">
            {m.lastChanged(<time datetime={instant(page.changedAt)}>{longDay(site, page.changedAt)}</time>)}
          </p>
        </article>
      </>
    ),
  })
}
