/** What is brought in place of a page now and then, and is none: an export of a whole site, a feed, an address. */

interface Kind {
  is(start: string): boolean
  problem: string
}

const OPEN_EACH =
  'It holds a whole site and not one page: open each story that you want in a browser, copy all of it, and paste it here.'

/** So many characters tell what a file is. */
const START = 20_000

const KINDS: readonly Kind[] = [
  {
    is: (start) => /xmlns:wp="https?:\/\/wordpress\.org\/export\//i.test(start),
    problem: `This is an export file of WordPress. ${OPEN_EACH}`,
  },
  {
    is: (start) =>
      isXml(start) &&
      /<(feed|ns\d:feed)[\s>]/i.test(start) &&
      /blogger\.com|schemas\.google\.com\/blogger/i.test(start),
    problem: `This is an export file of Blogger. ${OPEN_EACH}`,
  },
  {
    is: (start) =>
      /^\s*\{\s*"(?:db|meta|data)"\s*:/.test(start) && /"(?:posts|mobiledoc|posts_meta|exported_on)"\s*:/.test(start),
    problem: `This is an export file of Ghost. ${OPEN_EACH}`,
  },
  {
    is: (start) =>
      /^(?:AUTHOR|TITLE|BASENAME|STATUS|DATE): .*$/m.test(start) &&
      /^-----\r?$/m.test(start) &&
      /^BODY:\s*$/m.test(start),
    problem: `This is an export file of Movable Type or TypePad. ${OPEN_EACH}`,
  },
  {
    is: (start) => isXml(start) && /<disqus[\s>]/i.test(start),
    problem:
      'This is an export file of Disqus. It holds readers’ comments and no story: copy the story’s page in a browser, and paste it here.',
  },
  {
    is: (start) => /^\s*\{/.test(start) && /"commenters"\s*:/.test(start) && /"comments"\s*:/.test(start),
    problem:
      'This is an export file of Commento. It holds readers’ comments and no story: copy the story’s page in a browser, and paste it here.',
  },
  {
    is: (start) => /^\ufeff?post_id,post_date,/.test(start),
    problem: `This is the list of posts in an export of Substack. ${OPEN_EACH}`,
  },
  {
    is: (start) => isXml(start) && /<(?:rss|rdf:RDF|feed)[\s>]/i.test(start.slice(0, 3000)),
    problem: `This is a feed. It lists stories and is not the page of one: open the story that you want in a browser, copy all of it, and paste it here.`,
  },
  {
    is: (start) => isXml(start) && /<(?:urlset|sitemapindex)[\s>]/i.test(start.slice(0, 3000)),
    problem:
      'This is a sitemap. It lists addresses and no story: open the story that you want in a browser, copy all of it, and paste it here.',
  },
  {
    is: (start) => /^\s*\{\s*"[^"]{1,80}"\s*:/.test(start) || /^\s*\[\s*\{\s*"[^"]{1,80}"\s*:/.test(start),
    problem:
      'This is a file of data (JSON) and no page: open the story in a browser, copy all of it, and paste it here.',
  },
]

const isXml = (start: string): boolean => /^[^<]{0,20}<(?:\?xml|!--|rss|feed|disqus|urlset|ns\d:feed|rdf:)/i.test(start)

/** One sentence or two for whoever brought it, saying what it is and what to do; null where it may be a page. */
export function whyNotAPage(text: string): string | null {
  const start = text.slice(0, START)
  const lines = start.trim().split(/\s+/)
  if (lines.length <= 3 && lines.every((line) => /^(?:https?:\/\/|www\.)\S{3,}$/i.test(line)))
    return 'This is only the address of a page, and Courant fetches none: open it in a browser, copy all of the page, and paste it here.'
  return KINDS.find(({ is }) => is(start))?.problem ?? null
}
