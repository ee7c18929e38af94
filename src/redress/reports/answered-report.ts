import type { Database } from '../../store/index.ts'

/** The first report from an address that a decision answered, at once or as it was looked at a second time; its id, or null. */
export async function findAnsweredReport(
  db: Database,
  { decisionId, address }: { decisionId: string; address: string },
): Promise<string | null> {
  const reports = await db
    .selectFrom('report_outcomes as o')
    .innerJoin('reports as r', 'r.id', 'o.report_id')
    .select(['r.id', 'r.mail'])
    .where('o.decision_id', '=', decisionId)
    .unionAll(
      db
        .selectFrom('appeal_outcomes as o')
        .innerJoin('appeals as a', 'a.id', 'o.appeal_id')
        .innerJoin('reports as r', 'r.id', 'a.report_id')
        .select(['r.id', 'r.mail'])
        .where('o.decision_id', '=', decisionId),
    )
    .orderBy('id')
    .execute()
  return reports.find(({ mail }) => mail?.toLowerCase() === address.toLowerCase())?.id ?? null
}
