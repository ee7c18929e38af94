/** How many comments waited at each hour: counted back from how many wait now. */
import { sql } from 'kysely'
import { type Database, firstIdAt } from '../../store/index.ts'
import { notUndone } from '../decisions/index.ts'

export const HOUR = 3_600_000

/** What went into the queue and out of it, by the hour's number since the epoch. */
export interface Flow {
  came: ReadonlyMap<number, number>
  left: ReadonlyMap<number, number>
}

export interface WaitingAt {
  /** The end of an hour, in milliseconds since the epoch. */
  at: number
  waiting: number
}

/**
 * From the number that wait now back through what came and left in each hour:
 * waiting at an hour's beginning = at its end − came + left. Pure. The last
 * point is now; the others are full hours, `hours` of them.
 */
export function countBack(waitingNow: number, flow: Flow, now: number, hours: number): WaitingAt[] {
  const points: WaitingAt[] = [{ at: now, waiting: waitingNow }]
  let waiting = waitingNow
  let hour = Math.floor(now / HOUR)
  for (let i = 0; i < hours; i++, hour--) {
    waiting += (flow.left.get(hour) ?? 0) - (flow.came.get(hour) ?? 0)
    points.push({ at: hour * HOUR, waiting: Math.max(0, waiting) })
  }
  return points.reverse()
}

/** What came and left since then. Words come by being sent or put back; they leave by decision, or when their author takes them back. */
export async function readFlow(db: Database, since: number): Promise<Flow> {
  const hourOf = (column: string) => sql<number>`${sql.ref(column)} / 3600000`
  const [sent, decided, withdrawn] = await Promise.all([
    // Ids begin with their time, so that those since then are one range of the primary key.
    db
      .selectFrom('comment_revisions')
      .select((r) => [hourOf('created_at').as('hour'), r.fn.countAll().as('count')])
      .where('id', '>=', firstIdAt(since))
      .groupBy(hourOf('created_at'))
      .execute(),
    db
      .selectFrom('decisions as d')
      .leftJoin('decisions as u', 'u.id', 'd.undoes')
      .select((d) => [hourOf('d.decided_at').as('hour'), 'd.action', 'u.action as undone', d.fn.countAll().as('count')])
      .where('d.decided_at', '>=', since)
      .groupBy([hourOf('d.decided_at'), 'd.action', 'u.action'])
      .execute(),
    db
      .selectFrom('comment_revisions as r')
      .select((r) => [hourOf('r.state_at').as('hour'), r.fn.countAll().as('count')])
      .where('r.state', '=', 'withdrawn')
      .where('r.state_at', '>=', since)
      // What stood decided before it was withdrawn, or erased, did not wait any more.
      .where((r) =>
        r.not(
          r.exists(
            r
              .selectFrom('decisions as d')
              .select('d.id')
              .whereRef('d.comment_id', '=', 'r.comment_id')
              .whereRef('d.revision_id', '=', 'r.id')
              .where('d.action', 'in', ['approve', 'reject'])
              .where(notUndone('d.id')),
          ),
        ),
      )
      .groupBy(hourOf('r.state_at'))
      .execute(),
  ])
  const came = new Map<number, number>()
  const left = new Map<number, number>()
  const add = (to: Map<number, number>, hour: number, count: unknown) =>
    to.set(Number(hour), (to.get(Number(hour)) ?? 0) + Number(count))
  for (const { hour, count } of sent) add(came, hour, count)
  for (const { hour, count } of withdrawn) add(left, hour, count)
  for (const { hour, action, undone, count } of decided) {
    const isDecision = (what: string | null) => what === 'approve' || what === 'reject'
    if (isDecision(action)) add(left, hour, count)
    else if (action === 'reopen' || (action === 'undo' && isDecision(undone))) add(came, hour, count)
  }
  return { came, left }
}
