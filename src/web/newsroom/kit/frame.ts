import { readQueueState } from '../../../moderation/queue/index.ts'
import type { Call, Web } from '../../context.ts'
import { readSite } from '../../site/kit/site.ts'
import type { Frame } from './props.ts'

/** What every newsroom page shows around its own matter, as it is now. */
export async function frameFor(web: Web, c: Call): Promise<Frame> {
  const [site, { waiting, more }] = await Promise.all([readSite(web), readQueueState(web.store.db)])
  return {
    site: { ...site, stylesheet: web.assets.path('newsroom.css') },
    person: c.get('person'),
    now: web.now(),
    waiting,
    moreWaiting: more,
    reviewScript: web.assets.path('review.js'),
  }
}
