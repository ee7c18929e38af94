/** Reads what the front page shows. */
import { type Pin, readPins } from '../../../front/index.ts'
import { listTerms, type Term } from '../../../paper/index.ts'
import { listPublished, readPublishedByIds } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page, Part } from '../../kit/page-cache.ts'
import { timesHoldUntil } from '../kit/brief-time.ts'
import type { StorySummary } from '../kit/props.ts'
import { readSite } from '../kit/site.ts'
import { renderFrontPage } from './front-page.tsx'
import { cardsOf, countOf, withCounts } from './summaries.ts'

/** The newest of them stand on the front page; older ones in the archive. */
const FRONT_STORIES = 40

export interface FrontStories {
  /** The newest first, and behind them those that are kept on top though they are older. */
  stories: StorySummary[]
  pins: Pin[]
  sections: Term[]
  /** Whether there are stories that are older than all of these. */
  hasOlder: boolean
}

/** Six statements, and one more where a pinned story is older than all others. */
export async function readFront(web: Web, now: number): Promise<FrontStories> {
  const front = await readUncounted(web, now)
  return { ...front, stories: await withCounts(web, front.stories) }
}

/** All but how many comments there are, which changes most often. */
async function readUncounted(web: Web, now: number): Promise<FrontStories> {
  const { db } = web.store
  const [newest, pins, sections] = await Promise.all([
    listPublished(db, { limit: FRONT_STORIES + 1 }),
    readPins(db, now),
    listTerms(db, 'section'),
  ])
  const recent = newest.slice(0, FRONT_STORIES)
  const known = new Set(recent.map(({ id }) => id))
  const older = pins.map(({ storyId }) => storyId).filter((id) => !known.has(id))
  const stories = await cardsOf(web, [...recent, ...(await readPublishedByIds(db, older))])
  return { stories, pins, sections, hasOlder: newest.length > FRONT_STORIES }
}

async function readFrontPart(web: Web, now: number): Promise<Part<FrontStories>> {
  const value = await readUncounted(web, now)
  return { value, tags: ['lists'], until: Math.min(...value.pins.map(({ until }) => until ?? Infinity)) }
}

export async function drawFront(web: Web): Promise<Page> {
  const now = web.now()
  const [site, part] = await Promise.all([readSite(web), web.pages.part('/', () => readFrontPart(web, now))])
  const { pins, sections, hasOlder } = part.value
  const stories = await withCounts(web, part.value.stories)
  const times = stories.map(({ firstPublishedAt }) => firstPublishedAt)
  const ends = [...pins.map(({ until }) => until), site.breaking?.until, timesHoldUntil(times, now)]
  return {
    body: renderFrontPage({
      ...{ site, stories, sections, now },
      pinned: pins.map(({ storyId }) => storyId),
      ...(hasOlder ? { older: '/archive' } : {}),
    }),
    type: 'text/html; charset=utf-8',
    tags: [...part.tags, ...stories.map(countOf)],
    until: Math.min(...ends.map((end) => end ?? Infinity)),
  }
}
