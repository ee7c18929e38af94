/** The reports that decisions answered: at once, or as whoever had reported asked for a second look. */
import type { Database } from '../../store/index.ts'

export interface AnsweredReport {
  id: string
  decisionId: string
  kind: 'rule' | 'law'
  mail: string | null
}

/** Those that these decisions answered, the first that came first. */
export function readAnsweredReports(db: Database, decisionIds: readonly string[]): Promise<AnsweredReport[]> {
  return db
    .selectFrom('report_outcomes as o')
    .innerJoin('reports as r', 'r.id', 'o.report_id')
    .select(['r.id', 'o.decision_id as decisionId', 'r.kind', 'r.mail'])
    .where('o.decision_id', 'in', decisionIds)
    .unionAll(
      db
        .selectFrom('appeal_outcomes as o')
        .innerJoin('appeals as a', 'a.id', 'o.appeal_id')
        .innerJoin('reports as r', 'r.id', 'a.report_id')
        .select(['r.id', 'o.decision_id as decisionId', 'r.kind', 'r.mail'])
        .where('o.decision_id', 'in', decisionIds),
    )
    .orderBy('id')
    .execute()
}

/** The first report from an address that a decision answered; its id, or null. */
export async function findAnsweredReport(
  db: Database,
  { decisionId, address }: { decisionId: string; address: string },
): Promise<string | null> {
  const reports = await readAnsweredReports(db, [decisionId])
  return reports.find(({ mail }) => mail?.toLowerCase() === address.toLowerCase())?.id ?? null
}
