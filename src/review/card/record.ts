/** What a comment's author has done here before. Only who is verified has a record that gives trust. */
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

/** The records behind some comments, by comment. One query each. */
export async function readRecords(
  db: Database,
  comments: readonly { id: string; reader_id: string | null; sender_key: string }[],
): Promise<Map<string, AuthorRecord>> {
  const records = await Promise.all(
    comments.map(
      async ({ id, reader_id, sender_key }): Promise<[string, AuthorRecord]> => [
        id,
        reader_id ? await recordOf(db, reader_id, id) : await networkOf(db, sender_key),
      ],
    ),
  )
  return new Map(records)
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

async function networkOf(db: Database, senderKey: string): Promise<AuthorRecord> {
  if (senderKey === '') return { verified: false, sameNetwork: 0 }
  const row = await db
    .selectFrom(
      db
        .selectFrom('comments')
        .select('id')
        .where('sender_key', '=', senderKey)
        .limit(RECORD_LOOKS_AT + 1)
        .as('c'),
    )
    .select((c) => c.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return { verified: false, sameNetwork: Math.max(0, Number(row.count) - 1) }
}
