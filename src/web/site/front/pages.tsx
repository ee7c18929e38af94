/**
 * The pages that are drawn once and kept: everything a reader can see without
 * writing. Each is a path and a way to draw it; nothing here depends on who asks.
 */
import { listAcceptedNames } from '../../../archive/index.ts'
import { countComments, readStoryDiscussion } from '../../../discussion/index.ts'
import { readPublicity, readReasons } from '../../../house-rules/index.ts'
import { findTerm, listTermStories, readFilings, TERM_KINDS, termPath } from '../../../paper/index.ts'
import {
  listMonths,
  listPublished,
  listPublishedPaths,
  type PublishedStory,
  readPublishedByIds,
  readPublishedByPath,
  readSiteSettings,
} from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { withAttached } from '../kit/attached.ts'
import { withPictures } from '../kit/pictures.ts'
import type { StorySummary } from '../kit/props.ts'
import { readSite } from '../kit/site.ts'
import { lookPageAt } from '../look/look-pages.ts'
import { readWhoSaysSoOf, saidPageAt } from '../said/said-pages.ts'
import { renderStoryPage } from '../story/story-page.tsx'
import { withReadOn } from '../story/with-read-on.ts'
import { renderArchivePage } from './archive-page.tsx'
import { renderAtomFeed } from './feed.tsx'
import { readFeedHost } from './feed-host.ts'
import { renderFrontPage } from './front-page.tsx'
import { renderHouseRulesPage } from './house-rules-page.tsx'
import { renderRobots, renderSitemap } from './sitemap.ts'
import { renderTermPage } from './term-page.tsx'

const HTML = 'text/html; charset=utf-8'
const FRONT_STORIES = 30
const FEED_STORIES = 20
const ARCHIVE_STORIES = 1000
const TERM_STORIES = 30

/** How to draw the page of a path; null where readers have no page of that shape. */
export function pageAt(web: Web, path: string): (() => Promise<Page | null>) | null {
  if (path === '/') return () => frontPage(web)
  if (path === '/feed.xml') return () => feed(web)
  if (path === '/sitemap.xml') return () => sitemap(web)
  if (path === '/robots.txt')
    return async () => ({ body: renderRobots(await readSite(web)), type: 'text/plain; charset=utf-8', tags: ['site'] })
  if (path === '/archive') return () => archive(web)
  if (path === '/house-rules') return () => houseRules(web)
  if (/^\/\d{4}\/\d{2}$/.test(path)) return () => month(web, path)
  if (/^\/\d{4}\/\d{2}\/[^/]+$/.test(path)) return () => storyPage(web, path)
  const named = termNamed(path)
  if (named) return () => termPage(web, named)
  return lookPageAt(web, path) ?? saidPageAt(web, path)
}

async function frontPage(web: Web): Promise<Page> {
  const [site, stories, months] = await Promise.all([
    readSite(web),
    listPublished(web.store.db, { limit: FRONT_STORIES }),
    listMonths(web.store.db),
  ])
  const all = months.reduce((sum, { stories: count }) => sum + count, 0)
  const summaries = await summariesOf(web, await withPictures(web.store.db, stories))
  return {
    body: renderFrontPage({ site, stories: summaries, ...(all > stories.length ? { older: '/archive' } : {}) }),
    type: HTML,
    tags: ['lists', ...stories.map(countOf)],
  }
}

async function storyPage(web: Web, path: string): Promise<Page | null> {
  const found = await readPublishedByPath(web.store.db, path)
  if (!found) return null
  const [{ story, readOn, shown }, site, { discussion, mode }, filings, said] = await Promise.all([
    withReadOn(web, found),
    readSite(web),
    readStoryDiscussion(web.store.db, found.id),
    readFilings(web.store.db, [found.id]),
    found.whoSaysSo ? readWhoSaysSoOf(web, found.id) : null,
  ])
  const filed = filings.get(found.id) ?? []
  return {
    body: renderStoryPage({ site, story, discussion, commentsOpen: story.commentsOpen, filed, mode, said, readOn }),
    type: HTML,
    // Those it leads to may be retitled or taken down; that there are newer ones shows when it is next drawn.
    tags: [`discussion:${story.id}`, ...[story, ...shown].map(({ id }) => `story:${id}` as const)],
  }
}

async function archive(web: Web): Promise<Page> {
  const [site, months] = await Promise.all([readSite(web), listMonths(web.store.db)])
  return { body: renderArchivePage({ site, months }), type: HTML, tags: ['lists'] }
}

async function houseRules(web: Web): Promise<Page> {
  const { db } = web.store
  const [site, reasons, publicity, { contact }] = await Promise.all([
    readSite(web),
    readReasons(db),
    readPublicity(db),
    readSiteSettings(db),
  ])
  return { body: renderHouseRulesPage({ site, reasons, publicity, contact }), type: HTML, tags: ['site'] }
}

async function month(web: Web, path: string): Promise<Page | null> {
  const stories = await listPublished(web.store.db, { limit: ARCHIVE_STORIES, under: `${path}/` })
  if (stories.length === 0) return null
  return {
    body: renderArchivePage({ site: await readSite(web), month: path, stories: await summariesOf(web, stories) }),
    type: HTML,
    tags: ['lists', ...stories.map(countOf)],
  }
}

type TermName = Parameters<typeof findTerm>[1]

/** The section, topic or author that an address names. */
const termNamed = (path: string): TermName | null => {
  const slug = path.slice(path.lastIndexOf('/') + 1)
  const kind = TERM_KINDS.find((one) => termPath({ kind: one, slug }) === path)
  return kind && slug ? { kind, slug } : null
}

/** Where a section, topic or author is found that had this address once; null for any other address. */
export async function movedTermAt(web: Web, path: string): Promise<string | null> {
  const named = termNamed(path)
  const found = named && (await findTerm(web.store.db, named))
  return found && 'movedTo' in found ? termPath(found.movedTo) : null
}

async function termPage(web: Web, named: TermName): Promise<Page | null> {
  const { db } = web.store
  const term = await findTerm(db, named)
  if (!term || 'movedTo' in term) return null
  const stories = await readPublishedByIds(db, await listTermStories(db, term.id, { limit: TERM_STORIES }))
  const summaries = await summariesOf(web, await withPictures(db, stories))
  return {
    body: renderTermPage({ site: await readSite(web), term, stories: summaries }),
    type: HTML,
    tags: ['lists', ...stories.map(countOf)],
  }
}

async function feed(web: Web): Promise<Page> {
  const [site, host, stories] = await Promise.all([
    readSite(web),
    readFeedHost(web.store.db, web.url()),
    listPublished(web.store.db, { limit: FEED_STORIES }),
  ])
  const dressed = await withAttached(web.store.db, web.url(), stories)
  return {
    body: renderAtomFeed({ site, host, stories: dressed }),
    type: 'application/atom+xml; charset=utf-8',
    tags: ['lists'],
  }
}

async function sitemap(web: Web): Promise<Page> {
  const [site, stories, names] = await Promise.all([
    readSite(web),
    listPublishedPaths(web.store.db),
    listAcceptedNames(web.store.db, 'public'),
  ])
  return { body: renderSitemap({ site, stories, names }), type: 'application/xml; charset=utf-8', tags: ['lists'] }
}

/** What makes the count beside a story's headline stale. */
const countOf = ({ id }: PublishedStory) => `discussion:${id}` as const

async function summariesOf(web: Web, stories: readonly PublishedStory[]): Promise<StorySummary[]> {
  const counts = await countComments(
    web.store.db,
    stories.map(({ id }) => id),
  )
  return stories.map((story) => ({ ...story, comments: counts.get(story.id) ?? 0 }))
}
