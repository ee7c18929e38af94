/**
 * Campaigns of many comments at once. Most say what nobody said before: for all
 * of those together it takes as many statements as for one. Only who has company
 * is looked at alone, in turn, so that each finds those before it.
 */
import { examined, type Incoming } from '../../discussion/index.ts'
import { many, type Transaction } from '../../store/index.ts'
import { findAlikeOfEach, type Neighbours } from './find-alike.ts'
import { type FoundCampaign, findCampaign } from './find-campaign.ts'
import { plainTextOf } from './plain-text.ts'
import { ALIKE_FROM, type Fingerprint, fingerprintOf, likeness, type Sketch, sketchBy } from './sketch.ts'

interface Compared {
  comment: Incoming
  key: number
  open: readonly number[]
  hasCompany: boolean
}

/** In the order of the comments; their fingerprints are `known` where they are. */
export async function findCampaigns(
  tx: Transaction,
  comments: readonly Incoming[],
  known: readonly (Fingerprint | undefined)[] = [],
): Promise<FoundCampaign[]> {
  const fingerprints = comments.map(({ text }, index) => known[index] ?? fingerprintOf(text))
  const compared = await compare(tx, comments, fingerprints)
  const numbers = await keepTexts(
    tx,
    compared.filter(({ hasCompany }) => !hasCompany),
  )
  const found: FoundCampaign[] = []
  for (const { comment, hasCompany } of compared) {
    const textNumber = hasCompany ? undefined : numbers.get(comment.revisionId)
    if (textNumber !== undefined) found.push({ campaignId: null, textNumber, signals: [] })
    else {
      const campaign = await findCampaign(tx, comment, plainTextOf(comment.text))
      await examined.noteText(tx, comment.revisionId, campaign)
      found.push(campaign)
    }
  }
  return found.some(({ campaignId }) => campaignId !== null) ? joinedSince(tx, comments, found) : found
}

/** Who was looked at first may have been joined by who came at the same moment and was looked at later. */
async function joinedSince(
  tx: Transaction,
  comments: readonly Incoming[],
  found: readonly FoundCampaign[],
): Promise<FoundCampaign[]> {
  const rows = await tx.rows
    .selectFrom('comment_revisions')
    .select(['id', 'campaign_id'])
    .where(
      many.isOneOf(
        tx.kind,
        'id',
        comments.map(({ revisionId }) => revisionId),
      ),
    )
    .execute()
  const campaigns = new Map(rows.map(({ id, campaign_id }) => [id, campaign_id]))
  return found.map((one, index) => ({
    ...one,
    campaignId: one.campaignId ?? campaigns.get((comments[index] as Incoming).revisionId) ?? null,
  }))
}

/** Who says the same as somebody before them, or as somebody who comes at the same moment. */
async function compare(
  tx: Transaction,
  comments: readonly Incoming[],
  fingerprints: readonly Fingerprint[],
): Promise<Compared[]> {
  const sketches = comments.map(({ text }, index) => sketchBy(fingerprints[index] as Fingerprint, text))
  const isOneOf = (column: string, values: readonly number[]) => many.isOneOf(tx.kind, column, values)
  const known = await tx.rows
    .selectFrom('alike_texts')
    .select('text_key')
    .where(
      isOneOf(
        'text_key',
        fingerprints.map(({ key }) => key),
      ),
    )
    .execute()
  const keys = new Set(known.map(({ text_key }) => text_key))
  const neighbours = await findAlikeOfEach(tx.rows, sketches, isOneOf)
  const together = alikeAmong(fingerprints, sketches)
  return comments.map((comment, index) => {
    const { key } = fingerprints[index] as Fingerprint
    const { alike, open } = neighbours[index] as Neighbours
    const hasCompany = keys.has(key) || alike.length > 0 || together.has(index)
    return { comment, key, open, hasCompany }
  })
}

/** The places of those that are alike among themselves. */
function alikeAmong(fingerprints: readonly Fingerprint[], sketches: readonly Sketch[]): Set<number> {
  const alike = new Set<number>()
  const byText = new Map<number, number>()
  const byKey = new Map<number, number[]>()
  for (const [index, { key }] of fingerprints.entries()) {
    const sketch = sketches[index] as Sketch
    const same = byText.get(key)
    const near = new Set(sketch.keys.flatMap((one) => byKey.get(one) ?? []))
    const others = [
      ...(same === undefined ? [] : [same]),
      ...[...near].filter((other) => likeness(sketch.pairs, (sketches[other] as Sketch).pairs) >= ALIKE_FROM),
    ]
    for (const one of others.length > 0 ? [index, ...others] : []) alike.add(one)
    byText.set(key, same ?? index)
    for (const one of sketch.keys) byKey.set(one, [...(byKey.get(one) ?? []), index])
  }
  return alike
}

/** Keeps new texts and the keys under which later ones find them; answers their numbers by revision, but for what another process kept at this very moment. */
async function keepTexts(tx: Transaction, compared: readonly Compared[]): Promise<Map<string, number>> {
  if (compared.length === 0) return new Map()
  const made = await many.insertNew(
    tx,
    'alike_texts',
    compared.map(({ key, comment }) => ({ text_key: key, revision_id: comment.revisionId })),
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
