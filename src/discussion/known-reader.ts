/** Readers whom the site knows well: verified, with words that were approved. */
import type { Database } from '../store/index.ts'

/** One approved comment of a reader's, if there is any; null for nobody. */
export const approvedOf = (db: Database, readerId: string | null) =>
  db
    .selectFrom('comments')
    .innerJoin('comment_revisions', 'comment_revisions.comment_id', 'comments.id')
    .select('comments.id')
    .where('comments.reader_id', '=', readerId)
    .where('comment_revisions.state', '=', 'approved')
    .limit(1)

export const isWellKnown = async (db: Database, readerId: string | null): Promise<boolean> =>
  readerId !== null && (await approvedOf(db, readerId).executeTakeFirst()) !== undefined
