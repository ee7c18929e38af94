import { readQueueState } from '../../review/index.ts'
import type { Call, Web } from '../context.ts'
import { readSite } from '../site/site.ts'

/** What every newsroom page shows around its own matter: the site, who is signed in, how many comments wait. */
export async function frameFor(web: Web, c: Call) {
  const person = c.get('person')
  const [site, { waiting }] = await Promise.all([readSite(web), readQueueState(web.store.db)])
  return {
    site: { ...site, stylesheet: web.assets.path('newsroom.css') },
    person,
    now: web.now(),
    waiting,
    scripts: [web.assets.path('review.js')],
  }
}
