/** Decisions that were made where a comment comes from, and are taken over as they were, because an editor chose that. */
import type { StateChange } from '../../discussion/index.ts'
import { decisionMessages as m } from '../../messages/index.ts'
import { type Database, newId, type RevisionStateName, type Transaction } from '../../store/index.ts'

export interface BroughtDecision {
  commentId: string
  /** The newest wording. */
  revisionId: string
  /** Of every wording. */
  changes: readonly StateChange[]
  /** The code of one of our reasons; null where there is none. */
  reason: string | null
}

/**
 * Writes them down, each with who chose it and that it was so there. Nobody is
 * told and nothing is learnt by it: nobody here has read them. `from`: what is
 * told of where they come from.
 */
export async function decideBroughtIn(
  tx: Transaction,
  decisions: readonly BroughtDecision[],
  { by, from, action, importId }: { by: string; from: string; action: 'import' | 'import undo'; importId: string },
): Promise<void> {
  if (decisions.length === 0) return
  await tx.rows
    .insertInto('decisions')
    .values(
      decisions.map(({ commentId, revisionId, changes, reason }) => ({
        id: newId(tx.now),
        comment_id: commentId,
        revision_id: revisionId,
        action,
        reason,
        note: action === 'import' ? m.asItWasThere(from) : m.importUndone(from),
        decided_by: by,
        decided_at: tx.now,
        changes_json: JSON.stringify(changes),
        undoes: null,
        campaign_id: null,
        group_id: importId,
        automated: 1,
        seen_json: null,
      })),
    )
    .execute()
}

/** Decisions that an import brought, the newest first, by what they made of comments. */
export async function readBroughtDecisions(
  tx: Transaction,
  { importId, state, before, limit }: { importId: string; state: string; before: number; limit: number },
): Promise<{ decisionId: string; commentId: string; revisionId: string; reason: string | null; sequence: number }[]> {
  const rows = await tx.rows
    .selectFrom('decisions')
    .select(['id', 'comment_id', 'revision_id', 'reason', 'sequence'])
    .where('sequence', '<', before)
    .where('group_id', '=', importId)
    .where('action', '=', 'import')
    .where('changes_json', 'like', `%"to":"${state}"%`)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...{ decisionId: row.id, commentId: row.comment_id, revisionId: row.revision_id },
    ...{ reason: row.reason, sequence: row.sequence },
  }))
}

/**
 * Those of these stories on which somebody has commented here, or has decided on
 * a comment that came with them. `brought`: how the tokens of imported comments begin.
 */
export async function storiesWithOwnComments(
  db: Database,
  ids: readonly string[],
  brought: string,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const [own, decided] = await Promise.all([
    db
      .selectFrom('comments')
      .select('story_id')
      .where('story_id', 'in', ids)
      .where('form_nonce', 'not like', `${brought}%`)
      .groupBy('story_id')
      .execute(),
    db
      .selectFrom('decisions as d')
      .innerJoin('comments as c', 'c.id', 'd.comment_id')
      .select('c.story_id')
      .where('c.story_id', 'in', ids)
      .where('d.action', 'not in', ['import', 'import undo'])
      .groupBy('c.story_id')
      .execute(),
  ])
  return new Set([...own, ...decided].map(({ story_id }) => story_id))
}

/** Those of these comments about which nobody here has done anything: decided or answered. */
export async function untouchedOf(db: Database, ids: readonly string[], brought: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const [decided, answered] = await Promise.all([
    db
      .selectFrom('decisions')
      .select('comment_id as id')
      .where('comment_id', 'in', ids)
      .where('action', 'not in', ['import', 'import undo'])
      .execute(),
    db
      .selectFrom('comments')
      .select('parent_id as id')
      .where('parent_id', 'in', ids)
      .where('form_nonce', 'not like', `${brought}%`)
      .execute(),
  ])
  const touched = new Set([...decided, ...answered].map(({ id }) => id))
  return new Set(ids.filter((id) => !touched.has(id)))
}

/** Comments as they stand, with their wordings, the newest last; what nobody wrote has none. */
export async function wordingsOf(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { id: string; state: RevisionStateName }[]>> {
  const wordings = new Map<string, { id: string; state: RevisionStateName }[]>()
  if (ids.length === 0) return wordings
  const rows = await db
    .selectFrom('comment_revisions')
    .select(['id', 'comment_id', 'state'])
    .where('comment_id', 'in', ids)
    .where('text', '!=', '')
    .orderBy('comment_id')
    .orderBy('number')
    .execute()
  for (const { id, comment_id, state } of rows) {
    const known = wordings.get(comment_id)
    if (known) known.push({ id, state })
    else wordings.set(comment_id, [{ id, state }])
  }
  return wordings
}
