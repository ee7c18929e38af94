/** The archive of comments in slices, newest first, for a rule to be tried on. */
import { sql } from 'kysely'
import type { Database, RevisionStateName } from '../../store/index.ts'

/** A comment with the words that count: those readers see, else the newest. */
export interface ArchiveComment {
  readonly id: string
  readonly createdAt: number
  readonly authorName: string
  readonly readerId: string | null
  readonly text: string
  readonly state: RevisionStateName
}

/** The next comments before `beforeId` in the order of their keys; from the newest on where it is null. */
export async function readArchiveSlice(
  db: Database,
  beforeId: string | null,
  limit: number,
): Promise<ArchiveComment[]> {
  let page = db.selectFrom('comments').select('id').orderBy('id', 'desc').limit(limit)
  if (beforeId !== null) page = page.where('id', '<', beforeId)
  const newest = (state: 'approved' | null) =>
    state === null
      ? sql<number>`(select max(n.number) from comment_revisions n where n.comment_id = c.id)`
      : sql<number>`(select max(a.number) from comment_revisions a where a.comment_id = c.id and a.state = ${state})`
  const rows = await db
    .selectFrom(page.as('page'))
    .innerJoin('comments as c', 'c.id', 'page.id')
    .innerJoin('comment_revisions as r', (join) =>
      join
        .onRef('r.comment_id', '=', 'c.id')
        .on('r.number', '=', sql<number>`coalesce(${newest('approved')}, ${newest(null)})`),
    )
    .select(['c.id', 'c.created_at', 'c.author_name', 'c.reader_id', 'r.text', 'r.state'])
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    authorName: row.author_name,
    readerId: row.reader_id,
    text: row.text,
    state: row.state,
  }))
}

/** When each of these readers first had an approved comment, in milliseconds; readers without one are not in the map. */
export async function firstApprovals(db: Database, readerIds: readonly string[]): Promise<Map<string, number>> {
  if (readerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select((c) => ['c.reader_id', c.fn.min('r.state_at').as('at')])
    .where('c.reader_id', 'in', readerIds)
    .where('r.state', '=', 'approved')
    .groupBy('c.reader_id')
    .execute()
  return new Map(rows.flatMap((row) => (row.reader_id === null ? [] : [[row.reader_id, Number(row.at)] as const])))
}

/** The newest and the oldest comment's times; null where there is none. */
export async function archiveSpan(db: Database): Promise<{ newest: number; oldest: number } | null> {
  const end = (order: 'asc' | 'desc') =>
    db.selectFrom('comments').select('created_at').orderBy('id', order).limit(1).executeTakeFirst()
  const [newest, oldest] = await Promise.all([end('desc'), end('asc')])
  return newest && oldest ? { newest: newest.created_at, oldest: oldest.created_at } : null
}

export interface CaughtComment {
  id: string
  authorName: string
  createdAt: number
  text: string
  state: RevisionStateName
}

/** Comments for a trial's lists, in the order of `ids`, each with the words that count. */
export async function readCaught(db: Database, ids: readonly string[]): Promise<CaughtComment[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select(['c.id', 'c.author_name', 'c.created_at', 'r.number', 'r.text', 'r.state'])
    .where('c.id', 'in', ids)
    .orderBy('r.number')
    .execute()
  const known = new Map<string, CaughtComment>()
  for (const row of rows) {
    // The newest words, unless others are approved.
    if (known.get(row.id)?.state === 'approved' && row.state !== 'approved') continue
    known.set(row.id, {
      id: row.id,
      authorName: row.author_name,
      createdAt: row.created_at,
      text: row.text,
      state: row.state,
    })
  }
  return ids.flatMap((id) => known.get(id) ?? [])
}
