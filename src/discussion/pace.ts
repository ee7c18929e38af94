/**
 * How fast comments are coming in: from one network, on one story, on the whole
 * site. It sets how much a browser is asked to work for a comment (proof.ts) and
 * is said to the moderator (phases/pace.ts).
 */
import { sql } from 'kysely'
import { type Database, firstIdAt } from '../store/index.ts'

export const TEN_MINUTES = 10 * 60 * 1000
export const HOUR = 60 * 60 * 1000
export const ONE_DAY = 24 * HOUR

export const PACES = ['calm', 'brisk', 'flood'] as const
export type Pace = (typeof PACES)[number]

/**
 * From how many comments in ten minutes on it counts as brisk, or as a flood.
 * 600 on the site are one a second, twice what the quickest moderator decides.
 */
export const PACE_LIMITS = { sender: { brisk: 3, flood: 10 }, site: { brisk: 100, flood: 600 } } as const

export function paceOf({ sender, site }: { sender: number; site: number }): Pace {
  if (sender >= PACE_LIMITS.sender.flood || site >= PACE_LIMITS.site.flood) return 'flood'
  return sender >= PACE_LIMITS.sender.brisk || site >= PACE_LIMITS.site.brisk ? 'brisk' : 'calm'
}

const counted = sql<number>`count(*)`.as('count')

/** Comments of the sender with these keys since then, as one number of a query. */
export const fromSender = (db: Database, keys: readonly string[], since: number) =>
  db.selectFrom('comments').select(counted).where('sender_key', 'in', keys).where('created_at', '>', since)

/** Of those, the ones whose first words were these. */
export const sameFromSender = (db: Database, keys: readonly string[], text: string, since: number) =>
  db
    .selectFrom('comments')
    .innerJoin('comment_revisions', (join) =>
      join.onRef('comment_revisions.comment_id', '=', 'comments.id').on('comment_revisions.number', '=', 1),
    )
    .select(counted)
    .where('sender_key', 'in', keys)
    .where('comments.created_at', '>', since)
    .where('comment_revisions.text', '=', text)

/** Comments of the last ten minutes on all stories, counted no further than it matters. */
export const onSite = (db: Database, now: number) =>
  db
    .selectFrom(
      db
        .selectFrom('comments')
        .select('id')
        .where('id', '>=', firstIdAt(now - TEN_MINUTES))
        .limit(PACE_LIMITS.site.flood)
        .as('recent'),
    )
    .select(counted)

/** How fast it goes for a sender just now. */
export async function paceFor(db: Database, keys: readonly string[], now: number): Promise<Pace> {
  const row = await db
    .selectNoFrom([fromSender(db, keys, now - TEN_MINUTES).as('sender'), onSite(db, now).as('site')])
    .executeTakeFirstOrThrow()
  return paceOf({ sender: Number(row.sender), site: Number(row.site) })
}
