/**
 * A read replica, asked in place of the primary by whoever shows what everybody
 * sees, as long as it has all that this process has heard of: by the place in
 * PostgreSQL's log. A replica that lags, or is away, is not asked.
 */
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { Database } from '../store.ts'
import { within } from './within.ts'

/** What it said it has is asked again after so long, in milliseconds: another may have taken its place. */
const HOLDS = 5000
/** One that did not answer is left alone for so long, in milliseconds. */
const REST = 2000
/** Longer than this nobody waits for its answer, in milliseconds. */
const PATIENCE = 300

/** `heardUpTo`: where the primary's log ended when all that was heard here had happened; null where that is not known. */
export function readingFrom({
  primary,
  replica,
  heardUpTo,
}: {
  primary: Database
  replica: Database
  heardUpTo(): string | null
}): () => Promise<Database> {
  let confirmed: string | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  let restUntil = Number.NEGATIVE_INFINITY

  return async () => {
    const upTo = heardUpTo()
    const now = performance.now()
    if (upTo === null || now < restUntil) return primary
    if (confirmed === upTo && now - askedAt < HOLDS) return replica
    const asked = sql<{ has: boolean | null }>`
      select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${upTo}::text::pg_lsn as has`
    const answer = await within(asked.execute(replica), PATIENCE)
    if (answer === null) {
      restUntil = performance.now() + REST
      return primary
    }
    if (!answer.rows[0]?.has) return primary
    confirmed = upTo
    askedAt = now
    return replica
  }
}
