import type { Store, Write } from '../store/index.ts'

/** Says, as part of the transaction, that what readers see of a comment's story is stale. */
export async function announceComment(store: Store, write: Write, commentId: string): Promise<void> {
  const { story_id } = await write
    .selectFrom('comments')
    .select('story_id')
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow()
  await store.announce(write, [`story:${story_id}`, 'lists'])
}
