/**
 * How fast comments are coming in: from one network, on one story, on the whole
 * site. It sets how much a browser is asked to work for a comment (proof.ts) and
 * is said to the moderator (phases/pace.ts).
 */
import { type RawBuilder, sql } from 'kysely'
import type { Database, Transaction } from '../store/index.ts'

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

/**
 * Numbers inside a query, as SQL: they are asked for with every comment, and
 * Kysely's builder would take as long over them as the database.
 */
type Count = RawBuilder<number>

/** Of a sender's comments since then, those whose first words were these. */
export async function countSameWords(
  tx: Transaction,
  keys: readonly string[],
  text: string,
  since: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from comments c join comment_revisions r on r.comment_id = c.id and r.number = 1
    where c.sender_key in (${sql.join(keys)}) and c.created_at > ${since} and r.text = ${text}`.execute(tx.rows)
  return rows[0]?.count ?? 0
}

/** Comments of the last ten minutes on all stories, counted no further than it matters. */
export const onSite = (now: number): Count =>
  sql`(select count(*) from
       (select id from comments where created_at >= ${now - TEN_MINUTES} limit ${sql.lit(PACE_LIMITS.site.flood)}) recent)`

/** How fast it goes for a sender just now. */
export async function paceFor(db: Database, keys: readonly string[], now: number): Promise<Pace> {
  const { rows } = await sql<{ sender: number; site: number }>`
    select (select count(*) from comments
        where sender_key in (${sql.join(keys)}) and created_at > ${now - TEN_MINUTES}) as sender,
      ${onSite(now)} as site`.execute(db)
  return paceOf(rows[0] as (typeof rows)[number])
}
