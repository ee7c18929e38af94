/** What a year came to: corrections, what readers said is wrong, and how long it took to put that right. */
import { listCorrectionTimes } from '../corrections/index.ts'
import type { Database } from '../store/index.ts'

export interface YearOfCorrections {
  year: number
  corrections: number
  retractions: number
  /** Tickets that came in; spam is not counted. */
  received: number
  /** How many of those were answered by now. */
  answered: number
  /** Of corrections that closed a ticket: from the first such ticket to the correction, in hours; null where there were none. */
  median: { hours: number; of: number } | null
}

const HOUR = 60 * 60 * 1000
const yearOf = (at: number): number => new Date(at).getUTCFullYear()

/** The years in which there was something to count, the newest first (UTC), of what happened before `until`, in milliseconds since the epoch. */
export async function readYears(db: Database, until: number): Promise<YearOfCorrections[]> {
  const [corrections, tickets] = await Promise.all([
    listCorrectionTimes(db, until),
    db
      .selectFrom('tickets as t')
      .leftJoin('ticket_answers as a', 'a.id', 't.answer_id')
      .select(['t.story_id as storyId', 't.received_at as at', 'a.kind', 'a.version', 'a.answered_at as answeredAt'])
      .where('t.received_at', '<', until)
      .execute(),
  ])
  return yearsOf(corrections, tickets, until)
}

interface CorrectionTime {
  storyId: string
  version: number
  kind: 'correction' | 'retraction'
  at: number
}

interface TicketTime {
  storyId: string
  at: number
  kind: 'corrected' | 'nothing' | 'spam' | null
  version: number | null
  answeredAt: number | null
}

/** Pure. */
export function yearsOf(
  corrections: readonly CorrectionTime[],
  tickets: readonly TicketTime[],
  until: number,
): YearOfCorrections[] {
  const meant = tickets.filter(({ kind }) => kind !== 'spam')
  const first = new Map<string, number>()
  for (const { storyId, version, at } of meant)
    if (version !== null) first.set(`${storyId} ${version}`, Math.min(at, first.get(`${storyId} ${version}`) ?? at))
  const years = [...new Set([...corrections, ...meant].map(({ at }) => yearOf(at)))].sort((one, other) => other - one)
  return years.map((year) => {
    const made = corrections.filter(({ at }) => yearOf(at) === year)
    const came = meant.filter(({ at }) => yearOf(at) === year)
    const hours = made.flatMap(({ storyId, version, at }) => {
      const reported = first.get(`${storyId} ${version}`)
      // A clock that was set back is no reason for less than nothing.
      return reported === undefined ? [] : [Math.max(0, at - reported) / HOUR]
    })
    return {
      year,
      corrections: made.filter(({ kind }) => kind === 'correction').length,
      retractions: made.filter(({ kind }) => kind === 'retraction').length,
      received: came.length,
      answered: came.filter(({ answeredAt }) => answeredAt !== null && answeredAt < until).length,
      median: hours.length === 0 ? null : { hours: medianOf(hours), of: hours.length },
    }
  })
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return (low + high) / 2
}
