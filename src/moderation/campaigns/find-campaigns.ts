/**
 * Campaigns of many comments at once. Most say what nobody said before: for all
 * of those together it takes as many statements as for one. Only who has company
 * is looked at alone, in turn, so that each finds those before it.
 */
import { examined, type Incoming } from '../../discussion/index.ts'
import { many, type Transaction } from '../../store/index.ts'
import { findAlikeOfEach, type Neighbours } from './find-alike.ts'
import { type FoundCampaign, findCampaign } from './find-campaign.ts'
import { type PlainText, plainTextOf } from './plain-text.ts'
import { ALIKE_FROM, likeness, type Sketch, sketchOf } from './sketch.ts'

interface Compared extends Sketch {
  comment: Incoming
  plain: PlainText
  open: readonly number[]
  hasCompany: boolean
}

/** In the order of the comments. */
export async function findCampaigns(tx: Transaction, comments: readonly Incoming[]): Promise<FoundCampaign[]> {
  const compared = await compare(tx, comments)
  const numbers = await keepTexts(
    tx,
    compared.filter(({ hasCompany }) => !hasCompany),
  )
  const found: FoundCampaign[] = []
  for (const { comment, plain, hasCompany } of compared) {
    const textNumber = hasCompany ? undefined : numbers.get(comment.revisionId)
    if (textNumber !== undefined) found.push({ campaignId: null, textNumber, signals: [] })
    else {
      const campaign = await findCampaign(tx, comment, plain)
      await examined.noteText(tx, comment.revisionId, campaign)
      found.push(campaign)
    }
  }
  return found
}

/** Who says the same as somebody before them, or as somebody who comes at the same moment. */
async function compare(tx: Transaction, comments: readonly Incoming[]): Promise<Compared[]> {
  const plains = comments.map(({ text }) => plainTextOf(text))
  const sketches = plains.map(sketchOf)
  const isOneOf = (column: string, values: readonly number[]) => many.isOneOf(tx.kind, column, values)
  const known = await tx.rows
    .selectFrom('alike_texts')
    .select('text_key')
    .where(
      isOneOf(
        'text_key',
        plains.map(({ key }) => key),
      ),
    )
    .execute()
  const keys = new Set(known.map(({ text_key }) => text_key))
  const neighbours = await findAlikeOfEach(tx.rows, sketches, isOneOf)
  const together = alikeAmong(plains, sketches)
  return comments.map((comment, index) => {
    const plain = plains[index] as PlainText
    const { alike, open } = neighbours[index] as Neighbours
    const hasCompany = keys.has(plain.key) || alike.length > 0 || together.has(index)
    return { ...(sketches[index] as Sketch), comment, plain, open, hasCompany }
  })
}

/** The places of those that are alike among themselves. */
function alikeAmong(plains: readonly PlainText[], sketches: readonly Sketch[]): Set<number> {
  const alike = new Set<number>()
  const byText = new Map<number, number>()
  const byKey = new Map<number, number[]>()
  for (const [index, { key }] of plains.entries()) {
    const { pairs, keys } = sketches[index] as Sketch
    const same = byText.get(key)
    const near = new Set(keys.flatMap((one) => byKey.get(one) ?? []))
    const others = [
      ...(same === undefined ? [] : [same]),
      ...[...near].filter((other) => likeness(pairs, (sketches[other] as Sketch).pairs) >= ALIKE_FROM),
    ]
    for (const one of others.length > 0 ? [index, ...others] : []) alike.add(one)
    byText.set(key, same ?? index)
    for (const one of keys) byKey.set(one, [...(byKey.get(one) ?? []), index])
  }
  return alike
}

/** Keeps new texts and the keys under which later ones find them; answers their numbers by revision, but for what another process kept at this very moment. */
async function keepTexts(tx: Transaction, compared: readonly Compared[]): Promise<Map<string, number>> {
  if (compared.length === 0) return new Map()
  const made = await many.insertNew(
    tx,
    'alike_texts',
    compared.map(({ plain, comment }) => ({ text_key: plain.key, revision_id: comment.revisionId })),
    'text_key',
  )
  const rows = await tx.rows
    .selectFrom('alike_texts')
    .select(['number', 'revision_id'])
    .where(many.isOneOf(tx.kind, 'text_key', [...made].map(Number)))
    .execute()
  const numbers = new Map(rows.map(({ revision_id, number }) => [revision_id, number]))
  await many.insert(
    tx,
    'alike_bands',
    compared.flatMap(({ comment, open }) => {
      const text_number = numbers.get(comment.revisionId)
      return text_number === undefined ? [] : open.map((band_key) => ({ band_key, text_number }))
    }),
  )
  return numbers
}
