/** Reads what the front page shows. */
import { listTerms, readPins } from '../../../paper/index.ts'
import { listPublished, readPublishedByIds } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { timesHoldUntil } from '../kit/brief-time.ts'
import { readSite } from '../kit/site.ts'
import { renderFrontPage } from './front-page.tsx'
import { countOf, summariesOf } from './summaries.ts'

/** The newest of them stand on the front page; older ones in the archive. */
const FRONT_STORIES = 40

/** Six statements, and one more where a pinned story is older than all others. */
export async function drawFront(web: Web): Promise<Page> {
  const { db } = web.store
  const now = web.now()
  const [site, newest, pins, sections] = await Promise.all([
    readSite(web),
    listPublished(db, { limit: FRONT_STORIES + 1 }),
    readPins(db, now),
    listTerms(db, 'section'),
  ])
  const recent = newest.slice(0, FRONT_STORIES)
  const pinned = pins.map(({ storyId }) => storyId)
  const older = await readPublishedByIds(
    db,
    pinned.filter((id) => !recent.some((story) => story.id === id)),
  )
  const stories = await summariesOf(web, [...recent, ...older])
  const ends = [...pins.flatMap(({ until }) => until ?? []), site.breaking?.until ?? Infinity]
  const until = Math.min(
    ...ends,
    timesHoldUntil(
      stories.map(({ firstPublishedAt }) => firstPublishedAt),
      now,
    ) ?? Infinity,
  )
  return {
    body: renderFrontPage({
      ...{ site, stories, pinned, sections, now },
      ...(newest.length > FRONT_STORIES ? { older: '/archive' } : {}),
    }),
    type: 'text/html; charset=utf-8',
    tags: ['lists', ...stories.map(countOf)],
    until,
  }
}
