/** Reads what the archive shows: its months, and the fronts of a year and of a month. */
import { listMonths, listPublished } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { timesHoldUntil } from '../kit/brief-time.ts'
import { readSite } from '../kit/site.ts'
import { renderArchivePage } from './archive-page.tsx'
import { countOf, summariesOf } from './summaries.ts'

const HTML = 'text/html; charset=utf-8'
const MOST_OF_A_MONTH = 1000
/** Of each month on its year's front. */
const OF_EACH_MONTH = 3

export async function drawArchive(web: Web): Promise<Page> {
  const [site, months] = await Promise.all([readSite(web), listMonths(web.store.db)])
  return { body: renderArchivePage({ site, months }), type: HTML, tags: ['lists'] }
}

/** `path`: /YYYY. Two statements, one for each month that has stories, and those for the stories that stand there. */
export async function drawYear(web: Web, path: string): Promise<Page | null> {
  const { db } = web.store
  const now = web.now()
  const months = (await listMonths(db)).filter((month) => month.path.startsWith(`${path}/`))
  if (months.length === 0) return null
  const newest = await Promise.all(
    months.map((month) => listPublished(db, { limit: OF_EACH_MONTH, under: `${month.path}/` })),
  )
  const stories = await summariesOf(web, newest.flat())
  const times = stories.map(({ firstPublishedAt }) => firstPublishedAt)
  return {
    body: renderArchivePage({ site: await readSite(web), year: path, months, stories, now }),
    type: HTML,
    tags: ['lists', ...stories.map(countOf)],
    until: timesHoldUntil(times, now) ?? Infinity,
  }
}

/** `path`: /YYYY/MM. */
export async function drawMonth(web: Web, path: string): Promise<Page | null> {
  const stories = await listPublished(web.store.db, { limit: MOST_OF_A_MONTH, under: `${path}/` })
  if (stories.length === 0) return null
  return {
    body: renderArchivePage({ site: await readSite(web), month: path, stories: await summariesOf(web, stories) }),
    type: HTML,
    tags: ['lists', ...stories.map(countOf)],
  }
}
