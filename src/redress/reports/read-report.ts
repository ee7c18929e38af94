/** A report as its sender sees it: what they wrote, and what became of it. Never the words of the comment. */

import type { Reason } from '../../house-rules/index.ts'
import { groundsOf, readReasons, readWordings } from '../../house-rules/index.ts'
import { isTold, notUndone } from '../../moderation/decisions/index.ts'
import type { Database } from '../../store/index.ts'
import { APPEAL_FOR } from '../statement-of-reasons.ts'

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
  outcome: Outcome | null
  /** Until when a second look can be asked for; null where it stays for no answer of the newsroom's. */
  appealUntil: number | null
  /** The second look that was asked for, and what it came to. */
  appeal: { id: string; words: string; at: number; outcome: (Outcome & { alone: boolean }) | null } | null
  /** Whether the comment is on the page. */
  shown: boolean
}

export interface Outcome {
  decisionId: string
  action: 'remove' | 'keep'
  reason: Reason | null
  note: string
  at: number
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
  const [reasons, wordings, decided, appeal, answered, shown] = await Promise.all([
    readReasons(db),
    readWordings(db),
    db
      .selectFrom('report_outcomes as o')
      .innerJoin('decisions as d', 'd.id', 'o.decision_id')
      .select(['d.id', 'd.action', 'd.reason', 'd.note', 'd.decided_at', 'd.sequence'])
      .where('o.report_id', '=', reportId)
      .where(notUndone('d.id'))
      .orderBy('d.sequence', 'desc')
      .executeTakeFirst(),
    db.selectFrom('appeals').selectAll().where('report_id', '=', reportId).executeTakeFirst(),
    db
      .selectFrom('appeals as a')
      .innerJoin('appeal_outcomes as o', 'o.appeal_id', 'a.id')
      .innerJoin('decisions as d', 'd.id', 'o.decision_id')
      .select(['d.id', 'd.action', 'd.reason', 'd.note', 'd.decided_at', 'd.sequence', 'o.alone'])
      .where('a.report_id', '=', reportId)
      .where(notUndone('d.id'))
      .executeTakeFirst(),
    db.selectFrom('approved_comments').select('id').where('id', '=', row.comment_id).executeTakeFirst(),
  ])
  const told = <T extends Answer>(answer: T | undefined) =>
    answer && isTold({ at: answer.decided_at }, now) ? answer : null
  const outcomeOf = (answer: Answer): Outcome => ({
    decisionId: answer.id,
    action: answer.action === 'remove' ? 'remove' : 'keep',
    reason: wordings(answer.reason, answer.sequence),
    note: answer.note,
    at: answer.decided_at,
  })
  const [first, second] = [told(decided), told(answered)]
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
    outcome: first && outcomeOf(first),
    appealUntil: first && first.action !== 'remove' ? first.decided_at + APPEAL_FOR : null,
    appeal: appeal
      ? {
          id: appeal.id,
          words: appeal.words,
          at: appeal.appealed_at,
          outcome: second && { ...outcomeOf(second), alone: second.alone === 1 },
        }
      : null,
    shown: shown !== undefined,
  }
}

interface Answer {
  id: string
  action: string
  reason: string | null
  note: string
  decided_at: number
  sequence: number
}
