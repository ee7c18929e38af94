/** Earlier texts that a new one resembles: by the bands of its sketch, then by comparing the few that those bring up. */
import { type RawBuilder, sql } from 'kysely'
import type { Database, Transaction } from '../../store/index.ts'
import { type PlainText, plainTextOf } from './plain-text.ts'
import { ALIKE_FROM, BANDS, likeness, pairsOf, type Sketch, sketchOf } from './sketch.ts'

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

/** Which of some values a column has, as a condition of a query. */
type IsOneOf = (column: string, values: readonly number[]) => RawBuilder<boolean>

const isInList: IsOneOf = (column, values) => sql`${sql.ref(column)} in (${sql.join(values)})`

/** The most alike first. A text of a few words resembles nothing but itself. */
export const findAlike = async (db: Database, plain: PlainText): Promise<Neighbours> =>
  (await findAlikeOfEach(db, [sketchOf(plain)], isInList))[0] as Neighbours

/** The same for many, in as many queries as for one. */
export async function findAlikeOfEach(
  db: Database,
  sketches: readonly Sketch[],
  isOneOf: IsOneOf,
): Promise<Neighbours[]> {
  const keys = sketches.flatMap((sketch) => sketch.keys)
  if (keys.length === 0) return sketches.map(() => ({ alike: [], open: [] }))
  const rows = await db
    .selectFrom('alike_bands')
    .select(['band_key', 'text_number'])
    .where(isOneOf('band_key', [...new Set(keys)]))
    .limit(MOST_READ * sketches.length)
    .execute()
  const under = new Map<number, number[]>()
  for (const { band_key, text_number } of rows) {
    const numbers = under.get(band_key)
    if (numbers) numbers.push(text_number)
    else under.set(band_key, [text_number])
  }
  const likely = sketches.map((sketch) => likelyOf(sketch, under))
  const texts = await readTexts(db, [...new Set(likely.flat())], isOneOf)
  return sketches.map((sketch, index) => ({
    alike: (likely[index] as number[])
      .flatMap((number) => {
        const text = texts.get(number)
        return text ? [{ number, campaignId: text.campaignId, alike: likeness(sketch.pairs, text.pairs) }] : []
      })
      .filter((one) => one.alike >= ALIKE_FROM)
      .sort((a, b) => b.alike - a.alike || a.number - b.number),
    open: sketch.keys.filter((key) => (under.get(key)?.length ?? 0) < MOST_UNDER_KEY),
  }))
}

/** The numbers of those few texts that agree with a sketch in the most bands. */
function likelyOf({ keys }: Sketch, under: ReadonlyMap<number, readonly number[]>): number[] {
  const agreeing = new Map<number, number>()
  for (const number of keys.flatMap((key) => under.get(key) ?? []))
    agreeing.set(number, (agreeing.get(number) ?? 0) + 1)
  return [...agreeing]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, MOST_COMPARED)
    .map(([number]) => number)
}

async function readTexts(db: Database, numbers: readonly number[], isOneOf: IsOneOf) {
  if (numbers.length === 0) return new Map<number, { campaignId: string | null; pairs: Set<number> }>()
  const rows = await db
    .selectFrom('alike_texts as t')
    .innerJoin('comment_revisions as r', 'r.id', 't.revision_id')
    .select(['t.number', 't.campaign_id as campaignId', 'r.text'])
    .where(isOneOf('t.number', numbers))
    .execute()
  return new Map(
    rows.map(({ number, campaignId, text }) => [number, { campaignId, pairs: pairsOf(plainTextOf(text).words) }]),
  )
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
