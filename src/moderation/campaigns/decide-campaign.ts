/**
 * One decision for a whole campaign: each comment of it that waits gets a
 * decision of its own, as if it had been decided by itself, and all of them are
 * taken back together. Near-identical is not the same: what nobody has had
 * before their eyes is not approved, and what came since the page was opened waits.
 */

import { holdComment } from '../../discussion/index.ts'
import { reasonOf } from '../../house-rules/index.ts'
import { decisionMessages as m } from '../../messages/index.ts'
import { type Database, newId, type Store, type Transaction } from '../../store/index.ts'
import { decideInside, UNDO_FOR } from '../decisions/index.ts'
import { settleClaims } from '../queue/index.ts'
import { undoInside } from '../undo/index.ts'
import { HELD } from './held.ts'

/** So many are decided in one transaction: others’ decisions and comments come in between. */
const AT_ONCE = 25

export type CampaignDecided =
  | {
      decided: true
      groupId: string
      /** How many comments were decided. */
      count: number
      /** How many were left, because someone has them in hand. */
      left: number
      undoUntil: number
    }
  | { decided: false; sentence: string }

export type CampaignChoice = { campaignId: string; by: string } & (
  | {
      action: 'approve'
      /** The revisions that were shown to this person: no other is published. */
      shown: readonly string[]
    }
  | {
      action: 'reject'
      reason: string | null
      /** The newest revision that waited when this person looked; what came after it waits. */
      last: string
    }
)

/**
 * Approves what was shown of a campaign, or rejects all of it that had come.
 * Comments that someone else has in hand are left to them. Stopped half way, by
 * a power cut say, what is decided stands and the rest waits.
 */
export async function decideCampaign(store: Store, decision: CampaignChoice, now: number): Promise<CampaignDecided> {
  if (decision.action === 'reject' && !reasonOf(decision.reason))
    return { decided: false, sentence: m.chooseReasonForCampaign }
  const { campaignId, by, action } = decision
  const reason = action === 'reject' ? decision.reason : null
  const groupId = newId(now)
  let [count, left] = [0, 0]
  const waiting = await waitingOf(store.db, decision)
  for (let from = 0; from < waiting.length; from += AT_ONCE) {
    const part = waiting.slice(from, from + AT_ONCE)
    const done = await store.transaction(now, async (tx) => {
      await holdAll(tx, part)
      const decided: string[] = []
      for (const revisionId of part) {
        const group = { id: groupId, teaches: count + decided.length === 0 }
        const result = await decideInside(tx, { campaignId, revisionId, action, reason, by, group })
        if (result.decided) decided.push(revisionId)
      }
      await settleClaims(tx, { by, decided })
      return decided.length
    })
    count += done
  }
  if (count < waiting.length) left = await countHeldOf(store.db, waiting)
  if (count === 0)
    return { decided: false, sentence: left > 0 ? m.campaignHeld : await whyNothing(store.db, campaignId) }
  return { decided: true, groupId, count, left, undoUntil: now + UNDO_FOR }
}

async function whyNothing(db: Database, campaignId: string): Promise<string> {
  const other = await heldOf(db, campaignId).limit(1).executeTakeFirst()
  return other ? m.campaignMovedOn : m.campaignDecided
}

export type CampaignUndone = { undone: true; count: number } | { undone: false; sentence: string }

/** Takes such a decision back within ten seconds, by the person who made it. */
export async function undoCampaign(store: Store, groupId: string, by: string, now: number): Promise<CampaignUndone> {
  const decisions = await store.db
    .selectFrom('decisions')
    .select(['id', 'revision_id'])
    .where('group_id', '=', groupId)
    .where('action', '!=', 'undo')
    .orderBy('sequence')
    .execute()
  let [count, sentence] = [0, m.noSuchDecision]
  for (let from = 0; from < decisions.length; from += AT_ONCE) {
    count += await store.transaction(now, async (tx) => {
      const part = decisions.slice(from, from + AT_ONCE)
      await holdAll(
        tx,
        part.map((decision) => decision.revision_id),
      )
      let back = 0
      for (const { id } of part) {
        const result = await undoInside(tx, id, by, null)
        if (result.undone) back++
        else sentence = result.sentence
      }
      return back
    })
  }
  return count > 0 ? { undone: true, count } : { undone: false, sentence }
}

/**
 * Holds the comments of some revisions before anything is done to the first: whoever decides on one of them has the
 * comment first and the spam model then, and so must who decides on many, or each would wait for the other.
 */
async function holdAll(tx: Transaction, revisionIds: readonly string[]): Promise<void> {
  const rows = await tx.rows
    .selectFrom('comment_revisions')
    .select('comment_id')
    .distinct()
    .where('id', 'in', revisionIds)
    .orderBy('comment_id')
    .execute()
  for (const { comment_id } of rows) await holdComment(tx, comment_id)
}

/** What is decided on, in the order in which it came, so that two people who decide the same go the same way. */
async function waitingOf(db: Database, decision: CampaignChoice): Promise<string[]> {
  const rows = await heldOf(db, decision.campaignId)
    .innerJoin('comment_words as w', 'w.revision_id', 'comment_revisions.id')
    .select('w.number')
    .orderBy('w.number')
    .execute()
  if (decision.action === 'approve') {
    const shown = new Set(decision.shown)
    return rows.filter(({ id }) => shown.has(id)).map(({ id }) => id)
  }
  const last = await db
    .selectFrom('comment_words')
    .select('number')
    .where('revision_id', '=', decision.last)
    .executeTakeFirst()
  return rows.filter(({ number }) => last !== undefined && number <= last.number).map(({ id }) => id)
}

const heldOf = (db: Database, campaignId: string) =>
  db
    .selectFrom('comment_revisions')
    .select('comment_revisions.id')
    .where('campaign_id', '=', campaignId)
    .where('state', '=', HELD)

/** In parts, because a database takes only so many values in one question. */
async function countHeldOf(db: Database, revisionIds: readonly string[]): Promise<number> {
  let count = 0
  for (let from = 0; from < revisionIds.length; from += 500) {
    const row = await db
      .selectFrom('comment_revisions')
      .select((r) => r.fn.countAll().as('count'))
      .where('id', 'in', revisionIds.slice(from, from + 500))
      .where('state', '=', HELD)
      .executeTakeFirstOrThrow()
    count += Number(row.count)
  }
  return count
}
