/**
 * Reopening: the last words of a decided comment go back to the queue, with a
 * record of who put them there, and are decided anew. It lasts, where undo ends
 * after ten seconds. Words that were approved leave the readers' page until then:
 * what waits for review is seen by nobody, without an exception.
 */

import { changeStates, holdComment } from '../../discussion/index.ts'
import { decisionMessages as m } from '../../messages/index.ts'
import { newId, type Store, type Transaction } from '../../store/index.ts'
import { notUndone } from './not-undone.ts'
import { recordDecision } from './record-decision.ts'
import { whatWasSeen } from './seen.ts'

export type Reopened = { reopened: true; revisionId: string } | { reopened: false; sentence: string }

/**
 * Any moderator may, whoever decided. What the earlier decision taught the model is taken back with it, as long as
 * that is of the last minutes; what is older stays learnt, and the new decision speaks against it.
 */
export const reopen = (store: Store, asked: { commentId: string; by: string }, now: number): Promise<Reopened> =>
  store.transaction(now, async (tx) => {
    await holdComment(tx, asked.commentId)
    const last = await tx.rows
      .selectFrom('comment_revisions')
      .select(['id', 'state'])
      .where('comment_id', '=', asked.commentId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) return { reopened: false, sentence: m.noSuchComment }
    // Not only its last: what was edited before a decision was taken back can wait as well.
    const waits = await tx.rows
      .selectFrom('comment_revisions')
      .select('id')
      .where('comment_id', '=', asked.commentId)
      .where('state', '=', 'held')
      .executeTakeFirst()
    if (waits) return { reopened: false, sentence: m.alreadyWaiting }
    if (last.state === 'withdrawn') return { reopened: false, sentence: m.withdrawn }
    const changes = await changeStates(tx, [{ revision: last.id, from: last.state, to: 'held' }])
    await recordDecision(tx, {
      id: newId(now),
      commentId: asked.commentId,
      revisionId: last.id,
      action: 'reopen',
      reason: null,
      by: asked.by,
      changes,
      seen: await whatWasSeen(tx.rows, last.id),
      instead: await lastDecision(tx, asked.commentId, last.id),
    })
    return { reopened: true, revisionId: last.id }
  })

/** The decision on some words that stands: the last that no undo took back. */
async function lastDecision(tx: Transaction, commentId: string, revisionId: string): Promise<string | null> {
  const row = await tx.rows
    .selectFrom('decisions as d')
    .select('d.id')
    .where('d.comment_id', '=', commentId)
    .where('d.revision_id', '=', revisionId)
    .where('d.action', 'not in', ['undo', 'reopen'])
    .where(notUndone('d.id'))
    .orderBy('d.sequence', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}
