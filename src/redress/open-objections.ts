/** How many objections wait for an answer: what every page of the newsroom shows, and the mail to moderators counts. */
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

/** `until`, in milliseconds since the epoch, leaves out what came after it; for a reported comment its first report counts. */
export async function countObjections(db: Database, until?: number): Promise<OpenObjections> {
  let [appeals, reports] = [openAppeals(db), openReports(db)]
  if (until !== undefined) {
    appeals = appeals.where('a.appealed_at', '<=', until)
    reports = reports.where('r.reported_at', '<=', until)
  }
  const [open, reported] = await Promise.all([
    appeals.select((e) => e.fn.countAll().as('count')).executeTakeFirstOrThrow(),
    reports
      .select((r) => [
        r.fn.count('r.comment_id').distinct().as('comments'),
        r.fn
          .count(r.case().when('r.kind', '=', 'law').then(r.ref('r.comment_id')).end())
          .distinct()
          .as('notices'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  return { appeals: Number(open.count), reported: Number(reported.comments), notices: Number(reported.notices) }
}

/** When the newest objection that had come by `until` came, in milliseconds since the epoch; null where none waits. */
export async function newestObjection(db: Database, until: number): Promise<number | null> {
  const [appeal, report] = await Promise.all([
    openAppeals(db)
      .select((e) => e.fn.max('a.appealed_at').as('at'))
      .where('a.appealed_at', '<=', until)
      .executeTakeFirst(),
    openReports(db)
      .select((r) => r.fn.max('r.reported_at').as('at'))
      .where('r.reported_at', '<=', until)
      .executeTakeFirst(),
  ])
  const times = [appeal?.at, report?.at].filter((at) => at !== null && at !== undefined).map(Number)
  return times.length === 0 ? null : Math.max(...times)
}
