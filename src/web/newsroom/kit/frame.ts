import { readQueueState } from '../../../moderation/queue/index.ts'
import { may } from '../../../people/index.ts'
import { countObjections } from '../../../redress/index.ts'
import type { Call, Web } from '../../context.ts'
import { inNewsroom, readSite } from '../../site/kit/site.ts'
import type { Frame } from './props.ts'

const NO_OBJECTIONS = { appeals: 0, reported: 0, notices: 0 }

/** What every newsroom page shows around its own matter, as it is now. */
export async function frameFor(web: Web, c: Call): Promise<Frame> {
  const { db } = web.store
  const person = c.get('person')
  const [site, { waiting, more }, objections] = await Promise.all([
    readSite(web),
    readQueueState(db),
    may(person, 'moderate') ? countObjections(db) : NO_OBJECTIONS,
  ])
  return {
    site: inNewsroom(site),
    person,
    now: web.now(),
    waiting,
    moreWaiting: more,
    objections,
    reviewScript: web.assets.path('review.js'),
  }
}
