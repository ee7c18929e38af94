import type { Transaction } from '../store/index.ts'

/** Says, as part of the transaction, that what readers see of a comment's story is stale. */
export async function announceComment(tx: Transaction, commentId: string): Promise<void> {
  const { story_id } = await tx.rows
    .selectFrom('comments')
    .select('story_id')
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow()
  await tx.say({ kind: 'discussion.changed', story: story_id })
}
