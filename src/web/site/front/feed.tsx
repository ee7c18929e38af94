/** The Atom feed (RFC 4287). */

import { authorsOf, type FiledUnder, type Term, termPath } from '../../../paper/index.ts'
import { audioOf } from '../kit/attached.ts'
import { instant } from '../kit/format.ts'
import type { Site, StoryView } from '../kit/props.ts'
import { escapeXml } from '../kit/xml.ts'
import { StoryMaking } from '../story/made-with-ai.tsx'
import { languageAttributes, StoryBody } from '../story/story-body.tsx'

interface FeedProps {
  site: Site
  /** The name that ids are made with: the site's first host, wherever it is by now (feed-host.ts). */
  host: string
  stories: readonly StoryView[]
  /** What each of them is filed under, by its id. */
  filings: ReadonlyMap<string, readonly FiledUnder[]>
  /** The section, topic or author that it is the feed of; absent for the whole paper. */
  term?: Term
}

/** Ids are tag URIs (RFC 4151) of the story's own id: they stay when the site's address changes. */
export function renderAtomFeed({ site, host, stories, filings, term }: FeedProps): string {
  const updated = Math.max(0, ...stories.map((story) => story.updatedAt))
  const entries = stories.map((story) => {
    const { content } = story
    const url = escapeXml(site.url + encodeURI(story.path))
    const { lang, dir } = languageAttributes(site, content)
    const body = (
      <>
        <StoryMaking madeWithAi={content.madeWithAi} />
        <StoryBody body={content.body} dateline={content.dateline} plain />
      </>
    )
    // Who reads a feed sees none of the entry's own attributes on its words.
    const html = String(dir && dir !== site.direction ? <div dir={dir}>{body}</div> : body)
    const authors = authorsOf(content.byline)
    const enclosures = audioOf(content).map(
      ({ address, type, bytes, title }) =>
        `    <link rel="enclosure" type="${type}" length="${bytes}" href="${escapeXml(address)}" title="${escapeXml(title)}"/>`,
    )
    const filed = filings.get(story.id) ?? []
    return [
      `  <entry${lang === undefined ? '' : ` xml:lang="${escapeXml(lang)}"`}>`,
      `    <id>tag:${host},${instant(story.firstPublishedAt).slice(0, 10)}:${story.id}</id>`,
      `    <title>${escapeXml(content.headline)}</title>`,
      `    <link rel="alternate" type="text/html" href="${url}"/>`,
      ...enclosures,
      `    <published>${instant(story.firstPublishedAt)}</published>`,
      `    <updated>${instant(story.updatedAt)}</updated>`,
      ...(authors.length > 0 ? authors : [site.name]).map(
        (name) => `    <author><name>${escapeXml(name)}</name></author>`,
      ),
      ...categoriesOf(filed),
      ...(content.standfirst ? [`    <summary>${escapeXml(content.standfirst)}</summary>`] : []),
      `    <content type="html" xml:base="${escapeXml(site.url)}/">${escapeXml(html)}</content>`,
      '  </entry>',
    ].join('\n')
  })
  const path = term ? encodeURI(termPath(term)) : ''
  const about = term ? term.about : site.tagline
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">
  <id>tag:${host},2026:feed${term ? `:${term.id}` : ''}</id>
  <title>${escapeXml(term ? `${term.name} · ${site.name}` : site.name)}</title>
${about ? `  <subtitle>${escapeXml(about)}</subtitle>\n` : ''}  <link rel="self" type="application/atom+xml" href="${escapeXml(`${site.url}${path}`)}/feed.xml"/>
  <link rel="alternate" type="text/html" href="${escapeXml(site.url + (path || '/'))}"/>
  <updated>${instant(updated)}</updated>
${entries.join('\n')}
</feed>
`
}

/** Its section and topics, as they are called now. */
const categoriesOf = (filed: readonly FiledUnder[]): string[] =>
  filed.flatMap(({ kind, term }) =>
    term && kind !== 'author' ? [`    <category term="${escapeXml(term.slug)}" label="${escapeXml(term.name)}"/>`] : [],
  )
