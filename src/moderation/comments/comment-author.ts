/** Who wrote a comment, as far as they can be known again. */
import type { Author } from '../../readers/index.ts'
import type { Database } from '../../store/index.ts'

export interface CommentAuthor extends Author {
  readonly authorName: string
  readonly storyId: string
}

/** The author of a comment, or null where there is no such comment. */
export async function readCommentAuthor(db: Database, commentId: string): Promise<CommentAuthor | null> {
  const row = await db
    .selectFrom('comments')
    .select(['id', 'story_id', 'author_name', 'reader_id', 'sender_key', 'created_at'])
    .where('id', '=', commentId)
    .executeTakeFirst()
  return row
    ? {
        commentId: row.id,
        storyId: row.story_id,
        authorName: row.author_name,
        readerId: row.reader_id,
        senderKey: row.sender_key,
        createdAt: row.created_at,
      }
    : null
}
