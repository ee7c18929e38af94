/** The Atom feed (RFC 4287). */

import { authorsOf } from '../../../paper/index.ts'
import { audioOf } from '../kit/attached.ts'
import { instant } from '../kit/format.ts'
import type { Site, StoryView } from '../kit/props.ts'
import { escapeXml } from '../kit/xml.ts'
import { languageAttributes, StoryBody } from '../story/story-body.tsx'

interface FeedProps {
  site: Site
  /** The name that ids are made with: the site's first host, wherever it is by now (feed-host.ts). */
  host: string
  stories: readonly StoryView[]
}

/** Ids are tag URIs (RFC 4151) of the story's own id: they stay when the site's address changes. */
export function renderAtomFeed({ site, host, stories }: FeedProps): string {
  const updated = Math.max(0, ...stories.map((story) => story.updatedAt))
  const entries = stories.map((story) => {
    const { content } = story
    const url = escapeXml(site.url + encodeURI(story.path))
    const { lang, dir } = languageAttributes(site, content)
    const body = <StoryBody body={content.body} dateline={content.dateline} />
    // Who reads a feed sees none of the entry's own attributes on its words.
    const html = String(dir && dir !== site.direction ? <div dir={dir}>{body}</div> : body)
    const authors = authorsOf(content.byline)
    const enclosures = audioOf(content).map(
      ({ address, type, bytes, title }) =>
        `    <link rel="enclosure" type="${type}" length="${bytes}" href="${escapeXml(address)}" title="${escapeXml(title)}"/>`,
    )
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
      ...(content.standfirst ? [`    <summary>${escapeXml(content.standfirst)}</summary>`] : []),
      `    <content type="html" xml:base="${escapeXml(site.url)}/">${escapeXml(html)}</content>`,
      '  </entry>',
    ].join('\n')
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">
  <id>tag:${host},2026:feed</id>
  <title>${escapeXml(site.name)}</title>
${site.tagline ? `  <subtitle>${escapeXml(site.tagline)}</subtitle>\n` : ''}  <link rel="self" type="application/atom+xml" href="${escapeXml(site.url)}/feed.xml"/>
  <link rel="alternate" type="text/html" href="${escapeXml(site.url)}/"/>
  <updated>${instant(updated)}</updated>
${entries.join('\n')}
</feed>
`
}
