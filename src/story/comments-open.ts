/** Whether a story takes comments at all. */
import type { Database, Transaction } from '../store/index.ts'

/** Null where there is no such story. */
export async function readCommentsOpen(db: Database, storyId: string): Promise<boolean | null> {
  const row = await db.selectFrom('stories').select('comments_open').where('id', '=', storyId).executeTakeFirst()
  return row ? row.comments_open === 1 : null
}

export async function setCommentsOpen(tx: Transaction, storyId: string, open: boolean): Promise<void> {
  await tx.rows
    .updateTable('stories')
    .set({ comments_open: open ? 1 : 0 })
    .where('id', '=', storyId)
    .execute()
}
