/** What is brought in place of a page now and then, and is none: an export of a whole site, a feed, an address. */

import { exchangeMessages as m } from '../../messages/index.ts'

interface Kind {
  is(start: string): boolean
  problem: string
}

/** So many characters tell what a file is. */
const START = 20_000

const KINDS: readonly Kind[] = [
  {
    is: (start) => /xmlns:wp="https?:\/\/wordpress\.org\/export\//i.test(start),
    problem: m.wordpress,
  },
  {
    is: (start) =>
      isXml(start) &&
      /<(feed|ns\d:feed)[\s>]/i.test(start) &&
      /blogger\.com|schemas\.google\.com\/blogger/i.test(start),
    problem: m.blogger,
  },
  {
    is: (start) =>
      /^\s*\{\s*"(?:db|meta|data)"\s*:/.test(start) && /"(?:posts|mobiledoc|posts_meta|exported_on)"\s*:/.test(start),
    problem: m.ghost,
  },
  {
    is: (start) =>
      /^(?:AUTHOR|TITLE|BASENAME|STATUS|DATE): .*$/m.test(start) &&
      /^-----\r?$/m.test(start) &&
      /^BODY:\s*$/m.test(start),
    problem: m.movableType,
  },
  {
    is: (start) => isXml(start) && /<disqus[\s>]/i.test(start),
    problem: m.disqus,
  },
  {
    is: (start) => /^\s*\{/.test(start) && /"commenters"\s*:/.test(start) && /"comments"\s*:/.test(start),
    problem: m.commento,
  },
  {
    is: (start) => /^\ufeff?post_id,post_date,/.test(start),
    problem: m.substack,
  },
  {
    is: (start) => isXml(start) && /<(?:rss|rdf:RDF|feed)[\s>]/i.test(start.slice(0, 3000)),
    problem: m.feed,
  },
  {
    is: (start) => isXml(start) && /<(?:urlset|sitemapindex)[\s>]/i.test(start.slice(0, 3000)),
    problem: m.sitemap,
  },
  {
    is: (start) => /^\s*\{\s*"[^"]{1,80}"\s*:/.test(start) || /^\s*\[\s*\{\s*"[^"]{1,80}"\s*:/.test(start),
    problem: m.json,
  },
]

const isXml = (start: string): boolean => /^[^<]{0,20}<(?:\?xml|!--|rss|feed|disqus|urlset|ns\d:feed|rdf:)/i.test(start)

/** One sentence or two for whoever brought it, saying what it is and what to do; null where it may be a page. */
export function whyNotAPage(text: string): string | null {
  const start = text.slice(0, START)
  const lines = start.trim().split(/\s+/)
  if (lines.length <= 3 && lines.every((line) => /^(?:https?:\/\/|www\.)\S{3,}$/i.test(line))) return m.onlyAddress
  return KINDS.find(({ is }) => is(start))?.problem ?? null
}
