/** What is found out about held words after they came in: chances, a place in the queue, a campaign. */
import type { BandName, Transaction } from '../store/index.ts'
import type { Signal } from './phases/signal.ts'

export interface Rescored {
  /** Chances from 0 to 1; null where nothing can be said. */
  spam: number | null
  rules: number | null
  band: BandName
  /** The signals of these phases are replaced by those given. */
  phases: readonly string[]
  signals: readonly Signal[]
}

/** Answers whether the words still waited, examined. */
async function rescore(tx: Transaction, revisionId: string, scored: Rescored): Promise<boolean> {
  const { spam, rules, band, phases, signals } = scored
  const result = await tx.rows
    .updateTable('comment_revisions')
    .set({ spam_chance: spam, rules_chance: rules, band })
    .where('id', '=', revisionId)
    .where('state', '=', 'held')
    .where('to_examine', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  await tx.rows.deleteFrom('signals').where('revision_id', '=', revisionId).where('phase', 'in', phases).execute()
  await tx.rows
    .insertInto('signals')
    .values(signals.map((signal) => ({ revision_id: revisionId, ...signal })))
    .execute()
  return true
}

/** Notes which text words are and which campaign they belong to, for those that are examined next to meet them. */
async function noteText(
  tx: Transaction,
  revisionId: string,
  { textNumber, campaignId }: { textNumber: number; campaignId: string | null },
): Promise<void> {
  await tx.rows
    .updateTable('comment_revisions')
    .set({ text_number: textNumber, campaign_id: campaignId })
    .where('id', '=', revisionId)
    .execute()
}

/** Puts whoever said one of these texts into a campaign, but for what is in one; `since` keeps what came after it. */
async function putInCampaign(
  tx: Transaction,
  campaignId: string,
  { texts, since }: { texts: readonly number[]; since: number | null },
): Promise<void> {
  let members = tx.rows
    .updateTable('comment_revisions')
    .set({ campaign_id: campaignId })
    .where('text_number', 'in', texts)
    .where('campaign_id', 'is', null)
  if (since !== null) members = members.where('created_at', '>', since)
  await members.execute()
}

export const examined = { rescore, noteText, putInCampaign }
