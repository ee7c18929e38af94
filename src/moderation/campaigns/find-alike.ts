/** Earlier texts that a new one resembles: by the bands of its sketch, then by comparing the few that those bring up. */
import type { Database, Transaction } from '../../store/index.ts'
import { type PlainText, plainTextOf } from './plain-text.ts'
import { ALIKE_FROM, BANDS, bandKeys, likeness, pairsOf } from './sketch.ts'

/** So many texts stand under one key at the most: enough to be found by, and a bound for whatever is fashionable to say. */
export const MOST_UNDER_KEY = 8
/** A key takes no more than that, but for a few that several processes add at the same moment. */
const MOST_READ = 4 * BANDS * MOST_UNDER_KEY
/** So many of the texts that bands bring up are compared, those first that agree in the most. */
const MOST_COMPARED = 8

export interface AlikeText {
  number: number
  campaignId: string | null
  /** The share of pairs of words in common, 0 to 1. */
  alike: number
}

export interface Neighbours {
  alike: AlikeText[]
  /** Keys under which there is room for one more. */
  open: number[]
}

/** The most alike first. A text of a few words resembles nothing but itself. */
export async function findAlike(db: Database, plain: PlainText): Promise<Neighbours> {
  if (plain.short) return { alike: [], open: [] }
  const pairs = pairsOf(plain.words)
  const keys = bandKeys(pairs)
  const rows = await db
    .selectFrom('alike_bands')
    .select(['band_key', 'text_number'])
    .where('band_key', 'in', keys)
    .limit(MOST_READ)
    .execute()
  const agreeing = new Map<number, number>()
  const under = new Map<number, number>()
  for (const { band_key, text_number } of rows) {
    agreeing.set(text_number, (agreeing.get(text_number) ?? 0) + 1)
    under.set(band_key, (under.get(band_key) ?? 0) + 1)
  }
  const open = keys.filter((key) => (under.get(key) ?? 0) < MOST_UNDER_KEY)
  const likely = [...agreeing].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, MOST_COMPARED)
  if (likely.length === 0) return { alike: [], open }
  const texts = await db
    .selectFrom('alike_texts as t')
    .innerJoin('comment_revisions as r', 'r.id', 't.revision_id')
    .select(['t.number', 't.campaign_id as campaignId', 'r.text'])
    .where(
      't.number',
      'in',
      likely.map(([number]) => number),
    )
    .execute()
  const alike = texts
    .map(({ number, campaignId, text }) => ({
      number,
      campaignId,
      alike: likeness(pairs, pairsOf(plainTextOf(text).words)),
    }))
    .filter((one) => one.alike >= ALIKE_FROM)
    .sort((a, b) => b.alike - a.alike || a.number - b.number)
  return { alike, open }
}

/** The text's number, made where it is new; with it the keys under which later texts find it. */
export async function keepText(
  tx: Transaction,
  plain: PlainText,
  text: { revisionId: string; campaignId: string | null },
  open: readonly number[],
): Promise<{ number: number; campaignId: string | null }> {
  const made = await tx.rows
    .insertInto('alike_texts')
    .values({ text_key: plain.key, revision_id: text.revisionId, campaign_id: text.campaignId })
    .onConflict((conflict) => conflict.column('text_key').doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!made) {
    // The same text, in another process at this very moment.
    const other = await readForCampaigns(tx.rows, plain)
    if (!other) throw new Error('a text that was there has gone')
    return other
  }
  if (open.length > 0) {
    await tx.rows
      .insertInto('alike_bands')
      .values(open.map((band_key) => ({ band_key, text_number: made.number })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return { number: made.number, campaignId: text.campaignId }
}

export const readForCampaigns = (
  db: Database,
  plain: PlainText,
): Promise<{ number: number; campaignId: string | null } | undefined> =>
  db
    .selectFrom('alike_texts')
    .select(['number', 'campaign_id as campaignId'])
    .where('text_key', '=', plain.key)
    .executeTakeFirst()
