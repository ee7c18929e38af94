/** The fronts of sections, topics and authors, their older pages, and a feed of each. */
import {
  countTermStories,
  findTerm,
  listTermStories,
  listTerms,
  TERM_KINDS,
  type Term,
  termPath,
  wasTerm,
} from '../../../paper/index.ts'
import { readPublishedByIds } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { timesHoldUntil } from '../kit/brief-time.ts'
import { readSite } from '../kit/site.ts'
import { readPortraits } from '../said/portraits.ts'
import { drawFeed, STORIES_IN_A_FEED } from './draw-feed.ts'
import { countOf, summariesOf } from './summaries.ts'
import { renderTermPage } from './term-page.tsx'

/** So many stories stand on each page. */
const ON_A_PAGE = 24

interface TermAddress {
  kind: Term['kind']
  slug: string
  /** A page of its stories, from 1; or their feed. */
  part: number | 'feed'
}

/** The section, topic or author that an address names; null for any other. */
function termAddress(path: string): TermAddress | null {
  const [, folder, slug = '', last, ...more] = path.split('/')
  const kind = TERM_KINDS.find((one) => termPath({ kind: one, slug }) === `/${folder}/${slug}`)
  if (!kind || slug === '' || more.length > 0) return null
  if (last === undefined) return { kind, slug, part: 1 }
  if (last === 'feed.xml') return { kind, slug, part: 'feed' }
  return /^[1-9]\d{0,4}$/.test(last) && last !== '1' ? { kind, slug, part: Number(last) } : null
}

/** How to draw the page of a path; null where it is none of these. */
export function termPageAt(web: Web, path: string): (() => Promise<Page | null>) | null {
  const address = termAddress(path)
  if (!address) return null
  return async () => {
    const term = await findTerm(web.store.db, address)
    if (!term || 'movedTo' in term) return null
    return address.part === 'feed' ? feed(web, term) : front(web, term, address.part)
  }
}

/** What has become of an address at which nothing stands: where it leads now, or that it is gone. Null for one that never was. */
export async function formerTermAt(web: Web, path: string): Promise<{ movedTo: string } | 'gone' | null> {
  const address = termAddress(path)
  if (!address) return null
  const found = await findTerm(web.store.db, address)
  if (found && 'movedTo' in found) return { movedTo: termPath(found.movedTo) + path.slice(termPath(address).length) }
  return !found && (await wasTerm(web.store.db, address)) ? 'gone' : null
}

async function front(web: Web, term: Term, page: number): Promise<Page | null> {
  const { db } = web.store
  const now = web.now()
  const ids = await listTermStories(db, term.id, { limit: ON_A_PAGE + 1, offset: (page - 1) * ON_A_PAGE })
  if (ids.length === 0 && page > 1) return null
  const [site, stories, portraits] = await Promise.all([
    readSite(web),
    readPublishedByIds(db, ids.slice(0, ON_A_PAGE)),
    readPortraits(db, [term.pictureId]),
  ])
  const portrait = portraits.get(term.pictureId ?? '') ?? null
  const summaries = await summariesOf(web, stories)
  const times = stories.map(({ firstPublishedAt }) => firstPublishedAt)
  return {
    body: renderTermPage({ site, term, portrait, stories: summaries, now, page, hasOlder: ids.length > ON_A_PAGE }),
    type: 'text/html; charset=utf-8',
    tags: ['lists', ...stories.map(countOf)],
    until: timesHoldUntil(times, now) ?? Infinity,
  }
}

async function feed(web: Web, term: Term): Promise<Page> {
  const { db } = web.store
  const ids = await listTermStories(db, term.id, { limit: STORIES_IN_A_FEED })
  return drawFeed(web, await readPublishedByIds(db, ids), term)
}

/** Where those are that have stories, for the sitemap. */
export async function listTermPaths(web: Web): Promise<{ path: string }[]> {
  const { db } = web.store
  const kinds = await Promise.all(
    TERM_KINDS.map(async (kind) => {
      const [terms, stories] = await Promise.all([listTerms(db, kind), countTermStories(db, kind)])
      return terms.filter(({ id }) => stories.has(id))
    }),
  )
  return kinds.flat().map((term) => ({ path: termPath(term) }))
}
