/** How many objections wait for an answer, as the mail to moderators counts them. */
import type { Database } from '../store/index.ts'
import { openAppeals } from './appeals/open-appeals.ts'
import { openReports } from './reports/open-reports.ts'

export interface OpenObjections {
  appeals: number
  /** Reported comments, each once, however many reported it. */
  reported: number
  /** How many of those are the subject of a notice under the law. */
  notices: number
}

export type ObjectionKind = 'appeals' | 'reports' | 'notices'

/**
 * How many of a kind wait, and when the newest came, in milliseconds since the epoch; of those that had come by then,
 * where `until` is given. A comment that was reported counts once; one with a notice under the law is a notice.
 */
export async function objectionsOf(
  db: Database,
  kind: ObjectionKind,
  until?: number,
): Promise<{ count: number; newest: number | null }> {
  if (kind === 'appeals') {
    let appeals = openAppeals(db)
    if (until !== undefined) appeals = appeals.where('a.appealed_at', '<=', until)
    const row = await appeals
      .select((e) => [e.fn.countAll().as('count'), e.fn.max('a.appealed_at').as('newest')])
      .executeTakeFirstOrThrow()
    return found(row)
  }
  let reports = openReports(db).where('r.kind', '=', kind === 'notices' ? 'law' : 'rule')
  if (until !== undefined) reports = reports.where('r.reported_at', '<=', until)
  const row = await reports
    .select((r) => [r.fn.count('r.comment_id').distinct().as('count'), r.fn.max('r.reported_at').as('newest')])
    .executeTakeFirstOrThrow()
  return found(row)
}

const found = ({ count, newest }: { count: number | string | bigint; newest: number | string | null }) => ({
  count: Number(count),
  newest: newest === null ? null : Number(newest),
})
