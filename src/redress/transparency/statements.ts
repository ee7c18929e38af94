/**
 * The statements of reasons of a span, as the EU's database takes them. Spam is
 * left out: of deceptive high-volume commercial content article 17(2) asks for
 * none. A decision that was taken back in its ten seconds was never stated.
 */

import { readWordings } from '../../house-rules/index.ts'
import type { Seen } from '../../moderation/decisions/index.ts'
import { notUndone } from '../../moderation/decisions/index.ts'
import type { Database } from '../../store/index.ts'
import type { Span } from '../days.ts'
import { readDecisionSources } from '../decision-source.ts'
import type { EuStatement } from './eu-schema.ts'
import { euStatement } from './eu-statement.ts'

/** The database takes a hundred a call; a part holds ten calls. */
export const STATEMENTS_A_PART = 1000

/** One part (from 1) of a span's statements, oldest first, and whether more follow. */
export async function readStatements(
  db: Database,
  span: Span,
  part: number,
  url: string,
): Promise<{ statements: EuStatement[]; more: boolean }> {
  const [rows, wordings] = await Promise.all([
    db
      .selectFrom('decisions as d')
      .innerJoin('comment_revisions as r', 'r.id', 'd.revision_id')
      .leftJoin('appeals as a', 'a.decision_id', 'd.id')
      .leftJoin('appeal_outcomes as o', 'o.appeal_id', 'a.id')
      .leftJoin('decisions as answer', (join) =>
        join.onRef('answer.id', '=', 'o.decision_id').on('answer.action', '=', 'overturn'),
      )
      .select([
        'd.id',
        'd.action',
        'd.reason',
        'd.decided_at',
        'd.sequence',
        'd.automated',
        'd.campaign_id',
        'd.seen_json',
      ])
      .select(['r.created_at', 'r.language', 'answer.decided_at as ended_at'])
      .where('d.decided_at', '>=', span.from)
      .where('d.decided_at', '<', span.to)
      .where('d.action', 'in', ['reject', 'remove'])
      .where('d.reason', '!=', 'spam')
      .where(notUndone('d.id'))
      .orderBy('d.sequence')
      .offset((part - 1) * STATEMENTS_A_PART)
      .limit(STATEMENTS_A_PART + 1)
      .execute(),
    readWordings(db),
  ])
  const shown = rows.slice(0, STATEMENTS_A_PART)
  const sources = await readDecisionSources(
    db,
    shown.map(({ id }) => id),
  )
  const statements = shown.flatMap((row) => {
    const reason = wordings(row.reason, row.sequence)
    if (!reason) return []
    const decision = {
      id: row.id,
      action: row.action === 'remove' ? ('remove' as const) : ('reject' as const),
      reason,
      automated: row.automated === 1,
      inCampaign: row.campaign_id !== null,
      seen: row.seen_json === null ? null : (JSON.parse(row.seen_json) as Seen),
      source: sources.get(row.id) ?? ('own reading' as const),
      sentAt: row.created_at,
      at: row.decided_at,
      endedAt: row.ended_at,
      language: row.language,
    }
    return [euStatement(decision, url)]
  })
  return { statements, more: rows.length > STATEMENTS_A_PART }
}
