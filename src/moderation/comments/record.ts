/** What a comment's author has done here before. Only who is verified has a record that gives trust. */
import { sql } from 'kysely'
import type { Database, RevisionStateName } from '../../store/index.ts'

export type AuthorRecord =
  | {
      verified: true
      readerId: string
      /** Of the reader's last comments (at most RECORD_LOOKS_AT), this one not counted, by what became of them. */
      approved: number
      rejected: number
      spam: number
      waiting: number
      /** When the first of those was posted; null where there is none. */
      since: number | null
    }
  | {
      verified: false
      /** Comments under the same day's network key, this one not counted; anybody's, so it gives no trust. */
      sameNetwork: number
    }

/** A record is of somebody's last comments: enough to know them by, and a bound for the query. */
export const RECORD_LOOKS_AT = 200

/** The records behind some comments, by comment: one query for each verified reader, one for all the others. */
export async function readRecords(
  db: Database,
  comments: readonly { id: string; reader_id: string | null; sender_key: string }[],
): Promise<Map<string, AuthorRecord>> {
  const keys = comments.flatMap(({ reader_id, sender_key }) => (reader_id || sender_key === '' ? [] : [sender_key]))
  const networks = countByNetwork(db, [...new Set(keys)])
  const records = comments.map(
    async ({ id, reader_id, sender_key }): Promise<[string, AuthorRecord]> => [
      id,
      reader_id
        ? await recordOf(db, reader_id, id)
        : { verified: false, sameNetwork: Math.max(0, ((await networks).get(sender_key) ?? 0) - 1) },
    ],
  )
  return new Map(await Promise.all(records))
}

async function recordOf(db: Database, readerId: string, commentId: string): Promise<AuthorRecord> {
  const rows = await db
    .selectFrom(
      db
        .selectFrom('comments')
        .select(['id', 'created_at'])
        .where('reader_id', '=', readerId)
        .where('id', '!=', commentId)
        .orderBy('created_at', 'desc')
        .limit(RECORD_LOOKS_AT)
        .as('c'),
    )
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select(['c.id', 'c.created_at', 'r.state'])
    .orderBy('r.number')
    .execute()
  const states = new Map<string, Set<RevisionStateName>>()
  for (const row of rows) states.set(row.id, (states.get(row.id) ?? new Set()).add(row.state))
  const count = (...wanted: RevisionStateName[]) =>
    [...states.values()].filter((ofOne) => wanted.some((state) => ofOne.has(state))).length
  return {
    verified: true,
    readerId,
    approved: count('approved'),
    rejected: count('rejected', 'removed'),
    spam: count('spam'),
    waiting: count('held'),
    since: rows.reduce<number | null>((least, { created_at }) => Math.min(least ?? created_at, created_at), null),
  }
}

async function countByNetwork(db: Database, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const each = keys.map(
    (key) => sql`select ${key} as network, (select count(*) from
      (select 1 from comments where sender_key = ${key} limit ${sql.lit(RECORD_LOOKS_AT + 1)}) theirs) as count`,
  )
  const { rows } = await sql<{ network: string; count: number }>`${sql.join(each, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ network, count }) => [network, count]))
}
