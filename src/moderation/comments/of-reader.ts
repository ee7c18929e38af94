/** What one reader has written, as the newsroom and they themselves look through it. */
import type { Database, RevisionStateName } from '../../store/index.ts'
import { isNewest } from '../decisions/index.ts'

export interface ReaderComment {
  commentId: string
  storyId: string
  authorName: string
  createdAt: number
  /** The newest words, and what became of them. */
  text: string
  state: RevisionStateName
}

/** The comments of a reader with their newest words, newest first. */
export async function listReaderComments(
  db: Database,
  readerId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<ReaderComment[]> {
  let query = db
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select([
      'c.id as commentId',
      'c.story_id as storyId',
      'c.author_name as authorName',
      'c.created_at as createdAt',
      'r.text',
      'r.state',
    ])
    .where('c.reader_id', '=', readerId)
    .where(isNewest)
  if (after !== undefined) query = query.where('c.id', '<', after)
  return query.orderBy('c.id', 'desc').limit(limit).execute()
}

/** How many comments each of these readers has; one without any is not in the map. */
export async function countReaderComments(db: Database, readerIds: readonly string[]): Promise<Map<string, number>> {
  if (readerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('comments')
    .select((c) => ['reader_id', c.fn.countAll().as('count')])
    .where('reader_id', 'in', readerIds)
    .groupBy('reader_id')
    .execute()
  return new Map(rows.flatMap(({ reader_id, count }) => (reader_id === null ? [] : [[reader_id, Number(count)]])))
}
