/** Whether what waits has passed somebody's threshold, and is not told already. */
import { countNotPublished } from '../../embargo/index.ts'
import { countFailedLetters } from '../../mail/index.ts'
import { countWaitingSince } from '../../moderation/queue/index.ts'
import { may, type Person, type Switch } from '../../people/index.ts'
import { type ObjectionKind, objectionsOf } from '../../redress/index.ts'
import type { Database } from '../../store/index.ts'
import { countOpenTickets } from '../../tickets/index.ts'
import type { Threshold, ThresholdKind, WaitingChoices } from './choices.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How many wait, and since when the newest does; of those that have waited since `until`, where that is given. */
type CountKind = (db: Database, until?: number) => Promise<{ count: number; newest: number | null }>

const objections =
  (kind: ObjectionKind): CountKind =>
  (db, until) =>
    objectionsOf(db, kind, until)

const COUNTS: Record<ThresholdKind, CountKind> = {
  appeals: objections('appeals'),
  reports: objections('reports'),
  tickets: countOpenTickets,
  schedules: countNotPublished,
  letters: countFailedLetters,
}

/** Who is told of it: those who can do something about it. */
export const NEEDS: Record<ThresholdKind, Switch> = {
  appeals: 'moderate',
  reports: 'moderate',
  tickets: 'publish',
  schedules: 'publish',
  letters: 'settings',
}

/** What of a person's choices is theirs to answer, now. */
export function choicesWithin(person: Person, choices: WaitingChoices): WaitingChoices {
  const kinds = Object.entries(choices.kinds).filter(([kind]) => may(person, NEEDS[kind as ThresholdKind]))
  return { ...choices, comments: may(person, 'moderate') ? choices.comments : null, kinds: Object.fromEntries(kinds) }
}

/** Comments are told of each time, as many as were asked for. */
export const areCommentsDue = async (db: Database, { comments }: WaitingChoices, now: number): Promise<boolean> =>
  comments !== null && (await countWaitingSince(db, now - comments.minutes * MINUTE)) >= comments.atLeast

/** A legal notice that came since the last letter, or has waited another day: told of at once where reports are told of. */
export async function isNoticeDue(
  db: Database,
  { kinds }: WaitingChoices,
  { lastAt, now }: { lastAt: number | null; now: number },
): Promise<boolean> {
  if (!kinds.reports) return false
  return isNews(await objectionsOf(db, 'notices'), 0, { lastAt, now })
}

/** How much of each other kind is to be told of, by its threshold; none where it has not passed it. */
export async function countPassed(
  db: Database,
  { kinds }: WaitingChoices,
  now: number,
): Promise<Partial<Record<ThresholdKind, number>>> {
  const counts = await Promise.all(
    Object.entries(kinds).map(async ([kind, threshold]) => {
      const [all, long] = await passed(db, kind as ThresholdKind, threshold, now)
      return [kind, all?.count ?? long?.count ?? 0] as const
    }),
  )
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

/** Whether any of them is to be told of: something has passed its threshold since the last letter, or a day is over. */
export async function isThresholdPassed(
  db: Database,
  { kinds }: WaitingChoices,
  { lastAt, now }: { lastAt: number | null; now: number },
): Promise<boolean> {
  for (const [kind, threshold] of Object.entries(kinds)) {
    const [all, long] = await passed(db, kind as ThresholdKind, threshold, now)
    if (all && isNews(all, 0, { lastAt, now })) return true
    if (long && isNews(long, (threshold.hours ?? 0) * HOUR, { lastAt, now })) return true
  }
  return false
}

type Found = Awaited<ReturnType<CountKind>>

/** By number, and by hours; null where it is not asked for, or not passed. */
async function passed(
  db: Database,
  kind: ThresholdKind,
  { atLeast, hours }: Threshold,
  now: number,
): Promise<[Found | null, Found | null]> {
  const [all, long] = await Promise.all([
    atLeast === null ? null : COUNTS[kind](db),
    hours === null ? null : COUNTS[kind](db, now - hours * HOUR),
  ])
  return [all && atLeast !== null && all.count >= atLeast ? all : null, long && long.count > 0 ? long : null]
}

/** Whether the newest passed its threshold, `span` after it came, since the last letter; the same is told again after a day. */
const isNews = ({ newest }: Found, span: number, { lastAt, now }: { lastAt: number | null; now: number }): boolean =>
  newest !== null && (lastAt === null || newest > lastAt - span || lastAt <= now - DAY)
