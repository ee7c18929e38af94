/** Who is known: a reader who is verified, with comments that were approved and none that was spam. Nobody else is. */
import type { Signal } from '../../discussion/index.ts'
import { spamMessages as m } from '../../messages/index.ts'
import type { Database } from '../../store/index.ts'
import { KNOWN_READER } from '../filters/index.ts'

/** So many approved comments make somebody known. */
export const KNOWN_FROM = 3
/** Of their latest comments; what was years ago says little. */
const LOOKED_AT = 50

export async function standingOf(db: Database, readerId: string | null): Promise<Signal[]> {
  if (readerId === null) return []
  const rows = await db
    .selectFrom(
      db
        .selectFrom('comments')
        .select('id')
        .where('reader_id', '=', readerId)
        .orderBy('created_at', 'desc')
        .limit(LOOKED_AT)
        .as('c'),
    )
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select(['c.id', 'r.state'])
    .where('r.state', 'in', ['approved', 'spam', 'removed'])
    .execute()
  const approved = new Set(rows.filter(({ state }) => state === 'approved').map(({ id }) => id)).size
  if (approved < KNOWN_FROM || rows.some(({ state }) => state !== 'approved')) return []
  return [{ phase: KNOWN_READER, state: 'ok', words: m.knownReader(approved), weight: 0 }]
}
