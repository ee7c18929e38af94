/**
 * What a decision teaches the spam model, in the transaction of the decision:
 * kept with it or lost with it. Taken back, it is as if it had never been.
 */

import { reasonOf } from '../../house-rules/index.ts'
import type { SpamLabel } from '../../spam/index.ts'
import { remember, rememberedToBytes } from '../../spam/index.ts'
import { type InsideListener, newId, type Transaction } from '../../store/index.ts'
import { learnNext, withModel } from './known-model.ts'
import { hereOf } from './place.ts'
import { spamTextOf } from './spam-text.ts'

interface DecisionLesson {
  decisionId: string
  commentId: string
  revisionId: string
  action: string
  /** The reason's code; null where words were approved. */
  reason: string | null
  /** Decided by a rule of the site: a machine that learnt from itself would only grow surer. */
  automated?: boolean
}

/** Learns from every decision on held or shown words, of one on a whole campaign once; and unlearns what was put aside. */
export const learning: InsideListener<'decision.made'> = {
  on: 'decision.made',
  async hear(tx, made) {
    if (made.instead !== null) await unlearnDecision(tx, made.instead)
    if (made.teaches) await learnDecision(tx, made)
  },
}

/** False where such a decision says nothing that the model should know. */
export async function learnDecision(tx: Transaction, lesson: DecisionLesson): Promise<boolean> {
  const label = labelOf(lesson)
  if (!label) return false
  const state = await lockState(tx)
  const said = await tx.rows
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select(['r.text', 'c.author_name as authorName', 'r.seconds_to_write as secondsToWrite', 'r.created_at as at'])
    .select(['c.reader_id', 'c.sender_key', 'r.campaign_id', 'r.spam_chance', 'r.rules_chance'])
    .where('r.id', '=', lesson.revisionId)
    .executeTakeFirstOrThrow()
  const origin = { author: said.reader_id ?? said.sender_key, campaign: said.campaign_id }
  const fresh = remember(origin, spamTextOf(said, await hereOf(tx, tx.rows)), label)
  const next = { number: state.last_lesson + 1, decisionId: lesson.decisionId, mark: newId(tx.now) }
  await withModel(tx, tx.rows, (known) => learnNext(known, next, fresh))
  await tx.rows
    .insertInto('spam_lessons')
    .values({
      number: next.number,
      decision_id: lesson.decisionId,
      revision_id: lesson.revisionId,
      label,
      learnt_at: tx.now,
      spam_before: said.spam_chance,
      rules_before: said.rules_chance,
      campaign_id: said.campaign_id,
      features: rememberedToBytes(fresh),
    })
    .execute()
  await tx.rows
    .updateTable('spam_state')
    .set({ last_lesson: next.number, mark: next.mark })
    .where('id', '=', 1)
    .execute()
  await tx.say({ kind: 'model.learnt' })
  return true
}

/**
 * Who uses the model next, here or in
 * another process, finds its mark changed and takes the lesson out of it.
 */
async function unlearnDecision(tx: Transaction, decisionId: string): Promise<void> {
  const lesson = await tx.rows
    .selectFrom('spam_lessons')
    .select('number')
    .where('decision_id', '=', decisionId)
    .executeTakeFirst()
  if (!lesson) return
  const { kept_lesson } = await lockState(tx)
  // Lessons are kept for good minutes after the last moment of an undo (see keep-model.ts).
  if (lesson.number <= kept_lesson) return
  await tx.rows.deleteFrom('spam_lessons').where('number', '=', lesson.number).execute()
  await tx.rows
    .updateTable('spam_state')
    .set({ mark: newId(tx.now) })
    .where('id', '=', 1)
    .execute()
  await tx.say({ kind: 'model.learnt' })
}

/** What a decision says of the comment; null where it says nothing that the model should know. */
function labelOf({ action, reason, automated }: DecisionLesson): SpamLabel | null {
  if (automated) return null
  if (action === 'approve' || action === 'overturn') return 'fine'
  return action === 'reject' || action === 'remove' ? (reasonOf(reason)?.teaches ?? null) : null
}

/** Makes all who teach the model take turns until the transaction ends. */
const lockState = (tx: Transaction) =>
  tx.rows
    .updateTable('spam_state')
    .set({ id: 1 })
    .where('id', '=', 1)
    .returning(['last_lesson', 'kept_lesson'])
    .executeTakeFirstOrThrow()
