/** Readers who are known, as the newsroom lists them, and the comments of one. */

import { isNewest } from '../moderation/decisions/index.ts'
import type { Database, RevisionStateName } from '../store/index.ts'

export interface ReaderLine {
  id: string
  name: string
  mail: string | null
  since: number
  erasedAt: number | null
  comments: number
}

export interface ReaderComment {
  commentId: string
  storyId: string
  authorName: string
  createdAt: number
  /** The newest words, and what became of them. */
  text: string
  state: RevisionStateName
}

/** One reader, also one who was erased; null where there never was one. */
export async function readReaderLine(db: Database, id: string): Promise<ReaderLine | null> {
  const row = await lines(db).where('r.id', '=', id).executeTakeFirst()
  return row ? { ...row, comments: Number(row.comments) } : null
}

const lines = (db: Database) =>
  db.selectFrom('readers as r').select((r) => [
    'r.id',
    'r.name',
    'r.mail',
    'r.created_at as since',
    'r.erased_at as erasedAt',
    r
      .selectFrom('comments as c')
      .select((c) => c.fn.countAll().as('count'))
      .whereRef('c.reader_id', '=', 'r.id')
      .as('comments'),
  ])

/** Readers of whose name or address this is the beginning (all where it is empty), newest first. */
export async function listReaders(
  db: Database,
  { find, after, limit }: { find: string; after?: string | undefined; limit: number },
): Promise<ReaderLine[]> {
  const start = find.trim().toLowerCase()
  let query = lines(db)
  if (start !== '') {
    // Compared, not matched by a pattern, so that no letter of it means anything else.
    const begins = [...start].length
    query = query.where((r) =>
      r.or([
        r(r.fn<string>('substr', [r.fn('lower', ['r.mail']), r.val(1), r.val(begins)]), '=', start),
        r(r.fn<string>('substr', [r.fn('lower', ['r.name']), r.val(1), r.val(begins)]), '=', start),
      ]),
    )
  }
  if (after !== undefined) query = query.where('r.id', '<', after)
  const rows = await query.orderBy('r.id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, comments: Number(row.comments) }))
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
