/** Readers whom the site knows well: verified, with words that were approved. */
import type { Database } from '../store/index.ts'

/** Whether this reader has an approved comment; nobody else is known. */
export const hasApprovedComment = async (db: Database, readerId: string | null): Promise<boolean> =>
  readerId !== null &&
  (await db
    .selectFrom('comments')
    .innerJoin('comment_revisions', 'comment_revisions.comment_id', 'comments.id')
    .select('comments.id')
    .where('comments.reader_id', '=', readerId)
    .where('comment_revisions.state', '=', 'approved')
    .limit(1)
    .executeTakeFirst()) !== undefined
