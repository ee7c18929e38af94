/** Kept pages about corrections: all of them, a story's versions, and two of those side by side. */
import { listCorrections, readPublicVersions } from '../../../corrections/index.ts'
import { type PublishedStory, readPublishedByPath } from '../../../story/index.ts'
import { readYears } from '../../../tickets/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { readSite } from '../kit/site.ts'
import { renderCorrectionsPage } from './corrections-page.tsx'
import { renderComparedPage, renderStoryVersionsPage } from './story-versions-page.tsx'

const HTML = 'text/html; charset=utf-8'
/** So many stand on each page. */
const ON_A_PAGE = 30

/** How to draw the page of a path; null where it is none of these. */
export function correctionsPageAt(web: Web, path: string): (() => Promise<Page | null>) | null {
  if (path === '/corrections/figures.json') return () => figures(web)
  const [, list, number = '1'] = /^\/(corrections)(?:\/([2-9]|[1-9]\d{1,4}))?$/.exec(path) ?? []
  if (list) return () => corrections(web, Number(number))
  const [, story, from, to] =
    /^(\/\d{4}\/\d{2}\/[^/]+)\/versions(?:\/([1-9]\d{0,5})\/([1-9]\d{0,5}))?$/.exec(path) ?? []
  if (story === undefined) return null
  return from === undefined ? () => versions(web, story) : () => compared(web, story, Number(from), Number(to))
}

async function corrections(web: Web, page: number): Promise<Page | null> {
  const found = await listCorrections(web.store.db, { limit: ON_A_PAGE + 1, offset: (page - 1) * ON_A_PAGE })
  if (found.length === 0 && page > 1) return null
  const today = dayOf(web)
  const [site, years] = await Promise.all([readSite(web), page === 1 ? readYears(web.store.db, today.from) : []])
  const hasOlder = found.length > ON_A_PAGE
  const body = renderCorrectionsPage({ site, corrections: found.slice(0, ON_A_PAGE), page, hasOlder, years })
  // Any story that is published, or taken down, may have brought or taken one.
  return { body, type: HTML, tags: ['lists'], until: today.to }
}

const DAY = 24 * 60 * 60 * 1000

/** Figures are told by the day (UTC): what came in today is not counted yet, whoever looks. */
function dayOf(web: Web): { from: number; to: number } {
  const from = Math.floor(web.now() / DAY) * DAY
  return { from, to: from + DAY }
}

async function figures(web: Web): Promise<Page> {
  const today = dayOf(web)
  const years = (await readYears(web.store.db, today.from)).map(({ median, ...year }) => ({
    ...year,
    medianHours: median === null ? null : Math.round(median.hours * 10) / 10,
    medianOf: median?.of ?? 0,
  }))
  const body = `${JSON.stringify({ until: new Date(today.from).toISOString(), years }, null, 2)}\n`
  return { body, type: 'application/json; charset=utf-8', tags: ['lists'], until: today.to }
}

const nameOf = ({ path, content }: PublishedStory) => ({ path, headline: content.headline })

async function versions(web: Web, path: string): Promise<Page | null> {
  const story = await readPublishedByPath(web.store.db, path)
  if (!story) return null
  const [site, found] = await Promise.all([readSite(web), readPublicVersions(web.store.db, story.id)])
  const body = renderStoryVersionsPage({ site, story: nameOf(story), versions: found })
  return { body, type: HTML, tags: [`story:${story.id}`] }
}

async function compared(web: Web, path: string, from: number, to: number): Promise<Page | null> {
  const story = await readPublishedByPath(web.store.db, path)
  if (!story || from >= to) return null
  const found = await readPublicVersions(web.store.db, story.id)
  const [one, other] = [from, to].map((number) => found.find((version) => version.number === number))
  if (!one?.content || !other?.content) return null
  const [before, after] = [
    { ...one, content: one.content },
    { ...other, content: other.content },
  ]
  const body = renderComparedPage({ site: await readSite(web), story: nameOf(story), from: before, to: after })
  return { body, type: HTML, tags: [`story:${story.id}`] }
}
