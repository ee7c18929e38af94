/**
 * The pages that are drawn once and kept: everything a reader can see without
 * writing. Each is a path and a way to draw it; nothing here depends on who asks.
 */
import { listAcceptedNames } from '../../../archive/index.ts'
import { readNotices } from '../../../corrections/index.ts'
import { readStoryDiscussion } from '../../../discussion/index.ts'
import { readPublicity, readReasons } from '../../../house-rules/index.ts'
import { listPublishedPages, pagePath, readFilings } from '../../../paper/index.ts'
import {
  listMonths,
  listPublished,
  listPublishedPaths,
  readPublishedByPath,
  readSiteSettings,
} from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { correctionsPageAt } from '../corrections/corrections-pages.ts'
import { readSite } from '../kit/site.ts'
import { lookPageAt } from '../look/look-pages.ts'
import { readWhoSaysSoOf, saidPageAt } from '../said/said-pages.ts'
import { renderStoryPage } from '../story/story-page.tsx'
import { withReadOn } from '../story/with-read-on.ts'
import { adsPageAt } from './ads-page.ts'
import { renderArchivePage } from './archive-page.tsx'
import { drawFeed, STORIES_IN_A_FEED } from './draw-feed.ts'
import { drawFront } from './draw-front.ts'
import { renderHouseRulesPage } from './house-rules-page.tsx'
import { renderRobots, renderSitemap } from './sitemap.ts'
import { standingPageAt } from './standing-pages.ts'
import { countOf, summariesOf } from './summaries.ts'
import { listTermPaths, termPageAt } from './term-pages.ts'

const HTML = 'text/html; charset=utf-8'
const ARCHIVE_STORIES = 1000

/** How to draw the page of a path; null where readers have no page of that shape. */
export function pageAt(web: Web, path: string): (() => Promise<Page | null>) | null {
  if (path === '/') return () => drawFront(web)
  if (path === '/feed.xml')
    return async () => drawFeed(web, await listPublished(web.store.db, { limit: STORIES_IN_A_FEED }))
  if (path === '/sitemap.xml') return () => sitemap(web)
  if (path === '/robots.txt')
    return async () => ({ body: renderRobots(await readSite(web)), type: 'text/plain; charset=utf-8', tags: ['site'] })
  if (path === '/archive') return () => archive(web)
  if (path === '/house-rules') return () => houseRules(web)
  if (/^\/\d{4}\/\d{2}$/.test(path)) return () => month(web, path)
  if (/^\/\d{4}\/\d{2}\/[^/]+$/.test(path)) return () => storyPage(web, path)
  return (
    termPageAt(web, path) ??
    lookPageAt(web, path) ??
    adsPageAt(web, path) ??
    correctionsPageAt(web, path) ??
    saidPageAt(web, path) ??
    standingPageAt(web, path)
  )
}

async function storyPage(web: Web, path: string): Promise<Page | null> {
  const found = await readPublishedByPath(web.store.db, path)
  if (!found) return null
  const [{ story, readOn, shown }, site, { discussion, mode }, filings, notices, said] = await Promise.all([
    withReadOn(web, found),
    readSite(web),
    readStoryDiscussion(web.store.db, found.id),
    readFilings(web.store.db, [found.id]),
    readNotices(web.store.db, [found.id]),
    found.whoSaysSo ? readWhoSaysSoOf(web, found.id) : null,
  ])
  const filed = filings.get(found.id) ?? []
  const corrections = { notices: notices.get(found.id) ?? [], version: found.version }
  const { commentsOpen } = story
  return {
    body: renderStoryPage({ site, story, discussion, commentsOpen, filed, mode, said, readOn, corrections }),
    type: HTML,
    // Those it leads to may be retitled or taken down; that there are newer ones shows when it is next drawn.
    tags: [`discussion:${story.id}`, ...[story, ...shown].map(({ id }) => `story:${id}` as const)],
    ...(site.breaking ? { until: site.breaking.until } : {}),
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

async function sitemap(web: Web): Promise<Page> {
  const [site, stories, names, terms, standing] = await Promise.all([
    readSite(web),
    listPublishedPaths(web.store.db),
    listAcceptedNames(web.store.db, 'public'),
    listTermPaths(web),
    listPublishedPages(web.store.db),
  ])
  const pages = standing.map(({ slug, changedAt }) => ({ path: pagePath(slug), updatedAt: changedAt }))
  return {
    body: renderSitemap({ site, stories: [...pages, ...stories], names: [...terms, ...names] }),
    type: 'application/xml; charset=utf-8',
    tags: ['lists'],
  }
}
