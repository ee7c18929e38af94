/** What waits for somebody in the newsroom: one count of everything, and each person's share of it. */
import { countNotPublished } from '../embargo/index.ts'
import { countFailedLetters } from '../mail/index.ts'
import { readQueueState } from '../moderation/queue/index.ts'
import { countMentions } from '../notes/index.ts'
import { may, type Person, type Switch } from '../people/index.ts'
import { countObjections } from '../redress/index.ts'
import type { Database } from '../store/index.ts'
import { countOpenTickets } from '../tickets/index.ts'

/** Each kind with who is told of it, in the order in which they are told: the law gives little time. */
const KINDS = {
  notices: 'moderate',
  comments: 'moderate',
  appeals: 'moderate',
  reports: 'moderate',
  tickets: 'publish',
  schedules: 'publish',
  letters: 'settings',
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

/** Of everything, in the order in which it is told. */
export async function countWaiting(db: Database): Promise<Counted[]> {
  const [queue, objections, tickets, schedules, letters, mentions] = await Promise.all([
    readQueueState(db),
    countObjections(db),
    countOpenTickets(db),
    countNotPublished(db),
    countFailedLetters(db),
    countMentions(db),
  ])
  const counts: Record<WaitingKind, number> = {
    notices: objections.notices,
    comments: queue.waiting,
    appeals: objections.appeals,
    // One comment has a notice and a report: the notice says it.
    reports: objections.reported - objections.notices,
    tickets: tickets.count,
    schedules: schedules.count,
    letters: letters.count,
    mentions: [...mentions.values()].reduce((sum, count) => sum + count, 0),
  }
  return (Object.keys(KINDS) as WaitingKind[]).map((kind) => ({
    kind,
    count: counts[kind],
    more: kind === 'comments' && queue.more,
    ...(kind === 'mentions' ? { byPerson: mentions } : {}),
  }))
}

/** What of it waits for a person: what they may not answer does not, and what is not there isn't told. */
export const waitingFor = (person: Person, counted: readonly Counted[]): Counted[] =>
  counted
    .filter(({ kind }) => KINDS[kind] === null || may(person, KINDS[kind]))
    .map(({ byPerson, ...one }) => (byPerson ? { ...one, count: byPerson.get(person.id) ?? 0 } : one))
    .filter(({ count }) => count > 0)
