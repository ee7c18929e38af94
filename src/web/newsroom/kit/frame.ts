import { countWaiting, type WaitingKind, waitingFor } from '../../../waiting/index.ts'
import type { Call, Web } from '../../context.ts'
import { inNewsroom, readSite } from '../../site/kit/site.ts'
import type { Frame } from './props.ts'

/** What every newsroom page shows around its own matter, as it is now. */
export async function frameFor(web: Web, c: Call): Promise<Frame> {
  const { db } = web.store
  const person = c.get('person')
  const [site, counted] = await Promise.all([readSite(web), countWaiting(db)])
  const countOf = (name: WaitingKind) => counted.find(({ kind }) => kind === name)
  const [comments, toDo] = [countOf('comments'), waitingFor(person, counted)]
  const mine = (name: WaitingKind) => toDo.find(({ kind }) => kind === name)?.count ?? 0
  return {
    site: inNewsroom(site),
    person,
    now: web.now(),
    waiting: comments?.count ?? 0,
    moreWaiting: comments?.more ?? false,
    // One comment with a notice is among the reported ones.
    objections: { appeals: mine('appeals'), reported: mine('reports') + mine('notices'), notices: mine('notices') },
    toDo,
    toDoScript: web.assets.path('to-do.js'),
    reviewScript: web.assets.path('review.js'),
  }
}
