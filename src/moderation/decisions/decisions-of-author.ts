/** Decisions as they concern one author: for their letter, among what is kept of them, and without their words once those are erased. */
import type { StateChange } from '../../discussion/index.ts'
import type { Database, RevisionStateName, Transaction } from '../../store/index.ts'
import { isTold, readDecisions, restricts, type ToldDecision } from './told.ts'

/** A decision that was not taken back, and the story it is about; null where its author took the words back meanwhile. */
export async function readDecisionForAuthor(
  db: Database,
  decisionId: string,
): Promise<{ storyId: string; decision: ToldDecision } | null> {
  const row = await db
    .selectFrom('decisions as d')
    .innerJoin('comments as c', 'c.id', 'd.comment_id')
    .innerJoin('comment_revisions as r', 'r.id', 'd.revision_id')
    .select(['d.comment_id', 'c.story_id'])
    .where('d.id', '=', decisionId)
    .where('r.state', '!=', 'withdrawn')
    .executeTakeFirst()
  const decision = row && (await readDecisions(db, row.comment_id)).find(({ id }) => id === decisionId)
  return decision ? { storyId: row.story_id, decision } : null
}

/** Every decision on a comment that has left the house, in their order. */
export interface DecisionsOnRecord {
  decisions: { action: string; reason: string | null; at: number; automated: boolean }[]
  /** By revision: the state it is told in, where it is in another by a decision that is not told yet. */
  before: ReadonlyMap<string, RevisionStateName>
}

/** What can still be taken back has not been said, here as on the receipt. */
export async function readDecisionsOnRecord(db: Database, commentId: string, now: number): Promise<DecisionsOnRecord> {
  const rows = await db
    .selectFrom('decisions')
    .select(['id', 'action', 'reason', 'decided_at', 'automated', 'undoes', 'changes_json'])
    .where('comment_id', '=', commentId)
    .orderBy('sequence')
    .execute()
  const undone = new Set(rows.map(({ undoes }) => undoes))
  const untold = rows.filter((one) => restricts(one) && !isTold({ at: one.decided_at }, now) && !undone.has(one.id))
  return {
    decisions: rows
      .filter((one) => !untold.includes(one))
      .map((one) => ({
        action: one.action,
        reason: one.reason,
        at: one.decided_at,
        automated: one.automated === 1,
      })),
    before: new Map(
      untold.flatMap(({ changes_json }) =>
        (JSON.parse(changes_json) as StateChange[]).map(({ revision, from }) => [revision, from]),
      ),
    ),
  }
}

/** Takes from decisions on a comment what `repeats` finds to say again what was erased; answers the ids of all of them. */
export async function forgetDecisionWords(
  tx: Transaction,
  commentId: string,
  repeats: (text: string) => boolean,
): Promise<string[]> {
  const decisions = await tx.rows
    .selectFrom('decisions')
    .select(['id', 'seen_json', 'note'])
    .where('comment_id', '=', commentId)
    .execute()
  const repeating = decisions.filter(({ seen_json, note }) => repeats(`${seen_json ?? ''} ${note}`))
  if (repeating.length > 0)
    await tx.rows
      .updateTable('decisions')
      .set({ seen_json: null, note: '' })
      .where(
        'id',
        'in',
        repeating.map(({ id }) => id),
      )
      .execute()
  return decisions.map(({ id }) => id)
}
