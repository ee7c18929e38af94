/** What led to decisions: a notice under the law, a reader's report, or the newsroom's own reading. */
import type { Database } from '../store/index.ts'
import { readAnsweredReports } from './reports/answered-report.ts'
import type { DecisionSource } from './statement-of-reasons.ts'

/** By decision; one that nobody's report led to is not in the map. */
export async function readDecisionSources(
  db: Database,
  decisionIds: readonly string[],
): Promise<Map<string, DecisionSource>> {
  const sources = new Map<string, DecisionSource>()
  if (decisionIds.length === 0) return sources
  for (const { decisionId, kind } of await readAnsweredReports(db, decisionIds)) {
    // Of several reports on one comment the notice under the law weighs most.
    if (kind === 'law') sources.set(decisionId, 'law notice')
    else if (!sources.has(decisionId)) sources.set(decisionId, 'reader report')
  }
  return sources
}
