/** What waits for somebody in the newsroom: one count of everything, and each person's share of it. */
import { sql } from 'kysely'
import { failedEmbargoes } from '../embargo/index.ts'
import { failedLetters } from '../mail/index.ts'
import { MOST_COUNTED, waitingRevisions } from '../moderation/queue/index.ts'
import { openMentions } from '../notes/index.ts'
import { may, type Person, type Switch } from '../people/index.ts'
import { openAppeals, openReports } from '../redress/index.ts'
import { failedSchedules } from '../schedule/index.ts'
import type { Database } from '../store/index.ts'
import { openTickets } from '../tickets/index.ts'
import { brokenWebhooks } from '../webhooks/index.ts'

/** Each kind with who is told of it, in the order in which they are told: the law gives little time. */
const KINDS = {
  notices: 'moderate',
  comments: 'moderate',
  appeals: 'moderate',
  reports: 'moderate',
  tickets: 'publish',
  schedules: 'publish',
  letters: 'settings',
  webhooks: 'settings',
  // Each has their own.
  mentions: null,
} as const satisfies Record<string, Switch | null>
export type WaitingKind = keyof typeof KINDS

export interface Counted {
  kind: WaitingKind
  count: number
  /** Whether there are more than were counted. */
  more: boolean
  /** By person, where each has their own; the count is of all then. */
  byPerson?: ReadonlyMap<string, number>
}

/** Of everything, in the order in which it is told. Every page of the newsroom asks for it, so it is one query. */
export async function countWaiting(db: Database): Promise<Counted[]> {
  const rows = await waitingRows(db)
  const of = (kind: WaitingKind) => rows.filter((row) => row.kind === kind)
  const sum = (kind: WaitingKind) => of(kind).reduce((all, { count }) => all + Number(count), 0)
  return (Object.keys(KINDS) as WaitingKind[]).map((kind) => {
    // One comment has a notice and a report: the notice says it.
    const count = kind === 'reports' ? sum('reports') - sum('notices') : sum(kind)
    if (kind === 'comments') return { kind, count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED }
    if (kind !== 'mentions') return { kind, count, more: false }
    const byPerson = new Map(of(kind).map((row) => [row.person ?? '', Number(row.count)]))
    return { kind, count, more: false, byPerson }
  })
}

/** How many rows of each part count for which kind, and for whom where each has their own; reports with the notices. */
function waitingRows(db: Database) {
  const as = (kind: WaitingKind) => sql.lit<WaitingKind>(kind).as('kind')
  const nobody = sql<string | null>`null`.as('person')
  return waitingRevisions(db)
    .select((e) => [as('comments'), nobody, e.fn.countAll().as('count')])
    .unionAll(openAppeals(db).select((e) => [as('appeals'), nobody, e.fn.countAll().as('count')]))
    .unionAll(openReports(db).select((e) => [as('reports'), nobody, e.fn.count('r.comment_id').distinct().as('count')]))
    .unionAll(
      openReports(db)
        .where('r.kind', '=', 'law')
        .select((e) => [as('notices'), nobody, e.fn.count('r.comment_id').distinct().as('count')]),
    )
    .unionAll(openTickets(db).select((e) => [as('tickets'), nobody, e.fn.countAll().as('count')]))
    .unionAll(failedSchedules(db).select((e) => [as('schedules'), nobody, e.fn.countAll().as('count')]))
    .unionAll(failedEmbargoes(db).select((e) => [as('schedules'), nobody, e.fn.countAll().as('count')]))
    .unionAll(failedLetters(db).select((e) => [as('letters'), nobody, e.fn.countAll().as('count')]))
    .unionAll(brokenWebhooks(db).select((e) => [as('webhooks'), nobody, e.fn.countAll().as('count')]))
    .unionAll(
      openMentions(db)
        .select((e) => [
          as('mentions'),
          'note_mentions.person_id as person',
          e.fn.count('notes.id').distinct().as('count'),
        ])
        .groupBy('note_mentions.person_id'),
    )
    .execute()
}

/** What of it waits for a person: what they may not answer does not, and what is not there isn't told. */
export const waitingFor = (person: Person, counted: readonly Counted[]): Counted[] =>
  counted
    .filter(({ kind }) => KINDS[kind] === null || may(person, KINDS[kind]))
    .map(({ byPerson, ...one }) => (byPerson ? { ...one, count: byPerson.get(person.id) ?? 0 } : one))
    .filter(({ count }) => count > 0)
