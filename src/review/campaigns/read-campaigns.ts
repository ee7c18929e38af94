/** Campaigns as the desk shows them. Everything is counted from the comments themselves, up to a bound. */
import { sql } from 'kysely'
import type { Database, RevisionStateName } from '../../store/index.ts'
import { notUndone } from '../not-undone.ts'
import { HELD } from './held.ts'
import { plainTextOf } from './plain-text.ts'
import { mostTypical, pairsOf } from './sketch.ts'

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
  reason: string | null
  by: { id: string; name: string }
  at: number
  /** How many comments it decided. */
  count: number
}

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
  return summaries(
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
  return { campaigns: await summaries(db, shown), next: rows.length > PAGE ? (shown.at(-1) ?? null) : null }
}

export const readCampaign = async (db: Database, id: string): Promise<Campaign | null> =>
  (await summaries(db, [id]))[0] ?? null

const summaries = async (db: Database, ids: readonly string[]): Promise<Campaign[]> =>
  (await Promise.all(ids.map((id) => summary(db, id)))).filter((one) => one !== null)

async function summary(db: Database, id: string): Promise<Campaign | null> {
  const [campaign, counts, sample, decision] = await Promise.all([
    db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst(),
    db
      .selectFrom(latestOf(db, id).as('r'))
      .innerJoin('comments as c', 'c.id', 'r.comment_id')
      .select((r) => [
        r.fn.count('r.comment_id').distinct().as('size'),
        r.fn.countAll().as('revisions'),
        r.fn.count('c.sender_key').distinct().as('networks'),
        r.fn.min('r.created_at').as('firstAt'),
        r.fn.max('r.created_at').as('lastAt'),
        sql<number>`sum(case when r.state = 'held' then 1 else 0 end)`.as('waiting'),
      ])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('comment_revisions')
      .select('text')
      .where('campaign_id', '=', id)
      .where('text', '!=', '')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
    lastDecisionOn(db, id),
  ])
  if (!campaign) return null
  return {
    id,
    short: campaign.short === 1,
    size: Number(counts.size),
    more: Number(counts.revisions) >= MOST_MEMBERS,
    waiting: Number(counts.waiting ?? 0),
    networks: Number(counts.networks),
    firstAt: Number(counts.firstAt ?? campaign.made_at),
    lastAt: Number(counts.lastAt ?? campaign.made_at),
    sample: sample?.text ?? '',
    decision,
  }
}

const latestOf = (db: Database, id: string) =>
  db
    .selectFrom('comment_revisions')
    .select(['comment_id', 'state', 'created_at'])
    .where('campaign_id', '=', id)
    .orderBy('created_at', 'desc')
    .limit(MOST_MEMBERS)

async function lastDecisionOn(db: Database, id: string): Promise<CampaignDecision | null> {
  const row = await db
    .selectFrom('decisions as d')
    .innerJoin('people as p', 'p.id', 'd.decided_by')
    .select(['d.group_id', 'd.action', 'd.reason', 'd.decided_at', 'd.decided_by', 'p.name'])
    .where('d.campaign_id', '=', id)
    .where('d.group_id', 'is not', null)
    .where('d.action', 'in', ['approve', 'reject'])
    .where(notUndone('d.id'))
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.group_id) return null
  const { count } = await db
    .selectFrom('decisions')
    .select((d) => d.fn.countAll().as('count'))
    .where('group_id', '=', row.group_id)
    .executeTakeFirstOrThrow()
  return {
    groupId: row.group_id,
    action: row.action as CampaignDecision['action'],
    reason: row.reason,
    by: { id: row.decided_by, name: row.name },
    at: row.decided_at,
    count: Number(count),
  }
}

export interface CampaignMember {
  revisionId: string
  commentId: string
  authorName: string
  text: string
  state: RevisionStateName
  createdAt: number
  story: { id: string; headline: string }
  /** Who has it in hand, if anyone. */
  holder: string | null
}

/** The latest of its comments that wait, or of those that don't. */
export async function readMembers(
  db: Database,
  id: string,
  which: 'waiting' | 'decided',
  limit: number,
  now: number,
): Promise<CampaignMember[]> {
  const rows = await db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .innerJoin('stories as s', 's.id', 'c.story_id')
    .leftJoin('claims as k', (join) => join.onRef('k.revision_id', '=', 'r.id').on('k.expires_at', '>', now))
    .leftJoin('people as p', 'p.id', 'k.person_id')
    .select([
      'r.id as revisionId',
      'r.comment_id as commentId',
      'c.author_name as authorName',
      'r.text',
      'r.state',
      'r.created_at as createdAt',
      's.id as storyId',
      's.draft_json',
      'p.name as holder',
    ])
    .where('r.campaign_id', '=', id)
    .where('r.state', which === 'waiting' ? '=' : '!=', HELD)
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ storyId, draft_json, ...row }) => ({
    ...row,
    story: { id: storyId, headline: (JSON.parse(draft_json) as { headline: string }).headline },
  }))
}

/** So many of the latest are compared to find the typical one. */
const COMPARED = 20

/** Of some texts the one that is most like the others; the others are shown by what differs from it. */
export function typicalText(texts: readonly string[]): string {
  const some = texts.slice(0, COMPARED)
  return some[mostTypical(some.map((text) => pairsOf(plainTextOf(text).words)))] ?? ''
}
