/** A feed as a page to keep: of the whole paper, or of one section, topic or author. */
import { readNotices } from '../../../corrections/index.ts'
import { readFilings, type Term } from '../../../paper/index.ts'
import type { PublishedStory } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { withAttached } from '../kit/attached.ts'
import { readSite } from '../kit/site.ts'
import { renderAtomFeed } from './feed.tsx'
import { readFeedHost } from './feed-host.ts'

export const STORIES_IN_A_FEED = 20

export async function drawFeed(web: Web, stories: readonly PublishedStory[], term?: Term): Promise<Page> {
  const { db } = web.store
  const ids = stories.map(({ id }) => id)
  const [site, host, dressed, filings, notices] = await Promise.all([
    readSite(web),
    readFeedHost(db, web.url()),
    withAttached(db, web.url(), stories),
    readFilings(db, ids),
    readNotices(db, stories),
  ])
  return {
    body: renderAtomFeed({ site, host, stories: dressed, filings, notices, ...(term ? { term } : {}) }),
    type: 'application/atom+xml; charset=utf-8',
    tags: ['lists'],
  }
}
