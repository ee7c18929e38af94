/** A report as its sender sees it: what they wrote, and what became of it. Never the words of the comment. */
import type { Database } from '../../store/index.ts'
import { notUndone } from '../not-undone.ts'
import type { Reason } from '../reasons.ts'
import { isTold } from '../told.ts'
import { readReasons, readWordings } from '../wordings.ts'
import { groundsOf } from './laws.ts'

export interface Report {
  id: string
  commentId: string
  storyId: string
  kind: 'rule' | 'law'
  /** The rule or law that was named, in words. */
  ground: string
  words: string
  name: string
  mail: string | null
  /** Milliseconds since the epoch. */
  at: number
  /** What it came to, once that has left the house; null while it waits. */
  outcome: { action: 'remove' | 'keep'; reason: Reason | null; note: string; at: number } | null
  /** Whether the comment is on the page. */
  shown: boolean
}

export async function readReport(db: Database, reportId: string, now: number): Promise<Report | null> {
  const row = await db
    .selectFrom('reports as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .selectAll('r')
    .select('c.story_id')
    .where('r.id', '=', reportId)
    .executeTakeFirst()
  if (!row) return null
  const [reasons, wordings, decided, shown] = await Promise.all([
    readReasons(db),
    readWordings(db),
    db
      .selectFrom('report_outcomes as o')
      .innerJoin('decisions as d', 'd.id', 'o.decision_id')
      .select(['d.id', 'd.action', 'd.reason', 'd.note', 'd.decided_at'])
      .where('o.report_id', '=', reportId)
      .where(notUndone('d.id'))
      .orderBy('d.id', 'desc')
      .executeTakeFirst(),
    db.selectFrom('approved_comments').select('id').where('id', '=', row.comment_id).executeTakeFirst(),
  ])
  const told = decided && isTold({ at: decided.decided_at }, now) ? decided : null
  return {
    id: row.id,
    commentId: row.comment_id,
    storyId: row.story_id,
    kind: row.kind,
    ground: groundsOf(reasons)[row.kind].find(({ code }) => code === row.reason)?.title ?? row.reason,
    words: row.words,
    name: row.name,
    mail: row.mail,
    at: row.reported_at,
    outcome: told && {
      action: told.action === 'remove' ? 'remove' : 'keep',
      reason: wordings(told.reason, told.decided_at),
      note: told.note,
      at: told.decided_at,
    },
    shown: shown !== undefined,
  }
}
