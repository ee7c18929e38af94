/** What the queue can be filtered by, as far as what waits has it. */
import { sql } from 'kysely'
import type { Database } from '../../store/index.ts'

/** The newest held words that are looked at: what is among them is offered, all else can still be asked for by address. */
const LOOKED_AT = 500

export interface Choices {
  /** Names of phases that raised a signal. */
  signals: string[]
  /** ISO 639-1 */
  languages: string[]
}

export async function readChoices(db: Database): Promise<Choices> {
  const newest = await db
    .selectFrom('comment_revisions')
    .select(['id', 'language'])
    .where('state', '=', sql.lit<'held'>('held'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
    .execute()
  const ids = newest.map(({ id }) => id)
  // Not as a join: PostgreSQL, where it takes raised signals to be fewer than they are, would read what waits once for each.
  const signals =
    ids.length === 0
      ? []
      : await db
          .selectFrom('signals')
          .select('phase')
          .distinct()
          .where('revision_id', 'in', ids)
          .where('state', '!=', 'ok')
          .execute()
  const languages = new Set(newest.flatMap(({ language }) => language ?? []))
  return { signals: signals.map(({ phase }) => phase).sort(), languages: [...languages].sort() }
}
