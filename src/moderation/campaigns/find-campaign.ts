/**
 * Whether a comment is one of several that say the same: found in the
 * transaction that examines it, by a few keyed reads, however many there are.
 */

import type { Incoming, Signal } from '../../discussion/index.ts'
import { examined } from '../../discussion/index.ts'
import { decisionMessages as m } from '../../messages/index.ts'
import { newId, type RevisionStateName, type Transaction, takeTurns } from '../../store/index.ts'
import { findAlike, keepText, readForCampaigns } from './find-alike.ts'
import type { PlainText } from './plain-text.ts'

/** So many comments, this one counted, make a campaign. */
export const CAMPAIGN_FROM = 3
/** Of a few words without a link, such as "Thanks!", it takes more, and within a day. */
export const SHORT_CAMPAIGN_FROM = 8
const SHORT_WITHIN = 24 * 60 * 60 * 1000
const SHORT_OVER_AFTER = 30 * SHORT_WITHIN

/** As many of the latest are looked at to say what became of them. */
const MOST_LOOKED_AT = 100

export interface FoundCampaign {
  campaignId: string | null
  textNumber: number
  signals: Signal[]
}

export async function findCampaign(tx: Transaction, comment: Incoming, plain: PlainText): Promise<FoundCampaign> {
  const same = await readForCampaigns(tx.rows, plain)
  const known = same?.campaignId ?? null
  const { alike, open } = known === null ? await findAlike(tx.rows, plain) : { alike: [], open: [] }
  const near = alike.filter(({ number }) => number !== same?.number)
  const campaignId = known ?? campaignAmong(near)
  const text = same ?? (await keepText(tx, plain, { revisionId: comment.revisionId, campaignId }, open))
  const found = { comment, plain, textNumber: text.number }
  if (campaignId !== null) {
    const outside = [text, ...near].filter((one) => one.campaignId === null)
    return joinFound(tx, found, campaignId, numbersOf(outside))
  }
  const alone = { campaignId: null, textNumber: text.number }
  if (!same && near.length === 0) return { ...alone, signals: [] }
  const since = plain.short ? comment.at - SHORT_WITHIN : null
  const texts = numbersOf([text, ...near])
  const others = await readOthers(tx, comment.commentId, { texts, since })
  if (others.length + 1 < (plain.short ? SHORT_CAMPAIGN_FROM : CAMPAIGN_FROM))
    return { ...alone, signals: plain.short ? [] : signalsOf(others, plain) }

  // Where another process makes it at this very moment, this one waits, looks again, and joins.
  await takeTurns(tx, 'campaigns')
  const all = numbersOf([text, ...(await findAlike(tx.rows, plain)).alike])
  const made = await campaignOf(tx, all)
  if (made !== null) return joinFound(tx, found, made, all)
  const id = newId(tx.now)
  await tx.rows
    .insertInto('campaigns')
    .values({ id, made_at: tx.now, found_by: comment.revisionId, short: plain.short ? 1 : 0 })
    .execute()
  await joinCampaign(tx, id, all, since)
  return { campaignId: id, textNumber: text.number, signals: signalsOf(others, plain) }
}

const campaignAmong = (texts: readonly { campaignId: string | null }[]): string | null =>
  texts.find(({ campaignId }) => campaignId !== null)?.campaignId ?? null

const numbersOf = (texts: readonly { number: number }[]): number[] => [...new Set(texts.map(({ number }) => number))]

const campaignOf = async (tx: Transaction, texts: readonly number[]): Promise<string | null> =>
  campaignAmong(
    await tx.rows.selectFrom('alike_texts').select('campaign_id as campaignId').where('number', 'in', texts).execute(),
  )

interface Found {
  comment: Incoming
  plain: PlainText
  textNumber: number
}

/** The comment belongs to a campaign that is there already; `outside` are texts that join it with this one. */
async function joinFound(
  tx: Transaction,
  { comment, plain, textNumber }: Found,
  campaignId: string,
  outside: readonly number[],
): Promise<FoundCampaign> {
  const others = await readOthers(tx, comment.commentId, { campaignId })
  // Who says thanks a month later belongs to no campaign of thanks.
  if (plain.short && (others[0]?.createdAt ?? 0) < comment.at - SHORT_OVER_AFTER)
    return { campaignId: null, textNumber, signals: [] }
  if (outside.length > 0) await joinCampaign(tx, campaignId, outside, plain.short ? comment.at - SHORT_WITHIN : null)
  return { campaignId, textNumber, signals: signalsOf(others, plain) }
}

/** Puts texts, and the comments that said them, into a campaign, but for those that are in one. */
async function joinCampaign(
  tx: Transaction,
  campaignId: string,
  texts: readonly number[],
  since: number | null,
): Promise<void> {
  await tx.rows
    .updateTable('alike_texts')
    .set({ campaign_id: campaignId })
    .where('number', 'in', texts)
    .where('campaign_id', 'is', null)
    .execute()
  await examined.putInCampaign(tx, campaignId, { texts, since })
}

interface Other {
  commentId: string
  state: RevisionStateName
  network: string
  createdAt: number
}

/** The latest other comments that are alike, newest first, each once with its latest such words. */
async function readOthers(
  tx: Transaction,
  commentId: string,
  by: { campaignId: string } | { texts: readonly number[]; since: number | null },
): Promise<Other[]> {
  let query = tx.rows
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select(['r.comment_id as commentId', 'r.state', 'c.sender_key as network', 'r.created_at as createdAt'])
    .where('r.comment_id', '!=', commentId)
  if ('campaignId' in by) query = query.where('r.campaign_id', '=', by.campaignId)
  else {
    query = query.where('r.text_number', 'in', by.texts)
    if (by.since !== null) query = query.where('r.created_at', '>', by.since)
  }
  const rows = await query.orderBy('r.created_at', 'desc').limit(MOST_LOOKED_AT).execute()
  return [...new Map(rows.reverse().map((row) => [row.commentId, row])).values()].reverse()
}

/**
 * What is said of it. Being alike weighs a little, and nothing where it is a few
 * words that many people write; what became of the others weighs more.
 */
function signalsOf(others: readonly Other[], { short }: PlainText): Signal[] {
  if (others.length === 0) return []
  const count = (...states: RevisionStateName[]) => others.filter(({ state }) => states.includes(state)).length
  const [spam, approved, rejected] = [count('spam'), count('approved'), count('rejected', 'removed')]
  const decided = spam + approved + rejected
  const alike = short || others.length + 1 < CAMPAIGN_FROM ? 0 : Math.min(0.6, 0.2 + 0.04 * others.length)
  const weight =
    decided === 0
      ? alike
      : Math.max((0.95 * spam) / decided, (0.5 * rejected) / decided, alike * (1 - approved / decided))
  const became = [
    ...(spam > 0 ? [m.wereSpam(spam)] : []),
    ...(approved > 0 ? [m.wereApproved(approved)] : []),
    ...(rejected > 0 ? [m.wereRejected(rejected)] : []),
  ]
  const networks = new Set(others.map(({ network }) => network)).size
  const what = m.nearIdentical(Math.min(others.length, MOST_LOOKED_AT), others.length >= MOST_LOOKED_AT, networks)
  return [
    {
      phase: 'campaign',
      state: weight > 0 ? 'raised' : 'ok',
      words: became.length > 0 ? m.became(what, became) : what,
      weight: Math.round(weight * 100) / 100,
    },
  ]
}
