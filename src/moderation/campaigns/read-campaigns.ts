/** Campaigns as the desk shows them: in lists, and one with its comments. */

import type { Database, RevisionStateName } from '../../store/index.ts'
import { readHeadlines } from '../../story/index.ts'
import { namesOfHolders } from '../queue/index.ts'
import { HELD } from './held.ts'
import { plainTextOf } from './plain-text.ts'
import { mostTypical, pairsOf } from './sketch.ts'
import { type Campaign, readSummaries } from './summaries.ts'

export interface CampaignList {
  campaigns: Campaign[]
  /** The id to go on after; null at the end. */
  next: string | null
}

const PAGE = 20

/** Those of which something waits, where most waits first; at most 100. */
export async function listWaitingCampaigns(db: Database): Promise<Campaign[]> {
  const rows = await db
    .selectFrom('comment_revisions')
    .select((r) => ['campaign_id as id', r.fn.countAll().as('waiting'), r.fn.max('created_at').as('lastAt')])
    .where('state', '=', HELD)
    .where('campaign_id', 'is not', null)
    .groupBy('campaign_id')
    .orderBy('waiting', 'desc')
    .orderBy('lastAt', 'desc')
    .limit(100)
    .execute()
  return readSummaries(
    db,
    rows.map(({ id }) => id as string),
  )
}

/** Those of which nothing waits, the newest first. */
export async function listPastCampaigns(db: Database, after?: string): Promise<CampaignList> {
  let query = db
    .selectFrom('campaigns as g')
    .select('g.id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('comment_revisions as r')
            .select('r.id')
            .whereRef('r.campaign_id', '=', 'g.id')
            .where('r.campaign_id', 'is not', null)
            .where('r.state', '=', HELD),
        ),
      ),
    )
  if (after !== undefined) query = query.where('g.id', '<', after)
  const rows = await query
    .orderBy('g.id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE).map(({ id }) => id)
  return { campaigns: await readSummaries(db, shown), next: rows.length > PAGE ? (shown.at(-1) ?? null) : null }
}

export const readCampaign = async (db: Database, id: string): Promise<Campaign | null> =>
  (await readSummaries(db, [id]))[0] ?? null

export interface CampaignMember {
  revisionId: string
  commentId: string
  authorName: string
  text: string
  state: RevisionStateName
  createdAt: number
  /** Grows with every comment that comes in, whatever the clock says. */
  arrival: number
  story: { id: string; headline: string }
  /** The name of whoever else has it in hand, if anyone. */
  holder: string | null
}

/** The latest of its comments that wait, or of those that don’t, as `by` meets them. */
export async function readMembers(
  db: Database,
  id: string,
  which: 'waiting' | 'decided',
  limit: number,
  now: number,
  by: string | null = null,
): Promise<CampaignMember[]> {
  const rows = await db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .leftJoin('comment_words as w', 'w.revision_id', 'r.id')
    .select([
      'r.id as revisionId',
      'r.comment_id as commentId',
      'c.author_name as authorName',
      'r.text',
      'r.state',
      'r.created_at as createdAt',
      'c.story_id as storyId',
      'w.number as arrival',
    ])
    .where('r.campaign_id', '=', id)
    .where('r.state', which === 'waiting' ? '=' : '!=', HELD)
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
  const [holders, headlines] = await Promise.all([
    namesOfHolders(
      db,
      rows.map(({ revisionId }) => revisionId),
      by,
      now,
    ),
    readHeadlines(db, [...new Set(rows.map(({ storyId }) => storyId))]),
  ])
  return rows.map(({ storyId, arrival, ...row }) => ({
    ...row,
    holder: holders.get(row.revisionId) ?? null,
    // Words that were erased have none, and wait for nobody.
    arrival: arrival ?? 0,
    story: { id: storyId, headline: headlines.get(storyId) ?? '' },
  }))
}

/** So many of the latest are compared to find the typical one. */
const COMPARED = 20

/** Of some texts the one that is most like the others; the others are shown by what differs from it. */
export function typicalText(texts: readonly string[]): string {
  const some = texts.slice(0, COMPARED)
  return some[mostTypical(some.map((text) => pairsOf(plainTextOf(text).words)))] ?? ''
}
