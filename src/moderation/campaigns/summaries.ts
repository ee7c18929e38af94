/** What is told of campaigns, in a handful of queries for any list of them. Everything is counted from the comments themselves, up to a bound. */

import { sql } from 'kysely'
import type { Reason } from '../../house-rules/index.ts'
import { readWordings } from '../../house-rules/index.ts'
import { namesOfStaff } from '../../people/index.ts'
import type { Database } from '../../store/index.ts'
import { notUndone } from '../decisions/index.ts'

/** A campaign is counted exactly up to here. */
export const MOST_MEMBERS = 1000

export interface Campaign {
  id: string
  /** Nothing but a few short words is alike. */
  short: boolean
  /** Comments, at most MOST_MEMBERS: the latest. */
  size: number
  more: boolean
  waiting: number
  /** Networks they came from, each counted anew every day. */
  networks: number
  firstAt: number
  lastAt: number
  /** Some of its words as they came. */
  sample: string
  /** The last decision on it as a whole that stands. */
  decision: CampaignDecision | null
}

export interface CampaignDecision {
  groupId: string
  action: 'approve' | 'reject'
  /** In the words that held then; null where it was approved. */
  reason: Reason | null
  by: { id: string; name: string }
  at: number
  /** How many comments it decided. */
  count: number
}

/** These campaigns in this order; one that is not there is left out. */
export async function readSummaries(db: Database, ids: readonly string[]): Promise<Campaign[]> {
  if (ids.length === 0) return []
  const [heads, counts, decisions] = await Promise.all([headsOf(db, ids), countAll(db, ids), decisionsOn(db, ids)])
  const headById = new Map(heads.map((head) => [head.id, head]))
  const countById = new Map(counts.map((count) => [count.id, count]))
  return ids.flatMap((id) => {
    const head = headById.get(id)
    if (!head) return []
    const count = countById.get(id)
    const revisions = Number(count?.revisions ?? 0)
    return {
      id,
      short: head.short === 1,
      size: Math.min(Number(count?.size ?? 0), MOST_MEMBERS),
      more: revisions >= MOST_MEMBERS,
      waiting: Number(count?.waiting ?? 0),
      networks: Number(count?.networks ?? 0),
      firstAt: Number(count?.firstAt ?? head.made_at),
      lastAt: Number(count?.lastAt ?? head.made_at),
      sample: head.sample ?? '',
      decision: decisions.get(id) ?? null,
    }
  })
}

const headsOf = (db: Database, ids: readonly string[]) =>
  db
    .selectFrom('campaigns as g')
    .select(['g.id', 'g.short', 'g.made_at'])
    .select((g) =>
      g
        .selectFrom('comment_revisions as r')
        .select('r.text')
        .whereRef('r.campaign_id', '=', 'g.id')
        .where('r.text', '!=', '')
        .orderBy('r.created_at', 'desc')
        .limit(1)
        .as('sample'),
    )
    .where('g.id', 'in', ids)
    .execute()

/** Campaigns counted in one query: at their largest a tenth of a second of SQLite's time, which no other request has meanwhile. */
const AT_ONCE = 20

async function countAll(db: Database, ids: readonly string[]): Promise<Awaited<ReturnType<typeof countsOf>>> {
  const counts = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    if (from > 0) await new Promise(setImmediate)
    counts.push(...(await countsOf(db, ids.slice(from, from + AT_ONCE))))
  }
  return counts
}

/** Over the latest of each. Where the last counted shares its very millisecond with others, those count too. */
const countsOf = (db: Database, ids: readonly string[]) =>
  db
    .with('bounds', (db) =>
      db
        .selectFrom('campaigns as g')
        .select('g.id')
        .select((g) =>
          g
            .selectFrom('comment_revisions as r')
            .select('r.created_at')
            .whereRef('r.campaign_id', '=', 'g.id')
            .orderBy('r.created_at', 'desc')
            .limit(1)
            .offset(MOST_MEMBERS - 1)
            .as('since'),
        )
        .where('g.id', 'in', ids),
    )
    .selectFrom('bounds as b')
    .innerJoin('comment_revisions as r', (join) =>
      join
        .onRef('r.campaign_id', '=', 'b.id')
        .on('r.campaign_id', 'is not', null)
        .on('r.created_at', '>=', sql<number>`coalesce(b.since, 0)`),
    )
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select((r) => [
      'b.id',
      r.fn.count('r.comment_id').distinct().as('size'),
      r.fn.countAll().as('revisions'),
      r.fn.count('c.sender_key').distinct().as('networks'),
      r.fn.min('r.created_at').as('firstAt'),
      r.fn.max('r.created_at').as('lastAt'),
      sql<number>`sum(case when r.state = 'held' then 1 else 0 end)`.as('waiting'),
    ])
    .groupBy('b.id')
    .execute()

/** By campaign: the last decision on it as a whole that stands, with how many comments it decided. */
async function decisionsOn(db: Database, ids: readonly string[]): Promise<Map<string, CampaignDecision>> {
  const [rows, wordings] = await Promise.all([
    db
      .selectFrom('campaigns as g')
      .innerJoin('decisions as d', (join) =>
        join.on((on) =>
          on(
            'd.id',
            '=',
            on
              .selectFrom('decisions as l')
              .select('l.id')
              .whereRef('l.campaign_id', '=', 'g.id')
              .where('l.group_id', 'is not', null)
              .where('l.action', 'in', ['approve', 'reject'])
              .where(notUndone('l.id'))
              .orderBy('l.sequence', 'desc')
              .limit(1),
          ),
        ),
      )
      .select(['g.id as campaign', 'd.group_id', 'd.action', 'd.reason', 'd.decided_at', 'd.sequence', 'd.decided_by'])
      .select((g) =>
        g
          .selectFrom('decisions as o')
          .select((o) => o.fn.countAll().as('count'))
          .whereRef('o.group_id', '=', 'd.group_id')
          .as('count'),
      )
      .where('g.id', 'in', ids)
      .execute(),
    readWordings(db),
  ])
  const names = await namesOfStaff(
    db,
    rows.map(({ decided_by }) => decided_by),
  )
  return new Map(
    rows.flatMap(({ group_id: groupId, ...row }) =>
      groupId === null
        ? []
        : [
            [
              row.campaign,
              {
                groupId,
                action: row.action as CampaignDecision['action'],
                reason: wordings(row.reason, row.sequence),
                by: { id: row.decided_by, name: names.get(row.decided_by) ?? '' },
                at: row.decided_at,
                count: Number(row.count),
              },
            ],
          ],
    ),
  )
}
