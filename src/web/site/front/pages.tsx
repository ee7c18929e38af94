/**
 * The pages that are drawn once and kept: everything a reader can see without
 * writing. Each is a path and a way to draw it; nothing here depends on who asks.
 */
import { listAcceptedNames } from '../../../archive/index.ts'
import { readCommentWindow } from '../../../closing/index.ts'
import { readNotices } from '../../../corrections/index.ts'
import { readStoryDiscussion } from '../../../discussion/index.ts'
import { readPublicity, readReasons } from '../../../house-rules/index.ts'
import { listPublishedPages, pagePath, readFilings } from '../../../paper/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { listPublished, listPublishedPaths, readPublishedByPath } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { correctionsPageAt } from '../corrections/corrections-pages.ts'
import { readSite } from '../kit/site.ts'
import { lookPageAt } from '../look/look-pages.ts'
import { readWhoSaysSoOf, saidPageAt } from '../said/said-pages.ts'
import { renderStoryPage } from '../story/story-page.tsx'
import { withReadOn } from '../story/with-read-on.ts'
import { adsPageAt } from './ads-page.ts'
import { drawArchive, drawMonth, drawYear } from './draw-archive.ts'
import { drawFeed, STORIES_IN_A_FEED } from './draw-feed.ts'
import { drawFront } from './draw-front.ts'
import { renderHouseRulesPage } from './house-rules-page.tsx'
import { renderRobots, renderSitemap } from './sitemap.ts'
import { standingPageAt } from './standing-pages.ts'
import { listTermPaths, termPageAt } from './term-pages.ts'

const HTML = 'text/html; charset=utf-8'

/** How to draw the page of a path; null where readers have no page of that shape. */
export function pageAt(web: Web, path: string): (() => Promise<Page | null>) | null {
  if (path === '/') return () => drawFront(web)
  if (path === '/feed.xml')
    return async () => drawFeed(web, await listPublished(web.store.db, { limit: STORIES_IN_A_FEED }))
  if (path === '/sitemap.xml') return () => sitemap(web)
  if (path === '/robots.txt')
    return async () => ({ body: renderRobots(await readSite(web)), type: 'text/plain; charset=utf-8', tags: ['site'] })
  if (path === '/archive') return () => drawArchive(web)
  if (path === '/house-rules') return () => houseRules(web)
  if (/^\/\d{4}$/.test(path)) return () => drawYear(web, path)
  if (/^\/\d{4}\/\d{2}$/.test(path)) return () => drawMonth(web, path)
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
  const part = await web.pages.part(path, () => readStoryPart(web, path))
  if (!part) return null
  const { story, ...around } = part.value
  const [site, { discussion, mode }, window] = await Promise.all([
    readSite(web),
    readStoryDiscussion(web.store.db, story.id),
    story.commentsOpen ? null : readCommentWindow(web.store.db, story.id),
  ])
  return {
    body: renderStoryPage({
      site,
      story,
      ...around,
      discussion,
      commentsOpen: story.commentsOpen,
      mode,
      closedAt: window?.closedAt,
    }),
    type: HTML,
    tags: [`discussion:${story.id}`, ...part.tags],
    ...(site.breaking ? { until: site.breaking.until } : {}),
  }
}

/** All of a story's page but its comments, which change most often. */
async function readStoryPart(web: Web, path: string) {
  const found = await readPublishedByPath(web.store.db, path)
  if (!found) return null
  const [{ story, readOn, shown }, filings, notices, said] = await Promise.all([
    withReadOn(web, found),
    readFilings(web.store.db, [found.id]),
    readNotices(web.store.db, [found]),
    found.whoSaysSo ? readWhoSaysSoOf(web, found.id) : null,
  ])
  const corrections = { notices: notices.get(found.id) ?? [], version: found.version }
  return {
    value: { story, readOn, said, filed: filings.get(found.id) ?? [], corrections },
    // Those it leads to may be retitled or taken down; that there are newer ones shows when they are next read.
    tags: [story, ...shown].map(({ id }) => `story:${id}` as const),
  }
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
