/** How many decisions were appealed, and how many of those did not stand. */
import { sql } from 'kysely'
import { notUndone } from '../../moderation/decisions/index.ts'
import type { Database } from '../../store/index.ts'
import { openAppeals } from './open-appeals.ts'

export interface Appealed {
  /** Rejections and removals, those for spam and those taken back left out. */
  decisions: number
  appealed: number
  overturned: number
  /** Appeals that wait for their answer: not those that a newer decision has overtaken. */
  open: number
}

/** Of the decisions since then; `by` keeps one person's. */
export async function readAppealed(db: Database, { since, by }: { since: number; by?: string }): Promise<Appealed> {
  let query = db
    .selectFrom('decisions as d')
    .leftJoin('appeals as a', 'a.decision_id', 'd.id')
    .leftJoin('appeal_outcomes as o', 'o.appeal_id', 'a.id')
    .leftJoin('decisions as answer', 'answer.id', 'o.decision_id')
    .select((d) => [
      d.fn.countAll().as('decisions'),
      d.fn.count('a.id').as('appealed'),
      sql<number>`count(case when answer.action = 'overturn' then 1 end)`.as('overturned'),
    ])
    .where('d.decided_at', '>', since)
    .where('d.action', 'in', ['reject', 'remove'])
    .where('d.reason', '!=', 'spam')
    .where(notUndone('d.id'))
  if (by !== undefined) query = query.where('d.decided_by', '=', by)
  let waiting = openAppeals(db)
    .select((d) => d.fn.countAll().as('count'))
    .where('d.decided_at', '>', since)
    .where('a.report_id', 'is', null)
  if (by !== undefined) waiting = waiting.where('d.decided_by', '=', by)
  const [row, open] = await Promise.all([query.executeTakeFirstOrThrow(), waiting.executeTakeFirstOrThrow()])
  return {
    decisions: Number(row.decisions),
    appealed: Number(row.appealed),
    overturned: Number(row.overturned),
    open: Number(open.count),
  }
}
