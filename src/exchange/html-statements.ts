/** What an HTML page says of itself in its head: headline, byline, date, language, in the formats that news sites use. */
export interface Statements {
  headline: string
  description: string
  byline: string
  /** As stated; empty where it is not. */
  date: string
  /** BCP 47; empty where it is not stated. */
  language: string
  /** The page's own address, for resolving its links; empty where it is not stated. */
  base: string
}

export function readPageStatements(document: Document): Statements {
  const meta = (...names: string[]): string => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
      const content = tidy(element?.getAttribute('content'))
      if (content) return content
    }
    return ''
  }
  const data = readJsonLd(document)
  const base =
    document.querySelector('base')?.getAttribute('href') ||
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ||
    meta('og:url')
  const heading = headingOf(document)
  const siteName = meta('og:site_name')
  const title = withoutSite(
    meta('og:title', 'twitter:title') || tidy(document.querySelector('title')?.textContent),
    siteName,
  )
  return {
    headline: sameWords(heading, title) || !title ? heading || title : pickHeadline(heading, data.headline, title),
    description: meta('og:description', 'description', 'twitter:description').slice(0, 400),
    byline: bylineOf(
      data.author ||
        meta('author', 'article:author') ||
        tidy(document.querySelector('[rel="author"], .byline, [itemprop="author"]')?.textContent),
    ),
    date:
      data.date ||
      meta(
        'article:published_time',
        'datePublished',
        'date',
        'pubdate',
        'dc.date',
        'dc.date.issued',
        'parsely-pub-date',
        'sailthru.date',
      ) ||
      document.querySelector('time[datetime]')?.getAttribute('datetime') ||
      '',
    language: languageOf(document.documentElement?.getAttribute('lang') ?? ''),
    base: base && /^https?:/i.test(base) ? base : '',
  }
}

/** The page's heading: its only h1, or the one inside its article. */
function headingOf(document: Document): string {
  const inside = document.querySelector(
    'article h1, main h1, [itemprop="headline"], h1.entry-title, h1.post-title, h3.post-title',
  )
  const all = [...document.querySelectorAll('h1')]
  return tidy((inside ?? (all.length === 1 ? all[0] : undefined))?.textContent)
}

const pickHeadline = (heading: string, stated: string, title: string): string => {
  for (const one of [heading, stated])
    if (one && (title.includes(one) || one.includes(title) || overlap(one, title) > 0.5)) return one
  return title
}

const sameWords = (a: string, b: string): boolean => a !== '' && a.toLowerCase() === b.toLowerCase()

function overlap(a: string, b: string): number {
  const words = new Set(a.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const others = b.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return others.length === 0 ? 0 : others.filter((word) => words.has(word)).length / others.length
}

/** "Headline | The Paper", "Headline - The Paper": without the site's name. */
function withoutSite(title: string, siteName: string): string {
  const parts = title.split(/(?<!\s)\s+[|–—»·-]\s+/)
  if (parts.length < 2) return title
  const last = parts.at(-1) as string
  const isSite =
    (siteName && last.toLowerCase() === siteName.toLowerCase()) ||
    (last.split(' ').length <= 4 && title.length - last.length > 20)
  return isSite ? title.slice(0, title.lastIndexOf(last)).replace(/(?<!\s)\s+[|–—»·-]\s+$/, '') : title
}

const bylineOf = (author: string): string => {
  const name = author.replace(/^by:?\s+/i, '').trim()
  return name === '' || name.length > 120 || /^https?:/i.test(name) || /^(admin|editor|staff|unknown)$/i.test(name)
    ? ''
    : `By ${name}`
}

/** schema.org data in JSON-LD: an article's headline, authors and date. */
function readJsonLd(document: Document): { headline: string; author: string; date: string } {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const node of nodesOf(parse(script.textContent ?? ''))) {
      const types = [node['@type']].flat().join(' ')
      if (!/Article|BlogPosting|ReportageNews/.test(types)) continue
      return { headline: tidy(node.headline), author: namesOf(node.author), date: tidy(node.datePublished) }
    }
  }
  return { headline: '', author: '', date: '' }
}

type Node = Record<string, unknown>

function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (typeof value !== 'object' || value === null) return []
  const node = value as Node
  return [node, ...nodesOf(node['@graph']), ...nodesOf(node.mainEntity)]
}

const namesOf = (author: unknown): string =>
  [author]
    .flat()
    .map((one) => (typeof one === 'string' ? one : tidy((one as Node | null)?.name)))
    .filter((name) => name && !/^https?:/.test(name))
    .slice(0, 4)
    .join(', ')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function languageOf(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? ''
  } catch {
    return ''
  }
}

const tidy = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '')
