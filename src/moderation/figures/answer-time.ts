/** How long comments wait for their decision, from the decisions themselves. */
import type { Database } from '../../store/index.ts'
import { notUndone } from '../decisions/index.ts'

export interface AnswerTimes {
  /** Decisions counted: by a person, on words that waited, not taken back since. */
  decisions: number
  /** Half of them came within this, in milliseconds; null where there is none. */
  median: number | null
  /** Four in five of them came within this. */
  fourInFive: number | null
}

/** The last so many decisions are looked at: enough for a figure, and a bound for the query. */
const MOST = 5000

/** Of the decisions since then; `by` keeps one person's, `spam: false` leaves spam out. */
export async function readAnswerTimes(
  db: Database,
  { since, until, by, spam }: { since: number; until?: number; by?: string; spam: boolean },
): Promise<AnswerTimes> {
  let query = db
    .selectFrom('decisions as d')
    .innerJoin('comment_revisions as r', 'r.id', 'd.revision_id')
    .select(['d.decided_at', 'r.created_at'])
    .where('d.decided_at', '>', since)
    .where('d.action', 'in', ['approve', 'reject'])
    .where('d.automated', '=', 0)
    .where(notUndone('d.id'))
  if (until !== undefined) query = query.where('d.decided_at', '<=', until)
  if (by !== undefined) query = query.where('d.decided_by', '=', by)
  if (!spam) query = query.where((d) => d.or([d('d.reason', 'is', null), d('d.reason', '!=', 'spam')]))
  const rows = await query.orderBy('d.decided_at', 'desc').limit(MOST).execute()
  const times = rows.map((row) => row.decided_at - row.created_at).sort((a, b) => a - b)
  return { decisions: times.length, median: atShare(times, 0.5), fourInFive: atShare(times, 0.8) }
}

/** The nearest-rank percentile: the least time that this share of all does not exceed. */
function atShare(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}

/** With fewer decisions nothing is promised. */
const ENOUGH = 20
const MINUTE = 60_000
/** Spans as people say them, in minutes. */
const SPANS = [5, 10, 20, 30, 60, 2 * 60, 4 * 60, 8 * 60, 24 * 60, 2 * 24 * 60, 4 * 24 * 60, 7 * 24 * 60]

/** What readers may be told: the span, in minutes, within which four in five are answered; null where too little is known or it takes longer than a week. */
export function usuallyWithin({ decisions, fourInFive }: AnswerTimes): number | null {
  if (decisions < ENOUGH || fourInFive === null) return null
  return SPANS.find((minutes) => fourInFive <= minutes * MINUTE) ?? null
}
