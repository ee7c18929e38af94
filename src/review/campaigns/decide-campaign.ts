/**
 * One decision for a whole campaign: each comment of it that waits gets a
 * decision of its own, as if it had been decided by itself, and all of them are
 * taken back together. What comes later waits: nobody has read it.
 */
import { type Database, newId, type Store, type Write } from '../../store/index.ts'
import { decideInside } from '../decide.ts'
import { renewClaims } from '../queue/claims.ts'
import { reasonOf } from '../reasons.ts'
import { undoInside } from '../undo.ts'
import { UNDO_FOR } from '../undo-window.ts'
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

/**
 * Decides all that waits of a campaign when it begins. Comments that someone
 * else has in hand are left to them. Stopped half way, by a power cut say, what
 * is decided stands and the rest waits.
 */
export async function decideCampaign(
  store: Store,
  decision: { campaignId: string; action: 'approve' | 'reject'; reason: string | null; by: string },
  now: number,
): Promise<CampaignDecided> {
  if (decision.action === 'reject' && !reasonOf(decision.reason))
    return { decided: false, sentence: 'Choose a reason from the list to reject the campaign.' }
  const groupId = newId(now)
  let [count, left] = [0, 0]
  const waiting = await waitingOf(store.db, decision.campaignId)
  for (let from = 0; from < waiting.length; from += AT_ONCE) {
    const part = waiting.slice(from, from + AT_ONCE)
    const done = await store.transaction(async (write) => {
      let decided = 0
      for (const revisionId of part) {
        const group = { id: groupId, teaches: count + decided === 0 }
        const result = await decideInside(store, write, { ...decision, revisionId, group }, now)
        if (result.decided) decided++
      }
      await renewClaims(store, write, decision.by, now)
      return decided
    })
    count += done
  }
  if (count < waiting.length) left = await countHeldOf(store.db, waiting)
  if (count === 0) {
    return {
      decided: false,
      sentence:
        left > 0
          ? 'Someone else has all that waits of this campaign in hand. Try again when they are done.'
          : 'Nothing of this campaign waits any more.',
    }
  }
  return { decided: true, groupId, count, left, undoUntil: now + UNDO_FOR }
}

export type CampaignUndone = { undone: true; count: number } | { undone: false; sentence: string }

/** Takes such a decision back within ten seconds, by the person who made it. */
export async function undoCampaign(store: Store, groupId: string, by: string, now: number): Promise<CampaignUndone> {
  const decisions = await store.db
    .selectFrom('decisions')
    .select('id')
    .where('group_id', '=', groupId)
    .where('action', '!=', 'undo')
    .orderBy('id')
    .execute()
  let [count, sentence] = [0, 'There is no such decision.']
  for (let from = 0; from < decisions.length; from += AT_ONCE) {
    count += await store.transaction(async (write) => {
      let back = 0
      for (const { id } of decisions.slice(from, from + AT_ONCE)) {
        const result = await undoInside(store, write, id, by, now, null)
        if (result.undone) back++
        else sentence = result.sentence
      }
      return back
    })
  }
  return count > 0 ? { undone: true, count } : { undone: false, sentence }
}

/** In the order in which they came, so that two people who decide the same go the same way. */
async function waitingOf(db: Database, campaignId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('comment_revisions')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('state', '=', HELD)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** In parts, because a database takes only so many values in one question. */
async function countHeldOf(db: Database | Write, revisionIds: readonly string[]): Promise<number> {
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
