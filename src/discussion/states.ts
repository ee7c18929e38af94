import type { RevisionStateName, Transaction } from '../store/index.ts'

export interface StateChange {
  revision: string
  from: RevisionStateName
  to: RevisionStateName
}

/**
 * Makes everything that acts on one comment take turns, until the transaction
 * ends: an update of its row locks it in both databases. Not of its key: for
 * that SQLite would look through every table that refers to comments.
 */
export const holdComment = async (tx: Transaction, commentId: string): Promise<void> => {
  await tx.rows
    .updateTable('comments')
    .set((c) => ({ author_mail: c.ref('author_mail') }))
    .where('id', '=', commentId)
    .execute()
}

/**
 * Takes each revision of a comment from one state to another; answers those changes that found the state they start
 * from. Where readers see something else by it, that is said.
 */
export async function changeStates(tx: Transaction, changes: readonly StateChange[]): Promise<StateChange[]> {
  const made: StateChange[] = []
  for (const change of changes) {
    const result = await tx.rows
      .updateTable('comment_revisions')
      .set({ state: change.to, state_at: tx.now })
      .where('id', '=', change.revision)
      .where('state', '=', change.from)
      .executeTakeFirst()
    if (result.numUpdatedRows === 1n) made.push(change)
  }
  if (made.some(({ from, to }) => from === 'held' || to === 'held')) await tx.say({ kind: 'queue.changed' })
  const seen = made.filter(({ from, to }) => from === 'approved' || to === 'approved')
  if (seen.length === 0) return made
  const rows = await tx.rows
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select(['c.id', 'c.story_id'])
    .distinct()
    .where(
      'r.id',
      'in',
      seen.map(({ revision }) => revision),
    )
    .execute()
  for (const story of new Set(rows.map(({ story_id }) => story_id))) await tx.say({ kind: 'discussion.changed', story })
  for (const { id, story_id } of rows) await tx.say({ kind: 'comment.changed', comment: id, story: story_id })
  return made
}
