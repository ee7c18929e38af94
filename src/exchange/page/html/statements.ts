/** What an HTML page says of itself: headline, byline, date, language, in the formats that news sites use. */
import { readUrl } from '../../../text/index.ts'
import { findByline } from './byline.ts'
import { namesIn } from './byline-words.ts'
import { tidy } from './entities.ts'
import { findHeadline, wordKey } from './headline.ts'
import { readArticleData } from './json-ld.ts'
import { dayOfAddress, visibleDay } from './page-day.ts'

export interface Statements {
  headline: string
  /** The heading on the page that is the headline; null where only its head has it. */
  heading: Element | null
  description: string
  /** Names alone, or as the page prints them. */
  byline: string
  /** As stated or seen; empty where it is not. */
  date: string
  /** A date that only may be the story's. */
  likelyDate: string
  /** BCP 47; empty where it is not stated. */
  language: string
  /** The page's own address, for resolving its links; empty where it is not stated. */
  base: string
}

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datePublished',
  'publish-date',
  'publish_date',
  'published_time',
  'publication_date',
  'publication-date',
  'published-date',
  'publishdate',
  'pubdate',
  'pub_date',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'cXenseParse:recs:publishtime',
  'rnews:datePublished',
  'last-published',
  'date',
  'date.created',
  'created',
  'og:pubdate',
  'bt:pubdate',
  'shareaholic:article_published_time',
]
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'dateModified',
  'last-modified',
  'lastmod',
  'dcterms.modified',
  'revised',
]
const AUTHORS = [
  'author',
  'article:author_name',
  'article:author',
  'byl',
  'byline',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'cXenseParse:author',
  'og:article:author',
  'shareaholic:article_author_name',
  'creator',
  'authors',
]

export function readPageStatements(document: Document): Statements {
  const metas = metaOf(document)
  const meta = (...names: string[]): string =>
    names.map((name) => metas.get(name.toLowerCase())?.[0] ?? '').find(Boolean) ?? ''
  const window = tidy(document.querySelector('head title, title')?.textContent)
  const titled = [meta('og:title'), meta('twitter:title'), window].map(wordKey).filter(Boolean)
  const scripts = [...document.querySelectorAll('script[type*="ld+json"]')].map((script) => script.textContent ?? '')
  const data = readArticleData(scripts, (headline) => {
    const key = wordKey(tidy(headline))
    return key !== '' && titled.some((title) => title.includes(key) || key.includes(title))
  })
  const address = document.querySelector('link[rel="canonical"]')?.getAttribute('href') || meta('og:url') || ''
  const base = document.querySelector('base[href]')?.getAttribute('href') || address
  const sites = [meta('og:site_name'), meta('application-name'), tidy(data.publisher), ...hostNames(address || base)]
  const { text: headline, element: heading } = findHeadline(document, {
    stated: [meta('og:title', 'twitter:title'), tidy(data.headline), meta('dc.title', 'citation_title', 'headline')],
    window,
    sites,
  })
  const language = languageOf(document)
  const said = [tidy(data.published), ...PUBLISHED.map((name) => meta(name))].filter(Boolean)
  const seen = said.length > 0 ? { own: '', likely: '' } : visibleDay(document, heading, language)
  return {
    headline,
    heading,
    description: meta('og:description', 'description', 'twitter:description').slice(0, 400),
    byline: findByline(document, heading, {
      data: data.authors.map(tidy),
      meta: metaAuthors(metas, meta),
      sites,
    }),
    date: said[0] ?? (dayOfAddress(address) || seen.own),
    likelyDate: seen.likely || tidy(data.modified) || meta(...MODIFIED),
    language,
    base: base && /^https?:/i.test(base) ? base : '',
  }
}

/** The first of the names for it that says who wrote the page, all of its values. */
function metaAuthors(metas: ReadonlyMap<string, string[]>, meta: (...names: string[]) => string): string[] {
  const said = AUTHORS.map((name) => (metas.get(name.toLowerCase()) ?? []).filter((one) => namesIn(one) !== ''))
  return said.find((names) => names.length > 0) ?? [writtenBy(meta)].filter(Boolean)
}

/** Yoast's card for Twitter: a label, "Written by" in the page's language, and the name beside it. */
function writtenBy(meta: (...names: string[]) => string): string {
  return /^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|napisane przez|автор|author|autor)/i.test(
    meta('twitter:label1'),
  )
    ? meta('twitter:data1')
    : ''
}

/** Every meta element's content by its name, small; some names come several times. */
function metaOf(document: Document): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = tidy(element.getAttribute('content'))
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase()
      // What the microdata of a page says of other things than the page stands in its body.
      if (!name || (attribute === 'itemprop' && element.closest('body') !== null)) continue
      const list = found.get(name) ?? []
      if (list.length < 12 && !list.includes(content)) found.set(name, [...list, content])
    }
  }
  return found
}

/** Names that an address gives its site: harbourpaper.example and harbourpaper. */
function hostNames(address: string): string[] {
  const host = (readUrl(address)?.hostname ?? '').replace(/^www\d?\./, '')
  const labels = host.split('.')
  return [host, labels.at(-2) ?? '', labels[0] ?? ''].filter((name) => name.length >= 3)
}

function languageOf(document: Document): string {
  const root = document.documentElement
  const code = root.getAttribute('lang') || root.getAttribute('xml:lang') || document.body?.getAttribute('lang') || ''
  try {
    return Intl.getCanonicalLocales(code.trim().replaceAll('_', '-'))[0] ?? ''
  } catch {
    return ''
  }
}
