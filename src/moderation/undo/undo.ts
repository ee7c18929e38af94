/** Taking a decision back within its ten seconds: a record of its own. */

import { changeStates, holdComment, type StateChange } from '../../discussion/index.ts'
import { readReasons } from '../../house-rules/index.ts'
import { decisionMessages as m } from '../../messages/index.ts'
import { wasAppealed } from '../../redress/index.ts'
import { type Database, newId, type Store, type Transaction } from '../../store/index.ts'
import type { DecisionAction } from '../decisions/index.ts'
import { isUndoable, notUndone, recordDecision, UNDO_FOR } from '../decisions/index.ts'
import { keepInHand } from '../queue/index.ts'

/** Decisions that answer someone. They are made with a sentence and are not taken back by a key. */
const ANSWERS = ['overturn', 'uphold', 'keep']
/** More than these are not offered at once; nobody decides faster than one a second for long. */
const MOST_OFFERED = 12

export type Undone = { undone: true; revisionId: string; commentId: string } | { undone: false; sentence: string }

/**
 * Takes a decision back within ten seconds, by the person who made it. What the
 * author did meanwhile stands: words withdrawn stay withdrawn, and words that a
 * newer edit has replaced do not come back to the queue beside it. What comes
 * back is in this person's hand, on the page `hand`.
 */
export const undo = (store: Store, decisionId: string, by: string, now: number, hand = ''): Promise<Undone> =>
  store.transaction(now, (tx) => undoInside(tx, decisionId, by, hand))

/** The same within a transaction that takes back more than this one; with null for a hand, nothing comes into it. */
export async function undoInside(
  tx: Transaction,
  decisionId: string,
  by: string,
  hand: string | null,
): Promise<Undone> {
  const decision = await tx.rows.selectFrom('decisions').selectAll().where('id', '=', decisionId).executeTakeFirst()
  if (!decision || decision.action === 'undo') return { undone: false, sentence: m.noSuchDecision }
  if (ANSWERS.includes(decision.action)) return { undone: false, sentence: m.answersStay }
  if (decision.action === 'reopen') return { undone: false, sentence: m.reopeningStays }
  if (decision.decided_by !== by) return { undone: false, sentence: m.notYours }
  if (!isUndoable(decision.decided_at, tx.now)) return { undone: false, sentence: m.tooLate }
  await holdComment(tx, decision.comment_id)
  const already = await tx.rows.selectFrom('decisions').select('id').where('undoes', '=', decisionId).executeTakeFirst()
  if (already) return { undone: false, sentence: m.alreadyUndone }
  if (await wasHeardOf(tx.rows, decision)) return { undone: false, sentence: m.alreadyKnown }
  if (await wasReopened(tx.rows, decision)) return { undone: false, sentence: m.reopenedSince }
  // Else whoever takes the removal back would bring words to the page whose approval was taken back before.
  if (decision.action === 'approve' && (await wasTakenDown(tx.rows, decision)))
    return { undone: false, sentence: m.removedSince }

  const replaced = await isReplaced(tx.rows, decision)
  const back = (JSON.parse(decision.changes_json) as StateChange[]).map(({ revision, from, to }) => ({
    revision,
    from: to,
    to: from === 'held' && replaced ? ('withdrawn' as const) : from,
  }))
  const changes = await changeStates(tx, back)
  await recordDecision(tx, {
    id: newId(tx.now),
    commentId: decision.comment_id,
    revisionId: decision.revision_id,
    action: 'undo',
    reason: null,
    by,
    changes,
    undoes: decisionId,
    instead: decisionId,
  })
  for (const { revision, to } of changes)
    if (to === 'held' && hand !== null) await keepInHand(tx, { revisionId: revision, by, hand })
  return { undone: true, revisionId: decision.revision_id, commentId: decision.comment_id }
}

export interface Undoable {
  decisionId: string
  action: DecisionAction
  commentId: string
  authorName: string
  /** The reason's title, as the rules of the house word it; null where it was approved. */
  reason: string | null
  undoUntil: number
}

/** The decisions of this person that can still be taken back, the last one first; those on whole campaigns are not among them. */
export async function readUndoables(db: Database, by: string, now: number): Promise<Undoable[]> {
  const rows = await db
    .selectFrom('decisions as d')
    .innerJoin('comments as c', 'c.id', 'd.comment_id')
    .select(['d.id', 'd.action', 'd.reason', 'd.decided_at', 'd.comment_id', 'c.author_name'])
    .where('d.decided_at', '>=', now - UNDO_FOR)
    .where('d.decided_at', '<=', now + UNDO_FOR)
    .where('d.decided_by', '=', by)
    .where('d.action', 'in', ['approve', 'reject', 'remove'])
    .where('d.campaign_id', 'is', null)
    // What a rule of the site approved in an editor's name is no decision of theirs of a moment ago.
    .where('d.automated', '=', 0)
    .where(notUndone('d.id'))
    .orderBy('d.sequence', 'desc')
    .limit(MOST_OFFERED)
    .execute()
  const reasons = rows.length === 0 ? [] : await readReasons(db)
  return rows.map((row) => ({
    decisionId: row.id,
    action: row.action as DecisionAction,
    commentId: row.comment_id,
    authorName: row.author_name,
    reason: reasons.find(({ code }) => code === row.reason)?.title ?? null,
    undoUntil: row.decided_at + UNDO_FOR,
  }))
}

/** Whether newer words of the same comment wait, or are shown, in place of those that were decided on. */
async function isReplaced(db: Database, decision: { comment_id: string; revision_id: string }): Promise<boolean> {
  const row = await db
    .selectFrom('comment_revisions as other')
    .innerJoin('comment_revisions as own', 'own.comment_id', 'other.comment_id')
    .select('other.id')
    .where('own.id', '=', decision.revision_id)
    .where('other.comment_id', '=', decision.comment_id)
    .whereRef('other.id', '!=', 'own.id')
    .where((r) =>
      r.or([
        r('other.state', '=', 'held'),
        r.and([r('other.state', '=', 'approved'), r('other.number', '>', r.ref('own.number'))]),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Whether the time in which a decision could be taken back has passed once already: something came after it that was
 * dated long before it, or someone objected. So it does not come again when a clock that was set back gets there.
 */
async function wasHeardOf(
  db: Database,
  decision: { id: string; sequence: number; decided_at: number },
): Promise<boolean> {
  const [later, appealed] = await Promise.all([
    db
      .selectFrom('decisions')
      .select('id')
      .where('sequence', '>', decision.sequence)
      .where('decided_at', '<', decision.decided_at - UNDO_FOR)
      .limit(1)
      .executeTakeFirst(),
    wasAppealed(db, decision.id),
  ])
  return later !== undefined || appealed
}

/** Whether a decision's words were put back to the queue after it: then it has nothing left to take back. */
async function wasReopened(
  db: Database,
  decision: { comment_id: string; revision_id: string; sequence: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('decisions')
    .select('id')
    .where('comment_id', '=', decision.comment_id)
    .where('sequence', '>', decision.sequence)
    .where('revision_id', '=', decision.revision_id)
    .where('action', '=', 'reopen')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether an approved comment was taken down after that, and still is. */
async function wasTakenDown(db: Database, decision: { comment_id: string; sequence: number }): Promise<boolean> {
  const row = await db
    .selectFrom('decisions as d')
    .select('d.id')
    .where('d.comment_id', '=', decision.comment_id)
    .where('d.sequence', '>', decision.sequence)
    .where('d.action', '=', 'remove')
    .where(notUndone('d.id'))
    .executeTakeFirst()
  return row !== undefined
}
