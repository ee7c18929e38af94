/** What led to decisions: a notice under the law, a reader's report, or the newsroom's own reading. */
import type { Database } from '../store/index.ts'
import type { DecisionSource } from './statement-of-reasons.ts'

/** By decision; one that nobody's report led to is not in the map. */
export async function readDecisionSources(
  db: Database,
  decisionIds: readonly string[],
): Promise<Map<string, DecisionSource>> {
  const sources = new Map<string, DecisionSource>()
  if (decisionIds.length === 0) return sources
  const rows = await db
    .selectFrom('report_outcomes as o')
    .innerJoin('reports as r', 'r.id', 'o.report_id')
    .select(['o.decision_id', 'r.kind'])
    .where('o.decision_id', 'in', decisionIds)
    .unionAll(
      // And where it was taken down only when who had reported it asked for a second look.
      db
        .selectFrom('appeal_outcomes as o')
        .innerJoin('appeals as a', 'a.id', 'o.appeal_id')
        .innerJoin('reports as r', 'r.id', 'a.report_id')
        .select(['o.decision_id', 'r.kind'])
        .where('o.decision_id', 'in', decisionIds),
    )
    .execute()
  for (const { decision_id, kind } of rows) {
    // Of several reports on one comment the notice under the law weighs most.
    if (kind === 'law') sources.set(decision_id, 'law notice')
    else if (!sources.has(decision_id)) sources.set(decision_id, 'reader report')
  }
  return sources
}
